"""Verbs that decide: findings, ticks, the second look, flags, priority, and the marks for many at once."""

from collections.abc import Callable, Mapping, Sequence

from db.vocabulary import FINDINGS, Finding, Flag
from factcheck.model import Change, ClaimRow
from factcheck.text import plural
from factcheck.tui.card import ClaimCard
from factcheck.tui.dialogs.line import LineDialog, TriedDialog
from factcheck.tui.queue import ClaimList
from factcheck.tui.sourcing import named
from factcheck.tui.work import ClaimWork

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
        if wanted is Finding.UNVERIFIABLE and await self._needs_note(numbers):
            await self.app.ask(
                TriedDialog(f"What was tried, {named(numbers)}"),
                lambda tried: self._decide(numbers, wanted, seen, tried=tried or ""),
            )
            return
        self._decide(numbers, wanted, seen)

    async def _needs_note(self, numbers: Sequence[int]) -> bool:
        """Whether the house wants a note with “unverifiable”, and one of the claims has none."""
        if not self.app.desk.rules.unverifiable_needs_note:
            return False
        await self.app.settled()  # the note may have been written a moment ago
        return any(not row.notes for row in self.app.desk.claim_rows(self.article, numbers))

    def _decide(
        self,
        numbers: tuple[int, ...],
        finding: Finding,
        seen: Mapping[int, int],
        *,
        whom: str = "",
        tried: str = "",
    ) -> None:
        desk, article = self.app.desk, self.article

        def verb(expected: dict[int, int]) -> Change:
            return desk.decide(article, numbers, finding, waiting_on=whom, note=tried, expected=expected)

        what = FINDINGS[finding].label + (f", waits for {whom}" if whom else "")
        what += f", note: {tried}" if tried else ""
        self.act_on(numbers, verb, what, seen=seen)
        queue = self.query_one(ClaimList)
        queue.replace(_decided(row, finding) for row in self._rows(numbers))
        queue.clear_marks()
        if self.app.advance and len(numbers) == 1:
            self.go_on()

    def _rows(self, numbers: Sequence[int]) -> list[ClaimRow]:
        queue = self.query_one(ClaimList)
        return [row for number in numbers if (row := queue.row(number)) is not None]

    def _simply(self, verb: Callable[[str, tuple[int, ...]], Change], what: str) -> None:
        """Act on the targets without a version: the act adds to a claim and overwrites nothing."""
        numbers, article = self.targets, self.article
        if numbers:
            self.act_on(numbers, lambda _: verb(article, numbers), what)
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
        self.act_on(
            (row.number,),
            lambda _: desk.tick(article, row.number, point.id, ticked),
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
        self.act_on((number,), lambda _: desk.tick_all(article, number, ticked), "tick all")

    def action_agree(self) -> None:
        """Second look: agree with the finding, and go on as deciding does."""
        numbers, desk, article = self.targets, self.app.desk, self.article
        if not numbers:
            return
        self.act_on(numbers, lambda seen: desk.agree(article, numbers, expected=seen), "agree")
        queue = self.query_one(ClaimList)
        queue.clear_marks()
        if len(numbers) == 1 and self.app.advance:
            queue.go(queue.cursor + 1)

    def action_flag(self, flag: str) -> None:
        """Set a flag on the targets; when all of them have it, take it off."""
        wanted, desk = Flag(flag), self.app.desk
        rows = self._rows(self.targets)
        on = not all(wanted in row.flags for row in rows)
        self._simply(lambda article, numbers: desk.flag(article, numbers, wanted, on), f"flag {wanted}")

    def action_priority(self) -> None:
        """Make the targets urgent; when all of them are, let them fall back."""
        desk, rows = self.app.desk, self._rows(self.targets)
        raised = not all(row.priority >= _URGENT for row in rows)
        priority = {row.number: row.priority % _URGENT + (_URGENT if raised else 0) for row in rows}
        if len(set(priority.values())) == 1:
            value = next(iter(priority.values()))
            self._simply(lambda article, numbers: desk.set_priority(article, numbers, value), "priority")
        elif priority:
            self._simply(lambda article, _: self._each_priority(article, priority), "priority")

    def _each_priority(self, article: str, priority: dict[int, int]) -> Change:
        """Different priorities as one step."""
        desk = self.app.desk
        said = f"{plural(len(priority), 'claim')}: priority"
        with desk.one_step(said, verb="set_priority", article=article) as step:
            for number, value in priority.items():
                desk.set_priority(article, number, value)
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
