"""The write lock: one writer among all processes, in turn, named to who waits, gone when its holder dies."""

import multiprocessing
import os
import signal
import sys
import threading

import pytest
from sqlalchemy import insert

from db.engine import open_store
from db.faults import BusyError
from db.filestore.lock import WriteLock
from db.tables import Person
from tests.db.material import add_person, names

FORK = multiprocessing.get_context("fork")


@pytest.fixture
def lock(path) -> WriteLock:
    return WriteLock(path, "Ann")


def held_elsewhere(path, person: str):
    """A process that holds the write lock of the database at *path*, and the event that lets it go."""
    taken, free = FORK.Event(), FORK.Event()

    def hold():
        with WriteLock(path, person).held(1):
            taken.set()
            free.wait()

    process = FORK.Process(target=hold)
    process.start()
    taken.wait()
    return process, free


def test_who_has_to_wait_too_long_learns_who_holds_it(filled):
    process, free = held_elsewhere(filled, "Bo")
    with (
        open_store(filled, person="Ann", patience=0.05) as store,
        pytest.raises(BusyError, match=rf"Bo \(process {process.pid}\) since \d\d:\d\d:\d\d") as caught,
    ):
        add_person(store, "Cy")
    assert "Bo" in caught.value.holder
    free.set()
    process.join()


def test_a_reading_does_not_wait_for_it(filled):
    process, free = held_elsewhere(filled, "Bo")
    with open_store(filled, patience=0) as store:
        assert names(store) == ["Ann"]
    free.set()
    process.join()


def test_it_is_gone_when_its_holder_is_killed(filled):
    process, _ = held_elsewhere(filled, "Bo")
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with open_store(filled, patience=1) as store:
        add_person(store, "Cy")
        assert names(store) == ["Ann", "Cy"]


def test_a_holder_of_long_name_is_followed_by_one_of_short_name(path):
    with WriteLock(path, "🚗" * 500).held(1):
        pass
    lock = WriteLock(path, "Bo")
    with lock.held(1):
        assert lock.holder().person == "Bo"
        assert lock.holder().pid == os.getpid()
        assert lock.holder().alive()


@pytest.mark.parametrize("content", [b"", b"nonsense", b"[1]", b'{"pid": "x"}', b"\xff\xfe"])
def test_a_holder_that_cannot_be_read_is_another_program(content, lock):
    process, free = held_elsewhere(lock.path.with_name("desk.db"), "Bo")
    lock.path.write_bytes(content)
    with pytest.raises(BusyError, match="another program"), lock.held(0.01):
        pass
    free.set()
    process.join()


def test_the_lock_is_free_again_after_an_error(lock):
    with pytest.raises(KeyError), lock.held(1):
        raise KeyError
    with lock.held(0):
        pass


def test_the_lock_file_is_for_its_owner_and_stays(lock):
    with lock.held(1):
        pass
    assert lock.path.stat().st_mode & 0o777 == 0o600


def test_a_process_that_writes_without_a_pause_lets_others_in(filled):
    stop = FORK.Event()

    def write():
        with open_store(filled) as store:
            number = 0
            while not stop.is_set():
                number += 1
                rows = [{"name": f"their {number}.{row}"} for row in range(500)]
                with store.write() as connection:
                    connection.execute(insert(Person), rows)

    process = FORK.Process(target=write)
    process.start()
    with open_store(filled) as store:
        while len(names(store)) == 1:
            pass
        for number in range(10):
            add_person(store, f"mine {number}")
        stop.set()
        process.join()
        order = names(store)
    mine = [place for place, name in enumerate(order) if name.startswith("mine")]
    between = (mine[-1] - mine[0]) / 500
    assert between < 9 * 4, f"{between} of their transactions came between 10 of ours"


def test_eight_writers_at_once_all_get_through(filled):
    def work(number: int):
        with open_store(filled) as store:
            for row in range(5):
                add_person(store, f"{number}.{row}")

    children = [FORK.Process(target=work, args=(number,)) for number in range(8)]
    for process in children:
        process.start()
    for process in children:
        process.join()
    assert [process.exitcode for process in children] == [0] * 8
    with open_store(filled) as store:
        assert len(names(store)) == 41


def test_another_thread_of_the_same_store_that_writes_is_told(store):
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with store.write():
            entered.set()
            leave.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    entered.wait()
    with pytest.raises(BusyError):
        add_person(store, "Bo")
    leave.set()
    thread.join()


def test_sqlite_is_fixed_or_no_checkpoint_runs_outside_the_lock(store):
    from db import sqlite
    from db.filestore import filestore

    with filestore.bare(store._writes) as writer:
        assert sqlite.number(writer, "wal_autocheckpoint") == 0
    with store.read() as connection:
        reader = connection.connection.driver_connection
        assert sqlite.number(reader, "wal_autocheckpoint") == 0


@pytest.mark.parametrize(
    ("version", "is_fixed"),
    [
        ((3, 46, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)
def test_versions_of_sqlite_with_the_wal_reset_bug_are_known(version, is_fixed):
    from db import sqlite

    assert sqlite.fixed(version) is is_fixed


def test_another_driver_is_taken_only_when_it_brings_the_cure(monkeypatch):
    from types import ModuleType

    from db import sqlite

    def driver(*version: int) -> ModuleType:
        module = ModuleType("driver")
        module.sqlite_version_info = version
        return module

    old, new = driver(3, 46, 1), driver(3, 53, 4)
    monkeypatch.setitem(sys.modules, "other", new)
    assert sqlite.choose_driver(old, "other") is new
    assert sqlite.choose_driver(driver(3, 52, 0), "other") is not new
    monkeypatch.setitem(sys.modules, "other", driver(3, 51, 1))
    assert sqlite.choose_driver(old, "other") is old
    monkeypatch.setitem(sys.modules, "other", None)
    assert sqlite.choose_driver(old, "other") is old
