"""Sources, queries, lost, progress, history, export and sign-off, by keys on a real desk."""

import threading
from pathlib import Path

import pytest

from db import files
from db.vocabulary import Finding, SourceState, Stance
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.review import ReviewRoom
from tests.tui.building import saved, screen_text

SIZE = (110, 34)


async def to_tab(pilot, name: str) -> None:
    """Go on through the tabs to one of that name."""
    for _ in range(6):
        if pilot.app.screen.tab.title == name:
            return
        await pilot.press("right_square_bracket")
    raise AssertionError(f"there is no tab {name}")


async def test_the_sources_tab_lists_each_source_with_its_claims_and_leads_to_them(
    desk: Desk, slug: str
) -> None:
    log = desk.sources.add(SourceFields(title="Harbour log")).created
    desk.citations.add(slug, (2, 3), log, CitationFields(locator="p. 7", stance=Stance.SUPPORTS))
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await to_tab(pilot, "Sources")
        text = screen_text(app)
        assert "Harbour log" in text
        assert "2 claims" in text
        assert "supports, tier –, page 7" in text
        await pilot.press("j", "j", "enter")
        assert app.screen.tab.title == "Claims"
        assert app.screen.claims.current.number == 3


async def test_a_withdrawn_source_puts_its_claims_on_recheck_from_the_form(desk: Desk, slug: str) -> None:
    log = desk.sources.add(SourceFields(title="Harbour log")).created
    desk.citations.add(slug, 2, log, CitationFields(locator="p. 7", stance=Stance.SUPPORTS))
    desk.findings.decide(slug, 2, Finding.VERIFIED)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await to_tab(pilot, "Sources")
        await pilot.press("e")
        app.screen.query_one("#state").value = SourceState.WITHDRAWN
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
    assert desk.progress.of(slug).recheck == 1


async def test_the_call_sheet_groups_open_claims_by_whom_to_ask(desk: Desk, slug: str) -> None:
    log = desk.sources.add(SourceFields(title="Harbour log", contact="+47 555")).created
    desk.citations.add(slug, (2, 3), log, CitationFields())
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await to_tab(pilot, "Sources")
        await pilot.press("c")
        assert "Call sheet" in screen_text(app)
        assert "2 open" in screen_text(app)
        await pilot.press("l", *"no", "enter")
        await saved(pilot)
        assert desk.contacts.of_source(log)[0].outcome == "no"


