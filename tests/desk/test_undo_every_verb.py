"""Nothing is one-way: every verb is undone to the exact state before, and redone, also after a restart."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy
from typing import get_type_hints

import pytest

from db.vocabulary import CheckKind, Finding, Flag, Method, Role, SourceKind, SourceState, Stance
from factcheck.desk import Desk
from factcheck.model import Article, Change, CitationFields, Piece, SourceFields
from factcheck.text import digest
from tests.desk.conftest import MILL, Fill
from tests.desk.state import comparable, events, run_forward, state
from tests.desk.texts import Clock, article, split

CENSUS = SourceFields(kind=SourceKind.RECORD, title="Census of Arden", url="https://arden.example/census")


def _add_other(desk: Desk) -> Change:
    given = article("A title\n\nOne thing happened. Another did.\n")
    return desk.add(given, split(given))


def _taken_in(desk: Desk) -> Change:
    """The mill itself, as another desk would have it after some work, with other words in it."""
    mill = desk.draft(MILL)
    text = mill.text + "\n"
    draft = replace(mill, text=text, digest=digest(text))
    claims = tuple(replace(claim, article="elsewhere") for claim in desk.full_claims(MILL))
    given = Article(text=text, blocks=(), digest=draft.digest, title="Elsewhere")
    history = tuple(reversed(desk.history(MILL)))
    return desk.take_in(
        Piece(
            article=given,
            draft=draft,
            added_at=mill.imported_at,
            claims=claims,
            passages=desk.passages(MILL),
            queries=desk.queries(MILL),
            contacts=desk.contacts(1),
            history=history,
        )
    )


def _added_claim(desk: Desk) -> Change:
    text = desk.draft(MILL).text
    start = text.index("Who would")
    return desk.add_claim(MILL, start, start + len("Who would close it?"))


def _split(desk: Desk) -> Change:
    claim = desk.claim(MILL, 2)
    return desk.split_claim(MILL, 2, [claim.start + claim.text.index("says")])


def _recut(desk: Desk) -> Change:
    claim = desk.claim(MILL, 2)
    return desk.recut(MILL, 2, claim.start, claim.start + claim.text.index(","))


def _signed(desk: Desk) -> Change:
    return desk.sign_off(MILL, {row.number: "kept" for row in desk.claims(MILL)})


def _first(desk: Desk, verb: Callable[[], Change]) -> int:
    created = verb().created
    assert created is not None
    return created


def _merged_sources(desk: Desk) -> Change:
    other = _first(desk, lambda: desk.add_source(SourceFields(title="The census", author="Arden")))
    desk.cite(MILL, 4, other)
    return desk.merge_sources(1, [other])


def _revised(desk: Desk) -> Change:
    text = desk.draft(MILL).text.replace("1902", "1903").replace(" The river floods every spring 🌊.", "")
    given = article(text + "\nThe bridge has nine arches.\n")
    return desk.revise(MILL, given, desk.plan_revision(MILL, given, split(given)))


def _reattached(desk: Desk) -> Change:
    _revised(desk)
    start = desk.draft(MILL).text.index("The bridge")
    return desk.reattach(MILL, 4, start, start + len("The bridge has nine arches."))


def _closed(desk: Desk) -> Change:
    _revised(desk)
    return desk.close_lost(MILL, 4, "for length")


VERBS: dict[str, Callable[[Desk], Change]] = {
    "add": _add_other,
    "revise": _revised,
    "reattach": _reattached,
    "close_lost": _closed,
    "rename": lambda desk: desk.rename(MILL, title="The old mill", outlet="Herald", byline="Jo Reed"),
    "set_deadline": lambda desk: desk.set_deadline(MILL, datetime(2026, 4, 1, tzinfo=UTC)),
    "archive": lambda desk: desk.archive(MILL),
    "remove": lambda desk: desk.remove(MILL),
    "decide": lambda desk: desk.decide(MILL, [1, 2, 3], Finding.WAITING, waiting_on="the writer"),
    "tick": lambda desk: desk.tick(MILL, 1, desk.claim(MILL, 1).check_points[0].id),
    "tick_all": lambda desk: desk.tick_all(MILL, 1),
    "restate": lambda desk: desk.restate(MILL, 1, "The mill at Arden opened in 1902."),
    "set_kinds": lambda desk: desk.set_kinds(MILL, [1, 2], [CheckKind.DATE, CheckKind.AGE]),
    "set_speaker": lambda desk: desk.set_speaker(MILL, 1, "Jo Reed"),
    "set_priority": lambda desk: desk.set_priority(MILL, [1, 4], 9),
    "flag": lambda desk: desk.flag(MILL, [1, 4], Flag.LEGAL),
    "assign": lambda desk: desk.assign(MILL, [1, 4], "Jo Reed"),
    "set_expiry": lambda desk: desk.set_expiry(MILL, 4, date(2027, 1, 1)),
    "split_claim": _split,
    "merge_claims": lambda desk: desk.merge_claims(MILL, [3, 4]),
    "recut": _recut,
    "add_claim": _added_claim,
    "retire": lambda desk: desk.retire(MILL, [1, 2], "not ours"),
    "restore": lambda desk: desk.restore(MILL, 5),
    "add_source": lambda desk: desk.add_source(SourceFields(title="A book", kind=SourceKind.BOOK)),
    "edit_source": lambda desk: desk.edit_source(1, replace(CENSUS, state=SourceState.WITHDRAWN)),
    "merge_sources": _merged_sources,
    "remove_source": lambda desk: desk.remove_source(2),
    "cite": lambda desk: desk.cite(MILL, [2, 4], SourceFields(title="A new study", kind=SourceKind.STUDY)),
    "edit_citation": lambda desk: desk.edit_citation(1, CitationFields(stance=Stance.PARTLY, locator="3")),
    "remove_citation": lambda desk: desk.remove_citation(1),
    "log_contact": lambda desk: desk.log_contact(1, Method.CALL, "no reply"),
    "note": lambda desk: desk.note(MILL, 1, "see the archive"),
    "edit_note": lambda desk: desk.edit_note(1, "other words", confidential=True),
    "remove_note": lambda desk: desk.remove_note(1),
    "ask": lambda desk: desk.ask(MILL, None, "Which year?"),
    "answer": lambda desk: desk.answer(1, "1902"),
    "reopen_query": lambda desk: desk.reopen_query(2),
    "remove_query": lambda desk: desk.remove_query(1),
    "propose": lambda desk: desk.propose(MILL, 4, "The river floods most springs."),
    "take_in": _taken_in,
    "accept": lambda desk: desk.accept(MILL, 1),
    "applied": lambda desk: desk.applied(MILL, 1),
    "stet": lambda desk: desk.stet(MILL, 1, "the editor likes it"),
    "cut": lambda desk: desk.cut(MILL, 1, "too long"),
    "clear_fix": lambda desk: desk.clear_fix(MILL, 1),
    "agree": lambda desk: desk.agree(MILL, [1]),
    "send_back": lambda desk: desk.send_back(MILL, 1, "the page is wrong"),
    "sign_off": _signed,
    "reopen": lambda desk: desk.reopen("signed-piece"),
    "set_person": lambda desk: desk.set_person("Ana Ortiz", role=Role.EDITOR),
}
"""Every verb with an act that changes something on the prepared desk."""

_NOT_UNDONE = {"undo", "redo"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the mill with work on it, and a signed piece beside it."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        given = article()
        desk.add(given, split(given))
        desk.decide(MILL, [1, 3], Finding.VERIFIED)
        desk.set_expiry(MILL, 3, date(2026, 1, 1))
        desk.cite(MILL, [1, 3], CENSUS, CitationFields(locator="14"))
        desk.add_source(SourceFields(title="Never used"))
        desk.note(MILL, 1, "called the town hall")
        desk.ask(MILL, 1, "Where is this from?")
        desk.ask(MILL, 2, "How many now?")
        desk.answer(2, "300")
        desk.propose(MILL, 1, "The mill opened in 1903.")
        desk.assign(MILL, 5, "Jo Reed")
        desk.retire(MILL, 5, "opinion")
        given = article("Signed piece\n\nIt rained.\n")
        desk.add(given, split(given))
        desk.decide("signed-piece", 1, Finding.ON_AUTHOR)
        desk.sign_off("signed-piece")
    return path


@pytest.fixture
def prepared(fill: Fill, template: Path) -> Desk:
    """A desk with all that on it."""
    return fill(template)


def test_every_mutating_verb_of_the_desk_is_walked() -> None:
    verbs = {
        name
        for name, method in inspect.getmembers(Desk, inspect.isfunction)
        if not name.startswith("_") and get_type_hints(method).get("return") is Change
    }
    assert set(VERBS) == verbs - _NOT_UNDONE


@pytest.mark.parametrize("verb", VERBS)
def test_undo_brings_back_the_state_before_and_redo_the_state_after(prepared: Desk, verb: str) -> None:
    before, token = state(prepared), prepared.token()
    change = VERBS[verb](prepared)
    after = state(prepared)
    if prepared.token() > token + 1:
        # The act is made of several verbs: only the last one is undone.
        prepared.undo()
        before = state(prepared)
        prepared.redo()
    assert after != before
    assert change.said
    undone = prepared.undo()
    assert undone.verb == "undo"
    assert undone.said.startswith("Undid: ")
    assert state(prepared) == before
    assert prepared.redo().said.startswith("Redid: ")
    assert state(prepared) == after
    assert prepared.replay() == []
    prepared.undo()
    assert state(prepared) == before
    assert prepared.replay() == []


def test_acts_are_undone_to_the_beginning_and_redone_to_the_end_after_a_restart(
    template: Path, tmp_path: Path
) -> None:
    path, states = tmp_path / "desk.db", []
    copy(template, path)
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for verb in (
            "split_claim",
            "note",
            "cite",
            "decide",
            "merge_claims",
            "agree",
            "remove_note",
            "sign_off",
        ):
            states.append(state(desk))
            VERBS[verb](desk)
        last = state(desk)
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for earlier in reversed(states):
            desk.undo()
            assert state(desk) == earlier
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for _ in states:
            desk.redo()
        assert state(desk) == last
        assert desk.replay() == []


def test_the_history_run_forward_makes_the_state(prepared: Desk) -> None:
    start = comparable(state(prepared))
    known = len(events(prepared))
    for verb in ("split_claim", "cite", "tick_all", "add_claim", "retire"):
        VERBS[verb](prepared)
    prepared.undo()
    changes = [change for event in events(prepared)[known:] for change in event]
    assert run_forward(start, changes) == comparable(state(prepared))
