"""Verbs that decide: findings, ticks, the second look, flags, priority, and the marks for many at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.vocabulary import FINDINGS, Finding, Flag
from factcheck.model import Change, Claim, ClaimRow, TickedPoint
from factcheck.text import plural
from factcheck.tui.dialogs.line import LineDialog, TriedDialog
from factcheck.tui.frame.saving import Save
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.panes.queue import ClaimList
from factcheck.tui.verbs.context import ClaimWork
from factcheck.tui.verbs.sourcing import named
from factcheck.tui.words.glyphs import words_of

_URGENT = 100
"""Priority that a person's “urgent” adds; more than the program's own reasons ever sum to."""


class Deciding(ClaimWork):
    """The deciding verbs of the claims tab."""

    async def action_decide(self, finding: str) -> None:
        """Set the finding of the marked claims or the current one; then go on, when that is switched on."""
        wanted = Finding(finding)
        numbers = self.targets
        if not numbers:
            return
        seen = self.versions(numbers)
        if wanted is Finding.WAITING:
            await self.app.ask(
                LineDialog("Waits for whom?", hint="the writer, a source, a document…"),
                lambda whom: None if whom is None else self._decide(numbers, wanted, seen, whom=whom),
            )
            return
        if wanted is Finding.UNVERIFIABLE and self._needs_note(numbers):
            await self.app.ask(
                TriedDialog(f"What was tried, {named(numbers)}"),
                lambda tried: self._decide(numbers, wanted, seen, tried=tried or ""),
            )
            return
        self._decide(numbers, wanted, seen)

    def _needs_note(self, numbers: Sequence[int]) -> bool:
        """Whether the house wants a note with “unverifiable”, and one of the claims has none."""
        if not self.app.desk.rules.unverifiable_needs_note:
            return False
        return any(not row.notes for row in self.app.desk.queue.rows_of(self.article, numbers))

    def _decide(
        self,
        numbers: tuple[int, ...],
        finding: Finding,
        seen: Mapping[int, int],
        *,
        whom: str = "",
        tried: str = "",
    ) -> Save:
        desk, article = self.app.desk, self.article

        def verb(expected: dict[int, int]) -> Change:
            return desk.findings.decide(
                article, numbers, finding, waiting_on=whom, note=tried, expected=expected
            )

        what = FINDINGS[finding].label + (f", waits for {whom}" if whom else "")
        what += f", note: {tried}" if tried else ""
        save = self.act_on(
            numbers, verb, what, about="finding", seen=seen, done=lambda _: self._on_from(numbers, self.go_on)
        )
        queue = self.query_one(ClaimList)
        queue.replace(_decided(row, finding) for row in self._rows(numbers))
        queue.clear_marks()
        return save

    def _on_from(self, numbers: Sequence[int], go_on: Callable[[], None]) -> None:
        """Go on from a claim that was decided, when that is switched on and the cursor is still there."""
        if self.app.advance and self.current is not None and tuple(numbers) == (self.current.number,):
            go_on()

    def _rows(self, numbers: Sequence[int]) -> list[ClaimRow]:
        queue = self.query_one(ClaimList)
        return [row for number in numbers if (row := queue.row(number)) is not None]

    def _simply(self, verb: Callable[[tuple[int, ...], dict[int, int]], Change], what: str) -> None:
        """Act on the targets."""
        numbers = self.targets
        if numbers:
            self.act_on(numbers, lambda seen: verb(numbers, seen), what)
            self.query_one(ClaimList).clear_marks()

    def action_tick(self) -> None:
        """Tick the check point chosen on the card (or take its tick off), else the next unticked one."""
        row, card = self.current, self.query_one(ClaimCard)
        claim = self.shown_claim
        if row is None or claim is None or claim.number != row.number:
            return
        points = claim.check_points
        chosen = card.chosen
        if chosen is not None and chosen.kind == "point":
            point = next((point for point in points if point.id == chosen.id), None)
        else:
            point = next((point for point in points if not point.ticked), None)
        if point is None:
            self.app.say("All check points are ticked." if points else "This claim has no check points.")
            return
        desk, article, ticked = self.app.desk, self.article, not point.ticked
        self._tick(
            claim,
            [point],
            lambda seen: desk.findings.tick(article, claim.number, point.id, ticked, seen=seen),
            f"tick “{point.text}”" if ticked else f"untick “{point.text}”",
        )

    def action_tick_all(self) -> None:
        """Tick every check point of the claim; when all are ticked, take all ticks off."""
        claim = self.shown_claim
        if claim is None or not claim.check_points:
            self.app.say("This claim has no check points.")
            return
        desk, article, number = self.app.desk, self.article, claim.number
        ticked = not all(point.ticked for point in claim.check_points)
        self._tick(
            claim,
            claim.check_points,
            lambda seen: desk.findings.tick_all(article, number, ticked, seen=seen),
            "tick all check points" if ticked else "untick all check points",
        )

    def _tick(
        self,
        claim: Claim,
        points: Sequence[TickedPoint],
        verb: Callable[[dict[int, str]], Change],
        what: str,
    ) -> None:
        """Write ticks, compared with those that the card showed."""

        def compared(seen: dict[int, Any]) -> Change:
            return verb({key: found["ticked_by"] for key, found in seen.items()})

        self.act_on(
            (claim.number,),
            compared,
            what,
            about="ticks",
            seen={point.id: {"ticked_by": point.ticked_by} for point in points},
            names={point.id: f"Claim {claim.number}: {claim.text}\n{point.text}" for point in points},
        )

    def action_agree(self) -> None:
        """Second look: agree with the finding, and go on as deciding does."""
        numbers, desk, article = self.targets, self.app.desk, self.article
        if not numbers:
            return
        queue = self.query_one(ClaimList)
        self.act_on(
            numbers,
            lambda seen: desk.review.agree(article, numbers, expected=seen),
            "agree",
            done=lambda _: self._on_from(numbers, lambda: queue.go(queue.cursor + 1)),
        )
        queue.clear_marks()

    def action_flag(self, flag: str) -> None:
        """Set a flag on the targets; when all of them have it, take it off."""
        wanted, desk, article = Flag(flag), self.app.desk, self.article
        rows = self._rows(self.targets)
        on = not all(wanted in row.flags for row in rows)
        self._simply(
            lambda numbers, seen: desk.claims.flag(article, numbers, wanted, on, expected=seen),
            f"flag {words_of(wanted)}" if on else f"no longer {words_of(wanted)}",
        )

    def action_priority(self) -> None:
        """Make the targets urgent; when all of them are, let them fall back."""
        desk, article, rows = self.app.desk, self.article, self._rows(self.targets)
        raised = not all(row.priority >= _URGENT for row in rows)
        priority = {row.number: row.priority % _URGENT + (_URGENT if raised else 0) for row in rows}
        if len(set(priority.values())) == 1:
            value = next(iter(priority.values()))
            self._simply(
                lambda numbers, seen: desk.claims.set_priority(article, numbers, value, expected=seen),
                f"priority {value}",
            )
        elif priority:
            self._simply(lambda _, seen: self._each_priority(article, priority, seen), "priority")

    def _each_priority(self, article: str, priority: dict[int, int], seen: dict[int, int]) -> Change:
        """Different priorities as one step."""
        desk = self.app.desk
        said = f"{plural(len(priority), 'claim')}: priority"
        with desk.one_step(said, verb="set_priority", article=article) as step:
            for number, value in priority.items():
                desk.claims.set_priority(article, number, value, expected=seen)
        return step.change

    def action_mark(self) -> None:
        """Mark the current claim for a bulk verb and go one down."""
        self.query_one(ClaimList).toggle_mark()
        self._say_marks()

    def action_mark_all(self) -> None:
        """Mark all claims shown, or none."""
        self.query_one(ClaimList).mark_all()
        self._say_marks()

    def _say_marks(self) -> None:
        count = len(self.query_one(ClaimList).marked)
        self.app.say(
            f"{count:,} marked; the next verb acts on all of them, undo takes it back." if count else ""
        )

    def action_advance(self) -> None:
        """Switch between going on after deciding and staying."""
        self.app.advance = not self.app.advance
        self.app.say(
            "Deciding goes on to the next open claim." if self.app.advance else "Deciding stays on the claim."
        )


def _decided(row: ClaimRow, finding: Finding) -> ClaimRow:
    """A row as it will be once the decision is committed."""
    return row._replace(finding=finding, flags=tuple(flag for flag in row.flags if flag is not Flag.RECHECK))
