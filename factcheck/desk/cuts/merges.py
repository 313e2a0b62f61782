"""Merging claims that stand side by side; retiring claims and taking them back."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import sqlalchemy as sa

from db.tables import Citation, Claim, ClaimSpan, Note, Query
from db.vocabulary import FINDINGS, CheckKind, Finding
from factcheck.desk.cuts.coverage import pieces
from factcheck.desk.cuts.cuts import unsettled
from factcheck.desk.cuts.layout import (
    Standing,
    ancestors,
    hand_out_points,
    place_claim,
    resettled,
    standing_in,
    text_of,
)
from factcheck.desk.cuts.spans import envelope, joined, overlap
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import claims_label, kept, listed
from factcheck.desk.transaction.ledger import Ledger, chunks
from factcheck.desk.transaction.lookup import Expected, Head, find_article, find_claims, standing
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Refused
from factcheck.model import Change, Span


class Merges(Noun):
    """The verbs that take claims together or away."""

    def merge(
        self, article: str, numbers: Sequence[int], *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Make one claim of several that stand side by side.

        The first in reading order keeps its number; the others are retired, and their citations, notes,
        queries and check points go over to it. What stands between them and is no claim is taken in. A
        finding of the first stays beside it, to be rechecked.

        Raises:
            Refused: fewer than two claims, or another one stands between them.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            standing(head, rows)
            if len(rows) < 2:
                raise Refused("It takes two claims to merge: name another one.")
            rows.sort(key=lambda row: (row.start, -row.end, row.number))
            first, others = rows[0], rows[1:]
            text = text_of(ledger, head)
            stretches = _together(rows)
            span = envelope(stretches)
            around = standing_in(ledger, head, span, [row.id for row in rows])
            _side_by_side(around, rows, stretches, span)
            with resettled(ledger, head, text, span):
                _take_in(ledger, head, first, others, text, stretches)
                children = [c.id for c in around if c.parent_id in {row.id for row in others}]
                ledger.update_all(Claim, children, {"parent_id": first.id})
            said = f"Claim {first.number}: merged with {listed([row.number for row in others])}"
            return Deed(said, head, first.number, whole=True, words=text[span.start : span.end])

        return self._act("merge_claims", act, op)

    def retire(
        self,
        article: str,
        numbers: int | Sequence[int],
        reason: str = "",
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Take claims out of the queue; they are kept, and their words become a passage set aside by hand.

        Words that stand in another claim as well stay there.

        Args:
            article: slug or the beginning of one.
            numbers: one claim or several.
            reason: kept in the history.
            expected: versions seen.
            op: operation id.
        """
        why = kept(reason, "reason")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            with resettled(ledger, head, text_of(ledger, head), _region(rows)):
                ledger.update_all(Claim, (row.id for row in rows), {"retired": True})
            label = claims_label([row.number for row in rows])
            said = f"{label}: retired ({why})" if why else f"{label}: retired"
            return Deed(said, head, whole=True, words=_words(rows))

        return self._act("retire", act, op)

    def restore(
        self,
        article: str,
        numbers: int | Sequence[int],
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Put retired claims back into the queue, with all that belongs to them.

        Raises:
            Refused: a claim is not retired, or its words are in another claim now.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected, retired=True)
            with resettled(ledger, head, text_of(ledger, head), _region(rows)):
                ledger.update_all(Claim, (row.id for row in rows), {"retired": False})
                for row in rows:
                    if row.start is not None:
                        _unclaimed(ledger, head, row)
            label = claims_label([row.number for row in rows])
            return Deed(f"{label}: back in the queue", head, whole=True, words=_words(rows))

        return self._act("restore", act, op)


def _region(rows: Iterable[Row]) -> Span:
    """A stretch that holds claims; empty where the draft holds none of them."""
    spans = [Span(row.start, row.end) for row in rows if row.start is not None]
    return envelope(spans) if spans else Span(0, 0)


def _words(rows: Sequence[Row]) -> str:
    return rows[0].text or "" if len(rows) == 1 else ""


def _together(rows: Sequence[Row]) -> list[Span]:
    """The stretches of claims that are merged, with what stands between one and the next."""
    gaps = []
    end = rows[0].end
    for row in rows[1:]:
        gaps.append(Span(end, max(end, row.start)))
        end = max(end, row.end)
    return joined([*chain.from_iterable(pieces(row) for row in rows), *gaps])


