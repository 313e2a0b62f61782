"""The picture of the screen in the README; `python -m tests.picture` draws it anew with the program."""

import asyncio
import os
import re
import tempfile
import time
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

from db.vocabulary import Finding, Stance
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.lint import lint
from factcheck.model import CitationFields, SourceFields
from factcheck.read import read_file
from factcheck.split import split
from factcheck.tui.app import FactcheckApp

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "tests" / "screens" / "review.svg"
SIZE = (132, 36)

_MORNING = (
    (Finding.VERIFIED, 1, "14"),
    (Finding.VERIFIED, 1, "14"),
    (Finding.ON_AUTHOR, 0, ""),
    (Finding.VERIFIED, 2, "0:12:30"),
    (Finding.IMPRECISE, 1, "22"),
    (Finding.VERIFIED, 2, "0:14:05"),
    (Finding.WRONG, 1, "23"),
    (Finding.WAITING, 0, ""),
    (Finding.VERIFIED, 1, "31"),
    (Finding.VERIFIED, 2, "0:21:40"),
    (Finding.NOT_CHECKABLE, 0, ""),
)
"""What the checker of the picture found: finding, which source, where in it."""


def checked_desk(folder: Path) -> tuple[Desk, str]:
    """A desk with the harbour feature, its first claims decided."""
    ticking = iter(range(10_000))
    start = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    desk = Desk.open(
        folder / "desk.db", person="Ida Marsh", clock=lambda: start + timedelta(seconds=40 * next(ticking))
    )
    article = read_file(ROOT / "seeds" / "harbour-feature.md")
    claims = split(article)
    slug = desk.add(article, claims, lint=lint(article, claims)).article
    sources = [
        desk.add_source(SourceFields.model_validate(fields)).created
        for fields in (
            {"kind": "record", "title": "Port accounts 2024", "publication": "Varrowmouth council"},
            {"kind": "recording", "title": "Interview with Hanne Tolliver", "person": "Hanne Tolliver"},
        )
    ]
    for number, (finding, source, locator) in enumerate(_MORNING, 1):
        if source:
            stance = Stance.CONTRADICTS if finding is Finding.WRONG else Stance.SUPPORTS
            desk.cite(slug, number, sources[source - 1] or 0, CitationFields(locator=locator, stance=stance))
        if finding is Finding.IMPRECISE:
            desk.propose(slug, number, "weighs 4.6 kilograms")
        desk.decide(
            slug, number, finding, waiting_on="the harbour office" if finding is Finding.WAITING else ""
        )
    return desk, slug


async def drawn() -> str:
    """The screen as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        desk, slug = checked_desk(Path(folder))
        with desk:
            app = FactcheckApp(desk, slug, Config())
            async with app.run_test(size=SIZE) as pilot:
                await pilot.press("g", *"jjjj")
                await pilot.pause()
                return app.export_screenshot(title="factcheck", simplify=True)


def words_of(picture: str) -> str:
    """The words in a picture, without styles and places; the time of saving is left out."""
    lines = re.findall(r"<text[^>]*>(.*?)</text>", picture, re.DOTALL)
    return re.sub(r"saved \d\d:\d\d:\d\d", "saved", " ".join(unescape(" ".join(lines)).split()))


def main() -> None:
    """Draw the picture."""
    os.environ.pop("NO_COLOR", None)
    os.environ["TZ"] = "UTC"
    time.tzset()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(drawn()), encoding="utf-8")
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
