"""Copies of Word files with words in awkward places: links, insertions, fields, tabs, controls, powers."""

import re
import unicodedata
from dataclasses import replace

from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.export.docx.styles import FACE
from factcheck.export.formats import export
from factcheck.export.options import Options, Original
from factcheck.export.sheets.build import make_sheet
from factcheck.model import DraftBlock
from factcheck.read import read_bytes
from tests.export.material import NOON, claim_on, draft_of, material_of
from tests.export.package_rules import broken_rules
from tests.export.test_corrections import accepted
from tests.export.word import by_label, is_letter, opened
from tests.read.material import docx_of, paragraph, run

WORDS = st.lists(
    st.sampled_from(
        ["the", "harbour", "40", "million,", "“or", "more”", "Å", "é", "😀", "6", "TM", "2.5", "n"]
    ),
    min_size=1,
    max_size=6,
)
AROUND = st.sampled_from(
    [
        "{}",
        '<w:ins w:id="901" w:author="Wes">{}</w:ins>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:smartTag w:element="x">{}</w:smartTag>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
        '{}<w:del w:id="902" w:author="Wes"><w:r><w:delText>gone </w:delText></w:r></w:del>',
        "{}<w:r><w:tab/></w:r>",
        "{}<w:r><w:br/></w:r>",
        "{}<w:r><w:t>one<w:tab/>two </w:t></w:r>",
        '{}<w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/>',
        '<w:ins w:id="903" w:author="Wes"><w:hyperlink w:anchor="x">{}</w:hyperlink></w:ins>',
    ]
)
RAISED, LOWERED = (f'<w:vertAlign w:val="{word}"/>' for word in ("superscript", "subscript"))
PROPERTIES = st.sampled_from(
    [
        "",
        "<w:b/>",
        RAISED,
        LOWERED,
        f"<w:b/>{RAISED}",
        '<w:i/><w:color w:val="FF0000"/><w:lang w:val="fr-FR"/>',
        '<w:highlight w:val="yellow"/>',
    ]
)


@st.composite
def files(draw):
    """The body of a Word file with such places, and which words of it (first, last) are claims."""
    body = ""
    for number in range(draw(st.integers(1, 3))):
        content = run(f"Paragraph {number} ")
        for _ in range(draw(st.integers(1, 5))):
            text = " ".join(draw(WORDS)) + draw(st.sampled_from([" ", "  ", ""]))
            content += draw(AROUND).format(run(text, draw(PROPERTIES)))
        body += paragraph(content)
    return body, draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=5))


def opened_file(file):
    """The bytes of such a file, the article in it, and the stretches of its claims."""
    body, picked = file
    data = docx_of(body)
    article = read_bytes(data, "x.docx")
    words = [
        [
            (block.start + m.start(), block.start + m.end())
            for m in re.finditer(r"\S+", article.text[block.start : block.end])
        ]
        for block in article.blocks
    ]
    spans = []
    for at, length in picked:
        found = words[at % len(words)]
        first = at % len(found)
        spans.append((found[first][0], found[min(first + length, len(found) - 1)][1]))
    return data, article, spans


def sheet_and_options(data, article, claims_of):
    blocks = tuple(DraftBlock(b.kind, b.start, b.end, b.level) for b in article.blocks)
    update = {"text": article.text, "digest": article.digest, "format": "docx", "blocks": blocks}
    plain = draft_of("x")
    draft = replace(plain, **update)
    sheet = make_sheet(material_of(draft, claims_of(draft)), by="Ann Lee", at=NOON)
    return sheet, Options(original=Original(data, "x.docx"))


def squeezed(text):
    """The letters and figures of a text, raised or not: white space and the signs of levels left out."""
    return "".join(re.sub(r"[\s^_()]", "", unicodedata.normalize("NFKC", text)))


@given(files())
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_comment_stands_on_its_words_and_the_text_is_the_same(file):
    data, article, spans = opened_file(file)
    sheet, options = sheet_and_options(
        data, article, lambda draft: [claim_on(draft, *span, n) for n, span in enumerate(spans, 1)]
    )
    copy = export(sheet, "docx", options)
    assert {*broken_rules(copy)} <= {*broken_rules(data)}
    document = opened(copy)
    comments = by_label(document)
    assert {label: squeezed(words) for label, (_, words) in comments.items()} == {
        claim.label: squeezed(claim.text) for claim in sheet.claims
    }
    body = document.element.body
    for mark in [element for element in body.iter(qn("w:r")) if is_letter(element)]:
        mark.getparent().remove(mark)
    shown = [
        "".join(leaf.text or "" for leaf in found.iter(qn("w:t")))
        for found in body.iter(qn("w:p"))
        if found.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None
        or not found.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")).startswith("Factcheck")
    ]
    assert squeezed("".join(shown)) == squeezed(article.text)
    assert document.paragraphs[0].style.style_id == FACE


@given(files())
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_accepted_corrections_read_exactly_as_proposed(file):
    data, article, spans = opened_file(file)
    apart, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            apart.append((start, end))
            at = end
    if not apart:
        return
    wording = {span: f"new {n} words" for n, span in enumerate(apart)}
    sheet, options = sheet_and_options(
        data,
        article,
        lambda draft: [accepted(claim_on(draft, *span, n), wording[span]) for n, span in enumerate(apart, 1)],
    )
    expected = article.text
    for start, end in reversed(apart):
        expected = expected[:start] + wording[start, end] + expected[end:]
    document = export(sheet, "corrections", options)
    assert {*broken_rules(document)} <= {*broken_rules(data)}
    assert squeezed(read_bytes(document, "x.docx").text) == squeezed(expected)
    nested = [
        put_in
        for put_in in opened(document).element.body.iter(qn("w:ins"))
        if any(outer.tag == qn("w:ins") for outer in put_in.iterancestors())
    ]
    assert not nested
