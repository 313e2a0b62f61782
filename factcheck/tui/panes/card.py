"""The card of the current claim: words, check points, sources, notes and history, to read and to act on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.card_entries import REMOVABLE, Entry, Item
from factcheck.tui.panes.lineview import LineView
from factcheck.tui.words.inline_diff import CAME, GONE, inline_rules

_LOOKS = ("heading", "muted", "warning", "words", "wording", "done", "chosen", GONE, CAME)


class ClaimCard(LineView, can_focus=True):
    """Entries of a claim, wrapped to the width; keys act on the item under the cursor."""

    place: ClassVar[Place] = Place.CARD
    BINDINGS = bindings(Place.CARD)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"card--{look}" for look in _LOOKS}
    DEFAULT_CSS = (
        """
    ClaimCard {
        padding: 0 1;
        .card--heading { text-style: bold; }
        .card--muted { color: $text-muted; }
        .card--warning { color: $text-warning; }
        .card--words { text-style: bold; }
        .card--wording { color: $text-success; text-style: italic; }
        .card--done { color: $text-muted; }
        .card--chosen { background: $primary-muted; }
        """
        + inline_rules("card")
        + "}"
    )

    @dataclass
    class RemoveWanted(Message):
        """The citation, query or note under the cursor is to go."""

        item: Item

    def __init__(self) -> None:
        super().__init__(id="card")
        self.entries: Sequence[Entry] = ()
        self._lines: list[tuple[Content, int]] = []
        self._chosen: int | None = None
        self._paper = Style.null()

    def show(self, entries: Sequence[Entry], *, same: bool = False) -> None:
        """Show entries; with `same` it is the same claim again, and scroll and cursor stay.

        The cursor stays on its item wherever that stands now; when it is gone, on the one before.
        """
        before, self.entries = self.item, entries
        self._choose(self._place_of(before) if same else None)
        self._wrap()
        if not same:
            self.scroll_to(y=0, animate=False, force=True)

    @property
    def item(self) -> Item | None:
        """The item under the cursor, none when the cursor is on none."""
        if self._chosen is None or self._chosen >= len(self.entries):
            return None
        return self.entries[self._chosen].item

    @property
    def chosen(self) -> Item | None:
        """The item under the cursor while the card is worked in: what keys act on."""
        return self.item if self.has_focus else None

    def _place_of(self, item: Item | None) -> int | None:
        """Where an item stands, or the nearest one before its old place."""
        places: dict[Item | None, int] = {
            entry.item: place for place, entry in enumerate(self.entries) if entry.item is not None
        }
        if item is None or item in places:
            return places.get(item)
        before = [place for place in places.values() if place < (self._chosen or 0)]
        return max(before, default=min(places.values(), default=None))

    def _choose(self, place: int | None) -> None:
        self._chosen = place
        if self.has_focus:
            self.refresh_bindings()

    def action_step(self, by: int) -> None:
        """Go to the next item in a direction, or scroll a line where there is none in view."""
        places = [place for place, entry in enumerate(self.entries) if entry.item is not None]
        if self._chosen is None:
            wanted = places[0] if places and by > 0 else None
        else:
            wanted = next((p for p in places[::by] if (p - self._chosen) * by > 0), None)
        if wanted is None:
            self.scroll_relative(y=by, animate=False)
            return
        self._choose(wanted)
        self._into_view()
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be taken: only what somebody put beside the claim can be removed."""
        if action == "remove":
            return self.item is not None and self.item.kind in REMOVABLE
        return super().check_action(action, parameters)

    def action_remove(self) -> None:
        """Remove the item under the cursor."""
        if self.item is not None:
            self.post_message(self.RemoveWanted(self.item))

    def on_focus(self) -> None:
        """Put the cursor on the first item, so that keys have something to act on."""
        if self._chosen is None:
            self._choose(next((place for place, entry in enumerate(self.entries) if entry.item), None))
            self.refresh()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Another theme: look up the styles again."""
        super().notify_style_update()
        self.call_later(self._wrap)  # the card's own styles are applied only after this call

    def _look(self, look: str) -> Style:
        if look.startswith("$"):
            return Style.parse(look)
        return self.get_visual_style(f"card--{look}", partial=True) if look else Style.null()

    def _wrap(self) -> None:
        if not self.size.width:
            return
        width = self.measure()
        self._lines = []
        for place, entry in enumerate(self.entries):
            content = Content.assemble(*((text, self._look(look)) for text, look in entry.parts))
            wrapped = content.wrap(max(8, width - entry.indent)) or [Content("")]
            for number, line in enumerate(wrapped):
                self._lines.append((line.pad_left(entry.indent) if number else line, place))
        self.set_height(len(self._lines))
        self.refresh()

    def _into_view(self) -> None:
        own = [number for number, (_, place) in enumerate(self._lines) if place == self._chosen]
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if own and (own[0] < top or own[-1] >= top + height):
            self.scroll_to(
                y=max(0, own[-1] - height + 1 if own[-1] >= top + height else own[0]),
                animate=False,
                force=True,
            )

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view; what they share is looked up once."""
        self._paper = self.visual_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width, base = self.cells, self._paper
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, base.rich_style)
        line, place = self._lines[number]
        if place == self._chosen and self.has_focus:
            base += self._look("chosen")
        segments = line.render_segments(base)
        return Strip([Segment(text, style) for text, style, _ in segments]).adjust_cell_length(
            width, base.rich_style
        )
