"""The house rules that no other tool checks: rooms of one purpose, and nothing that belongs elsewhere."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for package in ("factcheck", "db")
    for path in (ROOT / package).rglob("*.py")
)
LONGEST = 400
LONGER = {
    "db/migrations/versions/0001_whole_schema.py": "one migration is one step, and is never edited again",
}
"""Modules that may be longer, each with the reason."""


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_a_room_of_one_purpose_and_says_which(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "a module opens with a sentence that says what it is for"
    lines = text.count("\n")
    assert lines <= LONGEST or name in LONGER, f"{lines} lines: split it on a natural seam"


def test_no_exception_to_the_length_outlives_its_reason():
    for name in LONGER:
        assert (ROOT / name).read_text(encoding="utf-8").count("\n") > LONGEST


ELSEWHERE = re.compile(r"(?<![\w./])/(?:root|work|home/\w+|Users/\w+)/[\w.]")
"""A folder of one machine."""


def test_no_file_names_a_folder_of_one_machine():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout
    names = [name for name in listed.decode().split("\0") if name] or MODULES
    for name in names:
        path = ROOT / name
        if (
            path.suffix in {".py", ".md", ".toml", ".txt", ".html", ".css", ".tcss", ".j2", ".yml", ""}
            and path.is_file()
        ):
            found = ELSEWHERE.search(path.read_text(encoding="utf-8", errors="replace"))
            assert name == "tests/test_house.py" or not found, (name, found)
