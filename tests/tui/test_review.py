"""The review of an article on a real desk: what keys do is on disk, in order, and comes back."""

import threading
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from db.vocabulary import Finding, Flag, ReviewState
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.errors import Conflict, FactcheckError, StoreFault
from factcheck.tui.app import FactcheckApp
from factcheck.tui.card import ClaimCard
from factcheck.tui.claims import ClaimsTab
from factcheck.tui.dialogs.conflict import ConflictDialog
from factcheck.tui.draft import DraftView
from factcheck.tui.queue import ClaimList
from factcheck.tui.review import ReviewRoom
from tests.tui.building import FERRY, NOON, article_of, desk_with, saved, screen_text

WIDE = (120, 30)


def app_of(desk: Desk, slug: str, **settings: object) -> FactcheckApp:
    """The interface with an article open."""
    return FactcheckApp(desk, slug, Config(**settings))  # type: ignore[arg-type]


def claims_tab(app: FactcheckApp) -> ClaimsTab:
    """The claims tab in front."""
    return app.screen.query_one(ClaimsTab)


def findings(desk: Desk, slug: str) -> list[Finding]:
    """The stored findings in reading order."""
    return [row.finding for row in desk.claims(slug)]


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
            await pilot.press(*"1234567")
        await pilot.press("5")
        await saved(pilot)
        assert not isinstance(app.screen, ConflictDialog)
    assert findings(desk, slug)[0] is Finding.WRONG
    assert [event.said for event in desk.history(slug, claim=1, limit=2)] == [
        "Claim 1: wrong",
        "Claim 1: not checkable",
    ]


