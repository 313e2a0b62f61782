"""Nothing is one-way: every verb is undone to the exact state before, and redone, also after a restart."""

import inspect
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
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
    return desk.articles.add(given, split(given))


def _taken_in(desk: Desk) -> Change:
    """The mill itself, as another desk would have it after some work, with other words in it."""
    mill = desk.drafts.get(MILL)
    text = mill.text + "\n"
    draft = replace(mill, text=text, digest=digest(text))
    claims = tuple(replace(claim, article="elsewhere") for claim in desk.claims.full(MILL))
    given = Article(text=text, blocks=(), digest=draft.digest, title="Elsewhere")
    history = tuple(reversed(desk.history.events(MILL)))
    return desk.sheets.take_in(
        Piece(
            article=given,
            draft=draft,
            added_at=mill.imported_at,
            claims=claims,
            passages=desk.drafts.passages(MILL),
            queries=desk.queries.of(MILL),
            contacts=desk.contacts.of_source(1),
            history=history,
        )
    )


def _added_claim(desk: Desk) -> Change:
    text = desk.drafts.get(MILL).text
    start = text.index("Who would")
    return desk.cuts.add(MILL, start, start + len("Who would close it?"))


def _split(desk: Desk) -> Change:
    claim = desk.claims.get(MILL, 2)
    return desk.cuts.split(MILL, 2, [claim.start + claim.text.index("says")])


def _recut(desk: Desk) -> Change:
    claim = desk.claims.get(MILL, 2)
    return desk.cuts.recut(MILL, 2, claim.start, claim.start + claim.text.index(","))


def _signed(desk: Desk) -> Change:
    return desk.sign_off.sign(MILL, {row.number: "kept" for row in desk.queue.rows(MILL)})


def _first(desk: Desk, verb: Callable[[], Change]) -> int:
    created = verb().created
    assert created is not None
    return created


def _merged_sources(desk: Desk) -> Change:
    other = _first(desk, lambda: desk.sources.add(SourceFields(title="The census", author="Arden")))
    desk.citations.add(MILL, 4, other)
    return desk.sources.merge(1, [other])


def _revised(desk: Desk) -> Change:
    text = (
        desk.drafts.get(MILL).text.replace("1902", "1903").replace(" The river floods every spring 🌊.", "")
    )
    given = article(text + "\nThe bridge has nine arches.\n")
    return desk.revisions.apply(MILL, given, desk.revisions.plan(MILL, given, split(given)))


def _reattached(desk: Desk) -> Change:
    _revised(desk)
    start = desk.drafts.get(MILL).text.index("The bridge")
    return desk.lost_claims.reattach(MILL, 4, start, start + len("The bridge has nine arches."))


def _closed(desk: Desk) -> Change:
    _revised(desk)
    return desk.lost_claims.close(MILL, 4, "for length")


