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
    desk.note(MILL, 1, text, confidential=True)
    (note,) = desk.claim(MILL, 1).notes
    assert note.text == "[bold]x[/bold]\n=SUM(1)\x1b[31m'; DROP TABLE note; --"
    assert (note.by, note.confidential) == ("Ana Ortiz", True)


def test_a_note_is_edited_and_removed_unless_somebody_else_did(desk: Desk, jo: Desk) -> None:
    key = made(desk.note(MILL, 1, "first").created)
    jo.edit_note(key, "second", expected=1)
    with pytest.raises(Conflict, match="Jo Reed") as caught:
        desk.edit_note(key, "third", expected=1)
    assert caught.value.claim == 1
    with pytest.raises(Conflict):
        desk.remove_note(key, expected=1)
    note = desk.claim(MILL, 1).notes[0]
    assert (note.text, note.version, note.confidential) == ("second", 2, False)
    desk.edit_note(key, "third", expected=2, confidential=True)
    assert desk.claim(MILL, 1).notes[0].confidential
    desk.remove_note(key)
    with pytest.raises(NotOnDesk):
        desk.edit_note(key, "fourth")


def test_a_row_that_undo_brings_back_has_a_version_that_nobody_has_seen(desk: Desk) -> None:
    key = made(desk.note(MILL, 1, "first").created)
    desk.edit_note(key, "second")
    desk.remove_note(key)
    desk.undo()
    with pytest.raises(Conflict):
        desk.edit_note(key, "third", expected=2)
    with pytest.raises(Conflict):
        desk.edit_note(key, "third", expected=1)


@pytest.mark.parametrize("text", ["", "   ", "\n", "\x00"])
def test_an_empty_note_or_query_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(Refused):
        desk.note(MILL, 1, text)
    with pytest.raises(Refused):
        desk.ask(MILL, None, text)


def test_text_that_nothing_can_hold_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(BadInput, match="not text"):
        desk.note(MILL, 1, "a\ud800b")


def test_queries_are_open_until_answered(desk: Desk, jo: Desk) -> None:
    whole = made(desk.ask(MILL, None, "Who took the pictures?").created)
    one = made(desk.ask(MILL, 2, "300 when?").created)
    assert [(q.id, q.claim, q.is_open) for q in desk.queries(MILL)] == [(whole, None, True), (one, 2, True)]
    change = jo.answer(whole, "I did")
    assert change.said == "“The Mill at Arden”: query answered"
    assert [q.id for q in desk.queries(MILL)] == [one, whole]
    query = desk.queries(MILL)[1]
    assert (query.answer, query.answered_by) == ("I did", "Jo Reed")
    assert desk.progress(MILL).open_queries == 1
    with pytest.raises(Refused, match="still open"):
        desk.reopen_query(one)
    desk.reopen_query(whole)
    assert desk.queries(MILL)[0].answer == "I did"
    assert desk.progress(MILL).open_queries == 2
    desk.remove_query(whole)
    with pytest.raises(NotOnDesk):
        desk.answer(whole, "late")


def test_an_answer_is_not_written_over_unseen(desk: Desk, jo: Desk) -> None:
    key = made(desk.ask(MILL, 2, "300 when?").created)
    jo.answer(key, "today", expected=1)
    with pytest.raises(Conflict, match="Jo Reed changed this query"):
        desk.answer(key, "yesterday", expected=1)
