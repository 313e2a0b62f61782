"""The edges of the history: how many events, of which claim, since when; what is redone and what is not."""

import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.tables import Note
from db.vocabulary import CheckKind, Finding, SourceState
from factcheck.desk import Desk
from factcheck.desk.transaction.ledger import Ledger, chunks, recorded
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import SourceFields
from tests.desk.conftest import MILL
from tests.desk.state import run_forward, state
from tests.desk.texts import article, split


@pytest.fixture
def two(desk: Desk) -> Desk:
    """The mill, and another article beside it."""
    given_ = article("Other\n\nThe other thing is. It has 7 wheels.")
    desk.articles.add(given_, split(given_))
    return desk


def test_at_most_so_many_events_are_told(two: Desk) -> None:
    for number in (1, 2, 1):
        two.notes.add(MILL, number, "n")
    for article_, claim, all_ in ((None, None, 5), (MILL, None, 4), (MILL, 1, 2), ("other", None, 1)):
        for limit in (0, 1, 2, 5, 6):
            assert len(two.history.events(article_, claim, limit)) == min(limit, all_)
        assert len(two.history.events(article_, claim)) == all_


def test_the_events_of_a_claim_are_those_that_touched_it_or_what_belongs_to_it(two: Desk) -> None:
    (source,) = [two.sources.add(SourceFields(title="Census")).created]
    two.citations.add(MILL, [1, 2], SourceFields(title="Census"))
    two.findings.decide(MILL, [1, 3], Finding.ON_AUTHOR)
    two.findings.decide("other", 1, Finding.WRONG)
    two.sources.edit(source or 0, SourceFields(title="Census", state=SourceState.UPDATED))
    two.articles.rename(MILL, outlet="Herald")
    told = {n: [event.verb for event in two.history.events(MILL, n)] for n in (1, 2, 3, 4)}
    assert told == {1: ["edit_source", "decide", "cite"], 2: ["cite"], 3: ["decide"], 4: []}
    two.merges.retire(MILL, 4)
    assert [event.verb for event in two.history.events(MILL, 4)] == ["retire"]
    with pytest.raises(NotOnDesk, match="no claim 9"):
        two.history.events(MILL, 9, 0)


def test_an_event_has_the_fields_of_the_claim_that_is_asked_for_and_other_rows_whole(desk: Desk) -> None:
    desk.claims.set_priority(MILL, [1, 4], 9)
    (whole,) = desk.history.events(MILL, limit=1)
    (first,) = desk.history.events(MILL, 1)
    assert (whole.before, whole.after) == ({}, {})
    assert (first.before, first.after) == ({"priority": 1}, {"priority": 9})
    assert desk.history.events(MILL, 4)[0].before == {"priority": 0}
    key = desk.notes.add(MILL, 1, "asked").created
    (noted,) = desk.history.events(MILL, limit=1)
    assert noted.before == {f"note {key}": None}
    (row,) = noted.after.values()
    assert isinstance(row, dict)
    assert (row["text"], row["by"], row["confidential"]) == ("asked", "Ana Ortiz", False)
    desk.articles.rename(MILL, outlet="Herald")
    renamed = desk.history.events(MILL, limit=1)[0]
    assert (renamed.before, renamed.after) == ({"outlet": ""}, {"outlet": "Herald"})


@pytest.mark.parametrize("acts", [1, 2, 3])
def test_what_others_made_of_a_claim_meanwhile_is_told_act_by_act(desk: Desk, jo: Desk, acts: int) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    seen = {1: desk.claims.get(MILL, 1).version}
    jo.findings.decide(MILL, 2, Finding.WRONG)
    for number in range(acts):
        jo.claims.set_priority(MILL, 1, 40 + number)
        jo.notes.add(MILL, 1, "beside")
    with pytest.raises(Conflict) as caught:
        desk.findings.decide(MILL, 1, Finding.WRONG, expected=seen)
    told = desk.history.meanwhile(caught.value.met[0])
    assert [(event.by, event.after) for event in told] == [
        ("Jo Reed", {"priority": 40 + number}) for number in reversed(range(acts))
    ]
    assert told[-1].before == {"priority": 1}


