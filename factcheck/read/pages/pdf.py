"""PDF → blocks, as best as a layout without paragraphs allows: lines joined, page heads and feet left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.errors import UnreadableDraft
from factcheck.read.pages.pdf_apart import pages_of
from factcheck.read.pages.pdf_layout import LEVELS, LOWERS, RAISES, Box, Line
from factcheck.read.raised import LOWERED, RAISED, Levelled, joined
from factcheck.read.reading import ReadBlock, Reading, has_words
from factcheck.read.remarks import left_out
from factcheck.read.text.plain import BULLET

_EDGE = 0.15
"""Share of a page's height at its top and bottom where heads and feet stand."""
_HEADING_SIZE = 1.15
"""A heading is set so much larger than the text."""
_NOTE_SIZE = 0.95
"""A footnote is set smaller than this share of the text."""
_NOTES_BELOW = 0.5
"""Share of the page's height above the first footnote, at least."""
_INDENT = 0.6
"""Of the letter size: a line set in by more begins a paragraph."""
_LONGEST_HEADING = 200
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*\Z")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–— ]*#[-–— ]*(?:(?:of|/) *#)?", re.IGNORECASE)
_NOTE = re.compile(rf"{RAISES}?(\d{{1,3}}(?![.,:]?\d)|[*†‡]+){LEVELS}?\s*(?=\S)")
_LEVEL = re.compile(rf"([{RAISES}{LOWERS}])([^{LEVELS}]*){LEVELS}")
_REMARK = "Read from a PDF as best as its layout allows: compare the paragraphs with the page."


class _Paragraph(NamedTuple):
    """Lines that are one paragraph, joined."""

    text: str
    size: float
    page: int
    item: bool = False
    """Whether a bullet stands before it."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - PDF knows no encodings
    """The blocks of a PDF.

    Raises:
        MissingExtra: the library for PDF is not installed.
        UnreadableDraft: it is locked, broken, too long, or pictures of pages without text.
    """
    return reading_of(pages_of(data, name), name)


def reading_of(pages: list[list[Box]], name: str) -> Reading:
    """The blocks of pages whose lines were found.

    Raises:
        UnreadableDraft: there is not a line on any of them.
    """
    if not any(pages):
        raise UnreadableDraft(
            f"{name} holds no text, only pictures of pages; run text recognition (OCR) over it first."
        )
    furniture = _furniture(pages)
    body = _body_size(line for page in pages for box in page for line in box.lines)
    paragraphs: list[_Paragraph] = []
    notes: list[ReadBlock] = []
    edges: list[str] = []
    for number, page in enumerate(pages):
        boxes = [box for box in page if not _is_furniture(box, furniture)]
        edges.extend(_plain(box.text, set()) for box in page if _is_furniture(box, furniture))
        marks: set[str] = set()
        texts: list[Box] = []
        for box in boxes:
            found = list(_notes(box, body))
            marks.update(mark for mark, _ in found)
            notes.extend(
                ReadBlock(BlockKind.FOOTNOTE, _plain(words, set()), stated=True) for _, words in found
            )
            if not found:
                texts.append(box)
        bullets = [
            line.middle for box in texts for line in box.lines if not has_words(_plain(line.text, marks))
        ]
        for box in texts:
            found_here = _paragraphs(box, number, bullets)
            paragraphs.extend(each._replace(text=_plain(each.text, marks)) for each in found_here)
    blocks = (*_blocks(_joined_over_pages(paragraphs), body), *notes)
    remarks = (_REMARK, *left_out("Left out as heads and feet of pages", edges))
    return Reading(blocks=blocks, remarks=remarks)


def _body_size(lines: Iterable[Line]) -> float:
    """The size that most letters are set in."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _furniture(pages: list[list[Box]]) -> frozenset[str]:
    """Heads and feet: what stands at the edge of several pages with nothing but its numbers changed."""
    seen = Counter(key for page in pages for key in {_furniture_key(box) for box in page if _at_edge(box)})
    return frozenset(key for key, count in seen.items() if count > 1 and count * 3 >= len(pages))


def _at_edge(box: Box) -> bool:
    return box.bottom < _EDGE or box.top > 1 - _EDGE


