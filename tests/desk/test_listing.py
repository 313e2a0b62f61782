"""The queue: order, filters, flags, and refreshing single rows."""

import pytest

from db.vocabulary import CheckKind, Finding, Flag, SourceKind, Stance, Tier
from factcheck.desk import Desk
from factcheck.errors import NotOnDesk
from factcheck.model import CitationFields, ClaimFilter, SourceFields
from tests.desk.conftest import MILL
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import article, split


def numbers(desk: Desk, **wanted: object) -> list[int]:
    return [row.number for row in desk.queue.rows(MILL, ClaimFilter(**wanted))]


def test_filters_let_through_what_all_of_their_fields_let_through(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    desk.findings.decide(MILL, 3, Finding.WRONG)
    desk.findings.decide(MILL, 4, Finding.WAITING)
    desk.claims.assign(MILL, [2, 3], "Jo Reed")
    desk.claims.flag(MILL, 3, Flag.LEGAL)
    desk.queries.ask(MILL, 5, "Nobody?")
    assert numbers(desk, findings=(Finding.VERIFIED, Finding.WRONG)) == [1, 2, 3]
    assert numbers(desk, findings=(Finding.VERIFIED,), assignee="Jo Reed") == [2]
    assert numbers(desk, assignee="") == [1, 4, 5]
    assert numbers(desk, flags=(Flag.LEGAL,)) == [3]
    assert numbers(desk, kinds=(CheckKind.NUMBER, CheckKind.AGE)) == [1, 2, 3]
    assert numbers(desk, only_open=True) == [4, 5]
    assert numbers(desk, queried=True) == [5]
    assert numbers(desk, by_priority=True) == [1, 2, 3, 4, 5]
    desk.claims.set_priority(MILL, 5, 9)
    assert numbers(desk, by_priority=True) == [5, 1, 2, 3, 4]


def test_search_finds_words_in_any_order_and_case_in_claim_speaker_restatement_and_notes(desk: Desk) -> None:
    desk.notes.add(MILL, 3, "Census of 2020")
    desk.claims.restate(MILL, 4, "The river Ard floods")
    assert numbers(desk, search="PEOPLE employs") == [2]
    assert numbers(desk, search="ortiz") == [2]
    assert numbers(desk, search="census residents") == [3]
    assert numbers(desk, search="ard river") == [4]
    assert numbers(desk, search="% _ x") == []
    assert numbers(desk, search="  ") == [1, 2, 3, 4, 5]
    slug = desk.articles.slugs()[0]
    for search in ("PEOPLE employs", "ortiz", "census residents", "ard river", "% _ x", "  "):
        held = [row.number for row in desk.queue.holding(slug, desk.queue.rows(slug), search)]
        assert held == numbers(desk, search=search)


def test_rows_count_what_hangs_on_a_claim(desk: Desk) -> None:
    desk.citations.add(MILL, [1, 2], SourceFields(title="A"))
    desk.citations.add(MILL, 1, SourceFields(title="B"))
    desk.notes.add(MILL, 1, "n")
    query = desk.queries.ask(MILL, 1, "q").created
    assert query is not None
    row = desk.queue.rows_of(MILL, 1)[0]
    assert (row.citations, row.notes, row.open_queries) == (2, 1, 1)
    desk.queries.answer(query, "a")
    assert desk.queue.rows_of(MILL, 1)[0].open_queries == 0


def test_single_rows_are_those_of_the_whole_list(desk: Desk) -> None:
    desk.citations.add(MILL, [1, 4], SourceFields(title="A"))
    desk.merges.retire(MILL, 5)
    rows = {row.number: row for row in desk.queue.rows(MILL)}
    assert desk.queue.rows_of(MILL, [4, 1, 5]) == [rows[1], rows[4]]
    assert desk.queue.rows_of(MILL, ()) == []


def test_retired_claims_are_listed_only_when_asked_for(desk: Desk) -> None:
    desk.merges.retire(MILL, [2, 3], "not ours")
    assert numbers(desk) == [1, 4, 5]
    assert numbers(desk, retired=True) == [2, 3]


def test_what_counts_is_origins_not_links(desk: Desk) -> None:
    def single() -> bool:
        return Flag.SINGLE_SOURCE in desk.queue.rows_of(MILL, 1)[0].flags

    def cite(title: str, origin: str = "", **fields: object) -> None:
        source = SourceFields(title=title, origin=origin, kind=SourceKind.NEWS)
        desk.citations.add(MILL, 1, source, CitationFields(**({"stance": Stance.SUPPORTS} | fields)))

    assert not single()
    cite("Wire one", "AFP story")
    assert single()
    cite("Wire two", "afp story")
    assert single()
    cite("A rumour", tier=Tier.LEAD)
    cite("A denial", stance=Stance.CONTRADICTS)
    assert single()
    assert Flag.SINGLE_SOURCE in desk.claims.get(MILL, 1).flags
    cite("The register")
    assert not single()
    assert Flag.SINGLE_SOURCE not in desk.claims.get(MILL, 1).flags
    desk.findings.decide(MILL, 1, Finding.WRONG)
    assert single()


def test_conflict_is_what_a_reviewer_sent_back(desk: Desk, jo: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    jo.review.send_back(MILL, 1, "the page is missing")
    assert Flag.CONFLICT in desk.queue.rows_of(MILL, 1)[0].flags
    assert numbers(desk, flags=(Flag.CONFLICT,)) == [1]


def test_a_claim_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotOnDesk, match="no claim 9: its numbers run from 1 to 5"):
        desk.claims.get(MILL, 9)


def test_full_claims_are_the_claims_one_by_one(desk: Desk) -> None:
    desk.citations.add(MILL, [1, 2, 3], SourceFields(title="A"))
    desk.notes.add(MILL, 1, "n")
    desk.queries.ask(MILL, 2, "q")
    assert desk.claims.full(MILL) == [desk.claims.get(MILL, number) for number in range(1, 6)]
    assert [claim.section for claim in desk.claims.full(MILL)] == ["The Mill at Arden"] * 2 + ["The town"] * 3


def test_claims_are_found_in_every_draft_at_their_places_there(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2, 3], Finding.VERIFIED)
    second = article("New top.\n\n" + TEXT.replace("300", "310").replace("Arden has 4,200 residents. ", ""))
    revision = desk.revisions.plan(MILL, second, split(second))
    desk.revisions.apply(MILL, second, revision)
    for number in (1, 2):
        text = desk.drafts.get(MILL, number).text
        rows = desk.queue.within(MILL, number)
        assert rows
        assert [text[row.start : row.end] for row in rows] == [row.text for row in rows]
    older = {row.number: row for row in desk.queue.within(MILL, 1)}
    assert sorted(older) == [1, 2, 3, 4, 5]
    assert "300 people" in older[2].text
    assert (older[2].finding, older[2].flags) == (Finding.VERIFIED, (Flag.RECHECK,))
    assert desk.queue.within(MILL, 2) == desk.queue.rows(MILL)
    assert 3 not in {row.number for row in desk.queue.within(MILL, 2)}
    desk.lost_claims.close(MILL, 3)
    desk.merges.retire(MILL, 5)
    assert sorted(row.number for row in desk.queue.within(MILL, 1)) == [1, 2, 3, 4]
    for unknown in (0, 3):
        with pytest.raises(NotOnDesk):
            desk.queue.within(MILL, unknown)
