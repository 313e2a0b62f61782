"""The store at its edges: how long a writer waits, which error a fault is told as, which copies are kept."""

import errno
import os
import sqlite3
import threading
import time
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from db import faults, files, mounts, sqlite
from db.address import parse
from db.engine import open_store
from db.filestore import copies
from db.filestore.filestore import FileStore
from db.filestore.lock import Holder, WriteLock
from db.filestore.mark import Mark, MarkFile
from db.filestore.opening import examine
from db.filestore.thinning import superfluous
from db.maintenance import backup, contents
from db.maintenance.check import LONG_LOG, check
from tests.db.material import NOW, add_person

PATIENCE = 0.4


@pytest.mark.parametrize("ending", [files.LOCK, files.TURNSTILE])
def test_a_writer_waits_as_long_as_it_was_told_to(ending, path):
    with FileLock(files.beside(path, ending)):
        began = time.monotonic()
        with pytest.raises(faults.BusyError, match="another program"), WriteLock(path).held(PATIENCE):
            pass
        assert PATIENCE <= time.monotonic() - began < 1.8 * PATIENCE


def test_the_wait_in_the_queue_counts(path):
    turnstile = FileLock(files.beside(path, files.TURNSTILE), thread_local=False)
    turnstile.acquire()
    timer = threading.Timer(0.75 * PATIENCE, turnstile.release)
    with FileLock(files.beside(path, files.LOCK)):
        timer.start()
        began = time.monotonic()
        with pytest.raises(faults.BusyError), WriteLock(path).held(PATIENCE):
            pass
        assert time.monotonic() - began < 1.8 * PATIENCE
    timer.join()


def test_a_thread_of_the_same_store_waits_as_long_as_it_was_told_to(filled):
    lock = WriteLock(filled)
    with FileStore(filled, examine(filled, lock), lock, PATIENCE) as store:
        store._turn.acquire()
        began = time.monotonic()
        with pytest.raises(faults.BusyError, match="Another part of the program is writing"), store.locked():
            pass
        assert PATIENCE <= time.monotonic() - began < 1.8 * PATIENCE
        store._turn.release()
        with pytest.raises(RuntimeError, match="open in this thread"), store.locked(), store.locked():
            pass
        with store.locked():
            pass


def test_who_holds_the_lock_is_told_by_name_process_and_time(path):
    since = datetime(2026, 3, 1, 14, 3, 9, tzinfo=UTC)
    at = f"{since.astimezone():%H:%M:%S}"
    assert str(Holder(4711, "Ann", since)) == f"Ann (process 4711) since {at}"
    assert str(Holder(4711, "", since)) == f"process 4711 since {at}"
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    assert not Holder(child, "", since).alive()
    assert Holder(os.getpid(), "", since).alive()
    lock = WriteLock(path, "x" * 41)
    with lock.held(1):
        assert lock.holder().person == "x" * 40


NAMES = [
    ("SQLITE_CORRUPT", faults.DamagedError),
    ("SQLITE_CORRUPT_INDEX", faults.DamagedError),
    ("SQLITE_NOTADB", faults.NotOursError),
    ("SQLITE_FORMAT", faults.NotOursError),
    ("SQLITE_BUSY", faults.BusyError),
    ("SQLITE_BUSY_SNAPSHOT", faults.BusyError),
    ("SQLITE_LOCKED", faults.BusyError),
    ("SQLITE_FULL", faults.FullError),
    ("SQLITE_IOERR_SHMSIZE", faults.FullError),
    ("SQLITE_READONLY_DBMOVED", faults.ReplacedError),
    ("SQLITE_READONLY", faults.ReadOnlyError),
    ("SQLITE_READONLY_DIRECTORY", faults.ReadOnlyError),
    ("SQLITE_CANTOPEN", faults.UnreachableError),
    ("SQLITE_IOERR_WRITE", faults.UnreachableError),
    ("SQLITE_CONSTRAINT_TRIGGER", faults.RefusedError),
    ("SQLITE_CONSTRAINT_UNIQUE", None),
    ("SQLITE_ERROR", None),
]


@pytest.mark.parametrize(("name", "kind"), NAMES)
@pytest.mark.parametrize("wrapped", [True, False])
def test_each_fault_of_sqlite_has_its_error(name, kind, wrapped):
    error = sqlite.DRIVER.OperationalError("something\nmore")
    error.sqlite_errorname = name
    given_ = DBAPIError("SELECT", {}, error) if wrapped else error
    found = faults.classify(given_, "desk.db")
    assert type(found) is (kind or type(None))
    assert kind is None or ("desk.db" in str(found) and "\n" not in str(found))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database disk image is malformed", faults.DamagedError),
        ("Could not decode to UTF-8 column", faults.DamagedError),
        ("file is not a database", faults.NotOursError),
        ("database is locked", faults.BusyError),
        ("database or disk is full", faults.FullError),
        ("attempt to write a readonly database", faults.ReadOnlyError),
        ("unable to open database file", faults.UnreachableError),
        ("something else", None),
    ],
)
def test_a_fault_without_a_name_is_known_by_what_it_says(said, kind):
    assert type(faults.classify(sqlite.DRIVER.OperationalError(said), "x")) is (kind or type(None))
    assert faults.classify(ValueError(said), "x") is None


