"""Which claims the queue shows: by finding, flag, kind, person."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Select

from db.vocabulary import FINDINGS, CheckKind, Finding, Flag
from factcheck.model import ClaimFilter
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Row, line
from factcheck.tui.dialogs.ticks import TickList
from factcheck.tui.words.glyphs import mark, plain_line, words_of

_ANYBODY = "*"
_NOBODY = ""


class FilterDialog(Dialog[ClaimFilter]):
    """Ticks and words; nothing ticked lets everything through."""

    TITLE_TEXT: ClassVar[str] = "Show only claims that are…"
    FOOT: ClassVar[str] = "Space tick · Tab next list · Enter show · Ctrl+G all · Esc as it was"

    DEFAULT_CSS = """
    FilterDialog #lists { height: 13; }
    FilterDialog TickList { width: 1fr; height: 13; }
    """

    def __init__(self, present: ClaimFilter, people: Sequence[str]) -> None:
        super().__init__()
        self._present = present
        self._people = people

    def compose_body(self) -> Iterable[Widget]:
        """Three lists, then person and words."""
        present = self._present
        with Horizontal(id="lists"):
            findings = [(word, f"{mark(word)} {FINDINGS[word].label}") for word in Finding]
            yield TickList("finding", findings, present.findings, "findings")
            states = {"only_open": "open", "queried": "with open queries", "retired": "taken out"}
            flags = [(word, words_of(word)) for word in Flag] + list(states.items())
            on_now = [*present.flags, *(name for name in states if getattr(present, name))]
            yield TickList("flag", flags, on_now, "flags")
            yield TickList("kind", [(word, words_of(word)) for word in CheckKind], present.kinds, "kinds")
        options = [("anybody", _ANYBODY), ("nobody", _NOBODY)]
        options += [(str(plain_line(name)), name) for name in self._people]
        person = _ANYBODY if present.assignee is None else present.assignee
        known = {value for _, value in options}
        yield Row(
            "Assigned to",
            Select(
                options,
                value=person if person in known else _ANYBODY,
                allow_blank=False,
                compact=True,
                id="who",
            ),
        )
        yield Row("Words", line("search", present.search, "in claim, restatement, speaker or notes"))

    @on(TickList.Done)
    def _done(self, event: TickList.Done) -> None:
        event.stop()
        self.action_keep()

    def on_input_submitted(self) -> None:
        """Enter in the words is done as well."""
        self.action_keep()

    def action_drop(self) -> None:
        """Show all claims."""
        self.dismiss(ClaimFilter(by_priority=self._present.by_priority))

    def action_keep(self) -> None:
        """Show what is ticked."""
        flags = self.query_one("#flags", TickList).selected
        who = str(self.query_one("#who", Select).value)
        self.dismiss(
            ClaimFilter(
                findings=tuple(Finding(word) for word in self.query_one("#findings", TickList).selected),
                flags=tuple(Flag(word) for word in flags if word in set(Flag)),
                kinds=tuple(CheckKind(word) for word in self.query_one("#kinds", TickList).selected),
                assignee=None if who == _ANYBODY else who,
                search=self.query_one("#search", Input).value.strip(),
                only_open="only_open" in flags,
                queried="queried" in flags,
                retired="retired" in flags,
                by_priority=self._present.by_priority,
            )
        )
