"""What nobody said stays unsaid: tier, stance, kind of a source and of a locator; and what it counts for."""

from dataclasses import replace

import pytest

from db.vocabulary import Finding, Flag, LocatorKind, SourceKind, Stance, Strictness, Tier
from factcheck.desk import Desk
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import Citation, CitationFields, HouseRules, LastChoice, SourceFields
from tests.desk.conftest import MILL


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The mill in a house that does without ticks, for they are told too."""
    return desk.acting_as(rules=HouseRules(ticks=Strictness.OFF))


SUPPORTS = CitationFields(stance=Stance.SUPPORTS, locator="p. 14")


def cited(desk: Desk, number: int = 1) -> Citation:
    return desk.claims.get(MILL, number).citations[-1]


def test_a_citation_of_which_nobody_said_more_says_no_more(desk: Desk) -> None:
    desk.citations.add(MILL, 1, SourceFields(title="Census"))
    citation = cited(desk)
    assert (citation.tier, citation.stance, citation.locator_kind) == (None, None, None)
    assert citation.source.kind is None
    desk.citations.edit(citation.id, SUPPORTS)
    assert (cited(desk).tier, cited(desk).where) == (None, "page 14")
    desk.history.undo()
    assert cited(desk).stance is None


@pytest.mark.parametrize(
    ("kind", "typed", "where"),
    [
        (None, "p. 14", "page 14"),
        (None, "14:30", "14:30"),
        (None, "14", "14"),
        (LocatorKind.PAGE, "14", "page 14"),
        (LocatorKind.PAGE, "page p. 3", "page 3"),
        (LocatorKind.PAGE, "table 2", "table 2"),
    ],
)
def test_a_locator_is_kept_as_it_is_read(
    desk: Desk, kind: LocatorKind | None, typed: str, where: str
) -> None:
    desk.citations.add(
        MILL, 1, SourceFields(title="Census"), CitationFields(locator=typed, locator_kind=kind)
    )
    assert cited(desk).where == where


def test_a_stance_that_nobody_said_supports_nothing_and_is_named(desk: Desk) -> None:
    desk.citations.add(MILL, 1, SourceFields(title="Census"), CitationFields(locator="p. 14"))
    for finding, needed in (
        (Finding.VERIFIED, "a citation that supports it, with a locator or a quotation"),
        (Finding.WRONG, "a citation that contradicts it"),
    ):
        (warning,) = desk.findings.decide(MILL, 1, finding).warnings
        assert warning.endswith(f"needs {needed} (of 1 citation the stance is not said).")
    assert Flag.SINGLE_SOURCE not in desk.queue.rows_of(MILL, 1)[0].flags


def test_a_tier_that_nobody_said_counts_and_is_told(desk: Desk) -> None:
    desk.citations.add(MILL, [1, 2], SourceFields(title="Census"), SUPPORTS)
    assert Flag.SINGLE_SOURCE in desk.queue.rows_of(MILL, 1)[0].flags
    (warning,) = desk.findings.decide(MILL, [1, 2], Finding.VERIFIED).warnings
    assert warning == (
        "Claims 1 and 2: verified, tier not said: are its sources primary, secondary or leads?"
    )
    against = CitationFields(stance=Stance.CONTRADICTS)
    desk.citations.add(MILL, 3, SourceFields(title="Census"), against)
    assert "wrong, tier not said" in desk.findings.decide(MILL, 3, Finding.WRONG).warnings[0]


def test_one_tier_that_is_said_is_enough_and_a_lead_is_none(desk: Desk) -> None:
    desk.citations.add(MILL, 1, SourceFields(title="Census"), SUPPORTS)
    lead = replace(SUPPORTS, tier=Tier.LEAD)
    desk.citations.add(MILL, 1, SourceFields(title="A rumour"), lead)
    assert "tier not said" in desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings[0]
    desk.citations.add(MILL, 1, SourceFields(title="Register"), replace(SUPPORTS, tier=Tier.SECONDARY))
    assert desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings == ()


def test_what_was_said_last_of_a_source_is_what_is_offered(desk: Desk) -> None:
    source = desk.sources.add(SourceFields(title="Census")).created
    assert source is not None
    assert desk.citations.last_choice(source) == LastChoice()
    desk.citations.add(MILL, 1, source, CitationFields(tier=Tier.SECONDARY, locator="table 2"))
    desk.citations.add(MILL, 2, source, CitationFields(locator="14"))
    desk.citations.add(MILL, 3, SourceFields(title="Other"), CitationFields(tier=Tier.LEAD, locator="p. 1"))
    assert desk.citations.last_choice(source) == LastChoice(
        tier=Tier.SECONDARY, locator_kind=LocatorKind.TABLE
    )
    desk.citations.add(MILL, 4, source, CitationFields(tier=Tier.PRIMARY, locator="p. 2"))
    assert desk.citations.last_choice(source) == LastChoice(tier=Tier.PRIMARY, locator_kind=LocatorKind.PAGE)


def test_a_kind_that_is_not_said_doubles_no_source_and_is_filled_in(desk: Desk) -> None:
    desk.citations.add(MILL, 1, SourceFields(title="Census"))
    desk.citations.add(MILL, 2, SourceFields(title="Census", kind=SourceKind.DATASET))
    desk.citations.add(MILL, 3, SourceFields(title="Census"))
    assert [(source.kind, source.used) for source in desk.sources.find()] == [(SourceKind.DATASET, 3)]
    desk.citations.add(MILL, 4, SourceFields(title="Census", kind=SourceKind.BOOK))
    assert len(desk.sources.find()) == 2


def test_one_citation_is_asked_for_by_its_number(desk: Desk) -> None:
    key = desk.citations.add(MILL, 1, SourceFields(title="Census"), SUPPORTS).created
    assert key is not None
    assert desk.citations.get(key) == cited(desk)
    with pytest.raises(NotOnDesk, match="There is no citation 99"):
        desk.citations.get(99)


def test_the_house_may_let_unsaid_tiers_block_sign_off_or_do_without_tiers(desk: Desk) -> None:
    desk.citations.add(MILL, 1, SourceFields(title="Census"), SUPPORTS)
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.findings.decide(MILL, [2, 3, 4, 5], Finding.NOT_CHECKABLE)
    check = desk.sign_off.check(MILL)
    assert (check.blockers, [one.claim for one in check.tiers_unsaid]) == ((), [1])
    assert desk.findings.missing(MILL, 1) == ("tier not said",)
    desk = desk.acting_as(rules=HouseRules(ticks=Strictness.OFF, tiers=Strictness.REQUIRED))
    check = desk.sign_off.check(MILL)
    assert [one.reason for one in check.blockers] == ["verified, tier not said"]
    assert check.tiers_unsaid == ()
    with pytest.raises(Refused):
        desk.sign_off.sign(MILL)
    desk = desk.acting_as(rules=HouseRules(ticks=Strictness.OFF, tiers=Strictness.OFF))
    assert desk.sign_off.check(MILL).tiers_unsaid == ()
    assert desk.findings.missing(MILL, 1) == ()
    assert desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings == ()


def test_signing_tells_once_of_all_claims_whose_tiers_nobody_said(desk: Desk) -> None:
    desk.citations.add(MILL, [1, 2, 3], SourceFields(title="Census"), SUPPORTS)
    desk.findings.decide(MILL, [1, 2, 3], Finding.VERIFIED)
    desk.findings.decide(MILL, [4, 5], Finding.NOT_CHECKABLE)
    change = desk.sign_off.sign(MILL, {2: "the editor knows the census"})
    assert change.warnings == (
        "Claims 1 and 3: verified, tier not said: are its sources primary, secondary or leads?",
    )
