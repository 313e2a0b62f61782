"""A store on a PostgreSQL server keeps the same promises; runs where a server's programs and a driver are."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text, update

from db import migrate
from db.engine import open_store
from db.faults import (
    AddressError,
    BusyError,
    ReadOnlyError,
    RefusedError,
    StoreError,
    TooNewError,
    UnreachableError,
)
from db.maintenance.backup import backup
from db.maintenance.check import check
from db.store import Store
from db.tables import Event
from tests.db.conftest import NOBODY
from tests.db.material import add_person, count_at_once, fill, names

pytestmark = pytest.mark.skipif(
    shutil.which("postgres") is None
    or shutil.which("initdb") is None
    or importlib.util.find_spec("psycopg") is None,
    reason="no PostgreSQL server or no psycopg here",
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of a server that listens on a socket of its own."""
    user = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory() as place:
        if user:
            os.chown(place, NOBODY, NOBODY)
        data = Path(place) / "data"
        quiet = {
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "cwd": place,
            "check": True,
            **user,
        }
        subprocess.run(
            ["initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet
        )
        options = f"-c listen_addresses= -c unix_socket_directories={place} -c fsync=off"
        subprocess.run(["pg_ctl", "-D", data, "-o", options, "-l", f"{place}/log", "-w", "start"], **quiet)
        yield f"postgresql+psycopg://desk@/postgres?host={place}"
        subprocess.run(["pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], **quiet)


@pytest.fixture
def url(server) -> Iterator[str]:
    """The URL of an empty database."""
    psql = ["psql", "-h", server.rpartition("=")[2], "-U", "desk", "-q", "postgres", "-c"]
    subprocess.run([*psql, "CREATE DATABASE desk"], check=True)
    yield server.replace("/postgres?", "/desk?")
    subprocess.run([*psql, "DROP DATABASE desk WITH (FORCE)"], check=True)


@pytest.fixture
def store(url) -> Iterator[Store]:
    with open_store(url, patience=0.2) as opened:
        fill(opened)
        yield opened


def test_what_is_written_is_read_back_by_another(store, url):
    before = store.data_version()
    with open_store(url) as other:
        add_person(other, "Bo")
        assert names(store) == ["Ann", "Bo"]
    assert store.path is None
    assert store.data_version() == before == 2


def test_the_doctor_finds_no_problem(store):
    assert check(store).problems == ()


def test_a_reading_sees_one_state_and_cannot_write(store, url):
    with open_store(url) as other, store.read() as connection:
        count = text("SELECT count(*) FROM person")
        assert connection.scalar(count) == 1
        add_person(other, "Bo")
        assert connection.scalar(count) == 1
    with pytest.raises(ReadOnlyError), store.read() as connection:
        connection.execute(text("DELETE FROM note"))


def test_the_history_is_append_only(store):
    for statement in (update(Event).values(said="x"), Event.__table__.delete(), text("TRUNCATE event")):
        with pytest.raises(RefusedError, match="append-only"), store.write() as connection:
            connection.execute(statement)


def test_a_second_writer_waits_and_is_told(store, url):
    with open_store(url, patience=0.05) as other, store.write(), pytest.raises(BusyError):
        add_person(other, "Bo")


def test_writers_lose_no_update(store, url):
    count_at_once(url)
    with store.read() as connection:
        assert connection.scalar(text("SELECT version FROM article")) == 41


def test_a_newer_database_is_refused(store, url):
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(TooNewError):
        open_store(url)


def test_the_migrations_make_the_tables(url, store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    from db.tables import Table

    engine = create_engine(url)
    with engine.begin() as connection:
        Table.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
        migrate.migrate(connection)
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []
    engine.dispose()


def test_a_server_is_backed_up_by_its_own_means(store):
    with pytest.raises(AddressError, match="pg_dump"):
        backup(store)


def test_a_database_that_is_not_there_is_one_sentence(server, tmp_path):
    for gone in (server.replace("/postgres?", "/nothing?"), f"postgresql://desk@/x?host={tmp_path}"):
        with pytest.raises(UnreachableError) as caught:
            open_store(gone)
        assert "\n" not in str(caught.value)


def test_the_password_is_never_told(server):
    with pytest.raises(StoreError) as caught:
        open_store("postgresql+psycopg://ann:secret@/nothing?host=/nowhere")
    assert "secret" not in str(caught.value)
