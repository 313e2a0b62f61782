import csv
import io
import json
import re
from dataclasses import replace

import pyromark
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html as lxml_html

from db.vocabulary import FINDINGS, Finding
from factcheck.errors import BadInput
from factcheck.export.formats import FORMATS, export, format_of
from factcheck.export.options import Options, Rows
from factcheck.export.pages.markdown import escaped
from factcheck.export.safe import uncell
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.sheet import adapter
from factcheck.text import safe, safe_line
from tests.export.material import NOON, bridge, hostile_text, materials

TOKEN = re.compile(r"tok\d+en")
TEXTS = [name for name, known in FORMATS.items() if known.text and name != "claimreview"]
"""Formats that are one text; what is packed in parts has tests of its own."""


def sheet_of(material, **more):
    return make_sheet(material, by="Ann Lee", at=NOON, **more)


def written(sheet, name, **options):
    return export(sheet, name, Options(**options)).decode("utf-8-sig")


def rows_of(sheet, **options):
    return list(csv.DictReader(io.StringIO(written(sheet, "csv", **options), newline="")))


def tokens_of(material):
    said = [c.quotation for claim in material.claims for c in claim.citations]
    said += [note.text for claim in material.claims for note in claim.notes]
    said += [query.text for query in material.queries]
    return sorted(TOKEN.findall("\n".join(said)))


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_large_counts_have_separators(name):
    sheet = sheet_of(bridge())
    counts = {Finding.UNCHECKED: 3087, Finding.VERIFIED: 1234}
    progress = replace(sheet.progress, claims=4321, by_finding=counts, recheck=0)
    draft = replace(sheet.draft, words=98765)
    text = written(replace(sheet, progress=progress, draft=draft), name)
    for count in ("3,087 of 4,321 claims still open", "1,234 of 4,321", "98,765 words"):
        assert count in text


@pytest.mark.parametrize(
    ("name", "known"),
    [("csv", "csv"), ("md", "markdown"), (".MD", "markdown"), ("htm", "html"), ("json", "json")],
)
def test_formats_are_found_by_name_short_name_and_suffix(name, known):
    assert format_of(name).name == known


def test_an_unknown_format_is_refused_with_the_list():
    with pytest.raises(BadInput, match="“cvs” is not an export format; there are csv, markdown, html, json"):
        format_of("cvs")


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "json"])
def test_a_sheet_that_is_not_signed_off_says_so_on_its_face(name):
    assert "NOT SIGNED OFF" in written(sheet_of(bridge()), name)


def test_a_sheet_in_json_that_is_not_signed_off_names_no_signer_and_no_time():
    signed = json.loads(written(sheet_of(bridge()), "json"))["sign_off"]
    assert (signed["by"], signed["at"]) == ("", None)


@pytest.mark.parametrize("name", TEXTS)
def test_a_signed_sheet_names_the_signer_and_the_text(name):
    material = bridge()
    signed = {
        "signed_by": "Ed Roe",
        "signed_at": NOON,
        "signed_draft": 1,
        "signed_digest": material.draft.digest,
    }
    sheet = sheet_of(material._replace(article=replace(material.article, **signed)))
    text = written(sheet, name)
    assert "NOT SIGNED OFF" not in text
    assert "Ed Roe" in text
    assert material.draft.digest in text


@pytest.mark.parametrize("name", TEXTS)
def test_a_confidential_sheet_says_so_on_its_face(name):
    text = written(sheet_of(bridge(), confidential=True), name)
    assert "Quentin Marlowe" in text
    assert "confidential" in text.lower()


@pytest.mark.parametrize("name", TEXTS)
@given(material=materials())
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_citation_note_or_query_is_missing_or_doubled(name, material):
    assert sorted(TOKEN.findall(written(sheet_of(material), name))) == tokens_of(material)


@given(material=materials())
@settings(max_examples=20, deadline=None)
def test_json_is_the_whole_sheet(material):
    sheet = sheet_of(material)
    document = written(sheet, "json")
    assert adapter().validate_json(document) == sheet
    assert document == safe(document)


@given(material=materials())
@settings(max_examples=20, deadline=None)
def test_csv_has_one_row_a_claim_with_its_exact_words(material):
    sheet = sheet_of(material)
    rows = [row for row in rows_of(sheet) if row["claim"]]
    assert [row["claim"] for row in rows] == [claim.label for claim in sheet.claims]
    for row, claim in zip(rows, sheet.claims, strict=True):
        assert uncell(row["text"]) == safe(claim.text)
        assert row["finding"] == claim.finding
        assert uncell(row["proposed_text"]) == safe(claim.proposed_text)


