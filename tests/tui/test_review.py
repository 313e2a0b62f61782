"""The review of an article on a real desk: what keys do is on disk, in order, and comes back."""

from pathlib import Path

from db.vocabulary import Finding, Flag, ReviewState
from factcheck.desk import Desk
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.panes.queue import ClaimList
from factcheck.tui.screens.conflict import ConflictDialog
from tests.tui.building import FERRY, desk_with, saved, screen_text
from tests.tui.reviewing import WIDE, app_of, claims_tab, findings


async def test_a_digit_decides_and_goes_on_to_the_next_open_claim(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "5", "j", "7")
        await saved(pilot)
        current = claims_tab(app).current
        assert current is not None
        assert current.number == 5
    assert findings(desk, slug)[:4] == [
        Finding.VERIFIED,
        Finding.WRONG,
        Finding.UNCHECKED,
        Finding.NOT_CHECKABLE,
    ]


async def test_staying_on_the_claim_is_a_switch_and_a_setting(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug, advance=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "5")
        await saved(pilot)
        assert findings(desk, slug)[:2] == [Finding.WRONG, Finding.UNCHECKED]
        await pilot.press("greater_than_sign", "1", "1")
        await saved(pilot)
    assert findings(desk, slug)[:2] == [Finding.VERIFIED, Finding.VERIFIED]


async def test_quick_edits_of_one_claim_are_stored_in_the_order_of_the_keys(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug, advance=False)
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(3):
            await pilot.press(*"123457")
        await pilot.press("5")
        await saved(pilot)
        assert not isinstance(app.screen, ConflictDialog)
    assert findings(desk, slug)[0] is Finding.WRONG
    assert [event.said for event in desk.history.events(slug, claim=1, limit=2)] == [
        "Claim 1: wrong",
        "Claim 1: not checkable",
    ]


