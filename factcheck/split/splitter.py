"""An article cut into claims and passages set aside: the stages in order, no rule of their own."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from db.vocabulary import BlockKind, CheckKind
from factcheck.model import Article, Block, CheckPoint, HouseLists, SetAside, Span, Split, SplitClaim
from factcheck.split.checkpoints import Found, detect
from factcheck.split.clauses import pieces
from factcheck.split.coverage import coverage
from factcheck.split.pieces import Piece
from factcheck.split.priority import priority
from factcheck.split.quotations import quotations
from factcheck.split.sentences import sentences
from factcheck.split.setaside import judge
from factcheck.split.tokens import tokens
from factcheck.split.types import Attribution, Cast

_KIND_ORDER = {kind: place for place, kind in enumerate(CheckKind)}


def split(article: Article, house: HouseLists | None = None, *, parser: bool | None = None) -> Split:
    """The claims of an article as a good checker would mark them, and what was set aside.

    Args:
        article: what a reader made of a file.
        house: the desk's own words.
        parser: use the optional parser; none means only when it is installed and asked for by config.
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
    quotes = quotations(text, blocks)
    people = Cast([], [])
    said: list[Attribution] = []
    closed = [Span(quote.start, quote.end) for quote in quotes if quote.depth == 0]
    found: list[Piece] = []
    for index, sentence in enumerate(cut):
        words = tokens(text, sentence.start, sentence.end)
        inside = [span for span in closed if span.start < sentence.end and sentence.start < span.end]
        kind = blocks[sentence.block].kind
        if kind == BlockKind.HEADING:
            these = [Piece([Span(sentence.start, sentence.end)], index, sentence.block)]
        else:
            these = pieces(text, words, index, sentence.block, sentence.start, sentence.end, inside)
        for piece in these:
            piece.attribution = _attribution(piece, said)
            judge(piece, text, kind, words, text[sentence.start : sentence.end])
        found += these
    points = detect(text, [(one.start, one.end) for one in cut], published, people, quotes, said)
    legal = (
        re.compile("|".join(map(re.escape, house.legal_terms)), re.IGNORECASE) if house.legal_terms else None
    )
    kept = [piece for piece in found if piece.aside is None]
    aside = [
        SetAside.model_construct(
            start=part.start,
            end=part.end,
            text=text[part.start : part.end],
            reason=piece.aside,
            rule=piece.aside_rule,
        )
        for piece in found
        if piece.aside is not None
        for part in piece.parts
    ]
    places = [point.start for point in points]
    claims = tuple(_claim(piece, kept, text, blocks, points, places, closed, legal) for piece in kept)
    total, covered = coverage(text, blocks, [part for piece in found for part in piece.parts])
    return Split.model_construct(
        claims=claims, set_aside=tuple(aside), words=total, covered=covered, remarks=()
    )


def _attribution(piece: Piece, said: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content overlaps the piece most."""
    best, most = None, 0
    for one in said:
        if one.start >= piece.end or one.end <= piece.start:
            continue
        shared = sum(
            max(0, min(part.end, span.end) - max(part.start, span.start))
            for part in piece.parts
            for span in one.content
        )
        if shared > most:
            best, most = one, shared
    return best


def _claim(
    piece: Piece,
    kept: Sequence[Piece],
    text: str,
    blocks: Sequence[Block],
    points: Sequence[Found],
    places: Sequence[int],
    closed: Sequence[Span],
    legal: re.Pattern[str] | None,
) -> SplitClaim:
    mine = []
    for point in points[bisect_left(places, piece.start) : bisect_left(places, piece.end)]:
        if point.firm and any(part.start <= point.start and point.end <= part.end for part in piece.parts):
            mine.append(point)
    if blocks[piece.block].kind == BlockKind.CAPTION:
        mine.append(Found(piece.start, piece.end, CheckKind.DISPLAY, rule="caption"))
    kinds = tuple(sorted({point.kind for point in mine}, key=_KIND_ORDER.__getitem__))
    words = text[piece.start : piece.end]
    points_sum, reasons = priority(kinds, words, legal)
    parent = (
        next(
            (
                index
                for index, other in enumerate(kept)
                if other is not piece
                and other.start <= piece.start
                and piece.end <= other.end
                and len(other.parts) > 1
            ),
            None,
        )
        if len(piece.parts) == 1
        else None
    )
    return SplitClaim.model_construct(
        text=words,
        start=piece.start,
        end=piece.end,
        parts=tuple(piece.parts),
        restatement=piece.restatement,
        block=piece.block,
        parent=parent,
        speaker=piece.attribution.speaker(text) if piece.attribution else None,
        quoted=tuple(
            Span(max(span.start + 1, piece.start), min(span.end - 1, piece.end))
            for span in closed
            if span.start < piece.end and piece.start < span.end
        ),
        check_points=tuple(
            CheckPoint.model_construct(
                kind=point.kind,
                start=point.start,
                end=point.end,
                text=text[point.start : point.end],
                remark=point.remark,
            )
            for point in mine
        ),
        kinds=kinds,
        priority=points_sum,
        reasons=reasons,
        rules=tuple(piece.rules) + tuple(f"{point.kind}: {point.rule}" for point in mine),
    )
