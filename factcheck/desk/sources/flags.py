"""Flags and origins: what the program works out about a claim from what people recorded."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import sqlalchemy as sa

from db.tables import Citation, Claim, Source
from db.vocabulary import OPEN_FINDINGS, Finding, Flag, ReviewState, Stance, Tier
from factcheck.desk.transaction.columns import Row
from factcheck.model import Citation as CitationValue

BEARING = (Stance.SUPPORTS, Stance.PARTLY)
"""Stances that bear a claim out."""


# A day that passes is written nowhere: it is asked for, so that it puts no act of anybody's into the history,
# stands in the way of no undo, and shows on a desk that cannot be written. Queries that hold one of these
# are given the day of today as the parameter `today`.
EXPIRED = (
    Claim.expires.is_not(None)
    & (Claim.expires < sa.bindparam("today", type_=sa.Date()))
    & Claim.finding.not_in(OPEN_FINDINGS)
)
"""Whether a finding held until a day that is past."""
RECHECK = Claim.recheck | EXPIRED
"""Whether a claim is to be decided again: something changed under its finding, or its day is past."""


def is_expired(row: Row, today: date) -> bool:
    """As `EXPIRED`, of a claim's row."""
    return row.expires is not None and row.expires < today and row.finding not in OPEN_FINDINGS


def recheck_reason(row: Row, today: date) -> str:
    """Why a claim is to be decided again; empty when it is not, or when the reason was not given."""
    reason = str(row.recheck_reason)
    if not is_expired(row, today):
        return reason
    past = f"The finding held until {row.expires.isoformat()}."
    if past in reason:
        return reason
    return f"{reason} Then: {past}" if reason else past


def origin_key() -> sa.ColumnElement[str]:
    """What tells one origin from another in a query: the shared name, or the source itself."""
    own = sa.literal("#") + sa.cast(Source.id, sa.String)
    return sa.case((Source.origin == "", own), else_=sa.func.lower(Source.origin))


def origins(citations: Iterable[CitationValue], finding: Finding) -> set[str]:
    """The origins that bear a finding out: sources that repeat one origin count once, leads never."""
    stances = (Stance.CONTRADICTS,) if finding is Finding.WRONG else BEARING
    return {
        citation.source.origin.lower() or f"#{citation.source.id}"
        for citation in citations
        if citation.tier is not Tier.LEAD and citation.stance in stances
    }


def origin_counts(where: sa.ColumnElement[bool], *, against: bool) -> sa.Select[int, int]:
    """Counts of origins by claim id, of those that bear claims out or of those against them."""
    stances = (Stance.CONTRADICTS,) if against else BEARING
    return (
        sa.select(Citation.claim_id, sa.func.count(sa.distinct(origin_key())))
        .join(Source, Source.id == Citation.source_id)
        .where(where, Citation.tier.is_distinct_from(Tier.LEAD), Citation.stance.in_(stances))
        .group_by(Citation.claim_id)
    )


@cache
def flags_of(
    recheck: object, review: ReviewState | str | None, single: object, legal: object, sensitive: object
) -> tuple[Flag, ...]:
    """The flags of a claim, in the order of the vocabulary; what is true of it sets each.

    Args:
        recheck: whether it is to be decided again.
        review: what the second person said.
        single: whether it rests on one origin.
        legal: whether a lawyer has to look.
        sensitive: whether it holds what must not get about.
    """
    given = (recheck, review == ReviewState.SENT_BACK, single, legal, sensitive)
    return tuple(flag for flag, on in zip(Flag, given, strict=True) if on)
