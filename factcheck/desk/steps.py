"""Several verbs as one step: one transaction, one event, one undo."""

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.desk.heads import find_article
from factcheck.desk.recording import Deed, new_op, told_before
from factcheck.desk.room import Room
from factcheck.errors import Refused
from factcheck.model import Change


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


class Steps(Room):
    """Verbs made one."""

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
        with self._write() as ledger:
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
            self._own.add(event)
