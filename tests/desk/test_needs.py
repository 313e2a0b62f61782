"""What findings need beside them, against a plain count of what is there; and how it is said."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import Finding, Flag, Stance, Strictness, Tier
from factcheck.desk import Desk
from factcheck.model import CitationFields, HouseRules, SourceFields
from tests.desk.conftest import MILL, Fill
from tests.desk.texts import article, split

LENIENT = HouseRules(
    verified_needs_support=False,
    support_needs_place=False,
    wrong_needs_contradiction=False,
    imprecise_needs_wording=False,
    misleading_needs_wording_or_note=False,
    unverifiable_needs_note=False,
    waiting_needs_whom=False,
    ticks=Strictness.OFF,
    tiers=Strictness.OFF,
)
"""A house that insists on nothing."""

CITATIONS = st.lists(
    st.tuples(
        st.sampled_from([None, *Stance]),
        st.sampled_from([None, *Tier]),
        st.sampled_from(["", "locator", "quotation"]),
        st.integers(0, 3),
    ),
    max_size=4,
)
ORIGINS = ("", "", "Wire", "WIRE")
"""Of four sources: the last two repeat one origin."""


def lacking(citations: list[tuple[Stance | None, Tier | None, str, int]], rules: HouseRules) -> list[str]:
    """What a verified claim lacks, counted by hand."""
    counted = [one for one in citations if one[1] is not Tier.LEAD]
    supporting = [one for one in counted if one[0] is Stance.SUPPORTS]
    mute = sum(one[0] is None for one in counted)
    origins = {2 if one[3] == 3 else one[3] for one in supporting}
    if rules.verified_needs_support and not supporting:
        unsaid = f" (of {mute} citation{'s' * (mute > 1)} the stance is not said)" if mute else ""
        where = ", with a locator or a quotation" if rules.support_needs_place else ""
        return [f"a citation that supports it{where}{unsaid}"]
    found = []
    if rules.support_needs_place and supporting and not any(one[2] for one in supporting):
        found.append("a locator or a quotation on its citation")
    wanted = rules.independent_origins
    if len(origins) < wanted and (supporting or wanted > 1):
        found.append(f"{wanted} independent sources (it has {len(origins)})")
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(citations=CITATIONS, support=st.booleans(), place=st.booleans(), origins=st.integers(1, 3))
def test_what_a_verified_claim_lacks_is_counted_over_its_citations(
    desk: Desk,
    citations: list[tuple[Stance | None, Tier | None, str, int]],
    support: bool,
    place: bool,
    origins: int,
) -> None:
    rules = replace(
        LENIENT, verified_needs_support=support, support_needs_place=place, independent_origins=origins
    )
    house = desk.acting_as(rules=rules)
    with desk._transactions.store.write() as connection:
        connection.exec_driver_sql("DELETE FROM citation")
    for stance, tier, where, number in citations:
        fields = CitationFields(stance=stance, tier=tier, **({where: "14"} if where else {}))
        source = SourceFields(title=f"Source {number}", origin=ORIGINS[number])
        house.citations.add(MILL, 1, source, fields)
    change = house.findings.decide(MILL, 1, Finding.VERIFIED)
    expected = lacking(citations, rules)
    assert change.warnings == tuple(f"Claim 1: verified needs {need}." for need in expected)
    assert house.findings.missing(MILL, 1) == tuple(f"needs {need}" for need in expected)


NEEDS = {
    Finding.VERIFIED: ("verified_needs_support", "a citation that supports it"),
    Finding.IMPRECISE: ("imprecise_needs_wording", "proposed wording"),
    Finding.MISLEADING: ("misleading_needs_wording_or_note", "proposed wording or a note"),
    Finding.WRONG: ("wrong_needs_contradiction", "a citation that contradicts it"),
    Finding.UNVERIFIABLE: ("unverifiable_needs_note", "a note on what was tried"),
    Finding.WAITING: ("waiting_needs_whom", "the name of whom it waits for"),
}


@pytest.mark.parametrize("finding", Finding)
def test_each_need_is_the_houses_own_rule(desk: Desk, finding: Finding) -> None:
    assert desk.acting_as(rules=LENIENT).findings.decide(MILL, 1, finding).warnings == ()
    for needing, (rule, need) in NEEDS.items():
        house = desk.acting_as(rules=replace(LENIENT, **{rule: True}))
        assert house.findings.missing(MILL, 1) == ((f"needs {need}",) if needing is finding else ())


def test_wording_or_a_note_is_enough_and_one_of_them_has_to_be_there(desk: Desk) -> None:
    house = desk.acting_as(rules=replace(LENIENT, misleading_needs_wording_or_note=True))
    house.wording.propose(MILL, 1, "Other words.")
    house.notes.add(MILL, 2, "n")
    assert house.findings.decide(MILL, [1, 2], Finding.MISLEADING).warnings == ()
    assert house.findings.decide(MILL, [1, 2, 3], Finding.MISLEADING).warnings == (
        "Claim 3: misleading needs proposed wording or a note.",
    )


@pytest.mark.parametrize(
    ("finding", "stance"), [(Finding.VERIFIED, Stance.SUPPORTS), (Finding.WRONG, Stance.CONTRADICTS)]
)
def test_a_tier_is_asked_for_where_the_finding_rests_on_citations(
    desk: Desk, finding: Finding, stance: Stance
) -> None:
    house = desk.acting_as(rules=replace(LENIENT, tiers=Strictness.WARN))
    other = Stance.CONTRADICTS if stance is Stance.SUPPORTS else Stance.SUPPORTS
    said, unsaid = (stance, Tier.SECONDARY), (stance, None)
    cases = ([], [(other, None)], [unsaid], [unsaid, said], [unsaid, (other, Tier.PRIMARY)])
    for number, cited in enumerate(cases, 1):
        for index, (which, tier) in enumerate(cited):
            fields = CitationFields(stance=which, tier=tier)
            house.citations.add(MILL, number, SourceFields(title=f"S{index}"), fields)
    (warning,) = house.findings.decide(MILL, [1, 2, 3, 4, 5], finding).warnings
    label = finding.value
    assert warning == f"Claims 3 and 5: {label}, tier not said: are its sources primary, secondary or leads?"
    (warning,) = house.findings.decide(MILL, 3, finding).warnings
    assert warning == f"Claim 3: {label}, tier not said: are its sources primary, secondary or leads?"
    assert [house.findings.missing(MILL, n) for n in range(1, 6)] == [
        (),
        (),
        ("tier not said",),
        (),
        ("tier not said",),
    ]


@pytest.mark.parametrize("everything", [False, True])
def test_a_second_persons_agreement_is_asked_for_decided_claims_alone(
    desk: Desk, jo: Desk, everything: bool
) -> None:
    rules = replace(LENIENT, all_need_review=everything, legal_needs_review=not everything)
    house = desk.acting_as(rules=rules)
    house.claims.flag(MILL, [1, 2, 4], Flag.LEGAL)
    house.findings.decide(MILL, [2, 3, 4], Finding.ON_AUTHOR)
    need = ("needs a second person's agreement",)
    assert [house.findings.missing(MILL, n) for n in range(1, 5)] == [
        (),
        need,
        need if everything else (),
        need,
    ]
    jo.review.agree(MILL, 2)
    jo.review.send_back(MILL, 4, "no")
    assert [house.findings.missing(MILL, n) for n in (2, 4)] == [(), need]


@pytest.mark.parametrize(("length", "shown"), [(40, "9" * 40), (41, f"{'9' * 39}…")])
def test_a_check_point_of_forty_characters_is_told_whole(
    fill: Fill, templates: dict[str, object], length: int, shown: str
) -> None:
    desk = fill(templates["empty"])  # type: ignore[arg-type]
    given_ = article(f"Sums\n\nIt is {'9' * length}.")
    slug = desk.articles.add(given_, split(given_)).article
    house = desk.acting_as(rules=replace(LENIENT, ticks=Strictness.WARN))
    assert house.findings.decide(slug, 1, Finding.VERIFIED).warnings == (
        f"Claim 1: verified with 1 of 1 check point not ticked: “{shown}”.",
    )
