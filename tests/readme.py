"""Writes the tables of the README anew from the program: `python -m tests.readme`."""

import re
from pathlib import Path

from factcheck.cli.commands import COMMANDS as GROUPS
from factcheck.tui.commands import COMMANDS, Place
from factcheck.tui.words.glyphs import key_names

README = Path(__file__).parents[1] / "README.md"


def key_table() -> str:
    """Keys of the review, from the one table of commands."""
    rows = [
        f"| `{key_names(command.key).replace('|', chr(92) + '|')}` | {command.help} |"
        for command in COMMANDS
        if command.place in (Place.EVERYWHERE, Place.ARTICLE, Place.CLAIMS) and command.key
    ]
    return "\n".join(("| keys | what they do |", "|---|---|", *rows))


def command_table() -> str:
    """Commands of the command line with their first sentence."""
    rows = [f"| `{name}` | {entry.summary} |" for group in GROUPS.values() for name, entry in group.items()]
    return "\n".join(("| command | what it does |", "|---|---|", *rows))


def main() -> None:
    """Put both tables in their places."""
    text = README.read_text(encoding="utf-8")
    for title, table in (("Keys", key_table()), ("Commands", command_table())):
        place = rf"(## {title}\n.*?)\| \w+ \| what[^\n]*\n(?:\|[^\n]*\n)*"
        text = re.sub(place, lambda found, new=table: found[1] + new + "\n", text, count=1, flags=re.DOTALL)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
