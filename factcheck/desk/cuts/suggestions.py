"""What the splitter suggests for words that a person made a claim: check points, kinds, speaker, priority."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.tables import Article, Draft
from db.vocabulary import CheckKind
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head
from factcheck.model import Block, CheckPoint, HouseLists, Span, SplitClaim
from factcheck.model.base import json_value

_HOUSE = HouseLists()


class Suggestion(NamedTuple):
    """What to put beside a claim; a suggestion, never truth."""

    points: tuple[CheckPoint, ...]
    values: dict[str, Any]
    """Columns of the claim."""


def suggested(ledger: Ledger, head: Head, text: str, span: Span) -> Suggestion:
    """What the splitter finds in a stretch of the current draft, read with the paragraph around it."""
    # The word lists of the splitter take 100 ms to load, and only who cuts by hand needs them here.
    from factcheck.split import split_text

    query = sa.select(Draft.blocks, Article.published).join(Article, Article.id == Draft.article_id)
    draft = ledger.connection.execute(query.where(Draft.id == head.draft_id)).one()
    blocks = [
        Block(kind=kind, start=start, end=end, level=level)
        for kind, start, end, level in draft.blocks
        if start < span.end and span.start < end
    ]
    found = split_text(text, blocks, draft.published, _HOUSE, parser=False).claims
    near = [claim for claim in found if claim.start < span.end and span.start < claim.end]
    points = _inside(near, span)
    kinds = {point.kind for point in points}
    speaker = next((claim.speaker for claim in near if claim.speaker is not None), None)
    return Suggestion(
        points,
        {
            "kinds": [kind.value for kind in CheckKind if kind in kinds],
            "speaker": json_value(speaker),
            "priority": max((claim.priority for claim in near), default=0),
            "reasons": list(dict.fromkeys(reason for claim in near for reason in claim.reasons)),
        },
    )


def _inside(claims: Sequence[SplitClaim], span: Span) -> tuple[CheckPoint, ...]:
    """The check points of claims that lie inside a stretch, each once, in order."""
    points = {
        (point.start, point.end, point.kind): point
        for claim in claims
        for point in claim.check_points
        if span.start <= point.start and point.end <= span.end
    }
    return tuple(points[key] for key in sorted(points))
