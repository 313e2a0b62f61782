"""A decision saved through the store against the same in bare sqlite3, in the same run; many writers.

Run it as `python tests/benchmarks/save.py [SAVES]`. Saves alternate between the two, so that a disk that
changes its mind meets both; the time of one fdatasync stands beside them, because it is the floor.
"""

import multiprocessing
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select, update

from db.chain import link
from db.engine import open_store
from db.store import Store
from db.tables import Article, Claim, Event
from db.vocabulary import Finding

CLAIMS = 400
FORK = multiprocessing.get_context("fork")


def prepare(path: Path) -> None:
    """A database with one article of many claims."""
    with open_store(path) as store, store.write() as connection:
        connection.execute(insert(Article).values(slug="a", title="A", added_at=datetime.now(UTC)))
        connection.execute(insert(Claim), [{"article_id": 1, "number": n + 1} for n in range(CLAIMS)])


def decide(store: Store, number: int, op: str) -> None:
    """What a decision costs the store: read, check the version, update, link, record."""
    with store.write() as connection:
        version = connection.scalar(select(Claim.version).where(Claim.id == number)) or 0
        previous = connection.scalar(select(Event.chain).order_by(Event.id.desc()).limit(1)) or ""
        now = datetime.now(UTC)
        connection.execute(
            update(Claim)
            .where(Claim.id == number, Claim.version == version)
            .values(finding=Finding.VERIFIED, decided_by="Ann", decided_at=now, version=version + 1)
        )
        event = {
            "op": op,
            "at": now,
            "by": "Ann",
            "verb": "decide",
            "article_id": 1,
            "claim": number,
            "words": "The bridge opened in 1932.",
            "said": "verified",
            "changes": [{"table": "claim", "id": number, "before": {}, "after": {"finding": "verified"}}],
            "target": None,
        }
        connection.execute(insert(Event).values(**event, chain=link(previous, **event)))


def decide_bare(bare: sqlite3.Connection, number: int, op: str) -> None:
    """The same statements without the store."""
    bare.execute("BEGIN IMMEDIATE")
    version = bare.execute("SELECT version FROM claim WHERE id = ?", (number,)).fetchone()[0]
    previous = bare.execute("SELECT chain FROM event ORDER BY id DESC LIMIT 1").fetchone()
    now = datetime.now(UTC).isoformat(" ")[:26]
    bare.execute(
        "UPDATE claim SET finding = 'verified', decided_by = 'Ann', decided_at = ?, version = ?"
        " WHERE id = ? AND version = ?",
        (now, version + 1, number, version),
    )
    bare.execute(
        "INSERT INTO event (op, at, by, verb, article_id, claim, words, said, changes, target, chain)"
        " VALUES (?, ?, 'Ann', 'decide', 1, ?, 'The bridge opened in 1932.', 'verified', '[]', NULL, ?)",
        (op, now, number, (previous or ("",))[0][:64]),
    )
    bare.execute("COMMIT")


def timed(act: Callable[..., object], *arguments: object) -> float:
    """Seconds that *act* takes."""
    begin = time.perf_counter()
    act(*arguments)
    return time.perf_counter() - begin


def told(name: str, times: list[float]) -> float:
    """Prints the median and the tail of *times*; answers the median."""
    times.sort()
    median, tail = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(f"{name:34} p50 {median * 1e3:7.2f} ms   p99 {tail * 1e3:7.2f}   max {times[-1] * 1e3:7.2f}")
    return median


def one_editor(directory: Path, saves: int) -> None:
    """Store and bare sqlite3 in turn, each on its own file."""
    prepare(directory / "store.db")
    prepare(directory / "bare.db")
    bare = sqlite3.connect(directory / "bare.db", isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16384"):
        bare.execute(f"PRAGMA {setting}")
    sync = os.open(directory / "sync", os.O_RDWR | os.O_CREAT)
    ours, theirs, floor = [], [], []
    with open_store(directory / "store.db") as store:
        for number in range(saves):
            claim = number % CLAIMS + 1
            ours.append(timed(decide, store, claim, f"op {number}"))
            theirs.append(timed(decide_bare, bare, claim, f"op {number}"))
            os.pwrite(sync, b"x" * 4096, 0)
            floor.append(timed(os.fdatasync, sync))
    bare.close()
    told("fdatasync", floor)
    ratio = told("a save through the store", ours) / told("the same in bare sqlite3", theirs)
    print(f"ratio {ratio:.2f}")


def editor(
    path: Path, name: int, saves: int, pause: float, answers: "multiprocessing.Queue[list[float]]"
) -> None:
    """One of many processes that save."""
    times = []
    with open_store(path) as store:
        for number in range(saves):
            if pause:
                time.sleep(random.expovariate(1 / pause))
            claim = (name * 37 + number * 13) % CLAIMS + 1
            times.append(timed(decide, store, claim, f"op {name}.{number}"))
    answers.put(times)


def many_editors(directory: Path, count: int, saves: int, pause: float) -> None:
    """So many processes at once on one file; fails when one of them does."""
    path = directory / f"{count}-{pause}.db"
    prepare(path)
    answers: multiprocessing.Queue[list[float]] = FORK.Queue()
    processes = [
        FORK.Process(target=editor, args=(path, name, saves, pause, answers)) for name in range(count)
    ]
    begin = time.perf_counter()
    for process in processes:
        process.start()
    times = [one for _ in processes for one in answers.get()]
    for process in processes:
        process.join()
    rate = len(times) / (time.perf_counter() - begin)
    told(f"{count} editors, {pause * 1e3:.0f} ms apart", times)
    print(f"{rate:.0f} saves/s, {len(times)} of {count * saves} saved")


def main() -> None:
    """Prints what one and what eight editors get."""
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as directory:
        one_editor(Path(directory), saves)
        many_editors(Path(directory), 8, saves // 4, 0.1)
        many_editors(Path(directory), 8, saves // 4, 0)


if __name__ == "__main__":
    main()
