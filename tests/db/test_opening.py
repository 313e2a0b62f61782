"""Opening a database: what is given, what lies there, and that nothing unfit is touched."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from db import migrate, sqlite
from db.address import standard_path
from db.engine import open_store
from db.faults import AddressError, MissingDriverError, NotOursError, TooNewError, UnreachableError
from tests.db.material import add_person, names, refusal


@pytest.mark.parametrize("word", ["postgresql", "sqlite", "mydesk"])
def test_a_bare_word_is_no_database(word, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    error = refusal(word)
    assert isinstance(error, AddressError)
    assert f"./{word}" in str(error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite://",
        "sqlite:///:memory:",
        "postgres://host/desk",
        "mysql://host/desk",
        "http://example.org/desk.db",
        "://",
        "postgresql://host:port/desk",
        "nul\0.db",
        "sqlite:///nul\0.db",
    ],
)
def test_an_address_that_cannot_be_used_is_refused(url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert isinstance(refusal(url), AddressError)
    assert list(tmp_path.iterdir()) == []


def test_an_old_postgres_url_is_corrected():
    assert "postgresql+psycopg://" in str(refusal("postgres://ann:secret@host/desk"))


@pytest.mark.parametrize(
    "url", ["postgres://a:secret@h/d", "mysql://a:secret@h/d", "postgresql://a:secret@h:x/d"]
)
def test_a_refused_url_does_not_repeat_its_password(url):
    assert "secret" not in str(refusal(url))


def test_a_missing_driver_is_named_with_the_way_to_install_it(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refusal("postgresql+psycopg://host/desk")
    assert isinstance(error, MissingDriverError)
    assert "pip install" in str(error)


def test_a_file_url_opens_the_file(path):
    with open_store(f"sqlite:///{path}") as store:
        assert store.path == path


def test_a_relative_path_stays_the_same_file_when_the_directory_changes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open_store("./desk.db") as store:
        monkeypatch.chdir("/")
        add_person(store, "Ann")
        assert names(store) == ["Ann"]


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "why?.db", "no#1.db", "a&mode=ro.db", "été 🚗.db", "-x.db"]
)
def test_any_file_name_will_do(name, tmp_path):
    with open_store(tmp_path / name) as store:
        add_person(store, "Ann")
    assert (tmp_path / name).exists()
    with open_store(tmp_path / name) as store:
        assert names(store) == ["Ann"]


def test_a_link_to_a_database_shares_its_lock(filled, tmp_path):
    (tmp_path / "link.db").symlink_to(filled)
    with open_store(tmp_path / "link.db") as linked:
        assert linked.path == filled
        add_person(linked, "Bo")
    assert not (tmp_path / "link.db.lock").exists()


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    (tmp_path / "loop.db").symlink_to(tmp_path / "loop.db")
    refusal(tmp_path / "loop.db")
    (tmp_path / "nowhere.db").symlink_to(tmp_path / "gone" / "desk.db")
    assert isinstance(refusal(tmp_path / "nowhere.db"), UnreachableError)


def test_a_name_that_is_too_long_is_told(tmp_path):
    refusal(tmp_path / ("n" * 300 + ".db"))
    refusal(tmp_path / ("n" * 250 + ".db"))


def test_no_name_means_the_users_data_directory(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with open_store(None) as store:
        assert store.path == standard_path()
    assert tmp_path in standard_path().parents
    assert standard_path().parent.stat().st_mode & 0o077 == 0


def test_files_are_for_their_owner_only(store, path):
    add_person(store, "Bo")
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir() if file.is_file()}
    assert modes
    assert set(modes.values()) == {0o600}, modes


def test_a_missing_file_is_not_made_unless_asked(path):
    assert isinstance(refusal(path, create=False), UnreachableError)
    assert list(path.parent.iterdir()) == []


def test_a_missing_directory_is_named(tmp_path):
    error = refusal(tmp_path / "gone" / "desk.db")
    assert isinstance(error, UnreachableError)
    assert str(tmp_path / "gone") in str(error)


def test_a_directory_is_no_database(tmp_path):
    error = refusal(tmp_path)
    assert isinstance(error, UnreachableError)
    assert "directory" in str(error)


def test_a_file_is_no_directory_for_a_database(tmp_path):
    (tmp_path / "file").write_text("x")
    assert isinstance(refusal(tmp_path / "file" / "desk.db"), UnreachableError)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"A text that somebody wrote.\n" * 300,
        b"PK\x03\x04" + bytes(3000),
        b"SQLite format 3\0" + bytes(84),
        b"SQLite format 3\0" + b"\xff" * 5000,
        b"\0" * 8192,
        b"\xff" * 8192,
    ],
    ids=["empty", "one byte", "text", "zip", "bare header", "bad header", "zeros", "ones"],
)
def test_a_file_that_is_no_database_of_ours_stays_as_it_is(content, path):
    path.write_bytes(content)
    assert isinstance(refusal(path), NotOursError)
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_database_stays_as_it_is(path, journal):
    other = sqlite3.connect(path)
    other.executescript(f"PRAGMA journal_mode={journal}; CREATE TABLE alembic_version (version_num TEXT);")
    other.close()
    before = path.read_bytes()
    assert isinstance(refusal(path), NotOursError)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_our_mark_without_our_tables_is_not_ours(path):
    other = sqlite3.connect(path)
    other.executescript(f"PRAGMA application_id={sqlite.APPLICATION_ID}; CREATE TABLE t (x);")
    other.close()
    assert isinstance(refusal(path), NotOursError)


def newer(path: Path) -> None:
    shell = sqlite.connect(path)
    shell.execute("UPDATE alembic_version SET version_num = '9998'")
    shell.close()


def test_a_newer_database_is_refused_and_stays_as_it_is(filled):
    newer(filled)
    before = filled.read_bytes()
    error = refusal(filled)
    assert isinstance(error, TooNewError)
    assert "9998" in str(error)
    assert migrate.head() in str(error)
    assert filled.read_bytes() == before
    assert not (filled.parent / "backups").exists()


def test_a_newer_database_left_with_a_log_stays_as_it_is(filled, tmp_path):
    shell = sqlite.connect(filled)
    sqlite.schema(shell)
    newer(filled)
    left = tmp_path / "left.db"
    for suffix in ("", "-wal"):
        (tmp_path / f"left.db{suffix}").write_bytes((tmp_path / f"desk.db{suffix}").read_bytes())
    before = left.read_bytes(), sqlite.wal_path(left).read_bytes()
    assert isinstance(refusal(left), TooNewError)
    assert (left.read_bytes(), sqlite.wal_path(left).read_bytes()) == before
    shell.close()


def test_a_database_without_its_write_ahead_log_mode_gets_it_back(filled):
    shell = sqlite.connect(filled)
    shell.execute("PRAGMA journal_mode=DELETE")
    shell.close()
    with open_store(filled) as store, store.read() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"


def test_garbage_in_place_of_the_log_is_ignored(filled):
    sqlite.wal_path(filled).write_bytes(os.urandom(9000))
    with open_store(filled) as store:
        assert store.refusal is None
        assert names(store) == ["Ann"]
