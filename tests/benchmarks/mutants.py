"""How many faults the tests notice: a sample of places in the program, one fault at a time.

Run it as `python -m tests.benchmarks.mutants [--sample 300] [--seed N] [--room ROOM]`. It needs the extra
`mutants`. The first run measures which tests reach which line, which takes some minutes; `--keep FOLDER` says
where that is kept. `--again FILE` tries the survivors of an earlier `--report FILE` once more, and `--tests`
names the tests to try instead of those that reach the line. Faults that change nothing a person could notice
stand in `mutants.toml` beside this file, each with its reason, and do not count.
"""

import argparse
import contextlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import tomllib
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

import docx  # noqa: F401 - the libraries are imported once, and every process of tests begins with them
import hypothesis  # noqa: F401
import lxml.html  # noqa: F401
import pytest
import sqlalchemy  # noqa: F401
import textual.app  # noqa: F401

from tests.support.mutation import Mutant, Place, mutant, places
from tests.support.reach import Reach, measured

ROOT = Path(__file__).parents[2]
ROOMS = {
    "db": ("db",),
    "desk": ("factcheck/desk",),
    "revise": ("factcheck/revise",),
    "export": ("factcheck/export",),
    "read": ("factcheck/read",),
    "lint": ("factcheck/lint",),
    "screen": tuple(
        f"factcheck/tui/{name}.py"
        for name in ("verbs/context", "frame/saving", "frame/session", "frame/typeahead", "words/caret")
    ),
}
PATIENCE = 150.0  # seconds before a fault that makes the tests run on and on counts as noticed
SURVIVED = (0, 5)  # pytest's statuses: all passed, and none was there to be run
# The libraries are imported before pytest could rewrite their asserts, of which it warns.
OPTIONS = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has its file system in memory
COPIES = (MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())) / f"factcheck-mutants-{os.getpid()}"


@dataclass(frozen=True)
class Fault:
    """A fault to try: the room, the file with the fault in it, the tests that may notice."""

    room: str
    mutant: Mutant
    tests: list[str]


@dataclass(frozen=True)
class Outcome:
    """What became of a fault: "noticed", "survived" or "unreached" (no test comes there)."""

    fault: Fault
    found: str
    seconds: float
    output: str = ""


def files(room: str) -> list[str]:
    """Return the files of a room, without migrations, which are never edited."""
    found: list[Path] = []
    for part in ROOMS[room]:
        found += [ROOT / part] if part.endswith(".py") else sorted((ROOT / part).rglob("*.py"))
    return [str(path.relative_to(ROOT)) for path in found if "versions" not in path.parts]


def sample(rooms: list[str], size: int, seed: int) -> list[tuple[str, Mutant]]:
    """Return that many faults of the rooms, each spot as likely as any other."""
    spots: dict[tuple[str, int, int, str], list[tuple[str, Place]]] = {}
    for room in rooms:
        for file in files(room):
            for place in places(ROOT, file):
                spots.setdefault(place.spot, []).append((room, place))
    chance = random.Random(seed)  # noqa: S311 - the same faults for the same seed
    found: list[tuple[str, Mutant]] = []
    for spot in chance.sample(sorted(spots), len(spots)):
        room, place = chance.choice(spots[spot])
        if (made := mutant(ROOT, place)) is not None:
            found.append((room, made))
        if len(found) == size:
            break
    return found


def again(report: Path, rooms: list[str]) -> list[tuple[str, Mutant]]:
    """Return the survivors of an earlier report, where their lines still stand."""
    wanted = {
        (row["file"], row["kind"], row["before"], row["after"]): row["room"]
        for row in map(json.loads, report.read_text(encoding="utf-8").splitlines())
        if row["found"] != "noticed" and row["room"] in rooms
    }
    found: list[tuple[str, Mutant]] = []
    for file in sorted({key[0] for key in wanted if (ROOT / key[0]).exists()}):
        for place in places(ROOT, file):
            made = mutant(ROOT, place) if any(key[:2] == (file, place.kind) for key in wanted) else None
            room = made and wanted.pop((file, place.kind, made.before, made.after), None)
            if made and room:
                found.append((room, made))
    return found


def chosen(reach: Reach, place: Place, room: str, budget: float) -> list[str]:
    """Return tests that reach a place, as many as the budget allows; the room's and quick ones first."""
    by_function: dict[str, list[str]] = {}
    ordered = sorted(
        reach.tests(place.file, place.line),
        key=lambda test: (
            not test.startswith(f"tests/{'tui' if room == 'screen' else room}/"),
            reach.seconds[test],
        ),
    )
    for test in ordered:
        by_function.setdefault(test.partition("[")[0], []).append(test)
    found, spent = [], 0.0
    for test in (test for row in zip_longest(*by_function.values()) for test in row if test):
        spent += reach.seconds[test]
        if found and spent > budget:
            break
        found.append(test)
    return found


