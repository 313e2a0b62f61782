"""An example of each command that works on one desk: for tests that hold for all commands."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

STORY = """The bridge at Arden

By Ann Lee

The bridge cost $3 million, said Mayor Ina Holt on Monday.

It is the longest in the county. About 40 people built it in two years.

“We have waited for this since 1986,” Holt said. Will it last?

The county paid for half of the work, according to Ben Okri, an engineer.
"""


class Example(NamedTuple):
    """How a command is called."""

    line: str
    """Its arguments, apart by spaces; `~` stands for one inside of an argument."""
    reads: bool = False
    """Whether it changes nothing on the desk."""
    code: int = 0

    @property
    def arguments(self) -> list[str]:
        """The command and its arguments."""
        return [word.replace("~", " ") for word in self.line.split()]


def reads(line: str, code: int = 0) -> Example:
    """An example that changes nothing."""
    return Example(line, reads=True, code=code)


EXAMPLES = {
    "review": reads("review bridge", code=2),
    "add": Example("add other.txt"),
    "revise": Example("revise bridge next.txt --yes"),
    "diff": reads("diff second"),
    "list": reads("list"),
    "show": reads("show bridge"),
    "rename": Example("rename bridge --title A~bridge"),
    "deadline": Example("deadline bridge 2026-03-14"),
    "archive": Example("archive bridge"),
    "remove": Example("remove bridge"),
    "claims": reads("claims bridge"),
    "decide": Example("decide bridge 1-2 wrong"),
    "propose": Example("propose bridge 1 It~cost~less."),
    "accept": Example("accept bridge 3"),
    "applied": Example("applied bridge 4"),
    "stet": Example("stet bridge 3 It~is~hers."),
    "cut": Example("cut bridge 3"),
    "agree": Example("agree bridge 2"),
    "send-back": Example("send-back bridge 2 No~source."),
    "assign": Example("assign bridge 1-3 Jo~Reed"),
    "note": Example("note bridge 1 Rang~the~county."),
    "query": Example("query bridge 1 Who~says~so?"),
    "answer": Example("answer Q1 The~county~does."),
    "queries": reads("queries bridge"),
    "claim add": Example("claim add bridge 182 195"),
    "claim expiry": Example("claim expiry bridge 1 --until 2030-01-01"),
    "claim flag": Example("claim flag bridge 1 legal"),
    "claim kinds": Example("claim kinds bridge 1 money name"),
    "claim merge": Example("claim merge bridge 2 3"),
    "claim priority": Example("claim priority bridge 1 7"),
    "claim recut": Example("claim recut bridge 1 33 59"),
    "claim restate": Example("claim restate bridge 1 It~cost~that."),
    "claim restore": Example("claim restore bridge 5"),
    "claim retire": Example("claim retire bridge 4 opinion"),
    "claim speaker": Example("claim speaker bridge 1 Ina~Holt"),
    "claim split": Example("claim split bridge 1 said"),
    "claim tick": Example("claim tick bridge 1"),
    "sources": reads("sources"),
    "cite": Example("cite bridge 1 --source S1 --locator p.~3"),
    "citation": Example("citation 1 --quote 3~million"),
    "uncite": Example("uncite bridge 2 S1"),
    "source add": Example("source add --kind book --title Bridges"),
    "source called": Example("source called S1 Nobody~there. --method call"),
    "source calls": reads("source calls bridge"),
    "source edit": Example("source edit S1 --title Ledger"),
    "source merge": Example("source merge S1 S2"),
    "source remove": Example("source remove S2"),
    "source show": reads("source show S1"),
    "progress": reads("progress"),
    "export": reads("export bridge --format csv -o -"),
    "import-sheet": Example("import-sheet edited.csv --yes"),
    "history": reads("history bridge"),
    "sign-off": Example("sign-off ready"),
    "reopen": Example("reopen signed"),
    "schema": reads("schema"),
    "formats": reads("formats"),
    "split": reads("split other.txt"),
    "lint": reads("lint other.txt"),
    "undo": Example("undo bridge"),
    "redo": Example("redo bridge"),
    "backup": Example("backup copy.db"),
    "restore": Example("restore kept.db --yes"),
    "doctor": reads("doctor"),
    "people": reads("people"),
    "config": reads("config"),
    "keys": reads("keys"),
    "completion": reads("completion bash"),
}
"""The example of each command, by its name."""

_MADE = """
add bridge.txt --slug bridge
add second.txt --slug second
revise second next.txt --yes
add length.txt --slug signed
add length2.txt --slug ready
decide signed 1 not_checkable
decide ready 1 not_checkable
sign-off signed
decide bridge 2 wrong
cite bridge 2 --title Budget --kind record
source add --kind book --title Roads
query bridge 1 Who~counted?
propose bridge 3 About~50~people~built~it.
propose bridge 4 We~waited.
accept bridge 4
claim retire bridge 5 opinion
note bridge 1 A~thought.
backup kept.db
note bridge 1 Another~thought.
undo bridge
"""
"""What was done on the desk that the examples are for."""

_SIGNED = "The bridge is 12 metres long.\n"


def prepare(run: Callable[[list[str]], object]) -> None:
    """Make the desk and the files that the examples are for in the folder where one is.

    Args:
        run: runs a command by its arguments.
    """
    texts = {
        "bridge.txt": STORY,
        "second.txt": STORY.replace("Arden", "Tarn"),
        "next.txt": STORY.replace("40 people", "50 people"),
        "other.txt": STORY.replace("bridge", "tunnel"),
        "length.txt": _SIGNED,
        "length2.txt": _SIGNED.replace("bridge", "tunnel"),
    }
    for name, text in texts.items():
        Path(name).write_text(text, encoding="utf-8")
    for line in _MADE.strip().splitlines():
        run(Example(line).arguments)
    run(["export", "bridge", "--format", "csv", "-o", "sheet.csv"])
    sheet = Path("sheet.csv").read_text(encoding="utf-8")
    Path("edited.csv").write_text(sheet.replace('"unchecked"', '"verified"', 1), encoding="utf-8")
    Path("sheet.csv").unlink()


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> dict[str, click.Command]:
    """All commands that are no groups, by their names: `claim split`."""
    context = click.Context(group)
    found: dict[str, click.Command] = {}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found |= every_command(command, (*path, name))
        elif command is not None:
            found[" ".join((*path, name))] = command
    return found
