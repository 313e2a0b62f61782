"""PDF → blocks, as best as a layout without paragraphs allows: lines joined, page heads and feet left out."""

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from db.vocabulary import BlockKind
from factcheck.errors import MissingExtra, UnreadableDraft
from factcheck.read.plain import BULLET
from factcheck.read.reading import ReadBlock, Reading, has_words
from factcheck.read.tidy import tidy

_MOST_PAGES = 500
_LONGEST_WORK = 60.0
"""Seconds; the parser has been seen to run for ever on files made to do that."""
_EDGE = 0.15
"""Share of a page's height at its top and bottom where heads and feet stand."""
_HEADING_SIZE = 1.15
"""A heading is set so much larger than the text."""
_INDENT = 0.6
"""Of the letter size: a line set in by more begins a paragraph."""
_LONGEST_HEADING = 200
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_REMARK = "Read from a PDF as best as its layout allows: compare the paragraphs with the page."


class _Line(NamedTuple):
    """A line of a page."""

    text: str
    left: float
    right: float
    size: float


class _Box(NamedTuple):
    """Lines that stand together on a page."""

    lines: tuple[_Line, ...]
    top: float
    """Share of the page's height above it."""
    bottom: float

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class _Paragraph(NamedTuple):
    """Lines that are one paragraph, joined."""

    text: str
    size: float
    page: int


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - PDF knows no encodings
    """The blocks of a PDF.

    Raises:
        MissingExtra: the library for PDF is not installed.
        UnreadableDraft: it is locked, broken, too long, or pictures of pages without text.
    """
    pages = _pages(data, name)
    if not any(box.lines for page in pages for box in page):
        raise UnreadableDraft(
            f"{name} holds no text, only pictures of pages; run text recognition (OCR) over it first."
        )
    furniture = _furniture(pages)
    paragraphs = [
        paragraph
        for number, page in enumerate(pages)
        for box in page
        if not _is_furniture(box, furniture)
        for paragraph in _paragraphs(box, number)
    ]
    return Reading(blocks=tuple(_blocks(_joined_over_pages(paragraphs))), remarks=(_REMARK,))


def _pages(data: bytes, name: str) -> list[list[_Box]]:
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
    pages: list[list[_Box]] = []
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


def _box(element: Any, height: float) -> _Box | None:  # noqa: ANN401 - the library has no types
    lines = (
        tuple(line for part in element if (line := _line(part)) is not None)
        if hasattr(element, "get_text")
        else ()
    )
    if not lines or not height:
        return None
    return _Box(lines, 1 - element.y1 / height, 1 - element.y0 / height)


def _line(part: Any) -> _Line | None:  # noqa: ANN401 - the library has no types
    text = tidy(part.get_text()) if hasattr(part, "get_text") else ""
    if not text or not hasattr(part, "x0"):
        return None
    sizes = (
        [character.size for character in part if hasattr(character, "size")]
        if hasattr(part, "__iter__")
        else []
    )
    return _Line(text, part.x0, part.x1, median(sizes) if sizes else part.height)


def _furniture(pages: list[list[_Box]]) -> frozenset[str]:
    """Heads and feet: what stands at the edge of several pages with nothing but its numbers changed."""
    seen = Counter(key for page in pages for key in {_furniture_key(box) for box in page if _at_edge(box)})
    return frozenset(key for key, count in seen.items() if count > 1 and count * 3 >= len(pages))


def _at_edge(box: _Box) -> bool:
    return box.bottom < _EDGE or box.top > 1 - _EDGE


def _furniture_key(box: _Box) -> str:
    return re.sub(r"\d+", "#", box.text)


def _is_furniture(box: _Box, furniture: frozenset[str]) -> bool:
    key = _furniture_key(box)
    page_number = re.fullmatch(r"(?:page )?[-–— ]*#[-–— ]*(?:(?:of|/) *#)?", key, re.IGNORECASE)
    return _at_edge(box) and (key in furniture or page_number is not None)


def _paragraphs(box: _Box, page: int) -> Iterator[_Paragraph]:
    """The paragraphs of a box: a new one begins where a line is set in, marked as an item, or set larger."""
    left = min(line.left for line in box.lines)
    right = max(line.right for line in box.lines)
    lines: list[_Line] = []
    for line in box.lines:
        if lines:
            last = lines[-1]
            set_in = line.left - left > _INDENT * line.size and last.left - left <= _INDENT * line.size
            after_end = _ENDS.search(last.text) is not None and last.right < right - 2 * last.size
            other_size = abs(line.size - last.size) > 0.1 * last.size
            if other_size or BULLET.match(line.text) or (set_in and _ENDS.search(last.text)) or after_end:
                yield _paragraph(lines, page)
                lines = []
        lines.append(line)
    yield _paragraph(lines, page)


def _paragraph(lines: list[_Line], page: int) -> _Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = _glued(text, line.text)
    return _Paragraph(text, median(line.size for line in lines), page)


def _glued(text: str, more: str) -> str:
    """Two lines as one; a word broken at the line's end is whole again."""
    if re.search(r"[^\W\d_][-\u00ad\u2010]$", text) and more[:1].islower():
        return text[:-1] + more
    return f"{text} {more}"


def _joined_over_pages(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """Paragraphs that a page break cut are one again."""
    joined: list[_Paragraph] = []
    for paragraph in paragraphs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and paragraph.page == last.page + 1
            and abs(paragraph.size - last.size) <= 0.1 * last.size
            and not _ENDS.search(last.text)
            and not BULLET.match(paragraph.text)
        ):
            joined[-1] = paragraph._replace(text=_glued(last.text, paragraph.text))
        else:
            joined.append(paragraph)
    return joined


def _blocks(paragraphs: list[_Paragraph]) -> Iterator[ReadBlock]:
    letters: Counter[float] = Counter()
    for paragraph in paragraphs:
        letters[round(paragraph.size, 1)] += len(paragraph.text)
    body = letters.most_common(1)[0][0] if letters else 0.0
    sizes = sorted({round(p.size, 1) for p in paragraphs if _is_heading(p, body)}, reverse=True)
    for paragraph in paragraphs:
        if not has_words(paragraph.text):
            continue
        if _is_heading(paragraph, body):
            level = min(sizes.index(round(paragraph.size, 1)) + 1, 6)
            yield ReadBlock(BlockKind.HEADING, paragraph.text, level, stated=True)
        elif marker := BULLET.match(paragraph.text):
            yield ReadBlock(BlockKind.LIST_ITEM, paragraph.text[marker.end() :], 1, stated=True)
        else:
            yield ReadBlock(BlockKind.PARAGRAPH, paragraph.text)


def _is_heading(paragraph: _Paragraph, body: float) -> bool:
    return paragraph.size >= _HEADING_SIZE * body and len(paragraph.text) <= _LONGEST_HEADING
