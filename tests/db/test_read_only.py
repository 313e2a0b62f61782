"""Files and directories that this user may not write."""

from pathlib import Path

import pytest

from db import migrate
from db.engine import open_store
from db.faults import ReadOnlyError, UnreachableError
from tests.db.material import add_person, names, refusal


@pytest.fixture
def mine(open_directory, powerless) -> Path:
    with powerless(), open_store(open_directory / "desk.db") as store:
        add_person(store, "Ann")
    return open_directory / "desk.db"


@pytest.mark.parametrize("what", ["file", "directory"])
def test_it_is_read_but_not_written(what, mine, powerless):
    if what == "file":
        mine.chmod(0o400)
    else:
        mine.parent.chmod(0o500)
    with powerless(), open_store(mine) as store:
        assert isinstance(store.refusal, ReadOnlyError)
        assert names(store) == ["Ann"]
        with pytest.raises(ReadOnlyError, match="read-only"):
            add_person(store, "Bo")
        assert store.data_version() >= 0


def test_a_file_of_somebody_else_is_not_opened(mine, powerless):
    mine.chmod(0o000)
    with powerless():
        assert isinstance(refusal(mine), UnreachableError)


def test_a_new_file_in_a_read_only_directory_is_refused(open_directory, powerless):
    open_directory.chmod(0o500)
    with powerless():
        assert isinstance(refusal(open_directory / "new.db"), ReadOnlyError)


def test_an_older_read_only_database_is_refused(mine, powerless, monkeypatch):
    mine.chmod(0o400)
    monkeypatch.setattr(migrate, "head", lambda *_: "9999")
    with powerless():
        error = refusal(mine)
    assert isinstance(error, ReadOnlyError)
    assert "upgraded" in str(error)


def test_a_directory_that_becomes_read_only_stops_writing_until_it_is_not(mine, powerless):
    with powerless(), open_store(mine) as store:
        add_person(store, "Bo")
        (mine.parent / "desk.db.lock").unlink()
        mine.parent.chmod(0o500)
        with pytest.raises(ReadOnlyError):
            add_person(store, "Cy")
        mine.parent.chmod(0o700)
        add_person(store, "Cy")
        assert names(store) == ["Ann", "Bo", "Cy"]
