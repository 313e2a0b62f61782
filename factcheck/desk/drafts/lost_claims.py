"""Claims that a draft has lost: attached again to words of it, or closed as cut."""

from collections.abc import Sequence

import sqlalchemy as sa

from db.tables import CheckPoint, Citation, Claim, ClaimSpan, Note, Query
from db.vocabulary import CheckKind, Finding
from factcheck.desk.claims.queue import last_spans
from factcheck.desk.cuts.cuts import unsettled
from factcheck.desk.cuts.layout import (
    Standing,
    hand_out_points,
    innermost,
    placed,
    resettled,
    selected,
    standing_in,
    text_of,
)
from factcheck.desk.findings.wording import cut_values
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import claims_label, kept
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Expected, Head, find_article, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Refused
from factcheck.model import Change, Span


class LostClaims(Noun):
    """The verbs about lost claims."""

    def reattach(
        self,
        article: str,
        number: int,
        start: int,
        end: int,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Give a lost claim words of the current draft; its finding stays beside it, to be rechecked.

        Claims that nobody has worked on give way when they lie in these words: they are retired.

        Args:
            article: slug or the beginning of one.
            number: of the claim.
            start: first code point in the current draft; the stretch is widened to whole words.
            end: one past the last.
            expected: version seen.
            op: operation id.

        Raises:
            Refused: the claim is not lost, or the stretch lies outside the draft, holds no word, or holds
                words of a claim that was worked on.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            (row,) = find_claims(ledger.connection, head, number, expected)
            if row.start is not None:
                raise Refused(
                    f"Claim {number} stands in draft {head.draft} of {head.name}: cut it anew instead."
                )
            text = text_of(ledger, head)
            span = selected(text, start, end)
            others = standing_in(ledger, head, span)
            taken = _giving_way(ledger, others, span)
            with resettled(ledger, head, text, span):
                _attach(ledger, head, row, text, span, taken)
                around = innermost([other for other in others if other not in taken], span)
                ledger.update(Claim, row.id, {"parent_id": around.id if around else None})
            said = f"Claim {number}: attached again"
            return Deed(said, head, whole=True, words=text[span.start : span.end])

        return self._act("reattach", act, op)

    def close(
        self,
        article: str,
        numbers: int | Sequence[int],
        reason: str = "",
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Say that lost claims were cut from the piece on purpose: they leave the list, and are kept.

        Args:
            article: slug or the beginning of one.
            numbers: one claim or several.
            reason: why they were cut.
            expected: versions seen.
            op: operation id.

        Raises:
            Refused: a claim is not lost.
        """
        why = kept(reason, "reason")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            for row in rows:
                if row.start is not None:
                    raise Refused(
                        f"Claim {row.number} stands in draft {head.draft} of {head.name}: it is not lost."
                    )
            values = {**cut_values(ledger, why), "retired": True}
            ledger.update_all(Claim, (row.id for row in rows), values)
            label = claims_label([row.number for row in rows])
            return Deed(f"{label}: closed as cut" + (f" ({why})" if why else ""), head, whole=True)

        return self._act("close_lost", act, op)


def _giving_way(ledger: Ledger, others: Sequence[Standing], span: Span) -> list[Standing]:
    """The claims that lie in a stretch and give way to the one that is attached there.

    Raises:
        Refused: one was worked on, or reaches out of the stretch.
    """
    inside = [claim for claim in others if not (claim.holds(span) and claim.span != span)]
    keys = [claim.id for claim in inside]
    worked_on = set(
        ledger.connection.scalars(
            sa.select(Claim.id).where(
                Claim.id.in_(keys),
                (Claim.finding != Finding.UNCHECKED) | (Claim.proposed_text != "") | Claim.fix.is_not(None),
            )
        )
    )
    for kind in (Citation, Note, Query):
        worked_on |= set(ledger.connection.scalars(sa.select(kind.claim_id).where(kind.claim_id.in_(keys))))
    for claim in inside:
        if claim.id in worked_on or not claim.lies_in(span):
            raise Refused(
                f"Claim {claim.number} stands in these words: merge the two, or retire that one first."
            )
    return inside


def _attach(ledger: Ledger, head: Head, row: Row, text: str, span: Span, taken: Sequence[Standing]) -> None:
    """Write the place of a claim, with what there is to tick in it."""
    from factcheck.revise import carried_points

    last = last_spans(ledger.connection, [row.id]).get(row.id)
    before = last.text if last is not None else row.decided_text
    query = sa.select(CheckPoint.id, CheckPoint.offset, CheckPoint.text).where(CheckPoint.claim_id == row.id)
    points = [(point.id, point.offset, point.text) for point in ledger.connection.execute(query)]
    staying = list(carried_points(before, text[span.start : span.end], points))
    ledger.update_many(CheckPoint, {p.id: {"offset": p.offset, "text": p.text} for p in staying})
    ledger.delete_many(CheckPoint, {point[0] for point in points} - {point.id for point in staying})
    ledger.insert(ClaimSpan, {"claim_id": row.id, "draft_id": head.draft_id} | placed(text, [span]))
    for claim in taken:
        hand_out_points(ledger, claim.id, claim.span.start, [(row.id, span)])
    ledger.update_all(Claim, [claim.id for claim in taken], {"retired": True})
    _once(ledger, row.id)
    kinds = set(ledger.connection.scalars(sa.select(CheckPoint.kind).where(CheckPoint.claim_id == row.id)))
    kinds |= {CheckKind(kind) for kind in row.kinds}
    reason = f"It was attached again; the words were: {before}"
    changed = {**unsettled(row, reason), "kinds": [kind.value for kind in CheckKind if kind in kinds]}
    ledger.update(Claim, row.id, {**changed, "restatement": ""})


def _once(ledger: Ledger, claim_id: int) -> None:
    """Keep one check point of each kind at a place: the older one, which may be ticked."""
    query = sa.select(CheckPoint.id, CheckPoint.kind, CheckPoint.offset, CheckPoint.ticked)
    rows = ledger.connection.execute(query.where(CheckPoint.claim_id == claim_id)).all()
    seen: set[tuple[str, int]] = set()
    double = []
    for row in sorted(rows, key=lambda row: (not row.ticked, row.id)):
        if (row.kind, row.offset) in seen:
            double.append(row.id)
        seen.add((row.kind, row.offset))
    ledger.delete_many(CheckPoint, double)
