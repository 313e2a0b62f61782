"""A question with yes and no."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.words.glyphs import plain


class WhetherDialog(Dialog[bool]):
    """Answers True for yes, False for no, none when it was left."""

    place = Place.CHOICE
    BINDINGS = bindings(place)
    FOOT: ClassVar[str] = "y yes · n no · Esc no"
    READS = True

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self.add_class("-small")
        self._text = text

    def compose_body(self) -> Iterable[Widget]:
        """The question."""
        yield Static(plain(self._text))

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)
