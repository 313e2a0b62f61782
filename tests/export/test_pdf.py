import io
import re
import subprocess
import sys
from collections import Counter

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings

from db.vocabulary import FINDINGS
from factcheck.export.formats import export
from factcheck.export.sheets.build import make_sheet
from tests.export.material import NOON, bridge, claim_on, draft_of, material_of, materials

pytest.importorskip("typst")


def pdf_of(material, **more):
    return pypdf.PdfReader(io.BytesIO(export(make_sheet(material, by="Ann Lee", at=NOON, **more), "pdf")))


def text_of(material, **more):
    text = "\n".join(page.extract_text() for page in pdf_of(material, **more).pages)
    return " ".join(text.split())


def test_the_pdf_holds_draft_claims_sources_and_queries_once():
    text = text_of(bridge())
    labels = Counter(re.findall(r"\bC\d{3}\b", text))
    assert all(labels[label] >= 2 for label in ("C001", "C002", "C003"))
    assert text.count("NOT SIGNED OFF: 1 of 3 claims still open") == 1
    assert text.count("“3.0 million”") == 1
    assert text.count("Who counted the people?") == 1
    assert "Change to: It is the second longest in the county" in text
    assert "It is the longest in the county, and" in text.replace(" T3", "").replace("T3 ", "")


@given(material=materials())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_citation_note_or_query_is_missing_or_doubled(material):
    said = [c.quotation for claim in material.claims for c in claim.citations]
    said += [note.text for claim in material.claims for note in claim.notes]
    said += [query.text for query in material.queries]
    expected = sorted(re.findall(r"tok\d+en", "\n".join(said)))
    # A token may be hyphenated, or go on at the top of the next page behind the footer of this one.
    shown = re.sub(r"[-\u2010\u00ad]?\s+", "", text_of(material))
    assert sorted(re.findall(r"tok\d+en", shown)) == expected


def test_nothing_withheld_is_in_the_pdf_and_confidential_says_so():
    assert "Marlowe" not in text_of(bridge())
    whole = text_of(bridge(), confidential=True)
    assert "Quentin Marlowe" in whole
    assert "CONFIDENTIAL" in whole


def test_markup_of_the_typesetter_stays_text():
    draft = draft_of('#read("/etc/passwd") $x^2$ [b] *bold* = head #let x = 1', "\x07 control \u202e turned")
    claims = [
        claim_on(draft, block.start, block.end, number, finding=finding)
        for number, (block, finding) in enumerate(zip(draft.blocks, FINDINGS, strict=False), 1)
    ]
    text = text_of(material_of(draft, claims, article={"title": '#panic("x")'}))
    assert '#read("/etc/passwd") $x^2$ [b] *bold* = head #let x = 1' in text
    assert '#panic("x")' in text


def test_the_pdf_is_tagged_and_names_the_piece():
    found = pdf_of(bridge())
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert found.metadata.title == "The bridge"


def test_a_missing_typesetter_is_one_sentence_with_the_command():
    code = (
        "import sys; sys.modules['typst'] = None\n"
        "from tests.export.material import NOON, bridge\n"
        "from factcheck.export.sheets.build import make_sheet\n"
        "from factcheck.export.formats import export\n"
        "from factcheck.errors import MissingExtra\n"
        "try: export(make_sheet(bridge(), by='Ann Lee', at=NOON), 'pdf')\n"
        "except MissingExtra as fault: print(fault)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == (
        "writing PDF needs an extra: pip install 'factcheck-desk[pdf]'; or print the HTML report"
    )
