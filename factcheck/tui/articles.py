"""The desk: all articles with their progress."""

from textual.app import ComposeResult
from textual.widgets import Static

from factcheck.tui.commands import Place, bindings
from factcheck.tui.room import Room


class ArticlesRoom(Room):
    """The list of articles."""

    place = Place.DESK
    BINDINGS = bindings(place)

    def compose_room(self) -> ComposeResult:
        """The list."""
        yield Static("", id="room")