@pytest.mark.parametrize("said", ["no such table: claim", "no such column: x", "foreign key mismatch"])
def test_a_schema_that_is_not_what_it_was_is_damage(said):
    error = sqlite.DRIVER.OperationalError(said)
    error.sqlite_errorname = "SQLITE_ERROR"
    assert str(faults.classify(error, "x")).startswith(f"The database x is damaged ({said}) and nothing more")
    error.sqlite_errorname = "SQLITE_OTHER"
    assert faults.classify(error, "x") is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, faults.FullError),
        (errno.EDQUOT, faults.FullError),
        (errno.EACCES, faults.ReadOnlyError),
        (errno.EPERM, faults.ReadOnlyError),
        (errno.EROFS, faults.ReadOnlyError),
        (errno.EIO, faults.UnreachableError),
    ],
)
def test_each_fault_of_the_disk_has_its_error(number, kind):
    assert type(faults.from_disk(OSError(number, "said"), "x")) is kind
    assert str(faults.from_disk(OSError(errno.EIO, "said"), "x")) == "x cannot be used: said."
    assert str(faults.from_disk(OSError("odd"), "x")) == "x cannot be used: odd."


def test_a_lost_connection_is_told_and_another_error_is_what_it_was():
    lost = DBAPIError("SELECT", {}, Exception("gone"), connection_invalidated=True)
    assert "was lost, so nothing was saved" in str(faults.classify(lost, "x"))
    assert faults.classify(DBAPIError("SELECT", {}, Exception("gone")), "x") is None
    assert faults.reason(DBAPIError("S", {}, Exception("one\ntwo"))) == "one"
    assert faults.reason(KeyError()) == "KeyError"
    with pytest.raises(UnicodeDecodeError), faults.told("x"):
        b"\xff".decode()
    with pytest.raises(KeyError), faults.told("x"):
        raise KeyError
    with pytest.raises(faults.DamagedError) as caught, faults.told("x"):
        raise faults.damaged("y")
    assert "database y" in str(caught.value)


@pytest.mark.parametrize(
    ("length", "known"), [(71, False), (72, True), (73, True), (100, True), (4000, True)]
)
def test_a_database_is_known_by_its_header_alone(length, known, filled, tmp_path):
    start = tmp_path / "start.db"
    start.write_bytes(filled.read_bytes()[:length])
    assert bool(files.part_of_desk(start)) is known
    other = bytearray(filled.read_bytes()[:length])
    other[0] ^= 1
    start.write_bytes(bytes(other))
    assert files.part_of_desk(start) == ""


def kept_by_hand(taken: list[datetime], now: datetime) -> set[datetime]:
    """The backups that stay, worked out period by period."""
    kept = {moment for moment in taken if now - moment < timedelta(days=2)}
    for number, period in ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m")):
        names = sorted({f"{moment:{period}}" for moment in taken}, reverse=True)[:number]
        kept |= {max(moment for moment in taken if f"{moment:{period}}" == name) for name in names}
    return kept


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9000), unique=True, max_size=60))
def test_backups_are_kept_by_day_week_and_month(hours):
    taken = [NOW - timedelta(hours=hour) for hour in hours]
    assert superfluous(taken, NOW) == set(taken) - kept_by_hand(taken, NOW)


