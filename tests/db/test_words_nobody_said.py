"""A desk from before words could stay unsaid keeps what it holds, and may leave them unsaid from then on."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from db import migrate, sqlite
from db.filestore.lock import WriteLock
from tests.db.test_migrate import engine_on

(TRIED,) = (file.name for file in migrate.VERSIONS.glob("*_words_nobody_said.py"))
SOURCE = "'web', 'Census', '', '', '', '', '', '', '', '', 'on_record', '', 'current', ''"
LINK = "'primary', 'supports', 'page', 'p. 14', '', 'read', NULL, '', 'Ann', '2026-03-01', 1"


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    """The migrations up to the one that is tried."""
    place = tmp_path / "versions"
    place.mkdir()
    for file in sorted(migrate.VERSIONS.glob("[0-9]*.py")):
        if file.name <= TRIED:
            shutil.copy(file, place)
    return place


@pytest.fixture
def old(tmp_path: Path, versions: Path) -> Path:
    """A desk of the schema before: a source, two citations of it, and a third that was taken away again."""
    path = tmp_path / "old.db"
    path.touch()
    first = tmp_path / "first"
    first.mkdir()
    for file in versions.glob("[0-9]*.py"):
        if file.name < TRIED:
            shutil.copy(file, first)
    made = engine_on(path)
    with made.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        migrate.migrate(connection, first)
    made.dispose()
    with contextlib.closing(sqlite.connect(path)) as shell:
        for setting in ("foreign_keys=OFF", "ignore_check_constraints=ON"):
            shell.execute(f"PRAGMA {setting}")
        for table in ("article", "claim"):
            add_blank(shell, table)
        shell.execute(f"INSERT INTO source VALUES (1, {SOURCE}, 3)")  # noqa: S608 - words above
        for number in (1, 2, 7):
            shell.execute(f"INSERT INTO citation VALUES ({number}, 1, 1, {LINK})")  # noqa: S608
        shell.execute("DELETE FROM citation WHERE id = 7")
        shell.commit()
        shell.execute("PRAGMA journal_mode=WAL").fetchall()
    return path


def add_blank(shell: sqlite3.Connection, table: str) -> None:
    """A row that other rows can refer to, with no more in it than it must have."""
    needed = [row[1] for row in shell.execute(f"PRAGMA table_info({table})") if row[3]]
    values = ", ".join("1" if name == "id" or name.endswith("_id") else "''" for name in needed)
    columns = ", ".join(f'"{name}"' for name in needed)
    shell.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})")  # noqa: S608 - its own columns


def rows_of(path: Path, table: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite.connect(path)) as shell:
        return [tuple(row) for row in shell.execute(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608


def test_an_upgrade_keeps_what_was_stored_for_it_may_have_been_chosen(old: Path, versions: Path) -> None:
    before = {table: rows_of(old, table) for table in ("source", "citation")}
    migrate.upgrade(old, WriteLock(old), 10, versions)
    assert {table: rows_of(old, table) for table in before} == before


def test_an_upgraded_desk_lets_words_be_unsaid_and_gives_no_number_again(old: Path, versions: Path) -> None:
    migrate.upgrade(old, WriteLock(old), 10, versions)
    unsaid = LINK.replace("'primary', 'supports', 'page'", "NULL, NULL, NULL")
    with contextlib.closing(sqlite.connect(old)) as shell:
        shell.execute("UPDATE source SET kind = NULL WHERE id = 1")
        shell.execute("UPDATE citation SET locator_kind = 'figure' WHERE id = 1")
        shell.execute(f"INSERT INTO citation VALUES (NULL, 1, 1, {unsaid})")  # noqa: S608
        # 7 was given away once, and the history may speak of it.
        assert shell.execute("SELECT max(id) FROM citation").fetchone()[0] == 8
        with pytest.raises(sqlite3.IntegrityError):
            shell.execute("UPDATE citation SET tier = 'best'")
