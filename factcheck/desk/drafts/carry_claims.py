"""Claims carried into the next draft: their places there, what is withdrawn, what is new, as rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from db.tables import CheckPoint, Claim, ClaimSpan
from db.vocabulary import CheckKind, FixState
from factcheck.desk.cuts.cuts import copied_values, copy_citations, new_numbers, unsettled
from factcheck.desk.cuts.merges import hand_over
from factcheck.desk.drafts.draft_rows import claim_values, point_values, span_values
from factcheck.desk.findings.wording import applied_values
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.ledger import Ledger, chunks
from factcheck.desk.transaction.lookup import Head, find_claims
from factcheck.model import CheckPoint as CheckPointValue
from factcheck.model import (
    ClaimPlace,
    ClaimRevision,
    LintMark,
    NewClaim,
    ProposalOutcome,
    Revision,
    Span,
)
from factcheck.model.base import json_value


class _Points:
    """The check points of the claims that are carried, and what becomes of them."""

    def __init__(self, connection: sa.Connection, keys: Iterable[int]) -> None:
        self.of: dict[int, list[Row]] = defaultdict(list)
        for some in chunks(keys):
            query = sa.select(CheckPoint.__table__).where(CheckPoint.claim_id.in_(some))
            for row in connection.execute(query.order_by(CheckPoint.offset, CheckPoint.id)):
                self.of[row.claim_id].append(row)
        self.moved: dict[int, dict[str, Any]] = {}
        self.gone: list[int] = []
        self.new: list[dict[str, Any]] = []

    def carry(self, claim_id: int, claim: ClaimRevision) -> set[CheckKind]:
        """Settle the points of one claim: those of unchanged words stay, with their ticks; their kinds."""
        from factcheck.revise import carried_points

        rows = {row.id: row for row in self.of[claim_id]}
        points = [(row.id, row.offset, row.text) for row in rows.values()]
        staying = {point.id: point for point in carried_points(claim.before, claim.after, points)}
        for key, point in staying.items():
            self.moved[key] = {"offset": point.offset, "text": point.text}
        self.gone += rows.keys() - staying.keys()
        kinds = {CheckKind(rows[key].kind) for key in staying}
        held = {(rows[key].kind, point.offset) for key, point in staying.items()}
        for fresh in claim.check_points:
            offset = fresh.start - (claim.place.start if claim.place else 0)
            if (fresh.kind, offset) not in held:
                self.new.append(_point(claim_id, fresh, offset))
                kinds.add(fresh.kind)
        return kinds

    def write(self, ledger: Ledger) -> None:
        """Write what became of them."""
        ledger.update_many(CheckPoint, self.moved)
        ledger.delete_many(CheckPoint, self.gone)
        ledger.insert_many(CheckPoint, self.new)


def _point(claim_id: int, point: CheckPointValue, offset: int) -> dict[str, Any]:
    values = {"kind": point.kind, "offset": offset, "text": point.text, "remark": point.remark}
    return {"claim_id": claim_id, **values}


def carry(ledger: Ledger, head: Head, draft_id: int, revision: Revision, lint: Sequence[LintMark]) -> None:
    """Write what a revision makes of the claims of an article.

    Args:
        ledger: the act.
        head: the article as it stood before.
        draft_id: the new draft, laid down.
        revision: what becomes of each claim.
        lint: places of the new draft that do not agree.
    """
    numbers = [claim.number for claim in revision.claims]
    rows = find_claims(ledger.connection, head, numbers) if numbers else []
    places = [span for mark in lint for span in (mark.first, mark.second) if span is not None]
    points = _Points(ledger.connection, [row.id for row in rows])
    changes: dict[int, dict[str, Any]] = {}
    spans: list[dict[str, Any]] = []
    merged: dict[int, list[int]] = defaultdict(list)
    for row, claim in zip(rows, revision.claims, strict=True):
        changes[row.id] = _changed(ledger, row, claim, points)
        if claim.place is not None:
            changes[row.id]["lint"] = _is_marked(claim.place, places)
            spans.append(_span(row.id, draft_id, claim.place))
        if claim.into is not None:
            merged[claim.into].append(row.id)
    ledger.insert_many(ClaimSpan, spans)
    by_number = {row.number: row for row in rows}
    _come_apart(rows, revision.claims, changes)
    _insert_new(ledger, head, draft_id, revision.new, by_number, places)
    points.write(ledger)
    ledger.update_many(Claim, changes)
    for number, others in merged.items():
        hand_over(ledger, by_number[number].id, others)
        ledger.update_all(Claim, others, {"retired": True})


def _changed(ledger: Ledger, row: Row, claim: ClaimRevision, points: _Points) -> dict[str, Any]:
    """What a revision changes in the row of a claim."""
    values: dict[str, Any] = {}
    if claim.recheck and (claim.place is not None or claim.asks):
        reason = f"{row.recheck_reason} Then: {claim.reason}" if row.recheck else claim.reason
        values |= unsettled(row, reason)
    if claim.proposal is ProposalOutcome.APPLIED and row.fix == FixState.ACCEPTED:
        values |= applied_values(ledger)
    if claim.speaker is not None:
        values["speaker"] = json_value(claim.speaker)
    if claim.place is not None and claim.before != claim.after:
        loose = {CheckKind(kind) for kind in row.kinds} - {CheckKind(p.kind) for p in points.of[row.id]}
        kinds = points.carry(row.id, claim) | loose
        if claim.recheck:
            values["kinds"] = [kind.value for kind in CheckKind if kind in kinds]
            values["restatement"] = ""
    return values


def _span(claim_id: int, draft_id: int, place: ClaimPlace) -> dict[str, Any]:
    parts = [] if place.parts == (Span(place.start, place.end),) else [list(part) for part in place.parts]
    values = {"start": place.start, "end": place.end, "parts": parts, "text": place.text}
    return {"claim_id": claim_id, "draft_id": draft_id, **values}


def _is_marked(place: ClaimPlace, marks: Iterable[Span]) -> bool:
    return any(mark.start < place.end and place.start < mark.end for mark in marks)


def _come_apart(
    rows: Sequence[Row], claims: Sequence[ClaimRevision], changes: Mapping[int, dict[str, Any]]
) -> None:
    """Claims that no longer stand inside the one that they were nested in are nested in none."""
    places = {row.id: claim.place for row, claim in zip(rows, claims, strict=True)}
    for row in rows:
        own, around = places[row.id], places.get(row.parent_id)
        if row.parent_id is None or own is None:
            continue
        if around is None or not (around.start <= own.start and own.end <= around.end):
            changes[row.id]["parent_id"] = None


def _insert_new(
    ledger: Ledger,
    head: Head,
    draft_id: int,
    new: Sequence[NewClaim],
    by_number: Mapping[int, Row],
    marks: Sequence[Span],
) -> None:
    """Put the claims that the new draft brings under the article; those split off get their sources too."""
    if not new:
        return
    numbers = new_numbers(ledger, head, len(new))
    rows = []
    for number, one in zip(numbers, new, strict=True):
        place = ClaimPlace(one.claim.start, one.claim.end, one.claim.parts, one.claim.text, one.claim.block)
        values = claim_values(head.id, number, one.claim, lint=_is_marked(place, marks))
        if one.of is not None:
            row = by_number[one.of]
            values = {
                **copied_values(row),
                **unsettled(row, f"It was split off from claim {one.of}."),
                **values,
            }
        rows.append(values)
    keys = ledger.insert_many(Claim, rows)
    parents = {}
    for key, one in zip(keys, new, strict=True):
        if one.claim.parent is not None:
            parents[key] = {"parent_id": keys[one.claim.parent]}
        elif one.inside is not None:
            parents[key] = {"parent_id": by_number[one.inside].id}
    ledger.update_many(Claim, parents)
    spans = [span_values(key, draft_id, one.claim) for key, one in zip(keys, new, strict=True)]
    ledger.insert_many(ClaimSpan, spans)
    found = [values for key, one in zip(keys, new, strict=True) for values in point_values(key, one.claim)]
    ledger.insert_many(CheckPoint, found)
    for key, one in zip(keys, new, strict=True):
        if one.of is not None:
            copy_citations(ledger, by_number[one.of].id, [key])
