"""Two kinds of transaction on one file: what each promises to its own process and to others."""

import threading
from datetime import datetime

import pytest
from sqlalchemy import exc, func, insert, literal, select, text, update
from sqlalchemy.engine.interfaces import CacheStats

from db import sqlite
from db.engine import open_store
from db.faults import BusyError, RefusedError, StoreError, TooNewError
from db.filestore import filestore
from db.tables import Article, Event, Person
from tests.db.material import NOW, add_event, add_person, count_at_once, names


def test_what_is_written_is_read_back_after_a_restart(path):
    with open_store(path) as store:
        add_person(store, "Ann")
    with open_store(path) as store:
        assert names(store) == ["Ann"]


def test_an_error_inside_a_write_leaves_nothing_behind(store):
    def fail():
        with store.write() as connection:
            connection.execute(insert(Person).values(name="Bo"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert names(store) == ["Ann"]


def test_a_reading_sees_one_state_while_others_write(store, path):
    with open_store(path) as other, store.read() as connection:
        count = text("SELECT count(*) FROM person")
        before = connection.scalar(count)
        add_person(other, "Bo")
        assert connection.scalar(count) == before
    assert names(store) == ["Ann", "Bo"]


def test_a_reading_cannot_write(store):
    with pytest.raises(StoreError, match="read-only"), store.read() as connection:
        connection.execute(insert(Person).values(name="Bo"))


def test_two_writers_read_and_change_a_number_without_losing_an_update(store, path):
    count_at_once(path)
    with store.read() as connection:
        assert connection.scalar(text("SELECT version FROM article")) == 41


def test_threads_of_one_store_take_turns(store):
    threads = [threading.Thread(target=add_person, args=(store, f"P{i}")) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(store)) == 9


def test_writes_do_not_nest(store):
    with pytest.raises(RuntimeError), store.write(), store.write():
        pass
    add_person(store, "Bo")


def test_the_data_version_changes_when_another_commits_and_not_when_oneself_does(store, path):
    before = store.data_version()
    add_person(store, "Bo")
    assert store.data_version() == before
    with open_store(path) as other:
        names(other)
        assert store.data_version() == before
        add_person(other, "Cy")
    assert store.data_version() != before


def test_the_data_version_does_not_wait_for_a_write(store):
    before = store.data_version()
    with store.write():
        assert store.data_version() == before


def test_references_to_missing_rows_are_refused(store):
    with pytest.raises(exc.IntegrityError), store.write() as connection:
        connection.execute(text("UPDATE claim SET article_id = 99"))


def test_the_history_can_be_added_to_and_nothing_else(store):
    for statement in (update(Event).values(said="x"), Event.__table__.delete()):
        with pytest.raises(RefusedError, match="append-only"), store.write() as connection:
            connection.execute(statement)


def test_an_operation_is_recorded_once(store):
    with pytest.raises(exc.IntegrityError):
        add_event(store, "again", op="op-add")


def test_errors_do_not_tell_what_was_written(store):
    with pytest.raises(exc.IntegrityError) as caught, store.write() as connection:
        connection.execute(insert(Person).values(name="Ann"))
    assert "Ann" not in str(caught.value)


def test_a_long_log_is_folded_into_the_file(path, monkeypatch):
    monkeypatch.setattr(sqlite, "WAL_LIMIT", 50_000)
    with open_store(path) as store:
        for i in range(30):
            add_person(store, f"P{i}")
        assert sqlite.wal_size(path) < 70_000


def test_a_reader_that_stays_does_not_make_every_save_try_to_fold(path, monkeypatch):
    monkeypatch.setattr(sqlite, "WAL_LIMIT", 50_000)
    folds = []
    fold = sqlite.checkpoint
    monkeypatch.setattr(sqlite, "checkpoint", lambda bare: (folds.append(1), fold(bare)))
    with open_store(path) as store:
        add_person(store, "Ann")
        with store.read() as connection:
            connection.execute(text("SELECT count(*) FROM person"))
            for i in range(60):
                add_person(store, f"P{i}")
            assert len(folds) < 15
        assert len(names(store)) == 61


def test_a_save_counts_although_folding_the_log_fails(path, monkeypatch):
    monkeypatch.setattr(sqlite, "WAL_LIMIT", 1)
    with open_store(path) as store:
        with filestore.bare(store._writes) as writer:
            deny, allow = sqlite.DRIVER.SQLITE_DENY, sqlite.DRIVER.SQLITE_OK
            writer.set_authorizer(lambda _, what, *__: deny if what == "wal_checkpoint" else allow)
        add_person(store, "Ann")
        assert sqlite.wal_size(path) > 0
        assert names(store) == ["Ann"]


def test_closing_the_last_store_leaves_no_log(store, path):
    add_person(store, "Bo")
    store.close()
    assert not sqlite.wal_path(path).exists()


def test_a_schema_changed_by_a_newer_program_meanwhile_is_not_written_to(store, path):
    with open_store(path) as other, other.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(TooNewError, match="meanwhile"):
        add_person(store, "Bo")
    assert names(store) == ["Ann"]


def test_a_write_that_another_program_blocks_says_so(store, path):
    shell = sqlite.connect(path)
    shell.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError, match="locked"):
        add_person(store, "Bo")
    shell.execute("ROLLBACK")
    shell.close()
    add_person(store, "Bo")


def test_the_description_names_the_file_and_the_engine(store, path):
    assert str(path) in store.description()
    assert "SQLite 3." in store.description()


@pytest.mark.parametrize("kind", ["read", "write"])
def test_every_connection_has_its_settings(kind, store):
    expected = {
        "foreign_keys": 1,
        "synchronous": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "wal_autocheckpoint": 0,
        "query_only": int(kind == "read"),
        "busy_timeout": 200,
    }
    with getattr(store, kind)() as connection:
        assert {name: connection.scalar(text(f"PRAGMA {name}")) for name in expected} == expected
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"


@pytest.mark.parametrize(
    "values",
    [
        {"slug": "b", "title": "B", "added_at": datetime(2026, 3, 1)},  # noqa: DTZ001 - what must be refused
        {"slug": "b", "title": "B", "added_at": None},
        {"slug": "b", "title": "\ud800", "added_at": NOW},
        {"slug": "b", "title": "B", "added_at": NOW, "next_number": 2**63},
        {"slug": "bridge", "title": "B", "added_at": NOW},
    ],
    ids=["no zone", "nothing", "half a character", "too large", "taken"],
)
def test_a_value_that_cannot_be_stored_is_refused_and_the_store_stays_well(values, store):
    with pytest.raises((exc.SQLAlchemyError, ValueError, OverflowError)), store.write() as connection:
        connection.execute(insert(Article).values(**values))
    assert store.refusal is None
    assert names(store) == ["Ann"]


def test_a_word_outside_its_vocabulary_is_refused(store):
    with pytest.raises(exc.StatementError), store.write() as connection:
        connection.execute(insert(Person).values(name="Bo", role="king"))
    with pytest.raises(exc.IntegrityError), store.write() as connection:
        connection.execute(text("INSERT INTO person (name, initials, role) VALUES ('Bo', '', 'king')"))
    assert store.refusal is None


def test_a_statement_is_turned_into_sql_once_for_reading_writing_and_every_database(store, tmp_path):
    asked = select(func.count(Article.id), literal("asked once"))
    with store.write() as connection:
        assert connection.execute(asked).context.cache_hit is CacheStats.CACHE_MISS
    with store.read() as connection:
        assert connection.execute(asked).context.cache_hit is CacheStats.CACHE_HIT
    with open_store(tmp_path / "other.db") as another, another.read() as connection:
        assert connection.execute(asked).context.cache_hit is CacheStats.CACHE_HIT
