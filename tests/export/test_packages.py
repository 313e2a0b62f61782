"""Every Word file that is written can be opened: by the rules of its package, and in a word processor."""

import io
import os
import shutil
import signal
import subprocess
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.vocabulary import Finding, FixState
from factcheck.export.formats import FORMATS, export
from factcheck.export.options import Audience, Options, Original
from factcheck.export.sheets.build import make_sheet
from factcheck.model import DraftBlock
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.material import NOON, claim_on, draft_of, material_of
from tests.export.package_rules import broken_rules
from tests.read.material import MORE, W, docx_of, paragraph, run

SEEDS = sorted(path for path in (Path(__file__).parents[2] / "seeds").iterdir())
WRITERS = [name for name, known in FORMATS.items() if known.suffix.endswith(".docx")]
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NEW_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OLD_CORE = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_DECIDED = [Finding.VERIFIED, Finding.WRONG, Finding.WAITING]


def sheet_of(data: bytes, name: str):
    """A sheet of a draft: every third claim verified, every second one with new wording that is accepted."""
    article = read_bytes(data, name)
    blocks = tuple(DraftBlock(b.kind, b.start, b.end, b.level) for b in article.blocks)
    draft = replace(draft_of("x"), text=article.text, digest=article.digest, blocks=blocks)
    claims = []
    for number, cut in enumerate(split(article, parser=False).claims, 1):
        new = {
            "fix": FixState.ACCEPTED,
            "proposed_text": f"Not {cut.text}",
            "fix_by": "Ann Lee",
            "fix_at": NOON,
        }
        claims.append(
            claim_on(
                draft,
                cut.start,
                cut.end,
                number,
                parts=cut.parts,
                finding=_DECIDED[number % 3],
                decided_by="Ann Lee",
                decided_at=NOON,
                **(new if number % 2 else {}),
            )
        )
    return make_sheet(material_of(draft, claims), by="Ann Lee", at=NOON)


def copies(data: bytes, name: str) -> dict[str, bytes]:
    """All Word files that can be written of a draft, by what they are."""
    sheet = sheet_of(data, name)
    original = Original(data, name) if name.endswith(".docx") else None
    return {
        f"{writer} for the {audience}": export(sheet, writer, Options(audience=audience, original=original))
        for writer in WRITERS
        for audience in Audience
    }


@st.composite
def writers_files(draw) -> bytes:
    """A Word file as some program may have made it, with parts under any name that the rules allow."""
    core = draw(st.sampled_from([_NEW_CORE, _OLD_CORE, ""]))
    return writers_file(
        core=core,
        core_part=draw(st.sampled_from(["docProps/core.xml", "docProps/core7.xml", "core.xml"])),
        twice=bool(core) and draw(st.booleans()),
        absolute=draw(st.booleans()),
        comments=draw(st.sampled_from(["", "word/comments.xml", "word/comments4.xml"])),
        states=draw(st.sampled_from(["", "word/commentsExtended.xml", "word/commentsExtended2.xml"])),
        notes=draw(st.booleans()),
        styles=draw(st.booleans()),
    )


