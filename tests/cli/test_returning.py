import openpyxl
import pytest


@pytest.fixture
def book(line, tmp_path):
    """Edits the exported workbook: row label, heading, value."""
    line("export", "bridge", "--format", "xlsx")
    path = tmp_path / "bridge.xlsx"

    def edit(label, heading, value):
        workbook = openpyxl.load_workbook(path)
        sheet = workbook["Claims"]
        column = next(cell.column for cell in sheet[1] if cell.value == heading)
        row = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == label)
        sheet.cell(row, column).value = value
        workbook.save(path)

    return edit


def test_an_edited_workbook_comes_back_as_a_table_and_then_as_one_step(line, book):
    book("C002", "finding", "on author")
    book("C003", "new note", "Seen in the minutes.")
    shown = line("import-sheet", "bridge.xlsx", "--dry-run")
    assert [row.split()[:3] for row in shown.lines[1:]] == [
        ["Claims!B3", "C002", "finding"],
        ["Claims!G4", "C003", "note"],
    ]
    assert line("show", "bridge", "2", "--json").json["finding"] == "unchecked"
    assert "give --yes" in line("import-sheet", "bridge.xlsx", code=2).err
    assert "Took 2 changes from bridge.xlsx" in line("import-sheet", "bridge.xlsx", "--yes").err
    assert line("show", "bridge", "2", "--json").json["finding"] == "on_author"
    line("undo", "bridge")
    assert line("show", "bridge", "2", "--json").json["finding"] == "unchecked"
    assert not line("show", "bridge", "3", "--json").json["notes"]


def test_a_workbook_that_nobody_edited_changes_nothing(line, book):
    assert "nothing in the sheet was changed" in line("import-sheet", "bridge.xlsx", "--yes").err


def test_a_conflict_is_told_and_not_taken(line, book):
    book("C002", "finding", "on author")
    line("--person", "Ben Oak", "decide", "bridge", "2", "not_checkable")
    result = line("import-sheet", "bridge.xlsx", "--yes", code=1)
    assert "conflict, not taken: Claims!B3, C002" in result.err
    assert line("show", "bridge", "2", "--json").json["finding"] == "not_checkable"


def test_what_cannot_be_names_the_cell(line, book):
    book("C002", "finding", "vrified")
    assert "Claims!B3: “vrified” is no finding" in line("import-sheet", "bridge.xlsx", "--yes", code=2).err
    assert "no file none.xlsx" in line("import-sheet", "none.xlsx", code=2).err
