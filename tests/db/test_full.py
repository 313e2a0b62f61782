"""A full disk: one sentence, everything rolled back, and work goes on once there is space again."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert

from db import files
from db.faults import FullError
from db.filestore import copies, filestore
from db.maintenance.backup import backup
from db.maintenance.check import check
from db.tables import Person
from tests.db.material import names

SCRIPT = Path(__file__).with_name("full_disk.py")


def limit_pages(store, pages: int) -> None:
    """Lets the database grow to so many pages and no further."""
    with filestore.bare(store._writes) as writer:
        writer.execute(f"PRAGMA max_page_count={pages}").fetchall()


def test_a_save_that_finds_no_space_is_rolled_back_and_can_be_repeated(store):
    limit_pages(store, 1)
    many = [{"name": f"P{number} " + "x" * 100} for number in range(1000)]
    with pytest.raises(FullError, match="No space"), store.write() as connection:
        connection.execute(insert(Person), many)
    assert names(store) == ["Ann"]
    limit_pages(store, 1_000_000)
    with store.write() as connection:
        connection.execute(insert(Person), many)
    assert len(names(store)) == 1001
    assert check(store).problems == ()


def test_a_backup_needs_twice_the_space_before_it_begins(store, monkeypatch):
    usage = shutil.disk_usage(store.path.parent)
    monkeypatch.setattr(copies.shutil, "disk_usage", lambda _: usage._replace(free=300_000))
    with pytest.raises(FullError):
        backup(store)
    assert list(files.backups(store.path).iterdir()) == []


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, str]:
    """What happened on a disk of three megabytes that was filled: kind and message of each error, by act."""
    place = tmp_path_factory.mktemp("disk")
    mount = f"mount -t tmpfs -o size=3m none '{place}'"
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-rm", "sh", "-c", mount], capture_output=True, check=False).returncode
    ):
        pytest.skip("no small disk can be mounted here")
    command = f"{mount} && exec '{sys.executable}' '{SCRIPT}' '{place}'"
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", command],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SCRIPT.parents[2])},
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize("act", ["save", "read", "open", "make", "backup"])
def test_on_a_full_disk(act, told):
    assert told[act].startswith("FullError: ") or (act in ("read", "open") and told[act] == "went well"), told
    assert "\n" not in told[act]


def test_a_full_disk_leaves_no_half_written_files(told):
    database = "desk.db desk.db-shm desk.db-wal desk.db.lock desk.db.mark desk.db.next.lock filler"
    assert told["left"].removesuffix(" new.db.lock new.db.next.lock") == database


def test_once_there_is_space_again_everything_works_and_is_whole(told):
    assert told["again"] == "went well"
    assert told["names"] == "Ann, Bo"
    assert told["problems"] == ""


def test_a_desk_that_nobody_has_open_is_read_on_a_full_disk_and_says_why_no_more(told):
    assert told["still"] == "Ann, Bo"
    assert told["closed"].startswith("FullError: No space is left")
    assert told["closed"].endswith("can only be read: free some and start again.")
