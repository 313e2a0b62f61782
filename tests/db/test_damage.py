"""A file that is damaged, or exchanged while it is open: told in one sentence, and not written to again."""

import os
import random
from pathlib import Path

import pytest

from db import sqlite
from db.engine import open_store
from db.faults import DamagedError, ReplacedError, StoreError
from db.maintenance.check import check
from db.tables import Table
from tests.db.material import add_person, names


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


class TestDamage:
    """A damaged file: told in one sentence, readable as far as it goes, and never written to again."""

    def test_a_file_cut_in_half_is_told_and_not_written_to(self, filled):
        size = filled.stat().st_size
        os.truncate(filled, size // 2)
        with open_store(filled) as store:
            assert isinstance(store.refusal, DamagedError)
            with pytest.raises(DamagedError):
                add_person(store, "Bo")
        assert filled.stat().st_size == size // 2

    def test_a_file_cut_inside_its_last_page_is_told(self, filled):
        os.truncate(filled, filled.stat().st_size - 1000)
        with open_store(filled) as store:
            assert isinstance(store.refusal, DamagedError)
            assert names(store) == ["Ann"]

    def test_a_destroyed_schema_is_told(self, filled):
        overwrite(filled, 100, b"\xff" * 3996)
        with open_store(filled) as store:
            assert isinstance(store.refusal, DamagedError)
            with pytest.raises(DamagedError, match="restore"):
                names(store)

    def test_destroyed_pages_are_told_when_they_are_met_and_nothing_is_written_after(self, filled):
        shell = sqlite.connect(filled)
        page = shell.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'person'").fetchone()[0]
        shell.close()
        overwrite(filled, (page - 1) * 4096, os.urandom(4096))
        with open_store(filled) as store:
            with pytest.raises(DamagedError):
                names(store)
            with pytest.raises(DamagedError):
                add_person(store, "Bo")

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("title", "CAST(x'ff' AS TEXT)"),
            ("added_at", "'yesterday'"),
            ("published", "'2024-13-45'"),
        ],
    )
    def test_a_value_that_does_not_parse_is_damage(self, column, value, filled):
        from db.tables import Article

        shell = sqlite.connect(filled)
        shell.execute(f"UPDATE article SET {column} = {value}")  # noqa: S608 - both are written above
        shell.close()
        with open_store(filled) as store:
            with pytest.raises(DamagedError), store.read() as connection:
                connection.execute(Article.__table__.select()).all()
            assert isinstance(store.refusal, DamagedError)

    def test_a_finding_that_no_vocabulary_holds_is_damage(self, filled):
        from db.tables import Claim

        shell = sqlite.connect(filled)
        shell.execute("PRAGMA ignore_check_constraints=ON")
        shell.execute("UPDATE claim SET finding = 'nonsense'")
        shell.close()
        with open_store(filled) as store, pytest.raises(DamagedError), store.read() as connection:
            connection.execute(Claim.__table__.select()).all()

    def test_a_mistake_of_the_caller_is_no_damage(self, store):
        with pytest.raises(ValueError, match="mine"), store.read():
            raise ValueError("mine")
        assert store.refusal is None

    def test_after_a_kill_the_file_is_checked(self, filled):
        shell = sqlite.connect(filled)
        page = shell.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passage'").fetchone()[0]
        shell.execute("INSERT INTO person (name, initials, role) VALUES ('Bo', '', 'checker')")
        log = sqlite.wal_path(filled).read_bytes()
        shell.close()
        overwrite(filled, (page - 1) * 4096, b"\x63" * 4096)
        sqlite.wal_path(filled).write_bytes(log)
        (filled.parent / "desk.db.lock").write_text(
            '{"pid": 999999999, "person": "Ann", "since": "2026-01-01T00:00:00+00:00"}'
        )
        with open_store(filled) as store:
            assert isinstance(store.refusal, DamagedError)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_happened_to_the_file_is_told_in_one_line(seed, filled):
    chance = random.Random(seed)  # noqa: S311 - the same damage each time
    content = bytearray(filled.read_bytes())
    for _ in range(chance.choice([1, 4, 40])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    filled.write_bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])
    try:
        with open_store(filled) as store:
            report = check(store)
            told = list(report.problems)
            for table in Table.metadata.sorted_tables:
                try:
                    with store.read() as connection:
                        connection.execute(table.select()).all()
                except StoreError as error:
                    told.append(str(error))
    except StoreError as error:
        told = [str(error)]
    assert [sentence for sentence in told if "\n" in sentence] == []


class TestReplaced:
    """The file is exchanged or deleted while it is open."""

    def test_a_deleted_file_is_not_written_to(self, store, path):
        path.unlink()
        with pytest.raises(ReplacedError):
            add_person(store, "Bo")

    def test_a_replaced_file_is_not_written_to(self, store, path, tmp_path):
        with open_store(tmp_path / "new.db"):
            pass
        (tmp_path / "new.db").replace(path)
        before = path.read_bytes()
        with pytest.raises(ReplacedError):
            add_person(store, "Bo")
        assert path.read_bytes() == before

    def test_a_file_that_is_put_back_can_be_written_again(self, store, path, tmp_path):
        path.rename(tmp_path / "away.db")
        with pytest.raises(ReplacedError):
            add_person(store, "Bo")
        (tmp_path / "away.db").rename(path)
        add_person(store, "Bo")
        assert names(store) == ["Ann", "Bo"]
