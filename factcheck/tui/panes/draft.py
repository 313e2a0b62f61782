"""The draft with its claims painted on it: a line view with a cursor, so that words can be selected."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from db.vocabulary import FINDINGS, BlockKind
from factcheck.model import Claim, ClaimRow, Draft, Passage, Span
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.lineview import LineView
from factcheck.tui.words.caret import Caret, Step
from factcheck.tui.words.glyphs import mark, tone
from factcheck.tui.words.wrap import Lines

_ASIDE, _CURRENT, _POINT, _CHOSEN, _CARET, _HEAD, _SIGN = (1 << bit for bit in range(7))
_LAYERS = (
    (_HEAD, "head"),
    (_ASIDE, "aside"),
    (_POINT, "point"),
    (_CURRENT, "current"),
    (_SIGN, "sign"),
    (_CHOSEN, "chosen"),
    (_CARET, "caret"),
)
"""Component styles by bit, each painted over those before it."""


class DraftView(LineView, can_focus=True):
    """The draft to read, to follow the queue in, and to select words in; nothing in it can be edited."""

    place: ClassVar[Place] = Place.DRAFT
    BINDINGS = bindings(Place.DRAFT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"draft--{name}" for _, name in _LAYERS} | {"draft--gutter"}
    DEFAULT_CSS = """
    DraftView {
        .draft--gutter { color: $text-muted; }
        .draft--head { text-style: bold; }
        .draft--aside { color: $text-muted; text-style: italic; }
        .draft--point { text-style: underline; }
        .draft--current { background: $primary-muted; color: $text; text-style: bold; }
        .draft--sign { text-style: bold; }
        .draft--chosen { background: $accent; color: auto 95%; }
        .draft--caret { text-style: reverse; }
    }
    """

    @dataclass
    class Moved(Message):
        """A person moved the cursor; `claim` is the innermost claim under it, if any."""

        place: int
        claim: int | None

    def __init__(self, points_of: Callable[[Sequence[int]], Iterable[Span]] = lambda _: ()) -> None:
        super().__init__(id="draft")
        self.points_of = points_of
        """Check points of the claims of these numbers, asked for what is in view."""
        self.caret = Caret()
        self.current: Claim | None = None
        """The claim that stands out."""
        self._draft: Draft | None = None
        self._lines = Lines("", (), 8)
        self._claims: list[ClaimRow] = []
        self._starts: list[int] = []
        self._reach: list[int] = []
        self._digits = 2
        self._aside: list[Passage] = []
        self._styles: dict[tuple[str, int], Style] = {}
        self._pressed: int | None = None

    # What is shown

    def show(self, draft: Draft, passages: Iterable[Passage]) -> None:
        """Show a draft; claims are given by `set_claims`."""
        self._draft = draft
        self._aside = sorted(passages, key=lambda passage: passage.start)
        self._lay()

    def set_claims(self, rows: Iterable[ClaimRow]) -> None:
        """Paint these claims; lost ones are left out."""
        self._claims = sorted((row for row in rows if not row.lost), key=lambda row: (row.start, -row.end))
        self._starts = [row.start for row in self._claims]
        self._digits = max(2, len(str(max((row.number for row in self._claims), default=0))))
        self._reach = list(accumulate((row.end for row in self._claims), max))
        self.refresh()

    def replace(self, rows: Iterable[ClaimRow]) -> None:
        """Take over new values of claims whose words have not changed."""
        for row in rows:
            place = bisect_left(self._starts, row.start)
            while place < len(self._claims) and self._claims[place].start == row.start:
                if self._claims[place].number == row.number:
                    self._claims[place] = row
                place += 1
        self.refresh()

    def set_current(self, claim: Claim | None, *, follow: bool = True) -> None:
        """Let a claim stand out; with `follow` the view and the cursor go to it."""
        self.current = claim
        if claim is not None and not claim.lost and follow:
            if self.caret.span is None:
                self.caret.put(claim.start)
            self._into_view(claim.start, claim.end)
        self.refresh()

    def read(self, pages: int) -> None:
        """Scroll by pages with two lines of overlap; cursor and claim stay."""
        self.scroll_to(y=self.scroll_offset.y + pages * max(1, self.size.height - 2), animate=False)

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the draft."""
        return self.caret.span

    def clear_selection(self) -> bool:
        """Drop the selection; False when there was none."""
        had = self.caret.span is not None
        self.caret.anchor = None
        self.refresh()
        return had

    def claims_at(self, place: int) -> list[ClaimRow]:
        """Claims whose words hold a code point, the innermost last."""
        found = list(self._claims_in(place, place + 1))
        return sorted(found, key=lambda row: row.start - row.end)

    def aside_at(self, place: int) -> Passage | None:
        """The passage set aside that holds a code point."""
        return next(iter(self._aside_in(place, place + 1)), None)

    # Keys and mouse

    def action_cursor(self, step: Step) -> None:
        """Move the cursor."""
        self.caret.move(self._lines, step, max(1, self.size.height - 2))
        self._moved()

    def action_choose(self, step: Step) -> None:
        """Move the cursor and select what it passes."""
        self.caret.move(self._lines, step, max(1, self.size.height - 2), choosing=True)
        self._moved()

    def action_choose_claim(self) -> None:
        """Select the words of the current claim."""
        if self.current is not None and not self.current.lost:
            self.caret.choose(self.current.start, self.current.end)
            self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is; a drag from here selects."""
        if event.button != 1 or not len(self._lines):
            return
        self._pressed = self._under(event)
        self.caret.put(self._pressed)
        self.capture_mouse()
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select whole words while the button is down; the view follows past its edges."""
        if self._pressed is None:
            return
        place = self._under(event)
        if place != self._pressed:
            self.caret.reach(self._lines, self._pressed, place)
            self._into_view(self.caret.place, self.caret.place)
            self.refresh()

    def on_mouse_up(self) -> None:
        """End of a click or a drag."""
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()
            if self.caret.span is None:
                self._moved()

    def on_click(self, event: events.Click) -> None:
        """A double click selects a word."""
        if event.chain == 2 and (word := self._lines.word_at(self._under(event))) is not None:
            self.caret.choose(*word)
            self.refresh()

    def _under(self, event: events.MouseEvent) -> int:
        line = max(0, min(len(self._lines) - 1, event.y + self.scroll_offset.y))
        return self._lines.offset_at(line, event.x - self._gutter)

    def _moved(self) -> None:
        self._into_view(self.caret.place, self.caret.place)
        self.refresh()
        under = self.claims_at(self.caret.place)
        self.post_message(self.Moved(self.caret.place, under[-1].number if under else None))

    # Layout

    @property
    def _gutter(self) -> int:
        """Cells at the left, for finding and (where it fits) number of a claim that begins there."""
        return 3 if self.cells < 60 else self._digits + 4

    def on_resize(self) -> None:
        """Break the text into lines of the new width, and keep what was read in view."""
        self._lay()

    def notify_style_update(self) -> None:
        """Another theme: forget the styles."""
        super().notify_style_update()
        self._styles.clear()

    def _lay(self) -> None:
        if self._draft is None or not self.size.width:
            return
        self.measure()
        top = self._lines.starts[self.scroll_offset.y] if self.scroll_offset.y < len(self._lines) else 0
        width = self.cells - self._gutter - 1
        if self._lines.width != width or len(self._lines.shown) != len(self._draft.text):
            self._lines = Lines(self._draft.text, self._draft.blocks, width)
        self.set_height(len(self._lines))
        if top:
            self.scroll_to(y=self._lines.line_of(top), animate=False, force=True)
        if self.current is not None and not self.current.lost:
            self._into_view(self.current.start, self.current.end)
        self.refresh()

    def _into_view(self, start: int, end: int) -> None:
        """Scroll so that a stretch stands in the view, not at its very edge."""
        height = self.size.height
        if not height or not len(self._lines):
            return
        first, last = self._lines.line_of(start), self._lines.line_of(max(start, end - 1))
        top = self.scroll_offset.y
        margin = min(2, (height - 1) // 4)
        if first >= top + margin and last < top + height - margin:
            return
        if start == end:
            target = first - margin if first < top + margin else first - height + margin + 1
        else:
            target = first - max(margin, min(height // 3, height - margin - 1 - (last - first)))
        self.scroll_to(y=max(0, target), animate=False, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the view: gutter, then the words with every layer of paint."""
        width, base = self.cells, self.base
        line = y + self.scroll_offset.y
        if line >= len(self._lines) or self._lines.block_of[line] < 0:
            return Strip.blank(width, base)
        start, end = self._lines.starts[line], self._lines.ends[line]
        claims = list(self._claims_in(start, end))
        left = self._gutter_text(claims, start)
        segments = [Segment(text, base + style) for text, style in left]
        segments.append(Segment(" " * self._lines.indent(line), base))
        shown = list(self._lines.shown[start:end] + " ")
        paint = self._paint(line, start, end, claims, shown)
        for (name, bits), run in groupby(range(len(shown)), key=paint.__getitem__):
            segments.append(Segment("".join(shown[place] for place in run), base + self._style(name, bits)))
        return Strip(segments).adjust_cell_length(width, base)

    def _gutter_text(self, claims: list[ClaimRow], start: int) -> list[tuple[str, Style]]:
        """The number and finding of the first claim that begins on the line."""
        first = next((row for row in claims if row.start >= start), None)
        if first is None:
            return [(" " * self._gutter, Style())]
        number = f"{first.number:>{self._digits}} " if self._gutter > 3 else ""
        return [
            (number, self._style("draft--gutter", 0)),
            (mark(first.finding) + " ", self._style(tone(first.finding), 0)),
        ]

    def _paint(
        self, line: int, start: int, end: int, claims: list[ClaimRow], shown: list[str]
    ) -> list[tuple[str, int]]:
        """Finding and layers of each character of a line, and signs in the spaces before claims."""
        count = end - start + 1
        names, bits = [""] * count, [0] * count

        def lay(first: int, last: int, bit: int) -> None:
            for place in range(max(first, start) - start, min(last, end) - start):
                bits[place] |= bit

        if self._draft and self._draft.blocks[self._lines.block_of[line]].kind in (
            BlockKind.HEADING,
            BlockKind.DEK,
        ):
            lay(start, end, _HEAD)
        for passage in self._aside_in(start, end):
            lay(passage.start, passage.end, _ASIDE)
        for row in claims:
            inside = slice(max(row.start, start) - start, min(row.end, end) - start)
            names[inside] = [tone(row.finding)] * len(names[inside])
            if row.start > start and shown[row.start - start - 1] == " ":
                place = row.start - start - 1
                shown[place], names[place], bits[place] = (
                    FINDINGS[row.finding].sign,
                    tone(row.finding),
                    _SIGN,
                )
        for point in self.points_of([row.number for row in claims]):
            lay(point.start, point.end, _POINT)
        if self.current is not None and not self.current.lost:
            for part in self.current.parts or (Span(self.current.start, self.current.end),):
                lay(part.start, part.end, _CURRENT)
        if (chosen := self.selection) is not None:
            lay(chosen.start, chosen.end, _CHOSEN)
        if self.has_focus and self._lines.line_of(self.caret.place) == line:
            bits[min(self.caret.place, end) - start] |= _CARET
        return list(zip(names, bits, strict=True))

    def _claims_in(self, start: int, end: int) -> Iterable[ClaimRow]:
        """Claims that share words with a stretch, in reading order."""
        last = bisect_left(self._starts, end)
        first = last
        while first > 0 and self._reach[first - 1] > start:
            first -= 1
        return (row for row in self._claims[first:last] if row.end > start)

    def _aside_in(self, start: int, end: int) -> list[Passage]:
        last = bisect_left(self._aside, end, key=lambda passage: passage.start)
        first = last
        while first > 0 and self._aside[first - 1].end > start:
            first -= 1
        return self._aside[first:last]

    def _style(self, name: str, bits: int) -> Style:
        """Return the style of a finding, or of the gutter, under layers of paint."""
        if (name, bits) not in self._styles:
            style = self.ink(name) if name else Style()
            for bit, layer in _LAYERS:
                if bits & bit:
                    style += self.ink(f"draft--{layer}")
            self._styles[name, bits] = style
        return self._styles[name, bits]
