"""Locators as people type them: “14”, “p. 3–5”, “0:12:30”, “table 2”, “para 7”, “B12”."""

import re

from db.vocabulary import LocatorKind

_WORDS: tuple[tuple[LocatorKind, str], ...] = (
    (LocatorKind.PAGE, r"pp?\.?|pages?"),
    (LocatorKind.PARAGRAPH, r"paras?\.?|paragraphs?|¶+"),
    (LocatorKind.TIMESTAMP, r"at|timestamp|min\.?|minutes?"),
    (LocatorKind.TABLE, r"tables?|tab\."),
    (LocatorKind.CELL, r"cells?"),
    (LocatorKind.SECTION, r"sections?|sec\.?|§+|chapters?|ch\."),
    (LocatorKind.LINE, r"lines?|ll?\."),
)
_LED = tuple((kind, re.compile(rf"(?:{led})(?:\s+|(?=\d))(.+)", re.IGNORECASE)) for kind, led in _WORDS)
_TIME = re.compile(r"\d{1,2}(?::[0-5]\d){1,2}(?:\s*[–-]\s*\d{1,2}(?::[0-5]\d){1,2})?")
_PAGES = re.compile(r"[\divxlc]+(?:\s*[–-]\s*[\divxlc]+)?(?:\s*,\s*\d+)*", re.IGNORECASE)
_CELL = re.compile(r"(?:[\w ]+!)?[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?")


def read_locator(typed: str, bare: LocatorKind = LocatorKind.PAGE) -> tuple[LocatorKind, str]:
    """Kind and place of a typed locator.

    Args:
        typed: what the person wrote, outer spaces dropped.
        bare: what a number with no word before it is.

    Returns:
        The kind, and the text without the word that named it; `other` with all of the text when no kind fits.
    """
    if not typed:
        return bare, ""
    if _TIME.fullmatch(typed):
        return LocatorKind.TIMESTAMP, typed
    if _PAGES.fullmatch(typed):
        return bare, typed
    if _CELL.fullmatch(typed):
        return LocatorKind.CELL, typed
    for kind, pattern in _LED:
        if led := pattern.fullmatch(typed):
            return kind, led.group(1)
    return LocatorKind.OTHER, typed
