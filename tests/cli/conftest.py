"""A command line on a database of its own, with one small article on it."""

import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli.main import main

STORY = """The bridge at Arden

By Ann Lee

The bridge cost $3 million, said Mayor Ina Holt on Monday.

It is the longest in the county. About 40 people built it in two years.

“We have waited for this since 1986,” Holt said. Will it last?

The county paid for half of the work, according to Ben Okri, an engineer.
"""


class Result(NamedTuple):
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


class Line:
    """The command line; called like a command: line("list", "--json")."""

    def __init__(self, database, capture, monkeypatch):
        self.database = database
        self._capture = capture
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments, stdin=b"", code=0):
        """Run a command and insist on its exit status; None takes any."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capture.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = self._capture.readouterr()
        result = Result(int(left.value.code or 0), out.decode(), err.decode())
        assert "Traceback" not in result.err
        assert code is None or result.code == code, result
        return result


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """No settings of whoever runs the tests, and a fixed terminal."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("FACTCHECK_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("FACTCHECK_PERSON", "Ann Lee")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """A database with the article, made once by the command itself."""
    folder = tmp_path_factory.mktemp("template")
    story = folder / "bridge.txt"
    story.write_text(STORY, encoding="utf-8")
    database = folder / "desk.db"
    (folder / "config.toml").write_text("")
    with pytest.raises(SystemExit) as left:
        main(
            [
                "--database", str(database), "--person", "Ann Lee", "--config", str(folder / "config.toml"),
                "add", str(story), "--slug", "bridge",
            ]
        )  # fmt: skip
    assert not left.value.code
    return database


@pytest.fixture
def empty(environment, capsysbinary, monkeypatch, tmp_path):
    """The command line on a desk with nothing on it."""
    database = tmp_path / "desk.db"
    monkeypatch.setenv("FACTCHECK_DATABASE", str(database))
    return Line(database, capsysbinary, monkeypatch)


@pytest.fixture
def line(empty, template) -> Line:
    """The command line on a desk with the article `bridge`."""
    for part in template.parent.glob(f"{template.name}*"):
        shutil.copy(part, Path(empty.database.parent, part.name))
    return empty
