"""What can go wrong with the store: one tree of errors, one sentence each, told apart by SQLite's names.

StoreError
├── AddressError       what was given names no database that can be opened
├── MissingDriverError the address needs a package that is not installed
├── UnreachableError   the file or the server cannot be opened
├── NotOursError       the file is not a Factcheck database
├── TooNewError        a newer version of Factcheck made it
├── DamagedError       the file is damaged
├── BusyError          somebody else holds the write lock
├── FullError          the disk is full
├── ReadOnlyError      the file or its directory cannot be written
└── ReplacedError      the file was moved, deleted or replaced while it was open
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError


class StoreError(Exception):
    """The store cannot do what was asked; the message is one sentence for people."""


class AddressError(StoreError):
    """What was given as a database is neither a file nor a URL that can be opened."""


class MissingDriverError(StoreError):
    """The URL needs a database driver that is not installed; the message holds the install command."""


class UnreachableError(StoreError):
    """The file or the server cannot be opened; the message says why."""


class NotOursError(StoreError):
    """A file that is not a Factcheck database; it was left untouched."""


class TooNewError(StoreError):
    """A database made by a newer version of Factcheck; it was left untouched."""


class DamagedError(StoreError):
    """A database file that is damaged; nothing more is written to it."""


class BusyError(StoreError):
    """The write lock could not be had in time; nothing was written.

    Attributes:
        holder: who holds it, as far as it is known, in words.
    """

    def __init__(self, message: str, *, holder: str = "") -> None:
        super().__init__(message)
        self.holder = holder


class FullError(StoreError):
    """No space is left on the disk; nothing was written."""


class ReadOnlyError(StoreError):
    """The database can be read but not written; nothing was written."""


class ReplacedError(StoreError):
    """The file was moved, deleted or replaced while it was open; nothing was written."""


def damaged(place: str) -> DamagedError:
    """The error for a damaged file at *place*, with the two ways out."""
    return DamagedError(
        f"The database {place} is damaged: nothing more was written to it. Restore the last backup"
        " (factcheck backup --restore) or save what is left with: sqlite3 FILE .recover"
    )


def classify(error: BaseException, place: str) -> StoreError | None:
    """The error for people that stands for a driver's *error*; None when the store is well.

    Args:
        error: what SQLAlchemy or the driver raised.
        place: the database, as people know it.
    """
    original = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(original, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_FORMAT")) or "Could not decode" in str(original):
        return damaged(place)
    if name.startswith("SQLITE_NOTADB"):
        return NotOursError(f"{place} is not a Factcheck database: choose another file with --database.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(
            f"Another program holds the database {place}: close it or try again; nothing was saved."
        )
    if name == "SQLITE_FULL" or name == "SQLITE_IOERR_SHMSIZE":
        return FullError(f"No space is left on the disk of {place}: free some and save again.")
    if name.startswith("SQLITE_READONLY_DBMOVED"):
        return replaced(place)
    if name.startswith("SQLITE_READONLY"):
        return ReadOnlyError(f"The database {place} or its directory is read-only: nothing was saved.")
    if name.startswith("SQLITE_CANTOPEN"):
        return UnreachableError(f"The database {place} cannot be opened: see that it exists and is yours.")
    if name.startswith("SQLITE_IOERR"):
        return UnreachableError(f"The disk of {place} reports an error ({name}): nothing was saved.")
    return None


def replaced(place: str) -> ReplacedError:
    """The error for a file at *place* that is no longer the one that was opened."""
    return ReplacedError(
        f"The database {place} was moved, deleted or replaced while it was open: nothing was saved;"
        " put it back or start again."
    )


def unreadable_value(error: BaseException) -> bool:
    """Whether *error* arose from a stored value that does not parse, which only damage explains."""
    if not isinstance(error, (ValueError, LookupError)):
        return False
    frames = traceback.walk_tb(error.__traceback__)
    return any(str(frame.f_globals.get("__name__")).startswith("sqlalchemy.engine.") for frame, _ in frames)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turns what a driver raises inside the block into errors for people; all else passes unchanged.

    Raises:
        StoreError: the database at *place* cannot do what the block asked.
    """
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        if unreadable_value(error):
            raise damaged(place) from error
        fault = classify(error, place)
        if fault is None:
            raise
        raise fault from error
