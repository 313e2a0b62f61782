"""Backups of the desk: made, made once a day by themselves, and put back."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import files, migrate, sqlite
from db.faults import AddressError, DamagedError, ReadOnlyError, UnreachableError, damaged, told
from db.filestore import copies
from db.filestore.filestore import FileStore
from db.filestore.opening import examine, reader
from db.store import Store

DAY = timedelta(days=1)


def backup(store: Store, target: Path | None = None, *, now: datetime | None = None) -> Path:
    """Writes a verified copy of the database, and answers where it is.

    Args:
        store: the open database.
        target: a new file, or a directory to put one in; None for the directory beside the database, where
            superfluous older backups are then removed.
        now: the present moment, for the file's name.

    Raises:
        DamagedError: the database is damaged; no older backup was touched.
        StoreError: the copy could not be written.
    """
    moment = now or datetime.now(UTC)
    path = _file(store).path
    if target is None:
        return copies.keep(path, moment)
    whole = target.expanduser().absolute()
    if whole.is_dir():
        whole = copies.named(path, whole, moment)
    elif what := files.part_of_desk(whole, path):
        raise AddressError(f"{whole} is {what}: name a new file for the backup.")
    if whole.exists():
        raise AddressError(f"{whole} exists already: name a new file for the backup.")
    copies.copy(path, whole)
    return whole


def daily(store: Store, now: datetime) -> Path | None:
    """Makes the backup of the day: when something has changed since the last one and that is a day old.

    Args:
        store: the open database.
        now: the present moment, with its time zone.

    Raises:
        StoreError: as `backup`.
    """
    path = _file(store).path
    last = max(copies.kept(path), default=None)
    if last is not None and (now - last < DAY or changed(path) <= last):
        return None
    return copies.keep(path, now)


def changed(path: Path) -> datetime:
    """When the database at *path*, or the log beside it, was last written to."""
    seconds = [file.stat().st_mtime for file in (path, sqlite.wal_path(path)) if file.exists()]
    return datetime.fromtimestamp(max(seconds), UTC)


def restore(store: Store, source: Path, *, now: datetime | None = None) -> Path | None:
    """Puts the backup *source* in the place of the database's content, for all who have it open.

    The present content is backed up first. A file is never exchanged for another: that would destroy the
    database under a program that has it open.

    Args:
        store: the open database, which may be damaged.
        source: a backup.
        now: the present moment, for the name of the safety backup.

    Returns:
        The backup of what was there before; None when it was too damaged to be copied.

    Raises:
        StoreError: *source* is no sound Factcheck database, or the live one cannot be written.
    """
    live = _file(store)
    moment = now or datetime.now(UTC)
    given = source.expanduser().absolute()
    _fit(given, live.path)
    if isinstance(live.refusal, ReadOnlyError):
        raise live.refusal
    with live.locked():
        safety = _safety(live.path, moment)
        # First: a mark of what was there must not outlive it, wherever the program is killed.
        live.marks.clear()
        with closing(reader(given)) as old, closing(sqlite.connect(live.path)) as new:
            # No other settings: most need a schema that can be read. This one makes SQLite write to a file
            # that is cut off.
            new.execute("PRAGMA writable_schema=ON")
            new.execute("PRAGMA wal_autocheckpoint=0")
            with told(live.path):
                old.backup(new, pages=-1)
                sqlite.checkpoint(new)
    migrate.upgrade(live.path, live.lock, live.patience)
    live.look_again()
    return safety


def _fit(source: Path, live: Path) -> None:
    """Refuses a *source* that must not take the place of the database *live*."""
    if not source.is_file():
        raise UnreachableError(f"There is no backup {source}: name the file to restore.")
    if source.samefile(live):
        raise AddressError(f"{source} is the database itself: name a backup of it.")
    found = examine(source)
    if isinstance(found.refusal, DamagedError):
        raise found.refusal
    migrate.refuse_newer(found.schema, source)
    with told(source), closing(reader(source)) as bare:
        trouble = sqlite.trouble(bare)
    if trouble:
        raise damaged(source, trouble[0])


def _safety(path: Path, now: datetime) -> Path | None:
    """Copies what a restored backup will overwrite, as far as damage allows."""
    try:
        return copies.keep(path, now)
    except DamagedError:
        wreck = copies.named(path, files.backups(path), now, "damaged-")
        try:
            copies.copy(path, wreck, sound=False)
        except DamagedError:
            return None
        return wreck


def _file(store: Store) -> FileStore:
    """The *store* as one in a file.

    Raises:
        AddressError: it is on a server, which has its own way of backups.
    """
    if not isinstance(store, FileStore):
        raise AddressError("The database is on a server: back it up there, with pg_dump.")
    return store
