"""Fixtures of the interface's tests: a desk with a small article, and screens kept as text."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import textual.app
import textual.pilot
from textual.pilot import Pilot

import factcheck.tui.app
from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.tui.frame.typeahead import TypeAhead
from tests.support.painting import paint_on_demand, paint_once
from tests.tui.building import desk_with

SCREENS = Path(__file__).parent / "screens"


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same colours and the same clock everywhere."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.fixture(autouse=True)
def look_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other people's changes are looked for when a test does so, and not at some second of the clock."""
    monkeypatch.setattr(factcheck.tui.app, "LOOK", 3600.0)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys come as fast as the app takes them: the pilot's pauses of 20 ms are left out.

    The pilot waits until every widget has handled what it was sent; `saved` waits for the writer.
    Other people's changes are looked for when a test says so.
    """
    monkeypatch.setattr("factcheck.tui.app.LOOK", 3600)

    async def turn(*_: object) -> None:
        for _turn in range(25):
            await asyncio.sleep(0)

    waits = Pilot._wait_for_screen

    async def wait_for_screen(pilot: Pilot[None], timeout: float = 30) -> bool:
        if isinstance(pilot.app, TypeAhead):
            await pilot.app.keys_taken()
        for _turn in range(20):
            done = await waits(pilot, timeout)
            screen = pilot.app.screen
            if not (screen._layout_required or screen._dirty_widgets or screen._callbacks):
                break
            screen._on_timer_update()  # what the next frame would do
        paint_once(pilot.app)
        return done

    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", turn)
    monkeypatch.setattr(Pilot, "_wait_for_screen", wait_for_screen)


@pytest.fixture(autouse=True)
def painted_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen is painted when it comes to the front and when a test looks at it."""
    paint_on_demand(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with the ferry article on it."""
    opened, _ = desk_with(tmp_path / "desk.db")
    with opened:
        yield opened


@pytest.fixture
def slug(desk: Desk) -> str:
    """The slug of the ferry article."""
    return desk.articles.slugs()[0]


@pytest.fixture
def screens() -> Callable[[str, str], None]:
    """Compares a screen with the one kept under its name; with `UPDATE_SCREENS=1` it is written."""

    def compare(name: str, text: str) -> None:
        kept = SCREENS / f"{name}.txt"
        if os.environ.get("UPDATE_SCREENS"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text + "\n", encoding="utf-8")
        assert kept.exists(), f"no screen “{name}” is kept; run with UPDATE_SCREENS=1"
        assert text + "\n" == kept.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def worked(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """A desk with work on its first claim."""
    desk, slug = desk_with(tmp_path / "desk.db")
    with desk:
        desk.findings.decide(slug, 1, Finding.IMPRECISE)
        desk.wording.propose(slug, 1, "First wording.")
        desk.citations.add(slug, 1, SourceFields(title="Harbour log"), CitationFields(locator="7"))
        desk.queries.ask(slug, 1, "Who counted?")
        desk.notes.add(slug, 1, "Call them.")
        yield desk, slug
