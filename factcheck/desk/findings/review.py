"""Review: a second person agrees with findings, or sends a claim back."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.tables import Claim
from db.vocabulary import Finding, ReviewState
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import claims_label, ranged, required
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Expected, find_article, find_claims, standing
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Refused
from factcheck.model import Change

NO_REVIEW: Mapping[str, Any] = {"review": None, "review_by": "", "review_at": None, "review_reason": ""}
"""A claim that nobody has reviewed."""


class Review(Noun):
    """The verbs of the second person."""

    def agree(
        self,
        article: str,
        numbers: int | Sequence[int],
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Agree with the findings of claims. Agreeing with oneself is told, not refused.

        Raises:
            Refused: a claim has no finding that one could agree with.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            standing(head, rows)
            _decided(rows)
            values = {
                "review": ReviewState.AGREED,
                "review_by": ledger.person,
                "review_at": ledger.at,
                "review_reason": "",
            }
            ledger.update_all(Claim, (row.id for row in rows), values)
            own = [row.number for row in rows if row.decided_by == ledger.person]
            warning = f"You decided {_named(own)} yourself: a second person should look." if own else ""
            label = claims_label([row.number for row in rows])
            words = rows[0].text if len(rows) == 1 else ""
            return Deed(f"{label}: agreed", head, warnings=(warning,) if warning else (), words=words)

        return self._act("agree", act, op)

    def send_back(
        self, article: str, number: int, reason: str, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Disagree with the finding of a claim, and say why; it bears the flag `conflict` until decided anew.

        Raises:
            Refused: no reason is given, or the claim has no finding to disagree with.
        """
        why = required(reason, "reason to send it back")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, number, expected)
            _decided(rows)
            values = {
                "review": ReviewState.SENT_BACK,
                "review_by": ledger.person,
                "review_at": ledger.at,
                "review_reason": why,
            }
            ledger.update(Claim, rows[0].id, values)
            return Deed(f"Claim {number}: sent back ({why})", head, words=rows[0].text)

        return self._act("send_back", act, op)


def _decided(rows: Sequence[Row]) -> None:
    undecided = [row.number for row in rows if row.finding == Finding.UNCHECKED]
    if undecided:
        raise Refused(f"Nobody has decided {_named(undecided)} yet: there is nothing to review.")


def _named(numbers: Sequence[int]) -> str:
    return f"claim {numbers[0]}" if len(numbers) == 1 else f"claims {ranged(numbers)}"
