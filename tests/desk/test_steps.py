"""Several verbs as one step: one event, one undo, all or nothing."""

import pytest

from db.vocabulary import Finding, Flag
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import SourceFields
from tests.desk.conftest import MILL
from tests.desk.state import state


def test_a_step_is_one_event_and_one_undo(desk: Desk) -> None:
    before, token = state(desk), desk.history.token()
    with desk.one_step("Sheet mill.xlsx read back", verb="import_sheet", article=MILL) as step:
        desk.findings.decide(MILL, 1, Finding.WRONG)
        desk.findings.decide(MILL, 1, Finding.VERIFIED)
        desk.notes.add(MILL, 2, "from the sheet")
        desk.citations.add(MILL, [1, 3], SourceFields(title="Census"))
        assert desk.claims.get(MILL, 1).finding is Finding.VERIFIED
        assert len(desk.sources.find()) == 1
    assert desk.history.token() == token + 1
    assert step.change.said == "Sheet mill.xlsx read back"
    assert (step.change.article, step.change.claims, step.change.whole_article) == (MILL, (1, 2, 3), True)
    after = state(desk)
    assert desk.history.undo().said == "Undid: sheet mill.xlsx read back"
    assert state(desk) == before
    desk.history.redo()
    assert state(desk) == after
    assert desk.maintenance.rebuild() == []
    assert [event.verb for event in desk.history.events(MILL, claim=3)][-1] == "import_sheet"


def test_nothing_of_a_step_happened_when_one_part_fails(desk: Desk) -> None:
    before, token = state(desk), desk.history.token()

    def both() -> None:
        with desk.one_step("Both", verb="batch"):
            desk.findings.decide(MILL, 1, Finding.WRONG)
            desk.findings.decide(MILL, 99, Finding.WRONG)

    with pytest.raises(NotOnDesk):
        both()
    assert (state(desk), desk.history.token()) == (before, token)
    desk.findings.decide(MILL, 1, Finding.WRONG)
    assert desk.history.token() == token + 1


def test_a_conflict_ends_the_whole_step(desk: Desk, jo: Desk) -> None:
    seen = {row.number: row.version for row in desk.queue.rows(MILL)}
    jo.findings.decide(MILL, 2, Finding.WRONG)

    def both() -> None:
        with desk.one_step("Both", verb="batch"):
            desk.findings.decide(MILL, 1, Finding.VERIFIED, expected=seen)
            desk.findings.decide(MILL, 2, Finding.VERIFIED, expected=seen)

    with pytest.raises(Conflict):
        both()
    assert desk.claims.get(MILL, 1).finding is Finding.UNCHECKED


def test_steps_hold_neither_steps_nor_undo(desk: Desk) -> None:
    with pytest.raises(Refused), desk.one_step("One", verb="batch"), desk.one_step("Two", verb="batch"):
        pass
    with pytest.raises(Refused), desk.one_step("One", verb="batch"):
        desk.history.undo()
    assert len(desk.queue.rows(MILL)) == 5


def test_a_step_that_is_tried_again_is_refused(desk: Desk) -> None:
    with desk.one_step("One", verb="batch", op="s1"):
        desk.notes.add(MILL, 1, "n")
    with pytest.raises(Refused, match="already"), desk.one_step("One", verb="batch", op="s1"):
        desk.notes.add(MILL, 1, "n")
    assert len(desk.claims.get(MILL, 1).notes) == 1


def test_a_step_in_which_nothing_changed_leaves_no_event(desk: Desk) -> None:
    token = desk.history.token()
    with desk.one_step("Nothing", verb="batch", article=MILL) as step:
        desk.claims.flag(MILL, 1, Flag.LEGAL, on=False)
    assert desk.history.token() == token
    assert step.change.claims == ()