def test_two_days_end_to_the_second():
    newest = [NOW - timedelta(hours=hour) for hour in (1, 2)]
    edge = NOW - timedelta(days=2)
    others = [edge + timedelta(seconds=1), edge, edge + timedelta(seconds=2)]
    assert superfluous([*newest, *others], NOW) == {edge}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("{} / /desk rw - nfs4 server:/x rw", "nfs4"),
        ("{} / /desk rw - fuse.sshfs host:/ rw", "fuse.sshfs"),
        ("{} / /desk rw shared:1 - ext4 /dev/sda rw", ""),
        ("9999:1 / /desk rw - nfs4 server:/x rw", ""),
        ("9999:1 / / rw - nfs4 x\n{} / /desk rw - cifs //x rw\n{} / /b rw - ext4 x", "cifs"),
        ("short\n\n{} / /desk rw - ceph x", "ceph"),
    ],
)
def test_the_kind_of_drive_is_that_of_its_mount(table, told, tmp_path):
    device = tmp_path.stat().st_dev
    mounts_ = tmp_path / "mountinfo"
    number = f"{os.major(device)}:{os.minor(device)}"
    mounts_.write_text(
        "\n".join(f"{n} 1 {line}" for n, line in enumerate(table.replace("{}", number).split("\n")))
    )
    assert mounts.shared(tmp_path, mounts_) == told
    assert mounts.shared(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize(
    ("given_", "path", "url"),
    [
        (" desk.db ", "desk.db", "sqlite:///"),
        ("sub/desk", "sub/desk", "sqlite:///"),
        ("./desk", "desk", "sqlite:///"),
        (Path("desk"), "desk", "sqlite:///"),
        ("sqlite:///desk.db", "desk.db", "sqlite:///"),
        ("postgresql://ann@host/desk", None, "postgresql+psycopg://ann@host/desk"),
        ("postgresql+psycopg://ann@host/desk", None, "postgresql+psycopg://ann@host/desk"),
    ],
)
def test_an_address_is_a_file_or_a_server(given_, path, url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = parse(given_)
    assert found.path == (None if path is None else (tmp_path / path).resolve())
    assert str(found.url).startswith(url)
    assert not found.standard
    (tmp_path / "bare").touch()
    assert parse("bare").path == (tmp_path / "bare").resolve()


@pytest.mark.parametrize(
    "given_",
    [
        "",
        "  ",
        "bare",
        "a\0b.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///x.db?mode=ro",
        "mysql://h/x",
        "://",
        "postgres://h/x",
    ],
)
def test_what_is_no_address_is_one_sentence(given_, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(faults.AddressError) as caught:
        parse(given_)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("over", "told"), [(0, False), (1, True)])
def test_a_log_is_long_from_one_byte_over_its_limit(over, told, filled):
    with open_store(filled) as store:
        add_person(store, "Bo")
        with sqlite.wal_path(filled).open("r+b") as file:
            file.truncate(LONG_LOG + over)
        assert (
            any("write-ahead log" in problem and "is long" in problem for problem in check(store).problems)
            is told
        )


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o640, 0o604, 0o620, 0o700, 0o710])
def test_a_file_that_others_can_use_in_any_way_is_told(mode, filled):
    with open_store(filled) as store:
        filled.chmod(mode)
        told = [problem for problem in check(store).problems if f"can use {filled} (" in problem]
    assert told == (
        []
        if mode & 0o077 == 0
        else [f"Others than its owner can use {filled} (mode {mode:03o}): chmod 600 {filled}"]
    )


@pytest.mark.parametrize(
    ("count", "shown"), [(0, []), (5, list("01234")), (6, [*"01234", "There are 1 more of the same kind."])]
)
def test_five_problems_of_a_kind_are_named(count, shown):
    assert list(contents._first(map(str, range(count)))) == shown


def test_a_backup_of_the_day_waits_for_a_day_and_a_change(store, path):
    first = backup.daily(store, NOW)
    assert first is not None
    assert copies.kept(path) == {NOW: first}
    assert backup.changed(path) > NOW
    day = timedelta(days=1)
    assert backup.daily(store, NOW + day - timedelta(seconds=1)) is None
    assert backup.daily(store, NOW + day) is not None
    late = backup.changed(path) + timedelta(days=3)
    copies.keep(path, late)
    assert backup.daily(store, late + 2 * day) is None


def test_a_copy_that_was_begun_is_swept_away_after_a_day_and_not_before(store, path):
    copies.keep(path, NOW)
    for name, age in (("old", 86_401), ("young", 86_399)):
        part = files.backups(path) / f".{path.stem}-{name}.part"
        part.touch()
        os.utime(part, (NOW.timestamp() - age,) * 2)
    copies.keep(path, NOW + timedelta(microseconds=1))
    left = {part.name for part in files.backups(path).glob(".*.part")}
    assert left == {".desk-young.part"}


def test_each_copy_has_a_generation_of_its_own_and_all_settings_hold_again_after_a_checkpoint(
    store, tmp_path
):
    numbers = set()
    for name in ("one.db", "two.db"):
        made = backup.backup(store, tmp_path / name)
        with closing(sqlite.connect(made)) as bare:
            numbers.add(sqlite.number(bare, "user_version"))
            waits = sqlite.number(bare, "busy_timeout")
            sqlite.checkpoint(bare)
            assert sqlite.number(bare, "busy_timeout") == waits == 10_000
    assert len(numbers) == 2
    assert 0 not in numbers
    (tmp_path / "letter.txt").touch()
    with pytest.raises(faults.AddressError, match=r"letter\.txt exists already: name a new file"):
        backup.backup(store, tmp_path / "letter.txt")


@pytest.mark.parametrize("record", [b"", b"[]", b"{}", b"null", b'{"event": 1}', b"\xff"])
def test_a_record_that_is_no_mark_is_none(record, path):
    assert Mark.parsed(record) is None
    mark = Mark(3, "c", "2026-03-01T14:03:00+00:00", 1, 2, 3)
    moment = datetime(2026, 3, 1, 14, 3, tzinfo=UTC).astimezone()
    assert str(mark) == f"event 3 at {moment:%Y-%m-%d %H:%M}"
    marks = MarkFile(path)
    assert marks.read() == (None, None)
    with suppress(FileNotFoundError):
        marks.note((3, "c", 1))
    assert marks.lost() is None


def test_a_connection_in_no_database_makes_none(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        sqlite.connect(tmp_path / "none.db").execute("SELECT 1")
    assert not (tmp_path / "none.db").exists()
