"""Deciding: the finding of a claim, and the ticks on its check points."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from db.tables import CheckPoint, Claim, ClaimSpan, Note
from db.vocabulary import FINDINGS, OPEN_FINDINGS, Finding, ReviewState
from factcheck.desk.findings.needs import (
    TIER_UNSAID,
    beside,
    review_need,
    tier_unsaid,
    tiers_told,
    unmet,
    unticked,
    unticked_told,
)
from factcheck.desk.findings.review import NO_REVIEW
from factcheck.desk.sources.flags import EXPIRED
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import claims_label, kept, kept_short, ranged
from factcheck.desk.transaction.last_change import later_touch
from factcheck.desk.transaction.ledger import Ledger, chunks
from factcheck.desk.transaction.lookup import Expected, find_article, find_claims, span_of, standing, unique
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Conflict, Met, NotOnDesk
from factcheck.model import Change, ExpiredItem, HouseRules, Span
from factcheck.text import plural


class Findings(Noun):
    """The verbs that decide."""

    def decide(
        self,
        article: str,
        numbers: int | Sequence[int],
        finding: Finding,
        *,
        waiting_on: str = "",
        note: str = "",
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Set the finding of claims, for their exact words as they stand now.

        This is what clears `recheck`; a review of another finding falls away with it. What the finding
        needs and lacks is told in the change's warnings.

        Args:
            article: slug or the beginning of one.
            numbers: one claim or several.
            finding: what was found; `unchecked` takes a decision back.
            waiting_on: whom it waits for, where the finding is `waiting`; empty keeps the one there is.
            note: a note on what was tried, written on each of the claims in the same step.
            expected: versions seen, by claim number.
            op: operation id.

        Raises:
            NotOnDesk: no such article or claim.
            Refused: a claim is retired or lost.
            Conflict: a claim is not as it was seen.
        """
        whom = kept_short(waiting_on, "name of whom it waits for")
        tried = kept(note, "note")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            standing(head, rows)
            ledger.update_many(Claim, {row.id: decision(ledger, row, finding, whom) for row in rows})
            if tried:
                common = {"text": tried, "by": ledger.person, "at": ledger.at, "confidential": False}
                ledger.insert_many(Note, [common | {"claim_id": row.id} for row in rows])
            label = claims_label([row.number for row in rows])
            suffix = f" for {whom}" if whom and finding is Finding.WAITING else ""
            suffix += ", with a note" if tried else ""
            return Deed(
                f"{label}: {FINDINGS[finding].label}{suffix}",
                head,
                warnings=tuple(warned(ledger, rows, finding, whom, self.rules)),
                words=rows[0].text if len(rows) == 1 else "",
            )

        return self._act("decide", act, op)

    def tick(
        self,
        article: str,
        number: int,
        point_id: int,
        ticked: bool = True,
        *,
        seen: Mapping[int, str] | None = None,
        op: str | None = None,
    ) -> Change:
        """Tick a check point of a claim, or take the tick off.

        Args:
            article: slug or the beginning of one.
            number: of the claim.
            point_id: the check point.
            ticked: whether it is ticked afterwards; one that is so already keeps the name beside it.
            seen: who had ticked each check point when the caller saw it, empty for nobody, by id.
            op: operation id.

        Raises:
            NotOnDesk: the claim has no such check point.
            Conflict: somebody else has ticked it, or taken the tick off, since the caller saw it.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            (row,) = find_claims(ledger.connection, head, number)
            points = _points(ledger, row.id)
            if point_id not in points:
                raise NotOnDesk(f"Claim {number} of {head.name} has no check point {point_id}.")
            point = points[point_id]
            _tick(ledger, number, [point], seen, ticked=ticked)
            sign = "ticked" if ticked else "no longer ticked"
            return Deed(f"Claim {number}: “{point.text}” {sign}", head, words=row.text)

        return self._act("tick", act, op)

    def tick_all(
        self,
        article: str,
        number: int,
        ticked: bool = True,
        *,
        seen: Mapping[int, str] | None = None,
        op: str | None = None,
    ) -> Change:
        """Tick all check points of a claim, or take all ticks off; the rest as in `tick`."""

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            (row,) = find_claims(ledger.connection, head, number)
            points = _points(ledger, row.id)
            _tick(ledger, number, points.values(), seen, ticked=ticked)
            sign = "ticked" if ticked else "no longer ticked"
            return Deed(f"Claim {number}: {plural(len(points), 'check point')} {sign}", head, words=row.text)

        return self._act("tick_all", act, op)

    def missing(self, article: str, number: int) -> tuple[str, ...]:
        """What the present finding of a claim lacks by the house's rules: each “needs …”, ticks, and tiers.

        Raises:
            NotOnDesk: no such article, or no such claim in it.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            rows = find_claims(connection, head, number, retired=None)
            claim = beside(connection, rows)[rows[0].id]
            needs = unmet(rows[0].finding, claim, self.rules)
            if (review := review_need(claim, self.rules)) and rows[0].finding is not Finding.UNCHECKED:
                needs.append(review)
            said = [f"needs {need}" for need in needs]
            if rows[0].finding is Finding.VERIFIED:
                said += [left.share for left in unticked(connection, [rows[0].id], self.rules).values()]
            if tier_unsaid(rows[0].finding, claim.support, self.rules):
                said.append(TIER_UNSAID)
            return tuple(said)

    def expired(self, article: str) -> tuple[ExpiredItem, ...]:
        """Claims of the current draft whose finding held until a day that is past, in reading order."""
        with self._read() as connection:
            head = find_article(connection, article)
            query = (
                sa.select(Claim.number, Claim.expires, ClaimSpan.text)
                .join(ClaimSpan, span_of(head.draft_id))
                .where(Claim.article_id == head.id, Claim.retired.is_(False), EXPIRED)
                .order_by(ClaimSpan.start, Claim.number)
            )
            rows = connection.execute(query, {"today": self.today})
            return tuple(ExpiredItem(row.number, row.expires, row.text) for row in rows if row.expires)

    def unticked(self, article: str, numbers: int | Sequence[int]) -> dict[int, tuple[Span, ...]]:
        """Where the check points of claims that nobody has ticked stand in the current draft.

        Claims that the draft has lost, or that have none left, are not named.
        """
        found: dict[int, list[Span]] = defaultdict(list)
        with self._read() as connection:
            head = find_article(connection, article)
            for some in chunks(unique(numbers)):
                query = (
                    sa.select(
                        Claim.number, ClaimSpan.start + CheckPoint.offset, sa.func.length(CheckPoint.text)
                    )
                    .join(ClaimSpan, span_of(head.draft_id))
                    .join(CheckPoint, CheckPoint.claim_id == Claim.id)
                    .where(Claim.article_id == head.id, Claim.number.in_(some), ~CheckPoint.ticked)
                    .order_by(CheckPoint.offset, CheckPoint.id)
                )
                for number, start, length in connection.execute(query):
                    found[number].append(Span(start, start + length))
        return {number: tuple(spans) for number, spans in found.items()}


