"""The history, undo and redo between people, and hearing of what others did."""

import pytest
import sqlalchemy as sa

from db.faults import RefusedError
from db.tables import Event
from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import SourceFields
from tests.desk.conftest import MILL, SUPPORT
from tests.desk.texts import Clock, article, split


def test_an_event_tells_who_when_what_from_what_to_what_and_for_which_words(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.WRONG)
    change = desk.findings.decide(MILL, 1, Finding.VERIFIED)
    event = desk.history.events(MILL)[0]
    assert (event.by, event.verb, event.article, event.claim) == ("Ana Ortiz", "decide", MILL, 1)
    assert (event.said, event.words, event.op) == (
        "Claim 1: verified",
        "The mill opened in 1902.",
        change.op,
    )
    assert (event.before["finding"], event.after["finding"]) == ("wrong", "verified")
    assert event.at > desk.history.events(MILL)[1].at


def test_what_was_warned_of_stays_in_the_history_of_the_claim(desk: Desk) -> None:
    desk.findings.tick_all(MILL, 2)
    change = desk.findings.decide(MILL, 2, Finding.VERIFIED, op="once")
    warning = "Claim 2: verified needs a citation that supports it, with a locator or a quotation."
    assert change.warnings == (warning,)
    desk.citations.add(MILL, 2, SourceFields(title="A"), SUPPORT)
    desk.findings.decide(MILL, 2, Finding.VERIFIED)
    told = [event.warnings for event in desk.history.events(MILL, claim=2)]
    assert told == [(), (), (warning,), ()]
    assert desk.findings.decide(MILL, 2, Finding.VERIFIED, op="once").warnings == (warning,)
    assert desk.maintenance.rebuild() == []


def test_a_warning_about_many_claims_names_each_of_them(desk: Desk) -> None:
    given = article("Long\n\n" + " ".join(f"It has {count} rooms." for count in range(1, 13)))
    desk.articles.add(given, split(given))
    change = desk.findings.decide("long", [12, *range(1, 6), 7, 8], Finding.WRONG)
    assert change.warnings == ("Claims 1–5, 7, 8 and 12: wrong needs a citation that contradicts it.",)
    assert desk.history.events("long", claim=12)[0].warnings == change.warnings


def test_a_step_keeps_what_its_parts_warned_of(desk: Desk) -> None:
    with desk.one_step("Two decisions", verb="import_sheet", article=MILL) as step:
        first = desk.findings.decide(MILL, 1, Finding.WRONG)
        second = desk.findings.decide(MILL, 2, Finding.IMPRECISE)
    assert step.change.warnings == first.warnings + second.warnings
    assert desk.history.events(MILL)[0].warnings == step.change.warnings
    with desk.one_step("A note", verb="import_sheet", article=MILL):
        desk.notes.add(MILL, 1, "n")
    assert desk.history.events(MILL)[0].warnings == ()


