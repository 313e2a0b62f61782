"""A PDF → the lines that stand together on each page, with what their letters show."""

import io
import json
import logging
import sys
from collections.abc import Iterable
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

from factcheck.read.tidy import tidy

_MOST_PAGES = 500
_MOST_CHARACTERS = 5_000_000
RAISES, LOWERS, LEVELS = "\ue000", "\ue001", "\ue002"
"""Before small signs above the line (marks of notes, powers), before those below it, and behind both."""
_SMALL = 0.8
"""Of the size of its line: a sign so small is raised or lowered, when it stands higher or lower."""
_HIGHER, _LOWER = 0.2, 0.05
"""Of the size of its line: so much does the foot or the base of such a sign stand higher or lower."""


class Line(NamedTuple):
    """A line of a page; lengths are in points."""

    text: str
    left: float
    right: float
    middle: float
    """Height of its middle above the foot of the page."""
    size: float


class Box(NamedTuple):
    """Lines that stand together on a page."""

    lines: tuple[Line, ...]
    top: float
    """Share of the page's height above it."""
    bottom: float
    """Share of the page's height down to its end."""

    @property
    def text(self) -> str:
        """Its lines, one after the other."""
        return " ".join(line.text for line in self.lines)


def main() -> None:
    """Read a PDF from standard input and tell its pages, or what is wrong with it, as JSON."""
    json.dump(laid_out(sys.stdin.buffer.read()), sys.stdout)


def laid_out(data: bytes) -> dict[str, object]:
    """Return the `pages` of a PDF, or a word for the `fault` that keeps them from being read."""
    try:
        return {"pages": _pages(data)}
    except MemoryError:
        return {"fault": "too much"}
    except Exception as fault:  # noqa: BLE001 - the library fails in its own ways on broken files
        return {"fault": "password" if "Password" in type(fault).__name__ else type(fault).__name__}


def _pages(data: bytes) -> list[list[Box]]:
    """The boxes of each page in reading order.

    Raises:
        MemoryError: it is too long.
        Exception: it is broken, in any way that the library has for that.
    """
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    pages: list[list[Box]] = []
    left = _MOST_CHARACTERS
    for page in extract_pages(io.BytesIO(data), laparams=LAParams(), maxpages=_MOST_PAGES + 1):
        pages.append([box for element in page if (box := _box(element, page.height)) is not None])
        left -= sum(len(line.text) for box in pages[-1] for line in box.lines)
        if len(pages) > _MOST_PAGES or left < 0:
            raise MemoryError
    return pages


def _box(element: Any, height: float) -> Box | None:  # noqa: ANN401 - the library has no types
    if not hasattr(element, "get_text") or not height:
        return None
    lines = tuple(line for part in element if (line := _line(part)) is not None)
    return Box(lines, 1 - element.y1 / height, 1 - element.y0 / height) if lines else None


def _line(part: Any) -> Line | None:  # noqa: ANN401 - the library has no types
    if not hasattr(part, "get_text") or not hasattr(part, "__iter__"):
        return None
    characters = list(part)
    sizes = [character.size for character in characters if hasattr(character, "size")]
    size = median(sizes) if sizes else part.height
    large = [character for character in characters if getattr(character, "size", 0) >= _SMALL * size]
    foot = median(character.y0 for character in large) if large else part.y0
    base = median(character.matrix[5] for character in large) if large else part.y0
    levels = groupby(characters, key=lambda character: _level(character, size, foot, base))
    text = tidy("".join(_marked(group, level) for level, group in levels))
    return Line(text, part.x0, part.x1, (part.y0 + part.y1) / 2, size) if text else None


def _level(character: Any, size: float, foot: float, base: float) -> str:  # noqa: ANN401 - as above
    """The mark of the level that a sign stands on; empty for the line."""
    if getattr(character, "size", size) >= _SMALL * size:
        return ""
    rise, lift = character.y0 - foot, character.matrix[5] - base
    if rise > _HIGHER * size:
        return RAISES
    return LOWERS if min(rise, lift) < -_LOWER * size else ""


def _marked(signs: Iterable[Any], level: str) -> str:
    text = "".join(str(sign.get_text()) for sign in signs)
    return f"{level}{text}{LEVELS}" if level else text
