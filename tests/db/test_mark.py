"""Saves that go with the write-ahead log are told; nothing else that happens to a desk is taken for that."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from db import files, sqlite
from db.engine import open_store
from db.maintenance import backup
from db.maintenance.check import check
from db.store import Store
from db.tables import Event
from tests.db.material import add_event

_OPS = itertools.count()


def save(store: Store) -> None:
    """One more event."""
    with store.read() as connection:
        last = connection.scalar(select(Event.chain).order_by(Event.id.desc()).limit(1))
    add_event(store, "note", last or "", op=f"save {next(_OPS)}")


def killed(path: Path, place: Path, saves: int = 1) -> Path:
    """A database as a program leaves it that saves and is killed."""
    with open_store(path) as store:
        for _ in range(saves):
            save(store)
        shutil.copytree(path.parent, place)
    return place / path.name


def told(path: Path) -> str:
    """What the doctor says of events that are missing; "" when none is."""
    with open_store(path) as store:
        return "\n".join(problem for problem in check(store).problems if "history" in problem)


def fact(path: Path) -> str:
    with open_store(path) as store:
        return check(store).facts["last mark"]


@pytest.fixture
def crashed(filled, tmp_path) -> Path:
    """A database whose program was killed after its fifth event; three of them are in the log."""
    return killed(filled, tmp_path / "crashed", saves=3)


def test_saves_that_went_with_the_log_are_told_until_a_backup_is_put_back(crashed, tmp_path):
    sqlite.wal_path(crashed).unlink()
    for _ in range(2):
        assert "lacks what was saved after event 2, up to event 5 at " in told(crashed)
    with open_store(crashed) as store:
        for _ in range(9):
            save(store)
    assert "up to event 5" in told(crashed)
    with open_store(crashed) as store:
        backup.restore(store, backup.backup(store, tmp_path / "copy.db"))
    assert told(crashed) == ""


def test_saves_behind_damage_in_the_log_are_told(crashed):
    log = sqlite.wal_path(crashed)
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 4
    log.write_bytes(content)
    assert "up to event 5" in told(crashed)


def test_saves_of_a_log_that_is_found_again_are_told_no_more(crashed, tmp_path):
    shutil.copytree(crashed.parent, tmp_path / "whole")
    sqlite.wal_path(crashed).unlink()
    assert told(crashed)
    for ending in ("", files.WAL):
        shutil.copy(files.beside(tmp_path / "whole" / "desk.db", ending), files.beside(crashed, ending))
    assert told(crashed) == ""


def test_a_loss_is_told_where_nothing_can_be_written(crashed, powerless, open_directory):
    sqlite.wal_path(crashed).unlink()
    place = open_directory / "desk"
    shutil.copytree(crashed.parent, place)
    for file in (*place.iterdir(), place):
        file.chmod(0o555)
    with powerless():
        assert "up to event 5" in told(place / "desk.db")
        assert "up to event 5" in told(place / "desk.db")


@pytest.mark.parametrize("content", [None, b"", b"nonsense", b"[]", b'{"event": 9}', b"\xff" * 2000])
def test_without_a_mark_that_can_be_read_nothing_is_missed(content, crashed):
    sqlite.wal_path(crashed).unlink()
    mark = files.beside(crashed, files.MARK)
    mark.unlink() if content is None else mark.write_bytes(content)
    assert told(crashed) == ""
    assert "none yet" in fact(crashed)


def test_the_facts_tell_whether_the_history_holds_the_last_mark(filled, tmp_path):
    assert "none yet" in fact(filled)
    whole = killed(filled, tmp_path / "killed")
    assert fact(whole).startswith("event 3 at ")
    assert fact(whole).endswith("and the history holds it")
    shutil.copyfile(filled, tmp_path / "old.db")
    killed(filled, tmp_path / "again")
    shutil.copyfile(tmp_path / "old.db", filled)
    assert told(filled) == ""
    assert "another copy was put in the place of the database" in fact(filled)


def test_the_mark_is_for_its_owner(filled):
    with open_store(filled) as store:
        save(store)
    assert files.beside(filled, files.MARK).stat().st_mode & 0o777 == 0o600


class Life:
    """What may happen to a desk without a save being lost, each as a step."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder
        self.copies: list[Path] = []
        self.back_up()

    def new(self) -> Path:
        return self.folder / f"{next(_OPS)}"

    def save_and_close(self) -> None:
        with open_store(self.path) as store:
            save(store)

    def save_and_be_killed(self) -> None:
        self.path = killed(self.path, self.new())

    def be_killed_between_commit_and_mark(self) -> None:
        mark = files.beside(self.path, files.MARK)
        before = mark.read_bytes() if mark.exists() else None
        self.save_and_be_killed()
        mark = files.beside(self.path, files.MARK)
        mark.unlink() if before is None else mark.write_bytes(before)

    def two_save_in_turn(self) -> None:
        with open_store(self.path) as one, open_store(self.path) as two:
            for store in (one, two, one):
                save(store)

    def back_up(self) -> None:
        with open_store(self.path) as store:
            save(store)
            self.copies.append(backup.backup(store, self.new()))

    def copy_by_hand(self) -> None:
        self.copies.append(Path(shutil.copy2(self.path, self.new())))

    def restore(self) -> None:
        with open_store(self.path) as store:
            backup.restore(store, self.copies[0])

    def restore_and_be_killed(self) -> None:
        with open_store(self.path) as store:
            save(store)
            backup.restore(store, self.copies[-1])
            place = self.new()
            shutil.copytree(self.path.parent, place)
        self.path = place / self.path.name

    def put_a_copy_in_its_place(self, how: Callable[[Path, Path], object] = shutil.copyfile) -> None:
        sqlite.wal_path(self.path).unlink(missing_ok=True)
        how(self.copies[-1], self.path)

    def put_a_copy_of_the_same_age_in_its_place(self) -> None:
        self.put_a_copy_in_its_place(shutil.copy2)

    def fill_it_through_sqlite(self) -> None:
        with open_store(self.path) as store:
            source, target = sqlite.connect(backup.backup(store, self.new())), sqlite.connect(self.path)
            save(store)
            source.backup(target)
            target.close()
            source.close()
            place = self.new()
            shutil.copytree(self.path.parent, place)
        self.path = place / self.path.name

    def copy_the_folder(self) -> None:
        place = self.new()
        shutil.copytree(self.path.parent, place)
        self.path = place / self.path.name

    def copy_the_database_alone(self) -> None:
        with open_store(self.path):
            pass
        place = self.new()
        place.mkdir()
        self.path = Path(shutil.copy(self.path, place / "desk.db"))

    def begin_anew(self) -> None:
        self.path.unlink()
        sqlite.wal_path(self.path).unlink(missing_ok=True)
        self.save_and_close()

    def lose_the_mark(self) -> None:
        files.beside(self.path, files.MARK).unlink(missing_ok=True)


STEPS = [name for name in vars(Life) if not name.startswith("_") and name != "new"]


@given(steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=8))
@settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_desk_that_lost_nothing_looks_bad_and_every_loss_is_told(steps, template, tmp_path_factory):
    folder = tmp_path_factory.mktemp("life")
    life = Life(Path(shutil.copy(template, folder / "desk.db")), folder)
    for step in steps:
        getattr(life, step)()
        assert told(life.path) == ""
    end = killed(life.path, life.new())
    sqlite.wal_path(end).unlink()
    assert "lacks what was saved" in told(end)
