"""What becomes of acts on their way to the disk: who waits for one, and what could not be saved."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from textual.screen import ModalScreen

from factcheck.errors import Conflict, FactcheckError
from factcheck.model import Change

Answer = TypeVar("Answer")


class Save:
    """An act on its way to the disk; its end is told to whoever waits for it."""

    def __init__(self, what: str, *, stores: bool = True) -> None:
        self.what = what
        """The act in words, with all that was typed."""
        self.stores = stores
        """Whether it changes the desk."""
        self.awaited = False
        """Whether somebody waits, who then tells of a failure and offers another try."""
        self._hearers: list[Callable[[FactcheckError | None], None]] = []

    def when_over(self, hear: Callable[[FactcheckError | None], None]) -> None:
        """Have something called with the error, or with none once all is on disk."""
        self._hearers.append(hear)

    def end(self, error: FactcheckError | None = None) -> None:
        """Tell everybody who waits."""
        hearers, self._hearers = self._hearers, []
        for hear in hearers:
            hear(error)


class Failure(NamedTuple):
    """An act that could not be saved and is not made good yet."""

    what: str
    """The act in words."""
    error: FactcheckError
    about: Hashable
    """What it is about: an act about the same that is saved makes it good."""
    again: Callable[[], object] | None = None
    """Tries once more; none where the dialog that is still open does, or the next save makes it good."""


class Handed(NamedTuple):
    """A save with what has to follow it."""

    save: Save
    about: Hashable
    done: Callable[[Change], None] | None
    then: Callable[[Change], None] | None
    failed: Callable[[FactcheckError, Save], bool] | None
    again: Callable[[], Save] | None


class Attempt(NamedTuple):
    """An act that may meet what somebody else did since the person looked."""

    verb: Callable[[dict[int, Any]], Change]
    """Calls the desk, given what was seen. It runs on the writer's thread, and once more when the person
    puts it over the other's change."""
    seen: Mapping[int, Any]
    """What the person saw (`Met.seen`), by number of the claim, or by id of what is no claim."""
    what: str
    """The act in words, with all that was typed: shown beside what the other person did."""
    subject: str = ""
    """What it is done to, in words, where `what` does not say so: “claim 12”."""
    about: Hashable = None
    """What it is about: an act about the same makes a failure of this one good."""
    names: Mapping[int, str] = {}
    """What the rows of `seen` are, in words."""
    note: Callable[[Conflict, str], Change] | None = None
    """Keeps a text as a note; none where there is no place for one."""
    done: Callable[[Change], None] | None = None
    then: Callable[[Change], None] | None = None
    failed: Callable[[], None] | None = None
    """Called when it was not saved, for whatever reason."""
    again: "Callable[[Attempt], Save] | None" = None
    """Makes an attempt, this one or one that has seen more; by default `DeskApp.attempt`."""

    @property
    def told(self) -> str:
        """The act with what it is done to."""
        return f"{self.subject}: {self.what}" if self.subject else self.what


class Question(ModalScreen[Answer | None], Generic[Answer]):
    """A screen that asks, and stays until what its answer leads to is saved."""

    then: Callable[[Answer | None], object] | None = None
    """Takes the answer, none when it was left; the `Save` that it returns is waited for."""
