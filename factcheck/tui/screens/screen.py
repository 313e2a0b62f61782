"""A room: the base of every full screen, with the status line and the key line at its foot."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters
from textual.screen import Screen
from textual.widget import Widget

from factcheck.model import Change
from factcheck.tui.commands import Place
from factcheck.tui.frame.host import DeskApp
from factcheck.tui.panes.footer import KeyLine, StatusLine


class Room(Screen[int | None]):
    """A full screen that shows desk values and hears of every change.

    It may answer with the number of a claim, for the room below it to show.
    """

    BLANK = True  # its widgets cover it
    app = getters.app(DeskApp)
    place: ClassVar[Place]
    """Where the commands of this room are declared; set `BINDINGS = bindings(place)` beside it."""

    DEFAULT_CSS = """
    Room { layers: base; }
    Room > #room { height: 1fr; }
    """

    def compose(self) -> Iterable[Widget]:
        """The room's own widgets, then the foot."""
        yield from self.compose_room()
        yield StatusLine()
        yield KeyLine()

    def compose_room(self) -> Iterable[Widget]:
        """What stands above the foot."""
        raise NotImplementedError

    outdated = False
    """Whether something changed while another room was in front."""

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another room was in front."""
        if self.outdated:
            self.outdated = False
            with self.app.telling():
                self.stale()

    @property
    def gone(self) -> bool:
        """Whether what the room shows is no longer on the desk, so that it has to close."""
        return False

    def changed(self, change: Change) -> None:
        """A change of ours was committed: ask the desk again for what it touched; called in front only."""

    def stale(self) -> None:
        """Another process changed the desk: ask again for everything shown, and keep cursor and typing."""

    def new_day(self) -> None:
        """The day changed: ask again for everything shown, for a finding may have held until yesterday."""
        self.stale()


class ArticleRoom(Room):
    """A room over one article that asks for everything again when anything was done."""

    def __init__(self, article: str) -> None:
        super().__init__()
        self.article = article
        """Its slug."""

    def load(self) -> None:
        """Ask the desk and show what it answers."""
        raise NotImplementedError

    @property
    def gone(self) -> bool:
        """Whether the article is off the desk."""
        return self.article not in self.app.desk.articles.slugs()

    def changed(self, change: Change) -> None:  # noqa: ARG002 - any act may change what is shown
        """Ask again."""
        self.load()

    def stale(self) -> None:
        """Ask again."""
        self.load()