VERBS: dict[str, Callable[[Desk], Change]] = {
    "articles.add": _add_other,
    "revisions.apply": _revised,
    "lost_claims.reattach": _reattached,
    "lost_claims.close": _closed,
    "articles.rename": lambda desk: desk.articles.rename(
        MILL, title="The old mill", outlet="Herald", byline="Jo Reed"
    ),
    "articles.set_deadline": lambda desk: desk.articles.set_deadline(MILL, datetime(2026, 4, 1, tzinfo=UTC)),
    "articles.archive": lambda desk: desk.articles.archive(MILL),
    "articles.remove": lambda desk: desk.articles.remove(MILL),
    "findings.decide": lambda desk: desk.findings.decide(
        MILL, [1, 2, 3], Finding.WAITING, waiting_on="the writer"
    ),
    "findings.tick": lambda desk: desk.findings.tick(MILL, 1, desk.claims.get(MILL, 1).check_points[0].id),
    "findings.tick_all": lambda desk: desk.findings.tick_all(MILL, 1),
    "claims.restate": lambda desk: desk.claims.restate(MILL, 1, "The mill at Arden opened in 1902."),
    "claims.set_kinds": lambda desk: desk.claims.set_kinds(MILL, [1, 2], [CheckKind.DATE, CheckKind.AGE]),
    "claims.set_speaker": lambda desk: desk.claims.set_speaker(MILL, 1, "Jo Reed"),
    "claims.set_priority": lambda desk: desk.claims.set_priority(MILL, [1, 4], 9),
    "claims.flag": lambda desk: desk.claims.flag(MILL, [1, 4], Flag.LEGAL),
    "claims.assign": lambda desk: desk.claims.assign(MILL, [1, 4], "Jo Reed"),
    "claims.set_expiry": lambda desk: desk.claims.set_expiry(MILL, 4, date(2027, 1, 1)),
    "cuts.split": _split,
    "merges.merge": lambda desk: desk.merges.merge(MILL, [3, 4]),
    "cuts.recut": _recut,
    "cuts.add": _added_claim,
    "merges.retire": lambda desk: desk.merges.retire(MILL, [1, 2], "not ours"),
    "merges.restore": lambda desk: desk.merges.restore(MILL, 5),
    "sources.add": lambda desk: desk.sources.add(SourceFields(title="A book", kind=SourceKind.BOOK)),
    "sources.edit": lambda desk: desk.sources.edit(1, replace(CENSUS, state=SourceState.WITHDRAWN)),
    "sources.merge": _merged_sources,
    "sources.remove": lambda desk: desk.sources.remove(2),
    "citations.add": lambda desk: desk.citations.add(
        MILL, [2, 4], SourceFields(title="A new study", kind=SourceKind.STUDY)
    ),
    "citations.edit": lambda desk: desk.citations.edit(1, CitationFields(stance=Stance.PARTLY, locator="3")),
    "citations.remove": lambda desk: desk.citations.remove(1),
    "contacts.log": lambda desk: desk.contacts.log(1, Method.CALL, "no reply"),
    "notes.add": lambda desk: desk.notes.add(MILL, 1, "see the archive"),
    "notes.edit": lambda desk: desk.notes.edit(1, "other words", confidential=True),
    "notes.remove": lambda desk: desk.notes.remove(1),
    "queries.ask": lambda desk: desk.queries.ask(MILL, None, "Which year?"),
    "queries.answer": lambda desk: desk.queries.answer(1, "1902"),
    "queries.reopen": lambda desk: desk.queries.reopen(2),
    "queries.remove": lambda desk: desk.queries.remove(1),
    "wording.propose": lambda desk: desk.wording.propose(MILL, 4, "The river floods most springs."),
    "sheets.take_in": _taken_in,
    "wording.accept": lambda desk: desk.wording.accept(MILL, 1),
    "wording.applied": lambda desk: desk.wording.applied(MILL, 1),
    "wording.stet": lambda desk: desk.wording.stet(MILL, 1, "the editor likes it"),
    "wording.cut": lambda desk: desk.wording.cut(MILL, 1, "too long"),
    "wording.clear": lambda desk: desk.wording.clear(MILL, 1),
    "review.agree": lambda desk: desk.review.agree(MILL, [1]),
    "review.send_back": lambda desk: desk.review.send_back(MILL, 1, "the page is wrong"),
    "sign_off.sign": _signed,
    "sign_off.reopen": lambda desk: desk.sign_off.reopen("signed-piece"),
    "people.set": lambda desk: desk.people.set("Ana Ortiz", role=Role.EDITOR),
}
"""Every verb with an act that changes something on the prepared desk."""

TOLD = json.loads(Path(__file__).with_name("told.json").read_text(encoding="utf-8"))
"""What each act tells on the prepared desk, word for word; and its undo: the sentence, and whether of all."""

