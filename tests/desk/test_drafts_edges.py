"""Articles and drafts at their edges: known again, brought back, numbered, planned and carried."""

from dataclasses import replace
from datetime import date

import pytest

from db.vocabulary import CheckKind, Finding, FixState, Flag, SetAsideReason, Tier
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import CitationFields, SourceFields, SplitClaim
from factcheck.text import digest
from tests.desk.conftest import MILL
from tests.desk.state import state
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import article, split


def revise(desk: Desk, text: str, slug: str = MILL) -> str:
    given = article(text)
    return desk.revisions.apply(slug, given, desk.revisions.plan(slug, given, split(given))).said


def test_a_file_is_known_by_its_bytes_or_its_text_in_any_draft(desk: Desk) -> None:
    revise(desk, TEXT.replace("1902", "1903"))
    same_file = replace(article("Other text."), original_digest=digest(TEXT))
    assert desk.articles.same(same_file) == MILL
    assert desk.articles.same(replace(article(), original_digest="x")) == MILL
    assert desk.articles.same(replace(article("Other text."), original_digest="")) is None
    assert desk.articles.same(article("Other text.")) is None
    desk.history.undo()
    assert desk.articles.same(article(TEXT.replace("1902", "1903"))) is None
    assert desk.articles.same(article()) == MILL


def test_a_removed_article_is_brought_back_only_where_somebody_worked_on_it(desk: Desk) -> None:
    def added() -> tuple[str, str, int]:
        change = desk.articles.add(article(), split(article()))
        return change.verb, change.said, desk.claims.get(MILL, 1).version

    desk.articles.remove(MILL)
    desk.history.undo()
    desk.history.redo()
    verb, said, _ = added()
    assert (verb, said) == ("add", "Added “The Mill at Arden”: 5 claims")
    assert desk.claims.get(MILL, 1).notes == ()
    desk.notes.add(MILL, 1, "n")
    desk.articles.remove(MILL)
    assert added()[:2] == (
        "restored",
        "“The Mill at Arden” was removed before: it is back with all its work.",
    )
    assert len(desk.claims.get(MILL, 1).notes) == 1
    assert added()[:2] == ("already", "“The Mill at Arden” is already on the desk.")
    assert desk.articles.slugs() == (MILL,)


def test_what_a_file_says_of_itself_is_kept_in_one_line_and_within_bounds(empty: Desk) -> None:
    given = article(
        "One.",
        title=" A \n long  title ",
        outlet="x" * 201,
        byline=" Ida \n Moor ",
        published=date(2026, 1, 2),
        source_name="sub/dir/a.draft.docx",
        format="f" * 201,
        remarks=("one remark",),
    )
    made = replace(split(given), remarks=("another",))
    change = empty.articles.add(given, made)
    assert change.warnings == ("one remark", "another")
    row = empty.articles.get(change.article)
    assert (row.slug, row.title, row.outlet, row.byline, row.published) == (
        "a-long-title",
        "A long title",
        "x" * 200,
        "Ida Moor",
        date(2026, 1, 2),
    )
    draft = empty.drafts.get(change.article)
    assert (draft.source_name, draft.format, draft.number) == ("a.draft.docx", "f" * 200, 1)
    other = empty.articles.add(
        article("Two.", title="", source_name="b.draft.docx"), split(article("Two."))
    ).article
    assert other == "b-draft"


def test_drafts_are_numbered_from_one_and_those_that_were_undone_are_not_there(desk: Desk) -> None:
    second, third = TEXT.replace("1902", "1903"), TEXT.replace("1902", "1904")
    assert revise(desk, second) == "Draft 2 of “The Mill at Arden”: 3 kept, 2 to recheck"
    desk.history.undo()
    assert [row.number for row in desk.drafts.rows(MILL)] == [1]
    assert revise(desk, third).startswith("Draft 2 of")
    assert [(row.number, row.current) for row in desk.drafts.rows(MILL)] == [(1, False), (2, True)]
    assert [desk.drafts.get(MILL, number).text for number in (None, 1, 2)] == [third, TEXT, third]
    assert [desk.drafts.original(MILL, number) for number in (None, 1)] == [third.encode(), TEXT.encode()]
    for number in (3, -1):
        with pytest.raises(NotOnDesk, match=f"has no draft {number}: the current one is 2"):
            desk.drafts.get(MILL, number)
        with pytest.raises(NotOnDesk, match=f"has no draft {number}: the current one is 2"):
            desk.revisions.diff(MILL, 1, number)
    for number in (0, 3, -1):
        with pytest.raises(NotOnDesk, match=f"has no draft {number}: the current one is 2"):
            desk.queue.within(MILL, number)


