"""Several verbs as one step: one event, one undo, all or nothing."""

import pytest

from db.vocabulary import Finding, Flag
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import SourceFields
from tests.desk.conftest import MILL
from tests.desk.state import state


def test_a_step_is_one_event_and_one_undo(desk: Desk) -> None:
    before, token = state(desk), desk.token()
    with desk.one_step("Sheet mill.xlsx read back", verb="import_sheet", article=MILL) as step:
        desk.decide(MILL, 1, Finding.WRONG)
        desk.decide(MILL, 1, Finding.VERIFIED)
        desk.note(MILL, 2, "from the sheet")
        desk.cite(MILL, [1, 3], SourceFields(title="Census"))
        assert desk.claim(MILL, 1).finding is Finding.VERIFIED
        assert len(desk.sources()) == 1
    assert desk.token() == token + 1
    assert step.change.said == "Sheet mill.xlsx read back"
    assert (step.change.article, step.change.claims, step.change.whole_article) == (MILL, (1, 2, 3), True)
    after = state(desk)
    assert desk.undo().said == "Undid: sheet mill.xlsx read back"
    assert state(desk) == before
    desk.redo()
    assert state(desk) == after
    assert desk.replay() == []
    assert [event.verb for event in desk.history(MILL, claim=3)][-1] == "import_sheet"


def test_nothing_of_a_step_happened_when_one_part_fails(desk: Desk) -> None:
    before, token = state(desk), desk.token()

    def both() -> None:
        with desk.one_step("Both", verb="batch"):
            desk.decide(MILL, 1, Finding.WRONG)
            desk.decide(MILL, 99, Finding.WRONG)

    with pytest.raises(NotOnDesk):
        both()
    assert (state(desk), desk.token()) == (before, token)
    desk.decide(MILL, 1, Finding.WRONG)
    assert desk.token() == token + 1


def test_a_conflict_ends_the_whole_step(desk: Desk, jo: Desk) -> None:
    seen = {row.number: row.version for row in desk.claims(MILL)}
    jo.decide(MILL, 2, Finding.WRONG)

    def both() -> None:
        with desk.one_step("Both", verb="batch"):
            desk.decide(MILL, 1, Finding.VERIFIED, expected=seen)
            desk.decide(MILL, 2, Finding.VERIFIED, expected=seen)

    with pytest.raises(Conflict):
        both()
    assert desk.claim(MILL, 1).finding is Finding.UNCHECKED


def test_steps_hold_neither_steps_nor_undo(desk: Desk) -> None:
    with pytest.raises(Refused), desk.one_step("One", verb="batch"), desk.one_step("Two", verb="batch"):
        pass
    with pytest.raises(Refused), desk.one_step("One", verb="batch"):
        desk.undo()
    assert len(desk.claims(MILL)) == 5


def test_a_step_that_is_tried_again_is_refused(desk: Desk) -> None:
    with desk.one_step("One", verb="batch", op="s1"):
        desk.note(MILL, 1, "n")
    with pytest.raises(Refused, match="already"), desk.one_step("One", verb="batch", op="s1"):
        desk.note(MILL, 1, "n")
    assert len(desk.claim(MILL, 1).notes) == 1


def test_a_step_in_which_nothing_changed_leaves_no_event(desk: Desk) -> None:
    token = desk.token()
    with desk.one_step("Nothing", verb="batch", article=MILL) as step:
        desk.flag(MILL, 1, Flag.LEGAL, on=False)
    assert desk.token() == token
    assert step.change.claims == ()
