"""The app as screens see it: the desk, one way to write, and the line that says what was done."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.desk.writer import Writer
from factcheck.errors import FactcheckError, NotOnDesk
from factcheck.model import Change
from factcheck.tui.commands import Command
from factcheck.tui.typeahead import TypeAhead

Answer = TypeVar("Answer")

Act = Callable[[], Change]
"""A call of one desk verb; it runs on the writer's thread and touches no widget."""


class Said(NamedTuple):
    """One sentence for the status line."""

    text: str
    tone: str = ""
    """Empty, `warning` or `error`: a style, and a sign beside it."""


class DeskApp(TypeAhead):
    """What every screen may ask of the app."""

    said: reactive[Said] = reactive(Said(""))
    """The last thing that was done, or went wrong."""
    unsaved: reactive[int] = reactive(0)
    """Changes handed to the writer and not committed yet."""
    advance: reactive[bool] = reactive(True)
    """Whether deciding goes on to the next open claim."""
    saved_at: reactive[datetime | None] = reactive(None)
    """When the last change was committed."""

    @dataclass
    class Written(Message):
        """A change is on disk."""

        change: Change
        then: Callable[[Change], None] | None

    @dataclass
    class NotWritten(Message):
        """A change was refused or failed; nothing was stored."""

        error: FactcheckError
        failed: Callable[[FactcheckError], bool] | None
        counted: bool
        """Whether it is one of the changes that are counted as unsaved."""

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
        self.config = Config()
        """The settings that the interface was started with."""
        self.own_keys: dict[str, str] = {}
        """A person's own keys, by command id."""

    def write(
        self,
        act: Act,
        *,
        then: Callable[[Change], None] | None = None,
        failed: Callable[[FactcheckError], bool] | None = None,
    ) -> None:
        """Hand one desk verb to the writer; returns at once.

        Args:
            act: calls the verb; everything that it needs must be bound before (no reading of widgets).
            then: called on the UI thread once the change is committed and the screens have drawn it.
            failed: called on the UI thread with the error; True says that it was dealt with,
                else the status line shows it, and a conflict is shown side by side.
        """
        self.unsaved += 1
        self.writer.submit(act).add_done_callback(lambda future: self._report(future, then, failed))

    def keep(self, act: Callable[[], object]) -> None:
        """Hand the writer what is nobody's act: a place, text being typed; nothing is said of it."""
        self.writer.submit(act).add_done_callback(self._kept)

    async def settled(self) -> None:
        """Wait until what was handed over so far is committed, a second at most.

        For what reads its own last writes: keys come faster than the disk answers.
        """
        if self.unsaved:
            committed = asyncio.wrap_future(self.writer.submit(lambda: None))
            await asyncio.wait([committed], timeout=1)

    async def ask(self, dialog: Screen[Answer], then: Callable[[Answer | None], object]) -> None:
        """Open a dialog, ready to be typed in when this returns, so that keys on their way go into it.

        Args:
            dialog: what asks.
            then: called with its answer; none when it was left.
        """

        def answered(answer: Answer | None) -> None:
            with self.telling():
                then(answer)

        await self.push_screen(dialog, answered)
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
        """Show one sentence in the status line; tone is empty, `warning` or `error`."""
        self.said = Said(text, tone)

    def _report(
        self,
        future: "Future[Change]",
        then: Callable[[Change], None] | None,
        failed: Callable[[FactcheckError], bool] | None,
    ) -> None:
        """Carry the outcome of a write to the UI thread; runs on the writer's thread."""
        error = future.exception()
        if error is None:
            self.post_message(self.Written(future.result(), then))
        else:
            self._fault(error, failed, counted=True)

    def _kept(self, future: "Future[Any]") -> None:
        error = future.exception()
        if error is not None and not isinstance(error, NotOnDesk):
            # What is not on the desk is gone, and its place and typed text with it.
            self._fault(error, None, counted=False)

    def _fault(
        self, error: BaseException, failed: Callable[[FactcheckError], bool] | None, *, counted: bool
    ) -> None:
        self.unheard.append(error)
        if isinstance(error, FactcheckError):
            self.post_message(self.NotWritten(error, failed, counted))
        else:
            self.post_message(self.Broken(error))