def test_the_same_text_is_no_draft_unless_a_claim_is_placed_anew(desk: Desk) -> None:
    token = desk.history.token()
    assert revise(desk, TEXT) == "The text is that of draft 1 of “The Mill at Arden”: nothing was changed."
    assert desk.history.token() == token
    desk.merges.retire(MILL, 5)
    assert revise(desk, TEXT) == "The text is that of draft 1 of “The Mill at Arden”: nothing was changed."


@pytest.mark.parametrize("what", ["cut", "fix", "draft", "text", "retired"])
def test_a_plan_holds_only_for_what_it_was_made_for(desk: Desk, what: str) -> None:
    given = article(TEXT.replace("1902", "1903"))
    plan = desk.revisions.plan(MILL, given, split(given))
    if what == "cut":
        desk.cuts.split(MILL, 2, [desk.claims.get(MILL, 2).start + 3])
    elif what == "fix":
        desk.wording.propose(MILL, 2, "Other.")
    elif what == "retired":
        desk.merges.retire(MILL, 5)
    elif what == "draft":
        revise(desk, TEXT.replace("1902", "1905"))
    else:
        given = article(TEXT.replace("1902", "1904"))
    before = state(desk)
    with pytest.raises(Conflict, match="were changed since this was worked out: look at the new draft again"):
        desk.revisions.apply(MILL, given, plan)
    assert state(desk) == before


def test_a_changed_claim_keeps_what_was_found_beside_it_to_be_rechecked(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2, 4], Finding.VERIFIED)
    desk.review.agree(MILL, [1, 4])
    desk.claims.restate(MILL, 1, "R")
    desk.claims.set_kinds(MILL, 1, [CheckKind.QUOTE, CheckKind.NUMBER])
    for number in (1, 2):
        desk.findings.tick_all(MILL, number)
    revise(desk, TEXT.replace("opened in 1902", "opened in 1903 with 40"))
    claim = desk.claims.get(MILL, 1)
    assert (claim.finding, claim.review, claim.restatement) == (Finding.VERIFIED, None, "")
    assert (claim.decided_text, Flag.RECHECK in claim.flags) == ("The mill opened in 1902.", True)
    assert {kind.value for kind in claim.kinds} == {"quote", "number"}
    text = desk.drafts.get(MILL).text
    assert all(text[p.start : p.end] == p.text and not p.ticked for p in claim.check_points)
    assert {p.text for p in claim.check_points} == {"1903", "40"}
    kept = desk.claims.get(MILL, 2)
    assert [p.ticked for p in kept.check_points] == [True]
    assert (
        kept.recheck_reason
        == "context, the sentence before: “40” came; context, the sentence before: 1902 → 1903"
    )
    assert desk.claims.get(MILL, 4).review_by == "Ana Ortiz"
    assert [(row.text, row.start) for row in desk.queue.rows(MILL)] == [
        (row.text, text.index(row.text)) for row in desk.queue.rows(MILL)
    ]
    first = claim.recheck_reason
    revise(desk, TEXT.replace("opened in 1902", "opened in 1904 with 41"))
    assert desk.claims.get(MILL, 1).recheck_reason.startswith(f"{first} Then: ")


