"""A dialog: the base of everything that opens over a room, asks, and closes with an answer."""

import re
from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import getters
from textual.await_complete import AwaitComplete
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from factcheck.errors import FactcheckError
from factcheck.tui.commands import Place, around, bindings, commands_of
from factcheck.tui.frame.host import PASSING, DeskApp
from factcheck.tui.frame.saving import Failure, Question, Save
from factcheck.tui.words.glyphs import key_name, plain_line

Answer = TypeVar("Answer")


class Dialog(Question[Answer], Generic[Answer]):
    """Centred box with a title, a body that scrolls, and a foot that says what each way out does.

    Escape always leaves. What becomes of typed text is the dialog's own decision (`action_leave`),
    and `FOOT` says it in words. An answer that is to be saved closes it once that is on disk; when that
    fails, the dialog says why and stays as it is, so that the same key tries again.
    """

    app = getters.app(DeskApp)
    place: ClassVar[Place] = Place.DIALOG
    BINDINGS = bindings(Place.DIALOG)
    TITLE_TEXT: ClassVar[str] = ""
    READS: ClassVar[bool] = False
    """Whether nothing is filled in: arrows then scroll what is to be read."""
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
    Dialog #fault { height: auto; color: $text-error; display: none; }
    Dialog #fault.-told { display: block; }
    Dialog #foot { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.heading = title or self.TITLE_TEXT
        self._save: Save | None = None
        """The save that it waits for."""
        self._missed: Save | None = None
        """The save that failed last and was not made good."""
        self._over = False
        """Whether it closes as soon as it is in front again."""

    def compose(self) -> Iterable[Widget]:
        """The box round `compose_body`."""
        with Vertical(id="box") as box:
            box.border_title = plain_line(self.heading)
            with VerticalScroll(id="body", can_focus=self.READS):
                yield from self.compose_body()
            yield Static("", id="fault", markup=False)
            yield Static(self.foot(), id="foot", markup=False)

    def foot(self) -> str:
        """The ways out."""
        return self.own_keys(self.FOOT)

    def own_keys(self, words: str) -> str:
        """Words with a person's own keys in place of the table's."""
        own = self.app.own_keys
        for command in commands_of(*around(self.place)):
            if command.id in own:
                old, new = key_name(command.key), key_name(own[command.id].split(",")[0])
                words = re.sub(rf"(?<!\S){re.escape(old)}(?!\S)", new, words)
        return words

    def compose_body(self) -> Iterable[Widget]:
        """What the dialog asks."""
        raise NotImplementedError

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Hand in the answer, or leave without one; stay while the answer is saved, and when that fails."""
        if self._save is not None:
            return AwaitComplete()
        if self.then is None:
            return super().dismiss(result)
        if result is None:
            self._let_go()
            closed = self._close()
            with self.app.telling():
                self.then(None)
            return closed
        try:
            save = self.then(result)
        except FactcheckError as error:
            self.tell(str(error))
            return AwaitComplete()
        if not isinstance(save, Save):
            return self._close()
        self._save, save.awaited = save, True
        self.tell("")
        self.query_one("#foot", Static).update("Saving…" if save.stores else "One moment…")
        save.when_over(self._saved)
        return AwaitComplete()

    def _saved(self, error: FactcheckError | None) -> None:
        """Close, or say what is wrong and let the person try again."""
        save, self._save = self._save, None
        if error is None:
            self.app.mend(self)
            self._close()
            return
        self._missed = save
        if save is not None and save.stores:
            self.app.fail(Failure(save.what, error, self if self.is_attached else PASSING))
        if self.is_attached:
            self.query_one("#foot", Static).update(self.foot())
            self.tell(str(error))

    def _close(self) -> AwaitComplete:
        """Close, at once or when what lies over it is closed."""
        if self.app.screen is self:
            return super().dismiss(None)
        self._over = True
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        """Close when it was over before what lay over it."""
        if self._over:
            self._close()

    def _let_go(self) -> None:
        """Say that what could not be saved is not saved, with its words, when the person leaves it so."""
        if self._missed is not None and self._missed.stores:
            self.app.mend(self)
            self.app.say(f"Not saved: {self._missed.what}", "warning")

    def tell(self, fault: str) -> None:
        """Say what is wrong, under all that was typed; nothing takes it away."""
        line = self.query_one("#fault", Static)
        line.update(plain_line(f"✗ {fault}" if fault else ""))
        line.set_class(bool(fault), "-told")
        self.call_after_refresh(self._leave_room)

    def on_resize(self) -> None:
        """Another height leaves another room."""
        self.call_after_refresh(self._leave_room)

    def _leave_room(self) -> None:
        """Leave room under the body for what is wrong and for the foot, however long the body is."""
        below = self.query_one("#fault").size.height + 3  # the foot, and the box above and below
        self.query_one("#body").styles.max_height = max(1, self.size.height - below)

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
