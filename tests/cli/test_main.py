import os
import subprocess
import sys

import pytest

from db.vocabulary import Finding
from factcheck import __version__
from factcheck.cli import care


def test_the_version_is_printed(empty):
    assert empty("--version").out == f"factcheck {__version__}\n"


def test_help_shows_every_command_under_a_heading(empty):
    said = empty("--help").out
    assert "Articles:\n" in said
    assert "  decide " in said


def test_no_arguments_show_the_help(empty):
    assert "Usage: factcheck" in empty(code=None).out + empty(code=None).err


def test_an_unknown_command_names_near_ones(empty):
    result = empty("reviw", code=2)
    assert "factcheck: there is no command “reviw”; did you mean review or revise?" in result.err
    assert result.out == ""


def test_an_unknown_option_is_one_sentence_with_status_2(empty):
    result = empty("list", "--jsn", code=2)
    assert result.err.startswith("factcheck: No such option '--jsn'.")
    assert "'--json'" in result.err
    assert result.err.endswith("Try “factcheck list --help”.\n")


def test_an_unknown_article_names_near_ones(line):
    result = line("show", "bridg-e", code=2)
    assert "bridge" in result.err
    assert result.err.count("\n") == 1


def test_an_article_is_found_by_the_beginning_of_its_name(line):
    assert line("show", "bri").lines[0] == "bridge"


def test_an_unexpected_error_is_one_line_without_traceback(line, monkeypatch):
    def broken(**_):
        raise ZeroDivisionError("the \x1b[31mworld\n ended")

    monkeypatch.setattr(care.undo, "callback", broken)
    result = line("undo", code=1)
    assert result.err == (
        "factcheck: unexpected ZeroDivisionError: the ␛[31mworld  ended; "
        "run it again with --debug to see where\n"
    )


def test_debug_shows_where_an_unexpected_error_arose(line, monkeypatch):
    def broken(**_):
        raise ZeroDivisionError

    monkeypatch.setattr(care.undo, "callback", broken)
    with pytest.raises(ZeroDivisionError):
        line("--debug", "undo")


def test_database_and_person_may_stand_after_the_command(line, tmp_path):
    assert line("list", "--database", tmp_path / "other.db", "--json").json == []
    line("decide", "bridge", "1", "not_checkable", "--person", "Cy Dorn")
    assert line("history", "bridge", "--limit", "1", "--json").json[0]["by"] == "Cy Dorn"


def test_the_person_comes_from_the_settings_where_nothing_else_says_so(line, monkeypatch, tmp_path):
    monkeypatch.delenv("FACTCHECK_PERSON")
    (tmp_path / "config.toml").write_text('person = "Ed Roe"')
    line("decide", "bridge", "1", "not_checkable")
    assert line("history", "bridge", "--json").json[0]["by"] == "Ed Roe"


def test_a_mistake_in_the_settings_is_one_sentence(line, tmp_path):
    (tmp_path / "config.toml").write_text("persn = 'x'")
    result = line("list", code=2)
    assert "line 1: “persn” is not a setting; did you mean “person”?" in result.err


@pytest.mark.parametrize(
    ("content", "code"), [(b"not a database at all, only text\n" * 20, 2), (b"PK\x03\x04" + b"\0" * 500, 2)]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(empty, tmp_path, content, code):
    file = tmp_path / "story.txt"
    file.write_bytes(content)
    result = empty("--database", file, "list", code=code)
    assert "story.txt" in result.err
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "database",
    [
        "folder",
        "postgres://localhost/x",
        "postgresql://localhost:1/x",
        "mysql://x/y",
        "sqlite://",
        "a\0b",
        "no/such/d.db",
    ],
)
def test_a_database_that_cannot_be_is_one_sentence(empty, tmp_path, database):
    (tmp_path / "folder").mkdir()
    result = empty("--database", database, "list", code=None)
    assert result.code != 0
    assert result.out == ""
    assert result.err.count("\n") == 1
    assert "unexpected" not in result.err


def subprocess_run(*arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], capture_output=True, timeout=60, **more
    )


def test_the_program_runs_as_a_module_of_its_own():
    result = subprocess_run("--version")
    assert (result.returncode, result.stdout) == (0, f"factcheck {__version__}\n".encode())


def test_a_terminal_without_utf8_gets_replacements_and_no_error(line):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = subprocess_run("claims", "bridge", env=environment)
    assert result.returncode == 0, result.stderr
    assert b"unchecked" in result.stdout


def test_a_reader_that_goes_away_is_no_error(line):
    program = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "claims", "bridge", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    program.stdout.close()
    with program:
        assert program.stderr.read() == b""
    assert program.returncode == 0


def completed(words):
    """What bash is offered for the last of some words."""
    environment = {
        **os.environ,
        "_FACTCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    return subprocess_run(env=environment).stdout.decode().splitlines()


def test_names_of_articles_complete_in_the_shell(line):
    assert completed("factcheck show br") == ["plain,bridge"]


@pytest.mark.parametrize("command", ["review", "lint"])
def test_articles_complete_where_a_file_may_stand_too(line, command):
    assert completed(f"factcheck {command} br") == ["file,br", "plain,bridge"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("claims bridge --finding ver", ["plain,verified"]),
        ("decide bridge 3 ver", ["plain,verified"]),
        ("decide bridge 1-2 3 wa", ["plain,waiting"]),
        ("claim flag bridge 3 le", ["plain,legal"]),
        ("claim kinds bridge 3 nam", ["plain,name"]),
        ("export bridge --format x", ["plain,xlsx"]),
        ("add --format m", ["plain,markdown"]),
    ],
)
def test_words_of_the_vocabulary_and_formats_complete_in_the_shell(line, words, offered):
    assert completed(f"factcheck {words}") == offered


def test_after_the_numbers_every_finding_is_offered(line):
    assert completed("factcheck decide bridge 3 ") == [f"plain,{finding}" for finding in Finding]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_completion_script(empty, shell):
    assert "_FACTCHECK_COMPLETE" in empty("completion", shell).out
