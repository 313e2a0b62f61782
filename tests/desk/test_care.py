"""Care: backups come back whole, faults are one sentence, and the doctor sees what does not fit."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from db.chain import LINKED, link
from db.tables import CheckPoint, Citation, Claim, Draft, Event
from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import BadInput, Damaged, NotOurs, StoreFault
from factcheck.model import SourceFields
from tests.desk.conftest import MILL
from tests.desk.state import state
from tests.desk.texts import article, split


def test_a_healthy_desk_has_no_problems_and_some_facts(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.cuts.split(MILL, 3, [desk.claims.get(MILL, 3).start + 6])
    desk.history.undo()
    health = desk.maintenance.doctor()
    assert health.problems == ()
    assert health.facts["claims"] == "5"


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (sa.update(Claim).where(Claim.number == 1).values(finding="wrong"), "history left 'verified'"),
        (
            sa.update(Claim).where(Claim.number == 5).values(decided_by="x"),
            "No event tells what became of claim 5",
        ),
        (sa.update(Draft).values(covered=3), "counts 3 covered words"),
        (sa.delete(Citation), "citation 1 there"),
        (sa.update(Citation).values(locator="99"), "'99' as its locator"),
        (
            sa.update(Claim).where(Claim.number == 3).values(priority=Claim.priority + 32),
            "Claim 3 (claim 3 of the-mill-at-arden) is not as it came in with event 1",
        ),
        (
            sa.update(CheckPoint).where(CheckPoint.id == 2).values(remark="x"),
            "Check point 2 (claim 2 of the-mill-at-arden) is not as it came in with event 1",
        ),
    ],
)
def test_the_doctor_sees_what_the_history_does_not_tell(
    desk: Desk, statement: sa.Update, problem: str
) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.citations.add(MILL, 1, SourceFields(title="A"))
    with desk._transactions.store.write() as connection:
        connection.execute(statement)
    assert any(problem in told for told in desk.maintenance.doctor().problems)


def test_the_facts_tell_what_is_compared_and_what_is_not(desk: Desk) -> None:
    facts = desk.maintenance.doctor().facts
    assert facts["what the reading gave"] == "as it came, in every draft"
    assert facts["not compared"] == "text being typed, places, counters of changes"


def test_drafts_from_before_digests_were_kept_are_no_problem_and_are_told(desk: Desk) -> None:
    given = article("A title\n\nOne thing happened.\n")
    table = Event.__table__
    with desk._transactions.store.write() as connection:
        connection.execute(sa.text("DROP TRIGGER event_never_changes"))
        row = connection.execute(sa.select(*(table.c[name] for name in LINKED))).mappings().one()
        chain = link("", **{**row, "laid": []})
        connection.execute(sa.update(Event).values(laid=[], chain=chain))
    desk.articles.add(given, split(given))
    health = desk.maintenance.doctor()
    assert health.problems == ()
    assert (
        health.facts["what the reading gave"] == "as it came, but for 1 draft from before digests were kept"
    )


def test_a_stored_document_of_a_form_that_it_cannot_have_is_one_sentence(desk: Desk) -> None:
    with desk._transactions.store.write() as connection:
        connection.execute(sa.text("DROP TRIGGER event_never_changes"))
        connection.execute(sa.update(Event).values(changes=[{"no": "table"}], laid=["x"]))
    problems = desk.maintenance.doctor().problems
    assert "A stored value has a form that it cannot have: it was altered outside the program." in problems
    assert any(problem.startswith("The history does not hold at event 1") for problem in problems)


def test_a_backup_comes_back_whole(own: Desk, tmp_path: Path) -> None:
    desk = own
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    then = state(desk)
    copy = desk.maintenance.backup(tmp_path / "copy.db")
    desk.findings.decide(MILL, 2, Finding.WRONG)
    token = desk.history.token()
    safety = desk.maintenance.restore(copy)
    assert safety is not None
    ((news,), end) = reversed(desk.history.changed_since(token))
    assert (news.whole_article, end) == (True, desk.history.token())
    assert state(desk) == then
    assert desk.history.undo().said == "Undid: claim 1 verified"
    assert desk.maintenance.doctor().problems == ()


def test_what_is_no_database_is_refused_in_one_sentence_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database " * 100)
    with pytest.raises(NotOurs) as caught:
        Desk.open(text)
    assert caught.value.exit_status == 2
    assert text.read_text() == "not a database " * 100
    with pytest.raises((StoreFault, BadInput)):
        Desk.open(tmp_path / "no" / "such" / "place.db")


def test_a_failed_write_changes_nothing(own: Desk, tmp_path: Path) -> None:
    desk = own
    (tmp_path / "desk.db").rename(tmp_path / "moved.db")
    with pytest.raises(StoreFault):
        desk.notes.add(MILL, 1, "lost?")
    (tmp_path / "moved.db").rename(tmp_path / "desk.db")
    assert desk.claims.get(MILL, 1).notes == ()
    desk.notes.add(MILL, 1, "kept")


def test_a_damaged_desk_says_so_and_writes_nothing(own: Desk, tmp_path: Path) -> None:
    assert own.refusal == ""
    own.close()
    path = tmp_path / "desk.db"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xff" * 8192)
    with Desk.open(path, person="Ana Ortiz") as hurt:
        assert "damaged" in hurt.refusal
        with pytest.raises(Damaged):
            hurt.typing.save("x", "y")
