"""Paragraphs with their statements marked by hand: who says what, and by which words.

A file holds cases, each under a line `# what it shows`; a line of a case is a block. In a block `[s1 …]` is
the source of statement 1, `[c1 …]` its cue and `[q1 …]` (a part of) its content; `[s1=Full Name|…]` also says
whom the source means, and `[q1=Full Name|…]` whom words without a source are given to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.vocabulary import BlockKind
from factcheck.model import Block, Span
from factcheck.split.quotations.attribution import Attribution

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


def inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether all content of one attribution lies in another's."""
    return outer.content != inner.content and all(
        any(whole.start <= part.start and part.end <= whole.end for whole in outer.content)
        for part in inner.content
    )


def flat(said: Sequence[Attribution]) -> list[Attribution]:
    """Attributions as gold marks them: no word in two, quotations carried over joined to their speaker.

    Of two nested ones the outer stays, but for an owner right before a quotation (“dismissed Doe's “…””).
    """
    owners = [one for one in said if one.rule == "possessive"]
    kept = [one for one in said if one.rule != "belief" or not any(inside(owner, one) for owner in owners)]
    rows: list[Attribution] = []
    for one in kept:
        if any(inside(one, other) for other in kept if other is not one):
            continue
        place = next((i for i, row in enumerate(rows) if one.carried and row.source == one.source), None)
        if place is None:
            rows.append(one)
        else:
            rows[place] = rows[place]._replace(content=(*rows[place].content, *one.content))
    return rows
