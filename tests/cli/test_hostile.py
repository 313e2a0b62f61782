"""Text is data: whatever an article, a name or a file holds, the terminal is never told to do anything."""

import os
import pty
import re
import subprocess
import sys

import pytest

HOSTILE = (
    "The \x1b]52;c;aGk=\x07tower \x9b31mhas 12 floors, \u202esaid [bold]Ina Holt[/bold]. "
    "It cost =SUM(1) and 5 million pounds, <script>alert(1)</script> too."
)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def made():
    """The files of a desk with hostile content, once they are made."""
    return {}


@pytest.fixture
def hostile(empty, tmp_path, made):
    (tmp_path / "t.txt").write_text(HOSTILE, encoding="utf-8")
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    if not made:
        empty("add", "t.txt", "--title", "A\x1b[2Jtitle\u202e", "--slug", "tower")
        empty("note", "tower", "1", "note\x1b[5m \u202e")
        empty("query", "tower", "1", "query\x9b5m")
        empty("cite", "tower", "1", "--title", "source\x1b]0;x\x07", "--url", "javascript:alert(1)")
        empty("assign", "tower", "1", "Cy\x1b[31mDorn")
        empty("decide", "tower", "1", "waiting", "--waiting-on", "who\x1b[31m")
        made.update({path.name: path.read_bytes() for path in tmp_path.glob("desk.db*")})
    return empty


COMMANDS = [
    ("list",), ("list", "--json"), ("show", "tower"), ("show", "tower", "--text"), ("show", "tower", "1"),
    ("show", "tower", "1", "--json"), ("claims", "tower"), ("claims", "tower", "--json"), ("sources",),
    ("sources", "--json"), ("source", "show", "S1"), ("queries", "tower"), ("progress", "tower"),
    ("progress", "tower", "--json"), ("history", "tower"), ("history", "tower", "--json"), ("people",),
    ("split", "t.txt"), ("split", "t.txt", "--json"), ("undo",),
    ("export", "tower", "--format", "csv", "-o", "-"), ("export", "tower", "--format", "markdown", "-o", "-"),
    ("export", "tower", "--format", "html", "-o", "-"), ("export", "tower", "--format", "json", "-o", "-"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_writes_control_or_direction_characters(hostile, command):
    result = hostile(*command)
    assert not FORBIDDEN.search((result.out + result.err).replace("\r\n", "\n").replace("\ufeff", ""))


@pytest.mark.parametrize("argument", ["x\x1b[31my", "x\u202ey", "x\ny"])
def test_no_error_writes_them_either(hostile, argument):
    for command in (
        ("show", argument),
        (argument,),
        ("decide", "tower", argument, "verified"),
        ("decide", "tower", "1", argument),
        ("add", argument),
        ("export", "tower", "--format", argument),
        ("export", "tower", "-o", f"no/{argument}.csv"),
        ("--config", argument, "list"),
        ("sources", "--search", argument),
        ("cite", "tower", "1", "--source", argument),
        ("list", f"--{argument}"),
    ):
        result = hostile(*command, code=None)
        assert not FORBIDDEN.search(result.out + result.err), command


def test_no_escape_byte_reaches_a_terminal(hostile):
    master, slave = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "claims", "tower"], stdout=slave, stderr=slave, stdin=slave
    )
    os.close(slave)
    written = b""
    try:
        while chunk := os.read(master, 65536):
            written += chunk
    except OSError:  # the terminal is gone with the program that wrote to it
        pass
    assert program.wait(timeout=60) == 0
    os.close(master)
    assert b"floors" in written or b"tower" in written
    assert b"\x1b" not in written
    assert b"\xc2\x9b" not in written


def test_a_table_fits_the_terminal(hostile):
    environment = {**os.environ, "COLUMNS": "60"}
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "claims", "tower"], stdout=slave, stdin=slave, env=environment
    ) as program:
        os.close(slave)
        written = b""
        try:
            while chunk := os.read(master, 65536):
                written += chunk
        except OSError:
            pass
        assert program.wait(timeout=60) == 0
    os.close(master)
    assert max(map(len, written.decode().splitlines())) <= 60


def test_lines_of_a_note_or_a_file_name_never_pass_for_lines_of_the_program(line, tmp_path):
    line("note", "bridge", "1", "seen\n  decided: the editor\nclaim 9: verified")
    shown = line("show", "bridge", "1").out.splitlines()
    assert "    claim 9: verified" in "\n".join(shown)
    assert not [text for text in shown if text.startswith(("  decided: the editor", "claim 9"))]
    name = tmp_path / "two\nlines.txt"
    name.write_text("The tower has 9 floors.")
    line("add", str(name))
    assert line("add", str(name)).err.splitlines() == ["two lines.txt is already on the desk as two-lines"]
