"""Messages: whole on the screen however long they are, and all of a session to be read again and copied."""

from datetime import UTC, datetime, timedelta

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.tui.frame.session import MessageLog, Said
from factcheck.tui.screens.messages import MessagesRoom
from factcheck.tui.screens.review import ReviewRoom
from tests.tui.building import saved, screen_text
from tests.tui.reviewing import WIDE, app_of

NEEDS = "verified needs a citation that supports it, with a locator or a quotation."
SIZES = [(50, 24), (80, 24), (160, 45)]


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("size", SIZES)
async def test_a_warning_is_shown_to_its_last_word(desk: Desk, slug: str, size: tuple[int, int]) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=size) as pilot:
        await pilot.press("v", "j", "v", "j", "v", "j", "v", "1")
        await saved(pilot)
        shown = joined(screen_text(app))
        assert f"! 4 claims: verified. Claims 1, 3, 5 and 7: {NEEDS}" in shown
        assert "saved " in shown
        assert "? help" in shown
        await pilot.press("7")
        await saved(pilot)
        assert NEEDS not in joined(screen_text(app))


@pytest.mark.parametrize(("size", "tone"), list(zip(SIZES, ["error", "warning", ""], strict=True)))
async def test_a_message_longer_than_half_of_the_screen_says_where_the_rest_is(
    desk: Desk, slug: str, size: tuple[int, int], tone: str
) -> None:
    words = [f"word{count}" for count in range(1000)]
    app = app_of(desk, slug)
    async with app.run_test(size=size) as pilot:
        app.say(" ".join(words), tone)
        await pilot.pause()
        shown = screen_text(app)
        assert "… M shows all" in shown
        assert "The Ferry Stops" in shown
        await pilot.press("M", "g")
        seen: list[str] = []
        for _ in range(300):
            lines = screen_text(app).splitlines()[1 : -size[1] // 2]
            seen += [word for line in lines for word in line.split() if word.startswith("word")]
            if words[-1] in seen:
                break
            await pilot.press("j")
        assert set(words) <= set(seen)


async def test_the_messages_of_the_session_come_back_newest_first_with_time_and_severity(
    desk: Desk, slug: str
) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "7", "O", "O")
        await saved(pilot)
        app.say("Something went wrong.", "error")
        app.say("")
        await pilot.press("M")
        lines = [line.strip() for line in screen_text(app).splitlines()]
        assert lines[0] == "Messages of this session · 5 · 1 warning · 1 error"
        assert [line[9:].strip() for line in lines[1:] if line[2:3] == ":"] == [
            "✗ Something went wrong.",
            "Reading order.",
            "Most urgent first.",
            "Claim 2: not checkable",
            "! Claim 1: verified needs a citation that supports it, with a",
        ]
        assert f"! Claim 1: {NEEDS}" in joined(screen_text(app))
        app.say("Somebody else did something.")
        await pilot.pause()
        assert "Somebody else did something." in screen_text(app).splitlines()[1]
        await pilot.press("M")
        assert isinstance(app.screen, ReviewRoom)


async def test_messages_are_copied_whole(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "7")
        await saved(pilot)
        await pilot.press("M")
        await pilot.pause()
        await pilot.press("j", "j", "y")
        warned = app.clipboard.partition(" ")[2]
        assert warned.startswith(f"warning: Claim 1: {NEEDS}")
        await pilot.press("Y")
        copied = [line.partition(" ")[2] for line in app.clipboard.splitlines()]
        assert copied == ["Copied 1 message.", "Claim 2: not checkable", warned]


async def test_the_palette_opens_the_messages_and_an_empty_session_says_so(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("colon", *"messages", "enter")
        await pilot.pause()
        await pilot.press("enter")
        while not isinstance(app.screen, MessagesRoom):
            await pilot.pause()
        assert "Nothing was said yet." in screen_text(app)
        await pilot.press("enter", "y", "minus", "q")
        assert isinstance(app.screen, ReviewRoom)


async def test_what_is_said_is_text_and_nothing_else(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        app.say("[bold red]no[/] \x1b[31mred\x1b[0m \u202eesrever\nnext", "warning")
        await pilot.pause()
        assert "[bold red]no[/]" in screen_text(app)
        await pilot.press("M")
        shown = screen_text(app)
        assert "[bold red]no[/]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_a_warning_stays_in_the_messages_when_the_next_decision_takes_its_place(
    desk: Desk, slug: str
) -> None:
    desk.findings.decide(slug, 9, Finding.WRONG)
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1", "1", "7")
        await saved(pilot)
        await pilot.press("M")
        for number in (1, 2, 3):
            assert f"! Claim {number}: verified needs" in screen_text(app)


def test_what_is_said_again_and_again_is_one_message_with_its_last_time() -> None:
    log, noon = MessageLog(), datetime(2026, 3, 2, 12, tzinfo=UTC)
    for second in range(3):
        log.add(Said("The disk is full.", "error"), noon + timedelta(seconds=second))
    log.add(Said(""), noon)
    log.add(Said("The disk is full."), noon + timedelta(seconds=9))
    assert [logged.line for logged in log] == [
        "12:00:09 The disk is full.",
        "12:00:02 error: The disk is full. (×3)",
    ]
    assert (len(log), log.count("error")) == (2, 1)
