"""The door to the database: opens a store, making or upgrading the database where that is needed."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from db import address, migrate
from db.faults import DamagedError, ReadOnlyError, StoreError, UnreachableError, from_disk
from db.filestore.filestore import FileStore
from db.filestore.lock import WriteLock
from db.filestore.mark import MarkFile
from db.filestore.opening import Opening, examine
from db.maintenance import backup
from db.store import Store

__all__ = ["PATIENCE", "Store", "open_store"]

PATIENCE = 10.0
"""Seconds to wait for another writer before telling who it is."""


def open_store(
    url_or_path: str | Path | None = None,
    *,
    create: bool = True,
    person: str = "",
    patience: float = PATIENCE,
) -> Store:
    """Opens a database: made first where there is none, upgraded where it is older, backed up once a day.

    A database that can only be read, or is damaged, is opened all the same: `Store.refusal` then says why
    nothing can be written.

    Args:
        url_or_path: a file, a URL, or None for the standard file in the user's data directory.
        create: make the file when it does not exist.
        person: who works with it, told to those who wait for the write lock.
        patience: seconds to wait for another writer.

    Raises:
        StoreError: it cannot be opened; the error says why, and nothing was changed.
    """
    where = address.parse(url_or_path)
    if where.path is None:
        from db.serverstore import ServerStore  # deferred: most desks are a file

        return ServerStore(where.url, patience)
    path = where.path
    lock = WriteLock(path, person)
    new = not _there(path)
    if new:
        if not create:
            raise UnreachableError(
                f"There is no database {path}: check the name, or add a draft to begin one."
            )
        if where.standard:
            _make_room(path.parent)
        migrate.create(path, lock, patience)
    else:
        _look_for_loss(path, lock, patience)
    store = FileStore(path, _ready(path, lock, patience), lock, patience)
    if not new:
        _back_up(store)
    return store


def _look_for_loss(path: Path, lock: WriteLock, patience: float) -> None:
    """Remembers the last event where it was lost with the log, before anything is written to the file."""
    marks = MarkFile(path)
    if marks.missing() is not None:
        with contextlib.suppress(StoreError), lock.held(patience):
            marks.keep_missing()


def _there(path: Path) -> bool:
    """Whether there is anything at *path*."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise from_disk(error, path) from error
    return True


def _make_room(directory: Path) -> None:
    """Makes the user's data directory, for the owner only."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise from_disk(error, directory) from error


def _ready(path: Path, lock: WriteLock, patience: float) -> Opening:
    """Brings the file at *path* to this version's schema, and answers how it can be opened."""
    found = examine(path, lock)
    if isinstance(found.refusal, DamagedError):
        return found
    migrate.refuse_newer(found.schema, path)
    if found.schema != migrate.head():
        if found.refusal is not None:
            raise ReadOnlyError(
                f"An older version of Factcheck made the database {path}, and it cannot be upgraded: it is"
                " read-only; make it writable first."
            )
        migrate.upgrade(path, lock, patience)
        found = examine(path, lock)
    if found.refusal is None and found.journal != "wal":
        migrate.set_journal(path, lock, patience)
    return found


def _back_up(store: FileStore) -> None:
    """Makes the backup of the day; whatever keeps it from being made does not keep the desk closed."""
    if store.refusal is not None:
        return
    try:
        backup.daily(store, datetime.now(UTC))
    except DamagedError as error:
        store.refusal = error
    except StoreError:
        pass
