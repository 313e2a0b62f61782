"""Ways through the queue, the panes, and the place that is kept for the next time."""

from collections.abc import Callable
from dataclasses import replace

from textual.events import DescendantFocus
from textual.timer import Timer

from factcheck.model import ClaimFilter
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.panes.queue import ClaimList
from factcheck.tui.verbs.context import ClaimWork

PANES = ("queue", "draft", "card")
ONE_PANE = 60
"""Columns below which there is room for one pane."""
_PLACE_DELAY = 0.4
"""Seconds of rest until the place is kept."""


class Moving(ClaimWork):
    """The moving verbs of the claims tab."""

    pane = "queue"
    """The pane that is worked in."""
    large = False
    """Whether it has all the room."""
    _place_timer: Timer | None = None
    _place_due: Callable[[], object] | None = None

    @property
    def _queue(self) -> ClaimList:
        return self.query_one(ClaimList)

    def action_move(self, by: int) -> None:
        """Go some claims on or back."""
        self._queue.go(self._queue.cursor + by)

    def action_move_open(self, step: int) -> None:
        """Go to the next open claim in a direction, round the ends."""
        place = self._queue.next_open(step)
        if place is None:
            self.app.say("No claim here is open." if self._queue.rows else "No claims here.")
        else:
            self._queue.go(place)

    def go_on(self) -> None:
        """Go to the next open claim."""
        self.action_move_open(1)

    def action_first(self) -> None:
        """Go to the first claim."""
        self._queue.go(0)

    def action_last(self) -> None:
        """Go to the last claim."""
        self._queue.go(len(self._queue.rows) - 1)

    def action_page(self, by: int) -> None:
        """Go a page of claims on or back."""
        self.action_move(by * self._queue.page)

    def action_read(self, pages: int) -> None:
        """Page the draft; the claim stays."""
        self.query_one(DraftView).read(pages)

    def go_to(self, number: int) -> None:
        """Put the cursor on a claim; a filter that hides it is dropped."""
        if not self._queue.has(number):
            self.show_filter(ClaimFilter())
            self.app.say("The filter was dropped to show this claim.")
        row = self._queue.row(number)
        if row is None:
            self.app.say(f"There is no claim {number} here.", "warning")
        elif self._queue.current is not row:
            self._queue.go(self._queue.rows.index(row))

    def show_filter(self, wanted: ClaimFilter) -> None:
        """List the claims of another filter."""
        self.filter = wanted
        self.list_claims()
        self.show_current()
        self.keep_place()

    def action_order(self) -> None:
        """Switch between reading order and the most urgent first."""
        self.show_filter(replace(self.filter, by_priority=not self.filter.by_priority))
        self.app.say("Most urgent first." if self.filter.by_priority else "Reading order.")

    def action_clear(self) -> None:
        """Drop the first of these that there is: selection, marks, a large pane, the filter."""
        if self.query_one(DraftView).clear_selection():
            return
        if self._queue.marked:
            self._queue.clear_marks()
        elif self.large:
            self.action_large()
        elif self.filter != ClaimFilter(by_priority=self.filter.by_priority):
            self.show_filter(ClaimFilter(by_priority=self.filter.by_priority))
            self.app.say("All claims are shown.")

    # Panes

    def action_pane(self, by: int) -> None:
        """Go to the next pane; where there is room for one, it takes the place of the other."""
        self.to_pane(PANES[(PANES.index(self.pane) + by) % len(PANES)])

    def action_detail(self) -> None:
        """Give the card all the room, or give it back."""
        self.large = not self.large
        self.to_pane("card" if self.large else "queue")
        self._redraw()

    def action_large(self) -> None:
        """Give the pane all the room, or give it back."""
        self.large = not self.large
        self.arrange_panes()
        self._redraw()

    def to_pane(self, name: str) -> None:
        """Put the focus into a pane."""
        self.pane = name
        self.arrange_panes()
        self.screen.set_focus(self.query_one(f"#{name}"))

    def arrange_panes(self) -> None:
        """Show all panes, or only the one that is worked in where it has all the room."""
        single = self.large or self.screen.size.width < ONE_PANE
        for name in PANES:
            self.query_one(f"#{name}").display = not single or name == self.pane
        self.query_one("#text").display = not single or self.pane != "queue"
        self.set_class(single, "-one")

    def on_resize(self) -> None:
        """Another width may have room for another number of panes."""
        self.arrange_panes()
        self.call_after_refresh(self._redraw)

    def _redraw(self) -> None:
        """Draw the current claim again, in the room that there is now."""
        with self.app.telling():
            self.show_current(same=True)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember which pane is worked in."""
        if event.widget.id in PANES:
            self.pane = event.widget.id

    # Place

    def keep_place(self) -> None:
        """Keep where the person is, once they rest there."""
        row, desk, article = self.current, self.app.desk, self.article
        if row is None:
            return
        number = row.number
        state = {"filter": self.filter.stored()}
        self._place_due = lambda: desk.typing.save_place(article, number, state)
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(_PLACE_DELAY, self._keep_place_now)

    def _keep_place_now(self) -> None:
        if self._place_due is not None:
            self.app.keep(self._place_due, "where you are")
            self._place_due = None

    def on_unmount(self) -> None:
        """Keep the place before the tab is gone."""
        self._keep_place_now()

    def restore_place(self) -> None:
        """Go to where the person left off, with the filter that they had."""
        place = self.app.desk.typing.place(self.article)
        if place is None:
            return
        stored = place.state.get("filter", {})
        self.filter = ClaimFilter.out_of(stored) if isinstance(stored, dict) else ClaimFilter()
        self.list_claims()
        self._queue.put_cursor(place.claim)
        self.show_current()
