"""Keys, help and palette of the review: what is pressed does what the table says."""

from textual import events
from textual.widgets import Input

from db.vocabulary import Finding, Flag
from factcheck.desk import Desk
from tests.tui.building import saved, screen_text
from tests.tui.reviewing import WIDE, app_of, findings


async def test_help_lists_the_keys_that_work_filters_and_runs(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", *"urgent")
        assert [line for line in screen_text(app).splitlines() if "Raise the priority" in line]
        await pilot.press("enter")
        await pilot.pause()
        await saved(pilot)
    assert desk.queue.rows(slug)[0].priority >= 100


async def test_every_command_of_the_place_is_in_the_palette(desk: Desk, slug: str) -> None:
    from factcheck.tui.commands import Place, commands_of
    from factcheck.tui.frame.palette import at_hand

    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        found = {command.id for command, _, _ in at_hand(app.screen, {})}
        wanted = commands_of(Place.CLAIMS, Place.ARTICLE, Place.EVERYWHERE)
        assert {command.id for command in wanted} <= found
        await pilot.press("colon", *"sensitive", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
    assert Flag.SENSITIVE in desk.queue.rows(slug)[0].flags


async def test_own_keys_replace_those_of_the_table_everywhere(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug, keys={"finding.verified": "f5", "undo": "f6"})
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "f5")
        await saved(pilot)
        assert findings(desk, slug)[:2] == [Finding.VERIFIED, Finding.UNCHECKED]
        await pilot.press("f6")
        await saved(pilot)
        assert findings(desk, slug)[0] is Finding.UNCHECKED
        await pilot.press("question_mark", *"undo")
        assert "f6" in screen_text(app)


async def test_a_dialog_tells_the_keys_that_really_leave_it(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug, keys={"dialog.leave": "f9"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        assert "f9 leave without" in screen_text(app)
        await pilot.press("f9")
        assert len(app.screen_stack) == len(app.rooms()) + 1


async def test_help_is_never_cut_off_the_foot(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=(140, 24)) as pilot:
        for width in (80, 60, 30, 12):
            await pilot.resize_terminal(width, 24)
            assert screen_text(pilot.app).splitlines()[-1].startswith(" ? help")


async def test_two_commands_that_swap_their_keys_both_work(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug, keys={"finding.verified": "5", "finding.wrong": "1", "claim.next": "f7"})
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "5", "f7", "1")
        await saved(pilot)
    assert findings(desk, slug)[:4] == [Finding.WRONG, Finding.VERIFIED, Finding.UNCHECKED, Finding.WRONG]


async def test_letters_typed_in_a_dialog_are_text(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("8", *"1uq", "backspace")
        assert app.screen.query_one(Input).value == "1u"
        await pilot.press("escape")
        await saved(pilot)
    assert set(findings(desk, slug)) == {Finding.UNCHECKED}


async def test_a_burst_of_keys_goes_where_each_of_them_was_meant_to_go(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    burst = ["8", *"squire", "enter", "1", "colon", *"sensitive", "enter", "enter", "5"]
    async with app.run_test(size=WIDE) as pilot:
        for key in burst:
            character = key if len(key) == 1 else None
            app.post_message(events.Key(key, character))
        await pilot.pause()
        await saved(pilot)
    assert findings(desk, slug)[:4] == [Finding.WAITING, Finding.VERIFIED, Finding.WRONG, Finding.UNCHECKED]
    assert desk.claims.get(slug, 1).waiting_on == "squire"
    assert Flag.SENSITIVE in desk.queue.rows(slug)[2].flags


async def test_quitting_from_a_dialog_says_what_to_do_with_it_first(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", *"half a note", "ctrl+q")
        await pilot.pause()
        assert "Not quit yet, this is open: Esc keep" in screen_text(app)
        await pilot.press("escape")
        await saved(pilot)
    assert [note.text for note in desk.claims.get(slug, 1).notes] == ["half a note"]


async def test_the_palette_says_what_undo_and_redo_would_do(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "5", "u")
        await saved(pilot)
        await pilot.press("colon", *"undo")
        assert "Claim 1: verified" in screen_text(app)
        await pilot.press("escape", "colon", *"redo")
        assert "Claim 2: wrong" in screen_text(app)
