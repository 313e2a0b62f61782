"""Whole screens, kept as text so that a change reads like the screen; and the picture of the README."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.vocabulary import Finding, Flag, SourceKind, Stance, Tier
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.tui.app import FactcheckApp
from factcheck.tui.tabs.claims import ClaimsTab
from tests.tui.building import NOON, desk_with, saved, screen_text

PICTURE = Path(__file__).parents[1] / "screens" / "review.svg"
LOCK = """The Lock-Keeper’s Ledger

For 112 years the lock at Pell Weir has had a keeper. Since Monday it has had a telephone number. \
Nora Vance, the last of nine, handed in her keys on 30 June 2026.

“Nobody asked the river,” said Vance. She had opened the gates 61,000 times by her own count. \
The Waterways Board paid her 23,400 crowns a year and gave her a cottage.

Who will lift the gates now?

A motor will, says the Board. \
It cost 19 million crowns, four times what the Board had told parliament in 2023. \
Sam Whitlow, who chairs the Board, calls it the safest lock in the country. \
It failed twice in its first week.

Pell Weir drowned eleven people before the first keeper came. It has drowned none since. \
The ledgers in the cottage name every one of them."""


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[Desk]:
    """A desk in the middle of a check."""
    desk, slug = desk_with(tmp_path / "desk.db", LOCK)
    with desk:
        source = SourceFields(
            kind=SourceKind.RECORD,
            title="Waterways Board, annual accounts 2025",
            url="https://waterways.example/accounts",
        )
        pay = {"stance": Stance.SUPPORTS, "locator": "p. 14", "quotation": "keepers: 23,400"}
        desk.citations.add(slug, [6], source, CitationFields(tier=Tier.PRIMARY, **pay))
        cost = {"stance": Stance.CONTRADICTS, "locator": "p. 31"}
        desk.citations.add(slug, [8], 1, CitationFields(tier=Tier.PRIMARY, **cost))
        for number, finding in enumerate("VAVAWVUWI", 1):
            wanted = {
                "V": Finding.VERIFIED,
                "A": Finding.ON_AUTHOR,
                "W": Finding.WRONG,
                "I": Finding.IMPRECISE,
            }
            if finding in wanted:
                desk.findings.decide(slug, number, wanted[finding])
        desk.findings.decide(slug, 10, Finding.WAITING, waiting_on="Nora Vance")
        desk.wording.propose(slug, 9, "calls it the safest lock on the river")
        desk.queries.ask(slug, 8, "Which answer of 2023 is this, the one of May or the one of July?")
        desk.notes.add(slug, 8, "The accounts give 19 million; the answer of May 2023 gave 6 million.")
        desk.claims.flag(slug, 8, Flag.LEGAL)
        desk.claims.assign(slug, [11, 12], "Ben Okri")
        desk.findings.tick_all(slug, 1)
        yield desk


async def drawn(desk: Desk, size: tuple[int, int], *keys: str, claim: int = 8) -> FactcheckApp:
    """The app after some keys, with a claim open; it is no longer running."""
    app = FactcheckApp(desk, desk.articles.slugs()[0], Config())
    async with app.run_test(size=size) as pilot:
        app.screen.query_one(ClaimsTab).go_to(claim)
        await pilot.press(*keys)
        await saved(pilot)
        if app.saved_at is not None:
            app.saved_at = NOON
        await pilot.pause()
        app.kept = (screen_text(app), app.export_screenshot(title="Factcheck", simplify=True))
    return app


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("review-80x24", (80, 24), ()),
        ("review-120x32", (120, 32), ()),
        ("review-160x45", (160, 45), ("v", "v")),
        ("review-50x24", (50, 24), ()),
        ("card-80x24", (80, 24), ("enter",)),
        ("draft-80x24", (80, 24), ("tab", "shift+right", "shift+right")),
        ("help-80x24", (80, 24), ("question_mark",)),
        ("waiting-80x24", (80, 24), ("8", "a")),
        ("citing-80x24", (80, 24), ("s", "enter", "1", "5")),
    ],
)
async def test_the_screen_looks_as_it_was_agreed(
    lock: Desk, screens: Callable[[str, str], None], name: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    screens(name, (await drawn(lock, size, *keys)).kept[0])


async def test_without_colours_letters_and_signs_tell_the_findings(
    lock: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_colours = (await drawn(lock, (120, 32))).kept[0]
    monkeypatch.setenv("NO_COLOR", "1")
    app = await drawn(lock, (120, 32))
    assert app.no_color
    assert app.kept[0] == with_colours
    colours = re.findall(r"-r\d+ \{ fill: #(..)(..)(..)", app.kept[1])
    assert colours
    assert {colour for colour in colours if len(set(colour)) > 1} <= {("c5", "c8", "c6")}  # the frame's own
    for mark in ("V✓", "A@", "W✗", "I~", "U·", "T…"):
        assert mark in app.kept[0]


async def test_the_picture_of_the_readme_is_fresh(lock: Desk) -> None:
    picture = (await drawn(lock, (120, 32))).kept[1]
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # no fonts from elsewhere
    if os.environ.get("UPDATE_SCREENS"):
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(picture, encoding="utf-8")
    assert picture == PICTURE.read_text(encoding="utf-8"), "run with UPDATE_SCREENS=1"
