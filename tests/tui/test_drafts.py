"""The drafts of an article: compared word by word, each in whole, and what changed on the card."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from db.vocabulary import Finding, Flag
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.read import read_file
from factcheck.split import split
from factcheck.tui.app import FactcheckApp
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.panes.listing import LineList
from factcheck.tui.panes.queue import ClaimList
from factcheck.tui.screens.comparing import Comparison
from factcheck.tui.screens.comparison import ComparisonView
from factcheck.tui.screens.drafts import DraftsRoom, WholeDraft
from factcheck.tui.screens.review import ReviewRoom
from factcheck.tui.tabs.claims import ClaimsTab
from tests.tui.building import NOON, desk_with, saved, screen_text

SIZE = (130, 32)

FIRST = """# The Ferry Stops at Nine

The last ferry to Oddry Island left at nine on 2 March 2026. It carried 41 passengers and two goats.

North Line lost 12 million crowns last year. The quay was built in 1961 by a company from Bergen.

The mayor of Oddry paid for the crossing of eleven people.

Captain Jon Aske has sailed the route since 1998. The engine is older than the captain.

## The island

Oddry has 312 inhabitants and one shop. The shop opened in 1907.
"""

SECOND = """# The Ferry Stops at Nine

The last ferry to Oddry Island left at nine on 2 March 2026. It carried 43 passengers and two goats.

North Line lost 12 million crowns last year.

Captain Jon Aske has sailed the route since 1998. The engine is older than the captain.

Nobody has counted the goats on the island since 2019.

## The island

