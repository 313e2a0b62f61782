"""Values altered inside a database: every command tells of them in one sentence or does not mind them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

VALUES = ["{", "[1", "", "x", "[]", "{}", '"s"', -1, 10**15, None, "2024-13-45", b"\xff\xfe", 3.5]
COMMANDS = [
    ("list",), ("show", "bridge"), ("show", "bridge", "1", "--json"), ("claims", "bridge", "--json"),
    ("progress", "bridge"), ("history", "bridge"), ("sources",), ("queries", "bridge"), ("doctor",),
    ("undo", "--dry-run"), ("export", "bridge", "--format", "json", "-o", "-"), ("people",),
    ("decide", "bridge", "3", "not_checkable"), ("lint", "bridge"),
]  # fmt: skip


@pytest.fixture
def worked(line):
    """The command line on a desk with some work on it, all of it in one file."""
    line("cite", "bridge", "1", "--title", "Budget", "--locator", "p. 3")
    line("decide", "bridge", "1", "verified")
    line("note", "bridge", "2", "Ask the surveyor.")
    line("query", "bridge", "2", "Who measured it?")
    line("propose", "bridge", "2", "It is among the longest.")
    with closing(sqlite3.connect(line.database)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(line.database, line.database.with_suffix(".whole"))
    return line


def cells(database: Path) -> list[tuple[str, str]]:
    """The columns of every table that holds something."""
    with closing(sqlite3.connect(database)) as opened:
        tables = [name for (name,) in opened.execute("select name from sqlite_master where type = 'table'")]
        return [
            (table, column[1])
            for table in tables
            if not table.startswith(("sqlite_", "alembic"))
            and opened.execute(f"select 1 from {table} limit 1").fetchone()  # noqa: S608 - our own names
            for column in opened.execute(f"pragma table_info({table})")
        ]


def alter(line, table: str, column: str, row: int, value: object) -> bool:
    """Put a value into a cell; false where SQLite itself refuses."""
    for beside in line.database.parent.glob(f"{line.database.name}*"):
        beside.unlink()
    shutil.copy(line.database.with_suffix(".whole"), line.database)
    change = f"""
        update {table} set {column} = ? where rowid = (
            select rowid from {table} order by rowid limit 1 offset {row} % (select count(*) from {table})
        )
    """  # noqa: S608 - our own names
    opened = sqlite3.connect(line.database)
    try:
        opened.execute("pragma ignore_check_constraints = on")
        guards = opened.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _ in guards:
            opened.execute(f"drop trigger {name}")
        opened.execute(change, (value,))
        for _, guard in guards:
            opened.execute(guard)
        opened.commit()
    except sqlite3.Error:
        return False
    finally:
        opened.close()
    return True


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_altered_value_is_unexpected(worked, data):
    table, column = data.draw(st.sampled_from(cells(worked.database.with_suffix(".whole"))))
    if alter(worked, table, column, data.draw(st.integers(0, 9)), data.draw(st.sampled_from(VALUES))):
        for command in data.draw(st.lists(st.sampled_from(COMMANDS), min_size=2, max_size=3)):
            result = worked(*command, code=None)
            assert "unexpected" not in result.err
            assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("table", "column", "value", "command"),
    [
        ("claim", "kinds", "{", ("claims", "bridge")),
        ("claim", "kinds", "{}", ("claims", "bridge")),
        ("claim", "finding", "maybe", ("claims", "bridge")),
        ("claim", "decided_at", "yesterday", ("show", "bridge", "1")),
        ("claim", "priority", "high", ("claims", "bridge", "--json")),
        ("draft", "blocks", "[1", ("show", "bridge", "--text")),
        ("event", "changes", "[", ("undo",)),
    ],
)
def test_an_altered_value_is_told_with_the_way_out(worked, table, column, value, command):
    assert alter(worked, table, column, 0, value)
    result = worked(*command, code=None)
    if result.code:
        assert result.code == 3
        assert "factcheck doctor" in result.err
        assert result.err.count("\n") == 1
    assert worked("doctor", code=1).out
