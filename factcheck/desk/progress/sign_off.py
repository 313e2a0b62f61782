"""Signing off: what stands in the way, who signs, for which exact text."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.tables import Article, Claim, ClaimSpan, Draft
from db.vocabulary import FINDINGS, Blocks, Finding, FixState, ReviewState, Strictness
from factcheck.desk.articles.articles import read_articles
from factcheck.desk.findings.needs import (
    TIER_UNSAID,
    Beside,
    Unticked,
    beside,
    review_need,
    tier_unsaid,
    tiers_told,
    unmet,
    unticked,
    unticked_told,
)
from factcheck.desk.findings.wording import stet_values
from factcheck.desk.sources.flags import is_expired, recheck_reason
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed, take_signature_off
from factcheck.desk.transaction.input_text import listed, required
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head, find_article, span_of
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import Blocker, Change, HouseRules, SignOffCheck
from factcheck.text import plural

_NO_OVERRIDES: Mapping[int, str] = {}
_FIXED = frozenset({FixState.APPLIED, FixState.CUT})


class SignOff(Noun):
    """The verbs of signing off."""

    def check(self, article: str) -> SignOffCheck:
        """What stands in the way of signing an article off, claim by claim, and what the editor kept."""
        with self._read() as connection:
            head = find_article(connection, article)
            rows = _present(connection, head)
            found, told = _looked_over(connection, rows, self.rules, self.today)
            return SignOffCheck(
                article=read_articles(connection, Article.id == head.id, self.today)[0],
                blockers=tuple(found),
                stet=tuple(row.number for row in rows if row.fix == FixState.STET),
                on_author=tuple(row.number for row in rows if row.finding == Finding.ON_AUTHOR),
                unticked=tuple(_verified(number, points) for number, points in told.unticked.items()),
                tiers_unsaid=tuple(_untold(number, finding) for number, finding in told.tiers.items()),
            )

    def sign(
        self, article: str, overrides: Mapping[int, str] = _NO_OVERRIDES, *, op: str | None = None
    ) -> Change:
        """Sign an article off: signer, time, number of the draft and digest of its text are kept.

        Any later change to its claims opens it again.

        Args:
            article: slug or the beginning of one.
            overrides: claims that are kept as they stand (stet) though something is in the way, with reasons.
            op: operation id.

        Raises:
            Refused: something else is in the way, a reason is empty, or it is signed already.
            NotOnDesk: an override names no claim of the piece.
        """
        reasons = {number: required(reason, "reason to keep it") for number, reason in overrides.items()}

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            if head.signed_at is not None:
                raise Refused(f"{head.name} is signed off already.")
            rows = _present(ledger.connection, head)
            _overridden(ledger, head, rows, reasons)
            found, told = _looked_over(ledger.connection, rows, self.rules, ledger.today)
            _unblocked(head, found, reasons)
            text = sa.select(Draft.digest).where(Draft.id == head.draft_id)
            signature = {
                "signed_by": ledger.person,
                "signed_at": ledger.at,
                "signed_draft": head.draft,
                "signed_digest": ledger.connection.scalar(text),
            }
            ledger.update(Article, head.id, signature)
            kept = f", {plural(len(reasons), 'claim')} kept as they stand" if reasons else ""
            said = f"Signed off {head.name}, draft {head.draft}{kept}"
            return Deed(said, head, warnings=tuple(told.sentences(reasons)), whole=True)

        return self._act("sign_off", act, op)

    def reopen(self, article: str, *, op: str | None = None) -> Change:
        """Take the signature off an article.

        Raises:
            Refused: it is not signed.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            if head.signed_at is None:
                raise Refused(f"{head.name} is not signed off.")
            take_signature_off(ledger, head.id)
            return Deed(f"{head.name} is open again", head, whole=True)

        return self._act("reopen", act, op)


def _present(connection: sa.Connection, head: Head) -> Sequence[Row]:
    """The claims that stand in the current draft, in reading order."""
    return connection.execute(
        sa.select(Claim.__table__, ClaimSpan.start, ClaimSpan.text)
        .join(ClaimSpan, span_of(head.draft_id))
        .where(Claim.article_id == head.id, Claim.retired.is_(False))
        .order_by(ClaimSpan.start, Claim.number)
    ).all()


