"""What leaves the desk by command: history, files and their names, without what must not be told."""

import json
import os
import stat
import subprocess
import sys

import pytest


@pytest.fixture
def secretive(line):
    """The desk with a source who must not be named, and words about him in notes, calls and wording."""
    terms = ("--name", "Zebediah Quux-Whistle", "--basis", "background", "--contact", "+44 7700 900123")
    line("cite", "bridge", "1", *terms)
    line("note", "bridge", "1", "note by quux-whistle, ring 07700 900123")
    line("note", "bridge", "1", "he is afraid", "--confidential")
    line("propose", "bridge", "1", "The bridge cost $4 million, says Z. Quux")
    line("query", "bridge", "1", "Did Zebediah say so?")
    line("source", "called", "S1", "Whistle rang back")
    return line


TELLTALES = ("quux", "whistle", "zebediah", "7700", "900123", "afraid")


def told(text):
    return [word for word in TELLTALES if word in text.lower()]


@pytest.mark.parametrize("options", [(), ("--json",), ("bridge",), ("bridge", "--claim", "1", "--json")])
def test_the_history_withholds_unless_asked(secretive, options):
    assert told(secretive("history", *options).out) == []
    assert told(secretive("history", *options, "--include-confidential").out)
    assert told(secretive("history", "bridge", "--json", "--include-confidential").out) == list(TELLTALES)


def test_the_history_of_a_desk_without_secrets_is_told_in_full(line):
    line("cite", "bridge", "1", "--title", "Budget 2024")
    said = line("history", "bridge").out
    assert "cites “Budget 2024”" in said


@pytest.mark.parametrize("name", ["csv", "markdown", "html", "json"])
def test_no_sheet_tells_what_is_withheld_and_the_person_who_exports_is_told_how_often(secretive, name):
    result = secretive("export", "bridge", "--format", name, "-o", "-")
    assert told(result.out) == []
    assert "withheld to protect sources: " in result.err


def test_a_word_that_may_be_an_ordinary_one_is_told_with_how_often_it_was_withheld(line):
    line("cite", "bridge", "1", "--name", "Will Brown", "--basis", "background")
    line("note", "bridge", "1", "brown envelope from Brown, he will call")
    result = line("export", "bridge", "--format", "json", "-o", "-")
    assert json.loads(result.out)["claims"][0]["notes"][0]["text"] == (
        "[withheld] envelope from [withheld], he will call"
    )
    assert "somebody else's name: “brown” 2×" in result.err


def test_a_withheld_name_that_stands_in_the_draft_is_told(line):
    line("cite", "bridge", "1", "--name", "Ben Okri", "--basis", "not_for_attribution")
    result = line("export", "bridge", "--format", "json", "-o", "-")
    assert "according to Ben Okri" in json.loads(result.out)["draft"]["text"]
    assert (
        "the draft, which goes out as it stands, holds what is withheld elsewhere: “ben okri” 1×"
        in result.err
    )


def test_a_name_is_withheld_also_when_its_source_was_renamed_or_removed(secretive):
    secretive("source", "edit", "S1", "--name", "Deep Well", "--contact", "0160 1234567")
    secretive("source", "add", "--name", "Ottokar Zwickel", "--basis", "confidential")
    secretive("source", "remove", "S2")
    secretive("note", "bridge", "2", "zwickel knows 01601234567")
    for command in (("history", "--json"), ("export", "bridge", "--format", "json", "-o", "-")):
        out = secretive(*command).out.lower()
        assert told(out) == []
        assert "zwickel" not in out
        assert "1234567" not in out


def test_a_name_that_is_on_the_record_now_is_told(secretive):
    secretive("source", "edit", "S1", "--basis", "on_record")
    out = secretive("export", "bridge", "--format", "json", "-o", "-").out
    assert "note by quux-whistle, ring [withheld]" in out


def test_a_file_is_not_named_after_what_is_withheld(line, tmp_path):
    line("rename", "bridge", "--slug", "quux-whistle-affair")
    line("cite", "quux", "1", "--name", "Zebediah Quux-Whistle", "--basis", "background")
    assert line("export", "quux", "--format", "json").out == "withheld-affair.json\n"
    assert told((tmp_path / "withheld-affair.json").read_text()) == []


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("name", ["csv", "markdown", "html", "json", "docx", "xlsx"])
def test_a_confidential_file_is_its_owners_alone_also_where_it_replaces_one_that_was_not(
    secretive, tmp_path, name
):
    new, old = tmp_path / "new", tmp_path / "old"
    old.write_text("old")
    old.chmod(0o664)
    (tmp_path / "link").symlink_to(old)
    asked = ("export", "bridge", "--format", name, "--include-confidential")
    secretive(*asked, "-o", "new")
    secretive(*asked, "-o", "old", "--force")
    assert (mode_of(new), mode_of(old)) == (0o600, 0o600)
    old.chmod(0o664)
    secretive(*asked, "-o", "link", "--force")
    assert mode_of(old) == 0o600


def test_a_file_without_secrets_has_the_rights_of_any_file(secretive, tmp_path):
    (tmp_path / "any").write_text("x")
    secretive("export", "bridge", "--format", "json", "-o", "new")
    assert mode_of(tmp_path / "new") == mode_of(tmp_path / "any")


@pytest.mark.parametrize(("mode", "warned"), [(0o644, True), (0o600, False)])
def test_a_confidential_history_into_a_file_that_others_can_read_is_warned_of(
    secretive, tmp_path, mode, warned
):
    path = tmp_path / "history.txt"
    path.touch()
    path.chmod(mode)
    with path.open("w") as file:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "history", "--include-confidential"],
            stdout=file,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
            env={**os.environ, "FACTCHECK_DATABASE": str(secretive.database)},
        )
    assert ("others can read the file" in done.stderr) is warned
