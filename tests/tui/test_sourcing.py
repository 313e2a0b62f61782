"""Sourcing by keys: the picker, the form, and the morning of a checker on the seed article."""

from pathlib import Path

from db.vocabulary import Finding, LocatorKind, SourceKind
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.read import read_file
from factcheck.split import split
from factcheck.tui.app import FactcheckApp
from factcheck.tui.claims import ClaimsTab
from tests.tui.building import NOON, saved, screen_text

SEED = Path(__file__).parents[2] / "seeds" / "000_833abf2e5c5bff94.txt"
SIZE = (120, 32)


class Keys:
    """Counts keys that are no typed text, and presses them."""

    def __init__(self, pilot) -> None:
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        names = {" ": "space", ".": "full_stop", "-": "minus", ":": "colon", "/": "slash"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))


async def test_ten_claims_are_decided_with_sources_in_under_sixty_keys_and_survive_a_restart(
    tmp_path: Path,
) -> None:
    database = tmp_path / "desk.db"
    article = read_file(SEED)
    with Desk.open(database, person="Iris Okun", clock=lambda: NOON) as desk:
        slug = desk.add(article, split(article)).article
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=SIZE) as pilot:
            keys = Keys(pilot)
            await keys.press("s")
            await keys.type("Kremlin readout of 11 October")
            await keys.press("enter")
            await keys.type("p. 1")
            await keys.press("enter", "1")
            for page in range(2, 11):
                await keys.press("s", "enter")
                await keys.type(str(page))
                await keys.press("enter", "1")
            await saved(pilot)
            assert sum(row.finding is Finding.VERIFIED for row in desk.claims(slug)) == 10
            await keys.press("u", "u", "u", "U")
            await saved(pilot)
            await keys.press("q")
            assert keys.pressed < 60
            place = app.screen_stack  # the desk is in front now; the place was kept on the way out
            assert place
        left = {row.number: (row.finding, row.citations) for row in desk.claims(slug)}
        stood = desk.place(slug)
    with Desk.open(database, person="Iris Okun", clock=lambda: NOON) as again:
        assert {row.number: (row.finding, row.citations) for row in again.claims(slug)} == left
        assert sum(finding is Finding.VERIFIED for finding, _ in left.values()) == 9
        locators = [one.locator for claim in again.full_claims(slug) for one in claim.citations]
        assert locators[:9] == [str(page) for page in range(1, 10)]
        app = FactcheckApp(again, slug, Config())
        async with app.run_test(size=SIZE):
            current = app.screen.query_one(ClaimsTab).current
            assert current is not None
            assert stood is not None
            assert current.number == stood.claim


async def test_a_pasted_address_becomes_a_source_with_kind_and_title(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        app.screen.query_one("#search").value = "https://www.reuters.com/world/ferry-route-ends-2026-03-01/"
        await pilot.pause()
        await pilot.press("enter", *"table", "space", "2", "enter")
        await saved(pilot)
    [citation] = desk.claim(slug, 1).citations
    assert citation.source.kind is SourceKind.NEWS
    assert citation.source.title == "Ferry route ends 2026 03 01"
    assert (citation.locator_kind, citation.locator) == (LocatorKind.TABLE, "2")


async def test_arrows_choose_among_the_sources_found_and_escape_attaches_nothing(
    desk: Desk, slug: str
) -> None:
    from factcheck.model import SourceFields

    for title in ("Harbour log", "Harbour accounts", "Census"):
        desk.add_source(SourceFields(title=title))
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"harbour", "down", "enter", "7", "escape")
        await saved(pilot)
        assert desk.claim(slug, 1).citations == ()
        await pilot.press("s", *"harbour")
        assert "Census" not in screen_text(app)
        await pilot.press("down", "enter", "7", "enter")
        await saved(pilot)
    [citation] = desk.claim(slug, 1).citations
    assert citation.source.title.startswith("Harbour")


async def test_the_form_of_a_new_source_leads_on_to_the_citation(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("S", "tab", *"Call", "enter")
        await pilot.pause()
        await pilot.press(*"12", "enter")
        await saved(pilot)
    [citation] = desk.claim(slug, 1).citations
    assert (citation.source.title, citation.where) == ("Call", "page 12")