async def test_edits_and_quit_typed_in_one_burst_lose_nothing(tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {number} says something." for number in range(30))
    desk, slug = desk_with(tmp_path / "burst.db", text)
    with desk:
        async with app_of(desk, slug).run_test(size=WIDE) as pilot:
            await pilot.press(*"1" * 20, "ctrl+q")
        assert findings(desk, slug).count(Finding.VERIFIED) == 20
        place = desk.place(slug)
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
    assert desk.slugs() == (slug,)


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


async def test_marking_all_and_none_again(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("V")
        assert len(claims_tab(pilot.app).targets) == len(desk.claims(slug))
        await pilot.press("escape")
        assert len(claims_tab(pilot.app).targets) == 1


async def test_waiting_asks_for_whom_and_escape_decides_nothing(desk: Desk, slug: str) -> None:
    async with app_of(desk, slug).run_test(size=WIDE) as pilot:
        await pilot.press("8", "escape")
        await saved(pilot)
        assert findings(desk, slug)[0] is Finding.UNCHECKED
        await pilot.press("8", *"Brandt", "enter")
        await saved(pilot)
    claim = desk.claim(slug, 1)
    assert (claim.finding, claim.waiting_on) == (Finding.WAITING, "Brandt")


async def test_check_points_are_ticked_one_by_one_or_by_choice_or_all(desk: Desk, slug: str) -> None:
    def ticks() -> list[bool]:
        return [point.ticked for point in desk.claim(slug, 1).check_points]

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
    row = desk.claims(slug)[0]
    assert Flag.LEGAL in row.flags
    assert row.priority >= 100
    assert row.review is ReviewState.AGREED


async def test_queue_and_draft_follow_each_other(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("G")
        draft, last = app.screen.query_one(DraftView), desk.claims(slug)[-1]
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
    assert "two goats" not in [row.text for row in desk.claims(slug)]


async def test_a_claim_is_split_at_the_cursor_and_merged_again(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    before = [row.text for row in desk.claims(slug)]
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "x")
        assert "Put the cursor" in app.said.text
        app.screen.query_one(DraftView).caret.put(FERRY.index("and two goats"))
        await pilot.press("x")
        await saved(pilot)
        texts = [row.text for row in desk.claims(slug)]
        assert "It carried 41 passengers" in texts
        await pilot.press("tab", "tab", "g", "j", "m")
        await saved(pilot)
    after = [row.text for row in desk.claims(slug)]
    assert len(after) == len(before)
    assert "It carried 41 passengers and two goats." in after


async def test_a_claim_is_cut_anew_and_taken_out(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    count = len(desk.claims(slug))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab")
        draft = app.screen.query_one(DraftView)
        draft.caret.choose(FERRY.index("The last ferry"), FERRY.index(" left at nine"))
        await pilot.press("z")
        await saved(pilot)
        assert desk.claim(slug, 1).text == "The last ferry to Oddry Island"
        await pilot.press("minus")
        await saved(pilot)
    assert len(desk.claims(slug)) == count - 1


async def test_another_desks_change_appears_by_itself(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            other.decide(slug, 3, Finding.WRONG)
            app.look()
            await pilot.pause()
            assert "W✗" in screen_text(app)
            assert "Claim 3: wrong" in app.said.text
            assert claims_tab(app).current.number == 1
            elsewhere = other.add(*article_of("Another Piece\n\nIt holds 3 rooms.", "second.txt")).article
            other.decide(elsewhere, 1, Finding.VERIFIED)
            app.look()
            assert app.said.text == f"Changed elsewhere, in {elsewhere}: Claim 1: verified"


async def test_a_conflict_is_shown_side_by_side_and_the_person_chooses(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug, advance=False)
        async with app.run_test(size=WIDE) as pilot:
            other.decide(slug, 1, Finding.WRONG)
            await pilot.press("1")
            await saved(pilot)
            assert isinstance(app.screen, ConflictDialog)
            shown = screen_text(app)
            assert "verified" in shown
            assert "W✗ wrong" in shown
            assert "Ben Okri" in shown
            await pilot.press("t")
            await saved(pilot)
            assert desk.claim(slug, 1).finding is Finding.WRONG
            other.decide(slug, 1, Finding.MISLEADING)
            await pilot.press("1")
            await saved(pilot)
            await pilot.press("m")
            await saved(pilot)
        assert desk.claim(slug, 1).finding is Finding.VERIFIED


@pytest.mark.parametrize(
    ("opened", "answer"),
    [
        ("w", (*" mine", "escape")),
        ("8", (*"the mayor", "enter")),
        ("e", (*"plainly", "enter")),
        ("R", (*"no", "escape")),
        ("W", ("enter",)),
    ],
    ids=["wording", "waiting", "edit", "send back", "accept"],
)
async def test_what_others_change_while_a_dialog_is_open_is_not_overwritten_unseen(
    tmp_path: Path, opened: str, answer: tuple[str, ...]
) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        desk.propose(slug, 1, "First wording.")
        desk.decide(slug, 1, Finding.IMPRECISE)
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press(opened)
            other.propose(slug, 1, "Their wording.")
            app.look()
            await pilot.pause()
            before = desk.claim(slug, 1)
            await pilot.press(*answer)
            await saved(pilot)
            assert isinstance(app.screen, ConflictDialog)
            assert desk.claim(slug, 1) == before
            await pilot.press("m")
            await saved(pilot)
            assert desk.claim(slug, 1) != before


async def test_while_the_disk_is_busy_the_screen_says_saving_and_keys_go_on(desk: Desk, slug: str) -> None:
    gate = threading.Event()
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        app.writer.submit(gate.wait)
        await pilot.press("1", "1")
        assert app.unsaved == 2
        assert "saving 2" in screen_text(app)
        assert "◌ 1 V✓" in screen_text(app)
        assert findings(desk, slug)[0] is Finding.UNCHECKED
        assert claims_tab(app).current.number == 3
        gate.set()
        await saved(pilot)
        assert "saved " in screen_text(app)
        assert "◌" not in screen_text(app)


async def test_help_lists_the_keys_that_work_filters_and_runs(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", *"urgent")
        assert [line for line in screen_text(app).splitlines() if "Raise the priority" in line]
        await pilot.press("enter")
        await pilot.pause()
        await saved(pilot)
    assert desk.claims(slug)[0].priority >= 100


async def test_every_command_of_the_place_is_in_the_palette(desk: Desk, slug: str) -> None:
    from factcheck.tui.commands import Place, commands_of
    from factcheck.tui.palette import at_hand

    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        found = {command.id for command, _, _ in at_hand(app.screen, {})}
        wanted = commands_of(Place.CLAIMS, Place.ARTICLE, Place.EVERYWHERE)
        assert {command.id for command in wanted} <= found
        await pilot.press("colon", *"sensitive", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await saved(pilot)
    assert Flag.SENSITIVE in desk.claims(slug)[0].flags


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
        desk.note(slug, 1, f"Note number {number}.")
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
    assert desk.claim(slug, 1).waiting_on == "squire"
    assert Flag.SENSITIVE in desk.claims(slug)[2].flags


async def test_a_fault_of_the_store_is_told_and_the_claim_shown_as_it_stands(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFault("The disk is full: nothing was stored; make room and decide again.")

    monkeypatch.setattr(desk, "decide", full)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1")
        await saved(pilot)
        assert app.said.tone == "error"
        assert "The disk is full" in screen_text(app)
        assert "V✓" not in screen_text(app)
        assert app.unsaved == 0
    assert app.unheard == []


@pytest.mark.parametrize("error", [StoreFault("The disk is full."), Conflict("Ben was first.", claim=1)])
async def test_what_fails_after_its_article_was_left_is_told_all_the_same(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch, error: FactcheckError
) -> None:
    gate = threading.Event()

    def late(*_: object, **__: object) -> None:
        gate.wait(10)
        raise error

    monkeypatch.setattr(desk, "decide", late)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "q")
        await pilot.pause()
        assert not isinstance(app.screen, ReviewRoom)
        gate.set()
        await saved(pilot)
        assert app.said.text == str(error)
        assert app.unsaved == 0


async def test_an_article_renamed_elsewhere_stops_nobody_and_is_followed(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("1")
            await saved(pilot)
            await pilot.press("H")
            other.rename(slug, slug="renamed")
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("1", "j", "right_square_bracket", "left_square_bracket")
            await saved(pilot)
            assert findings(desk, "renamed").count(Finding.VERIFIED) == 1
            assert "◌" not in screen_text(app)
            app.look()
            await pilot.press("1")
            await saved(pilot)
            assert "There is no article" not in app.said.text
        assert findings(desk, "renamed").count(Finding.VERIFIED) == 2


@pytest.mark.parametrize("opened", ["H", "D", ":sign off"])
async def test_a_room_of_an_article_renamed_a_moment_ago_closes_by_itself(
    tmp_path: Path, opened: str
) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press(*(("colon", *"sign", "enter") if opened[0] == ":" else opened))
            await pilot.pause()
            await pilot.press("q")
            other.rename(slug, slug="renamed")
            await pilot.press(*(("colon", *"sign", "enter") if opened[0] == ":" else opened))
            await pilot.pause()
            app.look()
            await pilot.pause()
            assert isinstance(app.screen, ReviewRoom)
            assert app.screen.article == "renamed"


async def test_a_claim_made_while_its_article_was_left_is_there_later(desk: Desk, slug: str) -> None:
    gate = threading.Event()
    app = app_of(desk, slug)
    count = len(desk.claims(slug))
    async with app.run_test(size=WIDE) as pilot:
        app.writer.submit(lambda: gate.wait(10))
        await pilot.press("tab")
        app.screen.query_one(DraftView).caret.choose(FERRY.index("Why did"), FERRY.index(" stop?"))
        await pilot.press("plus", "q")
        await pilot.pause()
        gate.set()
        await saved(pilot)
    assert len(desk.claims(slug)) == count + 1


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


async def test_what_could_not_be_stored_after_quitting_is_not_kept_silent(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def full(*_: object, **__: object) -> None:
        gate.wait()
        raise StoreFault("The disk is full.")

    monkeypatch.setattr(desk, "decide", full)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "ctrl+q")
        gate.set()
    assert [str(error) for error in app.unheard] == ["The disk is full."]
