"""What every open database can do, whatever is behind it."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from db.faults import StoreError


class Store(ABC):
    """An open database.

    Attributes:
        path: the database file, or None for a server.
        url: the address, without its password.
        refusal: why nothing can be written, or None when everything can.
    """

    path: Path | None
    url: str
    refusal: StoreError | None = None

    @abstractmethod
    def read(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the database and changes nothing.

        Raises:
            StoreError: the database cannot be read.
        """

    @abstractmethod
    def write(self) -> AbstractContextManager[Connection]:
        """A transaction that is alone from its beginning; what it did is on disk when the block is left.

        Everything is rolled back when the block raises. Transactions do not nest.

        Raises:
            StoreError: the database cannot be written; nothing was.
        """

    @abstractmethod
    def data_version(self) -> int:
        """A number that changes when anybody but this store has committed; cheap to ask for."""

    @abstractmethod
    def description(self) -> str:
        """The database in one line: where it is, and what runs it."""

    @abstractmethod
    def close(self) -> None:
        """Closes all connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
