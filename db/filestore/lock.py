"""The write lock: one writer at a time among all processes, in turn, and the holder's name for who waits."""

import contextlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from db import files
from db.faults import BusyError, from_disk

_POLL = 0.001
"""Seconds between two tries: a save takes a few milliseconds."""

_LINE = 640
"""Bytes of the holder's line, padded so that it covers the one before."""


class Holder(NamedTuple):
    """Who holds the write lock, or held it last."""

    pid: int
    person: str
    since: datetime

    def __str__(self) -> str:
        """In words: “Ann (process 4711) since 14:03:09”."""
        who = f"{self.person} (process {self.pid})" if self.person else f"process {self.pid}"
        return f"{who} since {self.since.astimezone():%H:%M:%S}"

    def alive(self) -> bool:
        """Whether the process still runs."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


class WriteLock:
    """The lock file beside a database; the kernel drops the lock when its holder dies.

    Attributes:
        path: the lock file, readable by the owner only; it stays when the lock is released.
    """

    def __init__(self, database: Path, person: str = "") -> None:
        self.path = files.beside(database, files.LOCK)
        self._database = database
        self._person = person[:40]
        self._lock = FileLock(self.path, mode=0o600, poll_interval=_POLL)
        # Two locks make a queue: whoever waits holds the turnstile, so that a process that saves again and
        # again cannot overtake it.
        self._turnstile = FileLock(files.beside(database, files.TURNSTILE), mode=0o600, poll_interval=_POLL)

    @contextmanager
    def held(self, patience: float) -> Iterator[None]:
        """Holds the lock inside the block; it does not nest.

        Args:
            patience: seconds to wait for it.

        Raises:
            BusyError: somebody else held it all that time; the error names them.
            StoreError: the lock file cannot be written.
        """
        deadline = time.monotonic() + patience
        try:
            with self._turnstile.acquire(timeout=patience):
                self._lock.acquire(timeout=max(0.0, deadline - time.monotonic()))
        except Timeout as error:
            raise self._busy() from error
        except OSError as error:
            raise from_disk(error, self._database) from error
        try:
            self._sign()
            yield
        finally:
            self._lock.release()

    def holder(self) -> Holder | None:
        """Who took the lock last, or None when that is not known."""
        try:
            told = json.loads(self.path.read_bytes())
            return Holder(int(told["pid"]), str(told["person"]), datetime.fromisoformat(told["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _sign(self) -> None:
        """Writes the holder's name over the last one's."""
        name = {"pid": os.getpid(), "person": self._person, "since": datetime.now(UTC).isoformat()}
        line = json.dumps(name).ljust(_LINE).encode("ascii")
        # The name is a courtesy: on a full disk the lock holds without it. Written in place, because cutting
        # the file first takes ten times as long.
        with contextlib.suppress(OSError), self.path.open("r+b", buffering=0) as file:
            file.write(line)

    def _busy(self) -> BusyError:
        holder = self.holder()
        who = str(holder) if holder else "another program"
        return BusyError(
            f"The database {self._database} is being written by {who}, so nothing was saved: try again.",
            holder=who,
        )
