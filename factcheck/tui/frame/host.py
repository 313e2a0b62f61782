"""The app as screens see it: the desk, one way to write, and the line that says what was done."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.message import Message
from textual.reactive import reactive

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.desk.writer import Writer
from factcheck.errors import Conflict, FactcheckError, NotOnDesk
from factcheck.model import Change
from factcheck.tui.commands import Command
from factcheck.tui.frame.saving import Attempt, Failure, Handed, Question, Save
from factcheck.tui.frame.session import MessageLog, Said
from factcheck.tui.frame.typeahead import TypeAhead

Answer = TypeVar("Answer")
Result = TypeVar("Result")

Act = Callable[[], Change]
"""A call of one desk verb; it runs on the writer's thread and touches no widget."""

PASSING = "what the next save makes good"
"""The subject of what is kept beside the work, and of what can't be tried again as it was."""


class DeskApp(TypeAhead):
    """What every screen may ask of the app."""

    said: reactive[Said] = reactive(Said(""), always_update=True)
    """The last thing that was done, or went wrong."""
    unsaved: reactive[int] = reactive(0)
    """Changes handed to the writer and not committed yet."""
    failures: reactive[tuple[Failure, ...]] = reactive(())
    """Changes that could not be saved and are not made good yet, the first one first."""
    advance: reactive[bool] = reactive(True)
    """Whether deciding goes on to the next open claim."""
    saved_at: reactive[datetime | None] = reactive(None)
    """When the last change was committed."""

    @dataclass
    class Written(Message):
        """A change is on disk."""

        change: Change
        handed: Handed

    @dataclass
    class Worked(Message):
        """Something that changes nothing on the desk is done."""

        save: Save
        then: Callable[[], object] | None

    @dataclass
    class NotWritten(Message):
        """A change was refused or failed, and nothing was stored; or other work of the writer failed."""

        error: FactcheckError
        handed: Handed

    @dataclass
    class Broken(Message):
        """A mistake of the program itself, met on the writer's thread."""

        error: BaseException

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        """Reads are called straight from the UI thread; writes only inside `write` and `keep`."""
        self.writer = Writer()
        self.unheard: list[BaseException] = []
        """What went wrong on the writer's thread and was not told on the screen yet."""
        self.messages = MessageLog()
        """Everything that was said."""
        self.config = Config()
        """The settings that the interface was started with."""
        self.own_keys: dict[str, str] = {}
        """A person's own keys, by command id."""

    def write(
        self,
        act: Act,
        *,
        what: str = "the last change",
        about: Hashable = None,
        done: Callable[[Change], None] | None = None,
        then: Callable[[Change], None] | None = None,
        failed: Callable[[FactcheckError, Save], bool] | None = None,
        again: Callable[[], Save] | None = None,
    ) -> Save:
        """Hand one desk verb to the writer; returns at once.

        Keys wait for the answer of the disk, so that none of them acts on what is not saved; those that
        waited for a save that failed are dropped.

        Args:
            act: calls the verb; everything that it needs must be bound before (no reading of widgets).
            what: the act in words, with all that was typed.
            about: what it is about; an act about the same makes a failure of this one good.
            done: called on the UI thread once the change is committed, before anything is drawn.
            then: called once the screens have drawn it, and the dialog that it came from is closed.
            failed: called on the UI thread with the error; True says that it is dealt with, and that whoever
                does so ends the save; else the status line shows it.
            again: tries once more after a failure; by default just as it was.
        """
        save = Save(what)
        about = save if about is None else about
        again = again or partial(self.write, act, what=what, about=about, done=done, then=then, failed=failed)
        handed = Handed(save, about, done, then, failed, None if about == PASSING else again)
        self.unsaved += 1
        self.hold_keys()
        self.writer.submit(act).add_done_callback(partial(self._report, handed))
        return save

    def attempt(self, attempt: Attempt) -> Save:
        """Write what may meet somebody else's change; both are then shown, and the person chooses."""

        def met(error: FactcheckError, save: Save) -> bool:
            if attempt.failed is not None:
                attempt.failed()
            if not isinstance(error, Conflict) or not error.met:
                return False
            self.meet(error, attempt, save)
            return True

        return self.write(
            partial(attempt.verb, dict(attempt.seen)),
            what=attempt.told,
            about=attempt.about,
            done=attempt.done,
            then=attempt.then,
            failed=met,
            again=partial(attempt.again or self.attempt, attempt),
        )

    def meet(self, error: Conflict, attempt: Attempt, save: Save) -> None:
        """Show a conflict and ask what shall stand; ends the save of the attempt with the answer."""
        raise NotImplementedError

    def work(self, act: Callable[[], Result], *, then: Callable[[Result], object] | None = None) -> Save:
        """Hand the writer what changes nothing on the desk: a file to read, a sheet to write.

        It comes behind everything that was handed over before, and keys wait for it.

        Args:
            act: does it.
            then: called on the UI thread with what it returned.
        """
        save = Save("", stores=False)
        handed = Handed(save, save, None, None, None, None)

        def told(future: Future[Result]) -> None:
            if (error := future.exception()) is not None:
                self._fault(error, handed)
            else:
                after = partial(then, future.result()) if then is not None else None
                self.post_message(self.Worked(save, after))

        self.hold_keys()
        self.writer.submit(act).add_done_callback(told)
        return save

    def keep(self, act: Callable[[], object], what: str = "") -> None:
        """Hand the writer what is nobody's act: a place, text being typed; nothing is said of it."""

        def told(future: "Future[Any]") -> None:
            error = future.exception()
            if error is not None and not isinstance(error, NotOnDesk):
                # What is not on the desk is gone, and its place and typed text with it.
                self._fault(error, Handed(Save(what), None, None, None, None, None))
            else:
                self.call_later(self.mend, PASSING)  # behind what went wrong before it

        self.writer.submit(act).add_done_callback(told)

    async def ask(self, dialog: Question[Answer], then: Callable[[Answer | None], object]) -> None:
        """Open a dialog, ready to be typed in when this returns, so that keys on their way go into it.

        Args:
            dialog: what asks.
            then: called with its answer; none when it was left. When it returns a `Save`, the dialog stays
                open, with all that was typed, until that is on disk.
        """
        dialog.then = then
        await self.push_screen(dialog)
        if dialog.focused is None and dialog.focus_chain:
            dialog.set_focus(dialog.focus_chain[0])

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Inside, an error that is meant for people goes to the status line and no further."""
        try:
            yield
        except FactcheckError as error:
            self.say(str(error), "error")

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action; errors meant for people go to the status line."""
        with self.acting(), self.telling():
            return await super().run_action(action, default_namespace, namespaces)
        return True

    def open_article(self, article: str, claim: int | None = None) -> None:
        """Open the review of an article, at a claim where one is named."""
        raise NotImplementedError

    def help_of(self, command: Command) -> str:
        """What a command does, in a sentence."""
        return command.help

    def say(self, text: str, tone: str = "") -> None:
        """Show one sentence in the status line and keep it; tone is empty, `warning` or `error`."""
        said = Said(text, tone)
        self.messages.add(said, datetime.now().astimezone())
        self.said = said

    def fail(self, failure: Failure) -> None:
        """Remember that something could not be saved."""
        self.failures = (*(one for one in self.failures if one.about != failure.about), failure)

    def mend(self, *about: Hashable) -> None:
        """Forget failures about something: it is saved now, or the person let go of it."""
        self.failures = tuple(one for one in self.failures if one.about not in about)

    def _report(self, handed: Handed, future: "Future[Change]") -> None:
        """Carry the outcome of a write to the UI thread; runs on the writer's thread."""
        error = future.exception()
        if error is None:
            self.post_message(self.Written(future.result(), handed))
        else:
            self._fault(error, handed)

    def _fault(self, error: BaseException, handed: Handed) -> None:
        self.unheard.append(error)
        if isinstance(error, FactcheckError):
            self.post_message(self.NotWritten(error, handed))
        else:
            self.post_message(self.Broken(error))
