"""A dialog: the base of everything that opens over a room, asks, and closes with an answer."""

import re
from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import getters
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from factcheck.tui.commands import Place, around, bindings, commands_of
from factcheck.tui.glyphs import key_name, plain_line
from factcheck.tui.host import DeskApp

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """Centred box with a title, a body that scrolls, and a foot that says what each way out does.

    Escape always leaves. What becomes of typed text is the dialog's own decision (`action_leave`),
    and `FOOT` says it in words.
    """

    app = getters.app(DeskApp)
    place: ClassVar[Place] = Place.DIALOG
    BINDINGS = bindings(Place.DIALOG)
    TITLE_TEXT: ClassVar[str] = ""
    FOOT: ClassVar[str] = "Esc leave"
    """The keys of this dialog in words, as the table has them; Enter and Tab where they do something."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > #box {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $primary; border-title-color: $text; padding: 0 1;
    }
    Dialog.-small > #box { width: 52; }
    Dialog.-large > #box { width: 96%; height: 96%; }
    Dialog #body { height: auto; max-height: 1fr; }
    Dialog.-large #body { height: 1fr; }
    Dialog Input > .input--placeholder { color: $text-muted; }
    Dialog #foot { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.heading = title or self.TITLE_TEXT

    def compose(self) -> Iterable[Widget]:
        """The box round `compose_body`."""
        with Vertical(id="box") as box:
            box.border_title = plain_line(self.heading)
            with VerticalScroll(id="body", can_focus=False):
                yield from self.compose_body()
            yield Static(self.foot(), id="foot", markup=False)

    def foot(self) -> str:
        """`FOOT` with a person's own keys in place of the table's."""
        words, own = self.FOOT, self.app.own_keys
        for command in commands_of(*around(self.place)):
            if command.id in own:
                old, new = key_name(command.key), key_name(own[command.id].split(",")[0])
                words = re.sub(rf"(?<!\S){re.escape(old)}(?!\S)", new, words)
        return words

    def compose_body(self) -> Iterable[Widget]:
        """What the dialog asks."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    def action_quit_later(self) -> None:
        """Say that what was typed must be kept or dropped before the program may end."""
        self.app.say(f"Not quit yet, this is open: {self.foot()}", "warning")

    def action_drop(self) -> None:
        """Leave and forget what was typed."""
        self.dismiss(None)

    def action_keep(self) -> None:
        """Leave with the answer, where the dialog has one."""

    def action_keep_next(self) -> None:
        """Leave with the answer and go on to the next open claim, where that makes sense."""
        self.action_keep()
