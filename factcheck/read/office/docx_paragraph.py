"""A paragraph of a Word document, with a map from its characters to the runs that hold them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from factcheck.read.office.styles import ParagraphFacts
from factcheck.read.raised import spelled
from factcheck.read.tidy import offsets


class Piece(NamedTuple):
    """Characters of a paragraph that stand in one element of one run."""

    run: etree._Element | None
    """The `w:r`; none for a formula, which has no run of the text."""
    leaf: etree._Element
    """The `w:t`, `w:tab`, `w:br` … that holds the characters."""
    text: str
    start: int
    """Place of the first one in the text of the paragraph."""
    first: int = 0
    """Place of the first one in the leaf."""
    width: int = 0
    """How many characters of the leaf they stand for: ™ for two, and the second run of two for none."""

    def within(self, first: int, last: int) -> tuple[int, int] | None:
        """The stretch of the leaf that holds the characters of the paragraph from first to last."""
        end = self.start + len(self.text)
        if not self.text:
            return (self.first, self.first + self.width) if first < self.start <= last else None
        if self.start >= last or end <= first:
            return None
        if self.width != len(self.text):
            return self.first, self.first + self.width
        return self.first + max(first - self.start, 0), self.first + min(last, end) - self.start


class WalkedParagraph(NamedTuple):
    """A paragraph, or a table row, as the draft has it with all tracked changes accepted."""

    facts: ParagraphFacts
    text: str
    """Its characters in plain text, not yet tidy."""
    pieces: tuple[Piece, ...]
    """Where the characters stand; between them only separators and the brackets of what is raised."""
    elements: tuple[etree._Element, ...]
    """The `w:p` elements that it is made of."""
    reference: etree._Element | None = None
    """For a footnote: the run in the text that holds its mark, where a comment can be anchored."""

    def pieces_in(self, start: int, end: int) -> tuple[tuple[Piece, int, int], ...]:
        """The pieces that hold the tidy characters from start to end, each with the stretch of its leaf.

        Args:
            start: place of the first character in the tidy text, which is the text of the block.
            end: one past the last.
        """
        places = offsets(self.text)
        if start >= end or end > len(places):
            return ()
        first, last = places[start], places[end - 1] + 1
        within = ((piece, piece.within(first, last)) for piece in self.pieces)
        return tuple((piece, *stretch) for piece, stretch in within if stretch is not None)


class Part(NamedTuple):
    """Characters as they stand in the file, or a separator that does not."""

    text: str
    level: int = 0
    run: etree._Element | None = None
    leaf: etree._Element | None = None


class Line:
    """A paragraph while it is being read."""

    def __init__(self) -> None:
        self.elements: list[etree._Element] = []
        self.boxes: list[etree._Element] = []
        self.parts: list[Part] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing but spaces stands in it."""
        return not any(part.text.strip() for part in self.parts)

    def add(self, run: etree._Element | None, leaf: etree._Element, text: str, level: int = 0) -> None:
        """Add characters that stand in the file, raised or lowered where the level says so."""
        if text:
            self.parts.append(Part(text, level, run, leaf))

    def space(self, text: str) -> None:
        """Add characters that stand between those of the file."""
        self.parts.append(Part(text))

    def take(self, other: "Line") -> None:
        """Add all of another line."""
        self.parts += other.parts
        self.elements += other.elements
        self.boxes += other.boxes

    def walked(self, facts: ParagraphFacts) -> WalkedParagraph:
        """The paragraph, finished."""
        pieces: list[Piece] = []
        texts: list[str] = []
        length, before = 0, ""
        for level, group in groupby(self.parts, key=lambda part: part.level):
            parts = list(group)
            raw = "".join(part.text for part in parts)
            stretches = spelled(raw, level, before)
            for stretch in stretches:
                pieces += _pieces(parts, stretch.start, stretch.end, stretch.text, length)
                texts.append(stretch.text)
                length += len(stretch.text)
            before = "".join(stretch.text for stretch in stretches)
        return WalkedParagraph(facts, "".join(texts), tuple(pieces), tuple(self.elements))


def _pieces(parts: Sequence[Part], start: int, end: int, text: str, at: int) -> Iterator[Piece]:
    """The pieces of a stretch of neighbouring parts that is written as text, whose place is at."""
    place, said = 0, 0
    one_by_one = len(text) == end - start
    for part in parts:
        first, last = max(start - place, 0), min(end - place, len(part.text))
        if first < last:
            written = text[said : said + last - first] if one_by_one else text[said:]
            if part.leaf is not None:
                yield Piece(part.run, part.leaf, written, at + said, first, last - first)
            said += len(written)
        place += len(part.text)
