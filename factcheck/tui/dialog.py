"""A dialog: the base of everything that opens over a room, asks, and closes with an answer."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import getters
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from factcheck.text import safe_line
from factcheck.tui.commands import Place, bindings
from factcheck.tui.host import DeskApp

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """Centred box with a title, a body that scrolls, and a foot that says what each way out does.

    Escape always leaves. What becomes of typed text is the dialog's own decision (`action_leave`),
    and `FOOT` says it in words.
    """

    app = getters.app(DeskApp)
    BINDINGS = bindings(Place.DIALOG)
    TITLE_TEXT: ClassVar[str] = ""
    FOOT: ClassVar[str] = "Esc leave"
    """The keys of this dialog, in words; a list of claims or files says Enter as well."""

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
    Dialog #foot { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.heading = title or self.TITLE_TEXT

    def compose(self) -> Iterable[Widget]:
        """The box round `compose_body`."""
        with Vertical(id="box") as box:
            box.border_title = safe_line(self.heading).replace("[", r"\\[")
            with VerticalScroll(id="body", can_focus=False):
                yield from self.compose_body()
            yield Static(self.FOOT, id="foot", markup=False)

    def compose_body(self) -> Iterable[Widget]:
        """What the dialog asks."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    def action_drop(self) -> None:
        """Leave and forget what was typed."""
        self.dismiss(None)

    def action_keep(self) -> None:
        """Leave with the answer, where the dialog has one."""

    def action_keep_next(self) -> None:
        """Leave with the answer and go on to the next open claim, where that makes sense."""
        self.action_keep()
