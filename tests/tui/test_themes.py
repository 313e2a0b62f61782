"""Themes: text can be read in every one of them, and the one chosen is there at the next start."""

from collections.abc import Iterator

import pytest
from textual.color import Color

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp
from factcheck.tui.themes import LEAST, OFFERED, contrast
from tests.tui.reviewing import app_of

SHOWN = [name for name, theme in OFFERED.items() if not theme.ansi]
"""Themes with colours of their own; the others take the terminal's."""


def dim(app: FactcheckApp) -> Iterator[str]:
    """Words on the screen that stand out too little from their ground."""
    for row in app.screen._compositor.render_strips():
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
        desk.decide(slug, number, finding)
    app = app_of(desk, slug)
    async with app.run_test(size=(160, 40)) as pilot:
        for theme in SHOWN:
            app.theme = theme
            await pilot.pause()
            assert (theme, list(dim(app))) == (theme, [])
