"""A PDF → the lines that stand together on each page, with what their letters show."""

import io
import logging
import re
import time
from statistics import median
from typing import Any, NamedTuple

from factcheck.errors import MissingExtra, UnreadableDraft
from factcheck.read.tidy import tidy

_MOST_PAGES = 500
_LONGEST_WORK = 60.0
"""Seconds; the parser has been seen to run for ever on files made to do that."""
RAISED, LOWERED = "\ue000", "\ue001"
"""Around small raised signs, which are marks of notes or powers."""
_SMALL = 0.8
"""Of the size of its line: a sign so small is raised, when it stands higher."""


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


def pages_of(data: bytes, name: str) -> list[list[Box]]:
    """The boxes of each page in reading order.

    Raises:
        MissingExtra: the library for PDF is not installed.
        UnreadableDraft: the file is locked, or too long.
    """
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise MissingExtra(
            f"{name} is a PDF, and what reads PDF is not installed; install it with "
            'pip install "factcheck-desk[pdf-in]".'
        ) from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    begun = time.monotonic()
    pages: list[list[Box]] = []
    try:
        for page in extract_pages(io.BytesIO(data), laparams=LAParams(), maxpages=_MOST_PAGES + 1):
            pages.append([box for element in page if (box := _box(element, page.height)) is not None])
            if len(pages) > _MOST_PAGES or time.monotonic() - begun > _LONGEST_WORK:
                raise UnreadableDraft(
                    f"{name} is too long or too intricate a PDF; save the draft as DOCX or text."
                )
    except PDFPasswordIncorrect:
        raise UnreadableDraft(f"{name} is protected by a password; save a copy without it.") from None
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
    text = tidy("".join(_sign(character, size, part.y0) for character in characters))
    text = re.sub(rf"{LOWERED}{RAISED}", "", text)
    return Line(text, part.x0, part.x1, (part.y0 + part.y1) / 2, size) if text else None


def _sign(character: Any, size: float, foot: float) -> str:  # noqa: ANN401 - the library has no types
    text = str(character.get_text())
    small = getattr(character, "size", size) < _SMALL * size
    return f"{RAISED}{text}{LOWERED}" if small and character.y0 > foot + 0.2 * size else text
