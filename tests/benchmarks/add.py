"""How long it takes to put a long article on the desk, step by step, against the bare database.

Run it as `python tests/benchmarks/add.py [FILE] [ROUNDS]`; the file is a feature of `seeds/` by default.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from factcheck.desk import Desk
from factcheck.lint import lint
from factcheck.read import read_file
from factcheck.split import split

FEATURE = Path(__file__).parents[2] / "seeds" / "harbour-feature.md"
T = TypeVar("T")


class Clock:
    """The least time of each step."""

    def __init__(self) -> None:
        self.least: dict[str, float] = {}

    def __call__(self, name: str, act: Callable[..., T], *given: object, **more: object) -> T:
        """Do something, and note how long it took."""
        begun = time.perf_counter()
        result = act(*given, **more)
        took = (time.perf_counter() - begun) * 1000
        self.least[name] = min(took, self.least.get(name, took))
        return result


def add(file: Path, clock: Clock, folder: Path) -> str:
    """Put the file on a new desk, step by step; what it holds."""
    article = clock("read", read_file, file)
    found = clock("split", split, article)
    marks = clock("lint", lint, article, found)
    with Desk.open(folder / "desk.db", person="Ann Lee") as desk:
        clock("look for the same", desk.articles.same, article)
        clock("look for a draft of it", desk.articles.similar, article)
        clock("save", desk.articles.add, article, found, lint=marks)
    points = [point for claim in found.claims for point in claim.check_points]
    rows = [(claim.text, claim.start, claim.end, str(claim.parts)) for claim in found.claims]
    rows += [(point.text, point.start, point.end, str(point.kind)) for point in points]
    clock("(the same rows by sqlite3)", bare, folder / "bare.db", rows, article.text)
    return f"{found.words} words, {len(found.claims)} claims, {len(points)} check points"


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FEATURE
    clock = Clock()
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 5):
        with tempfile.TemporaryDirectory() as folder:
            holds = add(file, clock, Path(folder))
    print(f"{file.name}: {holds}")
    for name, took in clock.least.items():
        print(f"{name:28}{took:9.1f} ms")
    print(f"{'read to saved':28}{sum(list(clock.least.values())[:-1]):9.1f} ms")


def bare(path: Path, rows: list[tuple[str, int, int, str]], text: str) -> None:
    """One transaction with a row for each claim and check point, and the text."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE draft (id INTEGER PRIMARY KEY, text TEXT)")
    connection.execute(
        "CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT, a INTEGER, b INTEGER, more TEXT)"
    )
    with connection:
        connection.execute("INSERT INTO draft (text) VALUES (?)", (text,))
        connection.executemany("INSERT INTO row (text, a, b, more) VALUES (?, ?, ?, ?)", rows)
    connection.close()


if __name__ == "__main__":
    main()
