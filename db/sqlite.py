"""All that is SQLite's alone: driver, settings, application id, checks, checkpoints, append-only triggers."""

import contextlib
import importlib
import secrets
import sqlite3
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

from db import files

APPLICATION_ID = int.from_bytes(files.APPLICATION_ID, "big")
"""The mark of a Factcheck database, as SQLite gives and takes it."""

WAL_LIMIT = 4 * 1024 * 1024
"""Bytes of write-ahead log that are worth a checkpoint."""

APPEND_ONLY = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {act} ON event"
    " BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for name, act in (("event_never_changes", "UPDATE"), ("event_never_goes", "DELETE"))
)
"""Statements that make the table event append-only, where it is not already."""


_NAMES = {
    "database disk image is malformed": "SQLITE_CORRUPT",
    "Could not decode to UTF-8": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
}
"""Names of the errors that a driver gives without one, in a backup for instance."""


def fixed(version: tuple[int, ...]) -> bool:
    """Whether a SQLite of this *version* is free of the WAL-reset bug, which can lose commits."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def choose_driver(standard: ModuleType = sqlite3, other: str = "pysqlite3.dbapi2") -> ModuleType:
    """The standard driver, or the *other* one where only that brings a fixed SQLite."""
    if fixed(standard.sqlite_version_info):
        return standard
    try:
        candidate = importlib.import_module(other)
    except ImportError:
        return standard
    return candidate if fixed(candidate.sqlite_version_info) else standard


DRIVER = choose_driver()
"""The one SQLite of this process: two of them would drop each other's file locks."""


def connect(
    path: Path, *, mode: str = "rw", immutable: bool = False, timeout: float = 10
) -> sqlite3.Connection:
    """A bare connection that never creates a file and begins no transaction by itself.

    The file of a database that is open must be looked at through here only: closing any other handle on it
    drops the locks that SQLite holds for this process.

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


def new_generation() -> int:
    """A number for a database or a copy of one, which no other has; kept as SQLite's user version."""
    return secrets.randbits(31) or 1


def number(connection: sqlite3.Connection, pragma: str) -> int:
    """The value of a *pragma* that is a whole number."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def schema(connection: sqlite3.Connection) -> str:
    """The number of the last migration that the database has seen; "" when it has no table of them."""
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return str(row[0]) if row else ""


def error_name(error: BaseException) -> str:
    """SQLite's own name of an *error*, such as SQLITE_CORRUPT; "" for what is not SQLite's."""
    if not isinstance(error, DRIVER.Error):
        return ""
    name = getattr(error, "sqlite_errorname", None)
    said = str(error)
    return str(name or next((known for begin, known in _NAMES.items() if said.startswith(begin)), ""))


def trouble(connection: sqlite3.Connection, *, thorough: bool = False) -> list[str]:
    """What SQLite finds wrong with the file, at most ten lines; nothing when it is sound.

    Args:
        connection: to the file.
        thorough: compare indexes with their tables as well, which takes four times as long.
    """
    try:
        rows = connection.execute(f"PRAGMA {'integrity_check' if thorough else 'quick_check'}(10)").fetchall()
    except UnicodeDecodeError:
        return ["the schema cannot be read"]
    except DRIVER.DatabaseError as error:
        if error_name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return str(error).splitlines()[:1]
        raise
    lines = [line.strip() for row in rows for line in str(row[0]).splitlines()]
    return [line for line in lines if line != "ok" and not line.startswith("***")]


def wal_path(path: Path) -> Path:
    """The write-ahead log beside the database at *path*."""
    return files.beside(path, files.WAL)


def wal_size(path: Path) -> int:
    """Bytes in the write-ahead log of the database at *path*."""
    try:
        return wal_path(path).stat().st_size
    except FileNotFoundError:
        return 0


def checkpoint(connection: sqlite3.Connection) -> None:
    """Moves the write-ahead log into the file as far as readers and the disk allow, at once.

    The caller holds the write lock: SQLite before 3.51.3 can lose commits when a writer resets the log while
    another connection starts a checkpoint, and under the lock the two never overlap. A failure is no news:
    what is in the log is saved, and the next checkpoint tries again.
    """
    waits = number(connection, "busy_timeout")
    connection.execute("PRAGMA busy_timeout=0")
    with contextlib.suppress(DRIVER.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute(f"PRAGMA busy_timeout={waits}")
