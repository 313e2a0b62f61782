"""Desks for tests: one open store for the whole run, filled anew for each test.

SQLAlchemy compiles each statement once per engine, and that takes longer than most tests: so the engine is
kept, and SQLite's backup puts a prepared database in the place of what the last test left.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import sqlite
from db.filestore.mark import MarkFile
from db.vocabulary import Stance, Tier
from factcheck.desk import Desk
from factcheck.model import CitationFields
from tests.desk.texts import Clock, article, split

MILL = "the-mill-at-arden"
SUPPORT = CitationFields(tier=Tier.PRIMARY, stance=Stance.SUPPORTS, locator="p. 14")
"""What a verified claim needs, and all of it said."""

Fill = Callable[[Path], Desk]


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk whose store all tests share."""
    with Desk.open(tmp_path_factory.mktemp("live") / "desk.db", person="Ana Ortiz", clock=Clock()) as desk:
        yield desk


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Databases to begin with: an empty one, and one with the mill article."""
    folder = tmp_path_factory.mktemp("templates")
    paths = {name: folder / f"{name}.db" for name in ("empty", "mill")}
    for path in paths.values():
        with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
            if path == paths["mill"]:
                given = article()
                desk.articles.add(given, split(given))
    return paths


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fill(live: Desk, clock: Clock) -> Fill:
    """Puts a prepared database in the place of the live one, and Ana Ortiz at the desk."""

    def filled(template: Path) -> Desk:
        source, target = sqlite.connect(template), sqlite.connect(Path(live.location))
        source.backup(target)
        source.close()
        target.close()
        MarkFile(Path(live.location)).clear()
        return live.acting_as(clock=clock)

    return filled


@pytest.fixture
def empty(fill: Fill, templates: dict[str, Path]) -> Desk:
    """A desk with nothing on it."""
    return fill(templates["empty"])


@pytest.fixture
def desk(fill: Fill, templates: dict[str, Path]) -> Desk:
    """A desk with the mill article on it: five claims, numbered 1 to 5."""
    return fill(templates["mill"])


@pytest.fixture
def jo(desk: Desk) -> Desk:
    """The same desk with Jo Reed at it."""
    return desk.acting_as("Jo Reed")


@pytest.fixture
def own(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk with the mill article in a database of the test's own, `desk.db` in its folder."""
    with Desk.open(tmp_path / "desk.db", person="Ana Ortiz", clock=clock) as desk:
        given = article()
        desk.articles.add(given, split(given))
        yield desk
