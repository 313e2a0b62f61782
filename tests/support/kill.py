"""A program killed while it saves, imports, backs up or restores at any moment, and what is left then."""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import func, insert, select, update

from db import sqlite
from db.chain import link
from db.engine import open_store
from db.maintenance.backup import backup, restore
from db.maintenance.check import check
from db.store import Store
from db.tables import Event, Person

FORK = multiprocessing.get_context("fork")
BATCH = 50
"""Rows of one transaction of an import."""

Say = Callable[[int], None]


def save(store: Store, number: int, rows: int = 1) -> None:
    """One act of the desk: state and event in one transaction; the people are as many as the events tell."""
    with store.write() as connection:
        previous = connection.scalar(select(Event.chain).order_by(Event.id.desc()).limit(1)) or ""
        connection.execute(insert(Person), [{"name": f"P{number}.{row}"} for row in range(rows)])
        connection.execute(update(Person).where(Person.id == 1).values(initials=str(number)))
        event = {
            "op": f"op {number}",
            "at": datetime.now(UTC),
            "by": "Ann",
            "verb": "add",
            "article_id": None,
            "claim": None,
            "words": "",
            "said": "",
            "changes": [{"table": "person", "rows": rows}],
            "target": None,
        }
        connection.execute(insert(Event).values(**event, chain=link(previous, **event)))


def saving(path: Path, start: int, say: Say) -> None:
    """One row after the other."""
    with open_store(path) as store:
        while True:
            start += 1
            save(store, start)
            say(start)


def importing(path: Path, start: int, say: Say) -> None:
    """Many rows at once, with a checkpoint every few transactions."""
    sqlite.WAL_LIMIT = 100_000
    with open_store(path) as store:
        while True:
            start += 1
            save(store, start, BATCH)
            say(start)


def backing_up(path: Path, start: int, say: Say) -> None:
    """A backup after every save."""
    with open_store(path) as store:
        while True:
            start += 1
            save(store, start)
            say(start)
            backup(store)


def restoring(path: Path, start: int, say: Say) -> None:
    """The newest state put back over itself after every save, so that the acknowledged saves must stay."""
    copy = path.with_name(f"copy-{start}.db")
    with open_store(path) as store:
        while True:
            start += 1
            save(store, start)
            say(start)
            copy.unlink(missing_ok=True)
            backup(store, copy)
            restore(store, copy)


KINDS: dict[str, tuple[Callable[[Path, int, Say], None], int]] = {
    "saving": (saving, 1),
    "importing": (importing, BATCH),
    "backing up": (backing_up, 1),
    "restoring": (restoring, 1),
}
"""What the victims do, and how many people each of their saves adds."""


def kill_once(path: Path, kind: str, start: int, longest: float) -> int:
    """Starts a program on the database at *path*, kills it; its last acknowledged number.

    Args:
        path: the database.
        kind: what it does, of KINDS.
        start: the number that its saves begin after.
        longest: seconds after its first acknowledgement.
    """
    told, telling = FORK.Pipe(duplex=False)
    victim = FORK.Process(target=_victim, args=(KINDS[kind][0], path, start, telling))
    victim.start()
    telling.close()
    last = int(told.recv())
    deadline = time.monotonic() + random.uniform(0, longest)  # noqa: S311 - a moment, not a secret
    while (left := deadline - time.monotonic()) > 0:
        if told.poll(left):
            last = int(told.recv())
    os.kill(int(victim.pid or 0), signal.SIGKILL)
    victim.join()
    try:
        while True:
            last = int(told.recv())
    except EOFError:
        return last


def _victim(work: Callable[[Path, int, Say], None], path: Path, start: int, telling: Connection) -> None:
    work(path, start, telling.send)


def examine(path: Path, kind: str, acknowledged: int) -> tuple[int, list[str]]:
    """The number of the last save that is in the database at *path*, and what is wrong with it."""
    wrong = []
    with open_store(path) as store:
        wrong += check(store).problems
        with store.read() as connection:
            events = connection.scalar(select(func.count()).select_from(Event)) or 0
            people = connection.scalar(select(func.count()).select_from(Person)) or 0
            last = connection.scalar(select(Person.initials).where(Person.id == 1))
    if events < acknowledged:
        wrong.append(f"{acknowledged - events} acknowledged saves are lost")
    if people != events * KINDS[kind][1] or last != str(events):
        wrong.append(f"a save is half done: {events} events, {people} people, the last one is {last}")
    return events, wrong


def rounds(directory: Path, kind: str, number: int, longest: float = 0.1) -> tuple[int, list[str]]:
    """Kills a program *number* times on one database; how many saves it made, and all that went wrong."""
    path = directory / f"{kind}.db"
    done, wrong = 0, []
    for _ in range(number):
        done, trouble = examine(path, kind, kill_once(path, kind, done, longest))
        wrong += trouble
    return done, wrong
