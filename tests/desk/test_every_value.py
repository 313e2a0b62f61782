"""The doctor tells a flipped value in every column of every table, but for a few that nothing rests on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from shutil import copy

import pytest
import sqlalchemy as sa

from db import sqlite
from db.tables import Table
from db.tables.base import Day, Json, Moment
from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict
from tests.desk.conftest import MILL
from tests.desk.test_undo_every_verb import VERBS
from tests.desk.test_undo_every_verb import template as worked  # noqa: F401 - a fixture
from tests.desk.texts import Clock

TABLES = Table.metadata.sorted_tables

NOT_TOLD = {
    "version": "a counter by which two people at one row notice each other; it says nothing of the row",
    "article.next_number": "too high a number leaves a gap in the numbers of claims; too low a one is told",
    "typed": "what is being typed is nobody's act yet, and is gone once it is kept",
    "place": "where somebody left off is no part of the work",
}
"""Columns and whole tables whose values are not told, and why."""


@pytest.fixture(scope="module")
def lived_in(worked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """A desk on which every verb was tried."""
    path = Path(copy(worked, tmp_path_factory.mktemp("lived-in") / "desk.db"))
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        for name, verb in VERBS.items():
            with suppress(BadInput, Conflict):
                verb(desk)
                if name in {"articles.remove", "articles.archive", "notes.remove"}:
                    desk.history.undo()
        desk.typing.save("note", "half a note")
        desk.typing.save_place(MILL, 2, {"tab": "queue"})
        assert desk.maintenance.doctor().problems == ()
    return path


@pytest.fixture(scope="module")
def desk(lived_in: Path) -> Iterator[Desk]:
    with closing(sqlite.connect(lived_in)) as shell:
        for trigger in ("event_never_changes", "event_never_goes"):
            shell.execute(f"DROP TRIGGER {trigger}")
    with Desk.open(lived_in, person="Ana Ortiz", clock=Clock()) as opened:
        yield opened


@pytest.fixture(scope="module")
def shell(desk: Desk) -> Iterator[sqlite3.Connection]:
    """A way to change the file behind the program's back."""
    with closing(sqlite.connect(Path(desk.location))) as opened:
        opened.execute("PRAGMA ignore_check_constraints=ON")
        yield opened


def flipped(column: sa.Column, value: object) -> object:
    """Another value that the column could hold as well, a bit or so away where that can be."""
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    if isinstance(column.type, sa.Enum):
        return next(word for word in column.type.enums if word != value)
    if isinstance(column.type, sa.Boolean):
        return 1 - value
    if isinstance(value, int):
        return value + 1 if column.foreign_keys else value + 32
    if value is None:
        return EMPTY.get(type(column.type), "x")
    if not any(map(str.isalnum, value)) or value == "null":
        return EMPTY[Json] if isinstance(column.type, Json) else "x"
    place = next(at for at, sign in enumerate(value) if sign.isalnum())
    return value[:place] + chr(ord(value[place]) ^ 1) + value[place + 1 :]


EMPTY = {
    sa.Integer: 1,
    sa.BigInteger: 1,
    Day: "2026-01-02",
    Moment: "2026-01-02 00:00:00.000000",
    Json: '[{"name": "x"}]',
}
"""What stands where nothing stood."""


def row_of(shell: sqlite3.Connection, column: str) -> int:
    """The first row of a table, which came in with a draft; of others the last, which an act has made."""
    table = column.partition(".")[0]
    # Whether a former draft is covered nobody asks.
    last = table not in WITH_A_DRAFT or column == "draft.covered"
    query = f'SELECT {"max" if last else "min"}(rowid) FROM "{table}"'  # noqa: S608 - a table of ours
    (row,) = shell.execute(query).fetchone()
    assert row is not None, f"the desk has nothing in {table}"
    return row


WITH_A_DRAFT = {"article", "draft", "passage", "claim", "claim_span", "check_point", "person"}


@pytest.mark.parametrize("column", [str(column) for table in TABLES for column in table.columns])
def test_a_flipped_value_is_told(column: str, desk: Desk, shell: sqlite3.Connection) -> None:
    table, name = column.split(".")
    excepted = bool(NOT_TOLD.keys() & {table, name, column})
    read = f'SELECT "{name}" FROM "{table}" WHERE rowid = ?'  # noqa: S608 - names of ours
    write = f'UPDATE "{table}" SET "{name}" = ? WHERE rowid = ?'  # noqa: S608
    row = row_of(shell, column)
    (was,) = shell.execute(read, (row,)).fetchone()
    now = flipped(Table.metadata.tables[table].c[name], was)
    try:
        shell.execute(write, (now, row))
    except sqlite3.IntegrityError:  # another row has that value, and no two may
        now += 1000
        shell.execute(write, (now, row))
    try:
        told = desk.maintenance.doctor().problems
    finally:
        shell.execute(write, (was, now if name == "id" else row))
    assert bool(told) != excepted, (row, was, now, told)


def test_a_number_that_the_next_claim_cannot_have_is_told(desk: Desk, shell: sqlite3.Connection) -> None:
    shell.execute("UPDATE article SET next_number = next_number - 16 WHERE slug = ?", (MILL,))
    assert "would get the number" in "".join(desk.maintenance.doctor().problems)
    shell.execute("UPDATE article SET next_number = next_number + 16 WHERE slug = ?", (MILL,))
    assert desk.maintenance.doctor().problems == ()
