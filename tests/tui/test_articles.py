"""The desk screen: articles listed, opened, added, renamed and removed by keys."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp
from factcheck.tui.dialogs.path import PathDialog
from factcheck.tui.screens.desk_screen import ArticlesRoom
from factcheck.tui.screens.review import ReviewRoom
from factcheck.tui.screens.revising import RevisingRoom
from tests.tui.building import article_of, saved, screen_text
from tests.tui.test_revising import ferry

SEEDS = Path(__file__).parents[2] / "seeds"


async def test_an_article_is_opened_from_the_desk_and_left_again(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(100, 24)) as pilot:
        assert "The Ferry Stops at Nine" in screen_text(app)
        assert "0/9" in screen_text(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ReviewRoom)
        await pilot.press("1")
        await saved(pilot)
        await pilot.press("q")
        assert isinstance(app.screen, ArticlesRoom)
        assert "1/9" in screen_text(app)


async def test_a_file_is_added_by_its_path_and_the_cursor_is_on_it(desk: Desk, slug: str) -> None:
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("plus")
        app.screen.query_one("#path").value = str(SEEDS / "interview.txt")
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, ReviewRoom)
        assert app.screen.article != slug
    assert len(desk.articles.slugs()) == 2


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("{}", "a b.txt"),
        ("'{}'", "a b.txt"),
        ('"{}" ', "a b.txt"),
        ("{}", "it's.txt"),
        ("/nowhere/deep//{}", "a b.txt"),
        ("~nobody-of-that-name/x", None),
        ("\x00", None),
        ("'{}", None),
    ],
)
async def test_a_whole_path_pasted_behind_the_folder_is_the_file(
    desk: Desk, tmp_path: Path, pasted: str, meant: str | None
) -> None:
    file = tmp_path / (meant or "none.txt")
    file.write_text("The bridge opened in 1932.")
    dialog, answers = PathDialog("Add a draft", tmp_path.parent), []
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(100, 24)) as pilot:
        await app.push_screen(dialog, answers.append)
        field = dialog.query_one("#path", Input)
        field.insert_text_at_cursor(pasted.format(file))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert answers == ([file] if meant else [])


async def test_a_path_with_escaped_spaces_is_the_file_too(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a b.txt"
    file.write_text("The bridge opened in 1932.")
    dialog, answers = PathDialog("Add a draft", tmp_path.parent), []
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(100, 24)) as pilot:
        await app.push_screen(dialog, answers.append)
        dialog.query_one("#path", Input).insert_text_at_cursor(str(file).replace(" ", "\\ "))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert answers == [file]


async def test_a_bad_file_is_one_sentence_and_the_desk_stays_as_it_was(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 nothing")
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("plus")
        app.screen.query_one("#path").value = str(tmp_path / "bad.docx")
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
        assert "bad.docx" in screen_text(app)
    assert len(desk.articles.slugs()) == 1


async def test_rename_deadline_archive_and_remove_are_on_the_desk_and_undone_by_u(
    desk: Desk, slug: str
) -> None:
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("e", *"X", "enter")
        await saved(pilot)
        assert desk.articles.get(slug).title.endswith("X")
        await pilot.press("d", *"2099-01-05", "enter")
        await saved(pilot)
        deadline = desk.articles.get(slug).deadline
        assert deadline is not None
        assert deadline.astimezone(UTC).date() == datetime(2099, 1, 5, tzinfo=UTC).date()
        await pilot.press("X", "y")
        await saved(pilot)
        assert desk.articles.slugs() == ()
        await pilot.press("u")
        await saved(pilot)
        assert desk.articles.slugs() == (slug,)
        await pilot.press("z")
        await saved(pilot)
        assert desk.articles.rows() == ()
        await pilot.press("Z")
        assert "The Ferry" in screen_text(app)


@pytest.mark.parametrize("typed", ["2099-13-05", "friday", "0001-01-01T00:00+23:59"])
async def test_a_mistyped_deadline_is_told_and_stays_to_be_mended(desk: Desk, slug: str, typed: str) -> None:
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d", *typed, "enter")
        await saved(pilot)
        assert "is not a time like" in screen_text(app)
        line = app.screen.query_one(Input)
        assert (line.value, line.has_focus) == (typed, True)
        assert desk.articles.get(slug).deadline is None
        await pilot.press("ctrl+u", *"2099-01-05 17:00", "enter")
        await saved(pilot)
        assert isinstance(app.screen, ArticlesRoom)
        assert str(desk.articles.get(slug).deadline).startswith("2099-01-05 17:00")


async def test_a_search_shows_only_articles_that_match(desk: Desk, slug: str) -> None:
    desk.articles.add(*article_of("Goats on Board\n\nTwo goats took the ferry in May.", "goats.txt"))
    app = FactcheckApp(desk, None, Config())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("slash", *"goats", "enter")
        text = screen_text(app)
        assert "Goats on Board" in text
        assert "Stops at Nine" not in text


async def add_file(pilot: Pilot[None], path: Path) -> None:
    """Add a file by its path, and wait until it is read and on the desk."""
    await pilot.press("plus")
    pilot.app.screen.query_one("#path", Input).value = str(path)
    await pilot.pause()
    await pilot.press("enter")
    await saved(pilot)
    await saved(pilot)


async def test_a_file_that_looks_like_the_next_draft_asks_and_leads_to_the_comparison(tmp_path: Path) -> None:
    desk, slug, path = ferry(tmp_path)
    with desk:
        app = FactcheckApp(desk, None, Config())
        async with app.run_test(size=(110, 30)) as pilot:
            await add_file(pilot, path)
            assert "looks like a new draft" in screen_text(app)
            await pilot.press("y")
            await saved(pilot)
            await saved(pilot)
            assert isinstance(app.screen, RevisingRoom)
            await pilot.press("s", "y")
            await saved(pilot)
        assert desk.articles.get(slug).draft == 2
        assert len(desk.articles.slugs()) == 1


async def test_the_screen_reads_a_draft_by_the_settings_that_it_was_started_with(
    desk: Desk, tmp_path: Path
) -> None:
    draft = tmp_path / "goats.txt"
    draft.write_text("The mayor grumped that the goats had left the island in May 2024.", encoding="utf-8")
    app = FactcheckApp(desk, None, Config(house={"speech_verbs": ("grump", "grumped")}))
    async with app.run_test(size=(100, 24)) as pilot:
        await add_file(pilot, draft)
    slug = next(name for name in desk.articles.slugs() if "goats" in name)
    assert [row.speaker for row in desk.queue.rows(slug)] == ["The mayor"]
