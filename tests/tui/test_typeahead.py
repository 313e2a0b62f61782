"""Keys one at a time: a burst goes where each key was meant for, waits while held, is dropped when told."""

import asyncio
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from factcheck.model import Change
from factcheck.tui.frame.saving import Attempt, Save
from factcheck.tui.frame.typeahead import TypeAhead


class Asking(Screen[None]):
    """A dialog with one line to type in."""

    def compose(self) -> ComposeResult:
        yield Input()


class Keys(TypeAhead):
    """An app that notes its keys; `d` opens a dialog some turns later, `h` holds the keys behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    async def on_key(self, event: events.Key) -> None:
        self.noted.append(event.key)
        if event.key == "d":
            self.call_later(self.call_later, self.call_later, self.push_screen, Asking())
        if event.key == "h":
            self.hold_keys()

    def on_paste(self, event: events.Paste) -> None:
        self.noted.append(event.text)

    def burst(self, keys: str) -> None:
        """Hand over keys all at once, as a terminal does with what was typed ahead."""
        for key in keys:
            self.post_message(events.Key(key, key))

    @property
    def typed(self) -> str:
        """What stands in the line of the dialog."""
        return self.screen.query_one(Input).value if isinstance(self.screen, Asking) else ""


async def until(true: Callable[[], bool]) -> None:
    """Wait for a condition, at most some seconds."""
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0)


async def turns(number: int = 80) -> None:
    """Let everything happen that would happen by itself."""
    for _ in range(number):
        await asyncio.sleep(0)


async def test_a_burst_goes_into_the_dialog_that_its_first_key_opens() -> None:
    app = Keys()
    async with app.run_test() as pilot:
        app.burst("adxyz")
        app.post_message(events.Paste(" pasted"))
        app.burst("w")
        await pilot.pause()
        await until(lambda: app.typed == "xyz pastedw")
        assert app.noted == ["a", "d"]


async def test_keys_that_are_held_wait_until_they_are_let_go_as_often() -> None:
    app = Keys()
    async with app.run_test():
        app.hold_keys()
        app.hold_keys()
        app.burst("ab")
        await turns()
        assert app.noted == []
        app.let_keys_go()
        await turns()
        assert app.noted == []
        app.let_keys_go()
        await until(lambda: app.noted == ["a", "b"])
        app.burst("c")
        await until(lambda: app.noted == ["a", "b", "c"])


async def test_a_key_that_holds_the_rest_leaves_them_waiting_or_has_them_dropped() -> None:
    app = Keys()
    async with app.run_test():
        app.burst("ahbc")
        await until(lambda: app.noted == ["a", "h"])
        await turns()
        assert app.noted == ["a", "h"]
        app.let_keys_go(drop=True)
        app.burst("e")
        await until(lambda: app.noted == ["a", "h", "e"])
        app.burst("hf")
        await until(lambda: app.noted[-1] == "h")
        app.let_keys_go()
        await until(lambda: app.noted == ["a", "h", "e", "h", "f"])


async def test_the_next_key_waits_for_the_end_of_an_action() -> None:
    app = Keys()
    async with app.run_test():
        with app.acting():
            app.burst("ab")
            await turns()
            assert app.noted == ["a"]
            with app.acting():
                pass
            await turns()
            assert app.noted == ["a"]
        await until(lambda: app.noted == ["a", "b"])


async def test_no_action_keeps_the_next_key_for_longer_than_a_moment() -> None:
    app = Keys()
    async with app.run_test():
        loop = asyncio.get_running_loop()
        with app.acting():
            began = loop.time()
            app.burst("ab")
            await until(lambda: app.noted == ["a", "b"])
            assert 0.4 < loop.time() - began < 3


async def test_who_waits_for_the_keys_waits_for_all_but_those_that_are_held_for_long() -> None:
    app = Keys()
    async with app.run_test():
        app.burst("abcdef")
        await turns(2)
        await app.keys_taken()
        assert app.noted[:4] == ["a", "b", "c", "d"]
        await until(lambda: app.typed == "ef")
        app.hold_keys()
        waiting = asyncio.create_task(app.keys_taken())
        await turns()
        assert not waiting.done()
        app.let_keys_go()
        await until(waiting.done)
        app.hold_keys()
        loop = asyncio.get_running_loop()
        began = loop.time()
        await app.keys_taken()
        assert 0.4 < loop.time() - began < 3


async def test_a_key_on_its_own_is_taken_at_once_and_one_right_behind_it_in_its_turn() -> None:
    app = Keys()
    async with app.run_test():
        app.burst("a")
        await until(lambda: app.noted == ["a"])
        assert app._taking is None
        app.burst("b")
        await until(lambda: app.noted == ["a", "b"])
        await app.keys_taken()
        assert app._taking is None


def test_the_end_of_a_save_is_told_once_to_everybody_who_waits() -> None:
    save, heard = Save("Claim 1: verified"), []
    assert (save.stores, save.awaited) == (True, False)
    save.when_over(lambda error: heard.append(("first", error)))
    save.when_over(lambda error: heard.append(("second", error)))
    save.end()
    save.end()
    assert heard == [("first", None), ("second", None)]
    assert not Save("A backup", stores=False).stores


def test_an_attempt_is_told_with_what_it_is_done_to_where_it_does_not_say_so() -> None:
    def verb(_: dict[int, object]) -> Change:
        raise NotImplementedError

    assert Attempt(verb, {}, "Priority 9", "claim 12").told == "claim 12: Priority 9"
    assert Attempt(verb, {}, "Claim 12: priority 9").told == "Claim 12: priority 9"
