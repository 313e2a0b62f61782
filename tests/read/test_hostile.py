"""Files that are made to exhaust time or memory: each ends soon, in a result or one sentence."""

import json
import subprocess
import sys

import pytest

from tests.read.hostile.table import every

SECONDS, MEGABYTES = 3.0, 1_000
"""Of one file at its small size, which takes a thirtieth of it."""
DOORS = {
    "drafts": (".txt", ".md", ".html", ".docx", ".odt", ".rtf"),
    "PDF": (".pdf",),
    "sheets": (".json", ".xlsx", ".ods", ".csv"),
}


def test_there_are_many_of_every_kind():
    files = list(every())
    assert len({file.name for file in files}) == len(files) >= 300
    assert {file.suffix for file in files} == {suffix for door in DOORS.values() for suffix in door}


@pytest.mark.skipif(sys.platform != "linux", reason="limits and measures are those of Linux")
@pytest.mark.parametrize("door", DOORS)
def test_no_hostile_file_takes_long_or_much(door):
    command = [sys.executable, "-W", "error", "-m", "tests.read.hostile.running", *DOORS[door]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_ in found] == [file.name for file in every() if file.suffix in DOORS[door]]
    assert [
        (name, said, seconds, megabytes)
        for name, said, seconds, _, megabytes in found
        if "unexpected" in said or "\n" in said or seconds > SECONDS or megabytes > MEGABYTES
    ] == []
    assert done.stderr == ""
