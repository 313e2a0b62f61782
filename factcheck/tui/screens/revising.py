"""The next draft: what becomes of every claim, each change shown, nothing applied until it is confirmed."""

from collections.abc import Iterator
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from db.vocabulary import FINDINGS, Outcome
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.intake import Incoming, plan_next
from factcheck.model import (
    Change,
    ClaimRevision,
    NewClaim,
    Revision,
)
from factcheck.revise import let_go, place_of, placed
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.pick import PickDialog
from factcheck.tui.dialogs.whether import WhetherDialog
from factcheck.tui.frame.saving import Save
from factcheck.tui.panes.listing import Line, LineList
from factcheck.tui.screens.screen import Room
from factcheck.tui.tabs.list_tab import Entry, KeyedList, heading, line
from factcheck.tui.words.glyphs import mark, plain_line, words_of
from factcheck.tui.words.inline_diff import inline


class Planned(NamedTuple):
    """A next draft with what it would do, not applied."""

    incoming: Incoming
    revision: Revision


def planned(desk: Desk, article: str, incoming: Incoming, config: Config) -> Planned:
    """Compare a draft with the current one; runs on the writer's thread, changes nothing.

    Raises:
        Refused: its text is the current draft's.
    """
    return Planned(incoming, plan_next(desk, article, incoming, config))


_GROUPS = (
    (Outcome.RECHECK, "Changed: to recheck"),
    (Outcome.SPLIT, "Split"),
    (Outcome.MERGED, "Merged"),
    (Outcome.LOST, "Lost: no longer in the draft"),
    (Outcome.MOVED, "Moved, words the same"),
    (Outcome.KEPT, "Kept"),
)


