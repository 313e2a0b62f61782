"""Saves that fail: the dialog stays with its words, the cursor stays, and the foot says what is not saved."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import TextArea

from db.vocabulary import Finding, Flag
from factcheck.desk import Desk
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.frame.session import Said
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.screens.review import ReviewRoom
from factcheck.tui.screens.revising import RevisingRoom
from factcheck.tui.screens.signing import SigningRoom
from tests.tui.building import FERRY, saved, screen_text
from tests.tui.failing import MINE, Fault, full, locked, noted, read, read_only, refusing, shown
from tests.tui.reviewing import WIDE, app_of, claims_tab, findings
from tests.tui.test_revising import compared, ferry


@pytest.mark.parametrize("fault", [refusing, read_only, locked, full], ids=lambda fault: fault.__name__)
async def test_whatever_keeps_the_disk_from_saving_the_words_stay(
    worked: tuple[Desk, str], fault: Fault
) -> None:
    desk, slug = worked
    words = "All of this is mine. " * 600
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        dialog = app.screen
        with fault(desk):
            dialog.query_one(TextArea).text = words
            await pilot.press("escape")
            await saved(pilot)
            assert app.screen is dialog
            assert dialog.query_one(TextArea).text == words
            assert "nothing was saved" in read(pilot) or "nothing can be saved" in read(pilot)
            await shown(pilot, "✗ not saved: ")
        await pilot.press("escape")
        await saved(pilot)
        assert isinstance(app.screen, ReviewRoom)
        assert app.failures == ()
    assert noted(desk, slug, words.strip())


async def test_words_that_are_let_go_can_be_read_again_among_the_messages(worked: tuple[Desk, str]) -> None:
    desk, slug = worked
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        with refusing(desk):
            await pilot.press("c", *MINE, "escape")
            await saved(pilot)
            await pilot.press("ctrl+g")
            await saved(pilot)
            assert isinstance(app.screen, ReviewRoom)
            assert app.failures == ()
            await pilot.press("M")
            assert "! Not saved: claim 1: note: My words" in screen_text(app)
    assert not noted(desk, slug, "My words")


ACTS: dict[str, tuple[str, str, Callable[[Desk, str], bool]]] = {
    "finding": ("1", "verified", lambda desk, slug: findings(desk, slug)[0] is Finding.VERIFIED),
    "tick": ("t", "tick “", lambda desk, slug: desk.claims.get(slug, 1).check_points[0].ticked),
    "tick all": (
        "T",
        "tick all",
        lambda desk, slug: all(p.ticked for p in desk.claims.get(slug, 1).check_points),
    ),
    "to me": ("A", "assign to Ana Ruiz", lambda desk, slug: desk.claims.get(slug, 1).assignee == "Ana Ruiz"),
    "agree": ("r", "agree", lambda desk, slug: desk.claims.get(slug, 1).review == "agreed"),
    "legal": ("L", "legal", lambda desk, slug: Flag.LEGAL in desk.claims.get(slug, 1).flags),
    "urgent": ("exclamation_mark", "priority", lambda desk, slug: desk.queue.rows(slug)[0].priority >= 100),
    "merge": ("m", "merge the claims", lambda desk, slug: desk.queue.rows(slug)[1].number == 3),
    "take out": ("minus", "take out", lambda desk, slug: desk.queue.rows(slug)[0].number == 2),
}


@pytest.mark.parametrize("name", ACTS)
async def test_an_act_that_is_not_saved_leaves_the_cursor_and_is_tried_again_by_a_key(
    worked: tuple[Desk, str], name: str
) -> None:
    desk, slug = worked
    key, what, stored = ACTS[name]
    before = desk.claims.get(slug, 1)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        queue = screen_text(app)
        with refusing(desk):
            await pilot.press(key)
            await saved(pilot)
            assert claims_tab(app).current.number == 1
            assert what in app.failures[0].what
            assert f"✗ not saved: {app.failures[0].what[:30]}" in screen_text(app)
            assert "Ctrl+S tries again" in screen_text(app)
            assert "everything saved" not in screen_text(app)
            assert screen_text(app).splitlines()[:14] == queue.splitlines()[:14]
            app.say("")
            await pilot.press("ctrl+s")
            await saved(pilot)
            assert len(app.failures) == 1
            assert desk.claims.get(slug, 1) == before
        await pilot.press("ctrl+s")
        await saved(pilot)
        assert app.failures == ()
        assert "not saved" not in screen_text(app)
    assert stored(desk, slug)


async def test_the_same_act_made_again_is_what_mends_it(worked: tuple[Desk, str]) -> None:
    desk, slug = worked
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        with refusing(desk):
            await pilot.press("1", "j", "L")
            await saved(pilot)
            assert [failure.what for failure in app.failures] == ["claim 1: verified"]
            await pilot.press("j", "L")
            await saved(pilot)
            assert [failure.what for failure in app.failures] == ["claim 1: verified", "claim 2: flag legal"]
            assert "claim 1: verified and 1 more" in screen_text(app)
        await pilot.press("k", "5")
        await saved(pilot)
        assert [failure.what for failure in app.failures] == ["claim 2: flag legal"]
        await pilot.press("M", "g", "minus")
        assert app.failures == ()
        assert "Not saved: claim 2: flag legal" in screen_text(app)
    assert findings(desk, slug)[0] is Finding.WRONG


async def test_marks_and_selected_words_are_still_there_when_their_act_was_not_saved(
    worked: tuple[Desk, str],
) -> None:
    desk, slug = worked
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        with refusing(desk):
            await pilot.press("v", "v", "7")
            await saved(pilot)
            assert screen_text(app).count("▶") == 2
            draft = app.screen.query_one(DraftView)
            chosen = FERRY.index("Why did"), FERRY.index(" stop?")
            draft.caret.choose(*chosen)
            await pilot.press("plus")
            await saved(pilot)
            assert draft.selection == chosen
        await pilot.press("ctrl+s")
        await saved(pilot)
        assert draft.selection is None
        assert "▶" not in screen_text(app)
    assert len(desk.queue.rows(slug)) == 10
    assert findings(desk, slug).count(Finding.NOT_CHECKABLE) == 2


@pytest.mark.parametrize("key", ["u", "U"])
async def test_an_undo_that_is_not_saved_is_told_and_not_repeated_by_itself(
    worked: tuple[Desk, str], key: str
) -> None:
    desk, slug = worked
    desk.findings.decide(slug, 2, Finding.WRONG)
    if key == "U":
        desk.history.undo()
    before = findings(desk, slug)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        with refusing(desk):
            await pilot.press(key)
            await saved(pilot)
            assert "✗ not saved: " in screen_text(app)
            assert "tries again" not in screen_text(app)
        await pilot.press("G", "L")
        await saved(pilot)
        assert app.failures == ()
    assert findings(desk, slug) == before


async def test_typing_that_cannot_be_kept_is_told_and_made_good_by_the_next_pause(
    worked: tuple[Desk, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.tui.dialogs.writing._PAUSE", 0.001)
    desk, slug = worked
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        with read_only(desk):
            await pilot.press(*"half")
            while "✗ not saved: what is being typed" not in screen_text(app):
                await pilot.pause(0.01)
        await pilot.press(*" a thought")
        while [typed.text[:14] for typed in desk.typing.get().values()] != ["half a thought"]:
            await pilot.press("x")
            await pilot.pause(0.01)
        while app.failures:
            await pilot.pause(0.01)
        await pilot.press("ctrl+g")
        await saved(pilot)
    assert desk.typing.get() == {}


async def test_a_next_draft_and_a_signature_stay_asked_for_until_they_are_saved(tmp_path: Path) -> None:
    desk, slug, path = ferry(tmp_path)
    with desk:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await compared(pilot, path)
            await pilot.press("s")
            with refusing(desk):
                await pilot.press("y")
                await saved(pilot)
                assert isinstance(app.screen, Dialog)
                assert "no room for more" in read(pilot)
                assert len(desk.drafts.rows(slug)) == 1
            await pilot.press("y")
            await saved(pilot)
            assert not isinstance(app.screen, RevisingRoom)
            assert len(desk.drafts.rows(slug)) == 2
            desk.findings.decide(slug, [row.number for row in desk.queue.rows(slug)], Finding.NOT_CHECKABLE)
            app.look()
            await app.push_screen(SigningRoom(slug))
            await pilot.pause()
            lost = [row.number for row in desk.queue.rows(slug) if row.is_open]
            assert lost == []
            for blocker in desk.sign_off.check(slug).blockers:
                app.screen._kept[blocker.claim] = "kept"
            await pilot.press("s")
            with refusing(desk):
                await pilot.press("y")
                await saved(pilot)
                assert isinstance(app.screen, Dialog)
                assert not desk.articles.get(slug).is_signed
            await pilot.press("y")
            await saved(pilot)
            assert isinstance(app.screen, ReviewRoom)
        assert desk.articles.get(slug).is_signed


async def test_a_conflict_whose_answer_is_not_saved_stays_open_over_the_dialog(
    worked: tuple[Desk, str],
) -> None:
    desk, slug = worked
    with Desk.open(desk.location, person="Ben Okri") as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("w", "ctrl+u", *MINE)
            other.wording.propose(slug, 1, "Their wording.")
            await pilot.press("escape")
            await saved(pilot)
            for choice in ("m", "n"):
                with refusing(desk):
                    await pilot.press(choice)
                    await saved(pilot)
                    assert "no room for more" in read(pilot)
                    assert "Their wording." in read(pilot)
                    assert len(app.screen_stack) == 4
            await pilot.press("m")
            await saved(pilot)
            assert isinstance(app.screen, ReviewRoom)
            assert app.failures == ()
    assert desk.claims.get(slug, 1).proposed_text == "My words"


async def test_a_dialog_waits_while_the_disk_is_busy_and_keys_wait_for_it(worked: tuple[Desk, str]) -> None:
    desk, slug = worked
    gate = threading.Event()
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", *MINE)
        app.writer.submit(lambda: gate.wait(60))
        await pilot.press("escape", "j", "5")
        try:
            assert "Saving…" in screen_text(app)
            assert "My words" in screen_text(app)
        finally:
            gate.set()
        await saved(pilot)
        assert isinstance(app.screen, ReviewRoom)
    assert noted(desk, slug, "My words")
    assert findings(desk, slug)[1] is Finding.WRONG


async def test_a_refusal_is_told_in_the_dialog_that_it_is_about(worked: tuple[Desk, str]) -> None:
    desk, slug = worked
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", *"x" * 201, "enter")
        await saved(pilot)
        assert isinstance(app.screen, Dialog)
        assert "The name is 201 characters long: use at most 200." in read(pilot)
        await pilot.press("backspace", "enter")
        await saved(pilot)
        assert isinstance(app.screen, ReviewRoom)
        assert app.said == Said(f"Claim 1: for {'x' * 200}")


async def test_a_file_that_cannot_be_read_is_told_beside_its_path(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    app = app_of(desk, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("plus")
        app.screen.query_one("#path").value = str(tmp_path / "broken.docx")
        await pilot.press("enter")
        await saved(pilot)
        assert isinstance(app.screen, Dialog)
        assert "✗ " in read(pilot)
        assert app.screen.query_one("#path").value.endswith("broken.docx")
        assert app.failures == ()
        await pilot.press("escape")
        assert not isinstance(app.screen, Dialog)
