"""All that is SQLite's alone: driver, settings, application id, checkpoints, append-only triggers."""

import importlib
import sqlite3
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

APPLICATION_ID = int.from_bytes(b"FACT", "big")
"""Written into the header of every Factcheck database."""

WAL_LIMIT = 4 * 1024 * 1024
"""Bytes of write-ahead log that are worth a checkpoint."""

APPEND_ONLY = tuple(
    f"CREATE TRIGGER {name} BEFORE {act} ON event BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
    for name, act in (("event_never_changes", "UPDATE"), ("event_never_goes", "DELETE"))
)
"""Statements that make the table event append-only."""


def fixed(version: tuple[int, ...]) -> bool:
    """Whether a SQLite of this *version* is free of the WAL-reset bug, which can lose commits."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def _driver() -> ModuleType:
    """The standard driver, or pysqlite3 where only that one brings a fixed SQLite."""
    if fixed(sqlite3.sqlite_version_info):
        return sqlite3
    try:
        other = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3
    return other if fixed(other.sqlite_version_info) else sqlite3


DRIVER = _driver()
"""The one SQLite in this process: two copies would drop each other's file locks."""

SAFE = fixed(DRIVER.sqlite_version_info)
"""Whether the driver's SQLite is free of the WAL-reset bug."""


def connect(
    path: Path, *, mode: str = "rw", immutable: bool = False, timeout: float = 10
) -> sqlite3.Connection:
    """A bare connection that never creates a file and begins no transaction by itself.

    Args:
        path: the database file.
        mode: "rw" or "ro".
        immutable: read the file as it lies, without locks and without its write-ahead log.
        timeout: seconds to wait for another program's lock.
    """
    # Quoted, because ?, # and % in a file name mean something else in a URI.
    query = f"?mode={mode}" + ("&immutable=1" if immutable else "")
    connection: sqlite3.Connection = DRIVER.connect(
        f"file:{quote(str(path))}{query}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
    )
    return connection


def prepare(connection: sqlite3.Connection, *, foreign_keys: bool = True, query_only: bool = False) -> None:
    """Sets what must hold on every connection; the journal mode is the file's, set when it is made."""
    for setting in (
        f"foreign_keys={int(foreign_keys)}",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "cache_size=-16384",
        "temp_store=MEMORY",
        # Checkpoints run under the write lock only (see checkpoint): no writer ever meets one.
        "wal_autocheckpoint=0",
        f"query_only={int(query_only)}",
    ):
        connection.execute(f"PRAGMA {setting}")


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection than this one has committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def wal_path(path: Path) -> Path:
    """The write-ahead log beside the database at *path*."""
    return path.with_name(path.name + "-wal")


def wal_size(path: Path) -> int:
    """Bytes in the write-ahead log of the database at *path*."""
    try:
        return wal_path(path).stat().st_size
    except FileNotFoundError:
        return 0


def checkpoint(connection: sqlite3.Connection) -> None:
    """Moves the write-ahead log into the file as far as readers allow, without waiting for them.

    The caller holds the write lock: SQLite before 3.51.3 can lose commits when a writer resets the log while
    another connection starts a checkpoint, and under the lock the two never overlap.
    """
    waits = int(connection.execute("PRAGMA busy_timeout").fetchone()[0])
    connection.execute("PRAGMA busy_timeout=0")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.execute(f"PRAGMA busy_timeout={waits}")
