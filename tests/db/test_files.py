"""Which files belong to a database: known again under every name that leads to them."""

import os
import shutil
from pathlib import Path

import pytest

from db import files
from db.maintenance import backup

PARTS = ["", *files.BESIDE, "backup", "damaged backup"]


def part(store, name: str) -> Path:
    """One of the files of an open database."""
    if "backup" not in name:
        return files.beside(store.path, name)
    made = backup.backup(store)
    if name == "backup":
        return made
    return Path(shutil.copy(os.devnull, made.with_name(made.name.replace("desk-", "desk-damaged-"))))


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Where the links are, and where relative names begin."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("there", [True, False])
def test_a_file_of_a_database_is_known_by_every_name(name, there, store, folder):
    target = part(store, name)
    if there:
        target.touch()
        Path("hard.csv").hardlink_to(target)
    elif name:
        target.unlink(missing_ok=True)
    Path("corner").mkdir()
    Path("aside").symlink_to(target.parent, target_is_directory=True)
    Path("link.csv").symlink_to(target)
    Path("chain.csv").symlink_to("link.csv")
    names = [target, os.path.relpath(target), f"corner/../{os.path.relpath(target)}", f"aside/{target.name}"]
    names += ["link.csv", "chain.csv", *(["hard.csv"] if there else [])]
    for spelling in names:
        assert str(store.path) in files.part_of_desk(Path(spelling), store.path), spelling


@pytest.mark.parametrize("ending", ["", *files.BESIDE])
def test_a_database_that_is_not_open_is_known_by_its_header(ending, filled, folder):
    shutil.copy(filled, "notes.csv")
    for known in (None, filled):
        assert "database" in files.part_of_desk(Path(f"notes.csv{ending}"), known)


@pytest.mark.parametrize(
    "name", ["sheet.csv", "desk.db.csv", "desk.csv", "desk.db-wal.csv", "backups/desk-1.csv", "other.db-wal"]
)
def test_other_files_are_nobodys(name, store):
    target = store.path.parent / name
    target.parent.mkdir(exist_ok=True)
    assert files.part_of_desk(target, store.path) == ""
    target.write_bytes(b"SQLite format 3" + bytes(100))
    assert files.part_of_desk(target, store.path) == ""


def test_a_name_that_leads_nowhere_is_nobodys(folder):
    Path("circle").symlink_to("circle")
    assert files.part_of_desk(Path("circle")) == files.part_of_desk(Path("a\0b")) == ""


def test_an_open_database_is_not_looked_into(store, monkeypatch):
    """Closing another handle on it would drop the locks that SQLite holds on it."""
    store.path.with_name("hard.db").hardlink_to(store.path)
    monkeypatch.setattr(Path, "open", None)
    assert files.part_of_desk(store.path.with_name("hard.db-wal"), store.path)
