"""A store in a file: two engines on one SQLite database, its write lock, and the checks before each write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from sqlite3 import Connection as Bare
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import Compiled, Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from db import sqlite
from db.faults import BusyError, DamagedError, TooNewError, UnreachableError, from_disk, replaced, told
from db.filestore.lock import WriteLock
from db.filestore.mark import MarkFile, ending
from db.filestore.opening import Opening, examine
from db.store import Store


class FileStore(Store):
    """An open SQLite file; `Store` says what it can do.

    Attributes:
        lock: its write lock.
        marks: what is known of the last event beside it.
        patience: seconds to wait for the lock.
    """

    path: Path

    def __init__(self, path: Path, found: Opening, lock: WriteLock, patience: float) -> None:
        """Opens the file at *path* as it was *found*; writers wait *patience* seconds for the *lock*."""
        self.path = path
        self.url = f"sqlite:///{path}"
        self.refusal = found.refusal
        self.lock = lock
        self.marks = MarkFile(path)
        self._schema = found.schema
        self.patience = patience
        self._identity = _identity(path)
        self._turn = threading.Lock()
        self._writer = 0
        self._seen = 0
        self._wal_limit = sqlite.WAL_LIMIT
        connect = partial(sqlite.connect, path, mode=found.mode, immutable=found.immutable, timeout=patience)
        self._reads = engine(connect, "BEGIN", query_only=True)
        # A single connection writes: its data version then changes only when somebody else has committed.
        self._writes = engine(connect, "BEGIN IMMEDIATE", only=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        with self._told(), self._reads.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its beginning; on disk when the block is left."""
        if self.refusal is not None:
            raise self.refusal
        with self._told(), self.locked():
            with self._writes.connect() as connection, connection.begin():
                self._still_ours(connection)
                yield connection
                end = ending(_driven(connection))
            self._fold()
            if end is not None:
                self.marks.note(end)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the write lock against this process's other threads and against other processes.

        Raises:
            StoreError: it cannot be had, or the file is not the one that was opened.
        """
        if self._writer == threading.get_ident():
            raise RuntimeError("a write transaction is open in this thread already")
        if not self._turn.acquire(timeout=self.patience):
            raise BusyError(f"Another part of the program is writing to {self.path}: try again.")
        try:
            self._writer = threading.get_ident()
            with self.lock.held(self.patience):
                if _identity(self.path) != self._identity:
                    raise replaced(self.path)
                yield
        finally:
            self._writer = 0
            self._turn.release()

    def data_version(self) -> int:
        """A number that changes when anybody but this store has committed; costs microseconds."""
        # While this process writes the last answer stands: the one connection that knows is taken.
        if self._turn.acquire(blocking=False):
            try:
                with self._told(), bare(self._writes) as connection:
                    self._seen = sqlite.number(connection, "data_version")
            finally:
                self._turn.release()
        return self._seen

    def look_again(self) -> None:
        """Learns how the file is now, after something else than a transaction has written it."""
        found = examine(self.path, self.lock)
        self.refusal = found.refusal
        self._schema = found.schema

    def description(self) -> str:
        """The file and the version of SQLite."""
        version = ".".join(map(str, sqlite.DRIVER.sqlite_version_info))
        return f"{self.path} (SQLite {version})"

    def close(self) -> None:
        """Closes all connections; the last process to leave folds the write-ahead log into the file."""
        self._reads.dispose()
        self._writes.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors for people; after the first sign of damage nothing is written any more."""
        try:
            with told(self.path):
                yield
        except DamagedError as error:
            self.refusal = error
            raise

    def _still_ours(self, connection: Connection) -> None:
        """Refuses to write to a schema that another version of the program has changed meanwhile."""
        if sqlite.schema(_driven(connection)) != self._schema:
            raise TooNewError(
                f"A newer version of Factcheck has changed the database {self.path} meanwhile, so nothing was"
                " saved: start again with that version."
            )

    def _fold(self) -> None:
        """Folds the write-ahead log into the file once it is long; the caller holds the write lock."""
        if sqlite.wal_size(self.path) < self._wal_limit:
            return
        with bare(self._writes) as connection:
            sqlite.checkpoint(connection)
        # A reader that stays can keep the log from shrinking: try again only after as much has been added.
        self._wal_limit = sqlite.wal_size(self.path) + sqlite.WAL_LIMIT


_COMPILED: LRUCache[Any, Compiled] = LRUCache(500)
"""Statements as SQL, for all engines of the process: compiling one takes longer than most queries do."""


@cache
def _dialect() -> Dialect:
    """The way in which SQLite is spoken to; one for the process, as SQL is kept under it."""
    made = create_engine("sqlite://", module=sqlite.DRIVER)
    with made.connect():  # it learns from its first connection which SQLite this is
        pass
    made.dispose()
    return made.dialect


def engine(
    connect: partial[Bare],
    begin: str,
    *,
    only: bool = False,
    foreign_keys: bool = True,
    query_only: bool = False,
) -> Engine:
    """An engine on one SQLite file.

    Args:
        connect: makes a bare connection.
        begin: the statement that starts a transaction.
        only: keep to a single connection.
        foreign_keys: whether they are enforced; a migration that rebuilds a table needs them off.
        query_only: refuse every statement that writes.
    """

    def prepared() -> DBAPIConnection:
        connection = connect()
        try:
            sqlite.prepare(connection, foreign_keys=foreign_keys, query_only=query_only)
        except BaseException:
            connection.close()  # nobody else knows of it
            raise
        return cast("DBAPIConnection", connection)

    dialect = _dialect()
    made = Engine(
        QueuePool(prepared, dialect=dialect, pool_size=1 if only else 5, max_overflow=0 if only else 10),
        dialect,
        make_url("sqlite://"),
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )
    # The driver starts no transaction by itself; its own way loses updates and commits half of a migration.
    event.listen(made, "begin", lambda connection: connection.exec_driver_sql(begin))
    return made


def _driven(connection: Connection) -> Bare:
    """The driver's own connection below SQLAlchemy's, for what every save asks."""
    driver: Bare | None = connection.connection.driver_connection
    if driver is None:
        raise UnreachableError("The connection to the database is closed.")
    return driver


@contextmanager
def bare(made: Engine) -> Iterator[Bare]:
    """The driver's own connection, outside any transaction."""
    pooled = made.raw_connection()
    try:
        connection = pooled.driver_connection
        if connection is None:
            raise UnreachableError("The connection to the database is closed.")
        yield connection
    finally:
        pooled.close()


def _identity(path: Path) -> tuple[int, int]:
    """Device and inode of the file at *path*; (0, 0) when it is gone."""
    try:
        facts = path.stat()
    except FileNotFoundError:
        return (0, 0)
    except OSError as error:
        raise from_disk(error, path) from error
    return (facts.st_dev, facts.st_ino)
