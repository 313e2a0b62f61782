"""Lost claims attached again: what gives way, which check points go over, and what undo puts back where."""

import pytest

from db.vocabulary import CheckKind, Finding, FixState, Flag, ReviewState
from factcheck.desk import Desk
from factcheck.errors import Conflict, Refused
from factcheck.model import ClaimFilter, LintMark, SourceFields, Span
from tests.desk.conftest import MILL
from tests.desk.state import state
from tests.desk.test_cutting import place
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import article, split

OLD = "Arden has 4,200 residents. The river floods every spring 🌊."
NEW = "Locals keep 7 boats near 4,200 oars. A ferry from Bardow left at 9 yesterday."
FIRST, SECOND = "Locals keep 7 boats near 4,200 oars.", "A ferry from Bardow left at 9 yesterday."


def points(desk: Desk, number: int) -> list[tuple[str, bool, str]]:
    """The check points of a claim, and what stands at their places in the draft."""
    text = desk.drafts.get(MILL).text
    found = desk.claims.get(MILL, number).check_points
    return [(point.text, point.ticked, text[point.start : point.end]) for point in found]


@pytest.fixture
def lost(desk: Desk) -> Desk:
    """The mill in its second draft: claims 3 and 4 are lost, 6 and 7 stand in their place; 3 is ticked."""
    desk.findings.tick_all(MILL, 3)
    desk.findings.decide(MILL, 3, Finding.VERIFIED)
    desk.claims.restate(MILL, 3, "R")
    desk.claims.set_kinds(MILL, 3, [CheckKind.PLACE, CheckKind.NUMBER])
    desk.review.agree(MILL, 3)
    second = article(TEXT.replace(OLD, NEW))
    desk.revisions.apply(MILL, second, desk.revisions.plan(MILL, second, split(second)))
    assert [row.number for row in desk.queue.rows(MILL, ClaimFilter(lost=True))] == [3, 4]
    assert [row.number for row in desk.queue.rows(MILL)] == [1, 2, 6, 7, 5]
    return desk


def test_a_claim_attached_again_takes_the_check_points_of_what_gives_way(lost: Desk) -> None:
    before = state(lost)
    assert points(lost, 6) == [("7", False, "7"), ("4,200", False, "4,200")]
    change = lost.lost_claims.reattach(MILL, 3, *place(lost, FIRST))
    assert (change.said, change.claims) == ("Claim 3: attached again", (3, 6))
    claim = lost.claims.get(MILL, 3)
    assert (claim.text, claim.lost, claim.draft, claim.restatement, claim.review) == (
        FIRST,
        False,
        2,
        "",
        None,
    )
    assert (claim.finding, claim.recheck_reason) == (
        Finding.VERIFIED,
        "It was attached again; the words were: Arden has 4,200 residents.",
    )
    assert sorted(points(lost, 3)) == [("4,200", True, "4,200"), ("7", False, "7")]
    assert claim.kinds == (CheckKind.PLACE, CheckKind.NUMBER)
    assert lost.claims.get(MILL, 6).retired
    after = state(lost)
    assert lost.history.undo().said == "Undid: claim 3 attached again"
    assert state(lost) == before
    assert points(lost, 6) == [("7", False, "7"), ("4,200", False, "4,200")]
    lost.history.redo()
    assert state(lost) == after
    assert lost.maintenance.doctor().problems == ()


def test_one_check_point_of_a_kind_is_kept_at_a_place_the_ticked_one(lost: Desk) -> None:
    lost.findings.tick_all(MILL, 6)
    lost.lost_claims.reattach(MILL, 3, *place(lost, FIRST))
    assert sorted(points(lost, 3)) == [("4,200", True, "4,200"), ("7", True, "7")]


def test_every_claim_that_lies_in_the_words_gives_way(lost: Desk) -> None:
    lost.cuts.add(MILL, *place(lost, "7 boats"))
    lost.lost_claims.reattach(MILL, 4, *place(lost, NEW))
    assert [row.number for row in lost.queue.rows(MILL)] == [1, 2, 4, 5]
    assert {text for text, _, _ in points(lost, 4)} == {"7", "4,200", "9"}
    assert all(text == there for text, _, there in points(lost, 4))
    claim = lost.claims.get(MILL, 4)
    assert (claim.recheck_reason, Flag.RECHECK in claim.flags, claim.parent) == ("", False, None)
    assert lost.progress.of(MILL).coverage == 1.0


WORK = {
    "finding": lambda desk: desk.findings.decide(MILL, 6, Finding.NOT_CHECKABLE),
    "wording": lambda desk: desk.wording.propose(MILL, 6, "Other."),
    "fix": lambda desk: desk.wording.cut(MILL, 6),
    "citation": lambda desk: desk.citations.add(MILL, 6, SourceFields(title="A")),
    "note": lambda desk: desk.notes.add(MILL, 6, "n"),
    "query": lambda desk: desk.queries.ask(MILL, 6, "q"),
}


@pytest.mark.parametrize("work", WORK)
def test_a_claim_with_any_work_on_it_does_not_give_way(lost: Desk, work: str) -> None:
    WORK[work](lost)
    before = state(lost)
    with pytest.raises(
        Refused, match=r"^Claim 6 stands in these words: merge the two, or retire that one first\.$"
    ):
        lost.lost_claims.reattach(MILL, 3, *place(lost, NEW))
    assert state(lost) == before
    lost.lost_claims.reattach(MILL, 3, *place(lost, SECOND))
    assert lost.claims.get(MILL, 3).text == SECOND


