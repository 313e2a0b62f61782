"""Choosing a file: a path to type, with the entries of its folder below, narrowed down while typing."""

import re
import shlex
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Row, line
from factcheck.tui.words.glyphs import plain_line

_SHOWN = 200
"""Entries listed at once."""
_BEFORE = re.compile(r"""^.*/(?=["']?(?:/|~/))""")
"""What stands before a whole path."""
_QUOTES = ("'", '"')
_ESCAPED = "\\ "


class PathDialog(Dialog[Path]):
    """Arrows choose, Enter goes into a folder or takes the file."""

    FOOT: ClassVar[str] = "↑↓ choose · Enter open folder or take file · Esc leave without"

    DEFAULT_CSS = """
    PathDialog #entries { height: 12; padding: 0; background: $panel; }
    """

    def __init__(self, title: str, start: Path | None = None) -> None:
        super().__init__(title)
        self._start = start or Path.cwd()
        self._entries: list[Path] = []

    def compose_body(self) -> Iterable[Widget]:
        """The path, then what is there."""
        yield Row("File", line("path", _shown(self._start, folder=True), "path of the draft"))
        yield OptionList(id="entries", markup=False, compact=True)

    def on_mount(self) -> None:
        """List the folder to begin in."""
        entry = self.query_one("#path", Input)
        entry.cursor_position = len(entry.value)
        self._list(entry.value)

    @on(Input.Changed, "#path")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    def _list(self, typed: str) -> None:
        """What the folder of the typed path holds, as far as it begins with the typed name."""
        path = typed_path(typed)
        folder, begun = (path, "") if typed.endswith("/") or not typed else (path.parent, path.name)
        try:
            found = sorted(folder.iterdir(), key=lambda one: (not one.is_dir(), one.name.casefold()))
        except (OSError, ValueError):  # the second of a path that no file can have
            found = []
        self._entries = [
            one
            for one in found
            if one.name.casefold().startswith(begun.casefold())
            and (begun.startswith(".") or not one.name.startswith("."))
        ][:_SHOWN]
        listed = self.query_one("#entries", OptionList)
        listed.clear_options()
        listed.add_options(
            Option(plain_line(one.name + ("/" if one.is_dir() else ""))) for one in self._entries
        )
        listed.highlighted = 0 if self._entries else None

    def on_key(self, event: events.Key) -> None:
        """Arrows choose while the path is typed in; Tab completes it."""
        if not isinstance(self.focused, Input):
            return
        steps = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        listed = self.query_one("#entries", OptionList)
        if (step := steps.get(event.key)) is not None and self._entries:
            event.stop()
            listed.highlighted = max(0, min(len(self._entries) - 1, (listed.highlighted or 0) + step))
        elif event.key == "tab" and listed.highlighted is not None:
            event.stop()
            event.prevent_default()
            self._go(self._entries[listed.highlighted], take=False)

    @on(Input.Submitted, "#path")
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        typed = typed_path(event.value)
        if typed.is_file():
            self.dismiss(typed)
        elif (place := self.query_one("#entries", OptionList).highlighted) is not None:
            self._go(self._entries[place], take=True)
        else:
            self.app.say(f"There is no file {typed}.", "error")

    @on(OptionList.OptionSelected, "#entries")
    def _option(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._go(self._entries[event.option_index], take=True)

    def _go(self, path: Path, *, take: bool) -> None:
        if take and not path.is_dir():
            self.dismiss(path)
            return
        entry = self.query_one("#path", Input)
        entry.value = _shown(path, folder=path.is_dir())
        entry.cursor_position = len(entry.value)
        self.set_focus(entry)


def typed_path(typed: str) -> Path:
    """The path that was typed or pasted.

    The field holds a folder already when a whole path is pasted behind it, and a terminal quotes or escapes
    the path of a file that is dropped on it: `/here/'/there/a b.txt'` is `/there/a b.txt`.
    """
    typed = _BEFORE.sub("", typed)
    if typed[:1] in _QUOTES or (_ESCAPED in typed and not Path(typed).exists()):
        with suppress(ValueError):  # the closing quote is still to come
            typed = " ".join(shlex.split(typed)) or typed
    path = Path(typed)
    with suppress(RuntimeError):  # nobody of that name has a home folder
        path = path.expanduser()
    return path


def _shown(path: Path, *, folder: bool) -> str:
    """A path as it is typed: from the home folder where it is below it, a folder with a slash at its end."""
    try:
        short = f"~/{path.resolve().relative_to(Path.home())}".removesuffix("/.")
    except (ValueError, RuntimeError, OSError):
        short = str(path)
    return short.rstrip("/") + "/" if folder else short
