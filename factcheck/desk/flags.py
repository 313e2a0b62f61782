"""Flags and origins: what the program works out about a claim from what people recorded."""

from collections.abc import Iterable
from functools import cache

import sqlalchemy as sa

from db.tables import Citation, Source
from db.vocabulary import Finding, Flag, ReviewState, Stance, Tier
from factcheck.model import Citation as CitationValue

BEARING = (Stance.SUPPORTS, Stance.PARTLY)
"""Stances that bear a claim out."""


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
        .where(where, Citation.tier != Tier.LEAD, Citation.stance.in_(stances))
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