def test_a_new_claim_is_numbered_on_and_nested_where_it_stands(desk: Desk) -> None:
    given = article(TEXT + "\nThe bridge has 9 arches and 2 towers.\n")
    made = split(given)
    last = made.claims[-1]
    start = last.start + last.text.index("2 towers")
    inner = SplitClaim(
        text="2 towers",
        start=start,
        end=start + 8,
        parts=((start, start + 8),),
        block=last.block,
        parent=len(made.claims) - 1,
    )
    made = replace(made, claims=(*made.claims, inner))
    plan = desk.revisions.plan(MILL, given, made)
    assert desk.revisions.apply(MILL, given, plan).said == "Draft 2 of “The Mill at Arden”: 5 kept, 2 new"
    assert [(desk.claims.get(MILL, n).text, desk.claims.get(MILL, n).parent) for n in (6, 7)] == [
        ("The bridge has 9 arches and 2 towers.", None),
        ("2 towers", 6),
    ]
    assert [p.text for p in desk.claims.get(MILL, 6).check_points] == ["9", "2"]
    assert desk.cuts.add(MILL, start, start + 1).created == 8


def test_an_accepted_wording_that_stands_in_the_draft_is_applied_and_a_proposed_one_is_not(
    desk: Desk,
) -> None:
    for number, accepted in ((1, True), (3, False)):
        words = desk.claims.get(MILL, number).text.replace("The mill", "Our mill").replace("4,200", "4,300")
        desk.wording.propose(MILL, number, words)
        if accepted:
            desk.wording.accept(MILL, number)
    revise(desk, TEXT.replace("The mill opened", "Our mill opened").replace("4,200", "4,300"))
    assert [desk.claims.get(MILL, n).fix for n in (1, 3)] == [FixState.APPLIED, FixState.PROPOSED]


def test_passages_come_with_their_draft_and_a_claim_that_is_left_out_becomes_none(desk: Desk) -> None:
    desk.merges.retire(MILL, 5)
    revise(desk, TEXT.replace("1902", "1903"))
    told = {passage.text: passage.reason for passage in desk.drafts.passages(MILL)}
    assert told["Nobody likes that."] is SetAsideReason.BY_HAND
    assert told["Who would close it?"] is SetAsideReason.QUESTION
    assert desk.progress.of(MILL).coverage == 1.0
    assert desk.claims.get(MILL, 5).retired


def test_numbers_asked_for_by_hundreds_are_found_once_each(empty: Desk) -> None:
    given = article(" ".join(f"It is {number}." for number in range(501)), slug="long")
    empty.articles.add(given, split(given))
    numbers = list(range(501, 0, -1))
    assert [row.number for row in empty.queue.rows_of("long", [*numbers, 1])] == numbers[::-1]
    assert empty.findings.decide("long", numbers, Finding.NOT_CHECKABLE).said == "501 claims: not checkable"
    assert empty.progress.of("long").done == 501
    assert len(empty.claims.full("long")) == 501
    assert len(empty.findings.unticked("long", numbers)) == 501
    with pytest.raises(Refused, match="No claim was named: nothing was changed"):
        empty.findings.decide("long", [], Finding.WRONG)


def test_a_citation_goes_to_each_part_of_a_claim_that_a_draft_splits(desk: Desk) -> None:
    given = article("Town\n\nThe ferry sank in May 1990 and the bridge fell in June 1991.", slug="town")
    desk.articles.add(given, split(given))
    desk.citations.add("town", 1, SourceFields(title="A"), CitationFields(tier=Tier.PRIMARY, locator="3"))
    desk.findings.decide("town", 1, Finding.VERIFIED)
    told = revise(desk, "Town\n\nThe ferry sank in May 1990. The bridge fell in June 1991.", "town")
    assert told == "Draft 2 of “Town”: 1 split, 1 new"
    first, second = desk.claims.full("town")
    assert second.recheck_reason == "It was split off from claim 1."
    assert (second.finding, second.decided_by, second.number) == (Finding.VERIFIED, "Ana Ortiz", 2)
    assert [[(c.locator, c.tier) for c in claim.citations] for claim in (first, second)] == [
        [("3", Tier.PRIMARY)]
    ] * 2
    assert [p.text for p in second.check_points] == ["1991"]
