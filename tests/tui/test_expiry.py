"""Findings past their day on the screen: told at opening and at midnight, on the card, and in progress."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.tui.panes.card import ClaimCard
from tests.tui.building import FERRY, NOON, article_of, saved, screen_text
from tests.tui.reviewing import WIDE, app_of

LOOK_AGAIN = "look again: The finding held until 2026-03-02."


class Calendar:
    """A clock that stands still until a day is torn off."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def tear_off(self) -> None:
        self.now += timedelta(days=1)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def held(tmp_path: Path, calendar: Calendar) -> Desk:
    """The ferry with two findings that hold through today."""
    desk = Desk.open(tmp_path / "desk.db", person="Ana Ruiz", clock=calendar)
    slug = desk.articles.add(*article_of(FERRY)).article
    desk.findings.decide(slug, [1, 2, 3], Finding.ON_AUTHOR)
    desk.claims.set_expiry(slug, [1, 3], date(2026, 3, 2))
    return desk


async def test_opening_an_article_tells_of_findings_past_their_day(held: Desk, calendar: Calendar) -> None:
    (slug,) = held.articles.slugs()
    with held:
        app = app_of(held, slug)
        async with app.run_test(size=WIDE):
            assert app.said.text == ""
        calendar.tear_off()
        app = app_of(held, slug)
        async with app.run_test(size=WIDE) as pilot:
            assert app.said.tone == "warning"
            assert app.said.text == "2 findings held until a day that is past: decide claims 1, 3 again."
            assert "1/9 done" in screen_text(app)
            assert LOOK_AGAIN in app.screen.query_one(ClaimCard).entries[1].parts[0][0]
            for _ in range(4):
                await pilot.press("right_square_bracket")
            text = screen_text(app)
            assert "2 of them to recheck" in text
            assert "Past their day" in text
            assert "held until 2026-03-02" in text
            while app.screen.tab.entry is None or app.screen.tab.entry.claim != 3:
                await pilot.press("j")
            await pilot.press("enter", "2")
            await saved(pilot)
        assert [one.claim for one in held.findings.expired(slug)] == [1]


async def test_a_day_that_passes_while_the_article_is_open_shows_at_once(
    held: Desk, calendar: Calendar
) -> None:
    (slug,) = held.articles.slugs()
    with held:
        app = app_of(held, slug)
        async with app.run_test(size=WIDE) as pilot:
            assert "3/9 done" in screen_text(app)
            calendar.tear_off()
            app.look()
            await saved(pilot)
            assert "1/9 done" in screen_text(app)
            assert LOOK_AGAIN in app.screen.query_one(ClaimCard).entries[1].parts[0][0]
            assert app.said.text == "2 findings held until a day that is past: decide claims 1, 3 again."
