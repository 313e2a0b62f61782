"""Every command with standard streams that are closed, full or left by their reader: what it does is done."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

import pytest

from factcheck.cli.main import factcheck, main
from factcheck.desk import Desk
from tests.cli.examples import EXAMPLES, every_command, prepare

FULL = Path("/dev/full")
SCRIPT = Path(__file__).with_name("full_disk.py")
NOT_WRITTEN = "factcheck: standard output cannot be written: "

needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device here is always full")


def test_every_command_has_an_example():
    assert {*every_command(factcheck)} == {*EXAMPLES}


class Done(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str
    acts: list[tuple[str, str]]
    """Kind and sentence of everything in the history."""


Stream = IO[str] | None
Ways = dict[str, Callable[[ExitStack], Stream]]
"""Streams to put in the place of standard ones, by name."""


def full(stack: ExitStack) -> Stream:
    return stack.enter_context(FULL.open("w", encoding="utf-8"))


def left(stack: ExitStack) -> Stream:
    """A pipe whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    return stack.enter_context(os.fdopen(writing, "w", encoding="utf-8"))


def closed(_: ExitStack) -> Stream:
    """What Python has for a stream that was closed when it began."""
    return None


@contextmanager
def in_copy_of(folder: Path, place: Path) -> Iterator[Path]:
    """Be in a copy of a folder, with the desk of the copy; gives the path of its database."""
    shutil.copytree(folder, place)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setenv("FACTCHECK_DATABASE", str(place / "desk.db"))
        yield place / "desk.db"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder with a desk and files, for the examples to be run in."""
    folder = tmp_path_factory.mktemp("prepared") / "desk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_PERSON", "Ann Lee")
        patch.setenv("FACTCHECK_CONFIG", "config.toml")
        folder.with_name("empty").mkdir()
        with in_copy_of(folder.with_name("empty"), folder), FULL.with_name("null").open("w") as nothing:
            patch.setattr(sys, "stdout", nothing)
            patch.setattr(sys, "stderr", nothing)
            prepare(succeed)
    return folder


def succeed(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as gone:
        main(arguments)
    assert not gone.value.code, arguments


@pytest.fixture
def run(environment, prepared, tmp_path, capsysbinary, monkeypatch):
    """Runs an example on a desk of its own: run("list", stdout=full)."""

    def run(name: str, **ways: Callable[[ExitStack], Stream]) -> Done:
        place = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        with in_copy_of(prepared, place) as database, ExitStack() as stack, monkeypatch.context() as patch:
            capsysbinary.readouterr()
            for stream, way in ways.items():
                patch.setattr(sys, stream, way(stack))
            with pytest.raises(SystemExit) as gone:
                main(EXAMPLES[name].arguments)
            out, err = (written.decode().replace(str(place), "") for written in capsysbinary.readouterr())
            out, err = (re.sub(r"\d{8}T[\d.]+Z", "NOW", text) for text in (out, err))
            with Desk.open(database, person="Jo Reed") as desk:
                acts = [(event.verb, event.said) for event in desk.history.events()]
        return Done(int(gone.value.code or 0), out, err, acts)

    return run


@needs_full
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_command_does_what_it_does_whatever_its_streams_are(name, run):
    done = run(name)
    assert done.code == EXAMPLES[name].code

    def expected(reason: str) -> Done:
        lost = f"{NOT_WRITTEN}{reason}; some of what was to be printed is missing\n"
        return done._replace(out="", code=done.code or 1, err=done.err + lost) if done.out else done

    assert run(name, stdout=full) == expected("no space left on device")
    assert run(name, stdout=closed) == expected("it is closed")
    assert run(name, stdout=left, stderr=full) == done._replace(out="", err="")
    assert run(name, stdin=closed, stdout=closed, stderr=closed) == expected("")._replace(err="")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("decide bridge 1-2 wrong <&- >&- 2>&-", 0, ""),
        ("note bridge 1 Seen. >&-", 1, f"{NOT_WRITTEN}it is closed"),
        ("set -o pipefail; claims bridge --json | head -1", 0, ""),
        ("--help >/dev/full", 1, f"{NOT_WRITTEN}no space left on device"),
        ("split - <&-", 2, "Standard input is empty"),
        ("restore kept.db <&-", 130, "stopped"),
    ],
)
def test_a_shell_sees_the_exit_status_of_the_readme(environment, prepared, tmp_path, command, code, said):
    options, _, line = command.rpartition("; ")
    with in_copy_of(prepared, tmp_path / "desk"):
        script = f"{options}\nexec {shlex.quote(sys.executable)} -m factcheck {line}"
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
        assert said in done.stderr
        succeed(["doctor"])


def test_on_a_full_disk_what_reads_reads_and_what_writes_says_why_not(prepared, tmp_path):
    mount = f"mount -t tmpfs -o size=16m none '{tmp_path}'"
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-rm", "sh", "-c", mount], capture_output=True, check=False).returncode
    ):
        pytest.skip("no small disk can be mounted here")
    copy = f"cp -r '{prepared}' '{tmp_path}/desk'"
    command = f"{mount} && {copy} && exec '{sys.executable}' '{SCRIPT}' '{tmp_path}/desk'"
    settings = {"DATABASE": "desk.db", "PERSON": "Ann Lee", "CONFIG": "config.toml"}
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", command],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            **{f"FACTCHECK_{name}": value for name, value in settings.items()},
            "PYTHONPATH": str(SCRIPT.parents[2]),
        },
    )
    came = json.loads(run.stdout)
    assert came.pop("afterwards")[0] == 0
    for name, (code, out, err) in came.items():
        if not EXAMPLES[name].reads:
            assert (code, "space" in err.splitlines()[-1]) == (3, True), (name, err)
        else:
            assert code == (1 if name == "doctor" else EXAMPLES[name].code), (name, err)
            assert bool(out) == (name not in ("review", "lint")), name
