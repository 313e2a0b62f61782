"""A draft that is edited by hand in the benchmark, with the truth kept of where each old character went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.model import Article, Block, Span
from factcheck.text import digest

Piece = str | Span
"""Words that came, or a stretch of the old text."""


class DocBlock(NamedTuple):
    """A block of the new draft: of old stretches and new words."""

    kind: BlockKind
    level: int
    pieces: list[Piece]


class Doc:
    """The new draft while it is being edited; old places stay the names of everything."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.blocks = [
            DocBlock(block.kind, block.level, [Span(block.start, block.end)]) for block in article.blocks
        ]

    def block_at(self, place: int) -> int:
        """Index of the block that holds an old place now."""
        for index, block in enumerate(self.blocks):
            if any(isinstance(piece, Span) and piece.start <= place < piece.end for piece in block.pieces):
                return index
        raise LookupError(place)

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in place of an old stretch; an empty stretch has them put in before its place."""
        self.insert(start, [words])
        self.take(start, end)

    def rewrite(self, pattern: str, words: str) -> None:
        """Replace a pattern everywhere in the words that are still old."""
        for index, block in enumerate(self.blocks):
            pieces: list[Piece] = []
            for piece in block.pieces:
                pieces += [piece] if isinstance(piece, str) else self._rewritten(piece, pattern, words)
            self.blocks[index] = block._replace(pieces=pieces)

    def _rewritten(self, piece: Span, pattern: str, words: str) -> Iterator[Piece]:
        place = piece.start
        for match in re.compile(pattern).finditer(self.article.text, piece.start, piece.end):
            if match.start() > place:
                yield Span(place, match.start())
            yield match.expand(words)
            place = match.end()
        if place < piece.end:
            yield Span(place, piece.end)

    def take(self, start: int, end: int) -> list[Piece]:
        """Take an old stretch out; its pieces."""
        taken: list[Piece] = []
        for index, block in enumerate(self.blocks):
            pieces: list[Piece] = []
            for piece in block.pieces:
                if isinstance(piece, str):
                    pieces.append(piece)
                    continue
                low, high = max(piece.start, start), min(piece.end, end)
                if low >= high:
                    pieces.append(piece)
                    continue
                pieces += [Span(piece.start, low)] * (piece.start < low)
                taken.append(Span(low, high))
                pieces += [Span(high, piece.end)] * (high < piece.end)
            self.blocks[index] = block._replace(pieces=pieces)
        return taken

    def insert(self, place: int, pieces: Sequence[Piece]) -> None:
        """Put pieces in before an old place."""
        index = self.block_at(place)
        found: list[Piece] = []
        for piece in self.blocks[index].pieces:
            if isinstance(piece, Span) and piece.start <= place < piece.end:
                found += [Span(piece.start, place)] * (piece.start < place)
                found += pieces
                found.append(Span(place, piece.end))
            else:
                found.append(piece)
        self.blocks[index] = self.blocks[index]._replace(pieces=found)

    def built(self) -> tuple[Article, dict[int, int]]:
        """The new draft, and where each old character stands in it."""
        text, blocks, where = "", [], {}
        for block in self.blocks:
            words = ""
            mapped: list[tuple[int, int]] = []
            for piece in block.pieces:
                if isinstance(piece, str):
                    words += piece
                else:
                    mapped += [(old, len(words) + old - piece.start) for old in range(*piece)]
                    words += self.article.text[piece.start : piece.end]
            bare = words.strip()
            if not bare:
                continue
            shift = len(text) - (len(words) - len(words.lstrip()))
            where.update((old, new + shift) for old, new in mapped)
            blocks.append(
                Block(kind=block.kind, start=len(text), end=len(text) + len(bare), level=block.level)
            )
            text += bare + "\n\n"
        article = replace(
            self.article, text=text, blocks=tuple(blocks), digest=digest(text), original_digest=""
        )
        return article, where
