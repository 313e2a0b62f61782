"""Ways to keep a desk from saving, and what the tests of that share."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from textual.pilot import Pilot

from db import sqlite
from db.filestore import filestore
from db.filestore.lock import WriteLock
from factcheck.desk import Desk
from factcheck.tui.dialogs.dialog import Dialog
from tests.tui.building import screen_text

Fault = Callable[[Desk], AbstractContextManager[None]]


@contextlib.contextmanager
def refusing(desk: Desk) -> Iterator[None]:
    """A rule in the database lets nothing happen."""
    with contextlib.closing(sqlite.connect(Path(desk.location))) as shell:
        stop = "CREATE TRIGGER stop BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no room for more'); END"
        shell.execute(stop)
        yield
        shell.execute("DROP TRIGGER stop")


@contextlib.contextmanager
def read_only(desk: Desk) -> Iterator[None]:
    """The database takes no writing."""
    with filestore.bare(desk._transactions.store._writes) as writer:
        writer.execute("PRAGMA query_only=1")
    yield
    with filestore.bare(desk._transactions.store._writes) as writer:
        writer.execute("PRAGMA query_only=0")


@contextlib.contextmanager
def full(desk: Desk) -> Iterator[None]:
    """The database may not grow."""
    with filestore.bare(desk._transactions.store._writes) as writer:
        writer.execute("PRAGMA max_page_count=1").fetchall()
    yield
    with filestore.bare(desk._transactions.store._writes) as writer:
        writer.execute("PRAGMA max_page_count=1000000").fetchall()


@contextlib.contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Somebody else writes for longer than anybody waits."""
    desk._transactions.store.patience = 0.05
    with WriteLock(Path(desk.location), "Ben Okri").held(10):
        yield


def read(pilot: Pilot[None]) -> str:
    """The dialog in front on one line, without its border, then the foot of the screen."""
    lines = screen_text(pilot.app).splitlines()
    if isinstance(pilot.app.screen, Dialog):
        box = pilot.app.screen.query_one("#box").region
        lines[: box.bottom] = [line[box.x + 1 : box.right - 1] for line in lines[box.y : box.bottom]]
    return " ".join(" ".join(lines).replace("│", " ").split())


async def shown(pilot: Pilot[None], words: str) -> str:
    """What is read once the words are there: a room behind a dialog is laid out a frame later."""
    for _ in range(300):
        if words in (text := read(pilot)):
            return text
        await pilot.pause(0.01)
    raise AssertionError(f"“{words}” is not on the screen: {read(pilot)}")


def noted(desk: Desk, slug: str, words: str) -> bool:
    return any(words in note.text for note in desk.claims.get(slug, 1).notes)


MINE = tuple("My words")
"""Keys."""
