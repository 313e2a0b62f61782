"""Random acts of two people, undone and redone at random: state and history agree, counts add up."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from db.vocabulary import Finding, Flag, SourceState, Stance, Tier
from factcheck.desk import Desk
from factcheck.desk.cuts.spans import joined
from factcheck.errors import Conflict, Refused
from factcheck.model import Change, CitationFields, ClaimFilter, ClaimRow, SourceFields, Span
from factcheck.text import WORD
from tests.desk.conftest import MILL
from tests.desk.state import State, state
from tests.desk.texts import Clock, article, split

PEOPLE = ("Ana Ortiz", "Jo Reed")


class Acts(RuleBasedStateMachine):
    """Two people at one desk; the states before each act are remembered for their undo."""

    place: ClassVar[Path]
    """Where the desks of the runs are made."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(dir=Acts.place)
        self.desk = Desk.open(Path(self._folder.name) / "desk.db", person=PEOPLE[0], clock=Clock())
        self.desks = [self.desk, self.desk.acting_as(PEOPLE[1])]
        self.undone: list[State] = []

    @initialize()
    def add(self) -> None:
        given = article()
        self.desk.articles.add(given, split(given))

    def teardown(self) -> None:
        self.desk.close()
        self._folder.cleanup()

    def act(self, who: int, verb: Callable[[Desk], Change]) -> None:
        """Try an act; one that makes no sense now must change nothing."""
        before = state(self.desk)
        token = self.desk.history.token()
        try:
            verb(self.desks[who])
        except (Refused, Conflict):
            assert state(self.desk) == before
            assert self.desk.history.token() == token

    def rows(self) -> list[ClaimRow]:
        return self.desk.queue.rows(MILL)

    def some(self, picks: Sequence[int], retired: bool = False) -> list[int]:
        rows = self.desk.queue.rows(MILL, ClaimFilter(retired=retired))
        return list(dict.fromkeys(rows[pick % len(rows)].number for pick in picks)) if rows else []

    who = st.integers(0, 1)
    pick = st.integers(0, 30)
    picks = st.lists(st.integers(0, 30), min_size=1, max_size=3)

    @rule(who=who, picks=picks, finding=st.sampled_from(Finding))
    def decide(self, who: int, picks: list[int], finding: Finding) -> None:
        self.act(who, lambda desk: desk.findings.decide(MILL, self.some(picks), finding))

    @rule(who=who, picks=picks, stance=st.sampled_from(Stance), tier=st.sampled_from(Tier), title=pick)
    def cite(self, who: int, picks: list[int], stance: Stance, tier: Tier, title: int) -> None:
        source = SourceFields(title=f"Source {title % 3}")
        fields = CitationFields(stance=stance, tier=tier)
        self.act(who, lambda desk: desk.citations.add(MILL, self.some(picks), source, fields))

    @rule(who=who, pick=pick, text=st.text(min_size=1, max_size=5))
    def note(self, who: int, pick: int, text: str) -> None:
        self.act(who, lambda desk: desk.notes.add(MILL, (self.some([pick]) or [1])[0], text))

    @rule(who=who, pick=pick)
    def remove_citation(self, who: int, pick: int) -> None:
        cited = [c.id for claim in self.desk.claims.full(MILL) for c in claim.citations]
        if cited:
            self.act(who, lambda desk: desk.citations.remove(cited[pick % len(cited)]))

    @rule(who=who, pick=pick, state=st.sampled_from(SourceState))
    def edit_source(self, who: int, pick: int, state: SourceState) -> None:
        sources = self.desk.sources.find()
        if sources:
            source = sources[pick % len(sources)]
            fields = SourceFields(title=source.title, state=state)
            self.act(who, lambda desk: desk.sources.edit(source.id, fields))

    @rule(who=who, pick=pick)
    def merge_sources(self, who: int, pick: int) -> None:
        keys = [source.id for source in self.desk.sources.find()]
        if len(keys) > 1:
            self.act(who, lambda desk: desk.sources.merge(keys[pick % len(keys)], keys[:2]))

    @rule(who=who, pick=pick)
    def ask_and_answer(self, who: int, pick: int) -> None:
        queries = self.desk.queries.of(MILL)
        if not queries or not queries[0].is_open:
            self.act(who, lambda desk: desk.queries.ask(MILL, (self.some([pick]) or [None])[0], "When?"))
        else:
            self.act(who, lambda desk: desk.queries.answer(queries[0].id, "Then."))

    @rule(who=who, pick=pick, offset=st.integers(0, 40))
    def split_claim(self, who: int, pick: int, offset: int) -> None:
        row = self.rows()[pick % len(self.rows())] if self.rows() else None
        if row:
            self.act(who, lambda desk: desk.cuts.split(MILL, row.number, [row.start + offset]))

    @rule(who=who, picks=st.lists(pick, min_size=2, max_size=3))
    def merge(self, who: int, picks: list[int]) -> None:
        self.act(who, lambda desk: desk.merges.merge(MILL, self.some(picks)))

    @rule(who=who, start=st.integers(0, 190), length=st.integers(1, 60))
    def add_claim(self, who: int, start: int, length: int) -> None:
        self.act(who, lambda desk: desk.cuts.add(MILL, start, start + length))

    @rule(who=who, pick=pick, start=st.integers(-30, 30), end=st.integers(-30, 30))
    def recut(self, who: int, pick: int, start: int, end: int) -> None:
        row = self.rows()[pick % len(self.rows())] if self.rows() else None
        if row:
            self.act(who, lambda desk: desk.cuts.recut(MILL, row.number, row.start + start, row.end + end))

    @rule(who=who, picks=picks)
    def retire(self, who: int, picks: list[int]) -> None:
        self.act(who, lambda desk: desk.merges.retire(MILL, self.some(picks)))

    @rule(who=who, picks=picks)
    def restore(self, who: int, picks: list[int]) -> None:
        self.act(who, lambda desk: desk.merges.restore(MILL, self.some(picks, retired=True)))

    @rule(who=who, picks=picks, on=st.booleans())
    def flag(self, who: int, picks: list[int], on: bool) -> None:
        self.act(who, lambda desk: desk.claims.flag(MILL, self.some(picks), Flag.LEGAL, on))

    @rule(who=who)
    def sign_off(self, who: int) -> None:
        self.act(who, lambda desk: desk.sign_off.sign(MILL, dict.fromkeys(self.some(range(30)), "kept")))

    @rule(who=who)
    def undo_and_redo(self, who: int) -> None:
        if not self.desks[who].history.can_undo(MILL):
            return
        after = state(self.desk)
        with suppress(Conflict):
            if not self.desks[who].history.can_undo(MILL).startswith("Added"):
                self.desks[who].history.undo(MILL)
                self.desks[who].history.redo(MILL)
                assert state(self.desk) == after

    @rule(who=who)
    def undo(self, who: int) -> None:
        if self.desks[who].history.can_undo() and not self.desks[who].history.can_undo().startswith("Added"):
            self.act(who, lambda desk: desk.history.undo())

    @rule(who=who)
    def redo(self, who: int) -> None:
        self.act(who, lambda desk: desk.history.redo())

    @invariant()
    def state_and_history_agree(self) -> None:
        assert self.desk.maintenance.rebuild() == []

    @invariant()
    def counts_add_up(self) -> None:
        if not self.desk.articles.slugs():
            return
        progress = self.desk.progress.of(MILL)
        rows = self.rows()
        assert progress.claims == sum(progress.by_finding.values()) == len(rows)
        assert progress.open == sum(row.is_open for row in rows)
        assert progress.coverage == 1.0

    @invariant()
    def words_and_spans_agree(self) -> None:
        if not self.desk.articles.slugs():
            return
        text = self.desk.drafts.get(MILL).text
        rows = self.rows()
        assert all(text[row.start : row.end] == row.text for row in rows)
        for claim in self.desk.claims.full(MILL):
            assert all(text[p.start : p.end] == p.text for p in claim.check_points)
        passages = [Span(passage.start, passage.end) for passage in self.desk.drafts.passages(MILL)]
        claims = [Span(row.start, row.end) for row in rows]
        assert not any(p.start < c.end and c.start < p.end for p in passages for c in claims)
        covered = joined([*passages, *claims])
        for word in WORD.finditer(text):
            assert any(span.start <= word.start() and word.end() <= span.end for span in covered)
        for one in rows:
            for other in rows:
                if one.start < other.start < one.end:
                    assert other.end <= one.end


EXAMPLES = int(os.environ.get("FACTCHECK_ACTS", "0"))
"""Number of random runs; 0 takes the few fixed ones that every run of the suite takes."""

SETTINGS = settings(
    max_examples=EXAMPLES or 4,
    derandomize=not EXAMPLES,
    stateful_step_count=20,
    deadline=None,
    # A run takes long enough that shrinking would take minutes; the failing run prints all its steps.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path) -> None:
    Acts.place = tmp_path


TestActs = Acts.TestCase
TestActs.settings = SETTINGS
