"""Workbooks → rows of text, after a look at how far they reach: their reader makes room for all of it."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

from lxml import etree

from factcheck.errors import BadInput
from factcheck.export.returned.extents import MOST_CELLS, MOST_ROWS, Extent, extents_of
from factcheck.text import plural

_MOST_PARTS = 500
_MOST_UNPACKED = 100_000_000
"""Bytes of all parts of a workbook."""
_MOST_CHARACTERS = 100_000_000
"""Of texts that cells share or repeat, counted for each cell."""


def workbook_rows(data: bytes, name: str) -> list[tuple[str, list[list[str]]]]:
    """Return the rows of each sheet, with its title.

    Raises:
        BadInput: it is no workbook, or reaches further than any claim sheet.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        _refuse_endless(data, name)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            (title, [[_shown(value) for value in row] for row in _values(book, title)])
            for title in book.sheet_names
        ]
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, etree.LxmlError) as fault:
        raise BadInput(f"“{name}” is no workbook that can be read: {fault}") from None
    except BaseException as fault:
        # What a library in Rust calls a panic is no Exception in Python.
        if type(fault).__name__ != "PanicException":
            raise
        raise BadInput(f"“{name}” is no workbook that can be read: its reader gave up") from None


def _values(book: Any, title: str) -> list[list[object]]:  # noqa: ANN401 - the library has no types
    return list(book.get_sheet_by_name(title).to_python(skip_empty_area=False))


def _refuse_endless(data: bytes, name: str) -> None:
    """Refuse a package that would fill the memory: packed bombs, far cells, long texts that cells share."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise BadInput(f"“{name}” would unpack to far more than a claim sheet")
        extents = extents_of(package)
    farthest = max(extents, key=lambda extent: extent.cells, default=Extent())
    rows, cells = sum(extent.rows for extent in extents), sum(extent.cells for extent in extents)
    if rows > MOST_ROWS or cells > MOST_CELLS:
        raise BadInput(
            f"a sheet of “{name}” is used to row {farthest.rows:,} and column {farthest.columns:,}, of "
            f"{plural(len(extents), 'sheet')}; delete the empty rows and columns behind the table, and save "
            "it again"
        )
    if sum(extent.characters for extent in extents) > _MOST_CHARACTERS:
        raise BadInput(f"“{name}” holds far more text than a claim sheet")


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
