"""What the screen gives away: the copied claim and written files, without what must not be told."""

import stat
from pathlib import Path

from db.vocabulary import Basis, SourceKind
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.tui.app import FactcheckApp
from tests.tui.building import saved

SIZE = (120, 32)
QUUX = SourceFields(kind=SourceKind.PERSON, person="Zebediah Quux-Whistle", basis=Basis.BACKGROUND)


async def test_a_copied_claim_names_nobody_who_must_not_be_named(desk: Desk, slug: str) -> None:
    desk.citations.add(slug, 1, QUUX, CitationFields(quotation="as Z. Quux told us"))
    desk.citations.add(
        slug, 1, SourceFields(title="Minutes"), CitationFields(quotation="Whistle was there", locator="12")
    )
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("y")
        await saved(pilot)
        copied = app.clipboard
        assert copied.startswith("[1] ")
        assert "a source that is not on the record: “as [withheld] told us”" in copied
        assert "Minutes, 12: “[withheld] was there”" in copied
        assert "Copied claim 1 with 2 citations; withheld to protect sources: 2 places" in app.said.text


async def test_a_confidential_file_written_from_the_screen_is_its_owners_alone(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    desk.citations.add(slug, 1, QUUX, CitationFields())
    old = tmp_path / "sheet.csv"
    old.write_text("old")
    old.chmod(0o644)
    app = FactcheckApp(desk, slug, Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("X")
        app.screen.query_one("#path").value = str(old)
        for name in ("confidential", "force"):
            app.screen.query_one(f"#{name}").value = True
        await pilot.press("enter")
        await saved(pilot)
        assert "Zebediah Quux-Whistle" in old.read_text()
        assert stat.S_IMODE(old.stat().st_mode) == 0o600


async def test_a_file_proposed_on_the_screen_is_not_named_after_what_is_withheld(
    desk: Desk, slug: str
) -> None:
    desk.citations.add(slug, 1, QUUX, CitationFields())
    desk.articles.rename(slug, slug="quux-whistle-affair")
    app = FactcheckApp(desk, "quux-whistle-affair", Config())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("X")
        assert Path(app.screen.query_one("#path").value).name == "withheld-affair.csv"
