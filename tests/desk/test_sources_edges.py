"""Sources at their edges: when two are one, what is filled in, what a changed one shakes, whom to call."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import Basis, Finding, Flag, LocatorKind, Method, SourceKind, SourceState, Stance, Tier
from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict, NotOnDesk, Refused
from factcheck.model import CitationFields, LastChoice, SourceFields
from tests.desk.conftest import MILL
from tests.desk.texts import article, split

TOLD = {
    "title": "Census",
    "author": "Hall",
    "publication": "Gazette",
    "published": "2020",
    "person": "Ida Moor",
}


def add(desk: Desk, **fields: object) -> int:
    key = desk.sources.add(SourceFields(**fields)).created
    assert key is not None
    return key


@pytest.mark.parametrize("name", TOLD)
def test_sources_are_one_when_all_that_tells_them_apart_is_the_same(desk: Desk, name: str) -> None:
    key = add(desk, **TOLD)
    assert add(desk, **TOLD, note="more") == key
    assert add(desk, **{**TOLD, name: "Other"}) != key
    assert add(desk, **{**TOLD, name: ""}) != key
    assert add(desk, **TOLD, url="https://a.example") != key
    assert desk.sources.get(key).note == "more"


def test_sources_with_an_address_are_one_by_it_and_are_filled_in_but_never_overwritten(desk: Desk) -> None:
    key = add(desk, url="https://a.example", title="One")
    change = desk.sources.add(
        SourceFields(url="https://a.example", title="Two", origin="Wire", kind=SourceKind.WEB)
    )
    assert (change.verb, change.created, change.said) == ("already", key, "“Two” is already on the desk.")
    source = desk.sources.get(key)
    assert (source.title, source.origin, source.kind) == ("One", "Wire", SourceKind.WEB)
    add(desk, url="https://a.example", title="Two", origin="Other", kind=SourceKind.NEWS)
    assert desk.sources.get(key) == replace(source)
    assert add(desk, title="One") != key
    assert add(desk, url="https://b.example", title="One") != key


@pytest.mark.parametrize("name", ["title", "person", "url", "publication"])
def test_one_thing_that_tells_a_source_from_others_is_enough(desk: Desk, name: str) -> None:
    key = add(desk, **{name: "https://x.example"})
    change = desk.citations.add(MILL, 1, key)
    assert change.said == "Claim 1: cites “https://x.example”"
    citation = desk.claims.get(MILL, 1).citations[0].id
    assert desk.citations.edit(citation, CitationFields(note="n")).said == (
        "Claim 1: citation of “https://x.example” changed"
    )
    assert desk.contacts.log(key, Method.CALL, "busy").said == "Source “https://x.example”: call, busy"
    other = add(desk, **{name: "Two"})
    assert desk.sources.merge(key, [other]).said == "Source “https://x.example” holds 1 other now"
    assert desk.sources.remove(add(desk, **{name: "Three"})).said == "Source “Three” removed"
    with pytest.raises(Refused, match=r"^A source needs a title, a person, a URL or a publication\.$"):
        desk.sources.edit(key, SourceFields(author="A", role="R", note="N"))
    with pytest.raises(BadInput, match="The source's origin is 201 characters long"):
        desk.sources.edit(key, SourceFields(title="A", origin="x" * 201))


def test_kinds_that_are_both_said_and_differ_tell_sources_apart(desk: Desk) -> None:
    book = add(desk, title="A", kind=SourceKind.BOOK)
    study = add(desk, title="A", kind=SourceKind.STUDY)
    assert book != study
    assert add(desk, title="A") == book
    assert add(desk, title="A", kind=SourceKind.STUDY) == study


@pytest.mark.parametrize("state", SourceState)
@pytest.mark.parametrize("was", SourceState)
def test_only_a_new_state_other_than_current_shakes_the_decided_claims_that_cite_it(
    desk: Desk, was: SourceState, state: SourceState
) -> None:
    key = add(desk, title="Study", state=was)
    desk.citations.add(MILL, [1, 2, 3, 4], key)
    desk.citations.add(MILL, 1, key)
    desk.findings.decide(MILL, [1, 3, 5], Finding.VERIFIED)
    desk.findings.decide(MILL, 4, Finding.WAITING, waiting_on="x")
    desk.merges.retire(MILL, 3)
    said = desk.sources.edit(key, SourceFields(title="Study", state=state)).said
    shaken = state is not SourceState.CURRENT and was is not state
    assert said == (
        f"Source “Study” is {state.value}: 1 claim to recheck" if shaken else "Source “Study” changed"
    )
    reason = f"The source “Study” was {state.value}." if shaken else ""
    assert [desk.claims.get(MILL, n).recheck_reason for n in range(1, 6)] == [reason, "", "", "", ""]
    assert [Flag.RECHECK in desk.claims.get(MILL, n).flags for n in (1, 2)] == [shaken, False]


def test_merged_sources_give_what_the_kept_one_does_not_say_the_first_before_the_second(desk: Desk) -> None:
    keep = add(desk, title="A")
    first, second = add(desk, title="B", author="First"), add(desk, title="C", author="Second", note="n")
    desk.citations.add(MILL, [1, 2], second)
    change = desk.sources.merge(keep, [first, second, keep, first])
    assert (change.said, change.claims) == ("Source “A” holds 2 others now", (1, 2))
    source = desk.sources.get(keep)
    assert (source.title, source.author, source.note, source.used) == ("A", "First", "n", 2)
    with pytest.raises(Refused, match=r"^A source cannot be merged with itself: name another one\.$"):
        desk.sources.merge(keep, [keep])
    with pytest.raises(NotOnDesk, match=r"^There is no source 99 on the desk\.$"):
        desk.sources.merge(keep, [99])
    with pytest.raises(Refused, match=r"^“A” is cited: it cannot be removed\.$"):
        desk.sources.remove(keep)
    called = add(desk, person="Ida Moor")
    desk.contacts.log(called, Method.CALL, "busy")
    with pytest.raises(Refused, match=r"^“Ida Moor” is in the log of contacts: it cannot be removed\.$"):
        desk.sources.remove(called)


def test_a_source_that_somebody_changed_or_took_away_is_not_written_over(desk: Desk, jo: Desk) -> None:
    key = add(desk, title="A")
    jo.sources.edit(key, SourceFields(title="B"))
    with pytest.raises(Conflict) as caught:
        desk.sources.edit(key, SourceFields(title="C"), expected=1)
    assert (
        str(caught.value)
        == "Jo Reed changed this source meanwhile: look at it again; nothing was overwritten."
    )
    assert caught.value.met == (("source", key, None, 1, 2),)
    desk.sources.edit(key, SourceFields(title="C"), expected=2)
    jo.sources.remove(key)
    with pytest.raises(
        Conflict, match=r"^Jo Reed took this source away meanwhile; nothing was changed\.$"
    ) as caught:
        desk.sources.edit(key, SourceFields(title="D"), expected=3)
    assert (caught.value.by, caught.value.met) == ("Jo Reed", (("source", key, None, 3, None),))
    with pytest.raises(NotOnDesk):
        desk.sources.edit(key, SourceFields(title="D"))
    with pytest.raises(NotOnDesk):
        desk.sources.edit(99, SourceFields(title="D"), expected=1)


def test_a_day_of_access_is_kept_unless_another_is_given(desk: Desk) -> None:
    given_ = date(2026, 1, 5)
    key = desk.citations.add(MILL, 1, SourceFields(title="A"), CitationFields(accessed=given_)).created or 0
    desk.citations.edit(key, CitationFields(note="n"))
    assert (desk.citations.get(key).accessed, desk.citations.get(key).note) == (given_, "n")
    desk.citations.edit(key, CitationFields(accessed=date(2026, 2, 5), quotation=" q "))
    citation = desk.citations.get(key)
    assert (citation.accessed, citation.note, citation.quotation) == (date(2026, 2, 5), "", "q")
    desk.citations.add(MILL, 2, citation.source.id)
    desk.merges.retire(MILL, 2)
    assert [(slug, number) for slug, number, _ in desk.citations.of_source(citation.source.id)] == [(MILL, 1)]


CITED = st.lists(
    st.tuples(
        st.sampled_from([None, *Tier]), st.sampled_from(["", "14"]), st.sampled_from([None, *LocatorKind])
    ),
    max_size=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
@given(cited=CITED)
def test_what_was_said_last_of_a_source_is_offered(
    desk: Desk, cited: list[tuple[Tier | None, str, LocatorKind | None]]
) -> None:
    with desk._transactions.store.write() as connection:
        connection.exec_driver_sql("DELETE FROM citation")
        connection.exec_driver_sql("DELETE FROM source")
    key = add(desk, title="A")
    for tier, locator, kind in cited:
        desk.citations.add(MILL, 1, key, CitationFields(tier=tier, locator=locator, locator_kind=kind))
    kept = desk.claims.get(MILL, 1).citations
    tiers = [one.tier for one in kept if one.tier is not None]
    kinds = [one.locator_kind for one in kept if one.locator and one.locator_kind is not None]
    assert desk.citations.last_choice(key) == LastChoice(
        tier=tiers[-1] if tiers else None, locator_kind=kinds[-1] if kinds else None
    )


def test_the_call_sheet_names_open_claims_of_this_article_alone(desk: Desk) -> None:
    given_ = article("Other\n\nIt is, says Ana Ortiz.")
    other = desk.articles.add(given_, split(given_)).article
    ana, moor = add(desk, person="ana  ORTIZ"), add(desk, person="Ida Moor")
    census = add(desk, title="Census")
    add(desk, title="Nobody")
    desk.citations.add(MILL, [1, 2], ana)
    desk.citations.add(other, 1, moor)
    desk.citations.add(MILL, [1, 3, 4], census)
    sheet = desk.contacts.call_sheet(MILL)
    assert [(entry.source.id, entry.claims) for entry in sheet] == [(census, (1, 3, 4)), (ana, (1, 2))]
    assert [(entry.source.id, entry.claims) for entry in desk.contacts.call_sheet(other)] == [
        (moor, (1,)),
        (ana, (1,)),
    ]
    desk.findings.decide(MILL, [1, 3, 4], Finding.ON_AUTHOR)
    assert [entry.claims for entry in desk.contacts.call_sheet(MILL)] == [(2,)]
    desk.findings.decide(MILL, 2, Finding.ON_AUTHOR)
    assert desk.contacts.call_sheet(MILL) == ()


def test_what_a_source_was_is_told_once_for_each_state_that_it_left(desk: Desk) -> None:
    assert desk.former_sources.rows() == ()
    key = add(desk, person="Ida Moor", kind=SourceKind.PERSON, basis=Basis.BACKGROUND)
    desk.sources.edit(key, SourceFields(person="I. Moor", kind=SourceKind.PERSON, basis=Basis.CONFIDENTIAL))
    desk.sources.edit(key, SourceFields(person="Ida Moor", basis=Basis.CONFIDENTIAL))
    gone = add(desk, title="Letter", basis=Basis.OFF_RECORD)
    same = add(desk, person="Kit Vale", basis=Basis.ON_RECORD)
    left = add(desk, person="Kit Vale", title="Diary", basis=Basis.OFF_RECORD)
    plain = add(desk, title="Plain")
    for removed in (gone, left, plain):
        desk.sources.remove(removed)
    former = [(one.id, one.person or one.title, one.kind, one.basis) for one in desk.former_sources.rows()]
    assert former == [
        (key, "Ida Moor", SourceKind.PERSON, Basis.CONFIDENTIAL),
        (key, "I. Moor", SourceKind.PERSON, Basis.CONFIDENTIAL),
        (gone, "Letter", None, Basis.OFF_RECORD),
        (left, "Kit Vale", None, Basis.ON_RECORD),
        (plain, "Plain", None, Basis.ON_RECORD),
    ]
    assert same not in {one[0] for one in former}


@pytest.mark.parametrize(
    ("stances", "finding", "single"),
    [
        ([], Finding.VERIFIED, False),
        ([Stance.SUPPORTS], Finding.VERIFIED, True),
        ([Stance.PARTLY], Finding.UNCHECKED, True),
        ([Stance.CONTEXT], Finding.VERIFIED, False),
        ([None], Finding.VERIFIED, False),
        ([Stance.SUPPORTS, Stance.PARTLY], Finding.VERIFIED, False),
        ([Stance.SUPPORTS, Stance.CONTRADICTS], Finding.VERIFIED, True),
        ([Stance.SUPPORTS, Stance.CONTRADICTS], Finding.WRONG, True),
        ([Stance.SUPPORTS], Finding.WRONG, False),
        ([Stance.CONTRADICTS, Stance.CONTRADICTS], Finding.WRONG, False),
    ],
)
def test_a_claim_rests_on_one_source_by_what_its_finding_counts(
    desk: Desk, stances: list[Stance | None], finding: Finding, single: bool
) -> None:
    for number, stance in enumerate(stances):
        desk.citations.add(MILL, 1, SourceFields(title=f"S{number}"), CitationFields(stance=stance))
    desk.findings.decide(MILL, 1, finding)
    desk.findings.decide(MILL, 2, Finding.WRONG)
    (row, other) = desk.queue.rows_of(MILL, [1, 2])
    assert (Flag.SINGLE_SOURCE in row.flags, row.citations) == (single, len(stances))
    assert Flag.SINGLE_SOURCE not in other.flags
    assert row.flags == desk.claims.get(MILL, 1).flags
