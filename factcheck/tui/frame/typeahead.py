"""Keys one at a time: what is typed ahead waits until the key before it has done all that it does.

Textual hands each key to the widget that has the focus when the key arrives, and looks for its command
when the key has bubbled back to the app. A burst (a slow line, a paste into a bare terminal, fast
fingers) then meets whatever is in front by that time: letters meant for a dialog would run commands.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from textual import events
from textual.app import App

_CALM = 4
"""Turns of the loop in which nothing has anything to do, until a key counts as done."""
_PATIENCE = 0.5
"""Seconds after which the next key is taken in any case."""
_APART = 0.1
"""Seconds between two keys from which nothing needs to be waited for."""


class TypeAhead(App[None]):
    """An app that takes keys and pastes one at a time, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._taking: asyncio.Task[None] | None = None
        self._acting = 0
        self._held = 0
        self._let_go = asyncio.Event()
        self._taken_at = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while another one is at work."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        now = asyncio.get_running_loop().time()
        if self._taking is None and not self._held and now - self._taken_at > _APART:
            self._taken_at = now
            await super().on_event(event)
            return
        self._ahead.append(event)
        if self._taking is None:
            self._taking = asyncio.create_task(self._take())

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Be known to be at an action: the next key waits for its end."""
        self._acting += 1
        try:
            yield
        finally:
            self._acting -= 1

    def hold_keys(self) -> None:
        """Take no key until `let_keys_go` was called as often."""
        self._held += 1
        self._let_go.clear()

    def let_keys_go(self, *, drop: bool = False) -> None:
        """Take keys again.

        Args:
            drop: forget those that were typed meanwhile: they were meant for what did not come about.
        """
        if drop:
            self._ahead.clear()
        self._held -= 1
        if not self._held:
            self._let_go.set()

    async def keys_taken(self) -> None:
        """Wait until no key waits for another one, and the last has done all that it does.

        Keys that are held for longer than a moment are not waited for.
        """
        while self._taking is not None or self._held:
            if self._held:
                held = asyncio.create_task(self._let_go.wait())
                if not (await asyncio.wait([held], timeout=_PATIENCE))[0]:
                    held.cancel()
                    break
            elif self._taking is not None:
                await asyncio.wait([self._taking], timeout=_PATIENCE)
        await self._calm(20 * _PATIENCE)

    async def _take(self) -> None:
        """Take the keys that wait, each when all is calm."""
        loop = asyncio.get_running_loop()
        try:
            while self._ahead and self.is_running:
                await self._calm()
                if self._held:
                    await self._let_go.wait()
                    continue
                self._taken_at = loop.time()
                taken = loop.create_future()
                self.call_later(self._pass_on, self._ahead.popleft(), taken)
                await asyncio.wait([taken], timeout=_PATIENCE)
        finally:
            self._taking = None

    async def _pass_on(self, event: events.Event, taken: "asyncio.Future[None]") -> None:
        try:
            await super().on_event(event)
        finally:
            if not taken.done():
                taken.set_result(None)

    async def _calm(self, patience: float = _PATIENCE) -> None:
        """Wait until no widget in front has anything left to do, but no longer than that many seconds."""
        loop = asyncio.get_running_loop()
        until, calm = loop.time() + patience, 0
        while calm < _CALM and loop.time() < until and self.is_running:
            await asyncio.sleep(0)
            front = self.screen_stack[-1:]
            pumps = (self, *front, *(child for screen in front for child in screen.walk_children()))
            busy = self._acting or any(pump.message_queue_size for pump in pumps)
            calm = 0 if busy else calm + 1
