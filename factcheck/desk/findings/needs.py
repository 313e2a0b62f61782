"""What a finding needs beside it by the house's rules: a warning when it is set, a blocker at sign-off."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from db.tables import CheckPoint, Citation, Note, Source
from db.vocabulary import FINDINGS, Finding, Need, ReviewState, Stance, Strictness, Tier
from factcheck.desk.sources.flags import origin_key
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.input_text import listed, ranged
from factcheck.desk.transaction.ledger import chunks
from factcheck.model import HouseRules
from factcheck.text import plural


class Support(NamedTuple):
    """What citations do for a claim; leads are left out, a tier that nobody said counts."""

    supporting: int
    placed: int
    """Supporting ones with a locator or a quotation."""
    origins: int
    """Origins of the supporting ones."""
    contradicting: int
    mute: int
    """Citations of which nobody said what they do to the claim."""
    supporting_tiers: int
    """Supporting ones whose tier somebody said."""
    contradicting_tiers: int


class Beside(NamedTuple):
    """What stands beside a claim, as far as needs go."""

    support: Support
    notes: int
    proposed: bool
    waiting_on: str
    legal: bool
    review: ReviewState | None


class Unticked(NamedTuple):
    """The check points of a claim that nobody has ticked."""

    of: int
    """How many check points it has."""
    words: tuple[str, ...]
    """Those that are not ticked, in reading order; at least one."""

    @property
    def share(self) -> str:
        """How many of how many: “2 of 3 check points not ticked”."""
        return f"{len(self.words):,} of {plural(self.of, 'check point')} not ticked"

    @property
    def said(self) -> str:
        """The same with their words, as what is told of a verified claim."""
        words = listed([f"“{_shortened(word)}”" for word in self.words])
        return f"{FINDINGS[Finding.VERIFIED].label} with {self.share}: {words}"


def _shortened(words: str, most: int = 40) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


_TOLD = 5
"""Claims whose unticked check points are named one by one when there are many such claims."""
_NOTHING = Support(0, 0, 0, 0, 0, 0, 0)


def _count(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((condition, 1)))


TIER_UNSAID = "tier not said"
"""What is told of a finding of which `tier_unsaid` is true, in short."""

_KEYS: sa.BindParameter[int] = sa.bindparam("keys", expanding=True)
_SUPPORTS = Citation.stance == Stance.SUPPORTS
_CONTRADICTS = Citation.stance == Stance.CONTRADICTS

# Built once: to build these queries takes longer than to answer them.
_SUPPORT = (
    sa.select(
        Citation.claim_id,
        _count(_SUPPORTS),
        _count(_SUPPORTS & ((Citation.locator != "") | (Citation.quotation != ""))),
        sa.func.count(sa.distinct(sa.case((_SUPPORTS, origin_key())))),
        _count(_CONTRADICTS),
        _count(Citation.stance.is_(None)),
        _count(_SUPPORTS & Citation.tier.is_not(None)),
        _count(_CONTRADICTS & Citation.tier.is_not(None)),
    )
    .join(Source, Source.id == Citation.source_id)
    .where(Citation.claim_id.in_(_KEYS), Citation.tier.is_distinct_from(Tier.LEAD))
    .group_by(Citation.claim_id)
)
_POINTS = (
    sa.select(CheckPoint.claim_id, CheckPoint.text, CheckPoint.ticked)
    .where(CheckPoint.claim_id.in_(_KEYS))
    .order_by(CheckPoint.offset, CheckPoint.id)
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
    lacks: dict[Need, tuple[bool, str]] = {
        Need.WORDING: (rules.imprecise_needs_wording and not claim.proposed, "proposed wording"),
        Need.WORDING_OR_NOTE: (
            rules.misleading_needs_wording_or_note and not claim.proposed and not claim.notes,
            "proposed wording or a note",
        ),
        Need.CONTRADICTION: (
            rules.wrong_needs_contradiction and not claim.support.contradicting,
            "a citation that contradicts it" + _mute(claim.support),
        ),
        Need.NOTE: (rules.unverifiable_needs_note and not claim.notes, "a note on what was tried"),
        Need.WHOM: (rules.waiting_needs_whom and not claim.waiting_on, "the name of whom it waits for"),
    }
    need = FINDINGS[finding].need
    if need is Need.SUPPORT:
        return _support_needs(claim.support, rules)
    missing, what = lacks.get(need, (False, "")) if need else (False, "")
    return [what] if missing else []


def _support_needs(support: Support, rules: HouseRules) -> list[str]:
    if rules.verified_needs_support and not support.supporting:
        where = ", with a locator or a quotation" if rules.support_needs_place else ""
        return [f"a citation that supports it{where}{_mute(support)}"]
    needs = []
    if rules.support_needs_place and support.supporting and not support.placed:
        needs.append("a locator or a quotation on its citation")
    if support.origins < rules.independent_origins and (support.supporting or rules.independent_origins > 1):
        needs.append(f"{rules.independent_origins} independent sources (it has {support.origins})")
    return needs


def _mute(support: Support) -> str:
    """That there are citations which may be what is missing, but nobody said what they do."""
    return f" (of {plural(support.mute, 'citation')} the stance is not said)" if support.mute else ""


def tier_unsaid(finding: Finding, support: Support, rules: HouseRules) -> bool:
    """Whether a finding rests on citations, and of none of them somebody said how near it is to the fact.

    They count all the same: who cites them said that they support or contradict it, and called none a lead.
    Never where the house does without tiers.
    """
    if rules.tiers is Strictness.OFF:
        return False
    need = FINDINGS[finding].need
    if need is Need.SUPPORT:
        return support.supporting > 0 and not support.supporting_tiers
    return need is Need.CONTRADICTION and support.contradicting > 0 and not support.contradicting_tiers


def tiers_told(numbers: Sequence[int], finding: Finding) -> list[str]:
    """What is told of claims of which `tier_unsaid` is true, by number: one sentence, or none."""
    if not numbers:
        return []
    claims = f"Claim{'s' * (len(numbers) > 1)} {ranged(numbers)}"
    asked = "are its sources primary, secondary or leads?"
    return [f"{claims}: {FINDINGS[finding].label}, {TIER_UNSAID}: {asked}"]


def review_need(claim: Beside, rules: HouseRules) -> str:
    """The agreement that a claim still lacks by the house's rules; empty when it lacks none."""
    wanted = rules.all_need_review or (rules.legal_needs_review and claim.legal)
    return "a second person's agreement" if wanted and claim.review is not ReviewState.AGREED else ""