def decision(ledger: Ledger, row: Row, finding: Finding, whom: str) -> dict[str, Any]:
    """What a decision changes in a claim's row.

    Args:
        ledger: the act.
        row: of the claim, with its words in the current draft.
        finding: what was found.
        whom: whom it waits for; empty keeps the one there is.
    """
    taken_back = finding is Finding.UNCHECKED
    waits = finding is Finding.WAITING
    values: dict[str, Any] = {
        "finding": finding,
        "decided_by": "" if taken_back else ledger.person,
        "decided_at": None if taken_back else ledger.at,
        "decided_text": "" if taken_back else row.text,
        "recheck": False,
        "recheck_reason": "",
        "waiting_on": (whom or row.waiting_on) if waits else "",
        "waiting_since": _since(ledger.today, row, whom) if waits else None,
    }
    if row.review is not None and (row.finding != finding or row.review == ReviewState.SENT_BACK):
        values |= NO_REVIEW
    if row.expires is not None and row.expires < ledger.today:
        values["expires"] = None
    return values


def _since(today: date, row: Row, whom: str) -> date:
    """Since when a claim waits: from the first time on, unless it now waits for somebody else."""
    if row.finding == Finding.WAITING and row.waiting_since and whom in {"", row.waiting_on}:
        since: date = row.waiting_since
        return since
    return today


def warned(ledger: Ledger, rows: Sequence[Row], finding: Finding, whom: str, rules: HouseRules) -> list[str]:
    """What a finding needs and claims lack, a sentence for each need."""
    missing: dict[str, list[int]] = {}
    around = beside(ledger.connection, rows)
    for row in rows:
        claim = around[row.id]._replace(waiting_on=whom or row.waiting_on)
        for need in unmet(finding, claim, rules):
            missing.setdefault(need, []).append(row.number)
    label = FINDINGS[finding].label
    sentences = [
        f"Claim{'s' * (len(numbers) > 1)} {ranged(numbers)}: {label} needs {need}."
        for need, numbers in missing.items()
    ]
    if finding is Finding.VERIFIED:
        left = unticked(ledger.connection, [row.id for row in rows], rules)
        sentences += unticked_told([(row.number, left[row.id]) for row in rows if row.id in left])
    unsaid = [row.number for row in rows if tier_unsaid(finding, around[row.id].support, rules)]
    return sentences + tiers_told(unsaid, finding)


def recheck_values(row: Row, reason: str) -> Mapping[str, Any]:
    """What puts a decided claim on `recheck`; nothing for one that is to be decided anyway."""
    if row.finding in OPEN_FINDINGS:
        return {}
    return {"recheck": True, "recheck_reason": reason}


def _points(ledger: Ledger, claim_id: int) -> dict[int, Row]:
    query = sa.select(CheckPoint.id, CheckPoint.text, CheckPoint.ticked, CheckPoint.ticked_by)
    rows = ledger.connection.execute(query.where(CheckPoint.claim_id == claim_id))
    return {row.id: row for row in rows}


def _tick(
    ledger: Ledger, number: int, points: Iterable[Row], seen: Mapping[int, str] | None, *, ticked: bool
) -> None:
    """Tick check points that are not ticked, or the other way round; what is so already stays as it is."""
    changing = [point for point in points if point.ticked is not ticked]
    met = tuple(
        Met("check_point", point.id, number, {"ticked_by": seen[point.id]}, {"ticked_by": point.ticked_by})
        for point in changing
        if seen is not None and seen.get(point.id, point.ticked_by) != point.ticked_by
    )
    if met:
        touch = later_touch(ledger.connection, 0, {("check_point", one.id) for one in met})
        who = touch.by if touch else ""
        raise Conflict(
            f"{who or 'Somebody'} changed check points of claim {number} meanwhile: look at them again;"
            " nothing was overwritten.",
            claim=number,
            by=who,
            met=met,
        )
    values = {"ticked": ticked, "ticked_by": ledger.person if ticked else ""}
    ledger.update_all(CheckPoint, [point.id for point in changing], values)
