"""What the styles of an OpenDocument text say about its paragraphs and about their words."""

import re
from collections.abc import Iterable

from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.office.styles import Look, ParagraphFacts, facts_of_style
from factcheck.read.raised import LOWERED, RAISED

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_NAMESPACE}office:1.0}}"
TEXT = f"{{{_NAMESPACE}text:1.0}}"
TABLE = f"{{{_NAMESPACE}table:1.0}}"
DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_LONGEST_CHAIN = 20
_LEVEL = re.compile(r"[1-9]\d?", re.ASCII)
_POSITION = re.compile(r"(super|sub|-?\d+(?:\.\d+)?%)(?:\s|\Z)", re.ASCII)


class Styles:
    """The paragraph and text styles of one file, with those made up for single paragraphs."""

    def __init__(self, roots: Iterable[etree._Element | None]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style") if root is not None else ():
                key = (style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", ""))
                self._styles.setdefault(key, style)

    def facts(self, paragraph: etree._Element) -> ParagraphFacts:
        """What a paragraph or heading is."""
        for name, style in self._chain("paragraph", paragraph.get(f"{TEXT}style-name", "")):
            facts = facts_of_style(name)
            if facts is not None:
                return facts
            level = style.get(f"{_STYLE}default-outline-level", "") if style is not None else ""
            if _LEVEL.fullmatch(level):
                return ParagraphFacts(BlockKind.HEADING, int(level), stated=True)
        if paragraph.tag == f"{TEXT}h":
            level = paragraph.get(f"{TEXT}outline-level", "1")
            return ParagraphFacts(
                BlockKind.HEADING, int(level) if _LEVEL.fullmatch(level) else 1, stated=True
            )
        return ParagraphFacts()

    def look(self, element: etree._Element) -> Look:
        """What the style of a span, or of a paragraph, makes of its words."""
        key = ("paragraph" if element.tag in PARAGRAPHS else "text", element.get(f"{TEXT}style-name", ""))
        look = self._looks.get(key)
        if look is None:
            look = Look()
            for _, style in self._chain(*key):
                look = look.over(_look(style))
            self._looks[key] = look
        return look

    def _chain(self, family: str, name: str) -> list[tuple[str, etree._Element | None]]:
        """A style and its parents, each with the name that people see."""
        chain: list[tuple[str, etree._Element | None]] = []
        while name and len(chain) < _LONGEST_CHAIN:
            style = self._styles.get((family, name))
            shown = style.get(f"{_STYLE}display-name", name) if style is not None else name
            chain.append((shown.replace("_20_", " "), style))
            name = style.get(f"{_STYLE}parent-style-name", "") if style is not None else ""
        return chain


def _look(style: etree._Element | None) -> Look:
    properties = style.find(f"{_STYLE}text-properties") if style is not None else None
    if properties is None:
        return Look()
    through, display = properties.get(f"{_STYLE}text-line-through-style"), properties.get(f"{TEXT}display")
    return Look(
        hidden=display == "none" if display else None,
        struck=through != "none" if through else None,
        level=_level(properties.get(f"{_STYLE}text-position", "")),
    )


def _level(position: str) -> int | None:
    """The level of words at a position such as `super 58%`, `-33% 58%` or `0% 100%`."""
    match = _POSITION.match(position)
    if match is None:
        return None
    if match[1] in ("super", "sub"):
        return RAISED if match[1] == "super" else LOWERED
    height = float(match[1][:-1])
    return RAISED if height > 0 else LOWERED if height < 0 else 0
