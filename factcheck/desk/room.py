"""What all rooms of the desk share: how they read, and how an act becomes one transaction and one event."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from db.engine import Store
from factcheck.desk.faults import translated
from factcheck.desk.ledger import Ledger
from factcheck.desk.newcomers import introduce
from factcheck.desk.recording import Deed, new_op, record, told_before
from factcheck.errors import Refused
from factcheck.model import Change, HouseRules

Act = Callable[[Ledger], Deed]
"""The body of a verb: changes rows through the ledger and says what it did."""


class Surroundings(NamedTuple):
    """What a desk works with; given at the door, the same in all rooms."""

    store: Store
    person: str
    """Who acts."""
    clock: Callable[[], datetime]
    """The time, with the zone that the person lives in."""
    rules: HouseRules


class _Open(threading.local):
    """The ledger of the step that this thread is in, if it is in one."""

    ledger: Ledger | None = None
    warnings: tuple[str, ...] = ()
    """What the verbs of the step have warned of so far."""


class Room:
    """The base of the desk's rooms.

    Attributes:
        person: name of who acts.
        rules: what the house insists on.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self.person = surroundings.person
        self.rules = surroundings.rules
        self._surroundings = surroundings
        self._store = surroundings.store
        self._clock = surroundings.clock
        self._open = _Open()
        self._own: set[int] = set()

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self._clock().date()

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        """One state of the database to read; inside a step, the state that the step has made so far."""
        ledger = self._open.ledger
        if ledger is not None:
            yield ledger.connection
            return
        with translated(), self._store.read() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Ledger]:
        """A transaction to write in, with an empty ledger."""
        with translated(), self._store.write() as connection:
            now = self._clock()
            yield Ledger(connection, self.person, now, now.date())

    def _act(self, verb: str, act: Act, op: str | None = None) -> Change:
        """Carry out a verb: one transaction, one event; nothing at all when it raises.

        Args:
            verb: name of the method.
            act: its body.
            op: operation id; one that was carried out before returns its first answer and changes nothing.
        """
        if self._open.ledger is not None:
            return self._part(self._open.ledger, verb, act)
        with self._write() as ledger:
            done = told_before(ledger.connection, op) if op else None
            if done is not None:
                return done
            deed = act(ledger)
            change, event = self._recorded(ledger, verb, op or new_op(), deed)
        if event is not None:
            self._own.add(event)
        return change

    def _recorded(self, ledger: Ledger, verb: str, op: str, deed: Deed) -> tuple[Change, int | None]:
        if ledger.entries:
            introduce(ledger, self.person)
        return record(ledger, verb, op, deed)

    def _part(self, ledger: Ledger, verb: str, act: Act) -> Change:
        """Carry out a verb as a part of a step; the step's event will tell of it."""
        if verb in {"undo", "redo"}:
            raise Refused("Undo and redo cannot be part of a larger step.")
        deed = act(ledger)
        self._open.warnings += deed.warnings
        return Change(
            op="",
            verb=deed.verb or verb,
            said=deed.said,
            article=deed.article.slug if deed.article else "",
            whole_article=True,
            warnings=deed.warnings,
            created=deed.created,
        )
