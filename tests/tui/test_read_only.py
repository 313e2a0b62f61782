"""A desk that cannot be written: said at the start, and for as long as it is open."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp
from tests.db.conftest import open_directory, powerless  # noqa: F401 - fixtures
from tests.tui.building import desk_with, saved, screen_text
from tests.tui.reviewing import WIDE


async def test_a_desk_that_cannot_be_written_says_so_from_the_start(
    open_directory: Path,  # noqa: F811 - the fixture
    powerless: Callable[[], AbstractContextManager[None]],  # noqa: F811 - the fixture
) -> None:
    place = open_directory / "desk.db"
    with powerless():
        made, slug = desk_with(place)
        made.close()
        place.chmod(0o400)
        desk = Desk.open(place, person="Ana Ruiz")
    with desk:
        app = FactcheckApp(desk, None, Config())
        async with app.run_test(size=WIDE) as pilot:
            assert app.said.tone == "warning"
            assert app.said.text == desk.refusal
            assert "read-only" in screen_text(app).splitlines()[-2]
            app.open_article(slug)
            await pilot.pause()
            await pilot.press("1")
            await saved(pilot)
            assert app.said.tone == "error"
            assert "read-only" in screen_text(app)
        assert desk.progress.of(slug).done == 0
