"""Two people at one thing: every kind of change shows both people's words, and the person chooses."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from db.vocabulary import CheckKind, Finding, Flag
from factcheck.desk import Desk
from factcheck.model import CitationFields, SourceFields
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.screens.conflict import ConflictDialog
from tests.tui.building import NOON, desk_with, saved, screen_text
from tests.tui.failing import shown as seen
from tests.tui.reviewing import WIDE, app_of
from tests.tui.test_items import to_item

Others = Callable[[Desk, str, int], object]


class Kind(NamedTuple):
    """One kind of change that two people can make at once."""

    keys: tuple[str, ...]
    """They open the dialog, or act at once."""
    theirs: Others
    """What the other person does in a round."""
    shown: str
    """Their words in the dialog, with `{}` for the number of the round."""
    mine: str
    """Mine in the dialog."""
    value: Callable[[Desk, str], object]
    """What is stored."""
    stored: object
    """It, once mine was put over theirs."""
    answer: tuple[str, ...] = ()
    """Keys that fill in and keep the dialog."""
    item: str = ""
    """What the cursor of the card is on first."""


def claim(name: str) -> Callable[[Desk, str], object]:
    """A field of the first claim."""
    return lambda desk, slug: getattr(desk.claims.get(slug, 1), name)


def source_of(desk: Desk) -> int:
    return desk.sources.find()[0].id


def author(desk: Desk, _: str) -> str:
    return desk.sources.find()[0].author


def retitled(desk: Desk, slug: str, count: int) -> None:
    source = desk.sources.get(source_of(desk))
    desk.sources.edit(source.id, SourceFields(title=f"Their log {count}", note=source.note))


def requoted(desk: Desk, slug: str, count: int) -> None:
    fields = CitationFields(locator="7", quotation=f"their words {count}")
    desk.citations.edit(desk.claims.get(slug, 1).citations[0].id, fields)


def postponed(desk: Desk, slug: str, count: int) -> None:
    desk.articles.set_deadline(slug, datetime(2031, 1, 1 + count, tzinfo=UTC))


def reticked(desk: Desk, slug: str, count: int) -> None:
    point = desk.claims.get(slug, 1).check_points[0]
    person = desk.acting_as(f"Ben {count}")
    person.findings.tick(slug, 1, point.id, False)
    person.findings.tick(slug, 1, point.id)


def reworded(desk: Desk, slug: str, count: int) -> None:
    desk.wording.propose(slug, 1, f"Their wording {count}.")


def reasked(desk: Desk, slug: str, count: int) -> None:
    desk.queries.answer(desk.queries.of(slug)[0].id, f"Their answer {count}.")


def renoted(desk: Desk, slug: str, count: int) -> None:
    desk.notes.edit(desk.claims.get(slug, 1).notes[0].id, f"Their note {count}.")


EDIT = ("e",)
FOUND = (Finding.WRONG, Finding.MISLEADING, Finding.ON_AUTHOR)
MARKED = (CheckKind.AGE, CheckKind.DATE, CheckKind.PLACE)
QUERIES = ("right_square_bracket", "right_square_bracket")
WORDING = "proposed text: Their wording {}."

KINDS = {
    "finding": Kind(
        ("1",),
        lambda desk, slug, count: desk.findings.decide(slug, 1, FOUND[count]),
        "finding: ",
        "verified",
        claim("finding"),
        Finding.VERIFIED,
    ),
    "waiting": Kind(
        ("8",),
        reworded,
        WORDING,
        "waits for the mayor",
        claim("waiting_on"),
        "the mayor",
        (*"the mayor", "enter"),
    ),
    "wording": Kind(
        ("w",),
        reworded,
        WORDING,
        "proposed wording: Mine",
        claim("proposed_text"),
        "Mine",
        ("ctrl+u", *"Mine", "escape"),
    ),
    "accepting": Kind(
        ("W",), reworded, WORDING, "Accept the proposed wording", claim("fix"), "accepted", ("enter",)
    ),
    "stet": Kind(
        ("W", "down", "down", "enter"),
        reworded,
        WORDING,
        "Stet, because mine",
        claim("fix_reason"),
        "mine",
        (*"mine", "enter"),
    ),
    "restatement": Kind(
        EDIT,
        lambda desk, slug, count: desk.claims.restate(slug, 1, f"Theirs {count}."),
        "restatement: Theirs {}.",
        "restated: mine",
        claim("restatement"),
        "mine",
        ("ctrl+u", *"mine", "enter"),
    ),
    "speaker": Kind(
        EDIT,
        lambda desk, slug, count: desk.claims.set_speaker(slug, 1, f"Their Speaker {count}"),
        "Their Speaker {}",
        "speaker: Mine",
        lambda desk, slug: desk.claims.get(slug, 1).speaker.name,
        "Mine",
        ("tab", "ctrl+u", *"Mine", "enter"),
    ),
    "expiry": Kind(
        EDIT,
        lambda desk, slug, count: desk.claims.set_expiry(slug, 1, date(2031, 1, 1 + count)),
        "expires: 2031-01-0",
        "holds until 2030-05-06",
        claim("expires"),
        date(2030, 5, 6),
        ("tab", "tab", "ctrl+u", *"2030-05-06", "enter"),
    ),
    "kinds": Kind(
        EDIT,
        lambda desk, slug, count: desk.claims.set_kinds(slug, 1, [MARKED[count]]),
        "kinds: ",
        "display",
        lambda desk, slug: CheckKind.DISPLAY in desk.claims.get(slug, 1).kinds,
        True,
        ("tab", "tab", "tab", "end", "space", "enter"),
    ),
    "check point": Kind(
        ("t",),
        reticked,
        "ticked by: Ben {}",
        "untick “",
        lambda desk, slug: desk.claims.get(slug, 1).check_points[0].ticked,
        False,
        item="point",
    ),
    "all check points": Kind(
        ("T",),
        reticked,
        "ticked by: Ben {}",
        "untick all check points",
        lambda desk, slug: [point.ticked for point in desk.claims.get(slug, 1).check_points],
        [False] * 3,
    ),
    "assignment": Kind(
        ("a",),
        lambda desk, slug, count: desk.claims.assign(slug, 1, f"Cleo {count}"),
        "assignee: Cleo {}",
        "assign to Dan",
        claim("assignee"),
        "Dan",
        (*"Dan", "enter"),
    ),
    "to me": Kind(
        ("A",),
        lambda desk, slug, count: desk.claims.assign(slug, 1, f"Cleo {count}"),
        "assignee: Cleo {}",
        "assign to Ana Ruiz",
        claim("assignee"),
        "Ana Ruiz",
    ),
    "flag": Kind(
        ("L",),
        lambda desk, slug, count: desk.claims.flag(slug, 1, Flag.SENSITIVE, count % 2 == 0),
        "sensitive: ",
        "legal",
        lambda desk, slug: Flag.LEGAL in desk.claims.get(slug, 1).flags,
        True,
    ),
    "priority": Kind(
        ("exclamation_mark",),
        lambda desk, slug, count: desk.claims.set_priority(slug, 1, 7 + count),
        "priority: ",
        "priority 1",
        lambda desk, slug: desk.queue.rows(slug)[0].priority,
        108,
    ),
    "agreeing": Kind(
        ("r",),
        lambda desk, slug, count: desk.review.send_back(slug, 1, f"Their reason {count}."),
        "review reason: Their reason {}.",
        "agree",
        claim("review"),
        "agreed",
    ),
    "sending back": Kind(
        ("R",), reworded, WORDING, "send back: mine", claim("review_reason"), "mine", (*"mine", "escape")
    ),
    "note": Kind(
        EDIT,
        renoted,
        "text: Their note {}.",
        "change note: Mine",
        lambda desk, slug: desk.claims.get(slug, 1).notes[0].text,
        "Mine",
        ("ctrl+u", *"Mine", "escape"),
        item="note",
    ),
    "taking a note away": Kind(
        ("d",),
        renoted,
        "text: Their note {}.",
        "remove the note",
        lambda desk, slug: "Their note 2." in kept_words(desk, slug),
        False,
        item="note",
    ),
    "citation": Kind(
        EDIT,
        requoted,
        "quotation: their words {}",
        "locator Mine",
        lambda desk, slug: desk.claims.get(slug, 1).citations[0].locator,
        "Mine",
        ("ctrl+u", *"Mine", "enter"),
        item="citation",
    ),
    "taking a citation away": Kind(
        ("d",),
        requoted,
        "quotation: their words {}",
        "remove the citation: Harbour log",
        lambda desk, slug: len(desk.claims.get(slug, 1).citations),
        0,
        item="citation",
    ),
    "taking a query away": Kind(
        ("d",),
        reasked,
        "answer: Their answer {}.",
        "remove the query: Who counted?",
        lambda desk, slug: len(desk.claims.get(slug, 1).queries),
        0,
        item="query",
    ),
    "answer": Kind(
        (*QUERIES, "a"),
        reasked,
        "answer: Their answer {}.",
        "answer: Mine",
        lambda desk, slug: desk.queries.of(slug)[0].answer,
        "Mine",
        ("ctrl+u", *"Mine", "escape"),
    ),
    "reopening": Kind(
        (*QUERIES, "r"),
        reasked,
        "answer: Their answer {}.",
        "reopen the query: Who counted?",
        lambda desk, slug: desk.queries.of(slug)[0].is_open,
        True,
    ),
    "taking a query away from its tab": Kind(
        (*QUERIES, "d"),
        reasked,
        "answer: Their answer {}.",
        "remove the query: Who counted?",
        lambda desk, slug: len(desk.queries.of(slug)),
        0,
    ),
    "source": Kind(
        ("right_square_bracket", "e"),
        retitled,
        "title: Their log {}",
        "author: Mine",
        author,
        "Mine",
        ("tab", "tab", *"Mine", "enter"),
    ),
    "taking a citation away from the sources": Kind(
        ("right_square_bracket", "down", "d"),
        requoted,
        "quotation: their words {}",
        "remove the citation of “Harbour log”",
        lambda desk, slug: len(desk.claims.get(slug, 1).citations),
        0,
    ),
    "taking out": Kind(
        ("minus",),
        reworded,
        WORDING,
        "take out",
        lambda desk, slug: 1 in [row.number for row in desk.queue.rows(slug)],
        False,
    ),
    "merging": Kind(
        ("m",),
        reworded,
        WORDING,
        "merge the claims",
        lambda desk, slug: 2 in [row.number for row in desk.queue.rows(slug)],
        False,
    ),
}
"""Kinds on a claim or on what belongs to one: they have a place for a note."""


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Desk, str, Desk]]:
    """A desk in a file with work on its first claim, and another person at the same file."""
    desk, slug = desk_with(tmp_path / "two.db")
    with desk, Desk.open(tmp_path / "two.db", person="Ben Okri", clock=lambda: NOON) as other:
        desk.findings.decide(slug, 1, Finding.IMPRECISE)
        desk.wording.propose(slug, 1, "First wording.")
        desk.citations.add(slug, 1, SourceFields(title="Harbour log"), CitationFields(locator="7"))
        asked = desk.queries.ask(slug, 1, "Who counted?").created
        desk.queries.answer(asked or 0, "The mate.")
        desk.notes.add(slug, 1, "Call them.")
        desk.findings.tick_all(slug, 1)
        yield desk, slug, other


async def met(pilot: Pilot[None], kind: Kind, theirs: Callable[[], object]) -> str:
    """Do both people's parts at once; what the screen then shows, on one line."""
    if kind.item:
        await to_item(pilot, kind.item)
    if kind.answer:
        await pilot.press(*kind.keys)
        theirs()
        await pilot.press(*kind.answer)
    else:
        await pilot.press(*kind.keys[:-1])
        theirs()
        await pilot.press(kind.keys[-1])
    await saved(pilot)
    assert isinstance(pilot.app.screen, ConflictDialog), pilot.app.said
    return " ".join(screen_text(pilot.app).replace("│", " ").replace("▌", " ").split())


