"""Marking: what people say of a claim beside its finding: restatement, kinds, speaker, priority, owner."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from db.tables import Claim
from db.tables import Draft as DraftTable
from db.vocabulary import OPEN_FINDINGS, CheckKind, Flag
from factcheck.desk.claims.claim_values import Page, read_claims, read_page
from factcheck.desk.claims.queue import list_claims
from factcheck.desk.sources.flags import is_expired, recheck_reason
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.initials import introduce
from factcheck.desk.transaction.input_text import claims_label, kept, kept_short, ranged
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Expected, Head, find_article, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import BadInput, Refused
from factcheck.model import Change, ClaimFilter
from factcheck.model import Claim as ClaimValue

_FLAGS = {Flag.LEGAL: "legal", Flag.SENSITIVE: "sensitive"}
_HIGHEST = 1_000_000
"""Priorities beyond this say nothing and overflow a column."""


_EVERYTHING = ClaimFilter()


class Claims(Noun):
    """The verbs that mark."""

    _page: tuple[tuple[int, str | None], Page] | None = None

    def get(self, article: str, number: int) -> ClaimValue:
        """One claim with all that belongs to it; also one that was retired or lost.

        Raises:
            NotOnDesk: no such article, or no such claim in it.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            return read_claims(connection, head, [number], self._page_of(connection, head), self.today)[0]

    def full(
        self,
        article: str,
        filter: ClaimFilter = _EVERYTHING,  # noqa: A002 - the word for it
    ) -> list[ClaimValue]:
        """The claims that a filter lets through, each with all that belongs to it, in the filter's order."""
        with self._read() as connection:
            head = find_article(connection, article)
            numbers = [row.number for row in list_claims(connection, head, filter, self.today)]
            return read_claims(connection, head, numbers, self._page_of(connection, head), self.today)

    def _page_of(self, connection: sa.Connection, head: Head) -> Page:
        """What claims need of their draft; the last one is kept, for a draft never changes.

        The digest tells a draft from another one of the same id, which a restored backup may bring.
        """
        digest = connection.scalar(sa.select(DraftTable.digest).where(DraftTable.id == head.draft_id))
        key = (head.draft_id, digest)
        if self._page is None or self._page[0] != key:
            self._page = (key, read_page(connection, head.draft_id))
        return self._page[1]

    def restate(
        self, article: str, number: int, text: str, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Say a claim as one plain sentence; an empty text takes the restatement away."""
        words = " ".join(kept(text, "restatement").split())
        said = f"restated as “{words}”" if words else "no longer restated"
        return self._mark("restate", article, number, {"restatement": words}, said, expected, op)

    def set_kinds(
        self,
        article: str,
        numbers: int | Sequence[int],
        kinds: Sequence[CheckKind],
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Set the check kinds of claims; they are kept in the order of the vocabulary."""
        ordered = [kind.value for kind in CheckKind if kind in kinds]
        said = f"kinds {', '.join(ordered) or 'none'}"
        return self._mark("set_kinds", article, numbers, {"kinds": ordered}, said, expected, op)

    def set_speaker(
        self, article: str, number: int, name: str, *, expected: Expected = None, op: str | None = None
    ) -> Change:
        """Say who says a claim; an empty name means that nobody does."""
        who = kept_short(name, "speaker's name")

        def values(row: Row) -> Mapping[str, Any]:
            mentioned = row.speaker or {"mention": who}
            return {"speaker": {**mentioned, "name": who, "sure": True} if who else None}

        said = f"said by {who}" if who else "said by nobody"
        return self._mark("set_speaker", article, number, values, said, expected, op)

    def set_priority(
        self,
        article: str,
        numbers: int | Sequence[int],
        priority: int,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Set how urgent claims are; higher is more urgent.

        Raises:
            BadInput: the number is out of all proportion.
        """
        if abs(priority) > _HIGHEST:
            raise BadInput(f"A priority of {priority} is out of all proportion: use a smaller number.")
        said = f"priority {priority}"
        return self._mark("set_priority", article, numbers, {"priority": priority}, said, expected, op)

    def flag(
        self,
        article: str,
        numbers: int | Sequence[int],
        flag: Flag,
        on: bool = True,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Set or take off the flag `legal` or `sensitive`.

        Raises:
            Refused: another flag; the desk works those out by itself.
        """
        if flag not in _FLAGS:
            raise Refused(f"The flag {flag.value} is set by the desk itself, not by hand.")
        said = f"{flag.value}" if on else f"no longer {flag.value}"
        return self._mark("flag", article, numbers, {_FLAGS[flag]: on}, said, expected, op)

    def assign(
        self,
        article: str,
        numbers: int | Sequence[int],
        person: str,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Give claims to a person; an empty name gives them to nobody."""
        who = kept_short(person, "name")
        said = f"for {who}" if who else "for nobody"
        return self._mark("assign", article, numbers, {"assignee": who}, said, expected, op)

    def set_expiry(
        self,
        article: str,
        numbers: int | Sequence[int],
        expires: date | None,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Say until which day the finding of claims holds; None means for good.

        A finding whose day was past stays on `recheck`: only a new decision clears it.
        """
        said = f"holds until {expires.isoformat()}" if expires else "holds for good"

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            ledger.update_many(Claim, {row.id: _until(row, expires, ledger.today) for row in rows})
            label = claims_label([row.number for row in rows])
            warnings = _past(rows, expires, ledger.today)
            words = rows[0].text if len(rows) == 1 else ""
            return Deed(f"{label}: {said}", head, warnings=warnings, words=words)

        return self._act("set_expiry", act, op)

    def _mark(
        self,
        verb: str,
        article: str,
        numbers: int | Sequence[int],
        values: Mapping[str, Any] | Callable[[Row], Mapping[str, Any]],
        said: str,
        expected: Expected,
        op: str | None,
    ) -> Change:
        """Set columns of claims, the same for all or worked out from each."""

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            wanted = {row.id: values(row) if callable(values) else values for row in rows}
            ledger.update_many(Claim, wanted)
            for columns in wanted.values():
                if columns.get("assignee"):
                    introduce(ledger, columns["assignee"])
                    break
            label = claims_label([row.number for row in rows])
            return Deed(f"{label}: {said}", head, words=rows[0].text if len(rows) == 1 else "")

        return self._act(verb, act, op)


def _until(row: Row, expires: date | None, today: date) -> dict[str, Any]:
    """What a new day changes in a claim's row; what the old day has put on `recheck` stays there."""
    values: dict[str, Any] = {"expires": expires}
    if is_expired(row, today):
        values |= {"recheck": True, "recheck_reason": recheck_reason(row, today)}
    return values


def _past(rows: Sequence[Row], expires: date | None, today: date) -> tuple[str, ...]:
    """What a day that is past already does to decided claims."""
    decided = [row.number for row in rows if row.finding not in OPEN_FINDINGS]
    if expires is None or expires >= today or not decided:
        return ()
    label = f"claims {ranged(decided)} are" if len(decided) > 1 else f"claim {decided[0]} is"
    return (f"{expires.isoformat()} is past: {label} to be rechecked.",)
