"""List items that run on inside one block: “1.) the first 2.) the second”, “a. here b. there”."""

import re
from collections.abc import Iterator
from functools import lru_cache

_FIRST = re.compile(
    r"(?:(?<=\s)|(?<![\s\S]))(?P<open>[•⁃*·▪‣-][ \u00a0]?|\()?"
    r"(?P<name>1|a|A|i|9|10)(?P<close>\.\)|\)|\.)(?=\s\S)"
)
_BULLET = re.compile(r"[•⁃▪‣]")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MOST = 99


def list_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Starts of list items after the first between start and end, in order.

    A list starts with its first mark (1, a, A, i) where a sentence may start, and goes on while the next
    mark in the same dress follows; one mark alone is no list.
    """
    if text[start] in "•⁃▪‣":
        yield from (match.start() for match in _BULLET.finditer(text, start + 1, end))
        return
    first = _FIRST.match(text, start, end)
    if first is None:
        return
    name, opened, closed = first["name"], (first["open"] or "").strip(), first["close"]
    at = first.end()
    for _ in range(_MOST):
        name = _next(name)
        if not name:
            return
        found = _mark(opened, name, closed).search(text, at, end)
        if found is None:
            return
        yield found.start()
        at = found.end()


def _next(name: str) -> str:
    """The mark after name: 2 after 1, b after a, ii after i."""
    if name.isdigit():
        return str(int(name) + 1)
    if name in _ROMAN:
        place = _ROMAN.index(name) + 1
        return _ROMAN[place] if place < len(_ROMAN) else ""
    return chr(ord(name) + 1) if name not in "zZ" else ""


@lru_cache(maxsize=512)
def _mark(opened: str, name: str, closed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){re.escape(opened)}[ \u00a0]?{name}{re.escape(closed)}(?=\s\S)")
