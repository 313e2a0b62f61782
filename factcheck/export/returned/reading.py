"""Files → tables of cells, each with the name by which a person finds it: workbooks and any CSV."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from db.vocabulary import UNSAID
from factcheck.errors import BadInput
from factcheck.export.returned.extents import MOST_CELLS, MOST_ROWS
from factcheck.export.returned.workbooks import workbook_rows
from factcheck.export.safe import uncell
from factcheck.export.sheets.seal import canonical, plain_lines, seal
from factcheck.read.files.guard import bytes_of

_LARGEST = 20_000_000
"""Bytes of a file that is read."""
_MOST_COLUMNS = 500
_HEADING_WITHIN = 20
"""Rows in which the headings must stand."""
_LONGEST_FIELD = 100_000
"""Characters of a cell; spreadsheets hold a third of it."""
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
    found = workbook_rows(data, name) if workbook else [("", _csv_rows(data, name))]
    tables = tuple(table for title, rows in found if (table := _table(title, rows)) is not None)
    if not tables:
        raise BadInput(
            f"“{name}” holds no table of claims as `factcheck export` writes it; its headings must stay"
        )
    return tables


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
        return _bounded(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), name)
    except csv.Error as fault:
        raise BadInput(f"“{name}” is no CSV that can be read: {fault}") from None
    finally:
        csv.field_size_limit(before)


def _bounded(rows: Iterable[list[str]], name: str) -> list[list[str]]:
    """The rows, as long as they are no more than a claim sheet can have."""
    kept: list[list[str]] = []
    cells = 0
    for row in rows:
        kept.append(row)
        cells += len(row)
        if len(kept) > MOST_ROWS or cells > MOST_CELLS:
            raise BadInput(f"“{name}” has far more cells than a claim sheet")
    return kept


def _table(name: str, rows: Sequence[Sequence[str]]) -> Table | None:
    """The table in a sheet; None where it is none of ours."""
    for at, row in enumerate(rows[:_HEADING_WITHIN]):
        headings = [cell.strip().lower().replace(" ", "_") for cell in row]
        kind = next((kind for kind, columns in _KNOWN_BY.items() if columns <= set(headings)), None)
        if kind is not None:
            if len(headings) > _MOST_COLUMNS:
                raise BadInput(
                    f"{name or 'the table'} has more than {_MOST_COLUMNS} columns; delete the empty ones"
                )
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
