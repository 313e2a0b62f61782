"""The doctor: a sound database has no problem, and each kind of damage has its sentence."""

import contextlib
import os

import pytest

from db import mounts, sqlite
from db.engine import open_store
from db.maintenance.check import check
from tests.db.material import add_event, add_person


def spoil(path, *statements: str) -> None:
    """Changes the file behind the program's back."""
    with contextlib.closing(sqlite.connect(path)) as shell:
        for statement in statements:
            shell.execute(statement)


def problems(path) -> str:
    with open_store(path) as store:
        return "\n".join(check(store).problems)


def test_a_sound_database_has_no_problem(store):
    assert check(store).problems == ()


def test_the_facts_tell_file_engine_lock_and_contents(store, path):
    add_person(store, "Bo")
    facts = check(store).facts
    assert str(path) in facts["database"]
    assert facts["journal"] == "wal"
    assert facts["claims"] == "2"
    assert facts["events"] == "2"
    assert "Ann" in facts["last writer"]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["UPDATE event SET said = 'x' WHERE id = 1"], "event 1"),
        (["UPDATE event SET at = '2020-01-01 00:00:00.000000' WHERE id = 2"], "event 2"),
        (["UPDATE event SET chain = 'x' WHERE id = 2"], "event 2"),
        (["UPDATE event SET warnings = '[\"x\"]' WHERE id = 2"], "event 2"),
        (["DELETE FROM event WHERE id = 1"], "event 2"),
        (["DELETE FROM event WHERE id = 2"], "ends at event 1 although 2"),
        (["DELETE FROM event"], "ends at event 0 although 2"),
    ],
)
def test_a_history_that_was_altered_is_told(statements, expected, filled):
    spoil(filled, "DROP TRIGGER event_never_changes", "DROP TRIGGER event_never_goes", *statements)
    assert expected in problems(filled)


def test_a_changed_document_in_the_history_is_told(filled):
    spoil(
        filled,
        "DROP TRIGGER event_never_changes",
        "UPDATE event SET changes = json_set(changes, '$[0].after.finding', 'wrong') WHERE id = 1",
    )
    assert "event 1" in problems(filled)


def test_a_long_list_of_problems_is_cut(filled):
    with open_store(filled) as store:
        for number in range(11):
            add_event(store, f"more {number}", "wrong chain")
    assert "6 more of the same kind" in problems(filled)


def test_words_that_are_not_the_drafts_are_told(filled):
    spoil(filled, "UPDATE claim_span SET text = 'The bridge opened in 1933.' WHERE claim_id = 1")
    assert "Claim 1 of bridge" in problems(filled)


def test_a_span_moved_behind_an_emoji_is_told(filled):
    spoil(filled, 'UPDATE claim_span SET "end" = "end" + 1 WHERE claim_id = 1')
    assert "Claim 1 of bridge" in problems(filled)


def test_a_draft_that_was_changed_is_told(filled):
    spoil(filled, "UPDATE draft SET text = text || '.'")
    assert "text of bridge, draft 1" in problems(filled)
    assert "original" not in problems(filled)


def test_a_number_that_is_none_is_one_sentence(filled):
    spoil(filled, "UPDATE claim_span SET start = 'x' WHERE claim_id = 1")
    assert "form that it cannot have" in problems(filled)


def test_a_counter_that_is_no_number_is_told_with_its_place(filled):
    spoil(filled, "UPDATE claim SET version = 'x' WHERE id = 1")
    assert "1 value of “version” in claim was altered outside the program." in problems(filled)


def test_an_original_that_was_changed_is_told(filled):
    spoil(filled, "UPDATE draft SET original = x'00'")
    assert "original file of bridge, draft 1" in problems(filled)


def test_rows_that_refer_to_nothing_are_told(filled):
    spoil(filled, "UPDATE claim SET article_id = 99")
    assert "2 rows refer to rows that are gone, the first one in claim" in problems(filled)


def test_one_flipped_bit_in_a_value_is_told(filled):
    with contextlib.closing(sqlite.connect(filled)) as shell:
        page = shell.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'").fetchone()[0]
    with filled.open("r+b") as file:
        file.seek((page - 1) * 4096)
        content = file.read(4096)
        file.seek((page - 1) * 4096)
        file.write(content.replace(b"bridge", b"cridge", 1))
    assert "damaged: row 1 missing from index" in problems(filled)


def test_a_file_that_others_can_read_is_told(filled):
    filled.chmod(0o644)
    assert f"chmod 600 {filled}" in problems(filled)


def test_a_long_write_ahead_log_is_told(store, monkeypatch):
    from db.maintenance import check as room

    monkeypatch.setattr(room, "LONG_LOG", 100)
    add_person(store, "Bo")
    assert "kept a reading open" in "\n".join(check(store).problems)


def test_a_network_drive_is_told(store, path, tmp_path, monkeypatch):
    device = path.stat().st_dev
    table = tmp_path / "mountinfo"
    local = f"36 35 {os.major(device)}:{os.minor(device)} / /home rw - ext4 /dev/sda rw"
    table.write_text(f"1 2 9:9 / / rw - nfs4 other:/ rw\n{local}\n")
    assert mounts.shared(path, table) == ""
    assert mounts.shared(path, tmp_path / "none") == ""
    table.write_text(local.replace("ext4", "nfs4"))
    assert mounts.shared(path, table) == "nfs4"
    monkeypatch.setattr(mounts, "shared", lambda _: "cifs")
    assert "network drive (cifs)" in "\n".join(check(store).problems)


def test_a_destroyed_database_is_one_sentence(filled):
    with filled.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)
    with open_store(filled) as store:
        report = check(store)
    assert any("damaged" in problem for problem in report.problems)
    assert all("\n" not in problem for problem in report.problems)
