"""Which elements of a page stand above or below the line: by their tag, their style, or a class of theirs."""

import re
from itertools import islice

from lxml.html import HtmlElement

from factcheck.read.raised import LOWERED, RAISED

_ALIGNED = re.compile(r"vertical-align\s*:\s*(super|sub|baseline)\b", re.IGNORECASE)
_LEVELS = {"super": RAISED, "sub": LOWERED, "baseline": 0}
_TAGS = {"sup": RAISED, "sub": LOWERED}
_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)
_PLACES = {
    "msup": (0, RAISED),
    "msub": (0, LOWERED),
    "msubsup": (0, LOWERED, RAISED),
    "mover": (0, RAISED),
    "munder": (0, LOWERED),
    "munderover": (0, LOWERED, RAISED),
}
"""For elements of formulas, the level of each child."""

_LONGEST_NAMES = 2_000
"""Characters of the classes, or of the id, of one element that are looked at."""

Levels = dict[str, int]
"""The level of each class that has one."""


def levels_of_classes(root: HtmlElement) -> Levels:
    """The classes to which the style sheets of a page give a level."""
    levels: Levels = {}
    for sheet in root.getroottree().iter("style"):
        for rule in (sheet.text or "").split("}"):
            selectors, _, declarations = rule.rpartition("{")
            aligned = _ALIGNED.search(declarations)
            for selector in selectors.split(",") if aligned else ():
                if named := _CLASS.fullmatch(selector.strip()):
                    levels[named[1]] = _LEVELS[aligned[1].lower()] if aligned else 0
    return levels


def level_of(element: HtmlElement, classes: Levels) -> int | None:
    """The level of an element; none when nothing gives it one."""
    if "vertical-align" in (style := element.get("style", "").lower()) and (
        aligned := _ALIGNED.search(style)
    ):
        return _LEVELS[aligned[1]]
    if classes and (named := [name for name in classes_of(element) if name in classes]):
        return classes[named[-1]]
    if (level := _TAGS.get(str(element.tag))) is not None:
        return level
    parent = element.getparent()
    places = _PLACES.get(str(parent.tag)) if parent is not None else None
    if places is None or parent is None:
        return None
    place = sum(1 for _ in islice(element.itersiblings(preceding=True), len(places)))
    return places[place] if place < len(places) else None


def classes_of(element: HtmlElement) -> list[str]:
    """The classes of an element, as far as an honest page has them."""
    return names_of(element, "class").split()


def names_of(element: HtmlElement, attribute: str) -> str:
    """What an attribute that names its element holds, as far as an honest page has it."""
    return str(element.get(attribute, ""))[:_LONGEST_NAMES]
