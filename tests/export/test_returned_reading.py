import csv
import io
import os
import re

import pytest

from factcheck.errors import BadInput
from factcheck.export.formats import export
from factcheck.export.returned.planned import Planning
from factcheck.export.returned.reading import Cell, Row, TableKind, read_returned, read_tables
from factcheck.export.returned.words import day_of, number_of
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.seal import LONGEST_CELL, canonical, fitted, plain_lines, seal
from tests.export.whole_piece import LATER, whole_piece

HEAD = ["claim", "finding", "proposed text"]


def read(rows, delimiter=",", encoding="utf-8", name="x.csv"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return read_tables(out.getvalue().encode(encoding), name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_whatever_program_saved_it(delimiter, encoding):
    (table,) = read([HEAD, ["C001", "größer", "a,b;c\td\ne “f”"]], delimiter, encoding)
    assert (table.kind, table.name) == (TableKind.CLAIMS, "")
    assert [(name, cell.text, cell.name) for name, cell in table.rows[0].cells.items()] == [
        ("claim", "C001", "A2"),
        ("finding", "größer", "B2"),
        ("proposed_text", "a,b;c\td\ne “f”", "C2"),
    ]


def test_a_table_of_one_line_is_read_too():
    (table,) = read_tables(b"claim;finding;proposed_text", "x.csv")
    assert table.rows == ()


@pytest.mark.parametrize("content", [b"claim,finding,\x81", b"\xff\xfec\x00\xff"])
def test_what_is_no_text_is_said(content):
    with pytest.raises(BadInput, match=r"“x\.csv” is not text in UTF-8; save it as CSV UTF-8"):
        read_tables(content, "x.csv")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (["claim", "finding", "proposed_text"], "claims"),
        ([" Claim ", "FINDING", "Proposed Text", "other"], "claims"),
        (["claim", "citation", "stance", "finding"], "citations"),
        (["query", "answer"], "queries"),
        (["source", "kind", "cited by"], "sources"),
        (["source", "kind"], None),
        (["claim", "finding"], None),
    ],
)
def test_a_table_is_known_by_its_columns(head, kind):
    if kind is None:
        with pytest.raises(
            BadInput, match=r"“x\.csv” holds no table of claims as `factcheck export` writes it"
        ):
            read([head])
    else:
        assert [table.kind for table in read([head])] == [kind]


@pytest.mark.parametrize(("above", "found"), [(0, True), (19, True), (20, False)])
def test_headings_stand_in_the_first_twenty_rows(above, found):
    rows = [["notes"]] * above + [HEAD, ["C001", "", ""], ["", " ", ""], ["C002"]]
    if not found:
        with pytest.raises(BadInput):
            read(rows)
        return
    (table,) = read(rows)
    assert [(row.name, row.words("claim")) for row in table.rows] == [
        (f"row {above + 2}", "C001"),
        (f"row {above + 4}", "C002"),
    ]
    assert table.rows[1].cells["finding"] == Cell("", f"B{above + 4}")


def test_a_cell_has_the_name_that_a_spreadsheet_gives_it():
    more = [f"x{number}" for number in range(3, 30)] + [""] * 22 + ["az", "ba"] + [""] * 446
    (table,) = read([HEAD + more + ["last"][:0], ["C001"]])
    row = table.rows[0]
    assert [row.place(name) for name in ("claim", "x25", "x26", "x27", "az", "ba", "none")] == [
        "A2", "Z2", "AA2", "AB2", "BA2", "BB2", "row 2",
    ]  # fmt: skip
    assert "" not in row.cells


@pytest.mark.parametrize(("columns", "fits"), [(500, True), (501, False)])
def test_a_table_has_500_columns_at_most(columns, fits):
    head = HEAD + [""] * (columns - 3)
    if fits:
        assert read([head])
    else:
        with pytest.raises(BadInput, match="the table has more than 500 columns; delete the empty ones"):
            read([head])


def test_two_columns_of_one_name_are_refused_with_the_place_of_the_second():
    with pytest.raises(BadInput, match=r"two columns are called “finding”, the second one at E2; remove one"):
        read([[], ["", *HEAD, "Finding"]])


@pytest.mark.parametrize(("length", "fits"), [(100_000, True), (100_001, False)])
def test_a_cell_is_no_longer_than_any_program_makes_it(length, fits):
    before = csv.field_size_limit()
    if fits:
        assert len(read([HEAD, ["C001", "", "x" * length]])[0].rows[0].words("proposed_text")) == length
    else:
        with pytest.raises(BadInput, match=r"“x\.csv” is no CSV that can be read: "):
            read([HEAD, ["C001", "", "x" * length]])
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(("rows", "fits"), [(100_000, True), (100_001, False)])
def test_a_table_has_a_hundred_thousand_rows_at_most(rows, fits):
    data = b"claim,finding,proposed_text\r\n" + b"\r\n" * (rows - 1)
    if fits:
        assert read_tables(data, "x.csv")[0].rows == ()
    else:
        with pytest.raises(BadInput, match=r"“x\.csv” has far more cells than a claim sheet"):
            read_tables(data, "x.csv")


def test_a_file_too_large_for_a_sheet_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"")
    os.truncate(path, 20_000_001)
    with pytest.raises(BadInput, match="no claim sheet is so large"):
        read_returned(path)
    path.write_bytes(b"query,answer\r\nQ1,x\r\n")
    assert read_returned(path)[0].rows[0].words("answer") == "x"


