"""Where the tests keep their files, how many processes run them, and the examples that property tests try."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

_MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has its file system in memory
_ROOM = 2 << 30  # bytes; a container's share may be too small
_MOST_PROCESSES = 8

settings.register_profile("fixed", deadline=None, derandomize=True, database=None)
settings.register_profile("anew", deadline=None, derandomize=False)
settings.load_profile("fixed")  # `--hypothesis-profile=anew` tries other examples on every run


def pytest_configure(config: pytest.Config) -> None:
    """Keep temporary files in memory; saving waits for a disk longer than most tests take."""
    config.addinivalue_line("markers", "disk: the test's files lie on the disk, which it is about")
    if os.access(_MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return the number of processes: one a core, and no second one where single tests were named."""
    if all("::" in argument for argument in config.args):
        return 0
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_PROCESSES)


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own, in memory; on the disk for tests marked `disk`."""
    if request.node.get_closest_marker("disk") is None:
        yield tmp_path
    else:
        with tempfile.TemporaryDirectory() as place:
            yield Path(place).resolve()
