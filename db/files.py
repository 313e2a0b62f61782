"""The files that belong to a database: which they are, and whether a path leads to one of them."""

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

WAL, LOCK, TURNSTILE, MARK = "-wal", ".lock", ".next.lock", ".mark"

BESIDE = {
    WAL: "the write-ahead log",
    "-shm": "the shared memory",
    "-journal": "the rollback journal",
    LOCK: "the lock file",
    TURNSTILE: "the lock file",
    MARK: "the mark of the last event",
}
"""Endings of the files beside a database, and what they are."""

APPLICATION_ID = b"FACT"
"""Written into the header of every Factcheck database."""

_HEADER = re.compile(rb"SQLite format 3\0.{52}" + APPLICATION_ID, re.DOTALL)


def beside(database: Path, ending: str) -> Path:
    """The file of that *ending* beside the database."""
    return database.with_name(database.name + ending)


def backups(database: Path) -> Path:
    """The directory in which the backups of the database are kept."""
    return database.parent / "backups"


def backup_name(database: Path) -> re.Pattern[str]:
    """What the backups of the database are called; the groups are a mark and when they were made."""
    return re.compile(re.escape(database.stem) + r"-(damaged-)?(\d{8}T\d{6}\.\d{6}Z)\.db")


def part_of_desk(path: Path, database: Path | None = None) -> str:
    """What the file at *path*, or the one that would come to be there, is to a database, in words.

    Followed through links and other spellings. Nothing else may be written to such a file.

    Args:
        path: of a file that may not be there.
        database: the one that is open, which must not be looked into; None for a server's.

    Returns:
        “the lock file of the database desk.db”; "" for a file that is none of a database's.
    """
    try:
        whole = path.resolve()
    except (OSError, RuntimeError, ValueError):  # a link in a circle, a NUL: it leads to no file
        return ""
    if database is not None:
        for known, what in _known(database):
            if _same_file(whole, known):
                return what
        if _same_file(whole.parent, backups(database)) and backup_name(database).fullmatch(whole.name):
            return f"a backup of the database {database}"
    if _is_database(whole, database):
        return "a Factcheck database, or a backup of one"
    for ending, what in BESIDE.items():
        owner = whole.with_name(whole.name.removesuffix(ending))
        if owner != whole and _is_database(owner, database):
            return f"{what} of the database {owner}"
    return ""


def _known(database: Path) -> Iterator[tuple[Path, str]]:
    yield database, f"the database {database} itself"
    for ending, what in BESIDE.items():
        yield beside(database, ending), f"{what} of the database {database}"
    with contextlib.suppress(OSError):
        for file in backups(database).iterdir():
            if backup_name(database).fullmatch(file.name):
                yield file, f"a backup of the database {database}"


def _same_file(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or would once it is there: names that differ in case may."""
    try:
        if path.exists() or other.exists():
            return path.samefile(other)
        return _folded(path.name) == _folded(other.name) and path.parent.samefile(other.parent)
    except OSError:
        return False


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_database(path: Path, known: Path | None) -> bool:
    try:
        if not path.is_file():
            return False
        if known is not None and _same_file(path, known):
            # Closing any file handle on an open database drops SQLite's locks.
            return True
        with path.open("rb") as file:
            return _HEADER.match(file.read(100)) is not None
    except OSError:
        return False