def test_what_others_made_of_fields_is_told_by_the_acts_that_set_them_last(desk: Desk, jo: Desk) -> None:
    seen = {"title": desk.articles.get(MILL).title, "outlet": "", "byline": ""}
    jo.articles.rename(MILL, title="First")
    jo.articles.rename(MILL, outlet="Herald")
    jo.articles.rename(MILL, title="Second")
    jo.articles.archive(MILL)
    with pytest.raises(
        Conflict, match="Jo Reed changed the title and outlet of “Second” meanwhile"
    ) as caught:
        desk.articles.rename(MILL, title="Mine", outlet="Mine", byline="Mine", expected=seen)
    told = desk.history.meanwhile(caught.value.met[0])
    assert [event.after for event in told] == [{"title": "Second"}, {"outlet": "Herald"}]
    desk.articles.rename(MILL, title="Second", byline="Mine", expected=seen)
    assert desk.articles.get(MILL).byline == "Mine"


def test_a_row_that_went_meanwhile_is_told_with_who_took_it(desk: Desk, jo: Desk) -> None:
    key = desk.notes.add(MILL, 1, "n").created or 0
    jo.notes.edit(key, "m")
    jo.notes.remove(key)
    with pytest.raises(
        Conflict, match="Jo Reed took this note away meanwhile; nothing was changed"
    ) as caught:
        desk.notes.edit(key, "mine", expected=1)
    assert (caught.value.claim, caught.value.by) == (1, "Jo Reed")
    assert [event.verb for event in desk.history.meanwhile(caught.value.met[0])] == ["remove_note"]
    with pytest.raises(NotOnDesk, match="There is no note 99 on the desk"):
        desk.notes.edit(99, "mine", expected=1)
    with pytest.raises(NotOnDesk, match=f"There is no note {key} on the desk"):
        desk.notes.edit(key, "mine")


def test_what_was_undone_is_redone_until_one_acts_on_its_article_again(two: Desk, jo: Desk) -> None:
    two.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    two.history.undo()
    jo.findings.decide(MILL, 2, Finding.WRONG)
    two.notes.add("other", 1, "elsewhere")
    assert two.history.can_redo() == two.history.can_redo(MILL) == "Claim 1: on author"
    assert two.history.can_redo("other") == ""
    two.history.undo("other")
    assert two.history.can_redo() == "Claim 1: note added"
    two.notes.add(MILL, 1, "here")
    assert two.history.can_redo(MILL) == ""
    assert two.history.redo().said == "Redid: claim 1 note added"
    with pytest.raises(Refused, match=r"^There is nothing to redo\.$"):
        two.history.redo()
    with pytest.raises(Refused, match=r"^There is nothing to undo in “other”\.$"):
        jo.history.undo("other")


def test_acts_on_no_article_overtake_each_other_alone(desk: Desk) -> None:
    desk.sources.add(SourceFields(title="One"))
    desk.history.undo()
    desk.notes.add(MILL, 1, "n")
    assert desk.history.can_redo() == "Source “One” added"
    desk.sources.add(SourceFields(title="Two"))
    assert desk.history.can_redo() == ""


def test_an_act_that_changes_nothing_is_no_event_and_brings_nobody_onto_the_desk(
    desk: Desk, jo: Desk
) -> None:
    token = desk.history.token()
    for change in (
        jo.claims.set_priority(MILL, [1, 2], 1),
        jo.claims.set_kinds(MILL, 1, [CheckKind.NUMBER]),
        jo.findings.tick_all(MILL, 1, ticked=False),
        jo.articles.archive(MILL, archived=False),
        jo.findings.decide(MILL, 5, Finding.UNCHECKED),
    ):
        assert change.claims == ()
    assert desk.history.token() == token
    assert [person.name for person in desk.people.everyone()] == ["Ana Ortiz"]
    assert desk.claims.get(MILL, 1).version == 1


def test_an_operation_that_is_tried_again_gives_its_first_answer(desk: Desk) -> None:
    first = desk.notes.add(MILL, 1, "n", op="once")
    again = desk.notes.add(MILL, 2, "other", op="once")
    assert (again.created, again.said, again.claims, again.op) == (first.created, first.said, (1,), "once")
    many = desk.findings.decide(MILL, [1, 2], Finding.WRONG, op="many")
    told = desk.findings.decide(MILL, [1, 2], Finding.WRONG, op="many")
    assert (told.verb, told.claims, told.whole_article, told.warnings) == ("decide", (), True, many.warnings)
    with (
        pytest.raises(Refused, match="already carried out"),
        desk.one_step("Both", verb="batch", article=MILL, op="many"),
    ):
        pass


