"""The schema of a new database, and how an older one comes to it: whole or not at all."""

import contextlib
import io
import multiprocessing
import os
import shutil
import signal
import sys
import textwrap
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import event, text

from db import files, migrate, sqlite
from db.engine import open_store
from db.faults import BusyError, DamagedError, UpgradeError
from db.filestore import copies, filestore
from db.filestore.lock import WriteLock
from db.maintenance import check
from db.tables import Table

LAST = migrate.head()
AFTER = f"{int(LAST) + 1:04}"

FORK = multiprocessing.get_context("fork")

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down_revision}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("motto", sa.Column("id", sa.Integer, primary_key=True), sa.Column("words", sa.Text))
    op.execute("INSERT INTO motto (words) VALUES ('Saved means saved')")
    with op.batch_alter_table("article", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.String(20), server_default="calm"))
    with op.batch_alter_table("event", recreate="always") as table:
        table.add_column(sa.Column("place", sa.String(20), server_default=""))
    {more}
"""


@pytest.fixture
def versions(tmp_path) -> Path:
    """A directory of migrations with one more than this version of the program has."""
    return with_next(tmp_path, "pass")


def with_next(tmp_path: Path, more: str) -> Path:
    place = tmp_path / "versions 100%"
    shutil.copytree(migrate.VERSIONS, place, ignore=shutil.ignore_patterns("__pycache__"))
    written = NEXT.format(more=more, revision=AFTER, down_revision=LAST)
    (place / f"{AFTER}_next.py").write_text(textwrap.dedent(written))
    return place


def upgrade(path: Path, versions: Path, patience: float = 10) -> None:
    migrate.upgrade(path, WriteLock(path), patience, versions)


def schema_of(path: Path) -> dict[str, str]:
    """Every table, index and trigger of the file, as SQLite keeps it."""
    with contextlib.closing(sqlite.connect(path)) as shell:
        rows = shell.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        return {name: " ".join(sql.split()) for name, sql in rows}


def rows_of(path: Path, table: str) -> int:
    with contextlib.closing(sqlite.connect(path)) as shell:
        return int(shell.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - names above


def number_of(path: Path) -> str:
    with contextlib.closing(sqlite.connect(path)) as shell:
        return sqlite.schema(shell)


def engine_on(path: Path):
    return filestore.engine(partial(sqlite.connect, path), "BEGIN IMMEDIATE", only=True, foreign_keys=False)


@pytest.fixture
def migrated(tmp_path) -> Path:
    """A database that the migrations alone have made."""
    path = tmp_path / "migrated.db"
    path.touch()
    made = engine_on(path)
    with made.begin() as connection:
        migrate.migrate(connection)
    made.dispose()
    return path


def test_the_migrations_make_the_tables(migrated):
    made = engine_on(migrated)
    with made.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Table.metadata)
    made.dispose()
    assert differences == []


def test_numbers_are_never_given_again_in_the_tables_that_say_so(migrated):
    never = {name for name, made in schema_of(migrated).items() if "AUTOINCREMENT" in made}
    declared = {
        table.name
        for table in Table.metadata.tables.values()
        if table.dialect_options["sqlite"]["autoincrement"]
    }
    assert never == declared != set()


def test_a_new_database_has_the_same_schema_as_a_migrated_one(migrated, path):
    open_store(path).close()
    assert schema_of(path) == schema_of(migrated)
    assert number_of(path) == number_of(migrated) == migrate.head()


def test_the_migrations_can_be_written_for_postgresql():

    sql = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql",
        opts={"as_sql": True, "output_buffer": sql, "target_metadata": Table.metadata},
    )
    with Operations.context(context):
        for file in sorted(migrate.VERSIONS.glob("[0-9]*.py")):
            import_module(f"db.migrations.versions.{file.stem}").upgrade()
    for table in Table.metadata.tables:
        assert f"CREATE TABLE {table} (" in sql.getvalue()
    assert "JSONB" in sql.getvalue()
    assert "RAISE EXCEPTION" in sql.getvalue()


def test_numbers_of_migrations_follow_each_other():
    files = sorted(file.name for file in migrate.VERSIONS.glob("[0-9]*.py"))
    assert [name[:4] for name in files] == [f"{number:04}" for number in range(1, len(files) + 1)]


def test_the_migrations_are_one_chain_in_the_order_of_their_numbers():
    before = None
    for place, file in enumerate(sorted(migrate.VERSIONS.glob("[0-9]*.py")), 1):
        module = import_module(f"db.migrations.versions.{file.stem}")
        assert file.name[:4] == module.revision == f"{place:04}", file.name
        assert module.down_revision == before, file.name
        before = module.revision


def test_opening_does_not_load_the_migrations(path):
    import subprocess

    code = (
        f"import sys; from db.engine import open_store; open_store({str(path)!r}).close();"
        f"open_store({str(path)!r}).close(); print('alembic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_an_older_database_is_upgraded_with_all_its_rows(filled, versions):
    before = {table: rows_of(filled, table) for table in Table.metadata.tables}
    upgrade(filled, versions)
    assert number_of(filled) == AFTER
    assert {table: rows_of(filled, table) for table in Table.metadata.tables} == before
    assert rows_of(filled, "motto") == 1
    assert sqlite.wal_size(filled) == 0


@pytest.mark.parametrize("number", range(1, int(LAST)))
def test_a_desk_made_by_any_earlier_version_comes_to_this_one_and_holds_together(number, filled, tmp_path):
    old = tmp_path / "old.db"
    old.touch(0o600)
    few = tmp_path / "few"
    few.mkdir()
    for file in sorted(migrate.VERSIONS.glob("[0-9]*.py"))[:number]:
        shutil.copy(file, few)
    made = engine_on(old)
    with made.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        migrate.migrate(connection, few)
        connection.exec_driver_sql(f"ATTACH '{filled}' AS now")
        for table in migrate.Tables.metadata.sorted_tables:
            there = {row[1] for row in connection.exec_driver_sql(f"PRAGMA main.table_info({table.name})")}
            names = ", ".join(f'"{column.name}"' for column in table.columns if column.name in there)
            connection.exec_driver_sql(
                f"INSERT INTO main.{table.name} ({names}) SELECT {names} FROM now.{table.name}"  # noqa: S608
            )
    made.dispose()
    assert number_of(old) == f"{number:04}"
    with open_store(old) as store:
        assert store.refusal is None
        report = check.check(store)
    assert report.problems == ()
    assert number_of(old) == LAST
    assert schema_of(old) == schema_of(filled)
    assert rows_of(old, "event") == rows_of(filled, "event")


def test_the_history_stays_append_only_after_its_table_was_rebuilt(filled, versions):
    upgrade(filled, versions)
    with contextlib.closing(sqlite.connect(filled)) as shell:
        for act in ("UPDATE event SET said = 'x'", "DELETE FROM event"):
            with pytest.raises(sqlite.DRIVER.IntegrityError, match="append-only"):
                shell.execute(act)


def test_a_database_is_backed_up_before_it_is_upgraded(filled, versions):
    upgrade(filled, versions)
    (backup,) = copies.kept(filled).values()
    assert number_of(backup) == LAST
    assert rows_of(backup, "claim") == 2


def test_a_database_that_is_up_to_date_is_left_alone(filled):
    upgrade(filled, migrate.VERSIONS)
    assert not copies.kept(filled)


@pytest.mark.parametrize(
    "more",
    [
        "raise RuntimeError('a mistake')",
        "op.execute('DELETE FROM claim_span')",
        "op.execute('UPDATE claim_span SET draft_id = 77')",
        "op.execute('SELECT nonsense')",
    ],
    ids=["raises", "loses rows", "breaks references", "wrong SQL"],
)
def test_a_migration_that_fails_changes_nothing_and_says_where_the_copy_is(more, filled, tmp_path):
    before = schema_of(filled)
    for _ in range(2):
        with pytest.raises(UpgradeError, match="as it was") as caught:
            upgrade(filled, with_next(tmp_path, more))
        shutil.rmtree(tmp_path / "versions 100%")
        assert str(files.backups(filled)) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert schema_of(filled) == before
    assert number_of(filled) == LAST
    assert rows_of(filled, "claim_span") == 2
    with open_store(filled) as store:
        assert store.refusal is None


def test_a_damaged_database_is_not_upgraded(filled, versions):
    with contextlib.closing(sqlite.connect(filled)) as shell:
        page = shell.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'note'").fetchone()[0]
    with filled.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x63" * 4096)
    with pytest.raises(DamagedError):
        upgrade(filled, versions)
    assert number_of(filled) == LAST


def test_an_upgrade_waits_for_a_writer_and_names_it(filled, versions):
    with open_store(filled, person="Ann") as store, store.write(), pytest.raises(BusyError, match="Ann"):
        upgrade(filled, versions, patience=0.05)
    assert number_of(filled) == LAST


def run_in_children(work, count: int) -> list[int]:
    """Exit statuses of *count* processes that do *work* at once."""

    def child():
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)

    children = [FORK.Process(target=child) for _ in range(count)]
    for process in children:
        process.start()
    for process in children:
        process.join()
    return [process.exitcode for process in children]


def test_processes_that_upgrade_at_once_do_it_once(filled, versions):
    assert run_in_children(lambda: upgrade(filled, versions), 4) == [0] * 4
    assert number_of(filled) == AFTER
    assert rows_of(filled, "motto") == 1
    assert len(copies.kept(filled)) == 1


def test_processes_that_make_the_database_at_once_make_one(path):
    def work():
        with open_store(path) as store, store.write() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))

    assert run_in_children(work, 4) == [0] * 4
    left = {file.name for file in path.parent.iterdir()}
    # whoever opens it after another has written may make the day's backup
    assert left - {"backups"} == {"desk.db", "desk.db.lock", "desk.db.next.lock"}


def killed_at(statement: int, work) -> bool:
    """Does *work* in a process that is killed before its *statement*th writing one; whether it was."""

    def child():
        seen = 0

        def count(_connection, _cursor=None, sql="COMMIT", *_):
            nonlocal seen
            seen += not sql.startswith(("SELECT", "PRAGMA"))
            if seen == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        made = filestore.engine

        def counted(*arguments, **options):
            engine = made(*arguments, **options)
            event.listen(engine, "before_cursor_execute", count)
            event.listen(engine, "commit", count)
            return engine

        migrate.engine = counted
        work()
        os._exit(0)

    process = FORK.Process(target=child)
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL


def test_an_upgrade_killed_before_any_of_its_statements_leaves_the_old_or_the_new(filled, versions, tmp_path):
    old = schema_of(filled)
    kills = 0
    while True:
        victim = tmp_path / "victim.db"
        shutil.copyfile(filled, victim)
        if not killed_at(kills + 1, lambda victim=victim: upgrade(victim, versions)):
            break
        kills += 1
        assert schema_of(victim) == old
        assert rows_of(victim, "event") == 2
        victim.unlink()
    assert kills > 15
    assert number_of(tmp_path / "victim.db") == AFTER


def test_a_database_killed_while_it_is_made_is_made_by_the_next(path):
    kills = 0
    while killed_at(kills * 7 + 1, lambda: open_store(path)):
        kills += 1
        assert not path.exists()
    assert kills > 3
    open_store(path).close()
    assert not list(path.parent.glob("*.new"))
    assert not list(path.parent.glob(".*.new"))
