"""From a key to the repaint, and from a key to the commit beside the same write in bare sqlite3.

Run it as `python tests/benchmarks/keys.py [CLAIMS …]`; by default for articles of 400 and 100,000 claims.
The repaint is timed in a real pseudo-terminal of 120×40, the commit inside a running app.
"""

import asyncio
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp
from tests.benchmarks.paint import prose
from tests.benchmarks.terminal import Terminal
from tests.tui.building import desk_with, saved

KEYS = {
    "next claim": b"j",
    "page of claims": b"JK",
    "last, first": b"Gg",
    "next open": b"n",
    "page the draft": b" b",
    "decide and go on": b"1",
    "undo": b"u",
    "mark": b"v",
    "most urgent first": b"O",
}
PRESSES = 15


def told(times: list[float]) -> str:
    """Median and worst in milliseconds."""
    return f"{statistics.median(times) * 1000:7.1f} ms  (worst {max(times) * 1000:.1f})"


def painted(path: Path, slug: str) -> None:
    """Print the time from each key to the first byte of its repaint."""
    command = [sys.executable, "-m", "factcheck", "--database", str(path), "review", slug]
    with Terminal(command) as terminal:
        terminal.until("Sentence")
        for name, keys in KEYS.items():
            times = []
            for _ in range(PRESSES):
                times += [terminal.press(keys[place : place + 1]) for place in range(len(keys))]
            print(f"  {name:24} {told(times)}")


async def committed(path: Path, slug: str) -> list[float]:
    """Seconds from a digit key to the commit of its decision, in a running app."""
    times: list[float] = []
    with Desk.open(path, person="Ana Ruiz") as desk:
        app = FactcheckApp(desk, slug, Config())
        async with app.run_test(size=(120, 40)) as pilot:
            decide = desk.findings.decide

            def timed(*arguments: object, **named: object) -> object:
                change = decide(*arguments, **named)  # type: ignore[arg-type]
                times[-1] = time.perf_counter() - times[-1]
                return change

            desk.findings.decide = timed  # type: ignore[method-assign]
            for _ in range(60):
                times.append(time.perf_counter())
                await app.run_action("decide('verified')", app.focused.parent)
                await saved(pilot)
    return times


def bare(folder: Path) -> list[float]:
    """Seconds for one update and one insert in bare sqlite3, with the same care for the disk."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "CREATE TABLE claim (id INTEGER PRIMARY KEY, finding TEXT); "
        "CREATE TABLE event (id INTEGER PRIMARY KEY, said TEXT);"
    )
    connection.executemany(
        "INSERT INTO claim VALUES (?, 'unchecked')", [(number,) for number in range(1, 401)]
    )
    times = []
    for number in range(1, 201):
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE claim SET finding = 'verified' WHERE id = ?", (number,))
        connection.execute("INSERT INTO event (said) VALUES (?)", (f"Claim {number}: verified",))
        connection.execute("COMMIT")
        times.append(time.perf_counter() - begun)
    connection.close()
    return times


def main(sizes: list[int]) -> None:
    """Print everything for each size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"bare sqlite3, one update and one insert: {told(bare(folder))}")
        for size in sizes:
            path = folder / f"{size}.db"
            desk, slug = desk_with(path, prose(size))
            desk.close()
            print(f"{size:,} claims, key to first byte of the repaint:")
            painted(path, slug)
            print(f"  {'key to commit':24} {told(asyncio.run(committed(path, slug)))}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [400, 100_000])
