"""The standard streams, whatever a shell made of them: closed, full, or left by their reader."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_STDOUT, _STDERR = 1, 2


class Outlet(io.RawIOBase):
    """A file descriptor that takes everything: what cannot be written is dropped, and the first fault kept.

    An act must not stop half way because its outcome cannot be printed.
    """

    def __init__(self, descriptor: int, *, was_closed: bool = False) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._was_closed = was_closed
        self.fault: OSError | None = None
        """Why what was written is not there; None while all of it is."""

    def writable(self) -> bool:
        """Whether it takes what is written."""
        return True

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether a person sees what is written."""
        return os.isatty(self._descriptor)

    def write(self, data: "ReadableBuffer") -> int:
        """Write what can be written, and say that all of the rest was."""
        if self.fault is None:
            try:
                if self._was_closed:
                    raise OSError(errno.EBADF, "it is closed")
                return os.write(self._descriptor, data)
            except OSError as fault:
                self.fault = fault
        return memoryview(data).nbytes


@contextmanager
def standard_streams() -> Iterator[Outlet]:
    """Put streams that never fail in the place of the standard ones; gives the outlet of standard output."""
    before = sys.stdin, sys.stdout, sys.stderr
    for descriptor in range(3):
        _hold(descriptor)
    outlet, sys.stdout = _guarded(sys.stdout, _STDOUT)
    _, sys.stderr = _guarded(sys.stderr, _STDERR)
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        sys.stdin = sys.stdin or nothing  # what Python puts in the place of a closed stream is None
        try:
            yield outlet
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


def _hold(descriptor: int) -> None:
    """Lead a closed descriptor nowhere, so that no file of the desk is opened under its number."""
    try:
        os.fstat(descriptor)
    except OSError:
        os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it takes the lowest free number


def _guarded(stream: TextIO | None, number: int) -> tuple[Outlet, TextIO]:
    """A stream over an outlet, in the place of one that may fail; streams without a descriptor stay."""
    if stream is None:
        outlet = Outlet(number, was_closed=True)
        return outlet, io.TextIOWrapper(io.BufferedWriter(outlet), encoding="utf-8")
    try:
        outlet = Outlet(stream.fileno())
    except OSError:  # it keeps what is written to itself
        return Outlet(number), stream
    stream.flush()
    plain = stream.encoding.lower().replace("-", "") == "utf8"
    return outlet, io.TextIOWrapper(
        io.BufferedWriter(outlet),
        encoding=stream.encoding,
        errors=stream.errors if plain else "replace",
        line_buffering=number == _STDERR or outlet.isatty(),
    )
