"""The export dialog: which format, what to include, where, and whether to open it."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Select
from textual.widgets.option_list import Option

from factcheck.export.formats import FORMATS
from factcheck.export.options import Audience
from factcheck.export.safe import file_name
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Row, choice, line
from factcheck.tui.dialogs.path import typed_path
from factcheck.tui.dialogs.ticks import Tick
from factcheck.tui.words.glyphs import plain_line


class Wanted(NamedTuple):
    """What to write, and where."""

    format: str
    path: Path
    confidential: bool
    filtered: bool
    """Only the claims that the queue shows."""
    force: bool
    """Replace a file that stands there."""
    open: bool
    audience: Audience
    """Whom an annotated copy is for."""


class ExportDialog(Dialog[Wanted]):
    """Arrows choose the format, Enter writes."""

    FOOT: ClassVar[str] = "↑↓ format · Tab next field · Space tick · Enter write · Esc leave"

    DEFAULT_CSS = """
    ExportDialog OptionList {
        height: auto; max-height: 10; padding: 0; background: $panel;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    ExportDialog OptionList { margin-bottom: 1; }
    """

    def __init__(self, article: str, name: str, *, filtered: str = "", folder: Path | None = None) -> None:
        """Ask what to write.

        Args:
            article: slug of the article.
            name: what the file is called, its ending left out.
            filtered: the filter of the queue in words; empty when it shows all claims.
            folder: where to write; the working folder by default.
        """
        super().__init__(f"Export {article}")
        self._called = name
        self._filtered = filtered
        self._folder = folder or Path.cwd()
        self._proposed = ""

    def compose_body(self) -> Iterable[Widget]:
        """Formats, path, ticks."""
        width = max(len(name) for name in FORMATS)
        yield OptionList(
            *(
                Option(plain_line(f"{one.name:<{width}}  {one.what}"), id=one.name)
                for one in FORMATS.values()
            ),
            markup=False,
            compact=True,
        )
        yield Row("Write to", line("path"))
        yield Row("A copy for", choice("audience", Audience, Audience.EDITOR))
        yield Tick("names, contacts and notes that are confidential", "confidential")
        if self._filtered:
            yield Tick(f"only claims that are {self._filtered}", "filtered")
        yield Tick("replace a file that stands there", "force")
        yield Tick("open it when it is written", "open")

    def on_mount(self) -> None:
        """The first format is chosen."""
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionHighlighted)
    def _format_chosen(self, event: OptionList.OptionHighlighted) -> None:
        """The path follows the format until a person has typed another one."""
        event.stop()
        path = self.query_one("#path", Input)
        if path.value == self._proposed:
            name = file_name(self._called, FORMATS[event.option.id or ""].suffix)
            path.value = self._proposed = str(self._folder / name)
            path.cursor_position = len(path.value)

    @on(OptionList.OptionSelected)
    def _format_entered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_keep()

    def on_input_submitted(self) -> None:
        """Enter writes."""
        self.action_keep()

    def _ticked(self, name: str) -> bool:
        return any(box.value for box in self.query(f"#{name}").results(Tick))

    def action_keep(self) -> None:
        """Answer."""
        listed = self.query_one(OptionList)
        typed = self.query_one("#path", Input).value.strip()
        if listed.highlighted is None or not typed:
            return
        self.dismiss(
            Wanted(
                listed.get_option_at_index(listed.highlighted).id or "",
                typed_path(typed),
                self._ticked("confidential"),
                self._ticked("filtered"),
                self._ticked("force"),
                self._ticked("open"),
                Audience(str(self.query_one("#audience", Select).value)),
            )
        )
