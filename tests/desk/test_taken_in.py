"""A piece from another desk: who worked on it, what is doubled and what is not, and numbers that go on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.vocabulary import Finding, Flag, Method
from factcheck.desk import Desk
from factcheck.model import Piece, Query, Signature, SourceFields
from tests.desk.conftest import MILL, SUPPORT
from tests.desk.test_cutting import place
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import Clock, article, split

AT = datetime(2026, 2, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Piece:
    """The mill in its second draft, as several people have worked on it on another desk."""
    with Desk.open(tmp_path_factory.mktemp("theirs") / "desk.db", person="Kit Vale", clock=Clock()) as desk:
        given = article()
        desk.articles.add(given, split(given))
        desk.cuts.add(MILL, *place(desk, "300 people"))
        desk.cuts.add(MILL, *place(desk, "Ana Ortiz"))
        desk.merges.retire(MILL, 7)
        desk.citations.add(MILL, [1, 2], SourceFields(title="Census"), SUPPORT)
        desk.citations.add(MILL, 1, SourceFields(title="Register"), SUPPORT)
        for key in (1, 2):
            desk.contacts.log(key, Method.CALL, f"call {key}")
        desk.findings.decide(MILL, [1, 2, 4], Finding.VERIFIED)
        desk.acting_as("Ida Moor").review.agree(MILL, 4)
        desk.claims.assign(MILL, 2, "Ulf Beck")
        desk.findings.tick_all(MILL, 2)
        desk.claims.flag(MILL, 4, Flag.LEGAL)
        desk.claims.flag(MILL, 5, Flag.SENSITIVE)
        desk.notes.add(MILL, 4, "secret", confidential=True)
        desk.queries.ask(MILL, 3, "q")
        second = replace(article(TEXT.replace("1902", "1903")), original=b"bytes", format="f" * 300)
        desk.revisions.apply(MILL, second, desk.revisions.plan(MILL, second, split(second)))
        claims = tuple(desk.claims.full(MILL))
        strange = Query(id=9, claim=7, text="of a retired claim", by="x", at=AT)
        return Piece(
            article=second,
            draft=desk.drafts.get(MILL),
            former=(desk.drafts.get(MILL, 1),),
            added_at=AT,
            deadline=AT,
            archived=True,
            claims=claims,
            passages=desk.drafts.passages(MILL),
            queries=(*desk.queries.of(MILL), strange, replace(strange, claim=None, text="of all")),
            contacts=(*desk.contacts.of_source(1), *desk.contacts.of_source(2)),
            history=tuple(reversed(desk.history.events(MILL))),
            signature=Signature(by="Ed Roe", at=AT, draft=2, digest="d"),
        )


@pytest.fixture
def ours(empty: Desk) -> Iterator[Desk]:
    """A desk that has one of the sources already."""
    empty.sources.add(SourceFields(title="Census"))
    return empty


def test_everybody_who_worked_on_a_piece_is_on_the_desk(ours: Desk, piece: Piece) -> None:
    ours.sheets.take_in(piece)
    assert [person.name for person in ours.people.everyone()] == [
        "Ana Ortiz",
        "Ida Moor",
        "Kit Vale",
        "Ulf Beck",
    ]


def test_a_piece_has_its_dates_signature_flags_ticks_and_drafts(ours: Desk, piece: Piece) -> None:
    slug = ours.sheets.take_in(piece).article
    (row,) = ours.articles.rows(archived=True)
    assert (row.slug, row.added_at, row.deadline, row.draft) == (slug, AT, AT, 2)
    assert (row.signed_by, row.signed_at, row.signed_draft, row.signed_digest) == ("Ed Roe", AT, 2, "d")
    assert [(ours.drafts.get(slug, n).text, ours.drafts.original(slug, n)) for n in (1, 2)] == [
        (TEXT, TEXT.encode()),
        (piece.draft.text, b"bytes"),
    ]
    assert ours.drafts.get(slug).format == "f" * 200
    assert ours.progress.of(slug).coverage == 1.0
    same = {claim.number: claim for claim in ours.claims.full(slug)}
    for claim in piece.claims:
        there = same.pop(claim.number)
        assert (there.parent, there.flags, there.finding, there.review_by, there.assignee) == (
            claim.parent,
            claim.flags,
            claim.finding,
            claim.review_by,
            claim.assignee,
        )
        assert [(p.text, p.start, p.ticked_by) for p in there.check_points] == [
            (p.text, p.start, p.ticked_by) for p in claim.check_points
        ]
        assert [(n.text, n.confidential, n.by, n.at) for n in there.notes] == [
            (n.text, n.confidential, n.by, n.at) for n in claim.notes
        ]
    assert same == {}
    assert ours.claims.get(slug, 6).parent == 2
    assert ours.maintenance.doctor().problems == ()


def test_a_source_that_is_there_is_not_doubled_and_its_calls_stay_where_they_were(
    ours: Desk, piece: Piece
) -> None:
    ours.sheets.take_in(piece)
    sources = {source.title: source for source in ours.sources.find()}
    assert {title: source.used for title, source in sources.items()} == {"Census": 2, "Register": 1}
    assert ours.contacts.of_source(sources["Census"].id) == ()
    assert [contact.outcome for contact in ours.contacts.of_source(sources["Register"].id)] == ["call 2"]


def test_questions_about_claims_that_do_not_come_along_stay_behind(ours: Desk, piece: Piece) -> None:
    slug = ours.sheets.take_in(piece).article
    assert {(query.claim, query.text) for query in ours.queries.of(slug)} == {(3, "q"), (None, "of all")}


def test_new_claims_are_numbered_after_all_that_the_history_names(ours: Desk, piece: Piece) -> None:
    slug = ours.sheets.take_in(piece).article
    text = ours.drafts.get(slug).text
    start = text.index("Who would")
    assert ours.cuts.add(slug, start, start + 9).created == 8
    bare = replace(piece, history=(), archived=False)
    ours.history.undo(slug)
    ours.history.undo(slug)
    slug = ours.sheets.take_in(bare).article
    assert ours.cuts.add(slug, start, start + 9).created == 7


def test_an_act_of_the_history_that_came_along_is_nobodys_to_undo(ours: Desk, piece: Piece) -> None:
    change = ours.sheets.take_in(piece)
    told = [event.said for event in ours.history.events(change.article)]
    assert told[1:] == [event.said for event in reversed(piece.history)]
    for name in ("Kit Vale", "Ida Moor"):
        assert ours.acting_as(name).history.can_undo() == ""
    assert ours.history.can_undo() == change.said