def _side_by_side(
    around: Sequence[Standing], rows: Sequence[Row], stretches: Sequence[Span], span: Span
) -> None:
    """Refuse to merge over a claim that stands between others.

    Raises:
        Refused: one does.
    """
    own = [Span(row.start, row.end) for row in rows]
    for claim in around:
        if claim.holds(span) or any(claim.lies_in(part) for part in own):
            continue
        if overlap(claim.pieces, list(stretches)):
            numbers = listed([row.number for row in rows])
            raise Refused(f"Claim {claim.number} stands between claims {numbers}: merge neighbours only.")


def _take_in(
    ledger: Ledger,
    head: Head,
    first: Row,
    others: Sequence[Row],
    text: str,
    stretches: Sequence[Span],
) -> None:
    """Give the first claim the words of the others and all that belongs to them; retire the others."""
    span = envelope(stretches)
    query = sa.select(ClaimSpan.id).where(ClaimSpan.claim_id == first.id, ClaimSpan.draft_id == head.draft_id)
    place_claim(ledger, ledger.connection.scalars(query).one(), text, stretches)
    for row in (first, *others):
        hand_out_points(ledger, row.id, row.start, [(first.id, span)])
    hand_over(ledger, first.id, [row.id for row in others])
    ledger.update(Claim, first.id, _united(first, others))
    ledger.update_all(Claim, (row.id for row in others), {"retired": True})


def hand_over(ledger: Ledger, claim_id: int, others: Sequence[int]) -> None:
    """Give a claim the citations, notes and queries of others that it takes in."""
    _move_citations(ledger, claim_id, others)
    for kind in (Note, Query):
        for some in chunks(others):
            belonging = sa.select(kind.id).where(kind.claim_id.in_(some))
            keys = ledger.connection.scalars(belonging).all()
            ledger.update_all(kind, keys, {"claim_id": claim_id})


def _united(first: Row, others: Sequence[Row]) -> dict[str, Any]:
    """What the first of merged claims says for all of them."""
    rows = (first, *others)
    kinds = set(chain.from_iterable(row.kinds for row in rows))
    decided = [
        f"claim {row.number} ({FINDINGS[row.finding].label})"
        for row in others
        if row.finding != Finding.UNCHECKED
    ]
    reason = f"It was merged; the words were: {first.text}"
    reason += f" It took in {', '.join(decided)}." if decided else ""
    return {
        **unsettled(first, reason),
        "restatement": "",
        "kinds": [kind.value for kind in CheckKind if kind.value in kinds],
        "priority": max(row.priority for row in rows),
        "reasons": list(dict.fromkeys(chain.from_iterable(row.reasons for row in rows))),
        "speaker": next((row.speaker for row in rows if row.speaker), None),
        "legal": any(row.legal for row in rows),
        "sensitive": any(row.sensitive for row in rows),
        "lint": any(row.lint for row in rows),
        "assignee": next((row.assignee for row in rows if row.assignee), ""),
    }


def _move_citations(ledger: Ledger, claim_id: int, others: Sequence[int]) -> None:
    """Move citations to a claim; one to the same place of the same source as its own stays behind."""

    def told(row: Row) -> tuple[object, ...]:
        return (row.source_id, row.locator_kind, row.locator, row.stance, row.tier, row.quotation)

    query = sa.select(Citation.__table__).where(Citation.claim_id.in_([claim_id, *others]))
    rows = ledger.connection.execute(query.order_by(Citation.id)).all()
    known = {told(row) for row in rows if row.claim_id == claim_id}
    moved = []
    for row in rows:
        if row.claim_id != claim_id and told(row) not in known:
            known.add(told(row))
            moved.append(row.id)
    ledger.update_all(Citation, moved, {"claim_id": claim_id})


def _unclaimed(ledger: Ledger, head: Head, row: Row) -> None:
    """Refuse to put a claim back whose words are in a claim that it was never nested in.

    Raises:
        Refused: they are.
    """
    span = Span(row.start, row.end)
    family = standing_in(ledger, head, span)
    own = next(claim for claim in family if claim.id == row.id)
    for claim in family:
        if claim.id == own.id or not overlap(claim.pieces, own.pieces):
            continue
        nested = claim.id in ancestors(family, own) or own.id in ancestors(family, claim)
        if not nested:
            raise Refused(
                f"The words of claim {row.number} are in claim {claim.number} now: retire that one first."
            )