def run_tests(copy: Path, arguments: Path, output: Path) -> int:
    """Run tests in a copy of the project, in a process and group of their own; return pytest's status.

    The libraries are imported already and the program is not, so that each process imports it anew. Tests
    that run on and on are stopped; the status is that of a failure then.
    """
    child = os.fork()
    if child == 0:
        os.setsid()
        os.chdir(copy)
        sys.path[:] = [str(copy), *(entry for entry in sys.path if entry not in ("", str(ROOT)))]
        os.environ["PYTHONPATH"] = str(copy)
        stream = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(stream, 1)
        os.dup2(stream, 2)
        for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
            del sys.modules[name]
        status = 1
        try:
            status = int(pytest.main([*OPTIONS, f"@{arguments}"]))
        except BaseException:  # noqa: BLE001 - whatever it was, it is shown and ends this process
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    ends = time.monotonic() + PATIENCE
    while not (ended := os.waitpid(child, os.WNOHANG))[0] and time.monotonic() < ends:
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(ended[1] if ended[0] else os.waitpid(child, 0)[1])


def attempt(fault: Fault) -> Outcome:
    """Return what became of a fault, put into this process's copy of the project for the tests to find."""
    if not fault.tests:
        return Outcome(fault, "unreached", 0.0)
    copy = COPIES / str(os.getpid())
    if not copy.exists():
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", "__pycache__", ".*_cache", ".venv"))
    file = copy / fault.mutant.place.file
    arguments = copy.with_suffix(".tests")
    arguments.write_text("\n".join(fault.tests), encoding="utf-8")
    file.write_text(fault.mutant.source, encoding="utf-8")
    began = time.monotonic()
    try:
        status = run_tests(copy, arguments, copy.with_suffix(".output"))
    finally:
        shutil.copy2(ROOT / fault.mutant.place.file, file)
    output = copy.with_suffix(".output").read_text(encoding="utf-8", errors="replace")
    return Outcome(fault, "survived" if status in SURVIVED else "noticed", time.monotonic() - began, output)


def outcomes(faults: list[Fault], processes: int) -> Iterator[Outcome]:
    """Yield what became of each fault, as each is done; ends where the tests fail without a fault already."""
    without = []
    for fault in {fault.room: fault for fault in faults if fault.tests}.values():
        source = (ROOT / fault.mutant.place.file).read_text(encoding="utf-8")
        without.append(replace(fault, mutant=replace(fault.mutant, source=source)))
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
        for outcome in pool.map(attempt, without):
            if outcome.found == "noticed":
                sys.exit(f"Tests fail without a fault:\n{outcome.output[-2000:]}")
        yield from (done.result() for done in as_completed(pool.submit(attempt, fault) for fault in faults))


def told_equivalent() -> set[tuple[str, str, str]]:
    """Return the faults that change nothing a person could notice: file, line before, line after."""
    listed = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {(entry["file"], entry["before"], entry["after"]) for entry in listed.get("mutant", [])}


def row(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as a line of the report."""
    place = outcome.fault.mutant.place
    return {
        "room": outcome.fault.room,
        "file": place.file,
        "line": place.line,
        "kind": place.kind,
        "before": outcome.fault.mutant.before,
        "after": outcome.fault.mutant.after,
        "found": outcome.found,
        "seconds": round(outcome.seconds, 1),
        "tests": len(outcome.fault.tests),
    }


def main() -> None:
    """Try the faults, print each survivor as it comes, and the score by room at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-reach")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--again", type=Path)
    parser.add_argument("--tests", nargs="+")
    parser.add_argument("--budget", type=float, default=60.0, help="seconds of tests for a fault")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    given = parser.parse_args()
    rooms = given.room or list(ROOMS)
    faults = again(given.again, rooms) if given.again else sample(rooms, given.sample, given.seed)
    reach = None if given.tests else measured(ROOT, given.keep)
    tried = [
        Fault(room, made, given.tests or chosen(reach, made.place, room, given.budget))
        for room, made in faults
    ]
    report = given.report.open("w", encoding="utf-8") if given.report else None
    equivalent = told_equivalent()
    counts: dict[str, Counter[str]] = {room: Counter() for room in rooms}
    try:
        for outcome in outcomes(tried, given.processes):
            made = outcome.fault.mutant
            known = outcome.found != "noticed" and (made.place.file, made.before, made.after) in equivalent
            counts[outcome.fault.room]["equivalent" if known else outcome.found] += 1
            if report:
                print(json.dumps(row(outcome), ensure_ascii=False), file=report, flush=True)
            if outcome.found != "noticed" and not known:
                print(f"{outcome.found} {made.place.file}:{made.place.line} {made.place.kind}")
                print(f"  - {made.before}\n  + {made.after}", flush=True)
    finally:
        shutil.rmtree(COPIES, ignore_errors=True)
    print_scores(counts)


def print_scores(counts: dict[str, Counter[str]]) -> None:
    """Print the score of each room and of all: noticed of those that are not told equivalent."""
    for room, found in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        told = found["noticed"] + found["survived"] + found["unreached"]
        if told:
            score = f"{100 * found['noticed'] / told:.0f} %"
            print(f"{room:8}{found['noticed']:5,} of {told:5,} {score}; {found['equivalent']} equivalent")


if __name__ == "__main__":
    main()
