"""How a database comes to the schema of this version: made new, or brought up from an older one."""

import os
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    func,
    insert,
    inspect,
    select,
    table,
)

from db import postgresql, sqlite
from db.faults import (
    FullError,
    TooNewError,
    UnreachableError,
    UpgradeError,
    classify,
    from_disk,
    reason,
    told,
)
from db.filestore import copies
from db.filestore.filestore import bare, engine
from db.filestore.lock import WriteLock
from db.filestore.mark import MarkFile
from db.tables import Table as Tables

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = MIGRATIONS / "versions"

_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The table in which Alembic keeps the number of the last migration."""


def head(versions: Path = VERSIONS) -> str:
    """The number of the last migration in the directory *versions*: this version's schema."""
    return max(file.name[:4] for file in versions.glob("[0-9]*.py"))


def refuse_newer(schema: str, place: object, versions: Path = VERSIONS) -> None:
    """Refuses a database whose *schema* this version of Factcheck does not know.

    Raises:
        TooNewError: the database at *place* was made by a newer version.
    """
    known = head(versions)
    if schema > known:
        raise TooNewError(
            f"A newer version of Factcheck made the database {place} (schema {schema}, this version knows"
            f" {known}), so it was left as it is: upgrade Factcheck to open it."
        )


def create(path: Path, lock: WriteLock, patience: float) -> None:
    """Makes a new database at *path*, whole or not at all, readable by the owner only.

    Args:
        path: where nothing is yet, in a directory that exists.
        lock: the database's write lock: two programs that start at once make one database.
        patience: seconds to wait for it.

    Raises:
        StoreError: it cannot be made.
    """
    if not path.parent.is_dir():
        raise UnreachableError(f"The directory {path.parent} does not exist: make it, or name another one.")
    with told(path), lock.held(patience):
        if path.exists():
            return
        MarkFile(path).clear()
        for left in path.parent.glob(f".{path.name}.*.new"):
            left.unlink()
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
            os.close(handle)
            new = Path(name)
            try:
                _make(new)
                new.rename(path)
                copies.settle(path.parent)
            except BaseException:
                new.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise from_disk(error, path) from error


def _make(path: Path) -> None:
    """Writes the whole schema into the empty file at *path*."""
    made = engine(partial(sqlite.connect, path), "BEGIN IMMEDIATE", only=True)
    try:
        with made.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={sqlite.new_generation()}")
            build(connection)
        with bare(made) as connection:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
    finally:
        made.dispose()


def set_journal(path: Path, lock: WriteLock, patience: float) -> None:
    """Gives the file at *path* the write-ahead log that a recovered or foreign copy of it may lack."""
    with told(path), lock.held(patience), closing(sqlite.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()


def build(connection: Connection) -> None:
    """Makes all tables in an empty database, as the migrations would; in the caller's transaction."""
    Tables.metadata.create_all(connection)
    _VERSION.create(connection)
    connection.execute(insert(_VERSION).values(version_num=head()))
    close_history(connection)


def close_history(connection: Connection) -> None:
    """Makes the table of events append-only, where it is not already."""
    own = sqlite if connection.dialect.name == "sqlite" else postgresql
    for statement in own.APPEND_ONLY:
        connection.exec_driver_sql(statement)


def upgrade(path: Path, lock: WriteLock, patience: float, versions: Path = VERSIONS) -> None:
    """Brings the older database at *path* to the last of the *versions*, after a backup, in one transaction.

    Args:
        path: the database.
        lock: its write lock; two programs that start at once upgrade it once.
        patience: seconds to wait for the lock.
        versions: the directory of migrations.

    Raises:
        UpgradeError: it could not be done; the database is as it was.
        StoreError: the backup could not be made, or the lock could not be had.
    """
    with told(path), lock.held(patience):
        with closing(sqlite.connect(path)) as look:
            if sqlite.schema(look) == head(versions):
                return
        backup = copies.keep(path, datetime.now(UTC))
        # Off: with foreign keys on, a migration that rebuilds a table deletes the rows that refer to it.
        made = engine(partial(sqlite.connect, path), "BEGIN IMMEDIATE", only=True, foreign_keys=False)
        try:
            with made.begin() as connection:
                migrate(connection, versions)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise UpgradeError(f"{len(broken)} rows lost what they refer to")
            with bare(made) as connection:
                sqlite.checkpoint(connection)
        except Exception as error:
            if isinstance(classify(error, path), FullError):
                raise
            raise UpgradeError(
                f"The database {path} could not be upgraded for this version of Factcheck"
                f" ({reason(error)}): it is as it was, and a copy of it is {backup}."
            ) from error
        finally:
            made.dispose()


def migrate(connection: Connection, versions: Path = VERSIONS) -> None:
    """Runs all migrations that are missing, in the caller's transaction.

    Raises:
        UpgradeError: a table has more or fewer rows than before.
    """
    # Deferred because it takes 80 ms and an upgrade is rare.
    from alembic import command
    from alembic.config import Config

    before = _counts(connection)
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", str(versions).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    command.upgrade(config, "head")
    close_history(connection)
    after = _counts(connection)
    for name in before.keys() & after.keys():
        if before[name] != after[name]:
            raise UpgradeError(f"the table {name} would have {after[name]} rows instead of {before[name]}")


def _counts(connection: Connection) -> dict[str, int]:
    """Rows in each table, but for the one that the migrations write themselves."""
    names = set(inspect(connection).get_table_names()) - {_VERSION.name}
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names
    }
