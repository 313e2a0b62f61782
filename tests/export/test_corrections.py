import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from db.vocabulary import Basis, Finding, FixState, SourceKind
from factcheck.errors import Refused
from factcheck.export.formats import export
from factcheck.export.options import Options, Original
from factcheck.export.sheets.build import make_sheet
from factcheck.read import read_bytes
from factcheck.text import digest, normalise
from tests.export.material import NOON, bridge, claim_on, claim_saying, draft_of, material_of, source_of
from tests.export.packed import readable_parts
from tests.export.test_docx import from_word
from tests.export.word import opened
from tests.read.material import docx_of, paragraph, run

SEEDS = Path(__file__).parents[2] / "seeds"


def corrected(material, original=None):
    return export(make_sheet(material, by="Ann Lee", at=NOON), "corrections", Options(original=original))


def accepted(claim, words):
    return replace(
        claim,
        finding=Finding.WRONG,
        decided_by="Ben Oak",
        proposed_text=words,
        fix=FixState.ACCEPTED,
        fix_by="Ed Roe",
        fix_at=NOON,
    )


def accept_all(document):
    """The text with all tracked changes accepted, by a walk of its own."""
    body = document.element.body
    for gone in list(body.iter(qn("w:del"))):
        gone.getparent().remove(gone)
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def reject_all(document):
    body = document.element.body
    for put_in in list(body.iter(qn("w:ins"))):
        put_in.getparent().remove(put_in)
    return ["".join(t.text or "" for t in p.iter(qn("w:t"), qn("w:delText"))) for p in body.iter(qn("w:p"))]


def test_an_accepted_proposal_is_a_deletion_and_an_insertion_by_the_checker():
    material = bridge()
    claim = accepted(material.claims[1], "It is the second longest in the county")
    document = opened(corrected(material._replace(claims=(claim,))))
    (deletion,) = document.element.body.iter(qn("w:del"))
    (insertion,) = document.element.body.iter(qn("w:ins"))
    for change in (deletion, insertion):
        assert change.get(qn("w:author")) == "Ben Oak"
        assert change.get(qn("w:date")) == f"{NOON.astimezone():%Y-%m-%dT%H:%M:%SZ}"
    assert [leaf.text for leaf in deletion.iter(qn("w:delText"))] == ["longest"]
    assert [leaf.text for leaf in insertion.iter(qn("w:t"))] == ["second longest"]
    assert accept_all(document)[1] == "It is the second longest in the county, and 40 people built it."


@pytest.mark.parametrize(
    ("decided", "fixed", "author"), [("Ben Oak", "Ed Roe", "Ben Oak"), ("", "Ed Roe", "Ed Roe")]
)
def test_a_correction_is_by_who_decided_the_claim_or_who_accepted_the_wording(decided, fixed, author):
    claim = replace(accepted(bridge().claims[1], "It is long"), decided_by=decided, fix_by=fixed)
    document = opened(corrected(bridge()._replace(claims=(claim,))))
    assert {
        change.get(qn("w:author")) for change in document.element.body.iter(qn("w:del"), qn("w:ins"))
    } == {author}


def test_nothing_accepted_is_refused_in_a_sentence():
    with pytest.raises(Refused, match="no proposed wording of bridge is accepted"):
        corrected(bridge())


def test_a_correction_that_overlaps_another_is_a_comment():
    draft = draft_of("One two three four.")
    claims = [
        accepted(claim_on(draft, 0, 13, 1), "One two 3"),
        accepted(claim_on(draft, 8, 19, 2), "three five."),
    ]
    document = opened(corrected(material_of(draft, claims)))
    (comment,) = document.comments
    assert comment.text.startswith("[C002] Change to:\nthree five.")
    assert accept_all(document)[0] == "One two 3 four."


def test_a_correction_of_a_lost_claim_is_a_comment_at_the_end():
    draft = draft_of("One two three four.")
    claims = [
        accepted(claim_on(draft, 0, 13, 1), "One two 3"),
        accepted(claim_on(draft, 14, 19, 2, lost=True), "five."),
    ]
    (comment,) = opened(corrected(material_of(draft, claims))).comments
    assert "no longer in the draft" in comment.text