def writers_file(
    *,
    core: str = _NEW_CORE,
    core_part: str = "docProps/core.xml",
    twice: bool = False,
    absolute: bool = False,
    comments: str = "",
    states: str = "",
    notes: bool = False,
    styles: bool = True,
) -> bytes:
    """A Word file, put together by hand.

    Args:
        core: kind of the relation to its core properties; none without.
        core_part: where they lie.
        twice: whether two relations lead to them.
        absolute: whether relations name parts from the root of the package.
        comments: where a comment lies; none without.
        states: where it stands which comments are resolved; nowhere without.
        notes: whether it has a footnote.
        styles: whether it has styles.
    """
    parts = {"word/document.xml": (f"{_TYPE}.document.main+xml", _body(bool(comments), notes))}
    of_document: list[tuple[str, str]] = []
    of_package = [(f"{_KIND}/officeDocument", "word/document.xml")]
    if core:
        parts[core_part] = (_CORE_TYPE, _CORE)
        of_package += [(core, core_part)] * (1 + twice)
    if styles:
        parts["word/styles.xml"] = (f"{_TYPE}.styles+xml", f"<w:styles {W}/>")
        of_document.append((f"{_KIND}/styles", "word/styles.xml"))
    if comments:
        parts[comments] = (f"{_TYPE}.comments+xml", _COMMENTS)
        of_document.append((f"{_KIND}/comments", comments))
    if comments and states:
        parts[states] = (f"{_TYPE}.commentsExtended+xml", _STATES)
        of_document.append(
            ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", states)
        )
    if notes:
        parts["word/footnotes.xml"] = (f"{_TYPE}.footnotes+xml", _NOTES)
        of_document.append((f"{_KIND}/footnotes", "word/footnotes.xml"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", _types({name: kind for name, (kind, _) in parts.items()}))
        package.writestr("_rels/.rels", _relations(of_package, "" if not absolute else "/", ""))
        package.writestr(
            "word/_rels/document.xml.rels", _relations(of_document, "" if not absolute else "/", "word/")
        )
        for name, (_, content) in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return out.getvalue()


_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbour</dc:title>'
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_COMMENTS = (
    f'<w:comments {W} {_W14}><w:comment w:id="7" w:author="Wes">'
    '<w:p w14:paraId="40000001"><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment></w:comments>'
)
_STATES = (
    '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w15:commentEx w15:paraId="40000001" w15:done="0"/></w15:commentsEx>'
)
_NOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2">{paragraph(run("It was 12 in 1998."))}</w:footnote></w:footnotes>'
)


def _body(comment: bool, note: bool) -> str:
    first = run("The bridge cost $3 million.")
    if comment:
        mark = '<w:r><w:commentReference w:id="7"/></w:r>'
        first = f'<w:commentRangeStart w:id="7"/>{first}<w:commentRangeEnd w:id="7"/>{mark}'
    first += '<w:ins w:id="7" w:author="Wes">' + run(" It took two years.") + "</w:ins>"
    second = run("It is the longest in the county.")
    if note:
        second += '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:body>{paragraph(first)}{paragraph(second)}<w:sectPr/></w:body>"
    return f"<w:document {W} {MORE}>{body}</w:document>"


def _types(parts: dict[str, str]) -> str:
    exact = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    by_ending = (
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{space}">{by_ending}{exact}</Types>'


def _relations(related: list[tuple[str, str]], root: str, folder: str) -> str:
    targets = [(kind, root + name if root else name.removeprefix(folder)) for kind, name in related]
    lines = "".join(
        f'<Relationship Id="R{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{lines}</Relationships>'


def test_a_file_that_keeps_the_rules_breaks_none():
    assert broken_rules(docx_of(paragraph(run("Words.")))) == []
    assert broken_rules(writers_file(comments="word/comments.xml", states="word/commentsExtended.xml")) == []


@pytest.mark.parametrize("seed", SEEDS, ids=[path.name for path in SEEDS])
def test_every_copy_of_a_sample_article_keeps_the_rules_of_its_package(seed):
    written = copies(seed.read_bytes(), seed.name)
    assert {what: broken for what, data in written.items() if (broken := broken_rules(data))} == {}


@given(data=writers_files())
@example(data=writers_file(core=_OLD_CORE))
@settings(max_examples=15)
def test_every_copy_of_a_writers_file_keeps_the_rules_of_its_package(data):
    written = copies(data, "bridge.docx")
    assert {what: broken for what, copy in written.items() if (broken := broken_rules(copy))} == {}


def test_properties_under_the_older_kind_of_relation_are_read_and_kept():
    data = writers_file(core=_OLD_CORE)
    assert read_bytes(data, "bridge.docx").language == "en-GB"
    for copy in copies(data, "bridge.docx").values():
        with zipfile.ZipFile(io.BytesIO(copy)) as package:
            assert b"Harbour" in package.read("docProps/core.xml")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_a_word_processor_opens_every_kind_of_copy(tmp_path):
    every = {"core": _OLD_CORE, "comments": "word/comments4.xml", "states": "word/commentsExtended2.xml"}
    drafts = {
        "every.docx": writers_file(**every, notes=True),
        **{
            path.name: path.read_bytes() for path in SEEDS if path.stem in ("clinic-report", "odd-characters")
        },
    }
    written = {}
    for name, data in drafts.items():
        for number, copy in enumerate(list(copies(data, name).values())[:: len(Audience)]):
            path = tmp_path / f"{name}-{number}.docx"
            path.write_bytes(copy)
            written[path] = read_bytes(data, name).text.split()[-1]
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", "--headless", home, "--convert-to", "odt", "--outdir", tmp_path, *written]
    with subprocess.Popen(command, process_group=0, stdout=subprocess.DEVNULL) as office:
        try:
            office.wait(200)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(office.pid, signal.SIGKILL)
    for path, last in written.items():
        assert last in read_bytes(path.with_suffix(".odt").read_bytes(), "shown.odt").text, path.name
