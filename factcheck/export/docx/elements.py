"""The few elements of WordprocessingML that sheets are built of, made safe and fast."""

import re
from collections.abc import Iterable, Sequence

from docx.oxml.ns import nsmap
from lxml import etree

from factcheck.export.safe import markup_text
from factcheck.read.office.docx_styles import W

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type of an element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEAVES = re.compile(r"[^\n\t]+|[\n\t]")
_AFTER_SHADING = tuple(
    f"{W}{name}"
    for name in (
        "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
        "rPrChange",
    )
)  # fmt: skip
_AFTER_LEVEL = _AFTER_SHADING[2:]
_MAP = {"w": nsmap["w"], "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of the main namespace; attributes are of it as well."""
    made = etree.Element(f"{W}{tag}", {f"{W}{name}": value for name, value in attributes.items()}, nsmap=_MAP)
    made.extend(children)
    return made


def typed(text: str, tag: str = "t") -> list[Element]:
    """The leaves of a run that hold text: tabs and line breaks are elements of their own.

    Args:
        text: any text.
        tag: `t`, or `delText` inside a deletion.
    """
    leaves = []
    for piece in _LEAVES.findall(markup_text(text)):
        if piece == "\n":
            leaves.append(element("br"))
        elif piece == "\t":
            leaves.append(element("tab"))
        else:
            leaf = element(tag)
            leaf.text = piece
            leaf.set(_SPACE, "preserve")
            leaves.append(leaf)
    return leaves


def run(text: str, style: str = "", *, bold: bool = False, fill: str = "") -> Element:
    """A run of text with a character style."""
    made = element("r")
    if style or bold or fill:
        properties = element("rPr")
        if style:
            properties.append(element("rStyle", val=style))
        if bold:
            properties.append(element("b"))
        if fill:
            properties.append(element("shd", val="clear", color="auto", fill=fill))
        made.append(properties)
    made.extend(typed(text))
    return made


def paragraph(style: str, *runs: Element, keep: bool = False) -> Element:
    """A paragraph in a style; kept on one page with the next where `keep` says so."""
    made = element("p")
    properties = element("pPr", element("pStyle", val=style))
    if keep:
        properties.append(element("keepNext"))
    made.append(properties)
    made.extend(runs)
    return made


def shade(run_: Element, fill: str) -> None:
    """Give a run a background, in place of what it had."""
    properties = run_.find(f"{W}rPr")
    if properties is None:
        properties = element("rPr")
        run_.insert(0, properties)
    for name in ("highlight", "shd"):
        for former in properties.findall(f"{W}{name}"):
            properties.remove(former)
    shading = element("shd", val="clear", color="auto", fill=fill)
    for child in properties:
        if child.tag in _AFTER_SHADING:
            child.addprevious(shading)
            return
    properties.append(shading)


def set_on_line(run_: Element) -> None:
    """Let the words of a run stand on the line, whatever its style or its properties say."""
    properties = run_.find(f"{W}rPr")
    if properties is None:
        properties = element("rPr")
        run_.insert(0, properties)
    for former in properties.findall(f"{W}vertAlign"):
        properties.remove(former)
    level = element("vertAlign", val="baseline")
    for child in properties:
        if child.tag in _AFTER_LEVEL:
            child.addprevious(level)
            return
    properties.append(level)


def table(widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[Sequence[Element]]]) -> Element:
    """A table with a heading row that is repeated on each page.

    Args:
        widths: of its columns, in twentieths of a point.
        head: words of the heading row; none for a table without one.
        rows: for each cell its paragraphs.
    """
    edges = [
        element(side, val="single", sz="4", space="0", color="C8C8C2")
        for side in ("top", "bottom", "insideH")
    ]
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=str(sum(widths)), type="dxa"),
            element("tblBorders", *edges),
            element("tblLayout", type="fixed"),
            element("tblCellMar", element("left", w="60", type="dxa"), element("right", w="60", type="dxa")),
        ),
        element("tblGrid", *(element("gridCol", w=str(width)) for width in widths)),
    )
    if head:
        cells = [[paragraph("FactcheckCell", run(words, bold=True), keep=True)] for words in head]
        made.append(_row(widths, cells, heading=True))
    for row in rows:
        made.append(_row(widths, row))
    return made


def _row(widths: Sequence[int], cells: Sequence[Sequence[Element]], *, heading: bool = False) -> Element:
    properties = element("trPr", element("cantSplit"))
    if heading:
        properties.append(element("tblHeader"))
    made = element("tr", properties)
    for width, content in zip(widths, cells, strict=True):
        cell = element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")))
        cell.extend(content or [paragraph("FactcheckCell")])
        made.append(cell)
    return made
