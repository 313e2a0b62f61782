"""Small drafts for the desk's tests, split by a rule so plain that tests can count on it."""

import re
from datetime import UTC, datetime, timedelta

from db.vocabulary import BlockKind, CheckKind, SetAsideReason
from factcheck.model import Article, Block, CheckPoint, SetAside, Speaker, Split, SplitClaim
from factcheck.text import digest, words

MILL = """The Mill at Arden

The mill opened in 1902. It employs 300 people, says Ana Ortiz. Who would close it?

The town

Arden has 4,200 residents. The river floods every spring 🌊. Nobody likes that.
"""
"""Two headings, a question, an opinion, numbers, a speaker, and a character of four bytes."""


class Clock:
    """A clock that goes forward a minute each time it is asked."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def article(text: str = MILL, **values: object) -> Article:
    """An article of blocks that blank lines part; a block without a full stop is a heading."""
    blocks = tuple(
        Block(
            kind=BlockKind.PARAGRAPH if re.search(r"[.?!]", match.group()) else BlockKind.HEADING,
            start=match.start(),
            end=match.end(),
        )
        for match in re.finditer(r"\S[^\n]*", text)
    )
    title = text[blocks[0].start : blocks[0].end] if blocks else ""
    raw = text.encode()
    fields = {"title": title, "source_name": "draft.txt", "original": raw, "original_digest": digest(text)}
    return Article(**{**fields, **values}, text=text, blocks=blocks, digest=digest(text))


def split(given: Article) -> Split:
    """A claim for each sentence with a full stop; the rest is set aside."""
    claims, aside = [], []
    for number, block in enumerate(given.blocks):
        if block.kind is BlockKind.HEADING:
            aside.append(_aside(given, block.start, block.end, SetAsideReason.HEADING))
            continue
        for match in re.finditer(r"\S[^.?]*[.?]", given.text[block.start : block.end]):
            start, end = block.start + match.start(), block.start + match.end()
            if match.group().endswith("?"):
                aside.append(_aside(given, start, end, SetAsideReason.QUESTION))
            else:
                claims.append(_claim(given, start, end, number))
    total = sum(words(given.text[block.start : block.end]) for block in given.blocks)
    return Split(claims=tuple(claims), set_aside=tuple(aside), words=total, covered=total)


def _aside(given: Article, start: int, end: int, reason: SetAsideReason) -> SetAside:
    return SetAside(start=start, end=end, text=given.text[start:end], reason=reason)


def _claim(given: Article, start: int, end: int, block: int) -> SplitClaim:
    text = given.text[start:end]
    points = tuple(
        CheckPoint(
            kind=CheckKind.NUMBER,
            start=start + match.start(),
            end=start + match.end(),
            text=match.group(),
        )
        for match in re.finditer(r"\d[\d,]*", text)
    )
    speaker = re.search(r"says ([A-Z]\w+ [A-Z]\w+)", text)
    return SplitClaim(
        text=text,
        start=start,
        end=end,
        parts=((start, end),),
        block=block,
        check_points=points,
        kinds=(CheckKind.NUMBER,) if points else (),
        speaker=Speaker(mention=speaker.group(1), name=speaker.group(1)) if speaker else None,
        priority=len(points),
        reasons=("a number",) if points else (),
    )
