"""The history of an article: who did what, when, from what to what."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from factcheck.model import Event
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.card_entries import day_and_time
from factcheck.tui.panes.listing import LineList
from factcheck.tui.screens.screen import ArticleRoom
from factcheck.tui.tabs.list_tab import Entry, KeyedList, line
from factcheck.tui.words.glyphs import plain, plain_line, words_of

_SHOWN = 2_000
"""Events listed, newest first."""


class HistoryRoom(ArticleRoom):
    """Events of an article, newest first; below them the one under the cursor in full."""

    place = Place.HISTORY
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    HistoryRoom #head { height: 1; background: $primary-muted; padding: 0 1; text-style: bold; }
    HistoryRoom KeyedList { padding: 0 1; }
    HistoryRoom #event {
        height: auto; min-height: 6; max-height: 60%; padding: 0 1; border-top: solid $primary-muted;
    }
    """

    def compose_room(self) -> ComposeResult:
        """Head, list, and the event in full."""
        with Vertical(id="room"):
            yield Static(plain_line(f"History · {self.article}"), id="head")
            yield KeyedList("events", "Nothing was done yet.")
            yield Static("", id="event", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        with self.app.telling():
            self.load()
        self.query_one(KeyedList).focus()

    def load(self) -> None:
        """Ask for the events."""
        events = self.app.desk.history.events(self.article, limit=_SHOWN)
        self.query_one(KeyedList).show(
            [
                line(event.id, Entry(event.claim, event), (f"{day_and_time(event.at)} ", "$text-muted"),
                     (f"{event.by}  ", "$text-accent"), ("! " if event.warnings else "", "$text-warning"),
                     event.said)
                for event in events
            ]
        )  # fmt: skip
        self._show()

    @on(LineList.Moved)
    def _show(self) -> None:
        entry = self.query_one(KeyedList).current
        text = _in_full(entry.thing) if entry is not None and isinstance(entry.thing, Event) else ""
        self.query_one("#event", Static).update(plain(text))

    @on(LineList.Chosen)
    def _opened(self) -> None:
        """Back to the article, at the claim of the event."""
        entry = self.query_one(KeyedList).current
        if entry is not None and entry.claim is not None:
            self.dismiss(entry.claim)


def _in_full(event: Event) -> str:
    """What it warned of, the words, and what each field was before and after."""
    lines = [f"! {warning}" for warning in event.warnings]
    lines += [f"“{event.words}”"] if event.words else []
    names = dict.fromkeys((*event.before, *event.after))
    lines += [_turn(words_of(name), event.before.get(name), event.after.get(name)) for name in names]
    return "\n".join(lines)


def _turn(name: str, was: object, became: object) -> str:
    """One field or row, from what to what; of a row that came or went, the fields that hold something."""
    if isinstance(was, dict) and isinstance(became, dict):
        fields = dict.fromkeys((*was, *became))
        turns = (_turn(words_of(key), was.get(key), became.get(key)) for key in fields)
        return f"{name}: {'; '.join(turns)}"
    if isinstance(became, dict):
        return f"{name}, new: {_fields(became)}"
    if isinstance(was, dict):
        return f"{name}, taken away: {_fields(was)}"
    return f"{name}: {value_of(was)} → {value_of(became)}"


def _fields(row: dict[str, object]) -> str:
    return ", ".join(
        f"{words_of(key)} {value_of(value)}" for key, value in row.items() if value not in ("", None)
    )


def value_of(value: object) -> str:
    """A value as it is read; nothing is a dash."""
    if value in ("", None, []):
        return "–"
    if isinstance(value, dict):
        return _fields(value)
    if isinstance(value, list):
        return ", ".join(map(value_of, value))
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
