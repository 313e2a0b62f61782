"""The review of one article: header, tab line and the tabs; what a tab does is the tab's own."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ContentSwitcher

from factcheck.model import Change
from factcheck.tui.commands import Place, bindings
from factcheck.tui.room import Room
from factcheck.tui.tab import Tab


def tabs_of(article: str) -> list[Tab]:
    """The tabs of an article in the order of the tab line."""
    return []


class ReviewRoom(Room):
    """An open article."""

    place = Place.ARTICLE
    BINDINGS = bindings(place)

    def __init__(self, article: str) -> None:
        super().__init__()
        self.article = article
        self.tabs = tabs_of(article)

    def compose_room(self) -> ComposeResult:
        """Header, tab line, and one tab in view."""
        with Vertical(id="room"), ContentSwitcher():
            yield from self.tabs

    def changed(self, change: Change) -> None:
        """Pass a change to the tab in view."""
