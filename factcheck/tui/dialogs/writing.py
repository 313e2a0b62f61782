"""Writing: a note, a query, wording or a reason; what is typed survives a kill of the program."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual import on
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from factcheck.text import safe
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.ticks import Tick
from factcheck.tui.words.glyphs import plain

_PAUSE = 0.3
"""Seconds without a key before what is typed is kept on disk."""


class Written(NamedTuple):
    """What was written."""

    text: str
    ticked: bool
    """Whether the box beside it is ticked."""
    go_on: bool
    """Whether to go on to the next open claim."""


class WritingDialog(Dialog[Written]):
    """A text of several lines; leaving keeps it, when it was changed and is not empty."""

    FOOT: ClassVar[str] = "Esc keep · Ctrl+N keep, next open claim · Ctrl+G drop"

    DEFAULT_CSS = """
    WritingDialog #context { height: auto; max-height: 5; color: $text-muted; margin-bottom: 1; }
    WritingDialog #text { height: 8; border: round $primary-muted; }
    WritingDialog #text:focus { border: round $accent; }
    WritingDialog #found { height: auto; color: $text-warning; }
    """

    def __init__(
        self,
        title: str,
        place: str,
        *,
        text: str = "",
        context: str = "",
        box: str = "",
        ticked: bool = False,
        version: int = 1,
    ) -> None:
        """Ask for a text.

        Args:
            title: what it is.
            place: where it is typed (`article/claim/field`); what was typed there before a kill stands in it.
            text: what to begin with.
            context: shown above it.
            box: words of a box to tick beside it; empty for none.
            ticked: whether the box is ticked at first.
            version: version of the claim that it is begun on.
        """
        super().__init__(title)
        self._place = place
        self._begun = safe(text)
        self._above = context
        self._box = box
        self._ticked = ticked
        self._version = version
        self._timer: Timer | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Context, text, box."""
        kept = self.app.desk.typing.get().get(self._place)
        found = kept is not None and safe(kept.text) != self._begun
        if self._above:
            yield Static(plain(self._above), id="context")
        area = TextArea(safe(kept.text) if kept and found else self._begun, id="text", tab_behavior="focus")
        area.move_cursor(area.document.end)
        yield area
        if found:
            yield Static("↺ This was typed earlier and not kept; Ctrl+G drops it.", id="found", markup=False)
        if self._box:
            yield Tick(self._box, "box-tick", value=self._ticked)

    @property
    def typed(self) -> str:
        """The text as it stands, outer spaces dropped."""
        return self.query_one("#text", TextArea).text.strip()

    @on(TextArea.Changed)
    def _typing(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._save_typed)

    def _save_typed(self) -> None:
        desk, place, text, version = self.app.desk, self._place, self.typed, self._version
        if text and text != self._begun:
            self.app.keep(lambda: desk.typing.save(place, text, version), "what is being typed")

    def _forget(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        desk, place = self.app.desk, self._place
        self.app.keep(lambda: desk.typing.forget(place))

    def action_leave(self) -> None:
        """Keep what was typed."""
        self._answer(go_on=False)

    def action_keep(self) -> None:
        """Keep what was typed."""
        self._answer(go_on=False)

    def action_keep_next(self) -> None:
        """Keep what was typed, and go on to the next open claim."""
        self._answer(go_on=True)

    def action_drop(self) -> None:
        """Forget what was typed."""
        self._forget()
        self.dismiss(None)

    def _answer(self, *, go_on: bool) -> None:
        text = self.typed
        ticked = bool(self._box) and self.query_one("#box-tick", Tick).value
        if not text or (text == self._begun and ticked == self._ticked):
            self._forget()
            self.dismiss(None)
            return
        self._save_typed()
        if self._timer is not None:
            self._timer.stop()
        self.dismiss(Written(text, ticked, go_on))


class TextDialog(WritingDialog):
    """A text that is not about a claim of the queue, so that there is no next one to go on to."""

    FOOT: ClassVar[str] = "Esc keep · Ctrl+G drop"
