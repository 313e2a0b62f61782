"""The application: theme, keys, the writer's life, and a look at the database for other people's changes."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from textual import on
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.screen import Screen
from textual.theme import Theme

from factcheck.config import Config, load_config
from factcheck.desk import Desk
from factcheck.model import Change
from factcheck.tui.articles import ArticlesRoom
from factcheck.tui.commands import Command, Place, bindings
from factcheck.tui.dialogs.help import HelpDialog
from factcheck.tui.host import DeskApp
from factcheck.tui.palette import DeskCommands, at_hand
from factcheck.tui.review import ReviewRoom
from factcheck.tui.room import Room
from factcheck.tui.settings import screen_settings
from factcheck.tui.themes import HIGH_CONTRAST, chosen_theme, file_of_chosen, readable, remember_theme

LOOK = 1.0
"""Seconds between two looks for other people's changes."""
FEW = 20
"""Changes of others that are drawn one by one; more of them mean reading everything again."""


class FactcheckApp(DeskApp):
    """Factcheck in a terminal."""

    TITLE = "Factcheck"
    place = Place.EVERYWHERE
    BINDINGS = bindings(place)
    COMMANDS = {DeskCommands}  # noqa: RUF012 - Textual's own type
    COMMAND_PALETTE_BINDING = ""
    CSS = "CommandPalette SearchIcon { display: none; }"  # an emoji, which not every terminal has

    def __init__(
        self,
        desk: Desk,
        article: str | None = None,
        config: Config | None = None,
        chosen: Path | None = None,
    ) -> None:
        """The interface, not running yet.

        Args:
            desk: an open desk.
            article: slug of the article to open at once.
            config: the settings; the defaults when None.
            chosen: file that remembers the theme chosen last; none is remembered when None.

        Raises:
            BadInput: the settings name an unknown theme, command or key.
        """
        super().__init__(desk)
        self.first = article
        """Slug of the article to open at once."""
        self.config = config or Config()
        wanted, self.own_keys = screen_settings(self.config)
        self.register_theme(HIGH_CONTRAST)
        self._chosen = chosen
        if theme := wanted or (chosen_theme(chosen) if chosen else ""):
            self.theme = theme
        self._theme_told = self.theme
        self.set_reactive(DeskApp.advance, self.config.advance)
        self.set_keymap(self.own_keys)
        self._token = desk.token()
        self._today = desk.today

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, those of text such that it can be read; a terminal's own stay as they are."""
        variables = super().get_css_variables()
        if not self.current_theme.ansi:
            variables = self.theme_variables = readable(variables)
        return variables

    def on_mount(self) -> None:
        """Show the article that was named, else the desk."""
        if self.first is not None:
            with self.telling():
                self.open_article(self.first)
        if not self.rooms():
            self.push_screen(ArticlesRoom())
        self.set_interval(LOOK, self.look)
        self.theme_changed_signal.subscribe(self, self._theme_chosen)
        if refusal := self.desk.refusal:
            self.say(refusal, "warning")

    def _theme_chosen(self, theme: Theme) -> None:
        """Remember it for the next start, unless the settings name one: they stay a person's own."""
        if theme.name == self._theme_told:
            return  # the one that the program started with
        self._theme_told = theme.name
        if self.config.theme:
            self.say(f"{theme.name}, until you leave: the settings begin with {self.config.theme}.")
        elif self._chosen is not None:
            with self.telling():
                remember_theme(self._chosen, theme.name)
                self.say(f"{theme.name}, also at the next start.")

    def open_article(self, article: str, claim: int | None = None) -> None:
        """Open the review of an article over the desk, at a claim where one is named.

        Raises:
            NotOnDesk: there is no such article.
        """
        self.push_screen(ReviewRoom(self.desk.article(article).slug, claim))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's hook
        """None of Textual's own: the table of commands holds what we offer."""
        return ()

    def rooms(self) -> list[Room]:
        """The rooms in the stack, bottom first."""
        return [screen for screen in self.screen_stack if isinstance(screen, Room)]

    # Writing

    @on(DeskApp.Written)
    def _written(self, message: DeskApp.Written) -> None:
        self.unsaved -= 1
        self.saved_at = datetime.now().astimezone()
        change = message.change
        self.say(_sentence(change), "warning" if change.warnings else "")
        self._refresh(partial(_hear, change))
        if message.then is not None:
            with self.telling():
                message.then(change)

    @on(DeskApp.NotWritten)
    def _not_written(self, message: DeskApp.NotWritten) -> None:
        self.unheard.remove(message.error)
        if message.counted:
            self.unsaved -= 1
        dealt_with = False
        with self.telling():
            dealt_with = message.failed is not None and message.failed(message.error)
        if not dealt_with:
            self.say(str(message.error), "error")

    @on(DeskApp.Broken)
    def _broken(self, message: DeskApp.Broken) -> None:
        raise message.error

    def _refresh(self, draw: Callable[[Room], None]) -> None:
        """Close rooms whose subject is gone, draw the one in front, and let the others catch up later."""
        with self.telling():
            while self.rooms() and self.rooms()[-1].gone:
                self._close(self.rooms()[-1])
            if not self.rooms():
                self.push_screen(ArticlesRoom())
            for room in self.rooms()[:-1]:
                room.outdated = True
            for room in self.rooms()[-1:]:
                if room.is_mounted:  # else it is about to ask the desk anyway
                    draw(room)

    def _close(self, room: Room) -> None:
        """Close a room and every dialog over it."""
        while room in self.screen_stack:
            self.pop_screen()

    def look(self) -> None:
        """Draw what other processes changed since the last look, and what a new day changes."""
        with self.telling():
            if self._today != self.desk.today:
                self._today = self.desk.today
                self._refresh(lambda room: room.new_day())
            self._token, changes = self.desk.changed_since(self._token)
            if any(change.whole_article for change in changes) or len(changes) > FEW:
                self._refresh(lambda room: room.stale())
            else:
                for change in changes:
                    self._refresh(partial(_hear, change))
            if changes:
                said, article = changes[-1].said, changes[-1].article
                where = f", in {article}" if article not in ("", self._article()) else ""
                self.say(f"Changed elsewhere{where}: {said}")

    def on_unmount(self) -> None:
        """Wait until everything that was handed over is committed."""
        self.writer.close()

    # Commands

    def _article(self) -> str | None:
        return next((room.article for room in reversed(self.rooms()) if isinstance(room, ReviewRoom)), None)

    def help_of(self, command: Command) -> str:
        """What a command does; of undo and redo, what they would take back or do again now."""
        asks = {"undo": self.desk.can_undo, "redo": self.desk.can_redo}
        said = asks[command.id](self._article()) if command.id in asks else ""
        return f"{command.help} Now: {said}." if said else command.help

    def action_undo(self) -> None:
        """Undo the last act: of the open article, or of the desk."""
        article = self._article()
        self.write(lambda: self.desk.undo(article))

    def action_redo(self) -> None:
        """Do again what was undone last."""
        article = self._article()
        self.write(lambda: self.desk.redo(article))

    async def action_help(self) -> None:
        """All commands that work here; the one chosen is run."""
        found = list(at_hand(self.screen, self.own_keys))
        await self.ask(HelpDialog(found), self._run_chosen)

    def _run_chosen(self, chosen: tuple[Command, DOMNode] | None) -> None:
        if chosen is not None:
            command, node = chosen
            self.call_later(self.run_action, command.action, node)

    async def action_back(self) -> None:
        """Leave the room; at the desk, leave the program."""
        if len(self.rooms()) > 1:
            await self.pop_screen()
        elif isinstance(self.screen, ArticlesRoom):
            self.action_leave()
        else:
            await self.switch_screen(ArticlesRoom())  # made only now: an article opens 100 ms sooner

    def action_leave(self) -> None:
        """Leave the program; what was handed to the writer is committed first."""
        self.exit()


def _hear(change: Change, room: Room) -> None:
    """Let a room draw one change."""
    room.changed(change)


def _sentence(change: Change) -> str:
    """What a change did and what is still missing; a warning that begins with the same words says both."""
    if not change.warnings or any(warning.startswith(change.said) for warning in change.warnings):
        return " ".join(change.warnings) or change.said
    return f"{change.said.rstrip('.')}. {' '.join(change.warnings)}"


def run(desk: Desk, article: str | None = None, config: Config | None = None) -> None:
    """Run the interface until the person quits; everything handed over is committed when it returns.

    Args:
        desk: an open desk.
        article: slug of the article to open at once.
        config: the settings; by default those of the configuration file.

    Raises:
        BadInput: the settings name an unknown theme, command or key.
        FactcheckError: a change of the last moment could not be stored.
    """
    app = FactcheckApp(desk, article, config or load_config(), file_of_chosen())
    app.run()
    if app.unheard:
        raise app.unheard[0]
    if app.return_code:
        raise SystemExit(app.return_code)
