"""Boxes to tick, drawn as `[x]` so that they read without colour: a list of them, and one alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.tui.panes.listing import Line, LineList
from factcheck.tui.words.glyphs import plain_line


def _box(text: str, *, on: bool) -> Content:
    return Content("[x] " if on else "[ ] ") + plain_line(text)


def _as_it_is(text: Content, width: int) -> Content:  # noqa: ARG001 - the list cuts it to its width
    return text


class TickList(LineList[str]):
    """Several of some words: arrows move, Space ticks, Enter is done."""

    DEFAULT_CSS = """
    TickList {
        border: round $primary-muted; border-title-color: $text; padding: 0; background: $surface;
    }
    TickList:focus { border: round $accent; }
    """

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        ticks: "TickList"

    def __init__(
        self, title: str, words: Iterable[tuple[str, str]], ticked: Iterable[str], name: str
    ) -> None:
        """Words to tick.

        Args:
            title: what they are, in the border.
            words: stored word and shown words of each line.
            ticked: stored words that are ticked at first.
            name: id of the widget.
        """
        super().__init__(name, "")
        self.border_title = plain_line(title)
        self._words = tuple(words)
        self._ticked = set(ticked)

    def on_mount(self) -> None:
        """Draw the lines."""
        self._draw()

    @property
    def selected(self) -> list[str]:
        """The stored words that are ticked, in the order of the list."""
        return [word for word, _ in self._words if word in self._ticked]

    def _draw(self) -> None:
        lines = []
        for word, shown in self._words:
            text = _box(shown, on=word in self._ticked)
            lines.append(Line(word, word, partial(_as_it_is, text)))
        self.show(lines)

    def toggle(self) -> None:
        """Tick the line under the cursor, or take its tick away."""
        if self.current is not None:
            self._ticked ^= {self.current}
            self._draw()

    def on_key(self, event: events.Key) -> None:
        """Arrows, Space and Enter."""
        steps = {"down": 1, "up": -1, "pagedown": 8, "pageup": -8, "home": -99, "end": 99}
        if event.key in steps:
            self.move(steps[event.key])
        elif event.key == "space":
            self.toggle()
        elif event.key == "enter":
            self.post_message(self.Done(self))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click ticks."""
        super().on_click(event)
        self.toggle()


class Tick(Widget, can_focus=True):
    """One box with its words; Space ticks."""

    value: reactive[bool] = reactive(False)

    DEFAULT_CSS = """
    Tick { height: 1; width: 100%; }
    Tick:focus { background: $boost; text-style: bold; }
    """

    def __init__(self, words: str, name: str, *, value: bool = False) -> None:
        """A box.

        Args:
            words: what it means, beside it.
            name: id of the widget.
            value: whether it is ticked at first.
        """
        super().__init__(id=name)
        self._words = words
        self.set_reactive(Tick.value, value)

    def render(self) -> RenderResult:
        """Box and words."""
        return _box(self._words, on=self.value)

    def on_key(self, event: events.Key) -> None:
        """Space ticks."""
        if event.key == "space":
            event.stop()
            self.value = not self.value

    def on_click(self) -> None:
        """A click ticks."""
        self.value = not self.value
