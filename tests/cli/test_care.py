import pytest

from factcheck.tui.commands import COMMANDS


def test_undo_and_redo_say_beforehand_what_they_would_do(line):
    assert "nothing to undo" in line("undo", "bridge", "--dry-run", "--person", "Bo", code=2).err
    line("decide", "bridge", "1", "wrong")
    assert line("undo", "bridge", "--dry-run").out == "Claim 1: wrong\n"
    assert "nothing to redo" in line("redo", "--dry-run", code=2).err
    assert line("show", "bridge", "1", "--json").json["finding"] == "wrong"
    line("undo")
    assert line("redo", "--dry-run").out == "Claim 1: wrong\n"
    assert line("show", "bridge", "1", "--json").json["finding"] == "unchecked"


def test_undo_and_redo_say_what_they_did(line):
    line("decide", "bridge", "1", "not_checkable")
    assert "laim 1" in line("undo", "bridge").err
    assert line("claims", "bridge", "--finding", "not_checkable", "--json").json == []
    assert "laim 1" in line("redo").err
    assert line("claims", "bridge", "--finding", "not_checkable", "--json").json


def test_nothing_to_redo_is_one_sentence(line):
    result = line("redo", code=2)
    assert result.err.count("\n") == 1


def test_a_backup_is_written_and_restored(line, tmp_path):
    assert line("backup", "copy.db").out.strip().endswith("copy.db")
    line("decide", "bridge", "1", "not_checkable")
    assert "stopped" in line("restore", "copy.db", stdin=b"n\n", code=None).err
    line("restore", "copy.db", "--yes")
    assert line("claims", "bridge", "--finding", "not_checkable", "--json").json == []


def test_the_doctor_finds_nothing_wrong(line):
    health = line("doctor", "--json").json
    assert health["problems"] == []
    assert "no problems found" in line("doctor").out


def test_people_are_listed_and_given_roles(line):
    line("assign", "bridge", "1", "Cy Dorn")
    line("people", "Cy Dorn", "--role", "reviewer", "--initials", "CD")
    found = {person["name"]: person for person in line("people", "--json").json}
    assert (found["Cy Dorn"]["role"], found["Cy Dorn"]["initials"]) == ("reviewer", "CD")
    assert "Cy Dorn" in line("people").out


def test_the_settings_and_their_place_are_shown(empty, tmp_path):
    (tmp_path / "config.toml").write_text('person = "Ed Roe"\n[house]\nnames = ["Arden"]\n')
    shown = empty("config", "--json").json
    assert (shown["path"], shown["person"], shown["house"]) == (
        str(tmp_path / "config.toml"),
        "Ed Roe",
        {"names": ["Arden"]},
    )
    assert 'person = "Ed Roe"' in empty("config").out


def test_settings_that_are_shown_can_be_put_into_the_file(empty, tmp_path):
    said = empty("config").out.partition("\n")[2]
    (tmp_path / "config.toml").write_text(said, encoding="utf-8")
    assert empty("config").out.partition("\n")[2] == said


def test_the_keys_come_from_the_table_of_commands(empty, tmp_path):
    found = empty("keys", "--json").json
    assert [row["id"] for row in found] == [command.id for command in COMMANDS]
    (tmp_path / "config.toml").write_text('[keys]\n"claim.note" = "f2"')
    own = {row["id"]: row["key"] for row in empty("keys", "--json").json}
    assert own["claim.note"] == "f2"
    assert "claim.note" in empty("keys").out


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('theme = "nrod"', "theme: there is no theme “nrod”; did you mean “nord”?"),
        ('theme = "beige!"', "theme: there is no theme “beige!”; there are ansi-dark, "),
        (
            '[keys]\n"claim.notes" = "f2"',
            "keys.claim.notes: there is no such command; did you mean claim.note",
        ),
        ('[keys]\n"claim.note" = "hyper+n"', "keys.claim.note: “hyper+n” is no key"),
    ],
)
@pytest.mark.parametrize("command", ["keys", "config"])
def test_a_mistake_in_what_the_settings_say_of_the_screen_is_told(empty, tmp_path, command, setting, said):
    (tmp_path / "config.toml").write_text(setting)
    result = empty(command, code=2)
    assert f"the configuration file “{tmp_path / 'config.toml'}”: {said}" in result.err
    assert result.err.count("\n") == 1
    assert setting not in result.out


def test_the_keys_are_listed_even_where_the_settings_hold_a_mistake(empty, tmp_path):
    (tmp_path / "config.toml").write_text('[keys]\n"note" = "f2"')
    assert "claim.note" in empty("keys", code=2).out


def test_review_needs_a_terminal(line):
    assert "review needs a terminal" in line("review", "bridge", code=2).err


@pytest.mark.parametrize("what", ["nothing.txt", "some/where"])
def test_review_of_what_is_neither_file_nor_article_is_refused(line, what, monkeypatch):
    from factcheck.cli.review import opened
    from factcheck.cli.terminal.setup import Setup
    from factcheck.errors import FactcheckError

    setup = Setup(str(line.database))
    with setup.desk() as desk, pytest.raises(FactcheckError, match="no file"):
        opened(setup, desk, what)


def test_review_of_a_file_puts_it_on_the_desk_once(line, tmp_path):
    from factcheck.cli.review import opened
    from factcheck.cli.terminal.setup import Setup

    (tmp_path / "tower.txt").write_text("The tower has 12 floors.", encoding="utf-8")
    setup = Setup(str(line.database))
    with setup.desk() as desk:
        assert opened(setup, desk, "tower.txt") == "tower"
        assert opened(setup, desk, "tower.txt") == "tower"
        assert opened(setup, desk, "brid") == "bridge"


def test_review_looks_at_the_settings_before_a_file_goes_on_the_desk(line, monkeypatch, tmp_path):
    (tmp_path / "config.toml").write_text('theme = "nrod"')
    story = tmp_path / "new.txt"
    story.write_text("The mill burned in 1911.")
    monkeypatch.setattr("factcheck.cli.review.has_terminal", lambda: True)
    assert "there is no theme “nrod”" in line("review", story, code=2).err
    (tmp_path / "config.toml").unlink()
    assert [row["slug"] for row in line("list", "--json").json] == ["bridge"]
