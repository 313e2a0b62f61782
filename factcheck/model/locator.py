"""Locators: a place in a source as people write it (“p. 14”, “1:02:03”, “¶ 3”) read, and shown again."""

import re
from typing import NamedTuple

from db.vocabulary import LocatorKind


class Locator(NamedTuple):
    """A place in a source; kind is None where nobody said what it counts."""

    kind: LocatorKind | None
    place: str
    """The place without the word for its kind: 14, 3–5, 1:02:03."""


_SPELLINGS: dict[LocatorKind, str] = {
    LocatorKind.PAGE: "page pages p. pp. pg. pgs.",
    LocatorKind.PARAGRAPH: "paragraph paragraphs para. paras. par. ¶ ¶¶",
    LocatorKind.TIMESTAMP: "timestamp timestamps timecode",
    LocatorKind.TABLE: "table tables tab. tbl.",
    LocatorKind.FIGURE: "figure figures fig. figs.",
    LocatorKind.CELL: "cell cells",
    LocatorKind.ROW: "row rows",
    LocatorKind.SECTION: "section sections sec. secs. sect. § §§",
    LocatorKind.CHAPTER: "chapter chapters chap. ch. chs.",
    LocatorKind.LINE: "line lines l. ll.",
    LocatorKind.SLIDE: "slide slides",
    LocatorKind.OTHER: "other",
}
"""How people write each kind; the dot of an abbreviation may be missing."""

_KIND_OF = {word.strip("."): kind for kind, words in _SPELLINGS.items() for word in words.split()}
_WORD = "|".join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))
_LED = re.compile(rf"((?ai:{_WORD}))(?:\.\s*|\s+|(?=\d)|(?<=[¶§]))")
_NAMED = re.compile(rf"((?ai:{_WORD}))\.?\s*:\s*")
"""With a colon, the rest may be anything: “section: Housing”."""
_COUNTS = re.compile(r"(?:no\.?\s*|#)?(?:[A-Z]{0,2}[-–.]?\d|[ivxlc]+(?![^\W_])|[A-Z](?![^\W_]))")
"""How a place begins that follows the word for its kind; “table of contents” is no table."""
_CLOCK = r"\d+(?::[0-5]\d){1,2}(?:[.,]\d+)?"
_TIME = re.compile(rf"(?:at\s+)?({_CLOCK}(?:\s*[–-]\s*{_CLOCK})?)", re.IGNORECASE)
_CELL = r"[A-Z]{1,3}\d{1,7}"
_CELLS = re.compile(rf"[\w ]+!{_CELL}(?::{_CELL})?|{_CELL}:{_CELL}")
_ITEM = r"(?:[A-Z]{0,3}[-.]?\d+(?:\.\d+)*[a-z]?|[ivxlc]+)"
_BARE = re.compile(rf"{_ITEM}(?:\s*(?:[–,&-]|and)\s*{_ITEM})*", re.IGNORECASE)
"""A place with no word for its kind: 14, xii, 4.1, B12, 3–5, 7 and 9."""
_SEVERAL = re.compile(r"\d+\s*(?:[–,&-]|and)\s*\d.*")


def read_locator(typed: str, offered: LocatorKind | None = None) -> Locator:
    """Return the locator that a person typed, the same on the screen, in a command and in a returned sheet.

    Args:
        typed: what was written.
        offered: what a number with no word before it counts, where that was offered and taken.

    Returns:
        Kind and place. A number alone has no kind but the one offered; words that name none are a place of
        the kind `other`.
    """
    text = " ".join(typed.split())
    if not text:
        return Locator(None, "")
    if (led := _led(text)) is not None:
        return led
    if time := _TIME.fullmatch(text):
        return Locator(LocatorKind.TIMESTAMP, time.group(1))
    if _CELLS.fullmatch(text):
        return Locator(LocatorKind.CELL, text)
    if _BARE.fullmatch(text):
        return Locator(None if offered is LocatorKind.OTHER else offered, text)
    return Locator(LocatorKind.OTHER, text)


def settled(kind: LocatorKind | None, place: str) -> Locator:
    """Return the locator of a kind and a place that may name its kind itself: page and “p. 3” is page 3.

    Where the two differ, the words of the place count: they are what a person wrote.
    """
    if kind is None:
        return read_locator(place)
    text = " ".join(place.split())
    return _led(text) or Locator(kind, text)


def shown(kind: LocatorKind | None, place: str) -> str:
    """Return a locator as people read it, “page 14”; `read_locator` makes the same locator of it."""
    locator = settled(kind, place)
    kind, place = locator
    if not place or kind is None:
        return place
    word = f"{kind}s" if _SEVERAL.fullmatch(place) else kind
    for text in (place, f"{word} {place}"):
        if read_locator(text) == locator:
            return text
    return f"{kind}: {place}"


def _led(text: str) -> Locator | None:
    """The locator in words that begin with its kind, the last one where several lead; None without one."""
    found, place = None, 0
    while lead := _NAMED.match(text, place) or _LED.match(text, place):
        place = lead.end()
        if place == len(text):
            break
        kind = _KIND_OF[lead.group(1).lower()]
        if lead.re is _NAMED or (kind is not LocatorKind.OTHER and _COUNTS.match(text, place)):
            found = Locator(kind, text[place:])
    return found
