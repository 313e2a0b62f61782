"""A draft laid out in lines of a given width: which code points stand on which line; pure, no widget."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes

from db.vocabulary import BlockKind
from factcheck.model import DraftBlock
from factcheck.text import safe

_UNUSUAL = re.compile("[^\n -\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20ac]")
"""A character that may not be exactly one cell wide."""
_WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*")
INDENTS = {BlockKind.LIST_ITEM: 2, BlockKind.QUOTATION: 2, BlockKind.CAPTION: 2, BlockKind.FOOTNOTE: 2}
"""Cells at the left of such blocks."""


class Lines:
    """The lines of a draft; blocks are set apart by one empty line, what is outside blocks is not shown."""

    def __init__(self, text: str, blocks: Sequence[DraftBlock], width: int) -> None:
        self.shown = safe(text).replace("\t", " ")
        """The text as it may go to a terminal; character for character the draft."""
        self.blocks = blocks
        self.width = max(8, width)
        self.starts = array("q")
        """First code point of each line."""
        self.ends = array("q")
        """One past the last code point of each line; equal to the start on an empty line."""
        self.block_of = array("q")
        """Index of the block of each line; -1 on the empty lines between blocks."""
        for index, block in enumerate(blocks):
            if block.start < block.end:
                if self.starts:
                    self._line(block.start, block.start, -1)
                self._lay(index, block)

    def __len__(self) -> int:
        return len(self.starts)

    def kind(self, line: int) -> BlockKind | None:
        """What block a line belongs to, none between blocks."""
        block = self.block_of[line]
        return BlockKind(self.blocks[block].kind) if block >= 0 else None

    def indent(self, line: int) -> int:
        """Cells at the left of a line."""
        kind = self.kind(line)
        return INDENTS.get(kind, 0) if kind is not None else 0

    def line_of(self, offset: int) -> int:
        """The line on which a code point stands, or the nearest before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def column_of(self, line: int, offset: int) -> int:
        """Cells between the left edge and a code point of the line, indent included."""
        start, end = self.starts[line], self.ends[line]
        return self.indent(line) + cell_len(self.shown[start : max(start, min(offset, end))])

    def offset_at(self, line: int, column: int) -> int:
        """The code point under a cell; the nearest one on the line, never inside a joined character."""
        start, end = self.starts[line], self.ends[line]
        left = column - self.indent(line)
        for first, _, cells in split_graphemes(self.shown[start:end])[0]:
            if left < cells:
                return start + first
            left -= cells
        return end

    def step(self, offset: int, by: int) -> int:
        """The place one character on (1) or back (-1); joined characters count as one."""
        line = self.line_of(offset)
        places = [self.starts[line] + first for first, _, _ in split_graphemes(self._words(line))[0]]
        places.append(self.ends[line])
        if by > 0:
            later = next((place for place in places if place > offset), None)
            return self._beside(line, 1, offset) if later is None else later
        earlier = next((place for place in reversed(places) if place < offset), None)
        return self._beside(line, -1, offset) if earlier is None else earlier

    def vertical(self, line: int, by: int) -> int:
        """The line of text `by` lines down (or up), empty lines between blocks stepped over."""
        wanted = max(0, min(len(self) - 1, line + by))
        step = 1 if by > 0 else -1
        while 0 <= wanted + step < len(self) and self.block_of[wanted] < 0:
            wanted += step
        return wanted

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """The word that holds a code point, or none between words."""
        line = self.line_of(offset)
        block = self.block_of[line]
        begin, end = (self.blocks[block].start, self.blocks[block].end) if block >= 0 else (offset, offset)
        begin = max(begin, offset - 200)
        for match in _WORD.finditer(self.shown, begin, min(end, offset + 200)):
            if match.start() <= offset < match.end():
                return match.span()
        return None

    def next_word(self, offset: int, *, end: bool = False) -> int:
        """Start of the next word, or the end of the present or next one; the end of the text at the last."""
        line = self.line_of(offset)
        last = self.blocks[-1].end if self.blocks else 0
        for match in _WORD.finditer(self.shown, max(self.starts[line], offset - 200), last):
            place = match.end() if end else match.start()
            if place > offset:
                return place
        return last

    def previous_word(self, offset: int) -> int:
        """Start of the present word, or of the one before; the start of the text at the first."""
        line = self.line_of(offset)
        while line >= 0:
            found = [m.start() for m in _WORD.finditer(self.shown, self.starts[line], self.ends[line])]
            before = [place for place in found if place < offset]
            if before:
                return before[-1]
            line -= 1
        return self.starts[0] if len(self) else 0

    def _words(self, line: int) -> str:
        return self.shown[self.starts[line] : self.ends[line]]

    def _beside(self, line: int, by: int, offset: int) -> int:
        """The near end of the next line of text in a direction; the same place at the ends of the text."""
        other = self.vertical(line, by)
        if other == line or self.block_of[other] < 0:
            return offset
        if by > 0:
            return self.starts[other]
        if self.ends[other] < offset:
            return self.ends[other]
        return self.starts[other] + split_graphemes(self._words(other))[0][-1][0]

    def _line(self, start: int, end: int, block: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.block_of.append(block)

    def _lay(self, index: int, block: DraftBlock) -> None:
        """Break one block into lines, first at its own line breaks, then at spaces."""
        width = max(4, self.width - INDENTS.get(BlockKind(block.kind), 0))
        place = block.start
        while place < block.end:
            newline = self.shown.find("\n", place, block.end)
            stop = block.end if newline < 0 else newline
            self._lay_stretch(index, place, stop, width)
            place = stop + 1

    def _lay_stretch(self, index: int, place: int, end: int, width: int) -> None:
        """Break a stretch without line breaks at spaces, and inside words that are wider than a line."""
        shown, plain = self.shown, _UNUSUAL.search(self.shown, place, end) is None
        if place == end:
            self._line(place, end, index)
        while place < end:
            limit = place + width if plain else self._reach(place, end, width)
            if limit >= end:
                self._line(place, end, index)
                return
            space = shown.rfind(" ", place, limit + 1)
            stop = limit if space <= place else space
            self._line(place, stop, index)
            place = stop
            while place < end and shown[place] == " ":
                place += 1

    def _reach(self, place: int, end: int, width: int) -> int:
        """As far as `width` cells go from `place`, joined characters kept whole; at least one of them."""
        stretch = self.shown[place : min(end, place + 4 * width + 8)]
        used = reach = 0
        for first, last, cells in split_graphemes(stretch)[0]:
            if used + cells > width and first:
                break
            used += cells
            reach = last
        return place + reach
