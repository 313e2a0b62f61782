"""What a database file is before it is used: ours or not, readable, writable, sound, and of which schema."""

import os
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from db import sqlite
from db.faults import (
    DamagedError,
    FullError,
    StoreError,
    UnreachableError,
    damaged,
    foreign,
    full,
    read_only,
    told,
)
from db.filestore.lock import WriteLock


class Opening(NamedTuple):
    """How a file can be opened."""

    schema: str
    """Number of its last migration; "" when damage hides it."""
    mode: str
    """SQLite's mode: "rw" or "ro"."""
    immutable: bool
    """Whether it can only be read as it lies: its directory takes no new files, or the disk is full."""
    journal: str
    """SQLite's journal mode; "" when damage hides it."""
    refusal: StoreError | None
    """Why nothing can be written, or None."""


def examine(path: Path, lock: WriteLock | None = None) -> Opening:
    """Looks at the file at *path* without changing it.

    Args:
        path: an existing file.
        lock: the database's write lock, to tell a program at work from one that was killed; None for a
            backup.

    Raises:
        StoreError: the file cannot be read or is not a Factcheck database.
    """
    if path.is_dir():
        raise UnreachableError(f"{path} is a directory, not a database: name a file in it.")
    if not _allowed(path, os.R_OK):
        raise UnreachableError(f"{path} cannot be read: it belongs to somebody else.")
    writable = _allowed(path, os.W_OK) and _allowed(path.parent, os.W_OK)
    log = sqlite.wal_size(path) > 0
    immutable = not log and not _allowed(path.parent, os.W_OK)
    refusal: StoreError | None = None if writable else read_only(path)
    schema = journal = ""
    if not _whole(path) and not log:
        refusal = damaged(path, "a part of it is missing")
    else:
        try:
            # A file with a log is only read: SQLite would fold the log into it on closing.
            look = reader(path) if log or not writable else sqlite.connect(path)
            with told(path), closing(look):
                schema = sqlite.schema(look)
                journal = str(look.execute("PRAGMA journal_mode").fetchone()[0])
                trouble = sqlite.trouble(look) if log and _left_behind(lock) else []
            if trouble:
                refusal = damaged(path, trouble[0])
        except DamagedError as fault:
            refusal = fault
        except FullError:
            if log:
                raise
            # There is no room for SQLite's shared memory, so nobody has the file open: it is read as it lies.
            immutable, refusal = True, full(path, "so the desk can only be read: free some and start again")
            with told(path), closing(sqlite.connect(path, mode="ro", immutable=True)) as look:
                schema = sqlite.schema(look)
    if not schema and refusal is None:
        raise foreign(path)
    return Opening(schema, "rw" if writable else "ro", immutable, journal, refusal)


def _allowed(path: Path, what: int) -> bool:
    """Whether this user may do *what* with *path*."""
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _whole(path: Path) -> bool:
    """Whether the file is as long as its header says.

    Raises:
        NotOursError: it has no header of ours.
    """
    with told(path), closing(sqlite.connect(path, mode="ro", immutable=True)) as bare:
        # Without this SQLite does not even tell the application id of a file that is cut off.
        bare.execute("PRAGMA writable_schema=ON")
        if sqlite.number(bare, "application_id") != sqlite.APPLICATION_ID:
            raise foreign(path)
        length = sqlite.number(bare, "page_count") * sqlite.number(bare, "page_size")
    return path.stat().st_size >= length


def reader(path: Path) -> Connection:
    """A bare connection that only reads the database at *path*, also where no file can be added beside it."""
    if sqlite.wal_size(path) == 0 and not _allowed(path.parent, os.W_OK):
        return sqlite.connect(path, mode="ro", immutable=True)
    made = sqlite.connect(path, mode="ro")
    try:
        with told(path):
            sqlite.number(made, "schema_version")
    except FullError:
        if sqlite.wal_size(path) == 0:
            made.close()
            return sqlite.connect(path, mode="ro", immutable=True)
    except StoreError:
        pass  # whoever reads is told
    return made


def _left_behind(lock: WriteLock | None) -> bool:
    """Whether a write-ahead log that holds something was left by a program that is no longer there."""
    holder = lock.holder() if lock else None
    return holder is None or not holder.alive()
