"""The next draft on the screen: shown first, corrected, applied as one step, taken back by one key."""

from dataclasses import replace
from pathlib import Path

from db.vocabulary import Finding, Flag
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.read import read_file
from factcheck.split import split
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.review import ReviewRoom
from factcheck.tui.screens.revising import RevisingRoom
from tests.tui.building import NOON, saved, screen_text

SIZE = (110, 34)

FIRST = """# The Ferry Stops at Nine

The last ferry to Oddry Island left at nine on 2 March 2026. It carried 41 passengers and two goats.

North Line lost 12 million crowns last year. The quay was built in 1961 by a company from Bergen.

Captain Jon Aske has sailed the route since 1998. The engine is older than the captain.
"""

SECOND = """# The Ferry Stops at Nine

The last ferry to Oddry Island left at nine on 2 March 2026. It carried 43 passengers and two goats.

North Line lost 12 million crowns last year.

Captain Jon Aske has sailed the route since 1998. The engine is older than the captain. \
Nobody has counted the goats on the island since 2019.
"""


def ferry(folder: Path) -> tuple[Desk, str, Path]:
    """A desk with the first draft, every claim verified, and a file with the second draft."""
    (folder / "ferry.md").write_text(FIRST, encoding="utf-8")
    (folder / "ferry-2.md").write_text(SECOND, encoding="utf-8")
    desk = Desk.open(folder / "desk.db", person="Ana Ruiz", clock=lambda: NOON)
    article = read_file(folder / "ferry.md")
    slug = desk.articles.add(article, split(article)).article
    desk.findings.decide(slug, [row.number for row in desk.queue.rows(slug)], Finding.VERIFIED)
    return desk, slug, folder / "ferry-2.md"


async def compared(pilot, path: Path) -> None:
    """Give the file of the next draft and wait for the comparison."""
    app = pilot.app
    await app.screen.action_revise()
    await pilot.pause()
    app.screen.query_one("#path").value = str(path)
    await pilot.pause()
    await pilot.press("enter")
    while not isinstance(app.screen, RevisingRoom):
        await saved(pilot)
    await pilot.pause()


async def test_a_next_draft_is_shown_applied_as_one_step_and_taken_back_by_one_key(tmp_path: Path) -> None:
    desk, slug, path = ferry(tmp_path)
    with desk:
        before = desk.claims.full(slug)
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=SIZE) as pilot:
            await compared(pilot, path)
            text = screen_text(app)
            assert "[-41-] {+43+} passengers" in text
            assert "nothing is applied yet" in text
            assert desk.articles.get(slug).draft == 1
            await pilot.press("s", "y")
            await saved(pilot)
            assert isinstance(app.screen, ReviewRoom)
            assert desk.articles.get(slug).draft == 2
            rows = {row.text: row for row in desk.queue.rows(slug)}
            assert Flag.RECHECK in next(row for words, row in rows.items() if "43 passengers" in words).flags
            assert (
                next(row for words, row in rows.items() if "Nobody has" in words).finding is Finding.UNCHECKED
            )
            assert desk.progress.of(slug).lost == 1
            await pilot.press("u")
            await saved(pilot)
        assert desk.articles.get(slug).draft == 1
        assert [replace(claim, version=0) for claim in desk.claims.full(slug)] == [
            replace(claim, version=0) for claim in before
        ]


async def test_leaving_the_comparison_changes_nothing(tmp_path: Path) -> None:
    desk, slug, path = ferry(tmp_path)
    with desk:
        events = len(desk.history.events(slug))
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=SIZE) as pilot:
            await compared(pilot, path)
            await pilot.press("a", "q")
            await saved(pilot)
            assert isinstance(app.screen, ReviewRoom)
        assert desk.articles.get(slug).draft == 1
        assert len(desk.history.events(slug)) == events


async def test_a_lost_claim_is_put_on_new_words_by_one_key_and_a_choice(tmp_path: Path) -> None:
    desk, slug, path = ferry(tmp_path)
    with desk:
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=SIZE) as pilot:
            await compared(pilot, path)
            await pilot.press("s", "y")
            await saved(pilot)
            for _tab in range(3):
                await pilot.press("right_square_bracket")
                await saved(pilot)
            assert app.screen.tab.title == "Lost"
            assert "The quay was built" in screen_text(app)
            await pilot.press("t", "enter")
            await saved(pilot)
            assert desk.progress.of(slug).lost == 0
