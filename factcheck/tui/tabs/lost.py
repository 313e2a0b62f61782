"""The lost tab: claims whose words the current draft no longer holds; none is ever deleted."""

from collections.abc import Callable, Sequence

from db.vocabulary import Finding, FixState
from factcheck.model import Change, ClaimFilter, ClaimRow
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.pick import PickDialog
from factcheck.tui.dialogs.whether import WhetherDialog
from factcheck.tui.frame.saving import Attempt, Save
from factcheck.tui.panes.listing import Line
from factcheck.tui.tabs.list_tab import Entry, ListTab, line
from factcheck.tui.words.glyphs import mark


class LostTab(ListTab):
    """Lost claims of the article."""

    place = Place.LOST
    title = "Lost"
    BINDINGS = bindings(place)
    EMPTY = "No claim is lost: every claim stands in the current draft."

    def _rows(self) -> list[ClaimRow]:
        rows = self.app.desk.queue.rows(self.article, ClaimFilter(lost=True))
        return [row for row in rows if row.fix is not FixState.CUT]

    def count(self) -> int | None:
        """Claims that are lost and not closed."""
        return len(self._rows()) or None

    def lines(self) -> Sequence[Line[Entry]]:
        """A line a claim, with the words that it had."""
        return [
            line(row.number, Entry(row.number, row), f"{row.number:>4} {mark(row.finding)}  ", row.text)
            for row in self._rows()
        ]

    async def action_reattach(self) -> None:
        """Choose where the claim stands now, among the claims that nobody has decided."""
        if self.entry is None or not isinstance(row := self.entry.thing, ClaimRow):
            return
        free = self.app.desk.queue.rows(self.article, ClaimFilter(findings=(Finding.UNCHECKED,)))
        from factcheck.revise.matching.likeliest import likeliest  # 130 ms that few articles need

        places = likeliest(row.text, free)
        if not places:
            self.app.say("The draft holds no undecided claim to put it on.", "warning")
            return
        options = [(str(place.number), f"{place.number:>4}  {place.text}") for place in places]
        pick = PickDialog(f"Claim {row.number} stands at", options, above=row.text)
        spans = {str(place.number): (place.start, place.end) for place in places}
        await self.app.ask(pick, lambda key: None if key is None else self._reattach(row, *spans[key]))

    def _reattach(self, row: ClaimRow, start: int, end: int) -> Save:
        desk, article = self.app.desk, self.article
        return self._attempt(
            row,
            lambda seen: desk.lost_claims.reattach(article, row.number, start, end, expected=seen),
            "re-attach it",
        )

    async def action_close_lost(self) -> None:
        """Close the claim as cut, after asking."""
        if self.entry is None or not isinstance(row := self.entry.thing, ClaimRow):
            return
        dialog = WhetherDialog("Close as cut?", f"Claim {row.number}: {row.text}")
        await self.app.ask(dialog, lambda yes: self._close(row) if yes else None)

    def _close(self, row: ClaimRow) -> Save:
        desk, article = self.app.desk, self.article
        return self._attempt(
            row, lambda seen: desk.lost_claims.close(article, row.number, expected=seen), "cut it"
        )

    def _attempt(self, row: ClaimRow, verb: Callable[[dict[int, int]], Change], what: str) -> Save:
        desk, number = self.app.desk, row.number
        return self.app.attempt(
            Attempt(
                verb,
                {number: row.version},
                what,
                f"claim {number}",
                about=(self.article, number),
                names={number: f"Claim {number}: {row.text}"},
                note=lambda _, text: desk.notes.add(self.article, number, text),
            )
        )
