"""What the styles of a Word document say about its paragraphs, such as headings, and about their words."""

from typing import NamedTuple

from docx.document import Document
from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.office.styles import Look, ParagraphFacts, facts_of_style
from factcheck.read.raised import LOWERED, RAISED

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_CHAIN = 20
_OFF = frozenset({"0", "false", "off", "none"})
_BODY_LEVEL = 9


_LEVELS = {"superscript": RAISED, "subscript": LOWERED, "baseline": 0}


class Styles:
    """The styles of one document."""

    def __init__(self, document: Document) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._default = ""
        self._looks: dict[tuple[str, str], Look] = {}
        element = document.styles.element
        for style in element.iterchildren(f"{W}style"):
            kind, name = style.get(f"{W}type", ""), style.get(f"{W}styleId", "")
            self._styles.setdefault((kind, name), style)
            if kind == "paragraph" and style.get(f"{W}default") not in (None, *_OFF):
                self._default = name
        self._plain = _look(element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def facts(self, paragraph: etree._Element) -> ParagraphFacts:
        """What a `w:p` is."""
        properties = paragraph.find(f"{W}pPr")
        own = _numbers(properties)
        chain = self._chain("paragraph", self._style_of(properties))
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

    def base(self, paragraph: etree._Element) -> Look:
        """What the words of a `w:p` look like where they say nothing of their own."""
        return self._look_of("paragraph", self._style_of(paragraph.find(f"{W}pPr"))).over(self._plain)

    def look(self, run: etree._Element, base: Look) -> Look:
        """What the words of a `w:r` look like in a paragraph whose words look like base."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return base
        style = properties.find(f"{W}rStyle")
        named = self._look_of("character", style.get(f"{W}val", "")) if style is not None else Look()
        return _look(properties).over(named).over(base)

    def _style_of(self, properties: etree._Element | None) -> str:
        """The name of a paragraph's style."""
        if properties is None or (style := properties.find(f"{W}pStyle")) is None:
            return self._default
        return style.get(f"{W}val", "")

    def _look_of(self, kind: str, name: str) -> Look:
        look = self._looks.get((kind, name))
        if look is None:
            look = Look()
            for style in self._chain(kind, name):
                look = look.over(_look(style.find(f"{W}rPr")))
            self._looks[kind, name] = look
        return look

    def _chain(self, kind: str, name: str) -> list[etree._Element]:
        """A style and those that it is based on, as far as they do not lead back to themselves."""
        chain: list[etree._Element] = []
        while (style := self._styles.get((kind, name))) is not None and len(chain) < _LONGEST_CHAIN:
            if style in chain:
                break
            chain.append(style)
            base = style.find(f"{W}basedOn")
            name = base.get(f"{W}val", "") if base is not None else ""
        return chain


class _Numbers(NamedTuple):
    outline: int | None = None
    list_level: int | None = None
    """−1 where the properties take a list of the style away."""


def _is_on(element: etree._Element) -> bool:
    """Whether a switch such as `w:vanish` is not set to off."""
    return element.get(f"{W}val", "1").lower() not in _OFF


def _look(properties: etree._Element | None) -> Look:
    """What a `w:rPr` says."""
    if properties is None:
        return Look()
    struck = [line for name in ("strike", "dstrike") if (line := properties.find(f"{W}{name}")) is not None]
    hidden, raised = properties.find(f"{W}vanish"), properties.find(f"{W}vertAlign")
    return Look(
        hidden=_is_on(hidden) if hidden is not None else None,
        struck=any(map(_is_on, struck)) if struck else None,
        level=_LEVELS.get(raised.get(f"{W}val", ""), 0) if raised is not None else None,
    )


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
