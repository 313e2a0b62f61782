"""Sourcing by keys: the picker, the form, and the morning of a checker on the seed article."""

from pathlib import Path

from db.vocabulary import Finding, LocatorKind, SourceKind, Stance, Tier
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.read import read_file
from factcheck.split import split
from factcheck.tui.app import FactcheckApp
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.tabs.claims import ClaimsTab
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
        slug = desk.articles.add(article, split(article)).article
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
            assert sum(row.finding is Finding.VERIFIED for row in desk.queue.rows(slug)) == 10
            await keys.press("u", "u", "u", "U")
            await saved(pilot)
            await keys.press("q")
            assert keys.pressed < 60
            place = app.screen_stack  # the desk is in front now; the place was kept on the way out
            assert place
        left = {row.number: (row.finding, row.citations) for row in desk.queue.rows(slug)}
        stood = desk.typing.place(slug)
    with Desk.open(database, person="Iris Okun", clock=lambda: NOON) as again:
        assert {row.number: (row.finding, row.citations) for row in again.queue.rows(slug)} == left
        assert sum(finding is Finding.VERIFIED for finding, _ in left.values()) == 9
        locators = [one.locator for claim in again.claims.full(slug) for one in claim.citations]
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
    [citation] = desk.claims.get(slug, 1).citations
    assert citation.source.kind is SourceKind.NEWS
    assert citation.source.title == "Ferry route ends 2026 03 01"
    assert (citation.locator_kind, citation.locator) == (LocatorKind.TABLE, "2")


async def test_arrows_choose_among_the_sources_found_and_escape_attaches_nothing(
    desk: Desk, slug: str
) -> None:
    for title in ("Harbour log", "Harbour accounts", "Census"):
        desk.sources.add(SourceFields(title=title))
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"harbour", "down", "enter", "7", "escape")
        await saved(pilot)
        assert desk.claims.get(slug, 1).citations == ()
        await pilot.press("s", *"harbour")
        assert "Census" not in screen_text(app)
        await pilot.press("down", "enter", "7", "enter")
        await saved(pilot)
    [citation] = desk.claims.get(slug, 1).citations
    assert citation.source.title.startswith("Harbour")


async def test_the_form_of_a_new_source_leads_on_to_the_citation(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("S", "tab", *"Call", "enter")
        await pilot.pause()
        await pilot.press(*"12", "enter")
        await saved(pilot)
    [citation] = desk.claims.get(slug, 1).citations
    assert (citation.source.title, citation.where) == ("Call", "12")


async def test_few_keys_cite_and_what_nobody_said_is_shown_as_a_dash(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"Log", "enter", "1", "4")
        assert "14 of what? p. 14, ¶ 14, table 14…" in screen_text(app)
        await pilot.press("enter")
        await saved(pilot)
        assert "supports Log, 14 · tier –" in " ".join(screen_text(app).split())
    [citation] = desk.claims.get(slug, 1).citations
    assert (citation.stance, citation.tier, citation.source.kind) == (Stance.SUPPORTS, None, None)
    assert (citation.locator_kind, citation.locator) == (None, "14")


async def test_what_was_said_of_a_source_last_is_offered_and_taken_with_enter(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"Log", "enter", "p", "full_stop", "1", "4", "ctrl+t", "ctrl+t", "enter")
        await saved(pilot)
        await pilot.press("j", "s", "enter")
        assert "as last time: secondary, a number alone is a page" in screen_text(app)
        await pilot.press("1", "5")
        assert "= page 15 · as last time: secondary, page" in screen_text(app)
        await pilot.press("enter", "j", "s", "enter", "ctrl+t", *"table", "space", "2")
        assert "= table 2" in screen_text(app)
        assert "as last time" not in screen_text(app)
        await pilot.press("enter")
        await saved(pilot)
    said = [(one.tier, one.where) for number in (1, 2, 3) for one in desk.claims.get(slug, number).citations]
    assert said == [(Tier.SECONDARY, "page 14"), (Tier.SECONDARY, "page 15"), (Tier.LEAD, "table 2")]


async def test_a_citation_is_changed_from_the_card_and_keeps_what_nobody_said(desk: Desk, slug: str) -> None:
    fields = CitationFields(locator="14", quotation="nine boats", stance=Stance.SUPPORTS)
    other = CitationFields(locator="table 2", tier=Tier.LEAD)
    for number, said in ((1, fields), (2, other)):
        desk.citations.add(slug, number, SourceFields(title="Log"), said)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "tab")
        card = app.screen.query_one(ClaimCard)
        assert card.has_focus
        while card.item is None or card.item.kind != "citation":
            await pilot.press("down")
        await pilot.press("e")
        await pilot.pause()
        assert "Citation on claim 1" in screen_text(app)
        assert "as last time" not in screen_text(app)
        await pilot.press("ctrl+t", "enter")
        await saved(pilot)
    [citation] = desk.claims.get(slug, 1).citations
    assert citation.tier is Tier.PRIMARY
    assert (citation.locator_kind, citation.locator, citation.quotation) == (None, "14", "nine boats")


async def test_the_form_of_a_source_leaves_its_kind_unsaid_but_offers_what_it_sees(
    desk: Desk, slug: str
) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("S", "tab", *"Report")
        assert "kind –" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
        await pilot.press("S")
        app.screen.query_one("#url").value = "https://doi.org/10.1000/182"
        await pilot.press("tab")
        assert "study" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
    kinds = {one.source.title: one.source.kind for one in desk.claims.get(slug, 1).citations}
    assert kinds == {"Report": None, "doi:10.1000/182": SourceKind.STUDY}


async def test_a_tier_that_nobody_said_is_told_at_deciding_and_at_signing(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("T", "s", *"Log", "enter", *"14", "enter", "1")
        await saved(pilot)
        assert "Claim 1: verified, tier not said: are its sources primary" in screen_text(app)
        assert [one.claim for one in desk.sign_off.check(slug).tiers_unsaid] == [1]
        await pilot.press("colon", *"Sign off", "enter")
        await pilot.pause()
        await pilot.press("end")
        assert "Not in the way, but tier not said (1)" in screen_text(app)
