"""Sources, citations, and the calls they ask for."""

from datetime import date

import pytest

from db.vocabulary import Finding, Flag, Method, SourceKind, SourceState, Stance
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import CitationFields, SourceFields
from factcheck.model.base import values_of
from tests.desk.conftest import MILL
from tests.desk.texts import article, split


def created(desk: Desk, **fields: object) -> int:
    key = desk.sources.add(SourceFields(**fields)).created
    assert key is not None
    return key


def test_the_source_used_last_comes_first(desk: Desk) -> None:
    first, second, third = (created(desk, title=title) for title in ("One", "Two", "Three"))
    desk.citations.add(MILL, 1, second)
    desk.citations.add(MILL, [2, 3], first)
    assert [source.id for source in desk.sources.find()] == [first, second, third]
    assert [(s.used, s.last_used is None) for s in desk.sources.find()] == [(2, False), (1, False), (0, True)]
    assert [source.id for source in desk.sources.find(article=MILL)] == [first, second]


def test_sources_are_searched_by_words_in_any_field(desk: Desk) -> None:
    created(desk, title="Register of mills", author="Arden Council")
    created(desk, person="Ana Ortiz", role="director", kind=SourceKind.PERSON)
    assert [s.title for s in desk.sources.find("council mills")] == ["Register of mills"]
    assert [s.person for s in desk.sources.find("ORTIZ")] == ["Ana Ortiz"]
    assert desk.sources.find("nothing of the kind") == []


def test_a_source_told_twice_is_one_source_with_all_that_was_told(desk: Desk) -> None:
    fields = SourceFields(title="Census", url="https://arden.example/census")
    key = created(desk, **values_of(fields, SourceFields))
    again = desk.sources.add(SourceFields(title="Other name", url=fields.url, author="Arden"))
    assert (again.verb, again.created) == ("already", key)
    assert desk.sources.get(key).author == "Arden"
    assert desk.sources.get(key).title == "Census"
    desk.citations.add(MILL, 1, fields)
    assert len(desk.sources.find()) == 1
    with pytest.raises(Refused, match="title, a person, a URL"):
        desk.sources.add(SourceFields(author="somebody"))


def test_a_citation_keeps_its_fields_and_the_day_of_access(desk: Desk) -> None:
    fields = CitationFields(stance=Stance.PARTLY, locator="14", quotation="“300”", method=Method.CALL)
    change = desk.citations.add(MILL, [1, 2], SourceFields(title="Census"), fields)
    assert change.said == "2 claims: cites “Census”"
    (citation,) = desk.claims.get(MILL, 1).citations
    assert citation.id == change.created
    assert (citation.stance, citation.locator, citation.quotation) == (Stance.PARTLY, "14", "“300”")
    assert citation.accessed == date(2026, 3, 2)
    assert (citation.added_by, citation.claim, citation.source.title) == ("Ana Ortiz", 1, "Census")
    assert [(slug, number) for slug, number, _ in desk.citations.of_source(citation.source.id)] == [
        (MILL, 1),
        (MILL, 2),
    ]


def test_citations_are_edited_and_removed_unless_somebody_else_did(desk: Desk, jo: Desk) -> None:
    key = desk.citations.add(MILL, 1, SourceFields(title="Census")).created
    assert key is not None
    seen = desk.claims.get(MILL, 1).citations[0].version
    jo.citations.edit(key, CitationFields(locator="9"), expected=seen)
    for verb in (
        lambda: desk.citations.edit(key, CitationFields(locator="8"), expected=seen),
        lambda: desk.citations.remove(key, expected=seen),
    ):
        with pytest.raises(Conflict, match="Jo Reed") as caught:
            verb()
        assert caught.value.claim == 1
    assert desk.claims.get(MILL, 1).citations[0].locator == "9"
    desk.citations.remove(key)
    with pytest.raises(NotOnDesk):
        desk.citations.remove(key)


