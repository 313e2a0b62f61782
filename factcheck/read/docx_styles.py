"""What the paragraph styles of a Word document say about a paragraph: heading, quotation, list, caption."""

from typing import NamedTuple

from docx.document import Document
from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.styles import ParagraphFacts, facts_of_style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_CHAIN = 20
_OFF = frozenset({"0", "false", "off", "none"})
_BODY_LEVEL = 9


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, document: Document) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in document.styles.element.iterchildren(f"{W}style"):
            if style.get(f"{W}type") == "paragraph":
                name = style.get(f"{W}styleId", "")
                self._styles.setdefault(name, style)
                if style.get(f"{W}default") not in (None, *_OFF):
                    self._default = name

    def facts(self, paragraph: etree._Element) -> ParagraphFacts:
        """What a `w:p` is."""
        properties = paragraph.find(f"{W}pPr")
        own = _numbers(properties)
        name = self._default
        if properties is not None and (style := properties.find(f"{W}pStyle")) is not None:
            name = style.get(f"{W}val", "")
        chain = self._chain(name)
        for style in chain:
            by_name = facts_of_style(_style_name(style))
            if by_name is not None:
                return by_name
        outline = own.outline
        for style in chain:
            numbers = _numbers(style.find(f"{W}pPr"))
            outline = numbers.outline if outline is None else outline
            own = own._replace(list_level=numbers.list_level if own.list_level is None else own.list_level)
        if outline is not None and outline < _BODY_LEVEL:
            return ParagraphFacts(BlockKind.HEADING, outline + 1, stated=True)
        if own.list_level is not None and own.list_level >= 0:
            return ParagraphFacts(BlockKind.LIST_ITEM, own.list_level + 1, stated=True)
        return ParagraphFacts()

    def _chain(self, name: str) -> list[etree._Element]:
        """A style and those that it is based on."""
        chain: list[etree._Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            style = self._styles[name]
            chain.append(style)
            base = style.find(f"{W}basedOn")
            name = base.get(f"{W}val", "") if base is not None else ""
        return chain


class _Numbers(NamedTuple):
    outline: int | None = None
    list_level: int | None = None
    """−1 where the properties take a list of the style away."""


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not set to off."""
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF


def _numbers(properties: etree._Element | None) -> _Numbers:
    if properties is None:
        return _Numbers()
    outline = properties.find(f"{W}outlineLvl")
    listed = properties.find(f"{W}numPr")
    list_level = None
    if listed is not None:
        number, depth = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
        list_level = _whole(depth) or 0
        if number is not None and number.get(f"{W}val") == "0":
            list_level = -1
        if number is None:
            list_level = None
    return _Numbers(_whole(outline), list_level)


def _whole(element: etree._Element | None) -> int | None:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), _BODY_LEVEL) if value.isascii() and value.isdigit() and len(value) < 4 else None


def _style_name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return name.get(f"{W}val", "") if name is not None else ""
