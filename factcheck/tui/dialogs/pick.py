"""Choosing one thing of a few, by arrow and Enter or by typing what it begins with."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.words.glyphs import plain, plain_line


class PickDialog(Dialog[str]):
    """A short list; Enter answers with the id of the line."""

    FOOT: ClassVar[str] = "Enter choose · Esc leave without"

    DEFAULT_CSS = """
    PickDialog OptionList { height: auto; max-height: 14; padding: 0; background: $surface; }
    PickDialog #above { height: auto; color: $text-muted; margin-bottom: 1; }
    """

    def __init__(self, title: str, options: Sequence[tuple[str, str]], *, above: str = "") -> None:
        """Ask for one of some things.

        Args:
            title: what is chosen.
            options: id and words of each line.
            above: text shown above the list.
        """
        super().__init__(title)
        self._options = options
        self._above = above

    def compose_body(self) -> Iterable[Widget]:
        """Text, then the list."""
        if self._above:
            yield Static(plain(self._above), id="above")
        yield OptionList(
            *(Option(plain_line(words), id=key) for key, words in self._options), markup=False, compact=True
        )

    def on_mount(self) -> None:
        """The first line is chosen."""
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_keep(self) -> None:
        """As Enter."""
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            self.dismiss(listed.get_option_at_index(listed.highlighted).id)
