"""Packages of XML as text that reads line by line: what stands in each part, in a notation of its own."""

import io
import re
import zipfile

from lxml import etree

_NAMESPACE = re.compile(r"\{[^}]*\}")
_STYLES = re.compile(
    r"Factcheck|Comment|(?:Normal|Heading[1-6]|Subtitle|Quote|Caption|ListBullet|[Ff]ootnote ?[Tt]ext)$"
)
_OF_THE_BOOK = re.compile(
    r"xl/(?:worksheets/sheet|styles|charts/|drawings/|workbook)[^_]*\.xml$|docProps/core"
)
_OF_THE_PROGRAM = frozenset(
    {"fileVersion", "workbookPr", "calcPr", "cellStyleXfs", "cellStyles", "tableStyles"}
)
"""What every workbook of the library holds in the same way."""
_ROOM = re.compile(r"\s+")


def parts_of(data):
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def root_of(part):
    return etree.fromstring(part)


def told(element, without=("date",)):
    """An element with all in it on one line: `p(pPr(pStyle[val=Quote]) r(t"words"))`.

    Text that keeps its blanks is the rule, so that `t` stands for it.
    """
    attributes = [
        f"{_NAMESPACE.sub('', name)}={value}"
        for name, value in sorted(element.attrib.items())
        if _NAMESPACE.sub("", name) not in without
    ]
    keeps = attributes == ["space=preserve"]
    inside = [said for child in element if (said := told(child, without))]
    text = f'"{element.text}"' if element.text and (element.text.strip() or keeps) else ""
    return "".join(
        (
            _NAMESPACE.sub("", element.tag),
            "" if keeps else f"[{' '.join(attributes)}]" if attributes else "",
            _ROOM.sub(" ", text),
            f"({' '.join(inside)})" if inside else "",
        )
    )


def document_outline(data):
    """A Word document: its body paragraph by paragraph and row by row, and its comments."""
    parts = parts_of(data)
    yield from _lines_of(root_of(parts["word/document.xml"])[0])
    for name in ("word/comments.xml", "word/commentsExtended.xml"):
        if name in parts:
            yield from ("", name, *_lines_of(root_of(parts[name])))


def styles_outline(data):
    """A Word document: the styles that a copy brings or sets, and its properties."""
    parts = parts_of(data)
    for style in root_of(parts["word/styles.xml"]):
        name = next((value for key, value in style.attrib.items() if key.endswith("styleId")), "")
        if _STYLES.match(name):
            yield told(style)
    yield from _lines_of(root_of(parts["docProps/core.xml"]))


def _lines_of(root):
    for child in root:
        if child.tag.endswith("}tbl"):
            yield from (f"tbl {told(inner)}" for inner in child)
        else:
            yield told(child)


def workbook_outline(data):
    """A workbook: of every sheet its layout and its cells, of the book its formats and its chart."""
    parts = parts_of(data)
    shared = ["".join(item.itertext()) for item in root_of(parts["xl/sharedStrings.xml"])]
    for name in sorted(parts):
        if _OF_THE_BOOK.match(name):
            yield from ("", name)
            for child in root_of(parts[name]):
                rows = child if child.tag.endswith("}sheetData") else ()
                yield from (_row(row, shared) for row in rows)
                if not len(rows) and _NAMESPACE.sub("", child.tag) not in _OF_THE_PROGRAM:
                    yield told(child)


def _row(row, shared):
    cells = []
    for cell in row:
        value = "".join(cell.itertext())
        said = f'"{_ROOM.sub(" ", shared[int(value)])}"' if cell.get("t") == "s" else value
        cells.append(f"{cell.get('r')}:{cell.get('s')}{said}")
    layout = " ".join(f"{name}={value}" for name, value in row.attrib.items() if name != "spans")
    return f"row {layout}: {' '.join(cells)}"
