"""The README tells the truth: its keys and commands are those of the program."""

import re
from pathlib import Path

from factcheck.cli.commands import COMMANDS as GROUPS
from factcheck.tui.commands import COMMANDS, Place
from factcheck.tui.words.glyphs import key_names

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
_IN_KEY_TABLE = (Place.EVERYWHERE, Place.ARTICLE, Place.CLAIMS)


def _rows(title: str) -> list[list[str]]:
    section = README.partition(f"## {title}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_the_key_table_is_the_table_of_commands() -> None:
    told = [(re.sub(r"[`]", "", keys), what) for keys, what in _rows("Keys")]
    declared = [
        (key_names(command.key).replace("|", "\\|"), command.help)
        for command in COMMANDS
        if command.place in _IN_KEY_TABLE and command.key
    ]
    assert told == declared, "run `python -m tests.readme` to write the table anew"


def test_every_command_of_the_command_line_stands_in_the_readme() -> None:
    told = [(row[0].strip("`"), row[1]) for row in _rows("Commands")]
    assert told == [(name, entry.summary) for group in GROUPS.values() for name, entry in group.items()]
