"""Check points count: what is told of verified claims with unticked ones, and what sign-off makes of it."""

import pytest

from db.vocabulary import Finding, Strictness
from factcheck.desk import Desk
from factcheck.errors import Refused
from factcheck.model import HouseRules, SourceFields
from tests.desk.conftest import MILL, SUPPORT, Fill
from tests.desk.texts import article, split

ACCOUNTS = """The accounts

In 1998 the mill sold 41 carts for 12 crowns each. It lost 7 of 9 horses in 2003.

There were 1 2 3 4 5 6 7 8 and 9.
"""
"""Three claims with three, three and nine check points."""


@pytest.fixture
def accounts(fill: Fill, templates: dict[str, object]) -> Desk:
    """A desk with the accounts on it, each claim well sourced."""
    desk = fill(templates["empty"])  # type: ignore[arg-type]
    given = article(ACCOUNTS)
    slug = desk.articles.add(given, split(given)).article
    desk.citations.add(slug, [1, 2, 3], SourceFields(title="Books"), SUPPORT)
    return desk


def tick(desk: Desk, number: int, *texts: str) -> None:
    (slug,) = desk.articles.slugs()
    for point in desk.claims.get(slug, number).check_points:
        if point.text in texts:
            desk.findings.tick(slug, number, point.id)


def test_verifying_tells_how_many_check_points_nobody_ticked_and_which(accounts: Desk) -> None:
    tick(accounts, 1, "1998", "41")
    change = accounts.findings.decide("the-accounts", 1, Finding.VERIFIED)
    assert change.said == "Claim 1: verified"
    assert change.warnings == ("Claim 1: verified with 1 of 3 check points not ticked: “12”.",)
    tick(accounts, 1, "12")
    assert accounts.findings.decide("the-accounts", 1, Finding.VERIFIED).warnings == ()


def test_many_unticked_check_points_of_one_claim_are_counted_and_the_first_named(accounts: Desk) -> None:
    (warning,) = accounts.findings.decide("the-accounts", 3, Finding.VERIFIED).warnings
    assert warning == (
        "Claim 3: verified with 9 of 9 check points not ticked: “1”, “2”, “3”, “4”, “5” and 4 more."
    )


def test_many_claims_decided_at_once_are_told_one_by_one(accounts: Desk) -> None:
    tick(accounts, 2, "7", "9", "2003")
    assert accounts.findings.decide("the-accounts", [1, 2, 3], Finding.VERIFIED).warnings == (
        "Claim 1: verified with 3 of 3 check points not ticked: “1998”, “41” and “12”.",
        "Claim 3: verified with 9 of 9 check points not ticked: “1”, “2”, “3”, “4”, “5” and 4 more.",
    )


def test_beyond_a_handful_the_claims_are_told_in_one_sentence(
    fill: Fill, templates: dict[str, object]
) -> None:
    desk = fill(templates["empty"])  # type: ignore[arg-type]
    given = article("Sums\n\n" + " ".join(f"It is {number}." for number in range(11, 19)))
    slug = desk.articles.add(given, split(given)).article
    desk.citations.add(slug, list(range(1, 9)), SourceFields(title="Books"), SUPPORT)
    warnings = desk.findings.decide(slug, list(range(1, 9)), Finding.VERIFIED).warnings
    assert len(warnings) == 6
    assert warnings[4] == "Claim 5: verified with 1 of 1 check point not ticked: “15”."
    assert warnings[5] == "Claims 6–8: verified with 3 check points not ticked."


def test_only_verified_claims_are_asked_for_their_ticks(accounts: Desk) -> None:
    for finding in (Finding.ON_AUTHOR, Finding.NOT_CHECKABLE, Finding.UNCHECKED):
        assert accounts.findings.decide("the-accounts", 1, finding).warnings == ()


def test_a_long_check_point_is_named_by_its_first_words(fill: Fill, templates: dict[str, object]) -> None:
    desk = fill(templates["empty"])  # type: ignore[arg-type]
    long = "9" * 200
    given = article(f"Sums\n\nIt is {long}.")
    slug = desk.articles.add(given, split(given)).article
    desk.citations.add(slug, 1, SourceFields(title="Books"), SUPPORT)
    (warning,) = desk.findings.decide(slug, 1, Finding.VERIFIED).warnings
    assert len(warning) < 120
    assert "999…”" in warning


def test_the_card_is_told_what_is_not_ticked(accounts: Desk) -> None:
    tick(accounts, 1, "1998")
    assert accounts.findings.missing("the-accounts", 1) == ()
    accounts.findings.decide("the-accounts", 1, Finding.VERIFIED)
    assert accounts.findings.missing("the-accounts", 1) == ("2 of 3 check points not ticked",)


def ready(desk: Desk) -> str:
    """Verify everything, with what the third claim has ticked."""
    (slug,) = desk.articles.slugs()
    desk.findings.decide(slug, [1, 2, 3], Finding.VERIFIED)
    desk.findings.tick_all(slug, 3)
    tick(desk, 1, "41", "12")
    desk.findings.tick_all(slug, 2)
    return slug


def test_sign_off_lists_verified_claims_that_are_not_ticked_and_signs(accounts: Desk) -> None:
    slug = ready(accounts)
    check = accounts.sign_off.check(slug)
    assert check.blockers == ()
    assert [(one.claim, one.reason) for one in check.unticked] == [
        (1, "verified with 1 of 3 check points not ticked: “1998”")
    ]
    change = accounts.sign_off.sign(slug)
    assert change.warnings == ("Claim 1: verified with 1 of 3 check points not ticked: “1998”.",)
    assert accounts.articles.get(slug).is_signed


def test_the_house_may_let_unticked_check_points_block_sign_off(accounts: Desk) -> None:
    slug = ready(accounts)
    accounts = accounts.acting_as(rules=HouseRules(ticks=Strictness.REQUIRED))
    check = accounts.sign_off.check(slug)
    assert check.unticked == ()
    assert [(one.claim, one.reason) for one in check.blockers] == [
        (1, "verified with 1 of 3 check points not ticked: “1998”")
    ]
    with pytest.raises(Refused, match="1 claim in the way"):
        accounts.sign_off.sign(slug)
    assert accounts.findings.decide(slug, 1, Finding.VERIFIED).warnings != ()
    accounts.findings.tick_all(slug, 1)
    assert accounts.sign_off.sign(slug).warnings == ()


def test_what_the_editor_keeps_is_not_asked_for_its_ticks(accounts: Desk) -> None:
    slug = ready(accounts)
    accounts.wording.stet(slug, 1, "the editor was there")
    assert accounts.sign_off.check(slug).unticked == ()
    accounts = accounts.acting_as(rules=HouseRules(ticks=Strictness.REQUIRED))
    assert accounts.sign_off.check(slug).blockers == ()


def test_the_house_may_do_without_ticks(accounts: Desk) -> None:
    accounts = accounts.acting_as(rules=HouseRules(ticks=Strictness.OFF))
    slug = ready(accounts)
    assert accounts.findings.decide(slug, 1, Finding.VERIFIED).warnings == ()
    assert accounts.findings.missing(slug, 1) == ()
    check = accounts.sign_off.check(slug)
    assert (check.blockers, check.unticked) == ((), ())
    assert accounts.sign_off.sign(slug).warnings == ()


def test_a_claim_without_check_points_has_none_to_tick(desk: Desk) -> None:
    desk.citations.add(MILL, 4, SourceFields(title="A"), SUPPORT)
    assert desk.findings.decide(MILL, 4, Finding.VERIFIED).warnings == ()