class _Told(NamedTuple):
    """What is told of claims that do not stand in the way, by number."""

    unticked: dict[int, Unticked]
    """Check points of verified claims that nobody ticked."""
    tiers: dict[int, Finding]
    """Findings that rest on citations of which nobody said the tier."""

    def sentences(self, kept: Container[int]) -> Iterator[str]:
        """What is said at signing; nothing of claims that the editor kept."""
        yield from unticked_told([one for one in self.unticked.items() if one[0] not in kept])
        for finding in dict.fromkeys(self.tiers.values()):
            numbers = [number for number, other in self.tiers.items() if other is finding]
            yield from tiers_told([number for number in numbers if number not in kept], finding)


def _looked_over(
    connection: sa.Connection, rows: Sequence[Row], rules: HouseRules, today: date
) -> tuple[list[Blocker], _Told]:
    """What stands in the way of signing, and what is to be told of claims that do not.

    What the editor kept is in neither.

    Args:
        connection: the transaction.
        rows: of the claims, all columns.
        rules: what the house insists on.
        today: the day where the person is.
    """
    judged = [row for row in rows if row.fix != FixState.STET]
    around = beside(connection, judged)
    left = unticked(connection, [row.id for row in judged if row.finding == Finding.VERIFIED], rules)
    found: list[Blocker] = []
    told = _Told({}, {})
    for row in judged:
        claim = around[row.id]
        reasons = _reasons(row, claim, rules, today)
        found += [Blocker(claim=row.number, finding=row.finding, reason=reason) for reason in reasons]
        points = left.get(row.id)
        if points and rules.ticks is Strictness.REQUIRED:
            found.append(_verified(row.number, points))
        elif points:
            told.unticked[row.number] = points
        unsaid = tier_unsaid(row.finding, claim.support, rules)
        if unsaid and rules.tiers is Strictness.REQUIRED:
            found.append(_untold(row.number, row.finding))
        elif unsaid:
            told.tiers[row.number] = row.finding
    return found, told


def _verified(number: int, left: Unticked) -> Blocker:
    return Blocker(claim=number, finding=Finding.VERIFIED, reason=left.said)


def _untold(number: int, finding: Finding) -> Blocker:
    return Blocker(claim=number, finding=finding, reason=f"{FINDINGS[finding].label}, {TIER_UNSAID}")


def _reasons(row: Row, claim: Beside, rules: HouseRules, today: date) -> list[str]:
    facts = FINDINGS[row.finding]
    if row.finding == Finding.UNCHECKED:
        return ["nobody has decided"]
    if row.finding == Finding.WAITING:
        whom = f" for {row.waiting_on}" if row.waiting_on else ""
        since = f" since {row.waiting_since.isoformat()}" if row.waiting_since else ""
        return [f"waits{whom}{since}"]
    reasons = []
    if row.recheck or is_expired(row, today):
        why = recheck_reason(row, today)
        reasons.append(f"to be rechecked: {why}" if why else "to be rechecked")
    if row.review == ReviewState.SENT_BACK:
        reasons.append(f"sent back by {row.review_by}: {row.review_reason}")
    if facts.blocks is Blocks.UNTIL_FIXED and row.fix not in _FIXED:
        reasons.append(f"{facts.label}, and not fixed yet")
    reasons += [f"{facts.label} needs {need}" for need in unmet(row.finding, claim, rules)]
    if missing := review_need(claim, rules):
        reasons.append(f"needs {missing}")
    return reasons


def _overridden(ledger: Ledger, head: Head, rows: Sequence[Row], reasons: Mapping[int, str]) -> None:
    ids = {row.number: row.id for row in rows}
    missing = [number for number in reasons if number not in ids]
    if missing:
        raise NotOnDesk(f"{head.name} has no claim {listed(missing)} in draft {head.draft}.")
    wanted: dict[int, dict[str, Any]] = {
        ids[number]: stet_values(ledger, reason) for number, reason in reasons.items()
    }
    ledger.update_many(Claim, wanted)


def _unblocked(head: Head, found: Sequence[Blocker], reasons: Mapping[int, str]) -> None:
    blocked = list(dict.fromkeys(blocker.claim for blocker in found if blocker.claim not in reasons))
    if blocked:
        raise Refused(
            f"{head.name} cannot be signed off: {plural(len(blocked), 'claim')} in the way"
            f" ({listed(blocked)}). Decide or fix them, or keep them with a reason."
        )
