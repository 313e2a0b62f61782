"""The rows of a draft as it comes onto the desk: its text, claims with their spans, what was set aside."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa

from db.tables import CheckPoint as CheckPointTable
from db.tables import Claim, ClaimSpan, Passage
from factcheck.desk.transaction.input_text import SHORT
from factcheck.desk.transaction.ledger import Ledger
from factcheck.model import Article, CheckPoint, LintMark, Split, SplitClaim
from factcheck.model.base import json_value


def draft_values(
    ledger: Ledger, article_id: int, number: int, article: Article, lint: Sequence[LintMark]
) -> dict[str, Any]:
    """The row of a draft, nothing covered yet."""
    return {
        "article_id": article_id,
        "number": number,
        "text": article.text,
        "blocks": [[block.kind.value, block.start, block.end, block.level] for block in article.blocks],
        "digest": article.digest,
        "original": article.original,
        "original_digest": article.original_digest,
        "source_name": PurePath(article.source_name).name,
        "format": article.format[:SHORT],
        "encoding": article.encoding[:SHORT],
        "words": 0,
        "covered": 0,
        "lint": json_value(lint),
        "imported_by": ledger.person,
        "imported_at": ledger.at,
    }


def lay_claims(
    ledger: Ledger, article_id: int, draft_id: int, split: Split, lint: Sequence[LintMark], first: int = 1
) -> None:
    """Put the claims of a split under an article, and all that belongs to them; the history lists none.

    Args:
        ledger: the act.
        article_id: their article.
        draft_id: the draft that they stand in.
        split: claims and passages.
        lint: places that do not agree: claims there are marked.
        first: number of the first claim.
    """
    marked = _marked(split.claims, lint)
    rows = [
        claim_values(article_id, first + index, claim, lint=index in marked)
        for index, claim in enumerate(split.claims)
    ]
    ids = ledger.lay_down(Claim, rows)
    _nest(ledger, split.claims, ids)
    ledger.lay_down(
        ClaimSpan, [span_values(ids[index], draft_id, claim) for index, claim in enumerate(split.claims)]
    )
    ledger.lay_down(
        CheckPointTable,
        [values for index, claim in enumerate(split.claims) for values in point_values(ids[index], claim)],
    )
    ledger.lay_down(
        Passage,
        [
            {"draft_id": draft_id, "start": aside.start, "end": aside.end, "reason": aside.reason}
            for aside in split.set_aside
        ],
    )


def claim_values(article_id: int, number: int, claim: SplitClaim, *, lint: bool = False) -> dict[str, Any]:
    """The row of a claim that nobody has decided."""
    return {
        "article_id": article_id,
        "number": number,
        "restatement": claim.restatement,
        "speaker": json_value(claim.speaker),
        "kinds": [kind.value for kind in claim.kinds],
        "priority": claim.priority,
        "reasons": list(claim.reasons),
        "lint": lint,
    }


def span_values(claim_id: int, draft_id: int, claim: SplitClaim) -> dict[str, Any]:
    """Where a claim stands; parts are kept only where it is not the whole stretch."""
    parts = [[start, end] for start, end in claim.parts]
    return {
        "claim_id": claim_id,
        "draft_id": draft_id,
        "start": claim.start,
        "end": claim.end,
        "parts": [] if parts == [[claim.start, claim.end]] else parts,
        "text": claim.text,
    }


def point_values(claim_id: int, claim: SplitClaim) -> list[dict[str, Any]]:
    """The rows of a claim's check points."""
    return point_rows(claim_id, claim.start, claim.check_points)


def point_rows(claim_id: int, start: int, points: Sequence[CheckPoint]) -> list[dict[str, Any]]:
    """Check points as rows of a claim.

    Args:
        claim_id: whose they are.
        start: where the claim begins in the draft.
        points: of the draft.
    """
    return [
        {
            "claim_id": claim_id,
            "kind": point.kind,
            "offset": point.start - start,
            "text": point.text,
            "remark": point.remark,
        }
        for point in points
    ]


def _nest(ledger: Ledger, claims: Sequence[SplitClaim], ids: Sequence[int]) -> None:
    """Tell nested claims what they stand in; only now does every claim have an id."""
    nested = [
        {"child": ids[index], "parent": ids[claim.parent]}
        for index, claim in enumerate(claims)
        if claim.parent is not None
    ]
    if nested:
        table = Claim.__table__
        statement = sa.update(Claim).where(table.c.id == sa.bindparam("child"))
        ledger.connection.execute(statement.values(parent_id=sa.bindparam("parent")), nested)


def _marked(claims: Sequence[SplitClaim], lint: Sequence[LintMark]) -> set[int]:
    """Indexes of the claims whose words a lint mark is about."""
    places = [span for mark in lint for span in (mark.first, mark.second) if span is not None]
    return {
        index
        for index, claim in enumerate(claims)
        if any(start < claim.end and claim.start < end for start, end in places)
    }