def test_a_workbook_is_known_by_its_name_or_its_first_bytes():
    sheet = make_sheet(whole_piece(), by="Ann Lee", at=LATER)
    tables = read_tables(export(sheet, "xlsx"), "sent.dat")
    assert [(table.kind, table.name) for table in tables] == [
        ("claims", "Claims"), ("citations", "Citations"), ("sources", "Sources"), ("queries", "Queries"),
    ]  # fmt: skip
    assert tables[0].rows[0].name == "Claims, row 2"
    assert tables[0].rows[0].place("finding") == "Claims!B2"
    for name in ("x.XLSX", "x.xlsm", "x.ods"):
        with pytest.raises(BadInput, match="is no workbook that can be read"):
            read_tables(b"claim,finding,proposed_text", name)


@pytest.mark.parametrize(
    ("cell", "text", "holds"),
    [
        ("a", "a", True), ("a ", "a", True), ("a\r\nb", "a\nb", True), ("a \nb", "a\nb", True),
        ("'=1", "=1", True), ("'=1", "'=1", True), ("=1", "=1", True), ("'a", "a", False), ("a", "b", False),
        ("", "", True), (" ", "", True), ("a  b", "a b", False), ("A", "a", False), ("a\x07", "a\x07", True),
    ],
)  # fmt: skip
def test_a_cell_holds_what_went_out_however_it_travelled(cell, text, holds):
    assert Cell(cell, "A1").holds(text) is holds


@pytest.mark.parametrize(
    ("cell", "words"), [(" a ", "a"), ("'=1", "=1"), ("'a", "'a"), ("a\r\nb\rc", "a\nb\nc"), ("''=1", "'=1")]
)
def test_the_words_of_a_cell_are_what_a_person_means(cell, words):
    assert Cell(cell, "A1").words == words


def row(seal_of, **cells):
    return Row({name: Cell(text, name) for name, text in cells.items()} | {"row": Cell(seal_of, "row")}, "r")


@pytest.mark.parametrize(
    ("cells", "vocabulary", "is_as_sent"),
    [
        ({"a": "own notes", "b": "=1"}, ("a",), True),
        ({"a": "own_notes", "b": "'=1"}, ("a",), True),
        ({"a": "own notes", "b": "=1"}, (), False),
        ({"a": "own notes", "b": "=2"}, ("a",), False),
        ({"b": "=1"}, ("a",), False),
    ],
)
def test_a_row_is_as_it_was_sent_while_its_seal_fits(cells, vocabulary, is_as_sent):
    sealed = seal(("own_notes", "=1"))
    assert row(sealed, **cells).is_as_sent(("a", "b"), vocabulary) is is_as_sent


def test_a_column_that_went_out_empty_may_be_gone_and_a_dash_stands_for_nothing():
    assert row(seal(("", "x")), a="–", b="x").is_as_sent(("a", "b"), ("a",))
    assert row(seal(("", "x")), b="x").is_as_sent(("a", "b"), ("a",))
    assert not row(seal(("", "x")), a="–", b="x").is_as_sent(("a", "b"))


def test_a_seal_is_short_and_tells_cells_apart():
    assert re.fullmatch("[0-9a-f]{16}", seal(("a", "b")))
    assert len({seal(("a", "b")), seal(("ab",)), seal(("b", "a")), seal(("a",)), seal(("a", "", "b"))}) == 5


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("x" * (LONGEST_CELL // 2), False),
        ("x" * LONGEST_CELL, False),
        ("x" * (LONGEST_CELL + 1), True),
        ("😀" * (LONGEST_CELL // 2), False),
        ("😀" * (LONGEST_CELL // 2) + "x", False),
        ("😀" * (LONGEST_CELL // 2 + 1), True),
    ],
)
def test_a_cell_holds_32767_units_and_says_where_it_was_cut(text, cut):
    made = fitted(text)
    if not cut:
        assert made == text
        return
    mark = " … [cut here; the desk has the rest]"
    assert made.endswith(mark)
    assert text.startswith(made.removesuffix(mark))
    assert LONGEST_CELL - 1 <= len(made.encode("utf-16-le")) // 2 <= LONGEST_CELL


@pytest.mark.parametrize(
    ("text", "lines"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\u240db", "a\nb"), ("a\u240d\nb", "a\nb")]
)
def test_line_ends_of_any_kind_are_one(text, lines):
    assert plain_lines(text) == lines
    assert canonical(f" {text} \t") == lines


@pytest.mark.parametrize(
    ("text", "letter", "number"),
    [
        ("C017", "C", 17), ("c17", "C", 17), ("17", "C", 17), ("017", "C", 17), ("S3", "C", None),
        ("S3", "S", 3), ("-3", "S", 3), ("S-3", "S", 3), ("C", "C", None), ("", "C", None),
        ("C 1", "C", None), ("1234567890", "C", None), ("C123456789", "C", 123456789), ("0000000001", "C", 1),
        ("3.0", "C", None),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_own_letter_or_without(text, letter, number):
    assert number_of(text, letter) == number


def test_a_day_is_a_date_or_nothing():
    planning = Planning()
    assert day_of(Cell("2026-03-04", "A1"), planning).isoformat() == "2026-03-04"
    assert day_of(Cell(" ", "A1"), planning) is None
    assert planning.problems == []
    assert day_of(Cell("4 March", "A1"), planning) is None
    assert planning.problems == ["A1: “4 March” is no date like 2026-03-14"]
