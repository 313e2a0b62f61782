"""Paragraphs with their statements marked by hand: who says what, and by which words.

A file holds cases, each under a line `# what it shows`; a line of a case is a block. In a block `[s1 …]` is
the source of statement 1, `[c1 …]` its cue and `[q1 …]` (a part of) its content; `[s1=Full Name|…]` also says
whom the source means, and `[q1=Full Name|…]` whom words without a source are given to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from db.vocabulary import BlockKind
from factcheck.model import Block, Span

FOLDER = Path(__file__).parent / "attributions"
_OPEN = re.compile(r"\[(?P<part>[sqc])(?P<number>\d+)(?:=(?P<name>[^|\]]+)\|| )")


@dataclass
class Marked:
    """One statement as marked."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    name: str = ""


@dataclass
class Case:
    """A few blocks of text with their statements."""

    title: str
    text: str
    statements: list[Marked]

    @property
    def blocks(self) -> list[Block]:
        """A paragraph for every line."""
        return [
            Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
            for match in re.finditer(r"[^\n]+", self.text)
        ]


def cases(path: Path) -> Iterator[Case]:
    """All cases of a file."""
    for part in re.split(r"\n\n(?=# )", path.read_text(encoding="utf-8").strip()):
        title, _, body = part.partition("\n")
        yield parse(title.removeprefix("# "), body)


def parse(title: str, body: str) -> Case:
    """A case from its marked text."""
    text = ""
    statements: dict[str, Marked] = {}
    opened: list[tuple[str, Marked, int]] = []
    at = 0
    while at < len(body):
        mark = _OPEN.match(body, at)
        if mark:
            statement = statements.setdefault(mark["number"], Marked())
            statement.name = mark["name"] or statement.name
            opened.append((mark["part"], statement, len(text)))
            at = mark.end()
            continue
        if body[at] == "]" and opened:
            part, statement, start = opened.pop()
            {"s": statement.source, "c": statement.cue, "q": statement.content}[part].append(
                Span(start, len(text))
            )
        else:
            text += body[at]
        at += 1
    return Case(title, text, list(statements.values()))
