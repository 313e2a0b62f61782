"""Files → tables of cells, each with the name by which a person finds it: workbooks and any CSV."""

import csv
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from db.vocabulary import UNSAID
from factcheck.errors import BadInput
from factcheck.export.safe import uncell
from factcheck.export.seal import canonical, plain_lines, seal
from factcheck.read.guard import bytes_of

_LARGEST = 20_000_000
"""Bytes of a file that is read."""
_MOST_CELLS = 20_000_000
_MOST_PARTS = 2_000
_MOST_UNPACKED = 500_000_000
"""Bytes of all parts of a workbook."""
_HEADING_WITHIN = 20
"""Rows in which the headings must stand."""
_LONGEST_FIELD = 10_000_000
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")


class TableKind(StrEnum):
    """What a row of a table is."""

    CLAIMS = "claims"
    CITATIONS = "citations"
    QUERIES = "queries"
    SOURCES = "sources"


_KNOWN_BY = {
    TableKind.CITATIONS: {"claim", "citation", "stance"},
    TableKind.CLAIMS: {"claim", "finding", "proposed_text"},
    TableKind.QUERIES: {"query", "answer"},
    TableKind.SOURCES: {"source", "kind", "cited_by"},
}
"""The columns by which a table is known."""


class Cell(NamedTuple):
    """One cell."""

    text: str
    name: str
    """Where it is: `Claims!B7`."""

    def holds(self, text: str) -> bool:
        """Whether the cell is as it went out with that text, however it travelled."""
        sent = canonical(text)
        return canonical(self.text) == sent or canonical(uncell(self.text)) == sent

    @property
    def words(self) -> str:
        """What a person means by it: no quotation mark that only kept a program from running it."""
        return plain_lines(uncell(self.text)).strip()


class Row(NamedTuple):
    """One row of a table, its cells by the names of their columns."""

    cells: dict[str, Cell]
    name: str
    """Where it is: `Claims, row 7`."""

    def words(self, column: str) -> str:
        """What stands in a column; empty where there is no such column."""
        cell = self.cells.get(column)
        return cell.words if cell else ""

    def is_as_sent(self, columns: Sequence[str], vocabulary: Collection[str] = ()) -> bool:
        """Whether nobody has touched the row since it went out, whatever the desk holds by now.

        Args:
            columns: those that the seal in its column `row` is over.
            vocabulary: those of them whose words are shown without underscores, “–” where nobody said one.
        """
        cells = [self.cells[name] if name in self.cells else Cell("", "") for name in columns]
        for texts in ([cell.text for cell in cells], [uncell(cell.text) for cell in cells]):
            stored = [
                text.replace(UNSAID, "").replace(" ", "_") if name in vocabulary else text
                for name, text in zip(columns, texts, strict=True)
            ]
            if seal(stored) == self.words("row"):
                return True
        return False

    def place(self, column: str) -> str:
        """Where a cell is, or would be."""
        cell = self.cells.get(column)
        return cell.name if cell else self.name


class Table(NamedTuple):
    """The rows of one table."""

    kind: TableKind
    name: str
    rows: tuple[Row, ...]


def read_returned(path: Path) -> tuple[Table, ...]:
    """The tables in an edited sheet that the desk knows.

    Raises:
        BadInput: the file cannot be read, or holds no table of a claim sheet.
    """
    return read_tables(bytes_of(path, _LARGEST, advice="no claim sheet is so large"), path.name)


def read_tables(data: bytes, name: str) -> tuple[Table, ...]:
    """As `read_returned`, from the content of a file.

    Raises:
        BadInput: it cannot be read, or holds no table of a claim sheet.
    """
    workbook = name.lower().endswith(_WORKBOOKS) or data[:2] == b"PK"
    found = _workbook(data, name) if workbook else [("", _csv_rows(data, name))]
    tables = tuple(table for title, rows in found if (table := _table(title, rows)) is not None)
    if not tables:
        raise BadInput(
            f"“{name}” holds no table of claims as `factcheck export` writes it; its headings must stay"
        )
    return tables


def _workbook(data: bytes, name: str) -> list[tuple[str, list[list[str]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        _refuse_swollen(data, name)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            if sheet.total_height * sheet.total_width > _MOST_CELLS:
                raise BadInput(f"the sheet “{title}” of “{name}” is too large for a claim sheet")
            rows = sheet.to_python(skip_empty_area=False)
            sheets.append((title, [[_shown(value) for value in row] for row in rows]))
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as fault:
        raise BadInput(f"“{name}” is no workbook that can be read: {fault}") from None
    return sheets


def _refuse_swollen(data: bytes, name: str) -> None:
    """Refuse a package that is made to fill the memory; what reads it resolves no entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise BadInput(f"“{name}” would unpack to far more than a claim sheet")


def _shown(value: object) -> str:
    """A cell's value as the text that a person sees."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _csv_rows(data: bytes, name: str) -> list[list[str]]:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise BadInput(f"“{name}” is not text in UTF-8; save it as CSV UTF-8")
    head = text[: text.find("\n") + 1] or text
    delimiter = max(",;\t", key=head.count)
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as fault:
        raise BadInput(f"“{name}” is no CSV that can be read: {fault}") from None
    finally:
        csv.field_size_limit(before)


def _table(name: str, rows: Sequence[Sequence[str]]) -> Table | None:
    """The table in a sheet; None where it is none of ours."""
    for at, row in enumerate(rows[:_HEADING_WITHIN]):
        headings = [cell.strip().lower().replace(" ", "_") for cell in row]
        kind = next((kind for kind, columns in _KNOWN_BY.items() if columns <= set(headings)), None)
        if kind is not None:
            _refuse_doubles(name, headings, at)
            return Table(kind, name, tuple(_rows(name, headings, rows[at + 1 :], at + 2)))
    return None


def _refuse_doubles(name: str, headings: Sequence[str], row: int) -> None:
    for at, heading in enumerate(headings):
        if heading and heading in headings[:at]:
            cell = _cell_name(name, at, row + 1)
            raise BadInput(f"two columns are called “{heading}”, the second one at {cell}; remove one")


def _rows(name: str, headings: Sequence[str], rows: Iterable[Sequence[str]], first: int) -> Iterator[Row]:
    for number, row in enumerate(rows, first):
        if any(cell.strip() for cell in row):
            cells = {
                heading: Cell(row[at] if at < len(row) else "", _cell_name(name, at, number))
                for at, heading in enumerate(headings)
                if heading
            }
            where = f"{name}, row {number}" if name else f"row {number}"
            yield Row(cells, where)


def _cell_name(sheet: str, column: int, row: int) -> str:
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet}!{letters}{row}" if sheet else f"{letters}{row}"
