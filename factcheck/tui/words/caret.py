"""The cursor and the selection in a draft, as code points; pure, no widget."""

from typing import Literal

from factcheck.model import Span
from factcheck.tui.words.wrap import Lines

Step = Literal[
    "left", "right", "up", "down", "word_left", "word_right", "home", "end", "page_up", "page_down"
]
"""One way to move."""


class Caret:
    """A place in the text, and the other end of the selection while there is one."""

    def __init__(self) -> None:
        self.place = 0
        """The code point before which the cursor stands."""
        self.anchor: int | None = None
        """Where the selection began; none without a selection."""
        self._goal: int | None = None

    @property
    def span(self) -> Span | None:
        """The selected stretch, none when nothing is selected."""
        if self.anchor is None or self.anchor == self.place:
            return None
        return Span(min(self.anchor, self.place), max(self.anchor, self.place))

    def put(self, place: int) -> None:
        """Put the cursor somewhere and drop the selection."""
        self.place, self.anchor, self._goal = place, None, None

    def choose(self, start: int, end: int) -> None:
        """Select a stretch, the cursor at its end."""
        self.anchor, self.place, self._goal = start, end, None

    def reach(self, lines: Lines, begun: int, place: int) -> None:
        """Select whole words from where a drag begun to where it is now."""
        first, last = min(begun, place), max(begun, place)
        word = lines.word_at(first)
        first = word[0] if word else first
        word = lines.word_at(max(first, last - 1))
        last = word[1] if word else last
        self.anchor, self.place = (first, last) if place >= begun else (last, first)

    def move(self, lines: Lines, step: Step, page: int, *, choosing: bool = False) -> None:
        """Move one step; with `choosing` the selection grows or shrinks, else it is dropped.

        Args:
            lines: the text as it is laid out.
            step: which way.
            page: lines in a page.
            choosing: whether the words passed are selected.
        """
        if not len(lines):
            return
        if not choosing:
            self.anchor = None
        elif self.anchor is None:
            word = lines.word_at(self.place)
            self.anchor = word[0] if word and step == "word_right" else self.place
        if step in ("up", "down", "page_up", "page_down"):
            self._vertical(lines, {"up": -1, "down": 1, "page_up": -page, "page_down": page}[step])
            return
        self._goal = None
        self.place = self._horizontal(lines, step, choosing)

    def _horizontal(self, lines: Lines, step: Step, choosing: bool) -> int:
        if step in ("left", "right"):
            return lines.step(self.place, 1 if step == "right" else -1)
        if step == "word_right":
            return lines.next_word(self.place, end=choosing)
        if step == "word_left":
            return lines.previous_word(self.place)
        line = lines.line_of(self.place)
        return lines.starts[line] if step == "home" else lines.ends[line]

    def _vertical(self, lines: Lines, by: int) -> None:
        line = lines.line_of(self.place)
        if self._goal is None:
            self._goal = lines.column_of(line, self.place)
        self.place = lines.offset_at(lines.vertical(line, by), self._goal)
