"""What stands beside a claim, mended by keys: notes changed, and notes, citations and queries removed."""

import pytest

from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.tui.app import FactcheckApp
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.screens.conflict import ConflictDialog
from tests.tui.building import saved, screen_text
from tests.tui.reviewing import WIDE, app_of


@pytest.fixture
def kept(desk: Desk, slug: str) -> tuple[int, int, int]:
    """The first claim with a citation, an answered query and a note; their ids."""
    cited = desk.citations.add(
        slug, 1, SourceFields(title="Harbour log"), CitationFields(locator="7")
    ).created
    asked = desk.queries.ask(slug, 1, "Who counted?").created
    noted = desk.notes.add(slug, 1, "Call the harbour.", confidential=True).created
    assert cited
    assert asked
    assert noted
    desk.queries.answer(asked, "The mate.")
    return cited, asked, noted


def card_of(app: FactcheckApp) -> ClaimCard:
    return app.screen.query_one(ClaimCard)


async def to_item(pilot, kind: str) -> None:
    """Go into the card and down to the first item of a kind."""
    card = card_of(pilot.app)
    while not card.has_focus:
        await pilot.press("tab")
    for _ in range(12):
        if card.item is not None and card.item.kind == kind:
            return
        await pilot.press("down")
    raise AssertionError(f"there is no {kind} on the card")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("citation", "Claim 1: no longer cites “Harbour log”"),
        ("query", "Claim 1: query removed"),
        ("note", "Claim 1: note removed"),
    ],
)
async def test_what_is_chosen_on_the_card_is_removed_and_undo_brings_it_back(
    desk: Desk, slug: str, kind: str, said: str
) -> None:
    before = desk.claims.get(slug, 1)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await to_item(pilot, kind)
        assert "d remove" in screen_text(app)
        await pilot.press("d")
        await saved(pilot)
        assert app.said.text == said
        claim = desk.claims.get(slug, 1)
        left = {"citation": claim.citations, "query": claim.queries, "note": claim.notes}
        assert [name for name, things in left.items() if not things] == [kind]
        assert not any(entry.item and entry.item.kind == kind for entry in card_of(app).entries)
        await pilot.press("u")
        await saved(pilot)
    again = desk.claims.get(slug, 1)
    assert [one.id for one in again.citations + again.queries + again.notes] == [
        one.id for one in before.citations + before.queries + before.notes
    ]
    assert [note.text for note in again.notes] == ["Call the harbour."]


@pytest.mark.usefixtures("kept")
async def test_a_check_point_is_not_removed_and_the_claim_is_edited_from_there(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await to_item(pilot, "point")
        assert "remove" not in screen_text(app).splitlines()[-1]
        await pilot.press("d")
        await saved(pilot)
        assert len(desk.claims.get(slug, 1).check_points) == 3
        await pilot.press("e")
        assert "Holds until" in screen_text(app)


async def test_a_note_is_changed_where_it_stands(desk: Desk, slug: str, kept: tuple[int, int, int]) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await to_item(pilot, "note")
        await pilot.press("e")
        assert "Change note, claim 1" in screen_text(app)
        await pilot.press(*" Twice.", "escape")
        await saved(pilot)
        assert app.said.text == "Claim 1: note changed"
        [note] = desk.claims.get(slug, 1).notes
        assert (note.id, note.text, note.confidential) == (kept[2], "Call the harbour. Twice.", True)
        assert desk.typing.get() == {}
        await pilot.press("u")
        await saved(pilot)
    assert desk.claims.get(slug, 1).notes[0].text == "Call the harbour."


@pytest.mark.usefixtures("kept")
async def test_a_note_left_as_it_was_changes_nothing_and_its_box_alone_changes_it(
    desk: Desk, slug: str
) -> None:
    app = app_of(desk, slug)
    events = len(desk.history.events(slug))
    async with app.run_test(size=WIDE) as pilot:
        await to_item(pilot, "note")
        await pilot.press("e", "escape")
        await saved(pilot)
        assert len(desk.history.events(slug)) == events
        await pilot.press("e", "tab", "space", "escape")
        await saved(pilot)
    [note] = desk.claims.get(slug, 1).notes
    assert (note.text, note.confidential) == ("Call the harbour.", False)


async def test_a_note_that_somebody_changed_meanwhile_is_removed_only_when_one_insists(
    desk: Desk, slug: str, kept: tuple[int, int, int]
) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await to_item(pilot, "note")
        for answer in ("t", "m"):
            desk.acting_as("Ben Okri").notes.edit(kept[2], f"Call the harbour master, {answer}.")
            await pilot.press("d")
            await saved(pilot)
            assert isinstance(app.screen, ConflictDialog)
            assert desk.claims.get(slug, 1).notes[0].text == f"Call the harbour master, {answer}."
            await pilot.press(answer)
            await saved(pilot)
            app.look()
            await saved(pilot)
        assert not isinstance(app.screen, ConflictDialog)
    assert desk.claims.get(slug, 1).notes == ()


async def test_the_cursor_of_the_card_stays_on_its_item_when_others_come_and_go(
    desk: Desk, slug: str, kept: tuple[int, int, int]
) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await to_item(pilot, "note")
        desk.acting_as("Ben Okri").citations.add(slug, 1, SourceFields(title="Census"))
        app.look()
        await saved(pilot)
        item = card_of(app).item
        assert item is not None
        assert (item.kind, item.id) == ("note", kept[2])
        await pilot.press("d")
        await saved(pilot)
        item = card_of(app).item
        assert item is not None
        assert item.kind == "query"


async def test_a_query_is_removed_on_its_tab_and_undo_brings_it_back(
    desk: Desk, slug: str, kept: tuple[int, int, int]
) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert app.screen.tab.title == "Queries"
        await pilot.press("d")
        await saved(pilot)
        assert app.said.text == "Claim 1: query removed"
        assert desk.queries.of(slug) == ()
        assert "No query yet" in screen_text(app)
        await pilot.press("u")
        await saved(pilot)
    assert [(one.id, one.answer) for one in desk.queries.of(slug)] == [(kept[1], "The mate.")]


@pytest.mark.usefixtures("kept")
async def test_a_citation_is_removed_on_the_sources_tab_and_its_source_stays(desk: Desk, slug: str) -> None:
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right_square_bracket", "d")
        await saved(pilot)
        assert app.said.text == "Put the cursor on the claim whose citation you want to remove."
        await pilot.press("j", "d")
        await saved(pilot)
        assert not isinstance(app.screen, Dialog)
        assert app.said.text == "Claim 1: no longer cites “Harbour log”"
        assert desk.claims.get(slug, 1).citations == ()
        assert [source.title for source in desk.sources.find()] == ["Harbour log"]
        await pilot.press("u")
        await saved(pilot)
    assert [one.locator for one in desk.claims.get(slug, 1).citations] == ["7"]
