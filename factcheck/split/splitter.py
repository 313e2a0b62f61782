"""An article cut into claims and passages set aside: the stages in order, no rule of their own."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from db.vocabulary import BlockKind, SetAsideReason
from factcheck.model import Article, Block, HouseLists, SetAside, Span, Split, SplitClaim
from factcheck.split.built import built
from factcheck.split.checkpoints import Found, detect
from factcheck.split.checkpoints.people import names, speakers
from factcheck.split.claims import Surroundings, claim, settle, somebody
from factcheck.split.clauses import pieces
from factcheck.split.coverage import coverage
from factcheck.split.names import cast
from factcheck.split.pieces import Piece
from factcheck.split.quotations import quotations
from factcheck.split.sentences import sentences
from factcheck.split.speakers import attributions
from factcheck.split.tokens import tokens
from factcheck.split.types import Attribution, Quotation


def split(article: Article, house: HouseLists | None = None, *, parser: bool | None = None) -> Split:
    """The claims of an article as a good checker would mark them, and what was set aside.

    Args:
        article: what a reader made of a file.
        house: the desk's own words.
        parser: use the optional parser; none means where it is installed and asked for.
    """
    return split_text(article.text, article.blocks, article.published, house or HouseLists(), parser=parser)


def split_text(
    text: str,
    blocks: Sequence[Block],
    published: date | None,
    house: HouseLists,
    *,
    parser: bool | None = None,
) -> Split:
    """As `split`, for a text and its blocks."""
    del parser
    cut = sentences(text, blocks, house)
    tagged = [tokens(text, one.start, one.end) for one in cut]
    quotes = quotations(text, blocks)
    people = cast(text, cut, house)
    said = _Passing(attributions(text, cut, quotes, people, house, tagged))
    outer = _Passing([quote for quote in quotes if quote.depth == 0])
    named = _Passing(sorted(names(text, people)))
    legal = (
        re.compile("|".join(map(re.escape, house.legal_terms)), re.IGNORECASE) if house.legal_terms else None
    )
    claims: list[SplitClaim] = []
    aside: list[SetAside] = []
    spans: list[Span] = []
    for index, sentence in enumerate(cut):
        kind = blocks[sentence.block].kind
        quoted = outer.touching(sentence.start, sentence.end)
        says = [one for one in said.touching(sentence.start, sentence.end) if somebody(text, one)]
        known = named.touching(sentence.start, sentence.end)
        around = Surroundings(
            text,
            kind,
            tagged[index],
            [
                *known,
                *speakers(text, says, known),
                *detect(text, tagged[index], sentence.end, published),
            ],
            says,
            quoted,
            [Span(quote.start, quote.end) for quote in quoted],
            legal,
        )
        if kind == BlockKind.HEADING:
            whole = Piece([Span(sentence.start, sentence.end)], index, sentence.block)
            whole.aside, whole.aside_rule = SetAsideReason.HEADING, "heading"
            found = [whole]
        else:
            persons = [Span(one.start, one.end) for one in around.found if one.rule == "person"]
            found = pieces(
                text,
                tagged[index],
                index,
                sentence.block,
                sentence.start,
                sentence.end,
                around.closed,
                persons,
            )
            for piece in found:
                settle(piece, around)
        _gather(found, around, claims, aside, spans)
    total, covered = coverage(text, blocks, spans)
    return built(
        Split, claims=tuple(claims), set_aside=tuple(aside), words=total, covered=covered, remarks=()
    )


def _gather(
    found: Sequence[Piece],
    around: Surroundings,
    claims: list[SplitClaim],
    aside: list[SetAside],
    spans: list[Span],
) -> None:
    """The pieces of one sentence as claims and passages set aside; one inside another's reach is nested."""
    first = len(claims)
    for piece in found:
        spans += piece.parts
        if piece.aside is None:
            parent = next(
                (
                    first + place
                    for place, other in enumerate(claims[first:])
                    if other.start <= piece.start and piece.end <= other.end
                ),
                None,
            )
            claims.append(claim(piece, around, parent))
            continue
        aside += [
            built(
                SetAside,
                start=part.start,
                end=part.end,
                text=around.text[part.start : part.end],
                reason=piece.aside,
                rule=piece.aside_rule,
            )
            for part in piece.parts
        ]


Stretch = TypeVar("Stretch", Attribution, Quotation, Found)


class _Passing(Generic[Stretch]):
    """Stretches in text order, asked for sentence by sentence without starting over."""

    def __init__(self, ordered: list[Stretch]) -> None:
        self._ordered: list[Stretch] = ordered
        self._next = 0
        self._open: list[Stretch] = []

    def touching(self, start: int, end: int) -> list[Stretch]:
        """The stretches that share a place with `start`–`end`; starts never go back."""
        if self._open:
            self._open = [one for one in self._open if one.end > start]
        while self._next < len(self._ordered) and self._ordered[self._next].start < end:
            if self._ordered[self._next].end > start:
                self._open.append(self._ordered[self._next])
            self._next += 1
        return list(self._open)
