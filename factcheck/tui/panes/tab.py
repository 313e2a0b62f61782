"""A tab of an open article: the base of claims, sources, queries, lost and progress."""

from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.message import Message
from textual.widget import Widget

from factcheck.model import Change
from factcheck.tui.commands import Place
from factcheck.tui.frame.host import DeskApp


class Tab(Widget):
    """One tab; it reads the desk when it is shown, and again when something changed while it is shown."""

    app = getters.app(DeskApp)
    place: ClassVar[Place]
    """Where its commands are declared; set `BINDINGS = bindings(place)` beside it."""
    title: ClassVar[str]
    """Its word in the tab line."""

    DEFAULT_CSS = """
    Tab { height: 1fr; layout: vertical; }
    """

    @dataclass
    class ClaimWanted(Message):
        """A line leads to a claim: the room shows it."""

        number: int

    def __init__(self, article: str) -> None:
        super().__init__(id=f"tab-{self.place}")
        self.article = article
        """Slug of the open article."""

    def count(self) -> int | None:
        """The number behind its title, from the desk; none for no number."""
        return None

    def load(self) -> None:
        """Ask the desk and draw; called when the tab comes into view, and on `stale`."""

    def changed(self, change: Change) -> None:  # noqa: ARG002 - for those that take over single claims
        """A change was committed while the tab is in view; by default everything is loaded again."""
        self.load()

    def enter(self) -> None:
        """Take the focus: called after `load` when the tab comes into view."""
        self.focus()
