"""Which tests reach a line of the program, found by running them all once and kept in a file."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData


@dataclass(frozen=True)
class Reach:
    """The tests that reach each line of each file, and the seconds that each test takes."""

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def tests(self, file: str, line: int) -> list[str]:
        """Return the tests that reach a line, or its file where it is run by the import alone."""
        lines = self.lines.get(file, {})
        found = lines.get(line) or sorted({test for tests in lines.values() for test in tests})
        return [test for test in found if test in self.seconds]


def measured(root: Path, keep: Path) -> Reach:
    """Return what the tests of a checkout reach; kept in a folder, and read from there the next time."""
    data, times = keep / "coverage", keep / "times.xml"
    if not times.exists():
        keep.mkdir(parents=True, exist_ok=True)
        (keep / "rc").write_text(f"[run]\ndata_file={data}\n[report]\nfail_under=0\n", encoding="utf-8")
        options = f"--junitxml={times} -o junit_family=xunit1 -p no:cacheprovider".split()
        coverage = (
            f"--cov=factcheck --cov=db --cov-context=test --cov-report= --cov-config={keep / 'rc'}".split()
        )
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *options, *coverage],
            cwd=root,
            check=False,
            stdout=sys.stderr,
        )
    return Reach(_lines(data), _seconds(times))


def _lines(data: Path) -> dict[str, dict[int, list[str]]]:
    """Return the tests by file and line; those of a test's set-up and its end count as the test's."""
    kept = CoverageData(basename=str(data))
    kept.read()
    found = {}
    root = os.path.commonpath(kept.measured_files())  # perhaps another checkout than this one
    for file in kept.measured_files():
        contexts = kept.contexts_by_lineno(file)
        found[str(Path(file).relative_to(root))] = {
            line: sorted({name.rpartition("|")[0] for name in names if name})
            for line, names in contexts.items()
        }
    return found


def _seconds(times: Path) -> dict[str, float]:
    """Return how long each test that passed took."""
    found = {}
    for case in ET.parse(times).getroot().iter("testcase"):  # noqa: S314 - written by our own run
        if not {child.tag for child in case} & {"failure", "error", "skipped"}:
            cls = case.get("classname", "").removeprefix(
                case.get("file", "").removesuffix(".py").replace("/", ".")
            )
            inner = "".join(f"::{part}" for part in cls.split(".") if part)
            found[f"{case.get('file')}{inner}::{case.get('name')}"] = float(case.get("time", "0"))
    return found
