"""The claims tab: queue, draft and card side by side, each following the others."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from factcheck.errors import Conflict
from factcheck.model import Change, Claim, ClaimFilter, ClaimRow, Draft, Span
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.frame.saving import Attempt, Save
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.panes.card_entries import entries_of
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.panes.queue import ClaimList
from factcheck.tui.panes.rows import Rows
from factcheck.tui.verbs.asking import Asking
from factcheck.tui.verbs.cutting import Cutting
from factcheck.tui.verbs.deciding import Deciding
from factcheck.tui.verbs.moving import Moving
from factcheck.tui.verbs.sourcing import named
from factcheck.tui.words.glyphs import filter_words, plain_line, words_of

_HISTORY = 6
"""Events on the card."""
_ROOMY = 13
"""Lines of a card from which it repeats the claim's words."""
_NEAR = 60
"""Claims to each side whose check points are asked for at once: more than a view holds."""


class Beside(Container):
    """Draft and card; it draws nothing itself."""

    BLANK = True


class ClaimsTab(Moving, Deciding, Cutting, Asking):
    """Queue, draft and card of an article."""

    BLANK = True  # its panes cover it
    place = Place.CLAIMS
    title = "Claims"
    BINDINGS = bindings(Place.CLAIMS)

    SCOPED_CSS = False  # the classes that tell the width are on the screen, outside of this widget
    DEFAULT_CSS = """
    ClaimsTab { layout: horizontal; }
    ClaimsTab #text { width: 1fr; height: 1fr; layout: horizontal; }
    ClaimsTab LineView { height: 1fr; border-top: solid $primary-muted; border-title-color: $text-muted; }
    ClaimsTab LineView:focus {
        border-top: heavy $accent; border-title-color: $text-accent; border-title-style: bold;
    }
    ClaimsTab #queue { width: 30%; min-width: 34; max-width: 64; }
    ClaimsTab #draft { width: 1fr; margin-left: 1; }
    ClaimsTab #card { width: 38%; min-width: 28; max-width: 56; margin-left: 1; }
    .-medium ClaimsTab #text { layout: vertical; }
    .-medium ClaimsTab #queue { width: 28; min-width: 20; }
    .-medium ClaimsTab #draft { width: 100%; height: 3fr; margin: 0; }
    .-medium ClaimsTab #card { width: 100%; height: 2fr; max-width: 100%; margin: 0; }
    .-medium ClaimsTab #text { margin-left: 1; }

    ClaimsTab.-one #queue, ClaimsTab.-one #text, ClaimsTab.-one #draft, ClaimsTab.-one #card {
        width: 100%; max-width: 100%; height: 1fr; margin: 0;
    }
    """

    def __init__(self, article: str) -> None:
        super().__init__(article)
        self.filter = ClaimFilter()
        self._present = Rows()
        self._claim: Claim | None = None
        self._draft: Draft | None = None
        self._unticked: dict[int, tuple[Span, ...]] = {}

    def compose(self) -> ComposeResult:
        """The three panes."""
        yield self._pane(ClaimList(), "Claims")
        with Beside(id="text"):
            yield self._pane(DraftView(self._points_of), "Draft")
            yield self._pane(ClaimCard(), "Claim")

    @staticmethod
    def _pane(widget: Widget, title: str) -> Widget:
        widget.border_title = f" {title} "
        return widget

    # What is shown

    def load(self) -> None:
        """Ask the desk for everything again; cursor, marks and selection stay where they can."""
        desk = self.app.desk
        draft = desk.drafts.get(self.article)
        if self._draft is None or draft.digest != self._draft.digest or draft.number != self._draft.number:
            self._draft = draft
        self._unticked.clear()
        self.query_one(DraftView).show(self._draft, desk.drafts.passages(self.article))
        self._present = Rows(desk.queue.rows(self.article))
        self.query_one(DraftView).set_claims(self._present.all())
        self.list_claims()
        self.show_current(same=True)

    def list_claims(self) -> None:
        """Show in the queue what the filter lets through."""
        rows = self._present.admitted(self.filter)
        if rows is None:
            rows = self.app.desk.queue.rows(self.article, self.filter)
        elif self.filter.search.strip():
            rows = self.app.desk.queue.holding(self.article, rows, self.filter.search)
        self.query_one(ClaimList).show(rows)
        self._entitle()

    def enter(self) -> None:
        """The pane that was worked in takes the focus."""
        self.to_pane(self.pane)

    def changed(self, change: Change) -> None:
        """Take over just the claims that changed; everything when claims came, went or were cut anew."""
        if change.article not in ("", self.article):
            return
        rows = [] if change.whole_article else self.app.desk.queue.rows_of(self.article, change.claims)
        if change.whole_article or not self._present.same_cut(change.claims, rows):
            self.load()
            return
        self._take_over(rows)

    def _take_over(self, rows: Sequence[ClaimRow]) -> None:
        """Draw new values of claims."""
        self._present.replace(rows)
        self.query_one(ClaimList).replace(rows)
        self.query_one(DraftView).replace(rows)
        for row in rows:
            self._unticked.pop(row.number, None)
        self._entitle()
        if self.current is not None and any(row.number == self.current.number for row in rows):
            self.show_current(same=True)

    def _entitle(self) -> None:
        """Counts and filter in the title of the queue."""
        queue = self.query_one(ClaimList)
        shown, filtered = len(queue.rows), filter_words(self.filter)
        text = plural(shown, "claim") if not filtered else f"{shown:,} of {len(self._present):,}: {filtered}"
        queue.border_title = plain_line(f" {text} ")
        queue.empty = (
            "No claim is left in this filter; Esc shows all." if filtered else "This draft has no claims."
        )

    def show_current(self, *, same: bool = False, follow: bool = True) -> None:
        """Draw the current claim in draft and on card."""
        row, draft, card = self.current, self.query_one(DraftView), self.query_one(ClaimCard)
        if row is None:
            self._claim = None
            draft.set_current(None)
            card.show(())
            return
        desk = self.app.desk
        moved = self._claim is None or self._claim.number != row.number
        self._claim = desk.claims.get(self.article, row.number)
        draft.set_current(self._claim, follow=follow and (moved or not same))
        history = desk.history.events(self.article, claim=row.number, limit=_HISTORY)
        missing = desk.findings.missing(self.article, row.number)
        tight = not self.large and 0 < card.size.height < _ROOMY
        entries = entries_of(self._claim, self._draft, history, missing, tight=tight)
        card.show(entries, same=same and not moved)

    def _points_of(self, numbers: Sequence[int]) -> list[Span]:
        """Check points to underline among claims in view: those not ticked yet."""
        for number in numbers:
            if number not in self._unticked:
                near = [other for other in self._present.near(number, _NEAR) if other not in self._unticked]
                self._unticked.update(dict.fromkeys(near, ()))
                with self.app.telling():
                    self._unticked.update(self.app.desk.findings.unticked(self.article, near))
        return [span for number in numbers for span in self._unticked[number]]

    # Following

    @on(ClaimList.Moved)
    def _queue_moved(self, event: ClaimList.Moved) -> None:
        event.stop()
        with self.app.telling():
            self.show_current()
        self.keep_place()

    @on(DraftView.Moved)
    def _draft_moved(self, event: DraftView.Moved) -> None:
        """The queue follows the cursor in the draft."""
        event.stop()
        if event.claim is None:
            aside = self.query_one(DraftView).aside_at(event.place)
            self.app.say(f"Set aside: {words_of(aside.reason)}." if aside else "")
        elif self.current is None or event.claim != self.current.number:
            if self.query_one(ClaimList).put_cursor(event.claim):
                with self.app.telling():
                    self.show_current(follow=False)
                self.keep_place()
            else:
                self.app.say(f"Claim {event.claim} is not in the filter; Esc shows all claims.")

    # What the verbs ask

    @property
    def current(self) -> ClaimRow | None:
        """The claim under the cursor of the queue."""
        return self.query_one(ClaimList).current

    @property
    def shown_claim(self) -> Claim | None:
        """The current claim as the card shows it."""
        return self._claim

    @property
    def targets(self) -> tuple[int, ...]:
        """The marked claims in their order, else the current one."""
        queue = self.query_one(ClaimList)
        if queue.marked:
            return tuple(row.number for row in queue.rows if row.number in queue.marked)
        return (queue.current.number,) if queue.current else ()

    @property
    def selected_words(self) -> str:
        """The words selected in the draft."""
        chosen = self.query_one(DraftView).selection
        return self._draft.text[chosen.start : chosen.end] if chosen and self._draft else ""

    def act_on(
        self,
        numbers: Sequence[int],
        verb: Callable[[dict[int, int]], Change],
        what: str,
        *,
        about: Hashable = "",
        seen: Mapping[int, Any] | None = None,
        names: Mapping[int, str] | None = None,
        secret: bool = False,
        done: Callable[[Change], None] | None = None,
        then: Callable[[Change], None] | None = None,
    ) -> Save:
        """Write a verb on claims; a conflict is shown side by side."""
        queue = self.query_one(ClaimList)
        words = {number: f"Claim {number}: {row.text}" for number in numbers if (row := queue.row(number))}
        marked, spent = queue.marked & set(numbers), set[int]()

        def committed(change: Change) -> None:
            queue.set_saving(numbers, saving=False)
            queue.mark(spent, on=False)
            if done is not None and self.is_attached:
                done(change)

        def failed() -> None:
            if self.is_attached:  # else the article was left meanwhile
                queue.set_saving(numbers, saving=False)
                spent.update(marked - queue.marked)  # marks that the verb had taken away
                queue.mark(spent)
                self._take_over(self.app.desk.queue.rows_of(self.article, numbers))

        return self._attempt(
            numbers,
            Attempt(
                verb,
                self.versions(numbers) if seen is None else seen,
                what,
                named(numbers),
                about=(self.article, tuple(numbers), about or what),
                names=words if names is None else names,
                note=partial(self._note_beside, secret=secret),
                done=committed,
                then=then,
                failed=failed,
                again=partial(self._attempt, numbers),
            ),
        )

    def _attempt(self, numbers: Sequence[int], attempt: Attempt) -> Save:
        if self.is_attached:
            self.query_one(ClaimList).set_saving(numbers, saving=True)
        return self.app.attempt(attempt)

    def _note_beside(self, error: Conflict, text: str, *, secret: bool) -> Change:
        """Keep what was not put over another's change as a note on each of the claims."""
        desk = self.app.desk
        numbers = list(dict.fromkeys(met.number for met in error.met if met.number is not None))
        if len(numbers) == 1:
            return desk.notes.add(self.article, numbers[0], text, confidential=secret)
        said = f"{plural(len(numbers), 'claim')}: note added"
        with desk.one_step(said, verb="note", article=self.article) as step:
            for number in numbers:
                desk.notes.add(self.article, number, text, confidential=secret)
        return step.change

    def versions(self, numbers: Sequence[int]) -> dict[int, int]:
        """Versions of listed claims as they are seen now."""
        queue = self.query_one(ClaimList)
        return {number: row.version for number in numbers if (row := queue.row(number)) is not None}
