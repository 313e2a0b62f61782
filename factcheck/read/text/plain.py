"""Plain text → blocks: paragraphs by blank lines, hard wraps joined, lists and quotations by their marks."""

import re
from collections.abc import Iterator
from itertools import groupby

from db.vocabulary import BlockKind
from factcheck.read.reading import ReadBlock, Reading, row_text
from factcheck.read.text.opening import byline_in, date_in
from factcheck.read.text.written import Body, written

_UNWRAPPED = 120
"""A line longer than this was not broken by hand or by a mail program: each line is a paragraph."""
BULLET = re.compile(r"\s*(?:[•‣◦▪●○∙\uf0b7\uf0a7]|[-*+·](?=\s))\s+(?=\S)")
"""The sign that a list item begins with; the private ones are bullets of symbol fonts."""
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+(?=\S)", re.ASCII)
_QUOTED = re.compile(r"\s*>\s?")
_CAPTION = re.compile(
    r"\s*(?:photo(?: caption)?|caption|image|picture|figure|fig\.)\s*\d*\s*[:.]\s+\S", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"\s*\[\^?(\w{1,4})\]:?\s+(?=\S)")
_FEWEST_ROWS = 2
"""So many lines with as many tabs are a table."""
_HYPHEN = re.compile(r"[^\W\d_][-—]\Z")


def read(data: bytes, name: str, encoding: str | None) -> Reading:
    """The blocks of a plain text file.

    Raises:
        UnreadableDraft: it cannot be decoded, or it is binary.
    """
    return written(data, name, encoding, lambda text: Body(tuple(blocks_in(text))))


def blocks_in(text: str) -> Iterator[ReadBlock]:
    """The blocks of a text whose only line break is a line feed."""
    first = True
    for lines in _chunks(text):
        if first and len(lines) > 1 and _is_opening(lines):
            for line in lines:
                yield ReadBlock(BlockKind.PARAGRAPH, line)
        else:
            yield from _blocks_of_chunk(lines)
        first = False


def _chunks(text: str) -> Iterator[list[str]]:
    """Runs of lines between blank lines."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _is_opening(lines: list[str]) -> bool:
    """Whether the first lines are a headline with its byline and date, each on a line of its own."""
    return any(byline_in(line) or date_in(line) for line in lines) and max(map(len, lines)) <= _UNWRAPPED


def _blocks_of_chunk(lines: list[str]) -> Iterator[ReadBlock]:
    if all(_QUOTED.match(line) for line in lines):
        inner = "\n".join(_QUOTED.sub("", line, count=1) for line in lines)
        for chunk in _chunks(inner):
            yield ReadBlock(BlockKind.QUOTATION, _joined(chunk), stated=True)
        return
    text: list[str] = []
    for tabs, group in groupby(lines, key=lambda line: line.strip().count("\t")):
        rows = list(group)
        if not tabs or len(rows) < _FEWEST_ROWS:
            text.extend(rows)
            continue
        yield from _paragraphs(text)
        text = []
        for row in rows:
            yield ReadBlock(BlockKind.LIST_ITEM, row_text(row.split("\t")), level=1, stated=True)
    yield from _paragraphs(text)


def _paragraphs(lines: list[str]) -> Iterator[ReadBlock]:
    """The paragraphs and list items in lines without a blank one."""
    if not lines:
        return
    numbered = sum(1 for line in lines if _NUMBER.match(line)) > 1
    wrapped = max(map(len, lines)) <= _UNWRAPPED
    block: list[str] = []
    kind = BlockKind.PARAGRAPH
    for line in lines:
        marker = BULLET.match(line) or (_NUMBER.match(line) if numbered else None)
        if block and (marker or not wrapped):
            yield _block(kind, block)
            block, kind = [], BlockKind.PARAGRAPH
        if marker:
            kind = BlockKind.LIST_ITEM
            line = line[marker.end() :]
        block.append(line)
    yield _block(kind, block)


def _block(kind: BlockKind, lines: list[str]) -> ReadBlock:
    text = _joined(lines)
    if kind is BlockKind.LIST_ITEM:
        return ReadBlock(kind, text, level=1, stated=True)
    if _FOOTNOTE.match(text):
        return ReadBlock(BlockKind.FOOTNOTE, text, stated=True)
    if _CAPTION.match(text):
        return ReadBlock(BlockKind.CAPTION, text, stated=True)
    return ReadBlock(kind, text)


def _joined(lines: list[str]) -> str:
    """Hard-wrapped lines as one; a word broken at its own hyphen is joined without a space."""
    parts = [lines[0].rstrip()]
    for line in lines[1:]:
        line = line.strip()
        if not (_HYPHEN.search(parts[-1]) and line[:1].islower()):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)