Oddry has 312 inhabitants and one shop. The shop opened in 1907.
"""

THIRD = SECOND.replace("43 passengers", "44 passengers").replace("one shop", "[red]no[/] shop")


def drafted(folder: Path, *texts: str) -> tuple[Desk, str]:
    """A desk with an article in several drafts; the claims of the first one are verified."""
    desk, slug = Desk.open(folder / "desk.db", person="Ana Ruiz", clock=lambda: NOON), ""
    for number, text in enumerate(texts, 1):
        path = folder / f"ferry-{number}.md"
        path.write_text(text, encoding="utf-8")
        article = read_file(path)
        claims = split(article)
        if number == 1:
            slug = desk.articles.add(article, claims).article
            desk.findings.decide(slug, [row.number for row in desk.queue.rows(slug)], Finding.VERIFIED)
        else:
            desk.revisions.apply(slug, article, desk.revisions.plan(slug, article, claims))
    return desk, slug


@pytest.fixture
def ferry(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """An article in three drafts."""
    desk, slug = drafted(tmp_path, FIRST, SECOND, THIRD)
    with desk:
        yield desk, slug


def rows_of(app: FactcheckApp, words: str) -> str:
    """The line of the screen that holds words."""
    return next(line for line in screen_text(app).splitlines() if words in line)


async def test_a_key_compares_the_current_draft_with_the_one_before_it(ferry: tuple[Desk, str]) -> None:
    desk, slug = ferry
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D")
        assert isinstance(app.screen, DraftsRoom)
        text = screen_text(app)
        assert "draft 2 → 3: change 1 of 2" in text
        assert "carried [-43-] {+44+} passengers" in text
        assert "[-one-] {+[red]no[/]+} shop" in text
        assert "North Line" not in text
        assert "⋯ 3 paragraphs unchanged" in text
        assert "ferry-1.md" in text
        assert rows_of(app, "ferry-3.md").split()[:3] == ["to", "3", "current"]
        await pilot.press("q")
        assert isinstance(app.screen, ReviewRoom)


async def test_any_two_drafts_are_compared_and_what_went_came_and_moved_is_told(tmp_path: Path) -> None:
    paragraphs = FIRST.split("\n\n")
    moved = "\n\n".join([*paragraphs[:2], paragraphs[4], *paragraphs[2:4], *paragraphs[5:]])
    desk, slug = drafted(tmp_path, FIRST, SECOND, moved)
    with desk:
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("D", "F", "T")
            text = screen_text(app)
            assert "draft 1 → 2:" in text
            assert "- " in rows_of(app, "[-The mayor of Oddry")
            assert "+ " in rows_of(app, "{+Nobody has counted")
            assert "[-The quay was built in 1961" in text
            await pilot.press("t")
            text = screen_text(app)
            assert "draft 1 → 3: change 1 of 1, 1 of 7 paragraphs" in text
            assert "moved, was paragraph 5:\u00a0Captain Jon Aske" in text


async def test_keys_go_from_change_to_change_and_unfold_what_did_not_change(ferry: tuple[Desk, str]) -> None:
    desk, slug = ferry
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D", "n")
        assert "change 2 of 2" in screen_text(app)
        await pilot.press("n")
        assert "No more changes this way" in screen_text(app)
        await pilot.press("p", "z")
        assert "change 1 of 2" in screen_text(app)
        assert "North Line lost 12 million" in screen_text(app)
        await pilot.press("z")
        assert "North Line" not in screen_text(app)


async def test_an_older_draft_is_shown_in_whole_with_the_marks_of_its_claims(ferry: tuple[Desk, str]) -> None:
    desk, slug = ferry
    mayor = next(row for row in desk.queue.within(slug, 1) if "mayor" in row.text)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D", "f", "f", "w")
        text = screen_text(app)
        assert "draft 1 in whole" in text
        assert "V✓" in rows_of(app, "The mayor of Oddry paid")
        assert "41 passengers" in text
        await pilot.press("n", "n", "n")
        whole = app.screen.query_one(WholeDraft)
        assert whole.caret.place == mayor.start
        await pilot.press("enter")
        assert f"Claim {mayor.number} is not in the current draft" in screen_text(app)
        await pilot.press("w")
        assert "draft 3 in whole" in screen_text(app)
        assert "44 passengers" in screen_text(app)
        await pilot.press("w")
        assert app.screen.query_one(ComparisonView).display


async def test_enter_goes_to_the_claim_of_a_change(ferry: tuple[Desk, str]) -> None:
    desk, slug = ferry
    shop = next(row for row in desk.queue.rows(slug) if "312" in row.text)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D", "n", "enter")
        assert isinstance(app.screen, ReviewRoom)
        assert app.screen.query_one(ClaimsTab).current == shop


async def test_one_draft_alone_is_shown_in_whole_and_says_how_the_next_one_comes(
    desk: Desk, slug: str
) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("D")
        assert "draft 1 in whole, 9 claims" in screen_text(app)
        await pilot.press("f")
        assert "There is only one draft" in screen_text(app)
        await pilot.press("n")
        assert "No more changes" in screen_text(app)


async def test_undoing_the_next_draft_takes_it_out_of_the_list(ferry: tuple[Desk, str]) -> None:
    desk, slug = ferry
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D", "u")
        await saved(pilot)
        assert "draft 1 → 2:" in screen_text(app)
        assert "ferry-3.md" not in screen_text(app).splitlines()[3]


@pytest.mark.parametrize("folded", [True, False])
def test_claims_stand_at_their_words_in_a_comparison(ferry: tuple[Desk, str], folded: bool) -> None:
    desk, slug = ferry
    newer, older = desk.queue.within(slug, 3), desk.queue.within(slug, 1)
    comparison = Comparison(desk.revisions.diff(slug, 1, 3), folded=folded)
    places = comparison.places(newer, older)
    assert places
    for place, row in places:
        shown = comparison.text[place : place + 200].replace("[-", "").replace("{+", "")
        assert shown.startswith(row.text[:3])
    assert all(a.end <= b.start for a, b in pairwise(comparison.paint))
    assert all(a.end <= b.start for a, b in pairwise(comparison.differences))
    for difference in comparison.differences:
        assert comparison.text[difference.start : difference.end].strip()
        if difference.newer is not None:
            assert difference.newer <= len(desk.drafts.get(slug, 3).text)
    if not folded:
        assert {row.number for row in newer} <= {row.number for _, row in places}


async def test_the_card_lays_the_words_that_were_decided_over_those_of_now(ferry: tuple[Desk, str]) -> None:
    desk, slug = ferry
    changed = next(row for row in desk.queue.rows(slug) if "44 passengers" in row.text)
    assert Flag.RECHECK in changed.flags
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=(120, 40)) as pilot:
        app.screen.query_one(ClaimsTab).go_to(changed.number)
        await pilot.pause()
        entries = app.screen.query_one(ClaimCard).entries
        shown = ["".join(text for text, _ in entry.parts) for entry in entries]
        assert "verified before: It carried [-41-] {+44+} passengers and two goats." in shown
        await pilot.press("1")
        await saved(pilot)
        await pilot.press("k")
        assert "[-41-]" not in screen_text(app)


async def test_a_claim_that_a_page_end_cut_in_two_is_made_one_by_a_key(tmp_path: Path) -> None:
    torn = "The harbour was built in 1902 by the North Line and employs\n\n300 people from Bergen."
    text = f"The harbour\n\n{torn} The quay is 40 metres long."
    desk, slug = desk_with(tmp_path / "desk.db", text)
    with desk:
        first, second = (row.number for row in desk.queue.rows(slug)[:2])
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("g", "m")
            await saved(pilot)
            assert desk.claims.get(slug, first).text == torn
            assert second not in {row.number for row in desk.queue.rows(slug)}
            assert not desk.maintenance.doctor().problems
            await pilot.press("u")
            await saved(pilot)
            assert len(desk.queue.rows(slug)) == 3


@pytest.mark.parametrize("theme", ["textual-light", "high-contrast", "ansi-light"])
async def test_the_line_under_the_cursor_can_be_read_in_every_theme(
    ferry: tuple[Desk, str], theme: str
) -> None:
    desk, slug = ferry
    app = FactcheckApp(desk, slug, Config(theme=theme))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g")
        strip = app.screen.query_one(ClaimList).render_line(0)
        assert len({segment.style.color for segment in strip if segment.style}) == 1
        await pilot.press("H")
        events = app.screen.query_one(LineList)
        assert len({segment.style.color for segment in events.render_line(0) if segment.style}) == 1


async def test_counts_that_do_not_fit_are_left_out_whole(desk: Desk, slug: str) -> None:
    for number, finding in enumerate(list(Finding)[1:], 1):
        desk.findings.decide(slug, number, finding)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=(72, 24)):
        line = screen_text(app).splitlines()[1]
        assert line.rstrip().endswith("…")
        assert "V✓1 " in line