def test_a_withdrawn_source_puts_decided_claims_of_all_articles_on_recheck(desk: Desk) -> None:
    given = article("Other\n\nThe other thing is.")
    desk.articles.add(given, split(given))
    key = created(desk, title="Study")
    desk.citations.add(MILL, [1, 2], key)
    desk.citations.add("other", 1, key)
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.findings.decide("other", 1, Finding.WRONG)
    change = desk.sources.edit(key, SourceFields(title="Study", state=SourceState.WITHDRAWN))
    assert change.said == "Source “Study” is withdrawn: 2 claims to recheck"
    assert Flag.RECHECK in desk.claims.get(MILL, 1).flags
    assert Flag.RECHECK not in desk.claims.get(MILL, 2).flags
    assert Flag.RECHECK in desk.claims.get("other", 1).flags
    assert desk.history.events(MILL, claim=1)[0].verb == "edit_source"
    desk.history.undo()
    assert desk.progress.of("other").recheck == 0


def test_an_edit_of_a_source_that_changes_no_state_shakes_no_claim(desk: Desk) -> None:
    key = created(desk, title="Study")
    desk.citations.add(MILL, 1, key)
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.sources.edit(key, SourceFields(title="The study", origin="AFP"))
    assert desk.progress.of(MILL).recheck == 0
    with pytest.raises(Conflict):
        desk.sources.edit(key, SourceFields(title="X"), expected=1)


def test_merged_sources_are_one_with_all_citations_and_contacts(desk: Desk) -> None:
    keep, gone = created(desk, title="Census"), created(desk, title="The census", author="Arden")
    desk.citations.add(MILL, 1, keep)
    desk.citations.add(MILL, 2, gone)
    desk.contacts.log(gone, Method.EMAIL, "no reply")
    desk.sources.merge(keep, [gone])
    assert [s.id for s in desk.sources.find()] == [keep]
    assert desk.sources.get(keep).author == "Arden"
    assert desk.claims.get(MILL, 2).citations[0].source.id == keep
    assert len(desk.contacts.of_source(keep)) == 1
    with pytest.raises(NotOnDesk):
        desk.sources.get(gone)
    with pytest.raises(Refused):
        desk.sources.merge(keep, [keep])


def test_only_a_source_that_nothing_rests_on_is_removed(desk: Desk) -> None:
    cited, called, free = (created(desk, title=title) for title in ("One", "Two", "Three"))
    desk.citations.add(MILL, 1, cited)
    desk.contacts.log(called, Method.CALL, "busy")
    for key in (cited, called):
        with pytest.raises(Refused):
            desk.sources.remove(key)
    desk.sources.remove(free)
    assert {s.title for s in desk.sources.find()} == {"One", "Two"}


def test_the_call_sheet_gathers_the_open_claims_of_a_source(desk: Desk) -> None:
    ana = created(desk, person="Ana Ortiz", kind=SourceKind.PERSON)
    hall = created(desk, title="Town hall")
    created(desk, title="Nothing to ask")
    desk.citations.add(MILL, [1, 3, 4], hall)
    desk.findings.decide(MILL, 4, Finding.VERIFIED)
    sheet = desk.contacts.call_sheet(MILL)
    assert [(entry.source.id, entry.claims) for entry in sheet] == [(hall, (1, 3)), (ana, (2,))]


def test_contacts_are_logged_the_latest_first(desk: Desk) -> None:
    key = created(desk, person="Ana Ortiz")
    desk.contacts.log(key, Method.CALL, "no answer")
    desk.contacts.log(key, Method.EMAIL, "will write on Monday")
    contacts = desk.contacts.of_source(key)
    assert [c.outcome for c in contacts] == ["will write on Monday", "no answer"]
    assert contacts[0].by == "Ana Ortiz"
    with pytest.raises(Refused):
        desk.contacts.log(key, Method.CALL, "  ")
