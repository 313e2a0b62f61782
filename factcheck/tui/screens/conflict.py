"""A conflict, side by side: what was tried here, and what somebody else did meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from db.vocabulary import FINDINGS, Finding
from factcheck.errors import Conflict, Met
from factcheck.model import Event
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.frame.saving import Attempt
from factcheck.tui.panes.card_entries import day_and_time
from factcheck.tui.screens.history import value_of
from factcheck.tui.words.glyphs import mark, plain, words_of

_STAMPS = ("_by", "_at")
"""How columns end that tell who and when."""


class Choice(StrEnum):
    """What shall stand."""

    MINE = "mine"
    """One's own change, over the other's, as a new act."""
    THEIRS = "theirs"
    NOTE = "note"
    """The other's change, and one's own words as a note beside it."""


class ConflictDialog(Dialog[Choice]):
    """Shows both and asks; leaving it changes nothing, and goes back to where one's own words were typed."""

    place = Place.CONFLICT
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    ConflictDialog > #box { width: 96%; max-width: 120; }
    ConflictDialog .both { height: auto; margin-bottom: 1; }
    ConflictDialog .side { width: 1fr; height: auto; padding: 0 1; border-left: outer $primary-muted; }
    """
    READS = True

    def __init__(
        self, error: Conflict, attempt: Attempt, others: Sequence[tuple[Met, Sequence[Event]]]
    ) -> None:
        """A question.

        Args:
            error: the conflict.
            attempt: what was tried.
            others: each row that is not as it was seen, with what was made of it, the latest first.
        """
        super().__init__(f"{error.by or 'Somebody else'} was first")
        self._attempt = attempt
        self._others = others
        self._gone = any(met.has is None for met, _ in others)

    def foot(self) -> str:
        """The ways out that there are."""
        ways = ["" if self._gone else "m put mine over it", "t take theirs"]
        ways += ["n theirs, mine as a note" if self._attempt.note else "", "Esc back"]
        return self.own_keys(" · ".join(way for way in ways if way))

    def compose_body(self) -> Iterable[Widget]:
        """What it is about, then the two changes beside each other."""
        mine = self._attempt.what
        for met, events in self._others:
            name = self._attempt.names.get(met.key) or next((event.words for event in events), "")
            if name:
                yield Static(plain(f"{name}\n"), markup=False)
            with Horizontal(classes="both"):
                yield Static(
                    Content.assemble(("Mine, not saved", "bold"), "\n", plain(mine)),
                    classes="side",
                    markup=False,
                )
                yield Static(
                    Content.assemble(("Theirs, saved", "bold"), "\n", plain(_told(met, events))),
                    classes="side",
                    markup=False,
                )
            mine = "(as above)"

    def action_mine(self) -> None:
        """Put one's own change over the other."""
        if not self._gone:
            self.dismiss(Choice.MINE)

    def action_theirs(self) -> None:
        """Leave the other."""
        self.dismiss(Choice.THEIRS)

    def action_note(self) -> None:
        """Leave the other, and keep one's own as a note."""
        if self._attempt.note is not None:
            self.dismiss(Choice.NOTE)


def kept_beside(error: Conflict, attempt: Attempt) -> str:
    """One's own words as a note."""
    return f"Kept beside {error.by or 'another'}’s change: {attempt.what}"


def _told(met: Met, events: Sequence[Event]) -> str:
    """Who did what, and the words and values that they set."""
    lines: list[str] = []
    for event in events:
        lines.append(f"{event.by} {day_and_time(event.at)}: {event.said}")
        lines += _set(met, event)
    return "\n".join(lines) or "It is no longer as you saw it."


def _set(met: Met, event: Event) -> Iterator[str]:
    """A line for each field that an act set on the row."""
    if not event.after:
        yield "taken away"
        return
    for name, value in event.after.items():
        stamp = name == "decided_text" or (name.endswith(_STAMPS) and met.table != "check_point")
        if not stamp:
            yield f"{words_of(name)}: {_shown(name, value)}"


def _shown(name: str, value: object) -> str:
    if name == "finding" and value in set(Finding):
        finding = Finding(str(value))
        return f"{mark(finding)} {FINDINGS[finding].label}"
    return value_of(value)