def unticked(connection: sa.Connection, claims: Iterable[int], rules: HouseRules) -> dict[int, Unticked]:
    """The check points that nobody ticked, by claim id; none where the house does without ticks.

    Args:
        connection: the transaction.
        claims: ids of verified claims, or of claims about to be.
        rules: what the house insists on.
    """
    if rules.ticks is Strictness.OFF:
        return {}
    points: dict[int, list[Row]] = defaultdict(list)
    for keys in chunks(claims):
        for row in connection.execute(_POINTS, {"keys": keys}):
            points[row.claim_id].append(row)
    return {
        key: Unticked(len(rows), words)
        for key, rows in points.items()
        if (words := tuple(row.text for row in rows if not row.ticked))
    }


def unticked_told(claims: Sequence[tuple[int, Unticked]]) -> list[str]:
    """What is told of verified claims, by number: a sentence each, and one for all beyond a handful."""
    sentences = [f"Claim {number}: {left.said}." for number, left in claims[:_TOLD]]
    if rest := claims[_TOLD:]:
        points = plural(sum(len(left.words) for _, left in rest), "check point")
        numbers = ranged([number for number, _ in rest])
        label = FINDINGS[Finding.VERIFIED].label
        sentences.append(f"Claim{'s' * (len(rest) > 1)} {numbers}: {label} with {points} not ticked.")
    return sentences
