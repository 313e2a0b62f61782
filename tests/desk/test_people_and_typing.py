"""People, and what is kept for the one at the keyboard."""

import pytest

from db.vocabulary import Finding, Role
from factcheck.desk import Desk
from factcheck.desk.transaction.initials import initials
from factcheck.errors import BadInput, NotOnDesk
from factcheck.model import Place, TypedText
from tests.desk.conftest import MILL


def test_people_are_on_the_desk_from_their_first_act(desk: Desk, jo: Desk) -> None:
    assert [person.name for person in desk.people.everyone()] == ["Ana Ortiz"]
    jo.notes.add(MILL, 1, "n")
    desk.claims.assign(MILL, 1, "Al Ott")
    assert [(p.name, p.initials, p.role) for p in desk.people.everyone()] == [
        ("Al Ott", "AOt", Role.CHECKER),
        ("Ana Ortiz", "AO", Role.CHECKER),
        ("Jo Reed", "JR", Role.CHECKER),
    ]
    desk.history.undo()
    assert len(desk.people.everyone()) == 3


def test_initials_are_given_once() -> None:
    taken: set[str] = set()
    for name in ["Ana Ortiz", "Al Ott", "Abe Otter", "A. Ottoman", "A. Ottoman II", "محمد علي", "!", "?"]:
        made = initials(name, taken)
        assert made not in taken
        assert 1 <= len(made) <= 8
        taken.add(made)


def test_a_role_is_set_for_people_on_the_desk(desk: Desk) -> None:
    desk.people.set("Ana Ortiz", role=Role.EDITOR, initials="ana")
    (person,) = desk.people.everyone()
    assert (person.role, person.initials) == (Role.EDITOR, "ana")
    with pytest.raises(NotOnDesk):
        desk.people.set("Nobody", role=Role.EDITOR)


def test_a_desk_has_always_somebody_at_it(empty: Desk) -> None:
    assert empty.acting_as("").person == "Ana Ortiz"
    with pytest.raises(BadInput):
        empty.acting_as("x" * 201)


def test_typed_text_survives_until_it_is_forgotten(desk: Desk, jo: Desk) -> None:
    desk.typing.save("mill/1/note", "half a th", 3)
    desk.typing.save("mill/1/note", "half a thought\r\n\x1b", 3)
    desk.typing.save("mill/2/note", "other")
    jo.typing.save("mill/1/note", "hers")
    assert desk.typing.get() == {
        "mill/1/note": TypedText("half a thought\n\x1b", 3),
        "mill/2/note": TypedText("other", 1),
    }
    desk.typing.forget("mill/1/note")
    desk.typing.forget("never")
    assert list(desk.typing.get()) == ["mill/2/note"]
    assert jo.typing.get()["mill/1/note"].text == "hers"
    desk.typing.save("x", "a\ud800b")
    assert desk.typing.get()["x"].text == "a?b"


def test_everybody_has_their_own_place_in_an_article(desk: Desk, jo: Desk) -> None:
    assert desk.typing.place(MILL) is None
    desk.typing.save_place(MILL, 3, {"tab": "sources"})
    desk.typing.save_place(MILL, 4, {"tab": "queue"})
    assert desk.typing.place(MILL) == Place(4, {"tab": "queue"})
    assert jo.typing.place(MILL) is None


def test_what_is_nobodys_act_stands_in_no_history(desk: Desk) -> None:
    token = desk.history.token()
    desk.typing.save("x", "y")
    desk.typing.save_place(MILL, 1)
    assert desk.history.token() == token
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    assert desk.history.token() == token + 1
