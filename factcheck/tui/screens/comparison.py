"""The view of a comparison: drawn line by line, so that a long article costs no more than a short one."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from db.vocabulary import FINDINGS
from factcheck.model import BlockDiff, ClaimRow
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.lineview import LineView
from factcheck.tui.screens.comparing import DIM, FOLD, HEAD, MOVED, Comparison, Difference
from factcheck.tui.words.glyphs import mark, tone
from factcheck.tui.words.inline_diff import CAME, GONE, inline_rules
from factcheck.tui.words.wrap import Lines

_LOOKS = (GONE, CAME, DIM, HEAD, FOLD, MOVED, "here", "gutter")
_NARROW = 60
"""Cells below which the gutter leaves numbers of claims out."""


class ComparisonView(LineView):
    """Two drafts as one text; changes are gone through one by one."""

    place = Place.LIST
    BINDINGS = bindings(place)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"comparison--{look}" for look in _LOOKS}
    DEFAULT_CSS = (
        """
    ComparisonView {
        height: 1fr;
        .comparison--dim { color: $text-muted; }
        .comparison--head { text-style: bold; }
        .comparison--fold { color: $text-muted; text-style: italic; }
        .comparison--moved { color: $text-accent; text-style: italic; }
        .comparison--gutter { color: $text-muted; }
        .comparison--here { background: $primary-muted; color: $text; text-style: bold; }
        """
        + inline_rules("comparison")
        + "}"
    )

    def __init__(self) -> None:
        super().__init__(id="comparison")
        self.folded = True
        """Whether paragraphs that did not change are one line."""
        self.chosen: int | None = None
        """Which difference stands out."""
        self.comparison = Comparison((), folded=True)
        self._blocks: Sequence[BlockDiff] = ()
        self._newer: Sequence[ClaimRow] = ()
        self._older: Sequence[ClaimRow] = ()
        self._places: list[tuple[int, ClaimRow]] = []
        self._digits = 1
        self._lines = Lines("", (), 8)

    def show(self, blocks: Sequence[BlockDiff], newer: Sequence[ClaimRow], older: Sequence[ClaimRow]) -> None:
        """Show a comparison, the first change in view.

        Args:
            blocks: of both drafts.
            newer: claims at their places in the newer draft.
            older: claims at those in the older one.
        """
        self._blocks, self._newer, self._older = blocks, newer, older
        self._digits = len(str(max((row.number for row in (*newer, *older)), default=1)))
        self.chosen = None
        self._read()
        self.scroll_to(y=0, animate=False, force=True)
        self.go(1)

    @property
    def difference(self) -> Difference | None:
        """The change that stands out."""
        return self.comparison.differences[self.chosen] if self.chosen is not None else None

    def go(self, by: int) -> bool:
        """Go to the next change in a direction; False when there is none."""
        last = len(self.comparison.differences) - 1
        wanted = 0 if self.chosen is None else self.chosen + by
        if not 0 <= wanted <= last:
            return False
        self.chosen = wanted
        self._into_view()
        self.refresh()
        return True

    def fold(self) -> None:
        """Show what did not change as well, or fold it away; the change that stands out stays in view."""
        self.folded = not self.folded
        self._read()
        self._into_view()

    def action_move(self, by: int) -> None:
        """Scroll some lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    async def action_open_line(self) -> None:
        """Go to the claim at the change: the room knows how."""
        await self.screen.run_action("open_claim")

    def on_resize(self) -> None:
        """Break the text into lines of the new width."""
        self._lay()
        self._into_view()

    def _read(self) -> None:
        self.comparison = Comparison(self._blocks, folded=self.folded)
        self._places = self.comparison.places(self._newer, self._older)
        self._lay()

    @property
    def _gutter(self) -> int:
        """Cells at the left: what became of the paragraph, and finding and number of a claim."""
        return 5 if self.cells < _NARROW else 6 + self._digits

    def _lay(self) -> None:
        width = self.measure() - self._gutter - 1
        self._lines = Lines(self.comparison.text, self.comparison.blocks, width)
        self.set_height(len(self._lines))
        self.refresh()

    def _into_view(self) -> None:
        """Scroll so that the change that stands out is in view, with what stands before it."""
        difference, height = self.difference, self.size.height
        if difference is None or not height:
            return
        first, last = self._lines.line_of(difference.start), self._lines.line_of(difference.end)
        top = self.scroll_offset.y
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - height // 3), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the view: gutter, then the words with their looks."""
        line = y + self.scroll_offset.y
        if line >= len(self._lines) or self._lines.block_of[line] < 0:
            return Strip.blank(self.cells, self.base)
        start, end = self._lines.starts[line], self._lines.ends[line]
        claims = self._claims(start, end)
        segments = [*self._margin(line, claims), Segment(" " * self._lines.indent(line), self.base)]
        signs = {place - 1: row for place, row in claims if place > start}
        segments += self._words(start, end, signs)
        return Strip(segments).adjust_cell_length(self.cells, self.base)

    def _claims(self, start: int, end: int) -> list[tuple[int, ClaimRow]]:
        """Claims that begin on a line."""
        first = bisect_right(self._places, start, key=lambda pair: pair[0] + 1)
        last = bisect_right(self._places, end, key=lambda pair: pair[0] + 1)
        return self._places[first:last]

    def _margin(self, line: int, claims: Sequence[tuple[int, ClaimRow]]) -> list[Segment]:
        """What became of the paragraph at its first line, and the first claim that begins on the line."""
        block = self._lines.block_of[line]
        opens = line == 0 or self._lines.block_of[line - 1] != block
        sign = self.comparison.signs[block] if opens else " "
        segments = [Segment(f"{sign} ", self.base)]
        if not claims:
            return [*segments, Segment(" " * (self._gutter - 2), self.base)]
        row = claims[0][1]
        number = f"{row.number:>{self._digits}} " if self._gutter > 5 else ""
        return [
            *segments,
            Segment(number, self.base + self.ink("comparison--gutter")),
            Segment(f"{mark(row.finding)} ", self.base + self._finding(row)),
        ]

    def _words(self, start: int, end: int, signs: dict[int, ClaimRow]) -> list[Segment]:
        """The words of a line; the space before a claim that begins inside it holds the finding's sign."""
        shown = self._lines.shown
        here = self.difference
        edges = {start, end}
        for place in signs:
            edges |= {place, place + 1}
        if here is not None:
            edges |= {edge for edge in (here.start, here.end) if start < edge < end}
        paint = self.comparison.paint
        first = max(0, bisect_right(paint, start, key=lambda painted: painted.start) - 1)
        laid = []
        for painted in paint[first:]:
            if painted.start >= end:
                break
            if painted.end > start:
                laid.append(painted)
                edges |= {max(start, painted.start), min(end, painted.end)}
        segments = []
        for left, right in pairwise(sorted(edges)):
            row = signs.get(left)
            if row is not None and right == left + 1 and shown[left] == " ":
                segments.append(Segment(FINDINGS[row.finding].sign, self.base + self._finding(row)))
                continue
            style = self.base
            look = next((painted.look for painted in laid if painted.start <= left < painted.end), "")
            if look:
                style += self.ink(f"comparison--{look}")
            if here is not None and here.start <= left < here.end:
                style += self.ink("comparison--here")
            segments.append(Segment(shown[left:right], style))
        return segments

    def _finding(self, row: ClaimRow) -> Style:
        return self.ink(tone(row.finding))
