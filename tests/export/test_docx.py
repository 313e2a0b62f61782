import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from lxml import etree

from db.vocabulary import CheckKind, Finding, FixState, Flag
from factcheck.export.formats import export
from factcheck.export.options import Audience, Options, Original
from factcheck.export.safe import markup_text
from factcheck.export.sheets.build import make_sheet
from factcheck.model import DraftBlock
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.material import NOON, bridge, claim_on, claim_saying, draft_of, material_of, materials
from tests.export.packed import readable_parts
from tests.export.word import anchored, body_text, by_label, opened

TOKEN = re.compile(r"tok\d+en")
SEEDS = Path(__file__).parents[2] / "seeds"


def sheet_of(material, **more):
    return make_sheet(material, by="Ann Lee", at=NOON, **more)


def copy_of(material, audience=Audience.EDITOR, original=None, **more):
    return export(sheet_of(material, **more), "docx", Options(audience=audience, original=original))


def changed(material, number, **fields):
    claims = tuple(replace(claim, **fields) if claim.number == number else claim for claim in material.claims)
    return material._replace(claims=claims)


def test_every_claim_has_one_comment_on_its_exact_words():
    comments = by_label(opened(copy_of(bridge())))
    assert {label: words for label, (_, words) in comments.items()} == {
        "C001": "The bridge cost $3 million, said Mayor Ina Holt.",
        "C002": "It is the longest in the county",
        "C003": "40 people built it.",
    }


def test_a_comment_says_finding_sources_wording_and_who():
    comments = by_label(opened(copy_of(bridge())))
    first, second = comments["C001"][0], comments["C002"][0]
    assert first.text.startswith("[C001] ✓ V verified\n")
    assert "S1 Budget 2024 · supports, primary · page 12 · “3.0 million”" in first.text
    assert "Review: agreed by Cy Dorn" in first.text
    assert (first.author, first.initials) == ("Ann Lee", "AL")
    assert "Change to: It is the second longest in the county" in second.text


def test_comments_carry_the_time_on_the_wall():
    comment = by_label(opened(copy_of(bridge())))["C001"][0]
    assert comment.timestamp.replace(tzinfo=None) == NOON.astimezone().replace(tzinfo=None)
    assert isinstance(comment.timestamp, datetime)


