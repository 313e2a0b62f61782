"""Verbs that cut: add a claim from selected words, split, merge, re-cut and take out."""

from factcheck.model import Change
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.panes.queue import ClaimList
from factcheck.tui.verbs.context import ClaimWork


class Cutting(ClaimWork):
    """The cutting verbs of the claims tab."""

    def action_add_claim(self) -> None:
        """Make the selected words a claim and go to it."""
        chosen = self.query_one(DraftView).selection
        if chosen is None:
            self._to_draft(
                "Select the words of the new claim (Shift+→, or the mouse), then press the key again."
            )
            return
        desk, article = self.app.desk, self.article
        self.app.write(
            lambda: desk.cuts.add(article, chosen.start, chosen.end),
            what=f"a new claim: {self.selected_words}",
            done=self._unselect,
            then=self._to_created,
        )

    def action_recut(self) -> None:
        """Give the current claim the selected words in place of its own."""
        row, chosen = self.current, self.query_one(DraftView).selection
        if row is None:
            return
        if chosen is None:
            self._to_draft("Select the words that the claim shall have, then press the key again.")
            return
        desk, article = self.app.desk, self.article
        self.act_on(
            (row.number,),
            lambda seen: desk.cuts.recut(article, row.number, chosen.start, chosen.end, expected=seen),
            f"re-cut: {self.selected_words}",
            about="cut",
            done=self._unselect,
        )

    def action_split(self) -> None:
        """Split the current claim at the cursor in the draft, or around the words selected in it."""
        row, draft = self.current, self.query_one(DraftView)
        if row is None:
            return
        places = draft.selection or (draft.caret.place,)
        inside = tuple(place for place in places if row.start < place < row.end)
        if not inside:
            self._to_draft("Put the cursor where the second claim begins, then press the key again.")
            return
        desk, article = self.app.desk, self.article
        self.act_on(
            (row.number,),
            lambda seen: desk.cuts.split(article, row.number, inside, expected=seen),
            "split the claim",
            about="cut",
            done=self._unselect,
        )

    def action_merge(self) -> None:
        """Merge the marked claims, or the current one with the next."""
        queue = self.query_one(ClaimList)
        numbers = self.targets
        if len(numbers) < 2:
            following = queue.cursor + 1
            if self.current is None or following >= len(queue.rows):
                self.app.say("There is no next claim to merge with.", "warning")
                return
            numbers = (self.current.number, queue.rows[following].number)
        desk, article = self.app.desk, self.article
        self.act_on(
            numbers, lambda seen: desk.merges.merge(article, numbers, expected=seen), "merge the claims"
        )
        queue.clear_marks()

    def action_retire(self) -> None:
        """Take the targets out of the queue."""
        numbers, desk, article = self.targets, self.app.desk, self.article
        if numbers:
            self.act_on(
                numbers,
                lambda seen: desk.merges.retire(article, numbers, "taken out by hand", expected=seen),
                "take out",
            )
            self.query_one(ClaimList).clear_marks()

    def _unselect(self, _: Change) -> None:
        """Drop the selection once it has served."""
        if self.is_attached:
            self.query_one(DraftView).clear_selection()

    def _to_created(self, change: Change) -> None:
        if change.created is not None and self.is_attached:
            self.go_to(change.created)

    def _to_draft(self, hint: str) -> None:
        """Put the focus into the draft and say what to do there."""
        self.to_pane("draft")
        self.app.say(hint)
