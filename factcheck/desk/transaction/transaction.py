"""How the desk reads, and how a verb becomes one transaction and one event; the base of the desk's nouns."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

import sqlalchemy as sa

from db import faults
from db.engine import Store
from factcheck.desk.transaction.events import Deed, new_op, record, told_before
from factcheck.desk.transaction.initials import introduce
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import find_article
from factcheck.errors import BadInput, Damaged, MissingExtra, NotOurs, Refused, StoreFault, TooNew
from factcheck.model import Change, HouseRules

Act = Callable[[Ledger], Deed]
"""The body of a verb: changes rows through the ledger and says what it did."""


_KNOWN: tuple[tuple[type[faults.StoreError], type[StoreFault | BadInput]], ...] = (
    (faults.AddressError, BadInput),
    (faults.MissingDriverError, MissingExtra),
    (faults.NotOursError, NotOurs),
    (faults.TooNewError, TooNew),
    (faults.DamagedError, Damaged),
    (faults.StoreError, StoreFault),
)


@contextmanager
def translated() -> Iterator[None]:
    """Turn faults of the store into the errors that people see.

    Raises:
        StoreFault: the database cannot do what the block asked.
        BadInput: what was given as a database is none.
    """
    try:
        yield
    except faults.StoreError as fault:
        for kind, error in _KNOWN:
            if isinstance(fault, kind):
                raise error(str(fault)) from fault
        raise


class _Open(threading.local):
    """The ledger of the step that this thread is in, if it is in one."""

    ledger: Ledger | None = None
    warnings: tuple[str, ...] = ()
    """What the verbs of the step have warned of so far."""


class Step:
    """A step that is being made; ask for its change when the block is left.

    Attributes:
        said: the sentence that the history will hold; may be set anew inside the block.
    """

    def __init__(self, said: str) -> None:
        self.said = said
        self._change: Change | None = None

    @property
    def change(self) -> Change:
        """What the whole step changed.

        Raises:
            RuntimeError: the step is not finished.
        """
        if self._change is None:
            raise RuntimeError("the step is not finished")
        return self._change

    def finish(self, change: Change) -> None:
        """Keep what the step changed."""
        self._change = change


class Transactions:
    """What the nouns of a desk share: the store, who acts, when and by which rules.

    Attributes:
        store: where everything is kept.
        person: name of who acts.
        clock: tells the time, with the zone that the person lives in.
        rules: what the house insists on.
        own: ids of the events that this desk wrote.
    """

    def __init__(self, store: Store, person: str, clock: Callable[[], datetime], rules: HouseRules) -> None:
        self.store = store
        self.person = person
        self.clock = clock
        self.rules = rules
        self.own: set[int] = set()
        self._open = _Open()

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self.clock().date()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Open one state of the database to read; inside a step, the state that the step has made so far."""
        ledger = self._open.ledger
        if ledger is not None:
            yield ledger.connection
            return
        with translated(), self.store.read() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Ledger]:
        """Open a transaction to write in, with an empty ledger."""
        with translated(), self.store.write() as connection:
            now = self.clock()
            yield Ledger(connection, self.person, now, now.date())

    def act(self, verb: str, act: Act, op: str | None = None) -> Change:
        """Carry out a verb: one transaction, one event; nothing at all when it raises.

        Args:
            verb: its name in the history.
            act: its body.
            op: operation id; one that was carried out before returns its first answer and changes nothing.
        """
        if self._open.ledger is not None:
            return self._part(self._open.ledger, verb, act)
        with self.write() as ledger:
            done = told_before(ledger.connection, op) if op else None
            if done is not None:
                return done
            deed = act(ledger)
            change, event = self._recorded(ledger, verb, op or new_op(), deed)
        if event is not None:
            self.own.add(event)
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

    @contextmanager
    def one_step(
        self, said: str, *, verb: str, article: str | None = None, op: str | None = None
    ) -> Iterator[Step]:
        """Make the verbs called inside the block, on this thread, one step of the history.

        What is read inside the block sees what the step has changed. When the block raises, none of it
        has happened.

        Args:
            said: what the step does, in one sentence past the fact.
            verb: the step's name in the history.
            article: the article that it is about, where it is about one.
            op: operation id.

        Raises:
            Refused: a step inside a step, or an operation that was carried out before.
        """
        if self._open.ledger is not None:
            raise Refused("A step cannot hold another step.")
        step = Step(said)
        with self.write() as ledger:
            if op and told_before(ledger.connection, op):
                raise Refused("This was already carried out; nothing was changed again.")
            head = find_article(ledger.connection, article) if article else None
            self._open.ledger, self._open.warnings = ledger, ()
            try:
                yield step
            finally:
                self._open.ledger = None
            deed = Deed(step.said, head, warnings=tuple(dict.fromkeys(self._open.warnings)), whole=True)
            change, event = self._recorded(ledger, verb, op or new_op(), deed)
            step.finish(change)
        if event is not None:
            self.own.add(event)


class Noun:
    """A noun of the desk, whose methods are verbs; all nouns of a desk share one `Transactions`."""

    def __init__(self, transactions: Transactions) -> None:
        self.person = transactions.person
        self.rules = transactions.rules
        self._transactions = transactions
        self._store = transactions.store
        self._clock = transactions.clock
        self._own = transactions.own
        self._read = transactions.read
        self._write = transactions.write
        self._act = transactions.act

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self._transactions.today
