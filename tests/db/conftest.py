"""What the tests of the store share: databases, open and closed, and acting as a user without rights."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from db.engine import open_store
from db.filestore.filestore import FileStore
from db.filestore.lock import WriteLock
from db.filestore.opening import examine
from db.store import Store
from tests.db.material import fill

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an article in it, to copy: making one takes longer than most tests."""
    path: Path = tmp_path_factory.mktemp("template") / "desk.db"
    with open_store(path) as opened:
        fill(opened)
    return path


@pytest.fixture
def filled(path: Path, template: Path) -> Path:
    """A database with an article in it that nobody has open."""
    shutil.copyfile(template, path)
    path.chmod(0o600)
    return path


@pytest.fixture
def store(filled: Path) -> Iterator[Store]:
    """A database with an article in it, open; its backup of the day is not made yet."""
    lock = WriteLock(filled, "Ann")
    with FileStore(filled, examine(filled, lock), lock, patience=0.2) as opened:
        yield opened


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
