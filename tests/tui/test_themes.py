"""Themes: text can be read in every one of them, and the one chosen is there at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color

from db.vocabulary import Finding
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp
from factcheck.tui.frame.themes import LEAST, OFFERED, contrast
from tests.support.painting import painted
from tests.tui.reviewing import app_of

SHOWN = [name for name, theme in OFFERED.items() if not theme.ansi]
"""Themes with colours of their own; the others take the terminal's."""


def dim(app: FactcheckApp) -> Iterator[str]:
    """Words on the screen that stand out too little from their ground."""
    for row in painted(app):
        for segment in row:
            style = segment.style
            if style is None or not any(char.isalnum() for char in segment.text):
                continue
            assert style.color
            assert style.bgcolor
            found = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
            if found < LEAST:
                yield f"{segment.text.strip()}: {found:.2f}"


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


async def test_every_word_of_a_review_can_be_read_in_every_theme(desk: Desk, slug: str) -> None:
    for number, finding in enumerate(list(Finding)[1:], 1):
        desk.findings.decide(slug, number, finding)
    app = app_of(desk, slug)
    async with app.run_test(size=(160, 40)) as pilot:
        for theme in SHOWN:
            app.theme = theme
            await pilot.pause()
            assert (theme, list(dim(app))) == (theme, [])


async def chosen(desk: Desk, file: Path, name: str, config: Config | None = None) -> FactcheckApp:
    """The app after a theme was chosen by its name; it is no longer running."""
    app = FactcheckApp(desk, None, config, file)
    async with app.run_test() as pilot:
        await pilot.press("colon", *"theme", "enter")
        await pilot.pause()
        await pilot.press(*name, "enter")
        await pilot.pause()
        assert app.theme == name
    return app


async def test_the_theme_chosen_is_there_at_the_next_start(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "state" / "theme"
    assert FactcheckApp(desk, None, Config(), file).theme == "textual-dark"
    app = await chosen(desk, file, "nord")
    assert app.said.text == "nord, also at the next start."
    assert FactcheckApp(desk, None, Config(), file).theme == "nord"


async def test_what_the_settings_say_of_the_theme_stays(desk: Desk, tmp_path: Path) -> None:
    app = await chosen(desk, tmp_path / "theme", "nord", Config(theme="gruvbox"))
    assert app.said.text == "nord, until you leave: the settings begin with gruvbox."
    assert not (tmp_path / "theme").exists()
    (tmp_path / "theme").write_text("nord")
    assert FactcheckApp(desk, None, Config(theme="gruvbox"), tmp_path / "theme").theme == "gruvbox"


@pytest.mark.parametrize("content", [b"", b"no such theme", b"\xff\0"])
def test_a_remembered_theme_that_is_none_is_passed_over(desk: Desk, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "theme").write_bytes(content)
    assert FactcheckApp(desk, None, Config(), tmp_path / "theme").theme == "textual-dark"


async def test_a_theme_that_cannot_be_remembered_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    app = await chosen(desk, tmp_path / "file" / "theme", "nord")
    assert app.said.tone == "error"
