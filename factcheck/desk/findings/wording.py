"""The fix track: proposed wording, accepted, applied; or kept as it is (stet), or cut."""

from collections.abc import Callable, Mapping
from typing import Any

from db.tables import Claim
from db.vocabulary import FixState
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import kept, required
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Expected, find_article, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Refused
from factcheck.model import Change

NO_FIX: Mapping[str, Any] = {"fix": None, "fix_by": "", "fix_at": None, "fix_reason": ""}
"""A claim that is on no track."""


_Values = Callable[[Ledger, Row], dict[str, Any]]


class Wording(Noun):
    """The verbs of the fix track."""

    def propose(
        self, article: str, number: int, wording: str, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Propose other words for a claim; empty wording takes the proposal back.

        Raises:
            Refused: the words are those of the draft.
        """
        words = kept(wording, "wording")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            (row,) = find_claims(ledger.connection, head, number, expected)
            if words and words == row.text:
                raise Refused(f"This is what claim {number} says already: change a word.")
            if words:
                ledger.update(Claim, row.id, _state(ledger, FixState.PROPOSED) | {"proposed_text": words})
                return Deed(f"Claim {number}: wording proposed", head, words=row.text)
            track = NO_FIX if row.fix in {FixState.PROPOSED, FixState.ACCEPTED} else {}
            ledger.update(Claim, row.id, {**track, "proposed_text": ""})
            return Deed(f"Claim {number}: no wording proposed", head, words=row.text)

        return self._act("propose", act, op)

    def accept(
        self, article: str, number: int, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Accept the proposed wording of a claim.

        Raises:
            Refused: none is proposed.
        """
        values = _of_the_proposal(FixState.ACCEPTED)
        return self._fix("accept", article, number, values, "wording accepted", expected, op)

    def applied(
        self, article: str, number: int, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Say that the proposed wording of a claim stands in the piece.

        Raises:
            Refused: none is proposed.
        """
        values = _of_the_proposal(FixState.APPLIED)
        return self._fix("applied", article, number, values, "wording applied", expected, op)

    def stet(
        self, article: str, number: int, reason: str, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Keep a claim as it stands, by the editor's decision.

        Raises:
            Refused: no reason is given.
        """
        why = required(reason, "reason to keep it")

        def values(ledger: Ledger, _row: Row) -> dict[str, Any]:
            return _state(ledger, FixState.STET, why)

        return self._fix("stet", article, number, values, f"stet ({why})", expected, op)

    def cut(
        self, article: str, number: int, reason: str = "", *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Have a claim's words cut from the piece."""
        why = kept(reason, "reason to cut it")

        def values(ledger: Ledger, _row: Row) -> dict[str, Any]:
            return _state(ledger, FixState.CUT, why)

        said = f"to be cut ({why})" if why else "to be cut"
        return self._fix("cut", article, number, values, said, expected, op)

    def clear(self, article: str, number: int, *, expected: Expected = None, op: str | None = None) -> Change:
        """Take a claim off the fix track; the wording that was proposed stays to be read."""

        def values(_ledger: Ledger, _row: Row) -> dict[str, Any]:
            return dict(NO_FIX)

        return self._fix("clear_fix", article, number, values, "off the fix track", expected, op)

    def _fix(
        self,
        verb: str,
        article: str,
        number: int,
        values: _Values,
        said: str,
        expected: Expected,
        op: str | None,
    ) -> Change:
        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            (row,) = find_claims(ledger.connection, head, number, expected)
            ledger.update(Claim, row.id, values(ledger, row))
            return Deed(f"Claim {number}: {said}", head, words=row.text)

        return self._act(verb, act, op)


def _state(ledger: Ledger, state: FixState, reason: str = "") -> dict[str, Any]:
    return {"fix": state, "fix_by": ledger.person, "fix_at": ledger.at, "fix_reason": reason}


def _of_the_proposal(state: FixState) -> _Values:
    """What puts a claim's proposal into a state."""

    def values(ledger: Ledger, row: Row) -> dict[str, Any]:
        if not row.proposed_text:
            raise Refused(f"No wording is proposed for claim {row.number}: propose one first.")
        return _state(ledger, state)

    return values


def applied_values(ledger: Ledger) -> dict[str, Any]:
    """What says that the proposed wording of a claim stands in the piece."""
    return _state(ledger, FixState.APPLIED)


def cut_values(ledger: Ledger, reason: str) -> dict[str, Any]:
    """What says that a claim's words were cut from the piece."""
    return _state(ledger, FixState.CUT, reason)


def stet_values(ledger: Ledger, reason: str) -> dict[str, Any]:
    """What keeps a claim as it stands, with the name of who acts."""
    return _state(ledger, FixState.STET, reason)
