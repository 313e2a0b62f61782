"""What the tests of the store share: databases, open and closed, and acting as a user without rights."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from db.engine import open_store
from db.store import Store
from tests.db.material import fill

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A database with an article in it."""
    with open_store(path, person="Ann", patience=0.2) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def filled(path: Path) -> Path:
    """A database with an article in it that nobody has open."""
    with open_store(path) as opened:
        fill(opened)
    return path


@contextmanager
def _without_rights() -> Iterator[None]:
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def powerless() -> Callable[[], object]:
    """A context in which file permissions count, also when the tests run as root."""
    return _without_rights if os.geteuid() == 0 else nullcontext


@pytest.fixture
def open_directory() -> Iterator[Path]:
    """A directory that a user without rights can reach and owns."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(place, NOBODY, NOBODY)
    yield place
    place.chmod(0o755)
    shutil.rmtree(place)
