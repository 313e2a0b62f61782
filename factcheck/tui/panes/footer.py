"""The foot of every room: a status line that says what was done and saved, and the keys that matter."""

from rich.cells import cell_len
from textual import getters
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from factcheck.tui.commands import COMMANDS
from factcheck.tui.frame.host import DeskApp
from factcheck.tui.frame.session import SIGNS, TONES
from factcheck.tui.words.glyphs import fit, key_name, plain_line

_FIRST = 60
"""Cells of the first change that is not saved; all of its words are among the messages."""
_BY_ID = {command.id: command for command in COMMANDS}
_RANKED = {command.id: command for command in COMMANDS if command.footer}


class StatusLine(Widget):
    """What was done last, what is not saved, and whether the rest is on disk, in as many lines as it takes.

    Beyond half of the screen it ends with the key that shows all of it.
    """

    app = getters.app(DeskApp)

    DEFAULT_CSS = """
    StatusLine { height: auto; background: $panel; color: $text; padding: 0 1; }
    """

    def on_mount(self) -> None:
        """Redraw whenever something is said, saved or not saved."""
        for name in ("said", "unsaved", "saved_at", "failures"):
            self.watch(self.app, name, self._redraw, init=False)

    def _redraw(self) -> None:
        """Draw it; lay the screen out anew only where it takes more or fewer lines."""
        self.refresh(layout=len(self._lines(self.content_size.width)) != self.content_size.height)

    def _saving(self) -> str:
        if self.app.unsaved:
            return f"saving {self.app.unsaved} …"
        if self.app.failures:
            return ""
        at = self.app.saved_at
        if self.app.desk.refusal:
            return "read-only"
        return f"saved {at:%H:%M:%S}" if at else "everything saved"

    def _missing(self) -> str:
        """What is not saved; its words are in the messages in full."""
        failures = self.app.failures
        if not failures:
            return ""
        first = fit(plain_line(failures[0].what).plain, _FIRST).rstrip()
        more = f" and {len(failures) - 1:,} more" if len(failures) > 1 else ""
        tries = any(failure.again is not None for failure in failures)
        way = f" · {self._key('save_again')} tries again" if tries else ""
        return f"✗ not saved: {first}{more}{way}"

    def _key(self, command: str) -> str:
        key = self.app.own_keys.get(command, _BY_ID[command].key)
        return key_name(key.split(",")[0])

    def _lines(self, width: int) -> list[Content]:
        """All lines for a width; the message and the state share one where both fit."""
        width = max(1, width)
        said, saving = self.app.said, self._saving()
        message = Content.styled(SIGNS[said.tone] + plain_line(said.text).plain, TONES.get(said.tone, ""))
        lines = message.wrap(width) if message else []
        if missing := self._missing():
            lines += Content.styled(missing, TONES["error"]).wrap(width)
        if saving:
            last = lines[-1] if lines else Content("")
            gap = width - last.cell_length - len(saving)
            if gap < (2 if lines else 0):
                lines.append(Content(""))
                last, gap = Content(""), max(0, width - len(saving))
            state = Content.assemble(last, " " * gap, (saving, "$text-muted"))
            lines[-1:] = [state]
        return lines or [Content("")]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """Lines that it takes, half of the screen at most."""
        return min(len(self._lines(width)), max(1, viewport.height // 2))

    def render(self) -> RenderResult:
        """Its lines."""
        width, height = self.content_size
        lines = self._lines(width)
        if len(lines) > height > 0:
            rest = f" … {self._key('messages')} shows all"
            last = lines[height - 1].truncate(max(0, width - len(rest)))
            lines = [*lines[: height - 1], Content.assemble(last, (rest, "bold"))]
        return Content("\n").join(lines)


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
