"""The door to the database: one Store, with a transaction to read and a transaction to write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import Connection as Bare
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from db import address, sqlite
from db.faults import BusyError, MissingDriverError, StoreError, replaced, told
from db.lock import WriteLock

PATIENCE = 10.0
"""Seconds to wait for another writer before telling who it is."""


class Store:
    """An open database.

    Attributes:
        path: the database file, or None for a server.
        url: the address, without its password.
        refusal: why nothing can be written, or None when everything can.
    """

    def __init__(self, path: Path, url: str, person: str = "", patience: float = PATIENCE) -> None:
        self.path: Path | None = path
        self.url = url
        self.refusal: StoreError | None = None
        self._file = path
        self._patience = patience
        self._lock = WriteLock(path, person)
        self._identity = _identity(path)
        self._turn = threading.Lock()
        self._seen = 0
        self._wal_limit = sqlite.WAL_LIMIT
        self._reads = _engine(path, "BEGIN", query_only=True, timeout=patience)
        # A single connection writes: its data version then changes only when somebody else has committed.
        self._writes = _engine(path, "BEGIN IMMEDIATE", query_only=False, timeout=patience, only=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing.

        Raises:
            StoreError: the database cannot be read.
        """
        with told(str(self._file)), self._reads.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its beginning; on disk when the block is left.

        Everything is rolled back when the block raises. Transactions do not nest.

        Raises:
            StoreError: the database cannot be written; nothing was.
        """
        if self.refusal is not None:
            raise self.refusal
        with told(str(self._file)), self._exclusive():
            with self._writes.connect() as connection, connection.begin():
                yield connection
            self._checkpoint()

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        """Holds the write lock against this process's other threads and against other processes."""
        if not self._turn.acquire(timeout=self._patience):
            raise BusyError(f"Another thread is writing to {self._file}: try again; nothing was saved.")
        try:
            with self._lock.held(self._patience):
                if _identity(self._file) != self._identity:
                    raise replaced(str(self._file))
                yield
        finally:
            self._turn.release()

    def data_version(self) -> int:
        """A number that changes when anybody but this store has committed; costs microseconds."""
        if self._turn.acquire(blocking=False):
            try:
                with told(str(self._file)), _bare(self._writes) as bare:
                    self._seen = sqlite.data_version(bare)
            finally:
                self._turn.release()
        return self._seen

    def description(self) -> str:
        """The database in one line: its address and its engine."""
        version = ".".join(map(str, sqlite.DRIVER.sqlite_version_info))
        return f"{self._file} (SQLite {version})"

    def close(self) -> None:
        """Closes all connections; the last one to leave folds the write-ahead log into the file."""
        self._reads.dispose()
        self._writes.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _checkpoint(self) -> None:
        """Folds the write-ahead log into the file once it is long; the caller holds the write lock."""
        if sqlite.wal_size(self._file) < self._wal_limit:
            return
        with _bare(self._writes) as bare:
            sqlite.checkpoint(bare)
        # A reader that stays can keep the log from shrinking: try again only after as much has been added.
        self._wal_limit = sqlite.wal_size(self._file) + sqlite.WAL_LIMIT


def open_store(
    url_or_path: str | Path | None = None,
    *,
    create: bool = True,
    person: str = "",
    patience: float = PATIENCE,
) -> Store:
    """Opens a database, making it first where there is none.

    Args:
        url_or_path: a file, a URL, or None for the standard file in the user's data directory.
        create: make the file when it does not exist.
        person: who works with it, told to those who wait for the write lock.
        patience: seconds to wait for another writer.

    Raises:
        StoreError: it cannot be opened; the error says why, and nothing was changed.
    """
    from db import migrate

    where = address.parse(url_or_path)
    if where.path is None:
        raise MissingDriverError("A PostgreSQL database needs a driver: pip install 'psycopg[binary]'")
    if where.standard:
        where.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if create and not where.path.exists():
        migrate.create(where.path, WriteLock(where.path, person), patience)
    return Store(where.path, str(where.url), person, patience)


def _engine(path: Path, begin: str, *, query_only: bool, timeout: float, only: bool = False) -> Engine:
    """An engine whose transactions start with *begin*; *only* keeps it to a single connection."""

    def connect() -> Bare:
        bare = sqlite.connect(path, timeout=timeout)
        sqlite.prepare(bare, query_only=query_only)
        return bare

    engine = create_engine(
        "sqlite://",
        module=sqlite.DRIVER,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1 if only else 5,
        max_overflow=0 if only else 10,
        hide_parameters=True,
    )
    event.listen(engine, "begin", partial(_begin, begin))
    return engine


def _begin(statement: str, connection: Connection) -> None:
    """Starts the transaction that SQLAlchemy believes to be open: the driver starts none by itself."""
    connection.exec_driver_sql(statement)


@contextmanager
def _bare(engine: Engine) -> Iterator[Bare]:
    """The driver's own connection, outside any transaction."""
    pooled = engine.raw_connection()
    try:
        bare = pooled.driver_connection
        if bare is None:
            raise StoreError("The connection to the database is closed.")
        yield bare
    finally:
        pooled.close()


def _identity(path: Path) -> tuple[int, int]:
    """Device and inode of the file at *path*; (0, 0) when it is gone."""
    try:
        facts = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (facts.st_dev, facts.st_ino)
