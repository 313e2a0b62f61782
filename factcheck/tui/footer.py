"""The foot of every room: a status line that says what was done and saved, and the keys that matter."""

from typing import ClassVar

from rich.cells import cell_len
from textual import getters
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from factcheck.tui.commands import COMMANDS
from factcheck.tui.glyphs import key_name, plain_line
from factcheck.tui.host import DeskApp

_RANKED = {command.id: command for command in COMMANDS if command.footer}


class StatusLine(Widget):
    """What was done last, and whether it is on disk; an error is told in full, in three lines at most."""

    app = getters.app(DeskApp)
    SIGNS: ClassVar[dict[str, str]] = {"": "", "warning": "! ", "error": "✗ "}

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $text; padding: 0 1; }
    StatusLine.-full { height: auto; max-height: 3; }
    """

    def on_mount(self) -> None:
        """Redraw whenever something is said or saved."""
        for name in ("said", "unsaved", "saved_at"):
            self.watch(self.app, name, self._redraw, init=False)

    def _redraw(self) -> None:
        self.set_class(self.app.said.tone == "error", "-full")
        self.refresh(layout=self.has_class("-full"))

    def _saving(self) -> str:
        if self.app.unsaved:
            return f"saving {self.app.unsaved} …"
        at = self.app.saved_at
        if self.app.desk.refusal:
            return "read-only"
        return f"saved {at:%H:%M:%S}" if at else "everything saved"

    def render(self) -> RenderResult:
        """Message at the left, saving state at the right."""
        said = self.app.said
        style = {"warning": "$text-warning", "error": "bold $text-error"}.get(said.tone, "")
        message = Content.styled(self.SIGNS[said.tone] + plain_line(said.text).plain, style)
        saving = self._saving()
        room = max(0, self.content_size.width - len(saving) - 2)
        if self.has_class("-full") and message.cell_length > room:
            return Content.assemble(message, "  ", (saving, "$text-muted"))
        message = message.truncate(room, ellipsis=True).pad_right(max(0, room - message.cell_length))
        return Content.assemble(message, "  ", (saving, "$text-muted"))


class KeyLine(Widget):
    """The keys that work now, most useful first, as many as fit; help is always there."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $footer-background; color: $footer-foreground; }
    """

    def on_mount(self) -> None:
        """Redraw whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def _pieces(self) -> list[tuple[str, str]]:
        """Key and name of each command to show, best first, `?` before all."""
        active: dict[str, str] = {}
        for key, entry in self.screen.active_bindings.items():
            if entry.enabled and entry.binding.id and entry.binding.id not in active:
                active[entry.binding.id] = key
        ranked = sorted(
            (_RANKED[name] for name in active if name in _RANKED), key=lambda command: command.footer
        )
        pieces = [(key_name(active["help"]), "help")] if "help" in active else []
        if "finding.verified" in active and "finding.waiting" in active:
            first, last = key_name(active["finding.verified"]), key_name(active["finding.waiting"])
            pieces.append((f"{first}–{last}", "finding"))
        return pieces + [(key_name(active[command.id]), command.name.lower()) for command in ranked]

    def render(self) -> RenderResult:
        """As many pieces as fit."""
        room = self.content_size.width
        shown: list[Content] = []
        for key, name in self._pieces():
            width = cell_len(key) + cell_len(name) + 3
            if width > room:
                break
            room -= width
            shown.append(Content.assemble(" ", (key, "bold $footer-key-foreground"), " ", name, " "))
        return Content("").join(shown)
