"""What people say of claims, articles and people, at its edges; and what the filters of lists let through."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import OPEN_FINDINGS, CheckKind, Finding, Flag, Role
from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict, NotOnDesk, Refused
from factcheck.model import Claim, ClaimFilter, Place, SourceFields, TypedText
from tests.desk.conftest import MILL
from tests.desk.test_cutting import place
from tests.desk.texts import Clock, article, split


def test_priorities_have_a_limit_on_both_sides(desk: Desk) -> None:
    for priority in (1_000_000, -1_000_000, 0):
        assert desk.claims.set_priority(MILL, 1, priority).said == f"Claim 1: priority {priority}"
        assert desk.claims.get(MILL, 1).priority == priority
    for priority in (1_000_001, -1_000_001):
        with pytest.raises(BadInput, match=f"A priority of {priority} is out of all proportion"):
            desk.claims.set_priority(MILL, 1, priority)


def test_a_speaker_named_by_hand_is_sure_and_keeps_the_words_that_named_them(desk: Desk) -> None:
    assert desk.claims.set_speaker(MILL, 2, "Kit  Vale").said == "Claim 2: said by Kit Vale"
    speaker = desk.claims.get(MILL, 2).speaker
    assert speaker is not None
    assert (speaker.name, speaker.mention, speaker.sure) == ("Kit Vale", "Ana Ortiz", True)
    desk.claims.set_speaker(MILL, 1, "Ida Moor")
    speaker = desk.claims.get(MILL, 1).speaker
    assert speaker is not None
    assert (speaker.name, speaker.mention, speaker.sure) == ("Ida Moor", "Ida Moor", True)
    assert desk.claims.set_speaker(MILL, 1, " ").said == "Claim 1: said by nobody"
    assert desk.claims.get(MILL, 1).speaker is None


def test_marks_are_set_and_taken_off_in_their_own_words(desk: Desk) -> None:
    told = [
        desk.claims.restate(MILL, 1, " The  mill\nopened. "),
        desk.claims.restate(MILL, 1, ""),
        desk.claims.set_kinds(MILL, 1, [CheckKind.QUOTE, CheckKind.DATE]),
        desk.claims.set_kinds(MILL, [1, 2], []),
        desk.claims.flag(MILL, 1, Flag.SENSITIVE),
        desk.claims.flag(MILL, 1, Flag.SENSITIVE, on=False),
        desk.claims.assign(MILL, 1, "Kit Vale"),
        desk.claims.assign(MILL, 1, ""),
        desk.claims.set_expiry(MILL, 1, None),
    ]
    assert [change.said for change in told] == [
        "Claim 1: restated as “The mill opened.”",
        "Claim 1: no longer restated",
        "Claim 1: kinds date, quote",
        "2 claims: kinds none",
        "Claim 1: sensitive",
        "Claim 1: no longer sensitive",
        "Claim 1: for Kit Vale",
        "Claim 1: for nobody",
        "Claim 1: holds for good",
    ]
    for flag in set(Flag) - {Flag.LEGAL, Flag.SENSITIVE}:
        with pytest.raises(Refused, match=f"The flag {flag.value} is set by the desk itself, not by hand"):
            desk.claims.flag(MILL, 1, flag)
    assert [person.name for person in desk.people.everyone()] == ["Ana Ortiz", "Kit Vale"]


def test_a_day_that_is_past_is_told_of_decided_claims_alone(desk: Desk) -> None:
    today = date(2026, 3, 2)
    desk.findings.decide(MILL, [1, 2, 3], Finding.ON_AUTHOR)
    past = "2026-03-01 is past"
    for numbers, days, warnings in (
        ([1, 2], 0, ()),
        ([4, 5], -1, ()),
        ([1, 4], -1, (f"{past}: claim 1 is to be rechecked.",)),
        ([3, 1, 2], -1, (f"{past}: claims 1–3 are to be rechecked.",)),
        ([1, 2], None, ()),
    ):
        until = None if days is None else today + timedelta(days=days)
        assert desk.claims.set_expiry(MILL, numbers, until).warnings == warnings
    reason = "The finding held until 2026-03-01."
    assert [desk.claims.get(MILL, n).recheck_reason for n in range(1, 6)] == [reason, reason, reason, "", ""]


def test_waiting_begins_anew_for_somebody_else_alone(desk: Desk, clock: Clock) -> None:
    since = []
    assert desk.findings.decide(MILL, 2, Finding.WAITING).said == "Claim 2: waiting"
    assert desk.findings.decide(MILL, 2, Finding.WRONG, waiting_on="x").said == "Claim 2: wrong"
    for day, finding, whom in (
        (2, Finding.WAITING, "the hall"),
        (3, Finding.WAITING, "the hall"),
        (4, Finding.WAITING, ""),
        (5, Finding.WAITING, "the writer"),
        (6, Finding.WRONG, "the writer"),
        (7, Finding.WAITING, "the writer"),
        (8, Finding.WAITING, "the hall"),
    ):
        clock.now = clock.now.replace(day=day)
        desk.findings.decide(MILL, 1, finding, waiting_on=whom)
        claim = desk.claims.get(MILL, 1)
        since.append((claim.waiting_on, claim.waiting_since.day if claim.waiting_since else None))
    assert since == [
        ("the hall", 2),
        ("the hall", 2),
        ("the hall", 2),
        ("the writer", 5),
        ("", None),
        ("the writer", 7),
        ("the hall", 8),
    ]


@pytest.mark.parametrize("ticked", [True, False])
def test_a_tick_is_not_set_over_what_somebody_else_did_to_it(desk: Desk, jo: Desk, ticked: bool) -> None:
    (point,) = desk.claims.get(MILL, 1).check_points
    desk.findings.tick(MILL, 1, point.id, not ticked)
    seen = {point.id: "" if ticked else "Ana Ortiz"}
    jo.findings.tick(MILL, 1, point.id, True)
    if ticked:
        assert desk.findings.tick(MILL, 1, point.id, True, seen=seen).claims == ()
        with pytest.raises(Conflict) as caught:
            desk.findings.tick(MILL, 1, point.id, False, seen=seen)
        assert str(caught.value) == (
            "Jo Reed changed check points of claim 1 meanwhile: look at them again; nothing was overwritten."
        )
        assert (caught.value.claim, caught.value.by) == (1, "Jo Reed")
        assert caught.value.met == (
            ("check_point", point.id, 1, {"ticked_by": ""}, {"ticked_by": "Jo Reed"}),
        )
        assert (
            desk.findings.tick_all(MILL, 1, False, seen={}).said == "Claim 1: 1 check point no longer ticked"
        )
    else:
        desk.findings.tick_all(MILL, 1, False, seen=seen)
        assert not desk.claims.get(MILL, 1).check_points[0].ticked
    with pytest.raises(NotOnDesk, match=r"^Claim 1 of “The Mill at Arden” has no check point 99\.$"):
        desk.findings.tick(MILL, 1, 99)


FILTERS = st.builds(
    ClaimFilter,
    findings=st.sampled_from([(), (Finding.WRONG,), (Finding.UNCHECKED, Finding.VERIFIED)]),
    assignee=st.sampled_from([None, "", "Jo Reed"]),
    only_open=st.booleans(),
    flags=st.sampled_from(
        [(), (Flag.LEGAL,), (Flag.RECHECK,), (Flag.LEGAL, Flag.SENSITIVE), (Flag.SINGLE_SOURCE,)]
    ),
    kinds=st.sampled_from([(), (CheckKind.NUMBER,), (CheckKind.QUOTE, CheckKind.AGE)]),
    queried=st.booleans(),
    retired=st.booleans(),
    by_priority=st.booleans(),
    search=st.sampled_from(["", "the", "RIVER floods", "census"]),
)


@pytest.fixture
def mixed(desk: Desk) -> tuple[Desk, list[Claim]]:
    """The mill with claims in all sorts of states, and these claims."""
    desk.cuts.add(MILL, *place(desk, "opened in 1902"))
    desk.cuts.add(MILL, *place(desk, "300 people"))
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    desk.findings.decide(MILL, [3, 6], Finding.WRONG)
    desk.claims.set_expiry(MILL, [1, 4], date(2026, 3, 1))
    desk.claims.assign(MILL, [2, 3, 5], "Jo Reed")
    desk.claims.flag(MILL, [3, 4, 5], Flag.LEGAL)
    desk.claims.flag(MILL, [4, 7], Flag.SENSITIVE)
    desk.claims.set_kinds(MILL, [4, 5], [CheckKind.QUOTE])
    desk.claims.set_priority(MILL, [4, 7], 50)
    desk.queries.ask(MILL, 4, "q")
    desk.queries.answer(desk.queries.ask(MILL, 3, "q").created or 0, "a")
    desk.citations.add(MILL, [1, 3], SourceFields(title="A"))
    desk.notes.add(MILL, 5, "see the census")
    desk.merges.retire(MILL, [5, 6])
    return desk, [desk.claims.get(MILL, number) for number in range(1, 8)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(wanted=FILTERS)
def test_a_filter_lets_through_what_each_of_its_fields_lets_through(
    mixed: tuple[Desk, list[Claim]], wanted: ClaimFilter
) -> None:
    desk, claims = mixed
    words = wanted.search.casefold().split()
    expected = [
        claim
        for claim in claims
        if claim.retired == wanted.retired
        and (not wanted.findings or claim.finding in wanted.findings)
        and wanted.assignee in {None, claim.assignee}
        and (not wanted.only_open or claim.finding in OPEN_FINDINGS or Flag.RECHECK in claim.flags)
        and set(wanted.flags) <= set(claim.flags)
        and (not wanted.kinds or set(wanted.kinds) & set(claim.kinds))
        and (not wanted.queried or any(query.is_open for query in claim.queries))
        and all(word in f"{claim.text} {[note.text for note in claim.notes]}".casefold() for word in words)
    ]
    expected.sort(
        key=lambda claim: (-claim.priority * wanted.by_priority, claim.start, -claim.end, claim.number)
    )
    rows = desk.queue.rows(MILL, wanted)
    assert [row.number for row in rows] == [claim.number for claim in expected]
    for row, claim in zip(rows, expected, strict=True):
        speaker = claim.speaker.label if claim.speaker else ""
        assert (row.text, row.start, row.end, row.finding, row.speaker) == (
            claim.text,
            claim.start,
            claim.end,
            claim.finding,
            speaker,
        )
        assert (row.kinds, row.flags, row.assignee, row.priority, row.reasons, row.version) == (
            claim.kinds,
            claim.flags,
            claim.assignee,
            claim.priority,
            claim.reasons,
            claim.version,
        )
        assert (row.citations, row.notes, row.open_queries, row.parent) == (
            len(claim.citations),
            len(claim.notes),
            sum(query.is_open for query in claim.queries),
            claim.parent,
        )


def test_an_article_is_named_in_full_where_its_beginning_is_another_ones_too(desk: Desk) -> None:
    for number in range(7):
        given_ = article(f"Flood {number}\n\nIt is {number}.")
        desk.articles.add(given_, split(given_))
    with pytest.raises(NotOnDesk) as caught:
        desk.articles.get(" FLOOD ")
    assert str(caught.value) == (
        "More than one article begins with “flood”: flood-0, flood-1, flood-2, flood-3, flood-4, …."
        " Write more of its name."
    )
    for slug in ("flood-5", "flood-6"):
        desk.articles.remove(slug)
    with pytest.raises(NotOnDesk, match=r"flood-3, flood-4\. Write more"):
        desk.articles.get("flood")
    assert desk.articles.get("THE").slug == MILL
    with pytest.raises(NotOnDesk, match="There is no article “” on the desk: see the list of articles"):
        desk.articles.get("  ")
    with pytest.raises(NotOnDesk, match=r"has no claim 7 and 9: its numbers run from 1 to 5\."):
        desk.findings.decide(MILL, [1, 7, 9], Finding.WRONG)


def test_a_name_is_taken_from_a_removed_article_and_a_deadline_is_told_in_its_zone(desk: Desk) -> None:
    given_ = article("Other\n\nThe other thing is.")
    desk.articles.add(given_, split(given_))
    desk.articles.remove("other")
    change = desk.articles.rename(MILL, slug=" Other ", title=" A  mill ")
    assert (change.article, change.said) == ("other", "“The Mill at Arden”: title “A mill”, slug “other”")
    desk.articles.rename("other", slug="other")
    when = datetime(2026, 4, 1, 18, 30, tzinfo=timezone(timedelta(hours=2)))
    assert desk.articles.set_deadline("other", when).said == "“A mill”: due 2026-04-01 18:30"
    seen = {"deadline": when}
    desk.acting_as("Jo Reed").articles.set_deadline("other", datetime(2026, 5, 1, tzinfo=UTC))
    with pytest.raises(Conflict, match="Jo Reed changed the deadline of “A mill” meanwhile"):
        desk.articles.set_deadline("other", None, expected=seen)
    desk.articles.set_deadline(
        "other", datetime(2026, 5, 1, 1, tzinfo=timezone(timedelta(hours=1))), expected=seen
    )
    assert desk.articles.set_deadline("other", None).said == "“A mill”: no deadline"
    assert desk.articles.archive("other", archived=False).said == "“A mill”: back on the desk"


def test_a_person_is_given_a_role_initials_or_both(desk: Desk) -> None:
    assert (
        desk.people.set("Ana Ortiz", role=Role.EDITOR, initials=" a  o ").said == "“Ana Ortiz”: editor, a o"
    )
    assert desk.people.set("Ana Ortiz", initials="abcdefghi").said == "“Ana Ortiz”: abcdefgh"
    assert desk.people.set("Ana Ortiz").said == "“Ana Ortiz”: nothing was changed"
    (person,) = desk.people.everyone()
    assert (person.role, person.initials) == (Role.EDITOR, "abcdefgh")


def test_long_places_are_one_place_and_each_article_has_its_own(desk: Desk, jo: Desk) -> None:
    given_ = article("Other\n\nThe other thing is.")
    other = desk.articles.add(given_, split(given_)).article
    desk.typing.save("x" * 250, "one", 2)
    desk.typing.save("x" * 210, "two", 3)
    jo.typing.save("x" * 200, "hers")
    assert desk.typing.get() == {"x" * 200: TypedText("two", 3)}
    desk.typing.forget("x" * 300)
    assert (desk.typing.get(), jo.typing.get()) == ({}, {"x" * 200: TypedText("hers", 1)})
    desk.typing.save_place(MILL, 3)
    desk.typing.save_place(other, 1, {"tab": "x"})
    jo.typing.save_place(MILL, 5)
    assert (desk.typing.place(MILL), desk.typing.place(other)) == (Place(3, {}), Place(1, {"tab": "x"}))
    assert jo.typing.place(MILL) == Place(5, {})