def test_a_claim_that_reaches_out_of_the_words_does_not_give_way_and_one_around_them_holds_them(
    lost: Desk,
) -> None:
    start = place(lost, "boats")[0]
    with pytest.raises(Refused, match="Claim 6 stands in these words"):
        lost.lost_claims.reattach(MILL, 3, start, place(lost, SECOND)[1])
    lost.lost_claims.reattach(MILL, 3, *place(lost, "7 boats"))
    claim = lost.claims.get(MILL, 3)
    assert (claim.text, claim.parent) == ("7 boats", 6)
    lost.cuts.add(MILL, *place(lost, "Locals keep 7 boats"))
    lost.lost_claims.reattach(MILL, 4, *place(lost, "keep"))
    assert [lost.claims.get(MILL, n).parent for n in (3, 4, 8)] == [8, 8, 6]


def test_only_a_lost_claim_as_it_was_seen_is_attached_again(lost: Desk, jo: Desk) -> None:
    with pytest.raises(
        Refused, match=r"^Claim 1 stands in draft 2 of “The Mill at Arden”: cut it anew instead\.$"
    ):
        lost.lost_claims.reattach(MILL, 1, *place(lost, FIRST))
    seen = {3: lost.claims.get(MILL, 3).version}
    jo.claims.set_priority(MILL, 3, 5)
    with pytest.raises(Conflict, match="Jo Reed changed claim 3"):
        lost.lost_claims.reattach(MILL, 3, *place(lost, FIRST), expected=seen)
    with pytest.raises(Conflict, match="Jo Reed changed claim 3"):
        lost.lost_claims.close(MILL, 3, expected=seen)
    for number, verb in ((3, "decide"), (4, "agree")):
        with pytest.raises(
            Refused, match=f"^Claim {number} no longer stands in draft 2 of “The Mill at Arden”: attach"
        ):
            {
                "decide": lambda n: lost.findings.decide(MILL, n, Finding.WRONG),
                "agree": lambda n: lost.review.agree(MILL, n),
            }[verb](number)


def test_a_lost_claim_stands_where_it_stood_last_until_it_is_closed(lost: Desk) -> None:
    claim = lost.claims.get(MILL, 3)
    first = lost.drafts.get(MILL, 1).text
    assert (claim.draft, claim.lost, claim.section, claim.lint) == (1, True, "", ())
    assert first[claim.start : claim.end] == claim.text == "Arden has 4,200 residents."
    assert [first[p.start : p.end] for p in claim.check_points] == ["4,200"]
    (row, other) = lost.queue.rows_of(MILL, [3, 4])
    assert (row.start, row.end, row.text, row.lost) == (claim.start, claim.end, claim.text, True)
    assert other.lost
    assert not lost.queue.rows_of(MILL, 1)[0].lost
    assert lost.lost_claims.close(MILL, [3, 4]).said == "2 claims: closed as cut"
    claim = lost.claims.get(MILL, 3)
    assert (claim.retired, claim.fix, claim.fix_by) == (True, FixState.CUT, "Ana Ortiz")
    assert lost.queue.rows(MILL, ClaimFilter(lost=True)) == []
    assert [row.text for row in lost.queue.rows(MILL, ClaimFilter(retired=True))] == [
        "Arden has 4,200 residents.",
        "The river floods every spring 🌊.",
    ]
    lost.merges.restore(MILL, [3, 4])
    assert lost.progress.of(MILL).lost == 0


def test_a_claim_retired_or_restored_while_lost_changes_no_passage(lost: Desk) -> None:
    passages = lost.drafts.passages(MILL)
    lost.merges.retire(MILL, 3)
    lost.merges.restore(MILL, 3)
    assert lost.drafts.passages(MILL) == passages
    assert lost.claims.get(MILL, 3).review is ReviewState.AGREED


def marked(desk: Desk, slug: str) -> list[int]:
    return [row.number for row in desk.queue.rows(slug) if row.lint]


def test_claims_are_marked_where_a_remark_touches_their_words(empty: Desk) -> None:
    given_ = article("It is 1. It is 2. It is 3. It is 4.", slug="sums")
    ends = [match.end for match in split(given_).claims]
    starts = [match.start for match in split(given_).claims]

    def mark(first: Span, second: Span | None = None) -> LintMark:
        return LintMark(rule="spelling", message="m", first=first, second=second)

    between = mark(Span(ends[0], starts[1]), Span(ends[2], starts[3]))
    empty.articles.add(given_, split(given_), lint=[between])
    assert marked(empty, "sums") == []
    longer = article("It is 1. It is 2. It is 3. It is 4. It is 5.")
    plan = empty.revisions.plan("sums", longer, split(longer))
    edges = [
        between,
        mark(Span(starts[0], starts[0] + 1), Span(ends[1] - 1, starts[2])),
        mark(Span(ends[3] + 1, ends[3] + 2)),
    ]
    empty.revisions.apply("sums", longer, plan, lint=edges)
    assert marked(empty, "sums") == [1, 2, 5]
    assert len(empty.drafts.lint_marks("sums")) == 3
    assert [len(claim.lint) for claim in empty.claims.full("sums")] == [1, 1, 0, 0, 1]
    another = article("It is 1. It is 2. It is 3. It is 4. It is 5!", slug="again")
    empty.articles.add(another, split(another), lint=edges)
    assert marked(empty, "again")[:2] == [1, 2]
