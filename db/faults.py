"""What can go wrong with the store: one tree of errors, one sentence each, told apart by SQLite's names.

StoreError
├── AddressError        what was given names no database that can be opened
├── MissingDriverError  the address needs a package that is not installed
├── UnreachableError    the file or the server cannot be opened
├── NotOursError        the file is not a Factcheck database
├── TooNewError         a newer version of Factcheck made it
├── UpgradeError        an older database could not be brought to this version's schema
├── DamagedError        the file is damaged
├── BusyError           somebody else holds the write lock
├── FullError           the disk is full
├── ReadOnlyError       the file or its directory cannot be written
├── RefusedError        a rule inside the database does not allow it
└── ReplacedError       the file was moved, deleted or replaced while it was open
"""

import errno
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from db import sqlite

MISSHAPEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of stored values that have a form which this program never writes."""

ALTERED = "A stored value has a form that it cannot have: it was altered outside the program."


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


class UpgradeError(StoreError):
    """An older database that could not be brought to this version's schema; it is as it was."""


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


class RefusedError(StoreError):
    """A rule that stands in the database itself does not allow the change; nothing was written."""


class ReplacedError(StoreError):
    """The file was moved, deleted or replaced while it was open; nothing was written."""


def foreign(place: object) -> NotOursError:
    """The error for a file at *place* that something else made."""
    return NotOursError(
        f"{place} is not a Factcheck database: it was left as it is; name another file with --database."
    )


def damaged(place: object, detail: str = "") -> DamagedError:
    """The error for a damaged file at *place*; *detail* is SQLite's own word for what is wrong."""
    what = f" ({detail})" if detail else ""
    return DamagedError(
        f"The database {place} is damaged{what} and nothing more is written to it: restore the last backup,"
        f" or save what can be read with “sqlite3 {place} .recover”."
    )


def replaced(place: object) -> ReplacedError:
    """The error for a file at *place* that is no longer the one that was opened."""
    return ReplacedError(
        f"The database {place} was moved, deleted or replaced while it was open, so nothing was saved:"
        " put it back, or start again."
    )


def read_only(place: object) -> ReadOnlyError:
    """The error for a file at *place* that may be read but not written."""
    return ReadOnlyError(
        f"The database {place} is read-only, the file or its directory, so nothing can be saved in it."
    )


def full(place: object, outcome: str = "so nothing was saved: free some and try again") -> FullError:
    """The error for a disk without space for *place*, what comes of it, and what to do."""
    return FullError(f"No space is left on the disk of {place}, {outcome}.")


def refused(place: object, said: str) -> RefusedError:
    """The error for a change that a rule of the database at *place* forbids; *said* is what the rule says."""
    return RefusedError(f"The database {place} refused the change ({said}), so nothing was saved.")


def from_disk(error: OSError, place: object) -> StoreError:
    """The error for people that stands for what the operating system said about *place*."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(place)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return read_only(place)
    return UnreachableError(f"{place} cannot be used: {error.strerror or error}.")


def classify(error: BaseException, place: object) -> StoreError | None:
    """The error for people that stands for a driver's *error*; None when the store is well.

    Args:
        error: what SQLAlchemy or the driver raised.
        place: the database, as people know it.
    """
    original = error.orig if isinstance(error, DBAPIError) else error
    name = sqlite.error_name(original) if original else ""
    if name.startswith("SQLITE_CORRUPT"):
        return damaged(place)
    # The schema's number was right when the file was opened, so the schema itself is no longer what it was.
    if name == "SQLITE_ERROR" and str(original).startswith(_SCHEMA):
        return damaged(place, reason(error))
    if name.startswith(("SQLITE_NOTADB", "SQLITE_FORMAT")):
        return foreign(place)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(
            f"Another program keeps the database {place} locked, so nothing was saved: close that, or wait.",
            holder="another program",
        )
    # Without space for its shared memory SQLite cannot even read.
    if name in ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"):
        return full(place)
    if name == "SQLITE_READONLY_DBMOVED":
        return replaced(place)
    if name.startswith("SQLITE_READONLY"):
        return read_only(place)
    if name.startswith("SQLITE_CANTOPEN"):
        return UnreachableError(f"The database {place} cannot be opened: see that it exists and is yours.")
    if name.startswith("SQLITE_IOERR"):
        return UnreachableError(f"The disk of {place} reports an error ({name}), so nothing was saved.")
    if name == "SQLITE_CONSTRAINT_TRIGGER":
        return refused(place, reason(error))
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return UnreachableError(f"The connection to {place} was lost, so nothing was saved: try again.")
    return None


def reason(error: BaseException) -> str:
    """What the driver, or else *error* itself, says went wrong; one line, without the data it is about."""
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    return said.splitlines()[0] if said else type(error).__name__


_SCHEMA = ("no such table", "no such column", "unsupported file format", "foreign key mismatch")
"""How messages about a schema begin that is not what it was."""


def _garbled(error: BaseException) -> bool:
    """Whether the driver stumbled over a message of SQLite's that quotes a damaged schema."""
    if not isinstance(error, UnicodeDecodeError):
        return False
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    return str(frame.f_globals.get("__name__")).startswith("db.")


@contextmanager
def told(place: object) -> Iterator[None]:
    """Turns what a driver raises inside the block into errors for people; all else passes unchanged.

    Args:
        place: the database, as people know it.

    Raises:
        StoreError: the database cannot do what the block asked.
    """
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        fault = damaged(place) if _garbled(error) else classify(error, place)
        if fault is None:
            raise
        raise fault from error
