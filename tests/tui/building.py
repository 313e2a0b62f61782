"""Small articles and desks for the tests of the interface, and ways to drive and read a running app."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from db.vocabulary import BlockKind, CheckKind, SetAsideReason
from factcheck.desk import Desk
from factcheck.model import Article, Block, CheckPoint, SetAside, Span, Split, SplitClaim
from factcheck.text import digest, words
from factcheck.tui.frame.host import DeskApp
from tests.support.painting import painted

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""The time on every desk of these tests."""

FERRY = """The Ferry Stops at Nine

The last ferry to Oddry Island left at nine on 2 March 2026. It carried 41 passengers and two goats. \
Mayor Ilse Brandt paid for the crossing.

“Nobody told us,” said Brandt. The company, North Line, lost 12 million crowns last year. \
It had promised a boat an hour.

Why did it stop?

Captain Jon Aske has sailed the route since 1998. He says the engine is older than he is. \
It was built in 1961."""
"""Nine claims, one heading and one question set aside."""


def article_of(text: str, name: str = "ferry.txt") -> tuple[Article, Split]:
    """An article and its claims: one claim a sentence, numbers and pairs of names as check points."""
    blocks: list[Block] = []
    claims: list[SplitClaim] = []
    aside: list[SetAside] = []
    place = 0
    for index, paragraph in enumerate(text.split("\n\n")):
        start, end = place, place + len(paragraph)
        heading = index == 0 and "." not in paragraph
        blocks.append(Block(kind=BlockKind.HEADING if heading else BlockKind.PARAGRAPH, start=start, end=end))
        if heading:
            aside.append(SetAside(start=start, end=end, text=paragraph, reason=SetAsideReason.HEADING))
        else:
            for sentence in re.finditer(r"\S[^.?!]*(?:[.?!]+[”’]?(?:,?”? said \w+\.)?|$)", paragraph):
                _add(text, start + sentence.start(), start + sentence.end(), index, claims, aside)
        place = end + 2
    total = sum(words(text[block.start : block.end]) for block in blocks)
    article = Article(
        title=text.partition("\n")[0][:60],
        text=text,
        blocks=tuple(blocks),
        source_name=name,
        original=text.encode(),
        original_digest=digest(text),
        digest=digest(text),
    )
    return article, Split(claims=tuple(claims), set_aside=tuple(aside), words=total, covered=total)


def _add(
    text: str, start: int, end: int, block: int, claims: list[SplitClaim], aside: list[SetAside]
) -> None:
    sentence = text[start:end]
    if sentence.endswith("?"):
        aside.append(SetAside(start=start, end=end, text=sentence, reason=SetAsideReason.QUESTION))
        return
    found = re.finditer(r"[A-Z]\w+ [A-Z]\w+|\b\d+", sentence)
    points = tuple(
        CheckPoint(
            kind=CheckKind.NUMBER if match[0].isdigit() else CheckKind.NAME,
            start=start + match.start(),
            end=start + match.end(),
            text=match[0],
        )
        for match in found
    )
    kinds = tuple(kind for kind in CheckKind if any(point.kind is kind for point in points))
    claims.append(
        SplitClaim(
            text=sentence,
            start=start,
            end=end,
            parts=(Span(start, end),),
            block=block,
            check_points=points,
            kinds=kinds,
        )
    )


def desk_with(path: Path, text: str = FERRY, person: str = "Ana Ruiz") -> tuple[Desk, str]:
    """A desk in a file with one article on it, and the article's slug."""
    desk = Desk.open(path, person=person, clock=lambda: NOON)
    return desk, desk.articles.add(*article_of(text)).article


async def saved(pilot: Pilot[None]) -> None:
    """Wait until everything handed to the writer is committed and drawn."""
    app = pilot.app
    assert isinstance(app, DeskApp)
    while True:
        await asyncio.wrap_future(app.writer.submit(lambda: None))
        await pilot.pause()
        if not app.unsaved:
            return


def screen_text(app: App[None]) -> str:
    """What the screen shows, a line a row, without spaces at the ends."""
    return "\n".join("".join(strip.text for strip in row).rstrip() for row in painted(app))
