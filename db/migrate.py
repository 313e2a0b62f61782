"""How a database comes to the schema of this version: made new, or brought up from an older one."""

import os
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, event, text

from db import sqlite
from db.faults import UnreachableError, told
from db.lock import WriteLock
from db.tables import Table

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def head() -> str:
    """The schema of this version of Factcheck: the number of the last migration."""
    return max(file.name[:4] for file in VERSIONS.glob("[0-9]*.py"))


def create(path: Path, lock: WriteLock, patience: float) -> None:
    """Makes a new database at *path*, whole or not at all, readable by the owner only."""
    if not path.parent.is_dir():
        raise UnreachableError(f"The directory {path.parent} does not exist: make it, or choose another.")
    with told(str(path)), lock.held(patience):
        if path.exists():
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        _build(Path(name))
        Path(name).rename(path)


def _build(path: Path) -> None:
    engine = create_engine("sqlite://", module=sqlite.DRIVER, creator=lambda: sqlite.connect(path))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        Table.metadata.create_all(connection)
        for statement in sqlite.APPEND_ONLY:
            connection.execute(text(statement))
        connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
    engine.dispose()
    bare = sqlite.connect(path)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.close()