class RevisingRoom(Room):
    """Counts at the head, changes in the list, the one under the cursor in full below."""

    place = Place.REVISING
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    RevisingRoom #head, RevisingRoom #counts { height: 1; background: $primary-muted; padding: 0 1; }
    RevisingRoom #head { text-style: bold; }
    RevisingRoom KeyedList { padding: 0 1; }
    RevisingRoom #change { height: 9; padding: 0 1; border-top: solid $primary-muted; overflow-y: auto; }
    """

    def __init__(self, article: str, planned: Planned) -> None:
        super().__init__()
        self.article = article
        self._planned = planned
        self._seen: set[int] = set()
        """Claims whose change a person accepted."""
        self._all = False

    @property
    def _revision(self) -> Revision:
        return self._planned.revision

    def compose_room(self) -> ComposeResult:
        """Head, counts, list, the change in full."""
        with Vertical(id="room"):
            yield Static("", id="head", markup=False)
            yield Static("", id="counts", markup=False)
            yield KeyedList("changes", "The new draft changes nothing.")
            yield Static("", id="change", markup=False)

    def on_mount(self) -> None:
        """Draw the plan."""
        self._draw()
        self.query_one(KeyedList).focus()

    def _draw(self) -> None:
        revision = self._revision
        name = self._planned.incoming.name
        title = f"Next draft of {self.article} from {name} · nothing is applied yet · s applies"
        self.query_one("#head", Static).update(plain_line(title))
        counts = revision.counts
        parts = [
            f"{number:,} {words_of(outcome)}"
            for outcome, number in counts.items()
            if outcome is not Outcome.NEW
        ]
        summed = f"{' + '.join(parts)} = {plural(len(revision.claims), 'claim')}; {counts[Outcome.NEW]:,} new"
        self.query_one("#counts", Static).update(plain_line(summed))
        self.query_one(KeyedList).show(list(self._lines()))
        self._show()

    def _lines(self) -> Iterator[Line[Entry]]:
        asked = [claim for claim in self._revision.claims if claim.asks]
        if asked:
            yield heading(f"Where does it stand? ({len(asked):,}): t chooses")
            for claim in asked:
                yield self._line(claim)
        for outcome, title in _GROUPS:
            chosen = [claim for claim in self._revision.claims if claim.outcome is outcome and not claim.asks]
            if not chosen:
                continue
            if outcome is Outcome.KEPT and not self._all:
                yield heading(f"{title} ({len(chosen):,}): + lists them")
                continue
            yield heading(f"{title} ({len(chosen):,})")
            for claim in chosen:
                yield self._line(claim)
        if self._revision.new:
            yield heading(f"New ({len(self._revision.new):,})")
            for place, new in enumerate(self._revision.new):
                yield line(("new", place), Entry(None, new), "   +  ", new.claim.text)

    def _line(self, claim: ClaimRevision) -> Line[Entry]:
        tick = "✓" if claim.number in self._seen else " "
        kinds = ", ".join(dict.fromkeys(words_of(change.kind) for change in claim.changes))
        words = inline(claim.diff) if claim.diff else plain_line(claim.after or claim.before)
        return line(
            claim.number, Entry(claim.number, claim), f"{tick} {claim.number:>4} {mark(claim.finding)}  ",
            (f"{kinds}: " if kinds else "", "$text-warning"), words,
        )  # fmt: skip

    @on(LineList.Moved)
    def _show(self) -> None:
        entry = self.query_one(KeyedList).current
        thing = entry.thing if entry is not None else None
        content = Content("")
        if isinstance(thing, ClaimRevision):
            facts = FINDINGS[thing.finding]
            fate = "mark withdrawn, to recheck" if thing.recheck else "mark kept"
            stood = f"{mark(thing.finding)} {facts.label}"
            head = f"Claim {thing.number} · {stood} · {words_of(thing.outcome)} · {fate}"
            reason = plain_line(thing.reason)
            words = inline(thing.diff) if thing.diff else plain_line(thing.before)
            content = Content.assemble((plain_line(head).plain, "bold"), "\n", reason, "\n", words)
        elif isinstance(thing, NewClaim):
            content = Content.assemble(("New, unchecked", "bold"), "\n", plain_line(thing.claim.text))
        self.query_one("#change", Static).update(content)

    @property
    def _claim(self) -> ClaimRevision | None:
        entry = self.query_one(KeyedList).current
        return entry.thing if entry is not None and isinstance(entry.thing, ClaimRevision) else None

    # Commands

    def action_accept(self) -> None:
        """Tick the change as looked at, and go on."""
        if (claim := self._claim) is not None:
            self._seen.add(claim.number)
            self._draw()
            self.query_one(KeyedList).move(1)

    def action_show_kept(self) -> None:
        """List kept claims as well, or not."""
        self._all = not self._all
        self._draw()

    def action_let_go(self) -> None:
        """Say that it is another sentence: the claim is lost, the stretch a new claim."""
        if (claim := self._claim) is not None and claim.place is not None:
            self._correct(let_go(self._revision, claim.number), claim.number)

    async def action_place(self) -> None:
        """Choose where the claim stands."""
        claim = self._claim
        if claim is None:
            return
        places = [*claim.ask, *(place_of(new) for new in self._revision.new)]
        if not places:
            self.app.say("The new draft holds no place that is free for it.", "warning")
            return
        options = [(str(place), found.text) for place, found in enumerate(places)]
        pick = PickDialog(f"Claim {claim.number} stands at", options, above=claim.before)
        await self.app.ask(
            pick,
            lambda key: (
                None
                if key is None
                else self._correct(placed(self._revision, claim.number, places[int(key)]), claim.number)
            ),
        )

    def _correct(self, revision: Revision, number: int) -> None:
        self._planned = self._planned._replace(revision=revision)
        self._seen.add(number)
        self._draw()

    async def action_apply(self) -> None:
        """Apply all of it as one step, after asking."""
        revision = self._revision
        counts = ", ".join(
            f"{number:,} {words_of(outcome)}" for outcome, number in revision.counts.items() if number
        )
        asked = (
            f" {plural(len(revision.asked), 'claim')} without a place yet: to the Lost tab."
            if revision.asked
            else ""
        )
        dialog = WhetherDialog("Apply the new draft?", f"{counts}.{asked} u takes all of it back.")
        await self.app.ask(dialog, lambda yes: self._apply() if yes else None)

    def _apply(self) -> Save:
        desk, article, (new, revision) = self.app.desk, self.article, self._planned
        return self.app.write(
            lambda: desk.revisions.apply(article, new.article, revision, lint=new.lint),
            what=f"the next draft of {article}, {new.name}",
            then=self._applied,
        )

    def _applied(self, _: Change) -> None:
        if self.app.screen is self:
            self.dismiss(None)
