"""What a finding needs beside it by the house's rules: a warning when it is set, a blocker at sign-off."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from db.tables import Citation, Note, Source
from db.vocabulary import Finding, ReviewState, Stance, Tier
from factcheck.desk.columns import Row
from factcheck.desk.flags import origin_key
from factcheck.desk.ledger import chunks
from factcheck.model import HouseRules


class Support(NamedTuple):
    """What citations do for a claim; leads are left out."""

    supporting: int
    placed: int
    """Supporting ones with a locator or a quotation."""
    origins: int
    """Origins of the supporting ones."""
    contradicting: int


class Beside(NamedTuple):
    """What stands beside a claim, as far as needs go."""

    support: Support
    notes: int
    proposed: bool
    waiting_on: str
    legal: bool
    review: ReviewState | None


_NOTHING = Support(0, 0, 0, 0)


def _count(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((condition, 1)))


_KEYS: sa.BindParameter[int] = sa.bindparam("keys", expanding=True)
_SUPPORTS = Citation.stance == Stance.SUPPORTS

# Built once: to build these queries takes longer than to answer them.
_SUPPORT = (
    sa.select(
        Citation.claim_id,
        _count(_SUPPORTS),
        _count(_SUPPORTS & ((Citation.locator != "") | (Citation.quotation != ""))),
        sa.func.count(sa.distinct(sa.case((_SUPPORTS, origin_key())))),
        _count(Citation.stance == Stance.CONTRADICTS),
    )
    .join(Source, Source.id == Citation.source_id)
    .where(Citation.claim_id.in_(_KEYS), Citation.tier != Tier.LEAD)
    .group_by(Citation.claim_id)
)
_NOTES = sa.select(Note.claim_id, sa.func.count()).where(Note.claim_id.in_(_KEYS)).group_by(Note.claim_id)


def beside(connection: sa.Connection, rows: Sequence[Row]) -> dict[int, Beside]:
    """What stands beside claims, by id.

    Args:
        connection: the transaction.
        rows: of the claims, all columns.
    """
    support: dict[int, Support] = {}
    notes: dict[int, int] = {}
    for keys in chunks(row.id for row in rows):
        found = connection.execute(_SUPPORT, {"keys": keys})
        support.update((row[0], Support(*row[1:])) for row in found)
        notes.update((row[0], row[1]) for row in connection.execute(_NOTES, {"keys": keys}))
    return {
        row.id: Beside(
            support.get(row.id, _NOTHING),
            notes.get(row.id, 0),
            bool(row.proposed_text),
            row.waiting_on,
            row.legal,
            row.review,
        )
        for row in rows
    }


def unmet(finding: Finding, claim: Beside, rules: HouseRules) -> list[str]:
    """What a finding needs and does not have yet, each as the object of “needs …”."""
    needs: list[str] = []
    if finding is Finding.VERIFIED:
        needs += _support_needs(claim.support, rules)
    elif finding is Finding.IMPRECISE and rules.imprecise_needs_wording and not claim.proposed:
        needs.append("proposed wording")
    elif finding is Finding.MISLEADING and rules.misleading_needs_wording_or_note:
        if not claim.proposed and not claim.notes:
            needs.append("proposed wording or a note")
    elif finding is Finding.WRONG and rules.wrong_needs_contradiction:
        if not claim.support.contradicting:
            needs.append("a citation that contradicts it")
    elif finding is Finding.UNVERIFIABLE and rules.unverifiable_needs_note and not claim.notes:
        needs.append("a note on what was tried")
    elif finding is Finding.WAITING and rules.waiting_needs_whom and not claim.waiting_on:
        needs.append("the name of whom it waits for")
    return needs


def _support_needs(support: Support, rules: HouseRules) -> list[str]:
    if rules.verified_needs_support and not support.supporting:
        where = ", with a locator or a quotation" if rules.support_needs_place else ""
        return [f"a citation that supports it{where}"]
    needs = []
    if rules.support_needs_place and support.supporting and not support.placed:
        needs.append("a locator or a quotation on its citation")
    if support.origins < rules.independent_origins and (support.supporting or rules.independent_origins > 1):
        needs.append(f"{rules.independent_origins} independent sources (it has {support.origins})")
    return needs


def review_need(claim: Beside, rules: HouseRules) -> str:
    """The agreement that a claim still lacks by the house's rules; empty when it lacks none."""
    wanted = rules.all_need_review or (rules.legal_needs_review and claim.legal)
    return "a second person's agreement" if wanted and claim.review is not ReviewState.AGREED else ""
