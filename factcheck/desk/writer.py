"""The writer: one thread that carries out acts in the order in which they are handed over, to the last."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Writer:
    """A thread of its own for what waits for the disk, so that a screen never does.

    Acts are carried out one after another in the order of `submit`; those that were handed over before
    `close` are carried out even when the program is about to end.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="factcheck-writer")
        self._lock = threading.Lock()
        self._waiting: set[Future[Any]] = set()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Hand over an act; its future holds what it returned or raised.

        Raises:
            RuntimeError: the writer is closed.
        """
        with self._lock:
            future = self._thread.submit(work)
            self._waiting.add(future)
        future.add_done_callback(self._done)
        return future

    @property
    def pending(self) -> int:
        """Number of acts handed over and not finished."""
        with self._lock:
            return len(self._waiting)

    def drain(self, timeout: float | None = None) -> bool:
        """Wait until all that was handed over is finished; whether it is.

        Args:
            timeout: seconds to wait at most.
        """
        with self._lock:
            waiting = set(self._waiting)
        return not wait(waiting, timeout).not_done

    def close(self) -> None:
        """Finish all that was handed over and take nothing more."""
        self._thread.shutdown(wait=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _done(self, future: Future[Any]) -> None:
        with self._lock:
            self._waiting.discard(future)