_NOT_UNDONE = {"history.undo", "history.redo"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the mill with work on it, and a signed piece beside it."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        given = article()
        desk.articles.add(given, split(given))
        desk.findings.decide(MILL, [1, 3], Finding.VERIFIED)
        desk.claims.set_expiry(MILL, 3, date(2026, 1, 1))
        desk.citations.add(MILL, [1, 3], CENSUS, CitationFields(locator="14"))
        desk.sources.add(SourceFields(title="Never used"))
        desk.notes.add(MILL, 1, "called the town hall")
        desk.queries.ask(MILL, 1, "Where is this from?")
        desk.queries.ask(MILL, 2, "How many now?")
        desk.queries.answer(2, "300")
        desk.wording.propose(MILL, 1, "The mill opened in 1903.")
        desk.claims.assign(MILL, 5, "Jo Reed")
        desk.merges.retire(MILL, 5, "opinion")
        given = article("Signed piece\n\nIt rained.\n")
        desk.articles.add(given, split(given))
        desk.findings.decide("signed-piece", 1, Finding.ON_AUTHOR)
        desk.sign_off.sign("signed-piece")
    return path


@pytest.fixture
def prepared(fill: Fill, template: Path) -> Desk:
    """A desk with all that on it."""
    return fill(template)


def test_every_mutating_verb_of_the_desk_is_walked(prepared: Desk) -> None:
    verbs = {
        f"{noun}.{name}"
        for noun, _ in inspect.getmembers(Desk, lambda member: isinstance(member, cached_property))
        for name, method in inspect.getmembers(type(getattr(prepared, noun)), inspect.isfunction)
        if not name.startswith("_") and get_type_hints(method).get("return") is Change
    }
    assert set(VERBS) == verbs - _NOT_UNDONE


@pytest.mark.parametrize("verb", VERBS)
def test_undo_brings_back_the_state_before_and_redo_the_state_after(prepared: Desk, verb: str) -> None:
    before, token = state(prepared), prepared.history.token()
    change = VERBS[verb](prepared)
    after = state(prepared)
    heard = prepared.acting_as("Jo Reed").history.changed_since(prepared.history.token() - 1)[1][-1]
    assert (heard.op, heard.said, heard.article) == (change.op, change.said, change.article)
    expected, (said, whole) = TOLD[verb]
    assert told(prepared, change) == expected
    if prepared.history.token() > token + 1:
        # The act is made of several verbs: only the last one is undone.
        prepared.history.undo()
        before = state(prepared)
        prepared.history.redo()
    assert after != before
    undone = prepared.history.undo()
    assert (undone.verb, undone.said) == ("undo", f"Undid: {said}")
    assert undone.whole_article == whole
    assert state(prepared) == before
    assert prepared.history.redo().said == f"Redid: {said}"
    assert state(prepared) == after
    assert prepared.maintenance.rebuild() == []
    prepared.history.undo()
    assert state(prepared) == before
    assert prepared.maintenance.rebuild() == []


def told(desk: Desk, change: Change) -> list[object]:
    """What a change and its event tell."""
    (event,) = desk.history.events(limit=1)
    claims = ",".join(map(str, change.claims))
    whole = "whole" if change.whole_article else "claims"
    return [
        *(change.verb, change.said, change.article, claims, whole, change.created, event.claim, event.words),
        *change.warnings,
    ]


def test_acts_are_undone_to_the_beginning_and_redone_to_the_end_after_a_restart(
    template: Path, tmp_path: Path
) -> None:
    path, states = tmp_path / "desk.db", []
    copy(template, path)
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for verb in (
            "cuts.split",
            "notes.add",
            "citations.add",
            "findings.decide",
            "merges.merge",
            "review.agree",
            "notes.remove",
            "sign_off.sign",
        ):
            states.append(state(desk))
            VERBS[verb](desk)
        last = state(desk)
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for earlier in reversed(states):
            desk.history.undo()
            assert state(desk) == earlier
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for _ in states:
            desk.history.redo()
        assert state(desk) == last
        assert desk.maintenance.rebuild() == []


def test_the_history_run_forward_makes_the_state(prepared: Desk) -> None:
    start = comparable(state(prepared))
    known = len(events(prepared))
    for verb in ("cuts.split", "citations.add", "findings.tick_all", "cuts.add", "merges.retire"):
        VERBS[verb](prepared)
    prepared.history.undo()
    changes = [change for event in events(prepared)[known:] for change in event]
    assert run_forward(start, changes) == comparable(state(prepared))
