"""Undo and redo against a plain list: random acts of two people, back and forth, also after a restart."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from db import sqlite
from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict, Refused
from factcheck.model import Change
from tests.desk.conftest import MILL
from tests.desk.state import state
from tests.desk.test_stateful import EXAMPLES, PEOPLE, SETTINGS, Acts
from tests.desk.texts import Clock, article, split

Cells = dict[tuple[str, int, str], object]
"""Each value of a desk's state under its place."""

_UNSIGNED = {"signed_by": "", "signed_at": None, "signed_draft": None, "signed_digest": ""}
_GONE = object()
"""In the place of a value that no row has."""


def cells(desk: Desk) -> Cells:
    """What stands on a desk, but for the people, who stay once they have acted, and a count of the rest."""
    return {
        (*row, column): value
        for row, values in state(desk).items()
        if row[0] != "person"
        for column, value in values.items()
        if column != "covered"
    }


@dataclass
class Act:
    """What somebody did, and what the desk was before and after it was done, undone or redone last."""

    who: int
    article: str
    before: Cells
    after: Cells
    last: int
    """When that was, as a number of the log."""
    stands: bool = True

    def taken_back(self, now: Cells) -> Cells | None:
        """A desk with every value that it changed as it was before; None if one is not as it was left."""
        places = {
            place
            for place in self.before.keys() | self.after.keys()
            if self.before.get(place, _GONE) != self.after.get(place, _GONE)
        }
        if any(now.get(place, _GONE) != self.after.get(place, _GONE) for place in places):
            return None
        then = {place: value for place, value in now.items() if place not in places}
        then |= {place: self.before[place] for place in places & self.before.keys()}
        signed = ("article", 1, "signed_at")
        if self.article and signed not in places and then[signed]:
            then |= {("article", 1, name): value for name, value in _UNSIGNED.items()}
        return then


class UndoAndRedo(Acts):
    """The verbs of `Acts`, with a list of who did what in the place of the history."""

    open_desk: Desk
    template: Path

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        self.clock = Clock()
        self.acts: list[Act] = []
        self.undone: list[Act] = []
        self.log: list[tuple[int, str]] = []

    @initialize()
    def add(self) -> None:
        with (
            closing(sqlite.connect(self.template)) as source,
            closing(sqlite.connect(Path(self.open_desk.location))) as target,
        ):
            source.backup(target)
        self.seat(self.open_desk)
        self.now = cells(self.desk)

    def seat(self, desk: Desk) -> None:
        self.desk = desk
        self.desks = [desk.acting_as(name, clock=self.clock) for name in PEOPLE]

    def teardown(self) -> None:
        pass

    def act(self, who: int, verb: Callable[[Desk], Change]) -> None:
        before, token = self.now, self.desk.history.token()
        try:
            change = verb(self.desks[who])
        except (Refused, Conflict, BadInput):
            assert cells(self.desk) == before
            return
        if self.desk.history.token() == token:
            return
        self.now = cells(self.desk)
        self.acts.append(Act(who, change.article, before, self.now, len(self.log)))
        self.log.append((who, change.article))
        self.undone = [act for act in self.undone if (act.who, act.article) != (who, change.article)]

    undo = redo = undo_and_redo = None

    back_and_forth: ClassVar = {
        "times": st.lists(st.integers(1, 3), min_size=1, max_size=5),
        "where": st.sampled_from([None, MILL]),
        "restart": st.integers(0, 9),
    }

    @rule(**back_and_forth)
    def ana(self, times: list[int], where: str | None, restart: int) -> None:
        self.go(0, times, where, restart)

    @rule(**back_and_forth)
    def jo(self, times: list[int], where: str | None, restart: int) -> None:
        self.go(1, times, where, restart)

    def go(self, who: int, times: list[int], where: str | None, restart: int) -> None:
        """Back some steps, forth some, and so on; the desk may be closed and opened again in between."""
        for index, number in enumerate(times):
            if index == restart:
                type(self).open_desk.close()
                type(self).open_desk = Desk.open(self.desk.location)
                self.seat(self.open_desk)
            for _ in range(number):
                self.turn(who, "redo" if index % 2 else "undo", where)

    def turn(self, who: int, verb: str, where: str | None) -> None:
        turn, can = getattr(self.desks[who].history, verb), getattr(self.desks[who].history, f"can_{verb}")
        act = self.sought(who, verb, where)
        assert bool(can(where)) == (act is not None)
        if act is None:
            with pytest.raises(Refused):
                turn(where)
            return
        expected = act.taken_back(self.now)
        alone = {(who, act.article)}.issuperset(self.log[act.last + 1 :])
        try:
            turn(where)
        except Conflict:
            assert not alone
            assert cells(self.desk) == self.now
            return
        assert expected is not None
        assert cells(self.desk) == expected
        act.before, act.after, act.last, act.stands = self.now, expected, len(self.log), verb == "redo"
        self.now = expected
        self.log.append((who, act.article))
        self.undone = [one for one in self.undone if one is not act] + [act] * (verb == "undo")

    def sought(self, who: int, verb: str, where: str | None) -> Act | None:
        """The act that has to be turned round next: the last one that stands, or that was undone."""
        acts = self.undone if verb == "redo" else [act for act in self.acts if act.stands]
        own = [act for act in acts if act.who == who and where in {None, act.article}]
        return own[-1] if own else None

    state_and_history_agree = counts_add_up = words_and_spans_agree = None


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[type[UndoAndRedo]]:
    """The machine at an open desk of its own, with the mill article added by a third person to begin with."""
    UndoAndRedo.template = tmp_path / "template.db"
    with Desk.open(UndoAndRedo.template, person="Lou Beck", clock=Clock()) as desk:
        given = article()
        desk.articles.add(given, split(given))
    UndoAndRedo.open_desk = Desk.open(tmp_path / "desk.db")
    yield UndoAndRedo
    UndoAndRedo.open_desk.close()


def test_undo_and_redo_go_back_and_forth_as_in_a_list(machine: type[UndoAndRedo]) -> None:
    run_state_machine_as_test(
        machine, settings=settings(SETTINGS, max_examples=EXAMPLES or 12, stateful_step_count=30)
    )


def test_undo_after_a_redo_takes_back_what_was_redone(desk: Desk) -> None:
    states = [cells(desk)]
    for number in (1, 2, 3):
        desk.findings.decide(MILL, number, Finding.NOT_CHECKABLE)
        states.append(cells(desk))
    for _ in range(3):
        desk.history.undo()
    desk.history.redo()
    assert cells(desk) == states[1]
    assert desk.history.undo().said == "Undid: claim 1 not checkable"
    assert cells(desk) == states[0]
