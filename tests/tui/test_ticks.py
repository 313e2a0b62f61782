"""Check points on the screen: what deciding says of those that nobody ticked, and what signing off lists."""

import re

import pytest

from db.vocabulary import Finding, Stance, Strictness, Tier
from factcheck.desk import Desk
from factcheck.model import CitationFields, HouseRules, SourceFields
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.tabs.list_tab import KeyedList
from tests.tui.building import saved, screen_text
from tests.tui.reviewing import WIDE, app_of


@pytest.fixture
def sourced(desk: Desk, slug: str) -> list[int]:
    """Every claim with a source that has a place; their numbers."""
    numbers = [row.number for row in desk.queue.rows(slug)]
    desk.citations.add(
        slug,
        numbers,
        SourceFields(title="Harbour log"),
        CitationFields(stance=Stance.SUPPORTS, tier=Tier.PRIMARY, locator="1"),
    )
    return numbers


@pytest.mark.usefixtures("sourced")
async def test_verifying_says_which_check_points_nobody_ticked(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug, advance=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("t", "1")
        await saved(pilot)
        assert app.said.tone == "warning"
        assert app.said.text == "Claim 1: verified with 2 of 3 check points not ticked: “2” and “2026”."
        card = app.screen.query_one(ClaimCard)
        assert any("2 of 3 check points not ticked" in entry.parts[0][0] for entry in card.entries)
        await pilot.press("T", "1")
        await saved(pilot)
        assert app.said.text == "Claim 1: verified"


@pytest.mark.usefixtures("sourced")
async def test_verifying_many_says_of_each_what_nobody_ticked(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "v", "1")
        await saved(pilot)
    assert "Claim 1: verified with 3 of 3 check points not ticked: " in app.said.text
    assert "Claim 2: verified with 1 of 1 check point not ticked: “41”." in app.said.text


async def test_sign_off_lists_verified_claims_that_are_not_ticked(
    desk: Desk, slug: str, sourced: list[int]
) -> None:
    desk.findings.decide(slug, sourced, Finding.NOT_CHECKABLE)
    desk.findings.decide(slug, sourced[1], Finding.VERIFIED)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await app.screen.action_sign_off()
        await pilot.pause()
        text = screen_text(app)
        assert "ready to be signed" in text
        assert "Not in the way, but not ticked (1)" in text
        assert "verified with 1 of 1 check point not ticked: “41”" in text
        await pilot.press("G")
        entry = app.screen.query_one(KeyedList).current
        assert entry is not None
        assert entry.claim == sourced[1]
        await pilot.press("s")
        await pilot.pause()
        assert "1 verified claim with check points not ticked." in " ".join(
            re.findall(r"[^\s│]+", screen_text(app))
        )
        await pilot.press("y")
        await saved(pilot)
        assert app.said.text.startswith(
            "Signed off “The Ferry Stops at Nine”, draft 1. Claim 2: verified with"
        )
    assert desk.articles.get(slug).is_signed


async def test_a_house_that_requires_ticks_does_not_sign_without_them(
    desk: Desk, slug: str, sourced: list[int]
) -> None:
    desk = desk.acting_as(rules=HouseRules(ticks=Strictness.REQUIRED))
    desk.findings.decide(slug, sourced, Finding.NOT_CHECKABLE)
    desk.findings.decide(slug, sourced[1], Finding.VERIFIED)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await app.screen.action_sign_off()
        await pilot.pause()
        assert "1 in the way" in screen_text(app)
        await pilot.press("s")
        await pilot.pause()
        assert "1 claim stands in the way" in app.said.text
    assert not desk.articles.get(slug).is_signed
