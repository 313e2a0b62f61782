"""The doctor's look at a database: what is wrong with the file and with what it holds, and the facts."""

import contextlib
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from db import files, mounts, sqlite
from db.faults import ALTERED, MISSHAPEN, StoreError, told
from db.filestore import copies
from db.filestore.filestore import FileStore
from db.filestore.mark import MarkFile
from db.filestore.opening import reader
from db.maintenance import contents
from db.store import Store

LONG_LOG = 64 * 1024 * 1024
"""Bytes of write-ahead log that only a program which keeps a reading open explains."""


class Report(NamedTuple):
    """What was found."""

    problems: tuple[str, ...]
    """One sentence each; nothing when all is well."""
    facts: dict[str, str]
    """What is known about the database, by name."""


def check(store: Store) -> Report:
    """Examines the database thoroughly: the file, who may read it, the history's chain, the claims' words.

    Args:
        store: the open database, which may be damaged.
    """
    problems: list[str] = []
    facts = {"database": store.description()}
    if store.refusal is not None:
        problems.append(str(store.refusal))
    if isinstance(store, FileStore):
        facts |= _facts(store)
        problems += _file(store)
        problems += _lost(store.marks)
    try:
        with store.read() as connection:
            facts |= contents.facts(connection)
            problems += contents.problems(connection)
    except StoreError as error:
        problems.append(str(error))
    except MISSHAPEN:
        problems.append(ALTERED)
    return Report(tuple(dict.fromkeys(problems)), facts)


def _facts(store: FileStore) -> dict[str, str]:
    """Facts about the file, the lock and the backups."""
    path = store.path
    holder = store.lock.holder()
    backups = copies.kept(path)
    safe = sqlite.fixed(sqlite.DRIVER.sqlite_version_info)
    facts = {
        "size": f"{path.stat().st_size} bytes",
        "write-ahead log": f"{sqlite.wal_size(path)} bytes",
        "checkpoints": "under the write lock" + ("" if safe else ", as this version of SQLite needs"),
        "last mark": _marked(store.marks),
        "last writer": str(holder) if holder else "nobody yet",
        "backups": f"{len(backups)} in {files.backups(path)}",
    }
    if backups:
        facts["last backup"] = f"{max(backups).astimezone():%Y-%m-%d %H:%M}"
    with contextlib.suppress(StoreError), told(path), closing(reader(path)) as bare:
        facts["schema"] = sqlite.schema(bare)
        facts["journal"] = str(bare.execute("PRAGMA journal_mode").fetchone()[0])
    return facts


def _file(store: FileStore) -> Iterator[str]:
    """What is wrong with the file and the files beside it."""
    path = store.path
    try:
        with told(path), closing(reader(path)) as bare:
            if sqlite.number(bare, "application_id") != sqlite.APPLICATION_ID:
                yield f"The mark of a Factcheck database is missing in {path}."
            for trouble in sqlite.trouble(bare, thorough=True):
                yield f"SQLite finds the database damaged: {trouble}."
            dangling = bare.execute("PRAGMA foreign_key_check").fetchall()
            if dangling:
                yield f"{len(dangling)} rows refer to rows that are gone, the first one in {dangling[0][0]}."
    except StoreError as error:
        yield str(error)
    if sqlite.wal_size(path) > LONG_LOG:
        yield (
            f"The write-ahead log {sqlite.wal_path(path)} is long: some program has kept a reading open;"
            " close all of them once."
        )
    if network := mounts.shared(path):
        yield (
            f"The database is on a network drive ({network}), where two computers at work destroy it:"
            " keep it on a local disk, or use PostgreSQL."
        )
    yield from _open_to_others(path)


def _lost(marks: MarkFile) -> Iterator[str]:
    """Events that were saved and that went with the write-ahead log."""
    lost = marks.lost()
    if lost is not None:
        yield (
            f"The history lacks what was saved after event {lost.had}, up to {lost}: its write-ahead log was"
            " lost or damaged; do that work again, or restore a backup that holds it."
        )


def _marked(marks: MarkFile) -> str:
    """What the mark tells of the history that SQLite cannot see."""
    last = marks.read().last
    if last is None:
        return "none yet: saves that are lost with the write-ahead log are not noticed"
    if marks.held(last):
        return f"{last}, and the history holds it"
    return f"{last}, and the history does not hold it: another copy was put in the place of the database"


def _open_to_others(path: Path) -> Iterator[str]:
    """Files of the database that not only their owner can read or change."""
    beside = [path, *(files.beside(path, ending) for ending in files.BESIDE), *copies.kept(path).values()]
    for file in beside:
        with contextlib.suppress(FileNotFoundError):
            mode = stat.S_IMODE(file.stat().st_mode)
            if mode & 0o077:
                yield f"Others than its owner can use {file} (mode {mode:03o}): chmod 600 {file}"