def kept_words(desk: Desk, slug: str) -> str:
    """Notes of the claim and remarks of its source."""
    notes = [note.text for note in desk.claims.get(slug, 1).notes]
    return "\n".join([*notes, *(source.note for source in desk.sources.find())])


@pytest.mark.parametrize("name", KINDS)
async def test_both_people_s_words_are_shown_and_either_stands_or_mine_becomes_a_note(
    pair: tuple[Desk, str, Desk], name: str
) -> None:
    desk, slug, other = pair
    kind = KINDS[name]
    app = app_of(desk, slug, advance=False)
    async with app.run_test(size=(120, 40)) as pilot:
        for count, choice in enumerate("tnm"):
            app.look()
            app.screen.show_tab(0)
            app.screen.claims.to_pane("queue")
            await pilot.pause()
            shown = await met(pilot, kind, lambda count=count: kind.theirs(other, slug, count))
            assert kind.mine in shown
            assert kind.shown.format(count) in shown
            assert "Ben" in shown
            theirs, events = kind.value(desk, slug), len(desk.history.events())
            await pilot.press(choice)
            await saved(pilot)
            assert not isinstance(app.screen, Dialog)
            assert app.failures == ()
            if choice == "m":
                assert kind.value(desk, slug) == kind.stored
                assert (desk.history.events()[0].by, len(desk.history.events())) == ("Ana Ruiz", events + 1)
            else:
                assert kind.value(desk, slug) == theirs
                assert (kind.mine in kept_words(desk, slug)) == (choice == "n")
            assert desk.typing.get() == {}
    assert desk.maintenance.doctor().problems == ()


