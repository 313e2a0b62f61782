"""How far the sheets of a workbook reach, told from its parts before anything makes room for them."""

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

MOST_ROWS = 100_000
MOST_CELLS = 2_000_000
"""Of all sheets from the first cell to the last, empty ones among them; a large desk has a tenth of it."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_FAR = 10**10
"""More than any sheet has of anything."""
_OPEN = "content.xml"
_START = "_rels/.rels"
_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedstrings.xml"
_OPEN_PARTS = ("table", "table-row", "table-cell", "covered-table-cell", "p", "s")
_MOST_EVENTS = 3_000_000
"""Beginnings and ends of the elements of one part."""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Extent(NamedTuple):
    """How far a sheet reaches."""

    rows: int = 0
    columns: int = 0
    characters: int = 0
    """Of the texts that its cells share or repeat, counted for each cell."""

    @property
    def cells(self) -> int:
        """How many there are from the first one to the last."""
        return self.rows * self.columns


def extents_of(package: ZipFile) -> list[Extent]:
    """Return how far each sheet of a workbook reaches.

    Raises:
        ValueError: it is no workbook that can be looked through, in words for people.
        etree.LxmlError: one of its parts is no XML.
    """
    entries = package.infolist()
    # The reader of workbooks takes a part by its name in any case.
    parts = {entry.filename.lower().replace("\\", "/"): entry for entry in entries}
    if len(parts) < len(entries):
        raise ValueError("two of its parts have the same name; save it again")
    if _OPEN in parts and not any(name.startswith("xl/") for name in parts):
        return list(_open_extents(package.read(parts[_OPEN])))
    if not {_START, _BOOK, _LINKS} <= set(parts):
        raise ValueError("it holds no workbook; save it as XLSX")
    starts = _links(package.read(parts[_START]), "/officeDocument").values()
    if any(target.lower().removeprefix("/") != _BOOK for target in starts):
        raise ValueError("its parts do not stand in their place; save it again")
    targets = _links(package.read(parts[_LINKS]), "sheet")
    if not all(target.lower().endswith(".xml") for target in targets.values()):
        raise ValueError("its sheets are not XML; save it as XLSX")
    lengths = _lengths(package.read(parts[_TEXTS])) if _TEXTS in parts else []
    extents = {
        name: _extent(package.read(part), lengths) for name, part in parts.items() if name.endswith(".xml")
    }
    farthest = Extent(*map(max, zip(*extents.values(), strict=True)))
    # Several sheets can be the same part; one whose part is not found may be any of them.
    places = (
        targets.get(_attribute(sheet, "id"), "") for sheet in _begun(package.read(parts[_BOOK]), "sheet")
    )
    return [extents.get(_place_of_part(place), farthest) for place in places]


def _place_of_part(target: str) -> str:
    """The name of the part that a relation of the workbook leads to."""
    return f"xl/{target.lower().removeprefix('/').removeprefix('xl/')}"


def _links(content: bytes, kind: str) -> dict[str, str]:
    """The targets of the relations whose type ends so, by their id."""
    return {
        _attribute(link, "Id"): _attribute(link, "Target")
        for link in _begun(content, "Relationship")
        if _attribute(link, "Type").endswith(kind)
    }


def _lengths(content: bytes) -> list[int]:
    """The characters of each text that cells share.

    Raises:
        ValueError: it names more of them than any sheet has cells.
    """
    lengths: list[int] = []
    for event, element in _elements(content, "sst", "si", "t"):
        name = _name(element)
        if name == "t" and event == "end" and lengths:
            lengths[-1] += len(element.text or "")
        elif name == "si" and event == "start":
            lengths.append(0)
        elif name == "sst":
            # The reader makes room for as many as are announced.
            announced = max(_count(_attribute(element, key) or "0") for key in ("count", "uniqueCount"))
            if max(announced, len(lengths)) > MOST_CELLS:
                raise ValueError("it names far more texts than a claim sheet has")
    return lengths


def _extent(content: bytes, lengths: Sequence[int]) -> Extent:
    """How far the cells of a worksheet reach, by their names or else by their order."""
    rows = columns = characters = row = column = 0
    is_shared = False
    for event, element in _elements(content, "row", "c", "v"):
        name = _name(element)
        if event == "end":
            text = element.text or "" if name == "v" and is_shared else ""
            place = _count(text) if text else _FAR
            characters += lengths[place] if place < len(lengths) else 0
            continue
        named = element.get("r", "")
        if name == "row":
            row = min(_count(named), _LAST_ROW) if named else row + 1
            column = 0
        elif name == "c":
            column += 1
            is_shared = element.get("t") == "s"
            if named:
                row, column = _place(named)
        rows, columns = max(rows, row), max(columns, column)
    return Extent(rows, columns, characters)


def _place(name: str) -> tuple[int, int]:
    """Row and column of a cell named `B7`; the last ones there are for a name that is none."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and 0 < len(digits) < 8 and len(letters) < 4):
        return _LAST_ROW, _LAST_COLUMN
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(digits), column


def _open_extents(content: bytes) -> Iterator[Extent]:
    """How far each table of an OpenDocument sheet reaches: what stands empty at its end does not count."""
    rows = columns = characters = row = column = 0
    row_times = cell_times = 1
    for event, element in _elements(content, *_OPEN_PARTS, whole="p"):
        tag = element.tag
        if event == "end":
            if tag == f"{_TEXT}p":
                characters += sum(map(len, element.itertext())) * row_times * cell_times
            elif tag == f"{_TABLE}table":
                yield Extent(rows, columns, characters)
                rows = columns = characters = row = 0
        elif tag == f"{_TABLE}table-row":
            row_times, column = _count(element.get(f"{_TABLE}number-rows-repeated", "1")), 0
            row += row_times
        elif tag in (f"{_TEXT}p", f"{_TEXT}s"):
            # A cell with words: all before it has to be made, and as often as its row is.
            rows, columns = max(rows, row), max(columns, column)
            if tag == f"{_TEXT}s":
                characters += _count(element.get(f"{_TEXT}c", "1")) * row_times * cell_times
        elif tag != f"{_TABLE}table":
            cell_times = _count(element.get(f"{_TABLE}number-columns-repeated", "1"))
            column += cell_times


def _begun(content: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of these names as they begin."""
    return (element for event, element in _elements(content, *names) if event == "start")


def _elements(content: bytes, *names: str, whole: str = "") -> Iterator[tuple[str, etree._Element]]:
    """The elements of these names, in whatever namespace, as they begin and end; each is let go behind it.

    Args:
        content: the XML.
        names: without their namespace.
        whole: name of the elements that hold at their end all that is in them.

    Raises:
        ValueError: there are far more than a claim sheet has.
    """
    events = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
    )
    inside = 0
    for number, (event, element) in enumerate(events):
        if number > _MOST_EVENTS:
            raise ValueError("it holds far more than a claim sheet")
        name = _name(element)
        if name == whole:
            inside += 1 if event == "start" else -1
        if name in names:
            yield event, element
        if event == "end" and not inside:
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: etree._Element, name: str) -> str:
    """An attribute in whatever namespace; empty where there is none."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _count(stated: str) -> int:
    """A number as it is stated; one that is far too large where none can be made of it."""
    return min(int(stated), _FAR) if stated.isdecimal() and len(stated) < 30 else _FAR