def test_the_history_of_one_claim_holds_what_touched_it_and_nothing_else(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    desk.notes.add(MILL, 1, "n")
    desk.findings.decide(MILL, 3, Finding.WRONG)
    key = desk.citations.add(MILL, [1, 3], SourceFields(title="A")).created
    assert key is not None
    desk.citations.remove(key)
    told = [(event.verb, event.before.get("finding")) for event in desk.history.events(MILL, claim=1)]
    assert told == [("remove_citation", None), ("cite", None), ("note", None), ("decide", "unchecked")]
    assert [event.verb for event in desk.history.events(MILL, claim=2)] == ["decide"]
    assert [event.verb for event in desk.history.events(MILL, claim=1, limit=2)] == [
        "remove_citation",
        "cite",
    ]
    assert desk.history.events(MILL, claim=5) == []
    with pytest.raises(NotOnDesk):
        desk.history.events(MILL, claim=50)


def test_the_history_of_the_desk_is_that_of_all_articles(desk: Desk) -> None:
    given = article("Other\n\nThe other thing is.")
    desk.articles.add(given, split(given))
    desk.sources.add(SourceFields(title="A"))
    assert [event.article for event in desk.history.events()] == ["", "other", MILL]
    assert [event.article for event in desk.history.events("other")] == ["other"]
    assert len(desk.history.events(limit=1)) == 1


def test_events_can_neither_be_changed_nor_deleted(desk: Desk) -> None:
    for statement in (sa.update(Event).values(by="x"), sa.delete(Event)):
        with pytest.raises(RefusedError), desk._transactions.store.write() as connection:
            connection.execute(statement)
    assert desk.history.events()[0].by == "Ana Ortiz"


def test_everybody_undoes_their_own_acts(desk: Desk, jo: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    jo.findings.decide(MILL, 2, Finding.WRONG)
    assert desk.history.undo().said == "Undid: claim 1 verified"
    assert jo.history.undo().said == "Undid: claim 2 wrong"
    with pytest.raises(Refused, match="nothing to undo"):
        jo.history.undo()
    assert desk.progress.of(MILL).done == 0


def test_undo_within_an_article_leaves_other_articles_alone(desk: Desk) -> None:
    given = article("Other\n\nThe other thing is.")
    desk.articles.add(given, split(given))
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.findings.decide("other", 1, Finding.WRONG)
    assert desk.history.can_undo(MILL) == "Claim 1: verified"
    assert desk.history.undo(MILL).said == "Undid: claim 1 verified"
    assert desk.claims.get("other", 1).finding is Finding.WRONG
    assert desk.history.redo(MILL).said == "Redid: claim 1 verified"
    with pytest.raises(Refused, match="nothing to redo in “other”"):
        desk.history.redo("other")


def test_a_new_act_ends_the_way_back_to_what_was_undone(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.history.undo()
    assert desk.history.can_redo() == "Claim 1: verified"
    desk.notes.add(MILL, 1, "n")
    assert desk.history.can_redo() == ""
    with pytest.raises(Refused):
        desk.history.redo()


def test_what_somebody_else_changed_since_is_not_undone(desk: Desk, jo: Desk) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    jo.findings.decide(MILL, 2, Finding.WRONG)
    with pytest.raises(
        Conflict, match=r"Cannot undo “2 claims: verified”: Jo Reed changed the same"
    ) as caught:
        desk.history.undo()
    assert caught.value.by == "Jo Reed"
    assert desk.claims.get(MILL, 1).finding is Finding.VERIFIED
    jo.history.undo()
    desk.history.undo()
    assert desk.claims.get(MILL, 1).finding is Finding.UNCHECKED


def test_an_article_that_others_worked_on_is_not_undone(desk: Desk, jo: Desk) -> None:
    jo.notes.add(MILL, 1, "n")
    with pytest.raises(Conflict, match="Jo Reed has worked on this article"):
        desk.history.undo()
    assert desk.articles.slugs() == (MILL,)


def test_a_name_that_was_taken_meanwhile_is_not_taken_back(desk: Desk, jo: Desk) -> None:
    desk.articles.rename(MILL, slug="old-mill")
    given = article("Other\n\nThe other thing is.", slug=MILL)
    jo.articles.add(given, split(given))
    with pytest.raises(Conflict):
        desk.history.undo()
    assert desk.articles.slugs() == ("old-mill", MILL) or desk.articles.slugs() == (MILL, "old-mill")


def test_a_source_that_others_cite_is_not_undone(desk: Desk, jo: Desk) -> None:
    key = desk.sources.add(SourceFields(title="A")).created
    assert key is not None
    jo.citations.add(MILL, 1, key)
    with pytest.raises(Conflict, match=r"Jo Reed changed the same thing since \(claim 1 cites “A”\)"):
        desk.history.undo()


def test_an_undo_that_is_tried_again_is_done_once(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.findings.decide(MILL, 2, Finding.VERIFIED)
    desk.history.undo(op="u1")
    desk.history.undo(op="u1")
    assert desk.claims.get(MILL, 1).finding is Finding.VERIFIED


def test_a_desk_hears_what_others_did_and_not_what_it_did_itself(desk: Desk) -> None:
    with Desk.open(desk.location, person="Jo Reed", clock=Clock()) as other:
        token = desk.history.token()
        assert desk.history.changed_since(token) == (token, ())
        desk.findings.decide(MILL, 1, Finding.VERIFIED)
        other.findings.decide(MILL, 2, Finding.WRONG)
        other.findings.decide(MILL, [3, 4], Finding.WRONG)
        later, news = desk.history.changed_since(token)
        assert [(c.article, c.claims, c.whole_article) for c in news] == [
            (MILL, (2,), False),
            (MILL, (), True),
        ]
        assert desk.history.changed_since(later) == (later, ())
        assert len(other.history.changed_since(token)[1]) == 1