async def test_a_query_is_asked_answered_and_reopened(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("Q", *"Who", "escape")
        await saved(pilot)
        assert [query.text for query in desk.queries.of(slug)] == ["Who"]
        await to_tab(pilot, "Queries")
        await pilot.press("a", *"Me", "escape")
        await saved(pilot)
        [query] = desk.queries.of(slug)
        assert (query.answer, query.is_open) == ("Me", False)
        await pilot.press("r")
        await saved(pilot)
        assert desk.queries.of(slug)[0].is_open


async def test_what_is_being_typed_survives_and_is_offered_again(desk: Desk, slug: str) -> None:
    desk.typing.save(f"{slug}/1/note", "half a thought", 1)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        assert "half a thought" in screen_text(app)
        await pilot.press("escape")
        await saved(pilot)
        await saved(pilot)
    assert [note.text for note in desk.claims.get(slug, 1).notes] == ["half a thought"]
    assert desk.typing.get() == {}


@pytest.mark.parametrize("leave", ["escape", "ctrl+g"])
async def test_a_note_is_left_before_the_disk_has_answered(desk: Desk, slug: str, leave: str) -> None:
    disk = threading.Event()
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        app.writer.submit(lambda: disk.wait(10))
        await pilot.press("c", *"soon", leave)
        await pilot.pause()
        disk.set()
        await saved(pilot)
        await saved(pilot)
    assert [note.text for note in desk.claims.get(slug, 1).notes] == (["soon"] if leave == "escape" else [])
    assert desk.typing.get() == {}


async def test_dropping_a_note_stores_nothing(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", *"never", "ctrl+g")
        await saved(pilot)
    assert desk.claims.get(slug, 1).notes == ()
    assert desk.typing.get() == {}


async def test_the_progress_tab_shows_counts_pace_and_what_waits(desk: Desk, slug: str) -> None:
    desk.findings.decide(slug, (1, 2), Finding.VERIFIED)
    desk.findings.decide(slug, 3, Finding.WAITING, waiting_on="the mayor")
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=(110, 50)) as pilot:
        await to_tab(pilot, "Progress")
        text = screen_text(app)
        assert "2 of 9 claims decided" in text
        assert "on the mayor" in text
        assert "VV" in text


async def test_an_export_to_a_home_folder_that_nobody_has_is_told(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("X")
        app.screen.query_one("#path").value = "~nobody-of-that-name/sheet.csv"
        await pilot.press("tab", "enter")
        await saved(pilot)
        assert app.said.tone == "error"
        assert "✗ " in screen_text(app)
        assert app.screen.query_one("#path").value == "~nobody-of-that-name/sheet.csv"
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewRoom)


@pytest.mark.parametrize("ending", ["", *files.BESIDE])
@pytest.mark.parametrize("linked", [False, True])
async def test_an_export_never_lands_on_a_file_of_the_desk(
    desk: Desk, slug: str, tmp_path: Path, ending: str, linked: bool
) -> None:
    target = files.beside(desk.database, ending)
    (tmp_path / "sheet.csv").symlink_to(target)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("X")
        app.screen.query_one("#path").value = str(tmp_path / "sheet.csv" if linked else target)
        await pilot.click("#force")
        app.screen.query_one("#path").focus()
        await pilot.press("enter")
        await saved(pilot)
        assert app.said.tone == "error"
        assert f"the database {desk.database}" in app.said.text
    assert desk.maintenance.doctor().problems == ()


async def test_the_history_tells_each_field_in_words(desk: Desk, slug: str) -> None:
    desk.citations.add(slug, 1, SourceFields(title="Harbour [log]"), CitationFields(locator="p. 4"))
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("H")
        text = screen_text(app)
        assert "source 1, new: title Harbour [log]" in text
        assert "{" not in text
        desk.findings.decide(slug, 2, Finding.WRONG)
        desk.history.undo()
        desk.findings.decide(slug, 2, Finding.WAITING)
        app.screen.stale()
        await pilot.press("g")
        assert "finding: unchecked → waiting" in screen_text(app)
        assert "decided by: – → " in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_history_shows_in_full_what_was_warned_of(
    desk: Desk, slug: str, size: tuple[int, int]
) -> None:
    desk.findings.decide(slug, [1, 3, 5, 7], Finding.VERIFIED)
    desk.findings.decide(slug, 2, Finding.NOT_CHECKABLE)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=size) as pilot:
        await pilot.press("H", "j")
        text = " ".join(screen_text(app).split())
        assert "! 4 claims: verified" in text
        needed = "verified needs a citation that supports it, with a locator or a quotation."
        assert f"! Claims 1, 3, 5 and 7: {needed}" in text


async def test_the_history_lists_events_and_leads_to_their_claim(desk: Desk, slug: str) -> None:
    desk.findings.decide(slug, 4, Finding.WRONG)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("H")
        assert "Claim 4" in screen_text(app) or "claim 4" in screen_text(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ReviewRoom)
        assert app.screen.claims.current.number == 4


@pytest.mark.parametrize("place", [0, 1, 2, 3, 5, 6, 7])
async def test_every_format_is_written_from_the_dialog(
    desk: Desk, slug: str, tmp_path: Path, place: int
) -> None:
    app = FactcheckApp(desk, slug, Config())
    target = tmp_path / "sheet"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("X", *["down"] * place)
        app.screen.query_one("#path").value = str(target)
        await pilot.press("enter")
        await saved(pilot)
        await saved(pilot)
        assert "Written" in screen_text(app)
    assert target.stat().st_size > 100


async def test_an_existing_file_is_kept_and_said(desk: Desk, slug: str, tmp_path: Path) -> None:
    target = tmp_path / "sheet"
    target.write_text("mine")
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("X")
        app.screen.query_one("#path").value = str(target)
        await pilot.press("enter")
        await saved(pilot)
        await saved(pilot)
    assert target.read_text() == "mine"


async def test_signing_names_what_is_in_the_way_and_signs_once_it_is_kept(desk: Desk, slug: str) -> None:
    log = desk.sources.add(SourceFields(title="Harbour log")).created
    numbers = [row.number for row in desk.queue.rows(slug)]
    desk.citations.add(slug, numbers, log, CitationFields(locator="1", stance=Stance.SUPPORTS))
    desk.findings.decide(slug, numbers[:-1], Finding.VERIFIED)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await app.screen.action_sign_off()
        await pilot.pause()
        assert "1 in the way" in screen_text(app)
        await pilot.press("s")
        assert not desk.articles.get(slug).is_signed
        while (entry := app.screen.query_one("KeyedList").current).claim is None:
            await pilot.press("j")
        assert entry.claim == numbers[-1]
        await pilot.press("w", *"fine", "enter")
        assert "ready to be signed" in screen_text(app)
        await pilot.press("s", "y")
        await saved(pilot)
    assert desk.articles.get(slug).is_signed