def _furniture_key(box: Box) -> str:
    return re.sub(r"\d+", "#", box.text)


def _is_furniture(box: Box, furniture: frozenset[str]) -> bool:
    key = _furniture_key(box)
    return _at_edge(box) and (key in furniture or _PAGE_NUMBER.fullmatch(key) is not None)


def _notes(box: Box, body: float) -> Iterator[tuple[str, str]]:
    """The footnotes in a box at the foot of a page, each with its mark."""
    if box.top < _NOTES_BELOW or median(line.size for line in box.lines) > _NOTE_SIZE * body:
        return
    notes: list[tuple[str, str]] = []
    for line in box.lines:
        begin = _NOTE.match(line.text)
        if begin:
            notes.append((begin[1], line.text[begin.end() :]))
        elif notes:
            mark, words = notes[-1]
            notes[-1] = (mark, _glued(words, line.text))
        else:
            return
    yield from notes


def _plain(text: str, marks: set[str]) -> str:
    """Text without the marks of the notes on its page; powers and other raised and lowered signs stay."""
    parts: list[Levelled] = []
    at = 0
    for match in _LEVEL.finditer(text):
        parts.append(Levelled(text[at : match.start()]))
        if match[1] == LOWERS:
            parts.append(Levelled(match[2], LOWERED))
        elif match[2].strip() not in marks:
            parts.append(Levelled(match[2], RAISED))
        at = match.end()
    return joined((*parts, Levelled(text[at:])))


def _paragraphs(box: Box, page: int, bullets: list[float]) -> Iterator[_Paragraph]:
    """The paragraphs of a box: a new one begins where a line is set in, marked as an item, or set larger."""
    left = min(line.left for line in box.lines)
    right = max(line.right for line in box.lines)
    lines: list[Line] = []
    item = False
    for line in box.lines:
        if not has_words(line.text):
            continue
        marker = BULLET.match(line.text)
        is_item = marker is not None or any(abs(line.middle - bullet) < line.size / 2 for bullet in bullets)
        if lines and (is_item or _begins(line, lines[-1], left, right)):
            yield _paragraph(lines, page, item=item)
            lines, item = [], False
        item = item or is_item
        lines.append(line._replace(text=line.text[marker.end() :]) if marker else line)
    if lines:
        yield _paragraph(lines, page, item=item)


def _begins(line: Line, last: Line, left: float, right: float) -> bool:
    """Whether a line begins a paragraph, by where it and the one before it stand in their column."""
    ended = _ENDS.search(last.text) is not None
    set_in = line.left - left > _INDENT * line.size and last.left - left <= _INDENT * line.size
    short = last.right < right - 2 * last.size
    return abs(line.size - last.size) > 0.1 * last.size or (ended and (set_in or short))


def _paragraph(lines: list[Line], page: int, *, item: bool) -> _Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = _glued(text, line.text)
    return _Paragraph(text, median(line.size for line in lines), page, item)


def _glued(text: str, more: str) -> str:
    """Two lines as one; a word broken at the line's end is whole again."""
    if re.search(r"[^\W\d_][-\u00ad\u2010]\Z", text[-3:]) and more[:1].islower():
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
            and not paragraph.item
        ):
            joined[-1] = paragraph._replace(text=_glued(last.text, paragraph.text), item=last.item)
        else:
            joined.append(paragraph)
    return joined


def _blocks(paragraphs: list[_Paragraph], body: float) -> Iterator[ReadBlock]:
    sizes = sorted({round(p.size, 1) for p in paragraphs if _is_heading(p, body)}, reverse=True)
    for paragraph in paragraphs:
        if _is_heading(paragraph, body):
            level = min(sizes.index(round(paragraph.size, 1)) + 1, 6)
            yield ReadBlock(BlockKind.HEADING, paragraph.text, level, stated=True)
        elif paragraph.item:
            yield ReadBlock(BlockKind.LIST_ITEM, paragraph.text, 1, stated=True)
        else:
            yield ReadBlock(BlockKind.PARAGRAPH, paragraph.text)


def _is_heading(paragraph: _Paragraph, body: float) -> bool:
    return paragraph.size >= _HEADING_SIZE * body and len(paragraph.text) <= _LONGEST_HEADING
