"""A list of words to tick: Space ticks, Enter is done."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from factcheck.tui.glyphs import plain_line


class TickList(SelectionList[str]):
    """Several of some words."""

    DEFAULT_CSS = """
    TickList { border: round $primary-muted; padding: 0; background: $surface; }
    TickList:focus { border: round $accent; }
    """

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        ticks: "TickList"

    def __init__(
        self, title: str, words: Iterable[tuple[str, str]], ticked: Iterable[str], name: str
    ) -> None:
        """Words to tick.

        Args:
            title: what they are, in the border.
            words: stored word and shown words of each line.
            ticked: stored words that are ticked at first.
            name: id of the widget.
        """
        chosen = set(ticked)
        super().__init__(
            *(Selection(plain_line(shown), word, word in chosen) for word, shown in words),
            id=name,
            compact=True,
        )
        self.border_title = plain_line(title)

    def on_key(self, event: events.Key) -> None:
        """Enter is done, where the stock list would tick."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done(self))