def test_wording_with_withheld_names_is_never_put_into_the_text():
    draft = draft_of("One two three four.")
    source = source_of(
        1, kind=SourceKind.PERSON, title="", person="Quentin Marlowe", basis=Basis.CONFIDENTIAL
    )
    claim = accepted(claim_saying(draft, "One two", 1), "Quentin Marlowe two")
    data = corrected(material_of(draft, [claim], sources=(source,)))
    assert "Marlowe" not in readable_parts(data)
    assert accept_all(opened(data))[0] == "One two three four."


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=5))
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_accepted_text_is_the_proposal_and_rejected_text_the_draft(pairs):
    before = ["Was " + " ".join(normalise(old).split()) for old, _ in pairs]
    after = ["x " + " ".join(normalise(new).split()) for _, new in pairs]
    draft = draft_of(*before)
    claims = [
        accepted(claim_on(draft, block.start, block.end, number), new)
        for number, (block, new) in enumerate(zip(draft.blocks, after, strict=True), 1)
    ]
    data = corrected(material_of(draft, claims))
    assert accept_all(opened(data))[: len(after)] == after
    assert reject_all(opened(data))[: len(before)] == before
    assert [text.strip() for text in read_bytes(data, "x.docx").text.split("\n") if text.strip()] == [
        text.strip() for text in after if text.strip()
    ]


def test_the_writers_own_file_reads_as_proposed_when_all_is_accepted():
    clinic = (SEEDS / "clinic-report.docx").read_bytes()
    material = from_word(clinic)
    text, claims, expected = material.draft.text, [], material.draft.text
    for claim in reversed(material.claims):
        inside = text[claim.start : claim.end]
        alone = not any(other.start < claim.end and claim.start < other.end and other is not claim
                        for other in material.claims)  # fmt: skip
        if alone and " | " not in inside and claim.number % 3 == 0:
            new = re.sub(r"\b(\w+)\b", "Perhaps some", inside, count=1)
            claims.insert(0, accepted(claim, new))
            expected = expected[: claim.start] + new + expected[claim.end :]
        else:
            claims.insert(0, claim)
    assert sum(claim.fix is not None for claim in claims) > 5
    data = corrected(material._replace(claims=tuple(claims)), Original(clinic, "report.docx"))
    assert read_bytes(data, "report.docx").text == expected


def test_a_correction_inside_somebody_elses_insertion_stands_beside_it():
    document = docx.Document()
    paragraph = document.add_paragraph("The bridge ")
    insertion = etree.SubElement(paragraph._p, qn("w:ins"), {qn("w:id"): "7", qn("w:author"): "Wes"})
    run = etree.SubElement(insertion, qn("w:r"))
    etree.SubElement(run, qn("w:t")).text = "cost three million dollars."
    out = io.BytesIO()
    document.save(out)
    material = from_word(out.getvalue())
    claim = accepted(claim_saying(material.draft, "three million", 1), "four million")
    original = Original(out.getvalue(), "x.docx")
    data = corrected(replace_claims(material, claim), original)
    made = opened(data).element.body
    assert not [
        mark for mark in made.iter(qn("w:ins")) if any(p.tag == qn("w:ins") for p in mark.iterancestors())
    ]
    assert read_bytes(data, "x.docx").text == "The bridge cost four million dollars."
    ids = [mark.get(qn("w:id")) for mark in made.iter(qn("w:del"), qn("w:ins"))]
    assert ids.count("8") == ids.count("9") == 1


def test_a_corrected_power_is_raised_once_and_stands_where_it_stood():
    raised = '<w:vertAlign w:val="superscript"/>'
    data = docx_of(paragraph(run("It holds 10") + run("6", raised) + run(" m") + run("2", raised) + run(".")))
    for before, after, shown in (
        ("10⁶", "10⁵", "It holds 10⁵ m2."),
        ("m²", "m³", "It holds 106 m³."),
        ("holds 10⁶", "held some 10⁶", "It held some 106 m2."),
    ):
        material = from_word(data)
        claim = accepted(claim_saying(material.draft, before, 1), after)
        made = corrected(replace_claims(material, claim), Original(data, "x.docx"))
        assert read_bytes(made, "x.docx").text == "It holds 10⁶ m².".replace(before, after)
        assert accept_all(opened(made))[0] == shown


def test_a_draft_read_before_powers_were_told_is_still_found_in_its_file():
    raised = '<w:vertAlign w:val="superscript"/>'
    data = docx_of(paragraph(run("It holds 10") + run("6", raised) + run(" litres.")))
    material = from_word(data)
    flat = material.draft.text.replace("⁶", "6")
    draft = replace(material.draft, text=flat, digest=digest(flat))
    claim = accepted(claim_saying(draft, "litres", 1), "gallons")
    made = corrected(material._replace(draft=draft, claims=(claim,)), Original(data, "x.docx"))
    assert read_bytes(made, "x.docx").text == "It holds 10⁶ gallons."


def replace_claims(material, *claims):
    return material._replace(claims=claims)
