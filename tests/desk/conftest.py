"""A desk on a real file with the mill article on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.desk import Desk
from tests.desk.texts import Clock, article, split

MILL = "the-mill-at-arden"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk with nothing on it, and Ana Ortiz at it."""
    with Desk.open(tmp_path / "desk.db", person="Ana Ortiz", clock=clock) as desk:
        yield desk


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A desk with the mill article on it: five claims, numbered 1 to 5."""
    given = article()
    empty.add(given, split(given))
    return empty


@pytest.fixture
def jo(desk: Desk) -> Desk:
    """The same desk with Jo Reed at it."""
    return desk.acting_as("Jo Reed")
