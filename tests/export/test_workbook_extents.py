import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.export.returned.extents import MOST_CELLS, Extent, extents_of
from factcheck.export.returned.workbooks import workbook_rows

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
START = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="%s"/>'
    "</Relationships>"
)


def package(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return zipfile.ZipFile(out)


def workbook(*sheets, texts=None, start="xl/workbook.xml", places=(), more=None):
    """A workbook of worksheets given by their rows; `places` says where their parts are said to stand."""
    names = [f"worksheets/sheet{number}.xml" for number in range(len(sheets))]
    places = places or names
    links = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="{place}"/>'
        for number, place in enumerate(places)
    )
    listed = "".join(
        f'<sheet name="S{number}" sheetId="{number + 1}" r:id="r{number}"/>' for number in range(len(places))
    )
    book = f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    parts = {
        "_rels/.rels": START % start,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
    }
    for name, rows in zip(names, sheets, strict=True):
        parts[f"xl/{name}"] = f'<worksheet xmlns="{SHEETS}"><sheetData>{rows}</sheetData></worksheet>'
    if texts is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{SHEETS}" {texts}</sst>'
    return package(**parts | (more or {}))


FAR = 1_048_576, 16_384


@pytest.mark.parametrize(
    ("rows", "extent"),
    [
        ("", (0, 0)),
        ("<row/>", (1, 0)),
        ("<row/><row/>", (2, 0)),
        ('<row r="7"/>', (7, 0)),
        ('<row r="7"/><row/>', (8, 0)),
        ('<row r="7"/><row r="3"><c/></row>', (7, 1)),
        ("<row><c/><c/></row><row><c/></row>", (2, 2)),
        ('<row><c r="B7"/></row>', (7, 2)),
        ('<row><c r="B7"/><c/></row>', (7, 3)),
        ('<row><c r="z1"/></row>', (1, 26)),
        ('<row><c r="AA1"/></row>', (1, 27)),
        ('<row><c r="AZ10"/></row>', (10, 52)),
        ('<row><c r="BA10"/></row>', (10, 53)),
        ('<row><c r="ZZ9999999"/></row>', (9_999_999, 702)),
        ('<row><c r="AAA1"/></row>', (1, 703)),
        ('<row><c r="XFD1048576"/></row>', FAR),
        ('<row><c r="AAAA1"/></row>', FAR),
        ('<row><c r="A12345678"/></row>', FAR),
        ('<row><c r="7"/></row>', FAR),
        ('<row><c r="A"/></row>', FAR),
        ('<row><c r="É1"/></row>', FAR),
        ('<row><c r="A1B"/></row>', FAR),
        ('<row r="many"/>', (FAR[0], 0)),
        ('<row r="99999999"/>', (FAR[0], 0)),
        ('<row r="1048577"/>', (FAR[0], 0)),
    ],
)
def test_a_sheet_reaches_to_its_farthest_cell_by_names_or_by_order(rows, extent):
    assert extents_of(workbook(rows)) == [Extent(*extent)]


def shared(place):
    return f'<row><c t="s"><v>{place}</v></c><c t="s"><v>{place}</v></c><c><v>{place}</v></c></row>'


@pytest.mark.parametrize(
    ("place", "characters"), [("0", 10), ("1", 6), ("2", 0), ("3", 0), ("", 0), ("-1", 0), ("x", 0)]
)
def test_texts_that_cells_share_count_for_each_cell(place, characters):
    texts = 'count="9"><si><t>abcde</t></si><si><r><t>f</t></r><r><t>gh</t></r></si><si><t/></si>'
    (extent,) = extents_of(workbook(shared(place), texts=texts))
    assert extent == Extent(1, 3, characters)


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        (f'count="{MOST_CELLS}">', True),
        (f'count="{MOST_CELLS + 1}">', False),
        (f'uniqueCount="{MOST_CELLS}">', True),
        (f'count="1" uniqueCount="{MOST_CELLS + 1}">', False),
        ('count="many">', False),
        (f'count="{"0" * 40}1">', False),
        (">", True),
    ],
)
def test_a_workbook_that_announces_too_many_texts_is_refused(texts, fits):
    if fits:
        assert extents_of(workbook(shared("0"), texts=texts)) == [Extent(1, 3, 0)]
    else:
        with pytest.raises(ValueError, match="far more texts than a claim sheet has"):
            extents_of(workbook(shared("0"), texts=texts))


def test_each_sheet_is_told_in_the_order_of_the_book_and_one_part_may_be_several():
    wide, tall = '<row><c r="E1"/></row>', '<row><c r="A9"/></row>'
    places = ("worksheets/sheet1.xml", "/xl/worksheets/sheet0.xml", "xl/Worksheets/Sheet1.xml", "nowhere.xml")
    found = extents_of(workbook(wide, tall, places=places))
    assert found == [Extent(9, 1), Extent(1, 5), Extent(9, 1), Extent(9, 5)]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: package(**{"a.txt": "x"}), "it holds no workbook; save it as XLSX"),
        (lambda: package(**{"xl/workbook.xml": "<a/>", "content.xml": "<a/>"}), "it holds no workbook"),
        (lambda: workbook("", start="xl/other.xml"), "its parts do not stand in their place"),
        (lambda: workbook("", places=("worksheets/sheet0.bin",)), "its sheets are not XML"),
        (lambda: workbook("", more={"XL/Workbook.xml": "<a/>"}), "two of its parts have the same name"),
    ],
)
def test_what_is_no_workbook_is_said(made, said):
    with pytest.raises(ValueError, match=said):
        extents_of(made())


