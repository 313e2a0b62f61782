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
from factcheck.errors import Conflict, StoreFault
from factcheck.model import Change
from factcheck.tui.commands import Command, Place, bindings
from factcheck.tui.dialogs.help import HelpDialog
from factcheck.tui.dialogs.whether import WhetherDialog
from factcheck.tui.frame.host import PASSING, DeskApp
from factcheck.tui.frame.palette import DeskCommands, at_hand
from factcheck.tui.frame.saving import Attempt, Failure, Save
from factcheck.tui.frame.settings import screen_settings
from factcheck.tui.frame.themes import HIGH_CONTRAST, chosen_theme, file_of_chosen, readable, remember_theme
from factcheck.tui.screens.conflict import Choice, ConflictDialog, kept_beside
from factcheck.tui.screens.desk_screen import ArticlesRoom
from factcheck.tui.screens.messages import MessagesRoom
from factcheck.tui.screens.review import ReviewRoom
from factcheck.tui.screens.screen import Room

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
        self._token = desk.history.token()
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
        self.push_screen(ReviewRoom(self.desk.articles.get(article).slug, claim))

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
        change, handed = message.change, message.handed
        if handed.done is not None:
            with self.telling():
                handed.done(change)
        self.mend(handed.about, PASSING)
        self.say(_sentence(change), "warning" if change.warnings else "")
        self._refresh(partial(_hear, change))
        handed.save.end()
        if handed.then is not None:
            with self.telling():
                handed.then(change)
        self.let_keys_go()

    @on(DeskApp.Worked)
    def _worked(self, message: DeskApp.Worked) -> None:
        message.save.end()
        if message.then is not None:
            with self.telling():
                message.then()
        self.let_keys_go()

    @on(DeskApp.NotWritten)
    def _not_written(self, message: DeskApp.NotWritten) -> None:
        error, handed = message.error, message.handed
        self.unheard.remove(error)
        if handed.about is not None:  # else nobody waits, and no key does
            self.unsaved -= handed.save.stores
            self.let_keys_go(drop=True)
        dealt_with = False
        with self.telling():
            dealt_with = handed.failed is not None and handed.failed(error, handed.save)
        if dealt_with:
            return
        self.say(str(error), "error")
        if handed.save.what and isinstance(error, StoreFault) and not handed.save.awaited:
            self.fail(Failure(handed.save.what, error, handed.about or PASSING, handed.again))
        handed.save.end(error)

    def meet(self, error: Conflict, attempt: Attempt, save: Save) -> None:
        """Show what was tried beside what others did, and do what the person chooses."""
        others = [(met, self.desk.history.meanwhile(met)) for met in error.met]
        dialog = ConflictDialog(error, attempt, others)
        self.call_later(self.ask, dialog, partial(self._met, error, attempt, save))

    def _met(self, error: Conflict, attempt: Attempt, save: Save, choice: Choice | None) -> Save | None:
        """Do what the person chose in a conflict."""
        if choice is None or choice is Choice.THEIRS:
            if choice is not None or not save.awaited:  # else the dialog is still there with the words
                self.say(f"{error.by or 'Somebody'}’s change stands; not saved: {attempt.told}", "warning")
            save.end(error if choice is None else None)
            return None
        if choice is Choice.NOTE and (note := attempt.note) is not None:
            text = kept_beside(error, attempt)
            chosen = self.write(lambda: note(error, text), what=f"as a note: {attempt.told}")
        else:
            has = {met.key: met.has for met in error.met}
            chosen = (attempt.again or self.attempt)(attempt._replace(seen={**attempt.seen, **has}))
        chosen.when_over(lambda failure: None if failure else save.end())
        return chosen

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
            self._token, changes = self.desk.history.changed_since(self._token)
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
        asks = {"undo": self.desk.history.can_undo, "redo": self.desk.history.can_redo}
        said = asks[command.id](self._article()) if command.id in asks else ""
        return f"{command.help} Now: {said}." if said else command.help

    def action_undo(self) -> None:
        """Undo the last act: of the open article, or of the desk."""
        article = self._article()
        self.write(lambda: self.desk.history.undo(article), what="undo", about=PASSING)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        article = self._article()
        self.write(lambda: self.desk.history.redo(article), what="redo", about=PASSING)

    def action_save_again(self) -> None:
        """Try once more to save what could not be saved, in its order."""
        failures, self.failures = self.failures, ()
        for failure in failures:
            if failure.again is not None:
                failure.again()
        if not failures:
            self.say("Everything is saved.")

    async def action_messages(self) -> None:
        """Show the messages of this session, or go back from them."""
        if isinstance(self.screen, MessagesRoom):
            await self.pop_screen()
        else:
            await self.push_screen(MessagesRoom())

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
            await self.action_leave()
        else:
            await self.switch_screen(ArticlesRoom())  # made only now: an article opens 100 ms sooner

    async def action_leave(self) -> None:
        """Leave the program; what was handed to the writer is committed first."""
        if not self.failures:
            self.exit()
            return
        words = "\n".join(failure.what for failure in self.failures)
        dialog = WhetherDialog("Quit without it?", f"This could not be saved:\n{words}")
        await self.ask(dialog, lambda yes: self.exit() if yes else None)


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
