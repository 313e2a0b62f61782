"""Help: all commands that work here with their keys; type to filter, Enter to run one."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.dom import DOMNode
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from factcheck.tui.commands import Command
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.words.glyphs import fit


class HelpDialog(Dialog[tuple[Command, DOMNode]]):
    """Answers with the command that was chosen and who carries it out."""

    TITLE_TEXT: ClassVar[str] = "Keys that work here"
    FOOT: ClassVar[str] = "type to filter · ↑ ↓ choose · Enter run · Esc leave"

    DEFAULT_CSS = """
    HelpDialog OptionList {
        height: 1fr; border: none; padding: 0; background: $surface;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    HelpDialog > #box { height: 100%; }
    HelpDialog #body { height: 1fr; }
    """

    def __init__(self, commands: Sequence[tuple[Command, DOMNode, str]]) -> None:
        super().__init__()
        self._commands = commands
        self._shown: list[tuple[Command, DOMNode, str]] = []

    def compose_body(self) -> Iterable[Widget]:
        """A line to filter by, and the list."""
        yield Input(placeholder="filter", compact=True)
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Show everything."""
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [entry for entry in self._commands if all(word in _searched(*entry) for word in words)]
        self._shown = sorted(
            found, key=lambda entry: typed.casefold().strip() not in entry[0].name.casefold()
        )
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(_line(command, keys)) for command, _, keys in self._shown)
        if self._shown:
            options.highlighted = 0

    def on_key(self, event: Key) -> None:
        """The arrows move in the list while the focus stays where one types."""
        options = self.query_one(OptionList)
        actions: dict[str, Callable[[], object]] = {
            "down": options.action_cursor_down,
            "up": options.action_cursor_up,
            "pagedown": options.action_page_down,
            "pageup": options.action_page_up,
        }
        if (action := actions.get(event.key)) is not None and self.focused is not options:
            event.prevent_default()
            event.stop()
            action()

    def on_input_submitted(self) -> None:
        """Run what is highlighted."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None and self._shown:
            self._answer(highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Run what was clicked."""
        self._answer(event.option_index)

    def _answer(self, place: int) -> None:
        command, node, _ = self._shown[place]
        self.dismiss((command, node))


def _searched(command: Command, _: DOMNode, keys: str) -> str:
    """What the filter looks in."""
    return f"{keys} {command.name} {command.help} {command.id}".casefold()


def _line(command: Command, keys: str) -> Content:
    return Content.assemble((fit(keys, 10), "bold"), " ", (fit(command.name, 18), "bold"), " ", command.help)
