"""The application: theme, keys, the writer's life, and a look at the database for other people's changes."""

from datetime import datetime

from textual import on

from factcheck.desk import Desk
from factcheck.tui.articles import ArticlesRoom
from factcheck.tui.commands import Place, bindings
from factcheck.tui.host import DeskApp
from factcheck.tui.review import ReviewRoom
from factcheck.tui.room import Room


class FactcheckApp(DeskApp):
    """Factcheck in a terminal."""

    TITLE = "Factcheck"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = bindings(Place.EVERYWHERE)

    def __init__(self, desk: Desk, article: str | None = None) -> None:
        super().__init__(desk)
        self.first = article
        """Slug of the article to open at once."""

    def on_mount(self) -> None:
        """Show the desk, and the article over it where one was named."""
        self.push_screen(ArticlesRoom())
        if self.first is not None:
            self.open_article(self.first)

    def open_article(self, article: str) -> None:
        """Open the review of an article over the desk."""
        self.push_screen(ReviewRoom(article))

    def rooms(self) -> list[Room]:
        """The rooms in the stack, bottom first."""
        return [screen for screen in self.screen_stack if isinstance(screen, Room)]

    @on(DeskApp.Written)
    def _written(self, message: DeskApp.Written) -> None:
        self.unsaved -= 1
        self.saved_at = datetime.now().astimezone()
        change = message.change
        self.say(" ".join((change.said, *change.warnings)), "warning" if change.warnings else "")
        for room in self.rooms():
            room.changed(change)
        if message.then is not None:
            message.then(change)


def run(desk: Desk, article: str | None = None) -> None:
    """Run the interface until the person quits; everything handed over is committed when it returns."""
    FactcheckApp(desk, article).run()
