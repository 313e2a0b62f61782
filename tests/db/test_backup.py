"""Backups: verified, thinned, made once a day by themselves, and put back under programs at work."""

import contextlib
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from db import files, sqlite
from db.engine import open_store
from db.faults import (
    AddressError,
    BusyError,
    DamagedError,
    NotOursError,
    ReadOnlyError,
    TooNewError,
    UnreachableError,
)
from db.filestore import copies, thinning
from db.maintenance import backup as backups
from db.maintenance.backup import backup, daily, restore
from db.maintenance.check import check
from db.store import Store
from tests.db.material import NOW, add_person, names


def damage(path: Path, table: str = "note") -> None:
    """Overwrites the first page of a table."""
    with contextlib.closing(sqlite.connect(path)) as shell:
        page = shell.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x63" * 4096)


def names_in(path: Path) -> list[str]:
    with open_store(path) as store:
        return names(store)


def test_a_backup_holds_everything_also_what_is_still_in_the_log(store, tmp_path):
    add_person(store, "Bo")
    made = backup(store, tmp_path / "copy.db")
    assert names_in(made) == ["Ann", "Bo"]


def test_a_backup_is_for_its_owner_only_and_leaves_nothing_beside_it(store, path):
    made = backup(store, now=NOW)
    assert made.parent == path.parent / "backups"
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in made.parent.iterdir()] == [made.name]


def test_a_backup_goes_into_a_directory_under_the_databases_name(store, tmp_path):
    (tmp_path / "stick").mkdir()
    made = backup(store, tmp_path / "stick", now=NOW)
    assert made.name == "desk-20260301T120000.000000Z.db"


def test_a_backup_overwrites_no_file(store, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(AddressError, match="exists"):
        backup(store, tmp_path / "thesis.txt")
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_backup_into_a_missing_directory_is_refused(store, tmp_path):
    with pytest.raises(UnreachableError, match="gone"):
        backup(store, tmp_path / "gone" / "copy.db")


def test_a_backup_into_a_read_only_directory_is_refused(open_directory, powerless):
    with powerless(), open_store(open_directory / "desk.db") as store:
        (open_directory / "shelf").mkdir(mode=0o500)
        with pytest.raises(ReadOnlyError, match="shelf"):
            backup(store, open_directory / "shelf")


def test_a_damaged_database_is_not_backed_up_and_costs_no_older_backup(store):
    old = [backup(store, now=NOW - timedelta(days=days)) for days in reversed(range(40))]
    kept = set(copies.kept(store.path).values())
    damage(store.path)
    with pytest.raises(DamagedError):
        backup(store, now=NOW)
    assert set(copies.kept(store.path).values()) == kept < set(old)


def test_a_backup_made_while_others_write_is_whole(store, path, tmp_path):
    stop = threading.Event()

    def write():
        with open_store(path) as other:
            number = 0
            while not stop.is_set():
                number += 1
                with other.write() as connection:
                    connection.execute(text("UPDATE claim SET version = version + 1"))

    writer = threading.Thread(target=write)
    writer.start()
    made = [backup(store, tmp_path / f"{number}.db") for number in range(5)]
    stop.set()
    writer.join()
    for file in made:
        with contextlib.closing(sqlite.connect(file)) as shell:
            assert len(shell.execute("SELECT DISTINCT version FROM claim").fetchall()) == 1


def test_a_backup_of_the_day_is_made_when_something_changed_and_the_last_is_a_day_old(store):
    assert daily(store, datetime.now(UTC))
    assert daily(store, datetime.now(UTC)) is None
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert daily(store, tomorrow) is None
    add_person(store, "Bo")
    assert daily(store, datetime.now(UTC)) is None
    assert daily(store, tomorrow)


def test_opening_makes_the_backup_of_the_day(filled):
    assert not copies.kept(filled)
    open_store(filled).close()
    open_store(filled).close()
    (made,) = copies.kept(filled).values()
    assert names_in(made) == ["Ann"]


def test_opening_a_database_that_damage_has_reached_says_so_and_keeps_the_older_backups(filled):
    open_store(filled).close()
    (made,) = copies.kept(filled).values()
    made.rename(made.with_name("desk-20200101T000000.000000Z.db"))
    damage(filled)
    with open_store(filled) as store:
        assert isinstance(store.refusal, DamagedError)
        assert names(store) == ["Ann"]
    assert len(copies.kept(filled)) == 1


def test_a_backup_that_cannot_be_made_keeps_nobody_from_working(filled):
    (filled.parent / "backups").write_text("in the way")
    with open_store(filled) as store:
        add_person(store, "Bo")


def test_a_copy_that_was_never_finished_is_swept_away_after_a_day(store, path):
    files.backups(path).mkdir()
    old, young = (files.backups(path) / f".desk-{name}.part" for name in ("old", "young"))
    for file in (old, young):
        file.touch()
    os.utime(old, (0, 0))
    backup(store)
    assert not old.exists()
    assert young.exists()


def daily_until_now(days: int) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in range(days)]


def test_a_year_of_daily_backups_thins_out_to_days_weeks_and_months():
    days = daily_until_now(365)
    kept = set(days) - thinning.superfluous(days, NOW)
    assert set(days[:12]) <= kept
    assert {day.isocalendar()[:2] for day in days[:70]} <= {day.isocalendar()[:2] for day in kept}
    assert len({(day.year, day.month) for day in kept}) == 9
    assert 20 < len(kept) < 31