ARTICLES = {
    "title": Kind(
        ("e",),
        lambda desk, slug, count: desk.articles.rename(slug, title=f"Their title {count}"),
        "title: Their title {}",
        "title: Mine",
        lambda desk, slug: desk.articles.get(slug).title,
        "Mine",
        ("ctrl+u", *"Mine", "enter"),
    ),
    "byline": Kind(
        ("e",),
        lambda desk, slug, count: desk.articles.rename(slug, byline=f"Their byline {count}"),
        "byline: Their byline {}",
        "byline: Mine",
        lambda desk, slug: desk.articles.get(slug).byline,
        "Mine",
        ("tab", "tab", "tab", "ctrl+u", *"Mine", "enter"),
    ),
    "deadline": Kind(
        ("d",),
        postponed,
        "deadline: 2031-01-0",
        "deadline: 2030-05-06",
        lambda desk, slug: desk.articles.get(slug).deadline.year,
        2030,
        ("ctrl+u", *"2030-05-06", "enter"),
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
async def test_fields_of_an_article_are_compared_one_by_one(pair: tuple[Desk, str, Desk], name: str) -> None:
    desk, slug, other = pair
    kind = ARTICLES[name]
    for count, choice in enumerate("tm"):
        app = app_of(desk, None)
        async with app.run_test(size=(160, 45)) as pilot:
            shown = await met(pilot, kind, lambda count=count: kind.theirs(other, slug, count))
            assert kind.mine in shown
            assert kind.shown.format(count) in shown
            assert "as a note" not in shown
            await pilot.press("n", choice)
            await saved(pilot)
            assert not isinstance(app.screen, Dialog)
        if choice == "m":
            assert kind.value(desk, slug) == kind.stored
        else:
            assert str(count) in str(kind.value(desk, slug)) or kind.value(desk, slug) == 2031
            assert kind.mine in app.said.text


async def test_what_others_do_to_other_fields_of_an_article_is_no_conflict_and_stays(
    pair: tuple[Desk, str, Desk],
) -> None:
    desk, slug, other = pair
    app = app_of(desk, None)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("e")
        other.articles.rename(slug, byline="Their Byline")
        other.cuts.add(slug, *other.drafts.get(slug).blocks[3][1:3])
        await pilot.press("ctrl+u", *"Mine", "enter")
        await saved(pilot)
        assert not isinstance(app.screen, Dialog)
    article = desk.articles.get(slug)
    assert (article.title, article.byline) == ("Mine", "Their Byline")


async def test_several_claims_that_others_changed_are_all_shown_before_any_is_written_over(
    pair: tuple[Desk, str, Desk],
) -> None:
    desk, slug, other = pair
    app = app_of(desk, slug)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("v", "v", "v")
        other.findings.decide(slug, 1, Finding.WRONG)
        other.wording.propose(slug, 3, "Their wording of three.")
        await pilot.press("1")
        await saved(pilot)
        shown = screen_text(app)
        assert "W✗ wrong" in shown
        assert "Their wording of three." in shown
        assert "Claim 2:" not in shown.partition("Mine, not saved")[2]
        await pilot.press("n")
        await saved(pilot)
        assert [bool(desk.claims.get(slug, number).notes[-1:]) for number in (1, 2, 3)] == [True, False, True]
        app.look()
        assert {row.number for row in desk.queue.rows(slug) if row.finding is Finding.VERIFIED} == set()


async def test_going_back_from_a_conflict_leaves_the_dialog_with_its_words(
    pair: tuple[Desk, str, Desk],
) -> None:
    desk, slug, other = pair
    app = app_of(desk, slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await met(pilot, KINDS["wording"], lambda: reworded(other, slug, 0))
        await pilot.press("escape")
        assert not isinstance(app.screen, ConflictDialog)
        assert "Mine" in screen_text(app)
        assert "Ben Okri changed claim 1" in " ".join(screen_text(app).split())
        await seen(pilot, "not saved: claim 1: proposed wording")
        await pilot.press("ctrl+n")
        await saved(pilot)
        assert isinstance(app.screen, ConflictDialog)
        await pilot.press("m")
        await saved(pilot)
        assert not isinstance(app.screen, Dialog)
        assert app.failures == ()
        assert app.screen.claims.current.number == 2
    assert desk.claims.get(slug, 1).proposed_text == "Mine"


async def test_what_somebody_took_away_is_told_and_mine_can_be_kept_as_a_note(
    pair: tuple[Desk, str, Desk],
) -> None:
    desk, slug, other = pair
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        kind = KINDS["note"]
        shown = await met(pilot, kind, lambda: other.notes.remove(desk.claims.get(slug, 1).notes[0].id))
        assert "taken away" in shown
        assert "put mine over it" not in shown
        await pilot.press("m")
        assert isinstance(app.screen, ConflictDialog)
        await pilot.press("n")
        await saved(pilot)
    assert ["change note: Mine" in note.text for note in desk.claims.get(slug, 1).notes] == [True]


async def test_a_confidential_note_stays_confidential_when_it_is_kept_beside(
    pair: tuple[Desk, str, Desk],
) -> None:
    desk, slug, other = pair
    desk.notes.edit(desk.claims.get(slug, 1).notes[0].id, "Call them.", confidential=True)
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await met(pilot, KINDS["note"], lambda: renoted(other, slug, 0))
        await pilot.press("n")
        await saved(pilot)
    assert [note.confidential for note in desk.claims.get(slug, 1).notes] == [True, True]


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_long_words_of_both_can_be_read_to_their_end(
    pair: tuple[Desk, str, Desk], size: tuple[int, int]
) -> None:
    desk, slug, other = pair
    app = app_of(desk, slug)
    async with app.run_test(size=size) as pilot:
        await pilot.press("w", *" Mine ends here.")
        other.wording.propose(slug, 1, "Theirs. " * 90 + "Theirs ends here.")
        await pilot.press("escape")
        await saved(pilot)
        await pilot.press("end")
        await pilot.pause()
        shown = " ".join(screen_text(app).replace("│", " ").replace("▌", " ").split())
        assert "Theirs ends here." in shown
        assert "m put mine over it" in shown
        await pilot.press("t")
        await saved(pilot)
        assert "Mine ends here." in app.said.text


@pytest.mark.parametrize("key", ["t", "T"])
async def test_ticking_what_somebody_has_ticked_meanwhile_leaves_their_name(
    pair: tuple[Desk, str, Desk], key: str
) -> None:
    desk, slug, other = pair
    app = app_of(desk, slug)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j")
        other.findings.tick_all(slug, 2)
        await pilot.press(key)
        await saved(pilot)
        assert not isinstance(app.screen, Dialog)
    assert {point.ticked_by for point in desk.claims.get(slug, 2).check_points} == {"Ben Okri"}