def resolved(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        extended = etree.fromstring(package.read("word/commentsExtended.xml"))
        comments = etree.fromstring(package.read("word/comments.xml"))
    w14, w15 = "http://schemas.microsoft.com/office/word/2010/wordml", extended.nsmap["w15"]
    done = {found.get(f"{{{w15}}}paraId") for found in extended}
    return [
        comment.find(f".//{qn('w:t')}").text.split("]")[0][1:]
        for comment in comments
        if comment.findall(qn("w:p"))[-1].get(f"{{{w14}}}paraId") in done
    ]


def test_verified_claims_arrive_resolved_unless_they_are_to_be_rechecked():
    assert resolved(copy_of(bridge())) == ["C001"]
    again = changed(bridge(), 2, finding=Finding.VERIFIED, flags=(Flag.RECHECK,))
    assert resolved(copy_of(again)) == ["C001"]


def test_claims_that_overlap_and_nest_each_have_their_own_words():
    draft = draft_of("One two three four five six.")
    spans = [(0, 27), (4, 18), (8, 23), (8, 13), (0, 27)]
    claims = [claim_on(draft, start, end, number) for number, (start, end) in enumerate(spans, 1)]
    comments = by_label(opened(copy_of(material_of(draft, claims))))
    assert [comments[f"C00{n}"][1] for n in range(1, 6)] == [draft.text[a:b] for a, b in spans]


def test_words_are_coloured_and_lettered_by_finding():
    document = opened(copy_of(bridge()))
    (run,) = [r for p in document.paragraphs for r in p.runs if r.text == "It is the longest in the county"]
    assert run._r.find(f".//{qn('w:shd')}").get(qn("w:fill")) == "F8CFCB"
    letters = [
        r.text.strip() for p in document.paragraphs for r in p.runs if r.style.name == "Factcheck Mark"
    ]
    assert letters == ["V1", "W2", "T3"]


def test_back_matter_opens_with_what_is_open_and_ends_with_the_signature():
    headings = [p.text for p in opened(copy_of(bridge())).paragraphs if p.style.name == "Factcheck Heading"]
    assert headings == [
        "Fact-check sheet", "Waiting, or to look at again (1)", "Changes wanted (1)",
        "Queries to the writer (2)", "Sources (3)", "Revisions", "Sign-off",
    ]  # fmt: skip


def test_sources_name_the_claims_that_each_supports_or_contradicts():
    rows = [
        [cell.text for cell in row.cells] for table in opened(copy_of(bridge())).tables for row in table.rows
    ]
    found = {row[0]: row[2] for row in rows if re.fullmatch(r"S\d+", row[0])}
    assert found == {"S1": "supports C001", "S2": "contradicts C002", "S3": "supports C001"}


def test_stet_names_who_and_why():
    kept = changed(
        bridge(), 2, fix=FixState.STET, fix_by="Ed Roe", fix_at=NOON, fix_reason="the phrase is hers"
    )
    text = "\n".join(body_text(opened(copy_of(kept))))
    assert "Stet (1)" in text
    assert "stet by Ed Roe, 2026-03-03 12:00 UTC: the phrase is hers" in text


def test_the_writer_gets_queries_and_wording_but_neither_notes_nor_other_claims():
    data = copy_of(bridge(), Audience.WRITER)
    assert sorted(by_label(opened(data))) == ["C002", "C003"]
    text = readable_parts(data)
    assert "Who counted the people?" in text
    assert "It is the second longest in the county" in text
    assert "less at first" not in text


def test_legal_reads_allegations_first_with_responses():
    material = changed(bridge(), 2, kinds=(CheckKind.ALLEGATION,))
    document = opened(copy_of(material, Audience.LEGAL))
    headings = [p.text for p in document.paragraphs if p.style.name == "Factcheck Heading"]
    assert headings[1] == "Allegations and claims flagged legal (1)"
    assert "Response: S2 Ben Okri, call (Ann Lee, 2026-03-03 12:00 UTC): It is the second longest." in (
        "\n".join(body_text(document))
    )


def test_a_lost_claim_stands_in_the_back_matter_in_full():
    lost = changed(bridge(), 2, lost=True)
    document = opened(copy_of(lost))
    assert "C002" not in by_label(document)
    text = "\n".join(body_text(document))
    assert "“It is the longest in the county” (lost after draft 1)" in text
    assert text.count("S2 Ben Okri · contradicts") == 1


def test_a_copy_says_on_its_face_whether_it_is_signed_and_confidential():
    first = opened(copy_of(bridge(), confidential=True)).paragraphs[0]
    assert "NOT SIGNED OFF: 1 of 3 claims still open" in first.text
    assert "CONFIDENTIAL" in first.text
    signed = {"signed_by": "Ed Roe", "signed_at": NOON, "signed_draft": 1, "signed_digest": "d" * 64}
    material = bridge()
    material = material._replace(article=replace(material.article, **signed))
    assert "Signed off by Ed Roe" in opened(copy_of(material)).paragraphs[0].text


def test_properties_name_the_sheet_and_not_the_template():
    properties = opened(copy_of(bridge())).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (
        "The bridge", "Ann Lee", "Ann Lee",
    )  # fmt: skip
    assert properties.comments == ""
    assert properties.created.replace(tzinfo=NOON.tzinfo) == NOON


@given(material=materials())
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_claim_citation_or_query_is_missing_or_doubled(material):
    sheet = sheet_of(material)
    document = opened(export(sheet, "docx"))
    comments = by_label(document)
    placed = [claim for claim in sheet.claims if not claim.lost]
    assert list(comments) == [claim.label for claim in placed]
    for claim in placed:
        comment, words = comments[claim.label]
        assert words == markup_text(claim.text)
        said = [c.quotation for c in claim.citations] + [note.text for note in claim.notes]
        said += [query.text for query in sheet.queries_by_claim.get(claim.number, ())]
        assert Counter(TOKEN.findall(comment.text)) == Counter(TOKEN.findall("\n".join(said)))
    back = Counter(TOKEN.findall("\n".join(body_text(document))))
    lost = {claim.number for claim in sheet.claims if claim.lost}
    expected = Counter(TOKEN.findall("\n".join(query.text for query in sheet.queries)))
    for claim in sheet.claims:
        if claim.lost:
            said = [c.quotation for c in claim.citations] + [note.text for note in claim.notes]
            expected += Counter(TOKEN.findall("\n".join(said)))
    expected += Counter(TOKEN.findall("\n".join(q.text for q in sheet.queries if q.claim in lost)))
    assert back == expected


@given(material=materials())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_draft_stands_word_for_word(material):
    sheet = sheet_of(material)
    document = opened(export(sheet, "docx"))
    shown = []
    for paragraph in document.paragraphs[1 : 1 + len(sheet.draft.blocks)]:
        for run in paragraph.runs:
            if run.style.name == "Factcheck Mark":
                run._r.getparent().remove(run._r)
        shown.append(paragraph.text)
    text = sheet.draft.text
    assert shown == [markup_text(text[block.start : block.end]) for block in sheet.draft.blocks]


# --- a copy of the writer's own file


def from_word(data, name="report.docx"):
    """Material of a Word file, its claims as the splitter cuts them."""
    article = read_bytes(data, name)
    cut = split(article)
    draft = replace(
        draft_of("x"),
        text=article.text,
        blocks=tuple(DraftBlock(b.kind, b.start, b.end, b.level) for b in article.blocks),
        digest=article.digest,
        format="docx",
    )
    claims = [
        claim_on(draft, claim.start, claim.end, number, parts=claim.parts, finding=Finding.VERIFIED)
        for number, claim in enumerate(cut.claims, 1)
    ]
    return material_of(draft, claims)


@pytest.fixture(scope="module")
def clinic():
    return (SEEDS / "clinic-report.docx").read_bytes()


def test_a_draft_from_word_is_marked_in_a_copy_of_that_file(clinic):
    material = from_word(clinic)
    data = copy_of(material, original=Original(clinic, "report.docx"))
    document, before = opened(data), docx.Document(io.BytesIO(clinic))
    notes = {claim.label for claim in sheet_of(material).claims if claim.block == "footnote"}
    comments = by_label(document)
    for claim in sheet_of(material).claims:
        _, words = comments[claim.label]
        if claim.label not in notes:
            assert "".join(words.split()) == "".join(claim.text.replace(" | ", "").split())
    kept = {style.name for style in before.styles}
    assert kept <= {style.name for style in document.styles}
    assert [c.text for c in before.comments] == [
        c.text for c in document.comments if not c.text.startswith("[C")
    ]
    assert read_bytes(data, "again.docx").text.startswith("Annotated copy")


def test_the_copy_keeps_formatting_and_other_words(clinic):
    material = from_word(clinic)
    data = copy_of(material, original=Original(clinic, "report.docx"))
    before, after = docx.Document(io.BytesIO(clinic)), opened(data)
    bold = ["".join(r.text for r in p.runs if r.bold) for p in before.paragraphs]
    copied = [
        "".join(r.text for r in p.runs if r.bold and r.style.name != "Factcheck Mark")
        for p in after.paragraphs[1 : 1 + len(before.paragraphs)]
    ]
    assert copied == bold


def test_a_file_that_is_not_the_draft_any_more_is_left_alone():
    other = docx.Document()
    other.add_paragraph("Quite another text.")
    out = io.BytesIO()
    other.save(out)
    document = opened(copy_of(bridge(), original=Original(out.getvalue(), "x.docx")))
    assert "Quite another text." not in "\n".join(body_text(document))
    assert len(by_label(document)) == 3


def test_secrets_in_comments_deletions_links_and_properties_of_the_original_do_not_leave(clinic):
    document = docx.Document()
    paragraph = document.add_paragraph("The bridge cost $3 million.")
    document.add_comment(paragraph.runs, "Ask Quentin Marlowe", author="Quentin Marlowe", initials="QM")
    document.core_properties.author = "Quentin Marlowe"
    document.core_properties.keywords = "marlowe@example.org"
    document.part.relate_to("mailto:marlowe@example.org", "http://example.org/hyperlink", is_external=True)
    deletion = etree.SubElement(paragraph._p, qn("w:del"), {qn("w:author"): "Quentin Marlowe"})
    run = etree.SubElement(deletion, qn("w:r"))
    for part in ("Quentin Mar", "lowe told me"):
        etree.SubElement(run, qn("w:delText")).text = part
    document.sections[0].header.paragraphs[0].add_run("for Marlowe")
    out = io.BytesIO()
    document.save(out)
    material = from_word(out.getvalue())
    from factcheck.export.sheets.redact import Redactor

    redactor = Redactor(bridge().sources)
    original = Original(out.getvalue(), "x.docx", redactor.text)
    text = readable_parts(copy_of(material, original=original))
    assert "arlowe" not in text
    assert "lowe told" not in text
    assert "cost $3 million" in text


def test_claims_in_footnotes_are_anchored_at_their_mark(clinic):
    material = from_word(clinic)
    sheet = sheet_of(material)
    in_notes = [claim for claim in sheet.claims if claim.block == "footnote"]
    if not in_notes:
        pytest.skip("the sample has no claim in a footnote")
    data = copy_of(material, original=Original(clinic, "report.docx"))
    words = anchored(opened(data))
    assert all(words[str(by_label(opened(data))[claim.label][0].comment_id)] == "" for claim in in_notes)
    assert "D3ECD6" in zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml").decode()


def test_claims_on_words_of_the_draft_once_more(clinic):
    draft = draft_of("Ana said so. Ana said so.")
    claims = [claim_saying(draft, "Ana said so.", 1), claim_on(draft, 13, 25, 2)]
    comments = by_label(opened(copy_of(material_of(draft, claims))))
    assert [comments[label][1] for label in ("C001", "C002")] == ["Ana said so.", "Ana said so."]
