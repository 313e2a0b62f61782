"""The messages of this session: what could not be saved, then everything that was said, the latest first."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.frame.saving import Failure
from factcheck.tui.frame.session import SIGNS, TONES, Logged
from factcheck.tui.panes.listing import Line
from factcheck.tui.screens.screen import Room
from factcheck.tui.tabs.list_tab import Entry, KeyedList, heading, line
from factcheck.tui.words.glyphs import plain_line

_INDENT = "           "
"""Under the time and the sign."""


class MessageList(KeyedList):
    """The lines; none of them leads anywhere."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's hook
        """Leave out what goes to a claim."""
        return action != "open_line"


class MessagesRoom(Room):
    """Every message in full, wrapped to the width; the cursor goes line by line."""

    place = Place.MESSAGES
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    MessagesRoom #head { height: 1; background: $primary-muted; padding: 0 1; text-style: bold; }
    MessagesRoom KeyedList { padding: 0 1; }
    """

    def compose_room(self) -> ComposeResult:
        """Head and list."""
        with Vertical(id="room"):
            yield Static("", id="head", markup=False)
            yield MessageList("messages", "Nothing was said yet.")

    def on_mount(self) -> None:
        """Begin in the list, and follow what is said."""
        self._list.focus()
        for name in ("said", "failures"):
            self.watch(self.app, name, self._load)

    def on_resize(self) -> None:
        """Another width breaks the lines anew."""
        self.call_after_refresh(self._load)

    @property
    def _list(self) -> KeyedList:
        return self.query_one(KeyedList)

    @property
    def _logged(self) -> Logged | Failure | None:
        entry = self._list.current
        return entry.thing if entry is not None and isinstance(entry.thing, Logged | Failure) else None

    def _load(self) -> None:
        log = self.app.messages
        parts = ["Messages of this session", f"{len(log):,}"]
        counts = {tone: log.count(tone) for tone in ("warning", "error")}
        parts += [plural(count, tone) for tone, count in counts.items() if count]
        self.query_one("#head", Static).update(plain_line(" · ".join(parts)))
        self._list.show(list(self._lines()))

    def _lines(self) -> Iterator[Line[Entry]]:
        width = max(1, self._list.scrollable_content_region.width - len(_INDENT))
        failures = self.app.failures
        if failures:
            yield heading(f"Not saved ({len(failures):,})")
        for place, failure in enumerate(failures):
            text = f"{failure.what}: {failure.error}"
            yield from _wrapped(("failure", place), failure, f"{SIGNS['error']:>11}", text, "error", width)
        if failures:
            yield heading("Messages")
        count = len(self.app.messages)
        for place, logged in enumerate(self.app.messages):
            tone = logged.said.tone
            before = f"{logged.at:%H:%M:%S} {SIGNS[tone]}"
            yield from _wrapped(
                ("message", count - place), logged, before, logged.said.text + logged.again, tone, width
            )

    def action_copy(self) -> None:
        """Copy the message under the cursor."""
        thing = self._logged
        if thing is not None:
            text = thing.line if isinstance(thing, Logged) else f"{thing.what}: {thing.error}"
            self.app.copy_to_clipboard(text)
            self.app.say("Copied 1 message.")

    def action_copy_all(self) -> None:
        """Copy all messages, the latest first."""
        count = len(self.app.messages)
        self.app.copy_to_clipboard("\n".join(logged.line for logged in self.app.messages))
        self.app.say(f"Copied {plural(count, 'message')}.")

    def action_let_go(self) -> None:
        """Let go of a change that could not be saved; its words stay among the messages."""
        thing = self._logged
        if isinstance(thing, Failure):
            self.app.mend(thing.about)
            self.app.say(f"Not saved: {thing.what}", "warning")


def _wrapped(
    key: tuple[str, int], thing: object, before: str, text: str, tone: str, width: int
) -> Iterator[Line[Entry]]:
    """All of a text in lines of a width; what stands before it, before the first one."""
    for part, content in enumerate(plain_line(text).wrap(width)):
        lead = before.ljust(len(_INDENT)) if part == 0 else _INDENT
        styled = (content.plain, TONES.get(tone, ""))
        yield line((*key, part), Entry(None, thing), (lead, "$text-muted"), styled)
