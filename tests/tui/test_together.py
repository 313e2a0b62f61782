"""The review while others work on the same desk, or the disk does not follow: nothing is lost unsaid."""

import threading
from pathlib import Path

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import Conflict, FactcheckError, StoreFault
from factcheck.tui.panes.draft import DraftView
from factcheck.tui.screens.conflict import ConflictDialog
from factcheck.tui.screens.review import ReviewRoom
from tests.tui.building import FERRY, NOON, article_of, desk_with, saved, screen_text
from tests.tui.reviewing import WIDE, app_of, claims_tab, findings


async def test_another_desks_change_appears_by_itself(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            other.findings.decide(slug, 3, Finding.WRONG)
            app.look()
            await pilot.pause()
            assert "W✗" in screen_text(app)
            assert "Claim 3: wrong" in app.said.text
            assert claims_tab(app).current.number == 1
            elsewhere = other.articles.add(
                *article_of("Another Piece\n\nIt holds 3 rooms.", "second.txt")
            ).article
            other.findings.decide(elsewhere, 1, Finding.VERIFIED)
            app.look()
            assert app.said.text == f"Changed elsewhere, in {elsewhere}: Claim 1: verified"


async def test_a_conflict_is_shown_side_by_side_and_the_person_chooses(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug, advance=False)
        async with app.run_test(size=WIDE) as pilot:
            other.findings.decide(slug, 1, Finding.WRONG)
            await pilot.press("1")
            await saved(pilot)
            assert isinstance(app.screen, ConflictDialog)
            shown = screen_text(app)
            assert "verified" in shown
            assert "W✗ wrong" in shown
            assert "Ben Okri" in shown
            await pilot.press("t")
            await saved(pilot)
            assert desk.claims.get(slug, 1).finding is Finding.WRONG
            other.findings.decide(slug, 1, Finding.MISLEADING)
            await pilot.press("1")
            await saved(pilot)
            await pilot.press("m")
            await saved(pilot)
        assert desk.claims.get(slug, 1).finding is Finding.VERIFIED


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
        desk.wording.propose(slug, 1, "First wording.")
        desk.findings.decide(slug, 1, Finding.IMPRECISE)
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press(opened)
            other.wording.propose(slug, 1, "Their wording.")
            app.look()
            await pilot.pause()
            before = desk.claims.get(slug, 1)
            await pilot.press(*answer)
            await saved(pilot)
            assert isinstance(app.screen, ConflictDialog)
            assert desk.claims.get(slug, 1) == before
            await pilot.press("m")
            await saved(pilot)
            assert desk.claims.get(slug, 1) != before


async def test_while_the_disk_is_busy_the_screen_says_saving_and_keys_wait(desk: Desk, slug: str) -> None:
    gate = threading.Event()
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        app.writer.submit(lambda: gate.wait(60))
        await pilot.press("1", "1", "5")
        try:
            assert app.unsaved == 1
            assert "saving 1" in screen_text(app)
            assert "◌ 1 V✓" in screen_text(app)
            assert findings(desk, slug)[0] is Finding.UNCHECKED
            assert claims_tab(app).current.number == 1
        finally:
            gate.set()
        await saved(pilot)
        assert "saved " in screen_text(app)
        assert "◌" not in screen_text(app)
        assert claims_tab(app).current.number == 4
    assert findings(desk, slug)[:3] == [Finding.VERIFIED, Finding.VERIFIED, Finding.WRONG]


async def test_a_fault_of_the_store_is_told_and_the_claim_shown_as_it_stands(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFault("The disk is full: nothing was stored; make room and decide again.")

    monkeypatch.setattr(desk.findings, "decide", full)
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
async def test_what_fails_after_its_article_went_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: FactcheckError
) -> None:
    gate = threading.Event()

    def late(*_: object, **__: object) -> None:
        gate.wait(60)
        raise error

    desk, slug = desk_with(tmp_path / "two.db")
    monkeypatch.setattr(desk.findings, "decide", late)
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("1")
            try:
                other.articles.remove(slug)
                app.look()
                await pilot.pause()
                assert not isinstance(app.screen, ReviewRoom)
            finally:
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
            other.articles.rename(slug, slug="renamed")
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("1")
            await saved(pilot)  # it is refused, and what is typed until then is dropped
            await pilot.press("j", "right_square_bracket", "left_square_bracket")
            await saved(pilot)
            assert findings(desk, "renamed").count(Finding.VERIFIED) == 1
            assert "◌" not in screen_text(app)
            app.look()
            await pilot.press("1")
            await saved(pilot)
            assert "There is no article" not in app.said.text
        assert findings(desk, "renamed").count(Finding.VERIFIED) == 2


@pytest.mark.parametrize(
    "keys", [("H",), ("D",), ("colon", *"sign", "enter")], ids=["history", "drafts", "sign off"]
)
async def test_a_room_of_an_article_renamed_a_moment_ago_closes_by_itself(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        app = app_of(desk, slug)
        async with app.run_test(size=WIDE) as pilot:

            async def open_room() -> None:
                await pilot.press(*keys)
                while app.screen not in app.rooms() or isinstance(app.screen, ReviewRoom):
                    await pilot.pause()

            await open_room()
            await pilot.press("q")
            other.articles.rename(slug, slug="renamed")
            await open_room()
            app.look()
            await pilot.pause()
            assert isinstance(app.screen, ReviewRoom)
            assert app.screen.article == "renamed"


async def test_a_claim_made_while_its_article_was_left_is_there_later(desk: Desk, slug: str) -> None:
    gate = threading.Event()
    app = app_of(desk, slug)
    count = len(desk.queue.rows(slug))
    async with app.run_test(size=WIDE) as pilot:
        app.writer.submit(lambda: gate.wait(10))
        await pilot.press("tab")
        app.screen.query_one(DraftView).caret.choose(FERRY.index("Why did"), FERRY.index(" stop?"))
        await pilot.press("plus", "q")
        await pilot.pause()
        gate.set()
        await saved(pilot)
    assert len(desk.queue.rows(slug)) == count + 1


@pytest.mark.parametrize("leave", ["q", "ctrl+q", "j", "1"])
async def test_keys_that_waited_for_a_save_that_failed_do_nothing(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    gate = threading.Event()
    tries: list[object] = []

    def full(*given: object, **__: object) -> None:
        tries.append(given)
        gate.wait(60)
        raise StoreFault("The disk is full.")

    monkeypatch.setattr(desk.findings, "decide", full)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", leave)
        gate.set()
        await saved(pilot)
        assert isinstance(app.screen, ReviewRoom)
        assert claims_tab(app).current.number == 1
        assert len(tries) == 1
        assert "not saved: claim 1: verified" in screen_text(app)
        assert "everything saved" not in screen_text(app)


async def test_leaving_asks_first_when_something_is_not_saved(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFault("The disk is full.")

    monkeypatch.setattr(desk.findings, "decide", full)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1", "ctrl+q")
        await saved(pilot)
        assert "claim 1: verified" in screen_text(app)
        await pilot.press("n")
        assert isinstance(app.screen, ReviewRoom)
        monkeypatch.undo()
        await pilot.press("ctrl+s")
        await saved(pilot)
        assert findings(desk, slug)[0] is Finding.VERIFIED
        assert app.failures == ()
        await pilot.press("ctrl+q")
    assert app.return_code == 0
