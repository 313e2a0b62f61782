"""A store on a PostgreSQL server."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, create_engine, func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from db import migrate, postgresql
from db.faults import (
    BusyError,
    MissingDriverError,
    StoreError,
    UnreachableError,
    full,
    read_only,
    reason,
    refused,
    told,
)
from db.store import Store
from db.tables import Event


class ServerStore(Store):
    """An open PostgreSQL database; `Store` says what it can do."""

    path = None

    def __init__(self, url: URL, patience: float) -> None:
        """Connects to the database at *url*, and brings its schema up to this version's.

        Raises:
            StoreError: it cannot be reached, or a newer version made it.
        """
        self.url = url.render_as_string(hide_password=True)
        self._patience = patience
        try:
            self._engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise MissingDriverError(
                "A PostgreSQL database needs a driver that is not installed: pip install 'psycopg[binary]'"
            ) from error
        # One snapshot for all statements of a reading, as SQLite gives it.
        self._reads = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        try:
            with self.write() as connection:
                _prepare(connection, self.url)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        with self._told(), self._reads.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its beginning; on disk when the block is left."""
        with self._told(), self._engine.connect() as connection, connection.begin():
            self._alone(connection)
            yield connection

    def data_version(self) -> int:
        """The number of the last event."""
        with self.read() as connection:
            return connection.execute(select(func.coalesce(func.max(Event.id), 0))).scalar_one()

    def description(self) -> str:
        """The address without its password."""
        return self.url

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def _alone(self, connection: Connection) -> None:
        """Takes the write lock until the transaction ends."""
        connection.execute(text(f"SET LOCAL lock_timeout = {int(self._patience * 1000)}"))
        try:
            connection.execute(select(func.pg_advisory_xact_lock(postgresql.LOCK)))
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", "") != postgresql.LOCK_NOT_AVAILABLE:
                raise
            raise BusyError(
                f"Somebody else is writing to {self.url}, so nothing was saved: try again.",
                holder="somebody else",
            ) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors for people, a server that does not answer among them."""
        try:
            with told(self.url):
                yield
        except DBAPIError as error:
            said = getattr(error.orig, "sqlstate", None)
            if said is not None:
                raise (_known(said, self.url, error) or error) from error
            raise UnreachableError(f"The database {self.url} does not answer: {reason(error)}.") from error


def _known(sqlstate: str, place: str, error: DBAPIError) -> StoreError | None:
    """The error for people that stands for a code of the server; None when it tells of a mistake of ours."""
    if sqlstate == postgresql.DISK_FULL:
        return full(place)
    if sqlstate == postgresql.READ_ONLY:
        return read_only(place)
    return refused(place, reason(error)) if sqlstate == postgresql.RAISED else None


def _prepare(connection: Connection, place: str) -> None:
    """Brings the database to this version's schema, from nothing or from an older one."""
    if not inspect(connection).has_table("alembic_version"):
        migrate.build(connection)
        return
    schema = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    migrate.refuse_newer(schema, place)
    if schema != migrate.head():
        migrate.migrate(connection)
