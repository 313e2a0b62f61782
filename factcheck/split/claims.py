"""A piece of a sentence made into a claim: its check points, kinds, speaker and priority."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from db.vocabulary import BlockKind, CheckKind
from factcheck.model import CheckPoint, Span, SplitClaim
from factcheck.split.checkpoints import ORDER, Found, ordered
from factcheck.split.checkpoints.events import asserted, event
from factcheck.split.checkpoints.names_and_quotes import attributed, quoted
from factcheck.split.lexicon import word_set
from factcheck.split.pieces import Piece
from factcheck.split.priority import priority
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.quotation_marks import Quotation
from factcheck.split.setaside import judge
from factcheck.split.words.tokens import Tokens


class SentenceContext(NamedTuple):
    """What a piece needs to know of its sentence."""

    text: str
    kind: BlockKind
    """What the block is on the page."""
    words: Tokens
    """Its words with their tags."""
    found: Sequence[Found]
    """Check points of the sentence."""
    said: Sequence[Attribution]
    """Attributions that touch the sentence."""
    quotations: Sequence[Quotation]
    """Outer quotations that touch the sentence."""
    closed: Sequence[Span]
    """Where they stand."""
    legal: re.Pattern[str] | None
    """The desk's own legal terms."""


_NOBODY = word_set("it this that which these what nobody everybody everyone anyone who none i we")


def somebody(text: str, said: Attribution) -> bool:
    """Whether an attribution names whose words they are, and not “it” or “nobody”."""
    if said.name or said.mention is None:
        return True
    return text[said.mention.start : said.mention.end].lower() not in _NOBODY


def _whose(piece: Piece, said: Sequence[Attribution]) -> Attribution | None:
    """The attribution that most of the piece is the content of; the outermost where several are."""
    if not said:
        return None
    length = sum(end - start for start, end in piece.parts)
    for one in said:
        content = _shared(piece.parts, one.content)
        if not content:
            continue
        if 2 * content >= length:
            return one
        frame = [span for span in (one.source, one.cue) if span]
        if 2 * content >= length - _shared(piece.parts, frame):
            return one
    return None


def _shared(parts: Sequence[Span], spans: Sequence[Span]) -> int:
    shared = 0
    for start, end in parts:
        for first, last in spans:
            if first < end and start < last:
                shared += min(end, last) - max(start, first)
    return shared


def claim(piece: Piece, around: SentenceContext, parent: int | None) -> SplitClaim:
    """The claim that a piece makes."""
    text = around.text
    points = piece.points
    kinds = tuple(sorted(piece.kinds, key=ORDER.__getitem__))
    words = text[piece.start : piece.end]
    legal = around.legal is not None and around.legal.search(words) is not None
    urgency, reasons = priority(kinds, piece.spoken, piece.tags, legal=legal)
    return SplitClaim(
        text=words,
        start=piece.start,
        end=piece.end,
        parts=tuple(piece.parts),
        restatement=piece.restatement,
        block=piece.block,
        parent=parent,
        speaker=piece.attribution.speaker(text) if piece.attribution else None,
        quoted=tuple([Span(point.start, point.end) for point in points if point.kind is CheckKind.QUOTE]),
        check_points=tuple(
            [
                CheckPoint(
                    kind=point.kind,
                    start=point.start,
                    end=point.end,
                    text=text[point.start : point.end],
                    remark=point.remark,
                )
                for point in points
            ]
        ),
        kinds=kinds,
        priority=urgency,
        reasons=reasons,
        rules=_rules(piece, points),
    )


_NAME_WORDS = 2
"""Spaces in the longest quoted stretch that may be a mere name or label."""


def settle(piece: Piece, around: SentenceContext) -> None:
    """Give a piece its words, its speaker and its check points, and set it aside where it is no claim."""
    words = around.words
    if (
        words.starts
        and piece.start <= words.starts[0]
        and words.ends[-1] <= piece.end
        and len(piece.parts) == 1
    ):
        piece.spoken, piece.tags = words.words, words.tags
    else:
        for part in piece.parts:
            first, last = bisect_left(words.starts, part.start), bisect_left(words.starts, part.end)
            piece.spoken = piece.spoken + words.words[first:last]
            piece.tags += words.tags[first:last]
    piece.attribution = _whose(piece, around.said) if around.said else None
    piece.points = _points(piece, around)
    piece.kinds = {point.kind for point in piece.points}
    quoted = CheckKind.QUOTE in piece.kinds and any(
        point.kind is CheckKind.QUOTE and around.text.count(" ", point.start, point.end) > _NAME_WORDS
        for point in piece.points
    )
    judge(piece, around.text, piece.kinds, quoted=quoted)


_SOMEBODY = frozenset((CheckKind.NAME, CheckKind.ATTRIBUTION))


def _points(piece: Piece, around: SentenceContext) -> list[Found]:
    """The check points whose words all stand in one part of the piece."""
    parts = piece.parts
    mine: list[Found] = []
    for start, end in parts:
        mine += [one for one in around.found if one.firm and start <= one.start and one.end <= end]
    mine += _statement(parts, around)
    if around.quotations or around.said:
        for start, end in parts:
            mine += quoted(around.text, around.quotations, start, end)
            mine += attributed(around.said, start, end)
    kinds = {one.kind for one in mine}
    if CheckKind.ALLEGATION in kinds and kinds.isdisjoint(_SOMEBODY):
        mine = [one for one in mine if one.kind != CheckKind.ALLEGATION]
    if around.kind in (BlockKind.CAPTION, BlockKind.DEK):
        mine.append(Found(piece.start, piece.end, CheckKind.DISPLAY, rule=str(around.kind)))
    if not mine:
        mine.append(Found(*parts[0], CheckKind.EVENT, "the statement as a whole", "statement"))
    return ordered(mine) if len(mine) > 1 else mine


def _statement(parts: Sequence[Span], around: SentenceContext) -> list[Found]:
    """What the words assert, or the event that they tell of: the first of them in the piece."""
    given = around.said or around.quotations
    for start, end in parts:
        content = asserted(around.text, around.said, around.quotations, start, end) if given else None
        if content is None:
            content = event(around.words, start, end, around.closed)
        if content is not None:
            return [content]
    return []


@cache
def _named(kind: CheckKind, rule: str) -> str:
    return f"{kind}: {rule}"


def _rules(piece: Piece, points: Sequence[Found]) -> tuple[str, ...]:
    """The rules behind the cut, the speaker and the kinds."""
    said = [f"speaker: {piece.attribution.rule}"] if piece.attribution else []
    return (*piece.rules, *said, *dict.fromkeys(_named(point.kind, point.rule) for point in points))
