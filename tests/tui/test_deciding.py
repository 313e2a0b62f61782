"""What deciding asks for on the screen: the note that “unverifiable” needs."""

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.model import HouseRules
from factcheck.tui.dialogs.dialog import Dialog
from tests.tui.building import saved, screen_text
from tests.tui.reviewing import WIDE, app_of, claims_tab, findings


async def test_unverifiable_asks_for_the_note_that_it_needs_and_goes_on(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("6")
        assert "What was tried, claim 1" in screen_text(app)
        await pilot.press(*"rang twice", "enter")
        await saved(pilot)
        assert (app.said.text, app.said.tone) == ("Claim 1: unverifiable, with a note", "")
        current = claims_tab(app).current
        assert current is not None
        assert current.number == 2
        await pilot.press("u")
        await saved(pilot)
    assert findings(desk, slug)[0] is Finding.UNCHECKED
    assert desk.claims.get(slug, 1).notes == ()
    desk.history.redo(slug)
    assert [note.text for note in desk.claims.get(slug, 1).notes] == ["rang twice"]


async def test_escape_keeps_the_finding_without_the_note_and_the_warning_says_so(
    desk: Desk, slug: str
) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("6", *"half a note", "escape")
        await saved(pilot)
        assert app.said.tone == "warning"
        assert app.said.text == "Claim 1: unverifiable needs a note on what was tried."
    assert findings(desk, slug)[0] is Finding.UNVERIFIABLE
    assert desk.claims.get(slug, 1).notes == ()


async def test_a_claim_with_a_note_is_not_asked_for_another(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", *"rang twice", "escape", "6")
        await saved(pilot)
        assert not isinstance(app.screen, Dialog)
        assert app.said.text == "Claim 1: unverifiable"


async def test_the_note_on_what_was_tried_goes_to_every_marked_claim(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "v", "6")
        assert "What was tried, 2 claims" in screen_text(app)
        await pilot.press(*"rang", "enter")
        await saved(pilot)
    assert findings(desk, slug)[:2] == [Finding.UNVERIFIABLE] * 2
    assert [desk.claims.get(slug, number).notes[0].text for number in (1, 2)] == ["rang", "rang"]


async def test_a_house_that_needs_no_note_is_not_asked_for_one(desk: Desk, slug: str) -> None:
    desk = desk.acting_as(rules=HouseRules(unverifiable_needs_note=False))
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("6")
        await saved(pilot)
        assert app.said.text == "Claim 1: unverifiable"
