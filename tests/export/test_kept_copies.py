from dataclasses import replace

import pytest

from db.vocabulary import Finding, FixState
from factcheck.export.formats import export
from factcheck.export.options import Options, Original
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.redact import Redactor
from factcheck.model import DraftBlock
from factcheck.read import read_bytes
from tests.export.material import NOON, claim_saying, draft_of, material_of
from tests.export.outline import parts_of, root_of, told
from tests.export.test_kept_sheets import as_kept
from tests.export.test_original_withholds import PLACES, with_part
from tests.export.test_packages import writers_file
from tests.export.test_withheld_spellings import QUUX, secret
from tests.read.material import docx_of, paragraph, run

RAISED = '<w:vertAlign w:val="superscript"/>'
BOLD = "<w:b/><w:highlight w:val='yellow'/><w:lang w:val='en-GB'/>"
FORMULA = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SECRETS = docx_of(
    paragraph(run("The bridge cost $3 million. ") + "".join(PLACES.values()) + run("It is long.") + NOTE),
    {"2": "It was 12 in 1998, Zebediah said."},
)
FORMATTED = docx_of(
    paragraph(
        run("The bri") + run("dge cost", BOLD) + run(" $3 million", BOLD) + run(". It holds 10")
        + run("6", RAISED) + run(" litres, or ") + FORMULA + run(" of it.") + NOTE
    )
    + paragraph(
        "<w:hyperlink w:anchor='x'>" + run("It is long") + "</w:hyperlink><w:ins w:id='7' w:author='Wes'>"
        + run(" and wide") + "</w:ins>" + run(".")
    ),
    {"2": "It was 12 in 1998."},
)  # fmt: skip
COMMENTED = writers_file(comments="word/comments4.xml", states="word/commentsExtended2.xml", notes=True)


def sheet_of(content, claims):
    """The sheet of a draft that was read from a file, with accepted and other claims on some of its words."""
    article = read_bytes(content, "bridge.docx")
    blocks = tuple(DraftBlock(block.kind, block.start, block.end, block.level) for block in article.blocks)
    draft = replace(draft_of(article.text), blocks=blocks)
    findings = (Finding.WRONG, Finding.VERIFIED, Finding.IMPRECISE, Finding.WAITING)
    made = []
    for number, (words, proposed) in enumerate(claims, 1):
        fields = {"proposed_text": proposed, "fix": FixState.ACCEPTED, "fix_by": "Ed Roe", "fix_at": NOON}
        made.append(
            claim_saying(
                draft, words, number, finding=findings[number % 4], decided_by="Ben Oak", decided_at=NOON,
                **(fields if proposed else {}),
            )
        )  # fmt: skip
    redactor = Redactor([secret(**QUUX)], article.text)
    original = Original(content, "bridge.docx", redactor.text, redactor.wording)
    sheet = make_sheet(material_of(draft, made), by="Ann Lee", at=NOON, redactor=redactor)
    return sheet, Options(original=original)


def outline(data):
    """The parts of a copy that hold words or say where they are, up to what stands behind the draft."""
    for name, content in sorted(parts_of(data).items()):
        if not name.startswith(
            ("word/styles", "word/theme", "docProps", "word/settings", "word/fontTable", "word/numbering")
        ):
            yield name
            root = root_of(content)
            for child in root[0] if name == "word/document.xml" else root:
                if "Fact-check sheet" in (said := told(child)):
                    break
                yield f"  {said}"


@pytest.mark.parametrize(
    ("name", "content", "claims"),
    [
        ("secrets", SECRETS, [("cost $3 million", ""), ("is long.", "is not long."), ("12 in", "13 in")]),
        (
            "formatted",
            FORMATTED,
            [
                ("bridge cost $3 million", "bridge cost $4 million"), ("10⁶", "10⁵"),
                ("long and wide", "long"), ("1998", ""), ("x=2", "x=3"),
            ],
        ),
        ("commented", COMMENTED, [("cost", ""), ("two years", "three years"), ("longest", "second longest")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["docx", "corrections"])
def test_a_copy_of_a_writers_file_is_as_it_was_agreed(name, content, claims, kind):
    sheet, options = sheet_of(content, claims)
    as_kept(f"{name}-{kind}.txt", "\n".join(outline(export(sheet, kind, options))))


HEAD = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
PARTS = (
    (
        "word/drawings/vmlDrawing1.vml", "vmlDrawing",
        b"<xml title='by quux'><p>ring <b>quux</b> now</p></xml>",
        HEAD + b'<xml title="by [withheld]"><p>ring <b>[withheld]</b> now</p></xml>',
    ),
    (
        "customXml/item9.xml", "customXml", b"<a b='quux' title='quux'>Z. Quux</a>",
        HEAD + b'<a b="quux" title="[withheld]">[withheld]</a>',
    ),
    ("customXml/item8.xml", "customXml", b"<a>not well formed", b"<a>not well formed"),
    ("customXml/item7.bin", "customXml", b"<a>quux</a>", b"<a>quux</a>"),
    ("customXml/item6.xml", "customXml", b"<a b='1' >no name</a>", b"<a b='1' >no name</a>"),
    (
        "word/people.xml", "people", b"<p author='Zebediah Quux-Whistle' userId='z.quux' other='quux'/>",
        HEAD + b'<p author="[withheld]" userId="[withheld]" other="quux"/>',
    ),
)  # fmt: skip


def test_a_part_that_word_keeps_is_cleaned_or_left_byte_by_byte():
    content = docx_of(paragraph(run("The bridge cost $3 million.")))
    for name, kind, data, _ in PARTS:
        content = with_part(content, f"/{name}", kind, data)
    sheet, options = sheet_of(content, [("$3 million", "")])
    parts = parts_of(export(sheet, "docx", options))
    assert [parts[name] for name, *_ in PARTS] == [cleaned for *_, cleaned in PARTS]
