"""Every dialog stays, with all that was typed, until what it was answered with is saved."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from factcheck.desk import Desk
from factcheck.tui.dialogs.dialog import Dialog
from tests.tui.building import saved, screen_text
from tests.tui.failing import MINE, noted, read, refusing, shown
from tests.tui.reviewing import WIDE, app_of, claims_tab
from tests.tui.test_items import to_item


class Case(NamedTuple):
    """A dialog whose answer is saved."""

    keys: tuple[str, ...]
    """They open it."""
    typed: tuple[str, ...]
    """They fill it in."""
    keep: str
    """The key that keeps the answer, and tries again."""
    words: str
    """What has to stay on the screen."""
    stored: Callable[[Desk, str], bool]
    item: str = ""
    """What the cursor of the card is on first."""


QUERIES = ("right_square_bracket", "right_square_bracket")

DIALOGS = {
    "note": Case(("c",), MINE, "escape", "My words", lambda desk, slug: noted(desk, slug, "My words")),
    "note, and on": Case(("c",), MINE, "ctrl+n", "My words",
                         lambda desk, slug: noted(desk, slug, "My words")),
    "change note": Case(("e",), MINE, "escape", "Call them.My words",
                        lambda desk, slug: noted(desk, slug, "Call them.My words"), item="note"),
    "query": Case(("Q",), MINE, "escape", "My words", lambda desk, slug: len(desk.queries.of(slug)) == 2),
    "wording": Case(("w",), MINE, "escape", "My words",
                    lambda desk, slug: desk.claims.get(slug, 1).proposed_text.endswith("My words")),
    "send back": Case(("R",), MINE, "escape", "My words",
                      lambda desk, slug: desk.claims.get(slug, 1).review_reason == "My words"),
    "accept": Case(("W",), (), "enter", "Accept the proposed wording",
                   lambda desk, slug: desk.claims.get(slug, 1).fix == "accepted"),
    "stet": Case(("W", "down", "down", "enter"), MINE, "enter", "My words",
                 lambda desk, slug: desk.claims.get(slug, 1).fix_reason == "My words"),
    "cut": Case(("W", "down", "down", "down", "enter"), MINE, "enter", "My words",
                lambda desk, slug: desk.claims.get(slug, 1).fix_reason == "My words"),
    "edit": Case(("e",), MINE, "enter", "My words",
                 lambda desk, slug: desk.claims.get(slug, 1).restatement.endswith("My words")),
    "edit a day": Case(("e", "tab", "tab"), tuple("2031-02-03"), "enter", "2031-02-03",
                       lambda desk, slug: desk.claims.get(slug, 1).expires == date(2031, 2, 3)),
    "assign": Case(("a",), MINE, "enter", "My words",
                   lambda desk, slug: desk.claims.get(slug, 1).assignee == "My words"),
    "waiting": Case(("8",), MINE, "enter", "My words",
                    lambda desk, slug: desk.claims.get(slug, 1).waiting_on == "My words"),
    "unverifiable": Case(("j", "k", "k", "j", "6"), MINE, "enter", "My words",
                         lambda desk, slug: bool(desk.claims.get(slug, 2).notes)),
    "source": Case(("s", "enter"), MINE, "enter", "My words",
                   lambda desk, slug: len(desk.claims.get(slug, 1).citations) == 2),
    "source, and on": Case(("s", "enter"), MINE, "ctrl+n", "My words",
                           lambda desk, slug: len(desk.claims.get(slug, 1).citations) == 2),
    "new source": Case(("S", *"Census", "enter"), MINE, "enter", "My words",
                       lambda desk, slug: len(desk.claims.get(slug, 1).citations) == 2),
    "answer": Case((*QUERIES, "a"), MINE, "escape", "My words",
                   lambda desk, slug: desk.queries.of(slug)[0].answer == "My words"),
    "edit source": Case(("right_square_bracket", "e", "tab"), MINE, "enter", "My words",
                        lambda desk, _: desk.sources.find()[0].title == "Harbour logMy words"),
    "contact": Case(("right_square_bracket", "l"), MINE, "enter", "My words",
                    lambda desk, _: len(desk.contacts.of_source(desk.sources.find()[0].id)) == 1),
    "query on the piece": Case(("colon", *"whole piece", "enter", "enter"), MINE, "escape", "My words",
                               lambda desk, slug: len(desk.queries.of(slug)) == 2),
}  # fmt: skip

ARTICLES = {
    "rename": Case(("e",), MINE, "enter", "My words",
                   lambda desk, slug: desk.articles.get(slug).title.endswith("My words")),
    "deadline": Case(("d",), tuple("2031-02-03"), "enter", "2031-02-03",
                     lambda desk, slug: desk.articles.get(slug).deadline is not None),
    "remove": Case(("X",), (), "y", "goes off the desk", lambda desk, _: desk.articles.slugs() == ()),
}  # fmt: skip


async def failing(pilot: Pilot[None], case: Case, desk: Desk, slug: str) -> None:
    """Keep an answer while nothing can be saved, then once it can."""
    app = pilot.app
    if case.item:
        await to_item(pilot, case.item)
    await pilot.press(*case.keys)
    await pilot.pause()
    dialog = app.screen
    assert isinstance(dialog, Dialog)
    await pilot.press(*case.typed)
    with refusing(desk):
        for _ in range(2):
            await pilot.press(case.keep)
            await saved(pilot)
            assert app.screen is dialog
            text = await shown(pilot, "✗ not saved: ")
            assert case.words in text
            assert "✗ The database" in text
            assert "no room for more" in text
            assert "everything saved" not in text
            assert not case.stored(desk, slug)
            assert len(app.failures) == 1
    await pilot.press(case.keep)
    await saved(pilot)
    assert not isinstance(app.screen, Dialog)
    assert case.stored(desk, slug)
    assert app.failures == ()
    assert "not saved" not in read(pilot)
    assert desk.typing.get() == {}


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_dialog_stays_with_its_words_until_they_are_saved(
    worked: tuple[Desk, str], name: str
) -> None:
    desk, slug = worked
    case = DIALOGS[name]
    app = app_of(desk, slug, advance=False)
    async with app.run_test(size=(120, 34)) as pilot:
        if name == "unverifiable":
            await pilot.press("j")
            case = case._replace(keys=("6",))
        number = claims_tab(app).current.number
        await failing(pilot, case, desk, slug)
        went_on = case.keep == "ctrl+n"
        assert (claims_tab(app).current.number == number) != went_on


@pytest.mark.parametrize("name", ARTICLES)
async def test_a_dialog_about_an_article_stays_with_its_words_until_they_are_saved(
    worked: tuple[Desk, str], name: str
) -> None:
    desk, slug = worked
    app = app_of(desk, None)
    async with app.run_test(size=WIDE) as pilot:
        await failing(pilot, ARTICLES[name], desk, slug)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
@pytest.mark.parametrize("name", ["note", "source", "edit", "edit source", "accept"])
async def test_what_is_wrong_and_the_ways_out_are_seen_at_every_size(
    worked: tuple[Desk, str], name: str, size: tuple[int, int]
) -> None:
    desk, slug = worked
    case = DIALOGS[name]
    app = app_of(desk, slug)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*case.keys, *case.typed)
        await pilot.pause()
        dialog = app.screen
        with refusing(desk):
            await pilot.press(case.keep)
            await saved(pilot)
            await pilot.pause()
            assert app.screen is dialog
            await shown(pilot, "refused the change (no room for more), so nothing was saved.")
            assert "Esc" in screen_text(app).splitlines()[dialog.query_one("#foot").region.y]
            assert not dialog.query_one("#foot").region.bottom > size[1]
