"""The write lock: one writer at a time among all processes, in turn, and the holder's name for who waits."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from db.faults import BusyError, ReadOnlyError, UnreachableError


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
    """The lock file beside a database; the kernel drops it when its holder dies.

    Attributes:
        path: the lock file, readable by the owner only; it stays when the lock is released.
    """

    POLL = 0.001
    """Seconds between two tries: a save takes a few milliseconds."""

    def __init__(self, database: Path, person: str = "") -> None:
        self.path = database.with_name(database.name + ".lock")
        self._database = database
        self._person = person

    @contextmanager
    def held(self, patience: float) -> Iterator[None]:
        """Holds the lock inside the block.

        Args:
            patience: seconds to wait for it.

        Raises:
            BusyError: somebody else held it all that time; the error names them.
            ReadOnlyError: the lock file cannot be written.
            UnreachableError: the directory is gone.
        """
        # Deferred because it takes 30 ms and most commands only read.
        from filelock import FileLock, Timeout

        deadline = time.monotonic() + patience
        # Two locks make a queue: whoever waits holds the turnstile, so that a process that saves again and
        # again cannot overtake it.
        turn = FileLock(f"{self.path}-next", mode=0o600, poll_interval=self.POLL)
        lock = FileLock(self.path, mode=0o600, poll_interval=self.POLL)
        try:
            with turn.acquire(timeout=patience):
                lock.acquire(timeout=max(0.0, deadline - time.monotonic()))
        except Timeout as error:
            raise self._busy() from error
        except FileNotFoundError as error:
            raise UnreachableError(
                f"The directory of {self._database} is gone: nothing was saved."
            ) from error
        except OSError as error:
            raise ReadOnlyError(
                f"The lock file {self.path} cannot be written: the database is read-only for you."
            ) from error
        try:
            self._sign()
            yield
        finally:
            lock.release()

    def holder(self) -> Holder | None:
        """Who took the lock last, or None when nobody did."""
        try:
            told = json.loads(self.path.read_bytes())
            return Holder(int(told["pid"]), str(told["person"]), datetime.fromisoformat(told["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _sign(self) -> None:
        """Writes the holder's name over the last one's."""
        name = {"pid": os.getpid(), "person": self._person, "since": datetime.now(UTC).isoformat()}
        self.path.write_text(json.dumps(name), encoding="utf-8")

    def _busy(self) -> BusyError:
        holder = self.holder()
        who = str(holder) if holder else "another program"
        return BusyError(
            f"The database {self._database} is being written by {who}: try again; nothing was saved.",
            holder=who,
        )