@pytest.mark.parametrize("taken", ["same", "larger", "smaller"])
def test_a_retirement_is_not_undone_over_words_that_somebody_claimed_since(
    desk: Desk, jo: Desk, taken: str
) -> None:
    claim = desk.claims.get(MILL, 3)
    desk.merges.retire(MILL, [3, 4])
    start, end = {
        "same": (claim.start, claim.end),
        "larger": (claim.start, desk.claims.get(MILL, 4).end),
        "smaller": (claim.start, claim.start + len("Arden has")),
    }[taken]
    jo.cuts.add(MILL, start, end)
    before = state(desk)
    with pytest.raises(
        Conflict, match="Cannot undo “2 claims: retired”: Jo Reed changed the same thing since"
    ):
        desk.history.undo()
    assert state(desk) == before
    jo.history.undo()
    desk.history.undo()
    assert len(desk.queue.rows(MILL)) == 5


def test_a_cut_is_undone_where_claims_went_away_and_came_back_as_they_were(desk: Desk, jo: Desk) -> None:
    before = state(desk)
    claim = desk.claims.get(MILL, 2)
    desk.cuts.split(MILL, 2, [claim.start + claim.text.index("says")])
    jo.merges.retire(MILL, [2, 6])
    jo.merges.restore(MILL, [6, 2])
    desk.history.undo()
    assert {key: row for key, row in state(desk).items() if key[0] != "person"} == {
        key: row for key, row in before.items() if key[0] != "person"
    }


def test_keys_are_asked_for_in_portions_of_five_hundred() -> None:
    assert [len(some) for some in chunks(range(1001))] == [500, 500, 1]
    assert [len(some) for some in chunks(range(500))] == [500]
    assert list(chunks([])) == []


AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "update", "delete", "put back"]),
        st.integers(0, 3),
        st.sampled_from(["a", "b", "c"]),
        st.booleans(),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(steps=STEPS)
def test_the_changes_of_an_act_lead_from_what_was_to_what_is_and_back(
    desk: Desk, steps: list[tuple[str, int, str, bool]]
) -> None:
    class Done(Exception):
        pass

    with contextlib.suppress(Done), desk._transactions.write() as ledger:
        for text in ("a", "b"):
            ledger.insert(Note, _note(text, confidential=False) | {"claim_id": 1})
        ledger.entries.clear()
        start = _notes(ledger)
        gone: dict[int, dict[str, Any]] = {}
        for name, pick, text, confidential in steps:
            _step(ledger, gone, name, pick, _note(text, confidential=confidential))
        end, changes = _notes(ledger), ledger.changes()
        assert run_forward(start, changes) == end
        turned = [{**one, "before": one["after"], "after": one["before"]} for one in reversed(changes)]
        assert run_forward(end, turned) == start
        for one in changes:
            before, after = one["before"], one["after"]
            assert before != after
            if before is not None and after is not None:
                assert before.keys() == after.keys()
                assert all(before[name] != after[name] for name in before)
        raise Done


def _note(text: str, *, confidential: bool) -> dict[str, Any]:
    return {"text": text, "confidential": confidential, "by": "Ana", "at": AT}


def _notes(ledger: Ledger) -> dict[tuple[str, int], dict[str, Any]]:
    names = ("id", "claim_id", "text", "by", "at", "confidential")
    query = sa.select(*(Note.__table__.c[name] for name in names))
    return {("note", row["id"]): recorded(row) for row in ledger.connection.execute(query).mappings()}


def _step(
    ledger: Ledger, gone: dict[int, dict[str, Any]], name: str, pick: int, values: dict[str, Any]
) -> None:
    rows = _notes(ledger)
    keys = sorted(key for _, key in rows)
    if name == "insert":
        ledger.insert(Note, values | {"claim_id": 1})
    elif name == "update" and keys:
        ledger.update(Note, keys[pick % len(keys)], values)
    elif name == "delete" and keys:
        key = keys[pick % len(keys)]
        gone[key] = {field: value for field, value in rows["note", key].items() if field != "id"}
        ledger.delete_many(Note, [key])
    elif name == "put back" and gone:
        key = sorted(gone)[pick % len(gone)]
        ledger.put_back(Note, {key: gone.pop(key) | {"at": AT}}, 9)


def test_a_nested_claim_does_not_come_back_across_another_one(desk: Desk, jo: Desk) -> None:
    text = desk.drafts.get(MILL).text
    desk.cuts.add(MILL, text.index("employs"), text.index(", says"))
    desk.merges.retire(MILL, 6)
    jo.cuts.add(MILL, text.index("300"), text.index(" Ana Ortiz"))
    with pytest.raises(Conflict, match="Cannot undo “claim 6 retired”"):
        desk.history.undo()
    jo.history.undo()
    jo.cuts.add(MILL, text.index("300"), text.index(", says"))
    assert desk.history.undo().said == "Undid: claim 6 retired"
    assert [row.number for row in desk.queue.rows(MILL)][1:4] == [2, 6, 8]