async def test_an_act_that_changes_nothing_is_no_error(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        await saved(pilot)
        await pilot.press("A")
        await saved(pilot)
        assert (app.said.text, app.said.tone) == ("Claim 1: for Ana Ruiz", "")
    assert len(desk.history.events(slug, claim=1)) == 1


async def test_edits_and_quit_typed_in_one_burst_lose_nothing(tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {number} says something." for number in range(30))
    desk, slug = desk_with(tmp_path / "burst.db", text)
    with desk:
        async with app_of(desk, slug).run_test(size=WIDE) as pilot:
            await pilot.press(*"1" * 20, "ctrl+q")
        assert findings(desk, slug).count(Finding.VERIFIED) == 20
        place = desk.typing.place(slug)
        assert place is not None
        assert place.claim == 21


async def test_undo_and_redo_say_what_they_did_and_go_on_after_a_restart(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("1", "5")
        await saved(pilot)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("u")
        await saved(pilot)
        assert "laim 2 wrong" in app.said.text
        await pilot.press("ctrl+z")
        await saved(pilot)
        assert findings(desk, slug)[:2] == [Finding.UNCHECKED, Finding.UNCHECKED]
        await pilot.press("U")
        await saved(pilot)
        assert "laim 1 verified" in app.said.text
        assert findings(desk, slug)[:2] == [Finding.VERIFIED, Finding.UNCHECKED]


async def test_undoing_the_adding_closes_the_article_and_redo_brings_it_back(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("u")
        await saved(pilot)
        assert len(app.rooms()) == 1
        assert "Undid" in app.said.text
        await pilot.press("u")
        await saved(pilot)
        assert app.said == ("There is nothing to undo.", "error")
        await pilot.press("U")
        await saved(pilot)
    assert desk.articles.slugs() == (slug,)


async def test_the_place_and_the_filter_are_kept_over_a_restart(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("O", "j", "j", "j")
        number = claims_tab(pilot.app).current.number
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        assert claims_tab(app).current.number == number
        assert claims_tab(app).filter.by_priority


async def test_several_marked_claims_take_a_verb_as_one_step(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "v", "j", "v")
        assert "3 marked" in app.said.text
        await pilot.press("2")
        await saved(pilot)
        assert [
            number for number, found in enumerate(findings(desk, slug), 1) if found is Finding.ON_AUTHOR
        ] == [1, 2, 4]
        await pilot.press("u")
        await saved(pilot)
        assert set(findings(desk, slug)) == {Finding.UNCHECKED}


async def test_a_bulk_decision_that_lacks_something_is_counted_once(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "v", "j", "v", "1")
        await saved(pilot)
        assert app.said.text.startswith("3 claims: verified. Claims 1, 2 and 4: verified needs a citation")
        assert app.said.text.count("3 claims") == 1


async def test_marking_all_and_none_again(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("V")
        assert len(claims_tab(pilot.app).targets) == len(desk.queue.rows(slug))
        await pilot.press("escape")
        assert len(claims_tab(pilot.app).targets) == 1


async def test_waiting_asks_for_whom_and_escape_decides_nothing(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("8", "escape")
        await saved(pilot)
        assert findings(desk, slug)[0] is Finding.UNCHECKED
        await pilot.press("8", *"Brandt", "enter")
        await saved(pilot)
    claim = desk.claims.get(slug, 1)
    assert (claim.finding, claim.waiting_on) == (Finding.WAITING, "Brandt")


async def test_check_points_are_ticked_one_by_one_or_by_choice_or_all(desk: Desk, slug: str) -> None:
    def ticks() -> list[bool]:
        return [point.ticked for point in desk.claims.get(slug, 1).check_points]

    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("t")
        await saved(pilot)
        assert ticks() == [True, False, False]
        await pilot.press("shift+tab", "down", "down", "t")
        await saved(pilot)
        assert ticks() == [True, False, True]
        await pilot.press("t")
        await saved(pilot)
        assert ticks() == [True, False, False]
        await pilot.press("T")
        await saved(pilot)
        assert ticks() == [True, True, True]


async def test_flags_priority_and_the_second_look(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("L", "exclamation_mark", "1", "k", "r")
        await saved(pilot)
    row = desk.queue.rows(slug)[0]
    assert Flag.LEGAL in row.flags
    assert row.priority >= 100
    assert row.review is ReviewState.AGREED


async def test_queue_and_draft_follow_each_other(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("G")
        draft, last = app.screen.query_one(DraftView), desk.queue.rows(slug)[-1]
        assert draft.current is not None
        assert draft.current.number == last.number
        assert draft.caret.place == last.start
        await pilot.press("tab", "up")
        assert (
            claims_tab(app).current.number
            == app.screen.query_one(DraftView).claims_at(draft.caret.place)[-1].number
        )


async def test_a_claim_is_added_from_words_selected_by_keys(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("plus")
        assert "Select the words" in app.said.text
        app.screen.query_one(DraftView).caret.put(FERRY.index("two goats"))
        await pilot.press("shift+right", "shift+right", "plus")
        await saved(pilot)
        assert claims_tab(app).current.text == "two goats"
        await pilot.press("u")
        await saved(pilot)
    assert "two goats" not in [row.text for row in desk.queue.rows(slug)]


async def test_a_claim_is_split_at_the_cursor_and_merged_again(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    before = [row.text for row in desk.queue.rows(slug)]
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "x")
        assert "Put the cursor" in app.said.text
        app.screen.query_one(DraftView).caret.put(FERRY.index("and two goats"))
        await pilot.press("x")
        await saved(pilot)
        texts = [row.text for row in desk.queue.rows(slug)]
        assert "It carried 41 passengers" in texts
        await pilot.press("tab", "tab", "g", "j", "m")
        await saved(pilot)
    after = [row.text for row in desk.queue.rows(slug)]
    assert len(after) == len(before)
    assert "It carried 41 passengers and two goats." in after


async def test_a_claim_is_cut_anew_and_taken_out(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    count = len(desk.queue.rows(slug))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab")
        draft = app.screen.query_one(DraftView)
        draft.caret.choose(FERRY.index("The last ferry"), FERRY.index(" left at nine"))
        await pilot.press("z")
        await saved(pilot)
        assert desk.claims.get(slug, 1).text == "The last ferry to Oddry Island"
        await pilot.press("minus")
        await saved(pilot)
    assert len(desk.queue.rows(slug)) == count - 1


async def test_hostile_words_reach_no_widget_as_markup_or_escape(tmp_path: Path) -> None:
    hostile = "[bold]Ann[/] \x1b]52;c;AAAA\x07 paid \u202e5 [@click=app.quit]crowns[/x] \x9b31m."
    desk, slug = desk_with(tmp_path / "hostile.db", f"[red]Heading[/]\n\n{hostile}", person="Eve [b]\x1b[0m")
    with desk:
        app = app_of(desk, slug)
        async with app.run_test(size=(160, 45)) as pilot:
            await pilot.press("1", "k", "question_mark", "escape")
            await saved(pilot)
            shown = screen_text(app)
        assert not set("\x1b\x07\x9b\u202e") & set(shown)
        assert "[bold]Ann[/]" in shown
        assert "[@click=app.quit]crowns[/x]" in shown


async def test_the_card_shows_everything_and_scrolls_to_it_by_keys(desk: Desk, slug: str) -> None:
    for number in range(30):
        desk.notes.add(slug, 1, f"Note number {number}.")
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert "Note number 0." in screen_text(app)
        await pilot.press(*["down"] * 40)
        assert "Note number 29." in screen_text(app)
        assert app.screen.query_one(ClaimCard).item is not None
        await pilot.press("enter")
        assert app.screen.query_one(ClaimList).has_focus


async def test_panes_take_turns_where_there_is_room_for_one(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=(50, 24)) as pilot:
        for pane in (ClaimList, DraftView, ClaimCard, ClaimList):
            await pilot.pause()
            shown = [
                kind for kind in (ClaimList, DraftView, ClaimCard) if app.screen.query_one(kind).region.width
            ]
            assert shown == [pane]
            assert app.screen.query_one(pane).region.width == 50
            assert app.screen.query_one(pane).has_focus
            await pilot.press("tab")


async def test_an_error_is_read_to_its_end_on_a_narrow_terminal_and_gives_its_lines_back(
    desk: Desk, slug: str
) -> None:
    app = app_of(desk, slug)
    error = "The disk is full: nothing was stored since the last decision; make room, then do it once again."
    async with app.run_test(size=(80, 24)) as pilot:
        before = screen_text(app)
        app.say(error, "error")
        await pilot.pause()
        assert error in " ".join(screen_text(app).split())
        assert screen_text(app).splitlines()[-1] == before.splitlines()[-1]
        app.say("")
        await pilot.pause()
        assert screen_text(app) == before
