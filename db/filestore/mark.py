"""The mark beside a database: the last event that was saved, so that a lost write-ahead log is noticed.

SQLite takes a database without its write-ahead log, or with the sound beginning of a damaged one, for whole:
the last saves are then gone without a word. The mark remembers the last of them. It is written after the
commit, so it may lag behind the database and never runs ahead of it. It speaks only of the file that it was
written for: one that was restored, replaced or put back from a copy has another generation, size or time.
"""

import contextlib
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple, Self

from db import files, sqlite
from db.faults import StoreError, told
from db.filestore.opening import reader

_RECORD = 512
"""Bytes of a record, padded: a disk writes so many in one go."""


class Mark(NamedTuple):
    """An event that was saved, and the database file as it was then."""

    event: int
    chain: str
    at: str
    """When it was saved, in ISO 8601."""
    generation: int
    """The number that a copy of the database changes."""
    size: int
    changed: int
    """When the file itself was last written to, in nanoseconds: its log is folded into it now and then."""
    had: int = 0
    """Where the history ended when the event was found missing."""

    def __str__(self) -> str:
        """In words: “event 12 at 2026-03-01 14:03”."""
        return f"event {self.event} at {datetime.fromisoformat(self.at).astimezone():%Y-%m-%d %H:%M}"

    @classmethod
    def parsed(cls, record: bytes) -> Self | None:
        """The mark that a record holds; None for one that holds none."""
        try:
            mark = cls(**json.loads(record))
            datetime.fromisoformat(mark.at)
        except (ValueError, TypeError):
            return None
        return mark


class Marks(NamedTuple):
    """What the file of marks holds."""

    last: Mark | None
    """The last event that was saved."""
    lost: Mark | None
    """An event that was saved and found missing; kept until a backup takes the place of everything."""


class MarkFile:
    """The file of marks beside a database; whoever writes to it holds the write lock.

    What cannot be read or written is no news: there is no mark then.

    Attributes:
        path: the file, readable by the owner only.
    """

    def __init__(self, database: Path) -> None:
        self.path = files.beside(database, files.MARK)
        self._database = database

    def read(self) -> Marks:
        """What was marked."""
        try:
            content = self.path.read_bytes()
        except OSError:
            content = b""
        return Marks(Mark.parsed(content[:_RECORD]), Mark.parsed(content[_RECORD:]))

    def note(self, end: tuple[int, str, int]) -> None:
        """Remember the end of the history, as `ending` tells it, after it was saved."""
        with contextlib.suppress(OSError):
            size, changed = self._written()
            event, chain, generation = end
            at = datetime.now(UTC).isoformat(timespec="seconds")
            self._write(Mark(event, chain, at, generation, size, changed), 0)

    def clear(self) -> None:
        """Forget everything: another history is about to take the place of this one."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def missing(self) -> Mark | None:
        """The event that was saved last, if the database has lost it with the log."""
        marks = self.read()
        last = marks.last
        try:
            if last is None or self._written() != (last.size, last.changed):
                return None
            with told(self._database), closing(reader(self._database)) as bare:
                if sqlite.number(bare, "user_version") != last.generation or _holds(bare, last):
                    return None
                had = bare.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0]
        except (OSError, StoreError):
            return None
        # Whoever puts a backup in the place of everything forgets the marks first.
        return last._replace(had=had) if self.read() == marks else None

    def keep_missing(self) -> None:
        """Look again, and remember an event that is missing for as long as this history goes on."""
        missing = self.missing()
        if missing is not None:
            with contextlib.suppress(OSError):
                self._write(missing, _RECORD)

    def lost(self) -> Mark | None:
        """The event that was saved and that the database has lost, now or earlier; None when all is there."""
        lost = self.missing() or self.read().lost
        return None if lost is None or self.held(lost) else lost

    def held(self, mark: Mark) -> bool:
        """Whether the database holds the event of a mark."""
        try:
            with told(self._database), closing(reader(self._database)) as bare:
                return _holds(bare, mark)
        except (OSError, StoreError):
            return False

    def _written(self) -> tuple[int, int]:
        facts = self._database.stat()
        return facts.st_size, facts.st_mtime_ns

    def _write(self, mark: Mark, place: int) -> None:
        line = json.dumps(mark._asdict()).ljust(_RECORD).encode("ascii")
        if not self.path.exists():
            self.path.touch(mode=0o600)
        # In place, as the lock's holder: cutting the file first takes ten times as long.
        with self.path.open("r+b", buffering=0) as file:
            file.seek(place)
            file.write(line)


def ending(bare: Connection) -> tuple[int, str, int] | None:
    """Number and chain of the last event, and the generation of the database; None before the first one."""
    row = bare.execute("SELECT id, chain FROM event ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else (*row, sqlite.number(bare, "user_version"))


def _holds(bare: Connection, mark: Mark) -> bool:
    found = bare.execute("SELECT chain FROM event WHERE id = ?", (mark.event,)).fetchone()
    return found is not None and str(found[0]) == mark.chain