def test_a_workbook_may_name_its_start_from_the_root_and_in_any_case():
    assert extents_of(workbook("<row/>", start="/XL/Workbook.xml")) == [Extent(1, 0)]


cells = st.dictionaries(
    st.tuples(st.integers(1, 60), st.integers(1, 90)), st.text("ab é", min_size=1, max_size=6), max_size=8
)


@given(st.tuples(cells, cells))
@settings(max_examples=8, deadline=None)
def test_the_extent_of_a_book_is_that_of_what_was_written_into_it(sheets):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for written in sheets:
            sheet = book.add_worksheet()
            for (row, column), text in written.items():
                sheet.write_string(row - 1, column - 1, text)
    expected = [
        Extent(
            max((row for row, _ in written), default=0),
            max((column for _, column in written), default=0),
            sum(map(len, written.values())),
        )
        for written in sheets
    ]
    assert extents_of(zipfile.ZipFile(out)) == expected
    assert [extent.cells for extent in expected] == [extent.rows * extent.columns for extent in expected]


OPEN = (
    '<o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">%s</o:document>'
)


def row(cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def cell(words, times=1):
    return f'<table:table-cell table:number-columns-repeated="{times}">{words}</table:table-cell>'


CELL = cell("<text:p>abc</text:p>").replace(' table:number-columns-repeated="1"', "")
SPACED = "<table:covered-table-cell/>" + cell('<text:p>a<text:s text:c="7"/><text:s/></text:p>')


@pytest.mark.parametrize(
    ("rows", "extent"),
    [
        ("", (0, 0, 0)),
        (f"<table:table-row>{CELL}</table:table-row>", (1, 1, 3)),
        (
            f"<table:table-row>{CELL}{CELL}</table:table-row><table:table-row>{CELL}</table:table-row>",
            (2, 2, 9),
        ),
        ("<table:table-row><table:table-cell/></table:table-row>", (0, 0, 0)),
        (
            row(f"{cell('', 4)}{CELL}", 5),
            (5, 5, 15),
        ),
        (
            row(CELL) + row(cell("", 1000), 1_000_000),
            (1, 1, 3),
        ),
        (
            row(cell("<text:p>a<text:span>b</text:span></text:p>", 3), 2),
            (2, 3, 12),
        ),
        (
            row(SPACED),
            (1, 2, 9),
        ),
    ],
)
def test_an_opendocument_sheet_reaches_to_its_last_cell_with_words(rows, extent):
    table = f'<table:table table:name="T">{rows}</table:table>'
    found = extents_of(package(**{"content.xml": OPEN % (table + table)}))
    assert found == [Extent(*extent), Extent(*extent)]


def book_with(*cells):
    book = openpyxl.Workbook()
    for name, value in cells:
        book.active[name] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_values_of_cells_come_as_a_person_sees_them():
    values = (
        "words", True, False, 3, 3.0, 3.5, -2, date(2026, 3, 4), datetime(2026, 3, 4, 5, 6, 7),  # noqa: DTZ001
        datetime(2026, 3, 4),  # noqa: DTZ001
    )  # fmt: skip
    ((title, rows),) = workbook_rows(
        book_with(*((f"A{row}", value) for row, value in enumerate(values, 2))), "x.xlsx"
    )
    assert title == "Sheet"
    assert [row[0] for row in rows] == [
        "", "words", "true", "false", "3", "3", "3.5", "-2", "2026-03-04", "2026-03-04 05:06:07",
        "2026-03-04",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("A100001", "row 100,001 and column 1, of 1 sheet; delete"),
        ("CW20000", "row 20,000 and column 101, of 1 sheet; delete"),
    ],
)
def test_a_workbook_used_too_far_out_is_refused_with_how_far(cell, said):
    with pytest.raises(BadInput, match=said):
        workbook_rows(book_with((cell, "x")), "x.xlsx")


def test_a_workbook_of_too_many_parts_or_texts_is_refused():
    more = {f"a{number}.txt": "" for number in range(600)}
    out = workbook("", more=more).fp
    with pytest.raises(BadInput, match="would unpack to far more than a claim sheet"):
        workbook_rows(out.getvalue(), "x.xlsx")
    long = workbook(shared("0") * 501, texts=f'count="1"><si><t>{"x" * 100_000}</t></si>').fp
    with pytest.raises(BadInput, match="holds far more text than a claim sheet"):
        workbook_rows(long.getvalue(), "x.xlsx")
