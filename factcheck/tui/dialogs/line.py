"""One line to type: whom it waits for, a number to go to, words to search."""

from collections.abc import Iterable
from typing import ClassVar

from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input

from factcheck.text import safe_line
from factcheck.tui.dialog import Dialog


class LineDialog(Dialog[str]):
    """Asks for one line; Enter answers with it, Escape with none."""

    FOOT: ClassVar[str] = "Enter keep · Esc leave without"

    def __init__(self, title: str, value: str = "", *, hint: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(title)
        self.add_class("-small")
        self._value = value
        self._hint = hint
        self._known = [safe_line(word) for word in known]

    def compose_body(self) -> Iterable[Widget]:
        """One input."""
        suggester = SuggestFromList(self._known, case_sensitive=False) if self._known else None
        yield Input(
            safe_line(self._value),
            placeholder=safe_line(self._hint),
            suggester=suggester,
            compact=True,
            id="line",
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the line."""
        event.stop()
        self.dismiss(event.value.strip())

    def action_keep(self) -> None:
        """As Enter."""
        self.dismiss(self.query_one(Input).value.strip())