def test_everything_of_the_last_two_days_stays():
    hours = [NOW - timedelta(hours=hour) for hour in range(48)]
    assert thinning.superfluous(hours, NOW) == set()


def test_thinning_day_by_day_keeps_as_much_as_thinning_at_once():
    kept: set[datetime] = set()
    start = NOW - timedelta(days=400)
    for day in range(401):
        kept.add(start + timedelta(days=day))
        kept -= thinning.superfluous(kept, start + timedelta(days=day))
    at_once = set(daily_until_now(401)) - thinning.superfluous(daily_until_now(401), NOW)
    assert kept == at_once


moments = st.datetimes(datetime(2020, 1, 1), datetime(2026, 3, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


@given(st.sets(moments, min_size=1))
def test_the_newest_backup_always_stays(taken):
    gone = thinning.superfluous(taken, NOW)
    assert gone < taken
    assert max(taken) not in gone
    assert thinning.superfluous(taken - gone, NOW) == set()


class TestRestore:
    """A backup comes back into the live file."""

    @pytest.fixture
    def copy(self, store: Store, tmp_path: Path) -> Path:
        return backup(store, tmp_path / "copy.db")

    def test_everything_is_as_it_was_and_what_was_there_is_kept(self, store, copy):
        add_person(store, "Bo")
        safety = restore(store, copy)
        assert names(store) == ["Ann"]
        assert names_in(safety) == ["Ann", "Bo"]
        assert check(store).problems == ()

    def test_the_file_is_the_same_one_and_small_again(self, store, copy, path):
        inode = path.stat().st_ino
        restore(store, copy)
        assert path.stat().st_ino == inode
        assert sqlite.wal_size(path) == 0

    def test_another_program_at_work_sees_it_and_goes_on(self, store, copy, path):
        with open_store(path) as other:
            add_person(other, "Bo")
            seen = other.data_version()
            restore(store, copy)
            assert other.data_version() != seen
            assert names(other) == ["Ann"]
            add_person(other, "Cy")
            add_person(store, "Di")
        assert names(store) == ["Ann", "Cy", "Di"]
        assert check(store).problems == ()

    def test_a_reading_under_way_keeps_its_state(self, store, copy, path):
        add_person(store, "Bo")
        with open_store(path) as other, other.read() as connection:
            count = text("SELECT count(*) FROM person")
            assert connection.scalar(count) == 2
            restore(store, copy)
            assert connection.scalar(count) == 2
        assert names(store) == ["Ann"]

    def test_a_writer_at_work_is_waited_for(self, store, copy, path):
        with open_store(path, person="Bo") as other, other.write(), pytest.raises(BusyError, match="Bo"):
            restore(store, copy)
        assert names(store) == ["Ann"]

    @pytest.mark.parametrize("how", ["pages", "half", "schema"])
    def test_a_damaged_database_is_made_whole(self, how, store, copy, path):
        store.close()
        if how == "pages":
            damage(path, "person")
        elif how == "half":
            os.truncate(path, path.stat().st_size // 2)
        else:
            with path.open("r+b") as file:
                file.seek(100)
                file.write(b"\xff" * 3996)
        with open_store(path) as opened:
            assert how == "pages" or opened.refusal is not None
            wreck = restore(opened, copy)
            assert opened.refusal is None
            assert names(opened) == ["Ann"]
            add_person(opened, "Bo")
            assert check(opened).problems == ()
        assert wreck is not None
        assert "damaged" in wreck.name
        assert wreck.stat().st_size > 0

    def test_a_backup_of_an_older_version_is_upgraded(self, store, copy, monkeypatch):
        upgraded = []
        monkeypatch.setattr(backups.migrate, "upgrade", lambda path, *_: upgraded.append(path))
        restore(store, copy)
        assert upgraded == [store.path]

    def test_a_damaged_backup_is_refused(self, store, copy):
        add_person(store, "Bo")
        damage(copy)
        with pytest.raises(DamagedError, match=r"copy\.db"):
            restore(store, copy)
        assert names(store) == ["Ann", "Bo"]

    def test_a_newer_backup_is_refused(self, store, copy):
        with contextlib.closing(sqlite.connect(copy)) as shell:
            shell.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(TooNewError):
            restore(store, copy)
        assert names(store) == ["Ann"]

    def test_a_file_that_is_no_backup_is_refused(self, store, tmp_path):
        (tmp_path / "letter.txt").write_text("Dear editor")
        with pytest.raises(NotOursError, match=r"letter\.txt"):
            restore(store, tmp_path / "letter.txt")
        with pytest.raises(UnreachableError, match="no backup"):
            restore(store, tmp_path / "none.db")
        with pytest.raises(AddressError, match="itself"):
            restore(store, store.path)
        assert names(store) == ["Ann"]

    def test_a_read_only_database_is_not_restored(self, open_directory, powerless):
        path = open_directory / "desk.db"
        with powerless():
            with open_store(path) as opened:
                add_person(opened, "Bo")
                mine = backup(opened, open_directory / "mine.db")
            path.chmod(0o400)
            with open_store(path) as opened, pytest.raises(ReadOnlyError):
                restore(opened, mine)
