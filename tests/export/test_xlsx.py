import io
import re
from collections import Counter
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from db.vocabulary import FINDINGS
from factcheck.export.formats import export
from factcheck.export.safe import markup_text
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.seal import LONGEST_CELL, fitted
from factcheck.export.sheets.sheet import source_label
from tests.export.material import NOON, bridge, materials

TOKEN = re.compile(r"tok\d+en")


def sheet_of(material, **more):
    return make_sheet(material, by="Ann Lee", at=NOON, **more)


def book_of(material, **more):
    return openpyxl.load_workbook(io.BytesIO(export(sheet_of(material, **more), "xlsx")))


def table(worksheet):
    head, *rows = worksheet.iter_rows(values_only=True)
    return [dict(zip(head, (cell or "" for cell in row), strict=True)) for row in rows]


@pytest.fixture(scope="module")
def book():
    return book_of(bridge())


def test_a_workbook_has_the_six_sheets_and_opens_on_the_claims(book):
    assert book.sheetnames == ["Article", "Claims", "Citations", "Sources", "Queries", "Progress"]
    assert book.active.title == "Claims"


def test_claims_have_one_row_each_with_an_id_that_no_program_takes_for_a_number(book):
    rows = table(book["Claims"])
    assert [row["claim"] for row in rows] == ["C001", "C002", "C003"]
    assert [row["finding"] for row in rows] == ["verified", "wrong", "waiting"]
    assert rows[1]["proposed text"] == "It is the second longest in the county"
    assert all(cell.data_type == "s" for row in book["Claims"].iter_rows() for cell in row if cell.value)


def test_the_heading_stays_and_every_table_has_filters(book):
    for name in ("Claims", "Citations", "Sources", "Queries"):
        assert book[name].freeze_panes == "B2"
        assert book[name].auto_filter.ref.startswith("A1:")


def test_vocabularies_have_drop_downs_and_findings_colours(book):
    lists = {str(v.sqref): v.formula1 for v in book["Claims"].data_validations.dataValidation}
    (words,) = lists.values()
    assert words.strip('"').split(",") == [str(finding).replace("_", " ") for finding in FINDINGS]
    rules = [rule for rules in book["Claims"].conditional_formatting for rule in rules.rules]
    assert len(rules) == len(FINDINGS)
    assert len(book["Citations"].data_validations.dataValidation) == 4
    assert len(book["Sources"].data_validations.dataValidation) == 3


def test_columns_for_programs_are_hidden(book):
    sheet = book["Claims"]
    hidden = {
        cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden
        or _in_hidden_group(sheet, cell.column)
    }  # fmt: skip
    assert {"version", "row", "draft digest"} <= hidden
    assert not {"claim", "text", "finding", "new note"} & hidden


def _in_hidden_group(sheet, column):
    return any(d.hidden and d.min <= column <= d.max for d in sheet.column_dimensions.values())


def links(book):
    cells = (cell for worksheet in book for row in worksheet.iter_rows() for cell in row)
    return list(dict.fromkeys(cell.hyperlink.target for cell in cells if cell.hyperlink))


def test_only_web_addresses_are_links():
    material = bridge()
    sheet = sheet_of(material)
    assert links(book_of(material)) == ["https://example.org/budget"]
    hostile = replace(sheet, sources=tuple(replace(s, url="javascript:alert(1)") for s in sheet.sources))
    book = openpyxl.load_workbook(io.BytesIO(export(hostile, "xlsx")))
    assert not links(book)
    assert table(book["Sources"])[0]["url"] == "javascript:alert(1)"


def test_the_cover_says_whether_it_is_signed_and_the_chart_is_there(book):
    cover = "\n".join(
        str(cell) for row in book["Article"].iter_rows(values_only=True) for cell in row if cell
    )
    assert "NOT SIGNED OFF: 1 of 3 claims still open" in cover
    assert "The bridge" in cover
    assert len(book["Progress"]._charts) == 1
    assert book["Progress"].cell(len(FINDINGS) + 2, 4).value == 3


def test_a_text_longer_than_a_cell_is_cut_with_a_visible_mark():
    cut = fitted("😀" * LONGEST_CELL)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert cut.endswith("[cut here; the desk has the rest]")
    assert fitted("x" * LONGEST_CELL) == "x" * LONGEST_CELL


@given(material=materials())
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_claim_citation_or_query_is_missing_or_doubled(material):
    sheet = sheet_of(material)
    book = openpyxl.load_workbook(io.BytesIO(export(sheet, "xlsx")))
    claims, citations, queries = (table(book[name]) for name in ("Claims", "Citations", "Queries"))
    assert [row["claim"] for row in claims] == [claim.label for claim in sheet.claims]
    expected = [str(c.id) for claim in sheet.claims for c in claim.citations]
    assert [row["citation"] for row in citations] == expected
    assert [row["query"] for row in queries] == [f"Q{query.id}" for query in sheet.queries]
    assert [row["source"] for row in table(book["Sources"])] == [source_label(s.id) for s in sheet.sources]
    notes = Counter(TOKEN.findall("\n".join(n.text for claim in sheet.claims for n in claim.notes)))
    assert Counter(TOKEN.findall("\n".join(row["notes"] for row in claims))) == notes
    asked = Counter(TOKEN.findall("\n".join(query.text for query in sheet.queries)))
    assert Counter(TOKEN.findall("\n".join(row["text"] for row in queries))) == asked
    for row, claim in zip(claims, sheet.claims, strict=True):
        assert openpyxl.utils.escape.unescape(row["text"]) == markup_text(claim.text)
    assert not [
        cell for worksheet in book for row in worksheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
