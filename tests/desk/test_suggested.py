"""What is suggested for words that a person makes a claim, and the counts that every way back keeps right."""

import getpass

import pytest

from db.vocabulary import CheckKind, Finding
from factcheck.desk import Desk
from factcheck.desk.maintenance.maintenance import _miscounted
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import Block, HouseLists, Span
from factcheck.split import split_text
from tests.desk.conftest import MILL
from tests.desk.test_cutting import place
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import article, split

WORDS = [
    "employs 300",
    "300",
    "300 people",
    "4,200 residents. The river",
    "residents. The river floods",
    "in 1902. It employs 300 people, says Ana",
    "Who would close it",
    "Ana Ortiz. Who",
    "The town",
    "opened in 1902",
    "1902",
]


@pytest.mark.parametrize("words", WORDS)
def test_what_the_splitter_finds_inside_the_words_is_suggested_and_nothing_else(
    desk: Desk, words: str
) -> None:
    desk.merges.retire(MILL, [1, 2, 3, 4, 5])
    draft = desk.drafts.get(MILL)
    blocks = [Block(kind=b.kind, start=b.start, end=b.end, level=b.level) for b in draft.blocks]
    span = Span(*place(desk, words))
    near = [
        claim
        for claim in split_text(draft.text, blocks, None, HouseLists(), parser=False).claims
        if set(range(claim.start, claim.end)) & set(range(*span))
    ]
    found = {
        (point.start, point.end, point.kind)
        for claim in near
        for point in claim.check_points
        if set(range(point.start, point.end)) <= set(range(*span))
    }
    number = desk.cuts.add(MILL, *span).created
    assert number is not None
    claim = desk.claims.get(MILL, number)
    assert sorted((p.start, p.end, p.kind) for p in claim.check_points) == sorted(found)
    assert claim.kinds == tuple(kind for kind in CheckKind if kind in {point[2] for point in found})
    assert claim.priority == max((one.priority for one in near), default=0)
    assert claim.reasons == tuple(dict.fromkeys(reason for one in near for reason in one.reasons))
    speakers = [one.speaker.label for one in near if one.speaker]
    assert (claim.speaker.label if claim.speaker else None) == (speakers[0] if speakers else None)
    assert desk.queue.rows_of(MILL, number)[0].speaker == (speakers[0] if speakers else "")


def test_covered_words_are_right_after_every_act_and_its_way_back(desk: Desk) -> None:
    second = article(TEXT.replace("1902", "1903").replace(" Nobody likes that.", ""))
    acts = (
        lambda: desk.cuts.add(MILL, *place(desk, "would close")),
        lambda: desk.merges.retire(MILL, [1, 6]),
        lambda: desk.cuts.recut(MILL, 3, *place(desk, "4,200 residents")),
        lambda: desk.merges.merge(MILL, [4, 3]),
        lambda: desk.revisions.apply(MILL, second, desk.revisions.plan(MILL, second, split(second))),
        lambda: desk.merges.restore(MILL, 6),
        lambda: desk.lost_claims.close(MILL, 5),
        lambda: desk.cuts.split(MILL, 2, [place(desk, "says")[0]]),
    )
    with desk._transactions.store.write() as connection:
        connection.exec_driver_sql("UPDATE draft SET covered = covered - 4")
        connection.exec_driver_sql("DELETE FROM passage WHERE reason = 'question'")
    desk = desk.acting_as("Jo Reed")
    for act in acts:
        act()
        for verb in (desk.history.undo, desk.history.redo, desk.history.token):
            with desk._transactions.read() as connection:
                assert list(_miscounted(connection, desk.today)) == []
            verb()


def test_who_works_is_known_from_the_computer_unless_it_is_said(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_ = tmp_path_factory.mktemp("login") / "desk.db"
    monkeypatch.setattr(getpass, "getuser", lambda: "ida")
    with Desk.open(place_) as desk:
        assert (desk.person, desk.acting_as("Kit").person, desk.acting_as().person) == ("ida", "Kit", "ida")
        assert (desk.location, desk.database, desk.refusal) == (str(place_), place_, "")
    for error in (KeyError, OSError):

        def fails(error: type[Exception] = error) -> str:
            raise error

        monkeypatch.setattr(getpass, "getuser", fails)
        with Desk.open(place_, person="  ") as desk:
            assert desk.person == "somebody"


def test_an_article_that_is_spelt_nearly_right_is_named(desk: Desk) -> None:
    for title in ("Harbour", "Harbours", "Harbouring"):
        given = article(f"{title} town\n\nIt is {title}.")
        desk.articles.add(given, split(given))
    with pytest.raises(NotOnDesk) as caught:
        desk.articles.get("harbor-town")
    assert str(caught.value).startswith(
        "There is no article “harbor-town” on the desk: did you mean harbour-town or"
    )
    assert str(caught.value).count(" or ") == 2
    with pytest.raises(NotOnDesk, match="see the list of articles for the names"):
        desk.articles.get("zzzzz")


def test_verbs_in_a_step_are_one_and_undo_is_none_of_them(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.WRONG)
    with (
        pytest.raises(Refused, match="Undo and redo cannot be part of a larger step"),
        desk.one_step("x", verb="y"),
    ):
        desk.history.undo()
    with (
        pytest.raises(Refused, match="A step cannot hold another step"),
        desk.one_step("x", verb="y"),
        desk.one_step("z", verb="y"),
    ):
        pass
    with desk.one_step("x", verb="y", article=MILL) as step:
        change = desk.notes.add(MILL, 2, "n")
        assert (change.op, change.whole_article, change.article) == ("", True, MILL)
        with pytest.raises(RuntimeError, match="not finished"):
            _ = step.change
        step.said = "A better name"
    assert (step.change.said, step.change.claims, step.change.whole_article) == ("A better name", (2,), True)
    assert desk.history.changed_since(desk.history.token() - 1)[1] == ()
