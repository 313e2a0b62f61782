"""The drafts of an article: any two compared word by word, and each in whole with the marks of its claims."""

from collections.abc import Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from db.vocabulary import FINDINGS, Flag
from factcheck.model import BlockDiff, ClaimRow, DraftRow
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.card_entries import day_and_time
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.screens.comparison import ComparisonView
from factcheck.tui.screens.screen import ArticleRoom
from factcheck.tui.words.glyphs import fit, mark, plain_line

_LISTED = 6
"""Drafts listed at once; those that are compared are always among them."""


class WholeDraft(DraftView):
    """One draft in whole, read by the places that changed; nothing is selected in it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's hook
        """Leave out what selects words: no verb here takes them."""
        return action not in {"choose", "choose_claim"}

    def look_at(self, place: int) -> None:
        """Put the cursor somewhere and bring it into view."""
        self.caret.put(place)
        self._into_view(place, place)
        self.refresh()


class DraftsRoom(ArticleRoom):
    """The list of drafts; below it the comparison of two of them, or one in whole."""

    place = Place.DRAFTS
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    DraftsRoom #head {
        height: 1; background: $primary-muted; padding: 0 1; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    DraftsRoom #drafts {
        height: auto; padding: 0 1; border-bottom: solid $primary-muted;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    DraftsRoom ComparisonView, DraftsRoom WholeDraft { height: 1fr; padding: 0 1; }
    """

    def __init__(self, article: str) -> None:
        super().__init__(article)
        self._drafts: Sequence[DraftRow] = ()
        self._older = self._newer = 0
        """Numbers of the drafts that are compared."""
        self._shown: int | None = None
        """Number of the draft that is shown in whole; none while two are compared."""
        self._blocks: dict[tuple[int, int], tuple[BlockDiff, ...]] = {}
        """Comparisons made so far: the text of a draft never changes."""
        self._claims: dict[int, list[ClaimRow]] = {}

    def compose_room(self) -> ComposeResult:
        """Head, list, and the two views of which one is seen."""
        with Vertical(id="room"):
            yield Static("", id="head", markup=False)
            yield Static("", id="drafts", markup=False)
            yield ComparisonView()
            yield WholeDraft()

    def on_mount(self) -> None:
        """Compare the current draft with the one before it."""
        with self.app.telling():
            self.load()

    def load(self) -> None:
        """Ask for the drafts and the claims that stand in them."""
        self._drafts = self.app.desk.drafts.rows(self.article)
        self._claims.clear()
        numbers = [draft.number for draft in self._drafts]
        if self._newer not in numbers or self._older not in numbers:
            self._newer = next((draft.number for draft in self._drafts if draft.current), numbers[-1])
            before = [number for number in numbers if number < self._newer]
            self._older = before[-1] if before else self._newer
            self._shown = None
        if len(numbers) < 2:
            self._shown = self._newer
        self._show()

    # What is shown

    @property
    def _comparison(self) -> ComparisonView:
        return self.query_one(ComparisonView)

    @property
    def _whole(self) -> WholeDraft:
        return self.query_one(WholeDraft)

    def _standing(self, number: int) -> list[ClaimRow]:
        if number not in self._claims:
            self._claims[number] = self.app.desk.queue.within(self.article, number)
        return self._claims[number]

    def _diff(self) -> tuple[BlockDiff, ...]:
        pair = self._older, self._newer
        if pair not in self._blocks:
            self._blocks[pair] = self.app.desk.revisions.diff(self.article, *pair)
        return self._blocks[pair]

    def _show(self) -> None:
        """Draw the list, and the comparison or the draft."""
        comparing = self._shown is None
        self._comparison.display, self._whole.display = comparing, not comparing
        if comparing:
            self._comparison.show(self._diff(), self._standing(self._newer), self._standing(self._older))
        else:
            self._show_whole()
        self.set_focus(self._comparison if comparing else self._whole)
        self._entitle()
        self.query_one("#drafts", Static).update(Content("\n").join(self._lines()))

    def _show_whole(self) -> None:
        number = self._shown
        current = any(draft.number == number and draft.current for draft in self._drafts)
        passages = self.app.desk.drafts.passages(self.article) if current else ()
        self._whole.show(self.app.desk.drafts.get(self.article, number), passages)
        self._whole.set_claims(self._standing(number or self._newer))
        self._whole.look_at(0)

    def _entitle(self) -> None:
        """What is shown, and which change of how many."""
        if self._shown is not None:
            claims = plural(len(self._standing(self._shown)), "claim")
            what = f"draft {self._shown} in whole, {claims} as marked now"
        else:
            comparison, chosen = self._comparison.comparison, self._comparison.chosen
            count = len(comparison.differences)
            where = f"change {chosen + 1:,} of {count:,}" if chosen is not None else "no change"
            what = f"draft {self._older} → {self._newer}: {where}, "
            what += f"{comparison.changed:,} of {comparison.total:,} paragraphs"
        self.query_one("#head", Static).update(plain_line(f"{what} · {self.article}"))

    def _lines(self) -> Iterator[Content]:
        """A line a draft: what it is compared as, number, words, when, by, file."""
        wanted = {self._older, self._newer}
        for draft in reversed(self._drafts):
            if len(wanted) >= _LISTED:
                break
            wanted.add(draft.number)
        hidden = len(self._drafts) - len(wanted)
        for draft in self._drafts:
            if draft.number in wanted:
                yield self._line(draft)
        if hidden > 0:
            yield Content.styled(f"      ⋯ {hidden} more", "$text-muted")

    def _line(self, draft: DraftRow) -> Content:
        if self._shown is not None:
            role = "shown" if draft.number == self._shown else ""
        else:
            role = "/".join(
                word
                for word, number in (("from", self._older), ("to", self._newer))
                if number == draft.number
            )
        current = "current" if draft.current else ""
        line = f"{draft.number:>2} {current:<8}{draft.words:>7,} words  {day_and_time(draft.imported_at)}  "
        line += f"{fit(plain_line(draft.imported_by).plain, 12)}  {draft.source_name}"
        role = f"{role:>7} "
        return Content.assemble((role, "bold $text-accent"), plain_line(line))

    # Commands

    def action_change(self, by: int) -> None:
        """Go to the next change in a direction; in a whole draft, to the next place that changed."""
        if self._shown is None:
            if not self._comparison.go(by):
                self.app.say("No more changes this way." if self._comparison.difference else "No changes.")
            self._entitle()
            return
        place = self._whole.caret.place
        ahead = [other for other in self._changed_places() if (other - place) * by > 0]
        if ahead:
            self._whole.look_at(min(ahead) if by > 0 else max(ahead))
        else:
            self.app.say("No more changes this way.")

    def _changed_places(self) -> list[int]:
        """Where the draft that is shown in whole differs from the other one."""
        older = self._shown == self._older
        places = [
            block.before if older else block.after for block in self._diff() if block.changed or block.moved
        ]
        return [place.start for place in places if place is not None]

    def action_older(self, by: int) -> None:
        """Compare from another draft."""
        self._older = self._beside(self._older, by)
        self._compare()

    def action_newer(self, by: int) -> None:
        """Compare with another draft."""
        self._newer = self._beside(self._newer, by)
        self._compare()

    def _beside(self, number: int, by: int) -> int:
        """The draft some lines on in the list, round its ends."""
        numbers = [draft.number for draft in self._drafts]
        return numbers[(numbers.index(number) + by) % len(numbers)]

    def _compare(self) -> None:
        if len(self._drafts) < 2:
            self.app.say("There is only one draft; the next one comes with “Next draft” (: lists commands).")
            return
        self._shown = None
        self._show()

    def action_whole(self) -> None:
        """Show the older draft in whole, then the newer one, then the changes again."""
        turn = list(dict.fromkeys((None, self._older, self._newer)))
        if len(self._drafts) < 2:
            self._compare()
            return
        self._shown = turn[(turn.index(self._shown) + 1) % len(turn)]
        self._show()

    def action_fold(self) -> None:
        """Show or fold away the paragraphs that did not change."""
        if self._shown is None:
            self._comparison.fold()
            self._entitle()

    def action_open_claim(self) -> None:
        """Back to the article, at the claim that stands here."""
        claim = self._claim()
        if claim is None:
            self.app.say("No claim stands here.")
        elif claim.number in {row.number for row in self.app.desk.queue.rows(self.article)}:
            self.dismiss(claim.number)
        else:
            self.app.say(f"Claim {claim.number} is not in the current draft: the Lost tab has it.", "warning")

    def _claim(self) -> ClaimRow | None:
        """The claim under the cursor of a whole draft, or at the change that stands out."""
        if self._shown is not None:
            return next(iter(reversed(self._whole.claims_at(self._whole.caret.place))), None)
        difference = self._comparison.difference
        if difference is None:
            return None
        if difference.newer is not None:
            return _at(self._standing(self._newer), difference.newer)
        return _at(self._standing(self._older), difference.older or 0)

    @on(DraftView.Moved)
    def _moved(self, event: DraftView.Moved) -> None:
        """Say which claim the cursor is in."""
        event.stop()
        row = self._claim()
        if row is not None:
            recheck = ", to recheck" if Flag.RECHECK in row.flags else ""
            label = FINDINGS[row.finding].label
            self.app.say(f"Claim {row.number}: {mark(row.finding)} {label}{recheck}. Enter goes to it.")


def _at(rows: Sequence[ClaimRow], place: int) -> ClaimRow | None:
    """The innermost claim that holds a place of its draft, or the first one that begins behind it."""
    holding = [row for row in rows if row.start <= place < row.end]
    if holding:
        return min(holding, key=lambda row: row.end - row.start)
    return min((row for row in rows if row.start >= place), key=lambda row: row.start, default=None)
