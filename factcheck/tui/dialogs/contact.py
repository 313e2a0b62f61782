"""One contact with a source: how, and what came of it."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.widget import Widget
from textual.widgets import Input, Select

from db.vocabulary import Method
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Row, choice, line


class Contacted(NamedTuple):
    """What is recorded."""

    method: str
    outcome: str


class ContactDialog(Dialog[Contacted]):
    """Method and outcome; Enter keeps them."""

    FOOT: ClassVar[str] = "Enter keep · Tab how · Esc leave without"

    def compose_body(self) -> Iterable[Widget]:
        """Two rows."""
        yield Row("Outcome", line("outcome", "", "reply, no reply, will call back…"))
        yield Row("How", choice("method", Method, Method.CALL))

    def on_input_submitted(self) -> None:
        """Enter keeps."""
        self.action_keep()

    def action_keep(self) -> None:
        """Answer, when an outcome was typed."""
        outcome = self.query_one("#outcome", Input).value.strip()
        if outcome:
            self.dismiss(Contacted(str(self.query_one("#method", Select).value), outcome))
