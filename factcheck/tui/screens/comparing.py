"""Two drafts as one text to read: what stayed, moved, went and came, and which claim stands where; pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.model import BlockDiff, ClaimRow, DiffKind, DiffPiece, DraftBlock
from factcheck.tui.words.inline_diff import marked

DIM, HEAD, FOLD, MOVED = "dim", "head", "fold", "moved"
"""Looks beside those of words that went and came."""

_HEADS = (BlockKind.HEADING, BlockKind.DEK)


class Paint(NamedTuple):
    """A stretch of the text and its look."""

    start: int
    end: int
    look: str


class Difference(NamedTuple):
    """Words that went, came, or were replaced; or a paragraph that moved with its words the same."""

    start: int
    """Where it begins in the text."""
    end: int
    older: int | None
    """Where its paragraph begins in the older draft; none where the paragraph came."""
    newer: int | None
    """Where it stands in the newer draft; none in a paragraph that went."""


class _Run(NamedTuple):
    """Words of one draft that stand in the text as they are."""

    place: int
    """In the draft."""
    start: int
    """In the text."""
    length: int


class Comparison:
    """The text, its paragraphs, and what is painted on it."""

    def __init__(self, blocks: Sequence[BlockDiff], *, folded: bool) -> None:
        """Lay out a comparison.

        Args:
            blocks: of both drafts, in the order to read them in.
            folded: show only what changed, with a line for the paragraphs between.
        """
        self.blocks: list[DraftBlock] = []
        """Paragraphs of the text."""
        self.signs: list[str] = []
        """For each of them, one cell: `+` came, `-` went, `~` changed, `↕` moved, or a space."""
        self.paint: list[Paint] = []
        """In order; what is not in it has no look."""
        self.differences: list[Difference] = []
        """In order."""
        self.changed = sum(map(_differs, blocks))
        """Paragraphs that are not the same in both drafts."""
        self.total = len(blocks)
        self._parts: list[str] = []
        self._length = 0
        self._newer: list[_Run] = []
        self._older: list[_Run] = []
        starts = sorted(block.before.start for block in blocks if block.before is not None)
        self._ordinals = {start: number for number, start in enumerate(dict.fromkeys(starts), 1)}
        for differs, run in groupby(blocks, _differs):
            if folded and not differs:
                self._fold(list(run))
            else:
                for block in run:
                    self._add(block)
        self.text = "".join(self._parts)
        """What is shown, safe for a terminal."""

    def places(self, newer: Iterable[ClaimRow], older: Iterable[ClaimRow] = ()) -> list[tuple[int, ClaimRow]]:
        """Where claims begin in the text, in order; those in folded paragraphs are left out.

        Args:
            newer: claims at their places in the newer draft.
            older: claims at those in the older one; only paragraphs that went show them.
        """
        found = [*_placed(self._newer, newer), *_placed(self._older, older)]
        return sorted(found, key=lambda pair: (pair[0], pair[1].number))

    def _fold(self, blocks: Sequence[BlockDiff]) -> None:
        """One line for paragraphs that are the same; the last heading among them says where one is."""
        headings = [block for block in blocks if block.kind in _HEADS][-1:]
        if rest := len(blocks) - len(headings):
            self._begin(BlockKind.PARAGRAPH, " ")
            self._put(f"⋯ {rest} paragraph{'s' if rest > 1 else ''} unchanged", FOLD)
            self._end()
        for heading in headings:
            self._add(heading)

    def _add(self, block: BlockDiff) -> None:
        """Lay down a block with what changed in it."""
        self._begin(block.kind, _sign(block))
        begin = self._length
        if block.moved and block.before is not None:
            self._put(f"moved, was paragraph {self._ordinals[block.before.start]}:", MOVED)
            self._put("\u00a0", "")  # a space that no finding's sign takes
        same = HEAD if block.kind in _HEADS else "" if _differs(block) else DIM
        older = block.before.start if block.before is not None else None
        newer = block.after.start if block.after is not None else None
        for differs, run in groupby(_bridged(block.pieces), lambda pair: pair[0]):
            first, place = self._length, newer
            for _, piece in run:
                if piece.kind is DiffKind.GONE:
                    self._lay(piece, self._older, older if newer is None else None, same)
                else:
                    self._lay(piece, self._newer, newer, same)
                    newer = None if newer is None else newer + len(piece.text)
            if differs:
                self.differences.append(Difference(first, self._length, older, place))
        if block.moved and not block.changed:
            self.differences.append(Difference(begin, self._length, older, place))
        self._end()

    def _lay(self, piece: DiffPiece, runs: list[_Run], place: int | None, same: str) -> None:
        """Put a piece down, and remember where its words stand in their draft."""
        for text, look, sign in marked((piece,)):
            if place is not None and text and not sign:
                runs.append(_Run(place, self._length, len(text)))
                place += len(text)
            self._put(text, look or same)

    def _begin(self, kind: BlockKind, sign: str) -> None:
        self.signs.append(sign)
        self.blocks.append(DraftBlock(kind, self._length, self._length, 0))

    def _end(self) -> None:
        self.blocks[-1] = self.blocks[-1]._replace(end=self._length)
        self._put("\n\n", "")

    def _put(self, text: str, look: str) -> None:
        if look and text:
            self.paint.append(Paint(self._length, self._length + len(text), look))
        self._parts.append(text)
        self._length += len(text)


def _differs(block: BlockDiff) -> bool:
    return block.changed or block.moved


def _sign(block: BlockDiff) -> str:
    if block.after is None:
        return "-"
    if block.moved:
        return "↕"
    if not block.changed:
        return " "
    return "+" if block.before is None else "~"


def _bridged(pieces: Sequence[DiffPiece]) -> Iterator[tuple[bool, DiffPiece]]:
    """Each piece, and whether it is part of a difference: white space between two changes is."""
    for number, piece in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1 and not piece.text.strip()
        yield piece.kind is not DiffKind.SAME or inner, piece


def _placed(runs: Sequence[_Run], claims: Iterable[ClaimRow]) -> Iterator[tuple[int, ClaimRow]]:
    """Where claims of one draft begin in the text."""
    ordered = sorted(runs)
    for claim in claims:
        run = ordered[bisect_right(ordered, claim.start, key=lambda run: run.place) - 1] if ordered else None
        if run is not None and run.place <= claim.start < run.place + run.length:
            yield run.start + claim.start - run.place, claim
