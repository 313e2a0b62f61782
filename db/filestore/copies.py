"""Verified copies of a database file, and the directory of backups beside it."""

import contextlib
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from db import files, sqlite
from db.faults import FullError, classify, damaged, from_disk, full
from db.filestore.opening import reader
from db.filestore.thinning import superfluous

_STAMP = "%Y%m%dT%H%M%S.%fZ"

_USER_VERSION = 60
"""Where SQLite's header holds the user version."""

_ABANDONED = 24 * 60 * 60
"""Seconds after which a copy that was begun is nobody's any more."""


def kept(path: Path) -> dict[datetime, Path]:
    """The backups of the database at *path* that the program made, by when."""
    pattern = files.backup_name(path)
    found = {}
    with contextlib.suppress(OSError):
        for file in files.backups(path).iterdir():
            match = pattern.fullmatch(file.name)
            if match and not match[1]:
                found[datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)] = file
    return found


def named(path: Path, place: Path, now: datetime, mark: str = "") -> Path:
    """The file in the directory *place* for a backup of the database at *path* made *now*."""
    return place / f"{path.stem}-{mark}{now.astimezone(UTC).strftime(_STAMP)}.db"


def keep(path: Path, now: datetime) -> Path:
    """Adds a verified copy of the database at *path* to its backups, then lets superfluous ones go.

    Args:
        path: the database.
        now: the present moment, with its time zone.

    Raises:
        StoreError: no copy could be made, or the database is damaged; no older backup was touched.
    """
    place = files.backups(path)
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise from_disk(error, place) from error
    target = named(path, place, now)
    copy(path, target)
    backups = kept(path)
    for moment in superfluous(backups, now):
        backups[moment].unlink(missing_ok=True)
    for part in place.glob(f".{path.stem}-*.part"):
        # Left by a program that was killed; a younger one may be somebody's at work.
        with contextlib.suppress(FileNotFoundError):
            if now.timestamp() - part.stat().st_mtime > _ABANDONED:
                part.unlink()
    return target


def copy(source: Path, target: Path, *, sound: bool = True) -> None:
    """Writes one state of the database *source* to *target*, checked, and all of it or nothing.

    Args:
        source: a database; others may be writing to it.
        target: the new file, readable by the owner only; replaced if it is there.
        sound: refuse to copy a damaged database.

    Raises:
        DamagedError: *source* is damaged, too badly for any copy if not *sound*; *target* is as it was.
        StoreError: the copy could not be written; *target* is as it was.
    """
    try:
        size = source.stat().st_size + sqlite.wal_size(source)
        if shutil.disk_usage(target.parent).free < 2 * size:
            raise full(target)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise from_disk(error, target) from error
    part = Path(name)
    try:
        _fill(part, source, target, sound=sound)
        _own_generation(part)
        settle(part)
        part.replace(target)
        settle(target.parent)
    except OSError as error:
        raise from_disk(error, target) from error
    finally:
        part.unlink(missing_ok=True)


def _fill(part: Path, source: Path, target: Path, *, sound: bool) -> None:
    """Copies *source* into *part*, which will be *target*, and checks what arrived."""
    with contextlib.closing(reader(source)) as old, contextlib.closing(sqlite.connect(part)) as new:
        new.execute("PRAGMA synchronous=OFF")
        # Without it SQLite does not read a file that is cut off.
        old.execute(f"PRAGMA writable_schema={int(not sound)}")
        try:
            # In one step: a backup in several ones begins anew whenever somebody saves meanwhile.
            old.backup(new, pages=-1)
        except sqlite.DRIVER.Error as error:
            fault = classify(error, source)
            if isinstance(fault, FullError):
                raise full(target) from error
            raise fault or error from error
    if not sound:
        return
    with contextlib.closing(sqlite.connect(part, mode="ro", immutable=True)) as copied:
        trouble = sqlite.trouble(copied)
    if trouble:
        raise damaged(source, trouble[0])


def _own_generation(part: Path) -> None:
    """Gives a copy that nobody has open a number of its own in its header."""
    with part.open("r+b") as file:
        file.seek(_USER_VERSION)
        file.write(sqlite.new_generation().to_bytes(4, "big"))


def settle(path: Path) -> None:
    """Waits until the file or directory at *path* is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