@given(material=materials())
@settings(max_examples=20, deadline=None)
def test_csv_by_citation_has_one_row_a_citation_and_one_for_a_claim_without(material):
    sheet = sheet_of(material)
    rows = rows_of(sheet, rows=Rows.CITATIONS)
    expected = [(c.label, str(x.id)) for c in sheet.claims for x in c.citations]
    assert [(row["claim"], row["citation"]) for row in rows if row["citation"]] == expected
    without = [claim.label for claim in sheet.claims if not claim.citations]
    assert [row["claim"] for row in rows if not row["citation"]] == without


@given(material=materials())
@settings(max_examples=20, deadline=None)
def test_no_cell_is_a_formula_and_no_control_character_stands_in_csv(material):
    text = written(sheet_of(material), "csv")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.strip()[:1] in set("=+-@＝＋－＠") for cell in row if cell.strip())
    assert text.replace("\r\n", "\n") == safe(text.replace("\r\n", "\n"))


def test_csv_is_what_a_spreadsheet_wants():
    data = export(sheet_of(bridge()), "csv")
    assert data.startswith(b'\xef\xbb\xbf"sheet","claim","text"')
    assert data.endswith(b'"\r\n')


def test_csv_can_be_written_raw():
    material = bridge()
    claim = replace(material.claims[0], proposed_text="=1+1")
    sheet = sheet_of(material._replace(claims=(claim,)))
    assert rows_of(sheet)[0]["proposed_text"] == "'=1+1"
    assert rows_of(sheet, raw=True)[0]["proposed_text"] == "=1+1"


def test_queries_about_the_whole_piece_have_a_row_of_their_own_in_csv():
    last = rows_of(sheet_of(bridge()))[-1]
    assert (last["claim"], last["text"]) == ("", "'(about the whole piece)"[1:])
    assert "Is the opening still in May?" in last["queries"]


@given(hostile_text)
def test_markdown_shows_text_as_it_stands(text):
    page = pyromark.html(f"- {escaped(text + 'x')}")
    shown = lxml_html.fromstring(f"<body>{page}</body>")
    assert "".join(shown.itertext()).split() == safe_line(text + "x").split()
    assert {child.tag for child in shown.iter()} <= {"body", "ul", "li"}


@given(material=materials())
@settings(max_examples=12, deadline=None)
def test_markdown_has_one_heading_a_claim_and_holds_no_control_character(material):
    sheet = sheet_of(material)
    text = written(sheet, "markdown")
    labels = re.findall(r"^### (C\d+) · ", text, re.MULTILINE)
    assert labels == [claim.label for claim in sheet.claims]
    assert text == safe(text)


@given(material=materials())
@settings(max_examples=12, deadline=None)
def test_html_has_one_card_a_claim_and_the_draft_word_for_word(material):
    sheet = sheet_of(material)
    page = lxml_html.document_fromstring(export(sheet, "html"))
    cards = page.xpath("//article[contains(@class,'card')]/@id")
    assert cards == [claim.label for claim in sheet.claims]
    for number in page.xpath("//a[@class='n']"):
        number.drop_tree()
    shown = [
        " ".join("".join(block.itertext()).split())
        for block in page.xpath("//div[@class='row']/*[not(@class='margin')]")
    ]
    text = sheet.draft.text
    blocks = [" ".join(text[block.start : block.end].split()) for block in sheet.draft.blocks]
    assert list(map(printable, shown)) == list(map(printable, blocks))


def printable(text):
    return re.sub(r"[^\w ]", "", text)


@given(material=materials())
@settings(max_examples=12, deadline=None)
def test_html_runs_nothing_and_loads_nothing(material):
    data = export(sheet_of(material), "html")
    page = lxml_html.document_fromstring(data)
    assert not page.xpath("//script | //img | //iframe | //link | //object | //form")
    assert not [name for element in page.iter("*") for name in element.attrib if name.startswith("on")]
    links = page.xpath("//a/@href")
    assert all(link.startswith(("#", "https://", "http://")) for link in links)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", data.decode())


def test_every_finding_has_its_colour_in_the_html_report():
    page = written(sheet_of(bridge()), "html")
    assert all(f".{finding} {{" in page for finding in FINDINGS)
