"""What styles say about paragraphs, by their names, and about words, in Word, LibreOffice and RTF alike."""

import re
from typing import NamedTuple

from db.vocabulary import BlockKind

_HEADING = re.compile(r"heading (\d)")
_TITLES = frozenset({"title", "headline", "hed"})
_DEKS = frozenset({"subtitle", "dek", "deck", "standfirst"})
_QUOTES = re.compile(r"quot(?:e|es|ation|ations)\b|^block text$|blockquote")
_CAPTIONS = re.compile(r"caption$|^(?:illustration|figure|drawing)$")
_BYLINES = frozenset({"byline", "author", "authors"})
_LISTS = re.compile(r"list(?: (?:bullet|number|continue)(?: (\d))?|)")
_FURNITURE = re.compile(r"toc \d|toc heading|table of figures|index \d|contents \d|header|footer")


class ParagraphFacts(NamedTuple):
    """What a paragraph is by its style and its own properties."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    """Depth of a heading (0 = set in the style of the title) or of a list item."""
    role: str = ""
    """`byline` or `date` where the style says so."""
    stated: bool = False
    """Whether the style or a property says it, not only the words."""
    furniture: bool = False
    """Table of contents and the like: not words of the draft."""


class Look(NamedTuple):
    """What words look like; none where nothing says so."""

    hidden: bool | None = None
    struck: bool | None = None
    level: int | None = None
    """Raised or lowered, as in `factcheck.read.raised`."""

    def over(self, other: "Look") -> "Look":
        """This look where it says something, else the other one."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
            other.level if self.level is None else self.level,
        )


def facts_of_style(name: str) -> ParagraphFacts | None:
    """What a style of this name says; none when it says nothing.

    Word and LibreOffice keep the names of the built-in styles in English in every language.
    """
    name = name.strip().lower()
    if _FURNITURE.match(name):
        return ParagraphFacts(furniture=True)
    if name in _BYLINES or name == "date":
        return ParagraphFacts(role="date" if name == "date" else "byline")
    if match := _LISTS.fullmatch(name):
        return ParagraphFacts(BlockKind.LIST_ITEM, int(match[1] or 1), stated=True)
    if match := _HEADING.fullmatch(name):
        return ParagraphFacts(BlockKind.HEADING, int(match[1]), stated=True)
    kind = None
    if name in _TITLES:
        kind = BlockKind.HEADING
    elif name in _DEKS:
        kind = BlockKind.DEK
    elif _QUOTES.search(name):
        kind = BlockKind.QUOTATION
    elif _CAPTIONS.search(name):
        kind = BlockKind.CAPTION
    return ParagraphFacts(kind, stated=True) if kind else None
