"""The queue: one line or two a claim, drawn line by line so that a hundred thousand of them cost nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from db.vocabulary import Finding
from factcheck.model import ClaimRow
from factcheck.text import safe_line
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.lineview import LineView
from factcheck.tui.words.glyphs import (
    MARKED,
    SAVING,
    fit,
    mark,
    plain_line,
    signs,
    tone,
    words_of,
)


class Shape(IntEnum):
    """How a claim is laid out; the value is the least width for it."""

    SHORT = 0
    """One line: number, finding, signs, words."""
    TALL = 38
    """Two lines: the second holds speaker, kinds and assignee."""
    COLUMNS = 90
    """One line with a column for each."""


class ClaimList(LineView, can_focus=True):
    """The claims of the queue, with a cursor and marks."""

    place: ClassVar[Place] = Place.QUEUE
    BINDINGS = bindings(Place.QUEUE)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "queue--number",
        "queue--signs",
        "queue--more",
        "queue--cursor",
        "queue--marked",
        "queue--empty",
    }
    DEFAULT_CSS = """
    ClaimList {
        .queue--number, .queue--more, .queue--empty { color: $text-muted; }
        .queue--signs { color: $text-warning; text-style: bold; }
        .queue--marked { color: $text-accent; text-style: bold; }
        .queue--cursor { background: $primary-muted; text-style: bold; }
        &:focus .queue--cursor { background: $block-cursor-background 40%; color: $text; }
    }
    """

    cursor: reactive[int] = reactive(0)
    """Index of the claim under the cursor."""

    @dataclass
    class Moved(Message):
        """A person moved the cursor to another claim."""

        row: ClaimRow

    def __init__(self) -> None:
        super().__init__(id="queue")
        self.rows: list[ClaimRow] = []
        """The claims shown, in their order."""
        self.marked: set[int] = set()
        """Numbers of the claims marked for a bulk verb."""
        self.saving: Counter[int] = Counter()
        """Changes of each claim that are not on disk yet."""
        self.empty = "No claims here."
        """What stands in place of an empty list."""
        self._places: dict[int, int] = {}
        self._digits = 2
        self._shape = Shape.SHORT

    @property
    def current(self) -> ClaimRow | None:
        """The claim under the cursor, none in an empty list."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def shape(self) -> Shape:
        """The layout that the width allows."""
        return self._shape

    @property
    def line_height(self) -> int:
        """Lines that a claim takes."""
        return 2 if self.shape is Shape.TALL else 1

    def show(self, rows: Sequence[ClaimRow], keep: int | None = None) -> None:
        """Show other claims; the cursor stays on claim `keep`, else on its own claim, else near its place."""
        number = keep if keep is not None else (self.current.number if self.current else None)
        self.rows = list(rows)
        self._places = {row.number: place for place, row in enumerate(self.rows)}
        self.marked &= self._places.keys()
        self._digits = max(2, len(str(max(self._places, default=0))))
        near = min(self.cursor, len(self.rows) - 1)
        place = self._places.get(number, near) if number is not None else 0
        self.set_reactive(ClaimList.cursor, max(0, place))
        self._resized()
        self.refresh()

    def replace(self, rows: Iterable[ClaimRow]) -> None:
        """Take over new values of claims that are shown; others are left out."""
        for row in rows:
            if (place := self._places.get(row.number)) is not None:
                self.rows[place] = row
                self._redraw(place)

    def set_saving(self, numbers: Iterable[int], saving: bool) -> None:
        """Show or take away the sign that a change is on its way to the disk."""
        for number in numbers:
            self.saving[number] += 1 if saving else -1
            if self.saving[number] <= 0:
                del self.saving[number]
            if (place := self._places.get(number)) is not None:
                self._redraw(place)

    def has(self, number: int) -> bool:
        """Whether a claim is in the list."""
        return number in self._places

    def row(self, number: int) -> ClaimRow | None:
        """The values of a claim as shown, none when it is not in the list."""
        place = self._places.get(number)
        return None if place is None else self.rows[place]

    def put_cursor(self, number: int) -> bool:
        """Put the cursor on a claim without saying so; False when it is not in the list."""
        place = self._places.get(number)
        if place is None:
            return False
        self.cursor = place
        return True

    def go(self, place: int) -> None:
        """Move the cursor to an index, as a person does."""
        if not self.rows:
            return
        place = max(0, min(len(self.rows) - 1, place))
        if place != self.cursor:
            self.cursor = place
            self.post_message(self.Moved(self.rows[place]))

    def next_open(self, step: int) -> int | None:
        """Index of the nearest open claim in a direction, going round at the ends; none when none is open."""
        count = len(self.rows)
        for distance in range(1, count + 1):
            place = (self.cursor + step * distance) % count
            if self.rows[place].is_open:
                return place
        return None

    @property
    def page(self) -> int:
        """Claims that fit in the view."""
        return max(1, self.size.height // self.line_height)

    def toggle_mark(self) -> None:
        """Mark the current claim, or take its mark away, and go one down."""
        if (row := self.current) is not None:
            self.marked ^= {row.number}
            self._redraw(self.cursor)
            self.go(self.cursor + 1)

    def mark_all(self) -> None:
        """Mark every claim shown, or, when all are marked, none."""
        everything = set(self._places)
        self.marked = set() if self.marked == everything else everything
        self.refresh()

    def mark(self, numbers: Iterable[int], *, on: bool = True) -> None:
        """Mark claims that are shown, or take their marks away."""
        shown = set(numbers) & self._places.keys()
        if shown:
            self.marked = self.marked | shown if on else self.marked - shown
            self.refresh()

    def clear_marks(self) -> None:
        """Take all marks away."""
        self.marked = set()
        self.refresh()

    # Drawing

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two lines and keep the cursor in view."""
        self._redraw(old)
        self._redraw(new)
        self._into_view()

    def on_resize(self) -> None:
        """Another width may mean another layout."""
        self._resized()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the line that was clicked."""
        self.go((event.y + self.scroll_offset.y) // self.line_height)

    def _resized(self) -> None:
        width = self.measure()
        self._shape = max(shape for shape in Shape if width >= shape)
        self.set_height(len(self.rows) * self.line_height)
        self._into_view()

    def _into_view(self) -> None:
        """Scroll so that the cursor and a line beyond it are in view."""
        height, lines = self.line_height, self.size.height
        if not lines:
            return
        margin = height if lines >= 3 * height else 0
        top, bottom = self.cursor * height - margin, (self.cursor + 1) * height + margin
        if top < self.scroll_offset.y:
            self.scroll_to(y=max(0, top), animate=False, force=True)
        elif bottom > self.scroll_offset.y + lines:
            self.scroll_to(y=bottom - lines, animate=False, force=True)

    def _redraw(self, place: int) -> None:
        self.refresh_lines(place * self.line_height, self.line_height)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width, base = self.cells, self.base
        place, part = divmod(y + self.scroll_offset.y, self.line_height)
        if place >= len(self.rows):
            text = self.empty if not self.rows and y == 0 else ""
            style = base + self.ink("queue--empty")
            return Strip([Segment(fit(" " + plain_line(text).plain, width), style)], width)
        row = self.rows[place]
        pieces = self._first(row, width) if part == 0 else self._second(row, width)
        if place == self.cursor:  # no colour of a finding can be read on the cursor's in every theme
            base += self.ink("queue--cursor")
            pieces = [(text, style.without_color) for text, style in pieces]
        return Strip([Segment(text, base + style) for text, style in pieces], width).adjust_cell_length(
            width, base
        )

    def _first(self, row: ClaimRow, width: int) -> list[tuple[str, Style]]:
        """Number, finding, signs, words; in columns also speaker, kinds, assignee."""
        none = Style()
        sign = SAVING if row.number in self.saving else MARKED if row.number in self.marked else " "
        digits, shown = self._digits, signs(row)
        room = 0 if self.shape is Shape.TALL else 2 if self.shape is Shape.SHORT else 4
        pieces = [
            (sign, self.ink("queue--marked")),
            (f"{row.number:>{digits}} ", self.ink("queue--number")),
            (mark(row.finding), self.ink(tone(row.finding))),
            (" " + (fit(shown[:room], room) + " " if room else ""), self.ink("queue--signs")),
        ]
        left = width - sum(cell_len(text) for text, _ in pieces)
        words = safe_line(row.text)
        nested = "↳ " if row.parent is not None else ""
        words_style = self.ink("queue--more") if row.finding is Finding.NOT_CHECKABLE else none
        if self.shape is not Shape.COLUMNS:
            return [*pieces, (fit(nested + words, left), words_style)]
        speaker, kinds, assignee = 18, 22, 10
        more = self.ink("queue--more")
        return [
            *pieces,
            (fit(nested + words, left - speaker - kinds - assignee - 3), words_style),
            (" " + fit(safe_line(row.speaker), speaker), none),
            (" " + fit(self._kinds(row), kinds), more),
            (" " + fit(safe_line(row.assignee), assignee), more),
        ]

    def _second(self, row: ClaimRow, width: int) -> list[tuple[str, Style]]:
        """Signs, speaker, kinds and assignee under the words."""
        warned = signs(row)
        parts = [
            safe_line(row.speaker),
            self._kinds(row),
            f"→ {safe_line(row.assignee)}" if row.assignee else "",
        ]
        text = " · ".join(part for part in parts if part)
        before = " " * (self._digits + 5)
        return [
            (before, Style()),
            (warned + " " if warned else "", self.ink("queue--signs")),
            (
                fit(text, width - len(before) - (cell_len(warned) + 1 if warned else 0)),
                self.ink("queue--more"),
            ),
        ]

    @staticmethod
    def _kinds(row: ClaimRow) -> str:
        return ", ".join(words_of(kind) for kind in row.kinds)
