"""Notes on claims and questions to the writer."""

import pytest

from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict, NotOnDesk, Refused
from tests.desk.conftest import MILL


def made(key: int | None) -> int:
    assert key is not None
    return key


def test_notes_are_kept_as_typed_with_plain_line_breaks(desk: Desk) -> None:
    text = "  [bold]x[/bold]\r\n=SUM(1)\x1b[31m'; DROP TABLE note; --  "
    desk.notes.add(MILL, 1, text, confidential=True)
    (note,) = desk.claims.get(MILL, 1).notes
    assert note.text == "[bold]x[/bold]\n=SUM(1)\x1b[31m'; DROP TABLE note; --"
    assert (note.by, note.confidential) == ("Ana Ortiz", True)


def test_a_note_is_edited_and_removed_unless_somebody_else_did(desk: Desk, jo: Desk) -> None:
    key = made(desk.notes.add(MILL, 1, "first").created)
    jo.notes.edit(key, "second", expected=1)
    with pytest.raises(Conflict, match="Jo Reed") as caught:
        desk.notes.edit(key, "third", expected=1)
    assert caught.value.claim == 1
    with pytest.raises(Conflict):
        desk.notes.remove(key, expected=1)
    note = desk.claims.get(MILL, 1).notes[0]
    assert (note.text, note.version, note.confidential) == ("second", 2, False)
    desk.notes.edit(key, "third", expected=2, confidential=True)
    assert desk.claims.get(MILL, 1).notes[0].confidential
    desk.notes.remove(key)
    with pytest.raises(NotOnDesk):
        desk.notes.edit(key, "fourth")


def test_a_row_that_undo_brings_back_has_a_version_that_nobody_has_seen(desk: Desk) -> None:
    key = made(desk.notes.add(MILL, 1, "first").created)
    desk.notes.edit(key, "second")
    desk.notes.remove(key)
    desk.history.undo()
    with pytest.raises(Conflict):
        desk.notes.edit(key, "third", expected=2)
    with pytest.raises(Conflict):
        desk.notes.edit(key, "third", expected=1)


@pytest.mark.parametrize("text", ["", "   ", "\n", "\x00"])
def test_an_empty_note_or_query_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(Refused):
        desk.notes.add(MILL, 1, text)
    with pytest.raises(Refused):
        desk.queries.ask(MILL, None, text)


def test_text_that_nothing_can_hold_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(BadInput, match="not text"):
        desk.notes.add(MILL, 1, "a\ud800b")


def test_queries_are_open_until_answered(desk: Desk, jo: Desk) -> None:
    whole = made(desk.queries.ask(MILL, None, "Who took the pictures?").created)
    one = made(desk.queries.ask(MILL, 2, "300 when?").created)
    assert [(q.id, q.claim, q.is_open) for q in desk.queries.of(MILL)] == [
        (whole, None, True),
        (one, 2, True),
    ]
    change = jo.queries.answer(whole, "I did")
    assert change.said == "“The Mill at Arden”: query answered"
    assert [q.id for q in desk.queries.of(MILL)] == [one, whole]
    query = desk.queries.of(MILL)[1]
    assert (query.answer, query.answered_by) == ("I did", "Jo Reed")
    assert desk.progress.of(MILL).open_queries == 1
    with pytest.raises(Refused, match="still open"):
        desk.queries.reopen(one)
    desk.queries.reopen(whole)
    assert desk.queries.of(MILL)[0].answer == "I did"
    assert desk.progress.of(MILL).open_queries == 2
    desk.queries.remove(whole)
    with pytest.raises(NotOnDesk):
        desk.queries.answer(whole, "late")


def test_an_answer_is_not_written_over_unseen(desk: Desk, jo: Desk) -> None:
    key = made(desk.queries.ask(MILL, 2, "300 when?").created)
    jo.queries.answer(key, "today", expected=1)
    with pytest.raises(Conflict, match="Jo Reed changed this query"):
        desk.queries.answer(key, "yesterday", expected=1)
