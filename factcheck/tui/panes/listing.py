"""A list of anything, drawn line by line: articles, sources, events; a thousand cost as little as ten."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import RenderOptions

from factcheck.tui.words.glyphs import plain_line

Item = TypeVar("Item")


class Line(NamedTuple, Generic[Item]):
    """One entry of a list."""

    key: Hashable
    """What it is known by when the list is shown again, so that the cursor stays on it."""
    item: Item | None
    """The thing; none for a heading, over which the cursor steps."""
    draw: Callable[[int], Content]
    """Draws it for a width in cells, on one line."""


class LineList(ScrollView, Generic[Item], can_focus=True):
    """Lines with a cursor; what the lines mean is their owner's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--empty", "list--heading"}
    DEFAULT_CSS = """
    LineList {
        height: 1fr; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; overflow-x: hidden;
        .list--cursor { background: $primary-muted; text-style: bold; }
        &:focus .list--cursor { background: $block-cursor-background 40%; color: $text; }
        .list--empty { color: $text-muted; }
        .list--heading { color: $text-accent; text-style: bold; }
    }
    """

    cursor: reactive[int] = reactive(0)
    """Index of the line under the cursor."""

    @dataclass
    class Moved(Message):
        """The cursor came to another line."""

        lines: "LineList[Any]"

    @dataclass
    class Chosen(Message):
        """A line was clicked a second time."""

        lines: "LineList[Any]"

    def __init__(self, name: str, empty: str) -> None:
        """An empty list.

        Args:
            name: id of the widget.
            empty: what stands there while it has no lines.
        """
        super().__init__(id=name)
        self.lines: Sequence[Line[Item]] = ()
        self.empty = empty

    @property
    def current(self) -> Item | None:
        """The thing under the cursor."""
        return self.lines[self.cursor].item if self.cursor < len(self.lines) else None

    def show(self, lines: Sequence[Line[Item]]) -> None:
        """Show other lines; the cursor stays on the same key where it is still there."""
        known = self.lines[self.cursor].key if self.cursor < len(self.lines) else None
        self.lines = lines
        place = next((place for place, line in enumerate(lines) if line.key == known), self.cursor)
        self.set_reactive(LineList.cursor, self._near(place, 1))
        self._resized()
        self.refresh()

    def put_cursor(self, key: Hashable) -> bool:
        """Put the cursor on the line of a key; False when there is none."""
        for place, line in enumerate(self.lines):
            if line.key == key:
                self.cursor = place
                return True
        return False

    def move(self, by: int) -> None:
        """Move the cursor some lines, over headings."""
        self.cursor = self._near(self.cursor + by, 1 if by > 0 else -1)

    def _near(self, place: int, step: int) -> int:
        """The nearest line that is no heading."""
        last = len(self.lines) - 1
        place = max(0, min(last, place))
        for way in (step, -step):
            at = place
            while 0 <= at <= last:
                if self.lines[at].item is not None:
                    return at
                at += way
        return max(0, place)

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw both lines, keep the cursor in view, and tell."""
        for place in (before, after):
            self.refresh_lines(place - self.scroll_offset.y, 1)
        self.scroll_to_line(after)
        self.post_message(self.Moved(self))

    def scroll_to_line(self, place: int) -> None:
        """Scroll as little as shows the line; from the first one, what is above it as well."""
        top, height = self.scroll_offset.y, max(1, self.scrollable_content_region.height)
        first = place if any(line.item is not None for line in self.lines[:place]) else 0
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif place >= top + height:
            self.scroll_to(y=place - height + 1, animate=False)

    def on_resize(self) -> None:
        """The width of the lines follows the widget's."""
        self._resized()

    def _resized(self) -> None:
        width = max(1, self.scrollable_content_region.width)
        self.virtual_size = Size(width, len(self.lines))
        self.call_after_refresh(self.scroll_to_line, self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a line; on the line that has it already, choose it."""
        place = event.y + self.scroll_offset.y
        if place >= len(self.lines) or self.lines[place].item is None:
            return
        if place == self.cursor:
            self.post_message(self.Chosen(self))
        self.cursor = place

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if not self.lines and y == 0:
            return self._strip(plain_line(self.empty), width, "list--empty")
        if place >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[place]
        kind = "list--heading" if line.item is None else "list--cursor" if place == self.cursor else ""
        return self._strip(line.draw(width), width, kind)

    def _strip(self, content: Content, width: int, kind: str) -> Strip:
        style = self.get_visual_style(kind) if kind else self.visual_style
        fitted = content.truncate(width, ellipsis=True)
        if kind == "list--cursor":  # no colour of a finding can be read on the cursor's in every theme
            fitted = Content(fitted.plain)
        strips = fitted.render_strips(width, 1, style, RenderOptions(self._get_style, {}))
        strip = strips[0] if strips else Strip([Segment("")])
        return strip.adjust_cell_length(width, style.rich_style)
