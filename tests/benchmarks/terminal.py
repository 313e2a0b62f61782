"""A program in a pseudo-terminal, timed from the key to the first byte of what it draws."""

import fcntl
import os
import pty
import select
import struct
import termios
import time
from collections.abc import Sequence
from typing import Self


class Terminal:
    """A program that runs in a terminal of its own; use it in a `with`."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if not self.pid:
            os.environ.update(TERM="xterm-256color", COLUMNS=str(columns), LINES=str(rows))
            os.execvp(command[0], list(command))  # noqa: S606 - our own command, no shell wanted
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self._file)

    def until(self, words: str, limit: float = 120) -> float:
        """Seconds from the start of the program until it has written these words."""
        seen = b""
        while time.perf_counter() - self.started < limit:
            seen = (seen + self._read(0.5))[-200_000:]
            if words.encode() in seen:
                return time.perf_counter() - self.started
        raise TimeoutError(f"“{words}” was not written in {limit} seconds")

    def quiet(self, pause: float = 0.15) -> None:
        """Read until nothing was written for a while."""
        while self._read(pause):
            pass

    def press(self, keys: bytes) -> float:
        """Seconds from writing keys to the first byte of what the program draws."""
        self.quiet()
        begun = time.perf_counter()
        os.write(self._file, keys)
        if not self._read(10):
            raise TimeoutError(f"{keys!r} drew nothing in 10 seconds")
        return time.perf_counter() - begun

    def _read(self, timeout: float) -> bytes:
        ready, _, _ = select.select([self._file], [], [], timeout)
        try:
            return os.read(self._file, 65536) if ready else b""
        except OSError as error:
            raise RuntimeError("the program ended by itself; run its command by hand") from error
