"""The next draft on the desk: what is withdrawn, kept, handed over; one act, one undo."""

from dataclasses import replace

import pytest

from db.vocabulary import CheckKind, Finding, FixState, Flag, Outcome, SourceKind, SourceState
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import Change, CitationFields, ClaimFilter, Revision, SourceFields
from factcheck.revise import placed
from factcheck.split import split
from tests.desk.state import state
from tests.revise.material import AROUND, article

MILL = "The mill cost €3 million to build, said Ana Ortiz."
BANK = "The bank closed in 1999 after the fire."
TEXT = f"# The mill\n\n{MILL} {BANK}\n\n{AROUND}"
SLUG = "the-mill"


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A desk with an article on it, all its claims verified."""
    given = replace(article(TEXT), title="The mill")
    empty.articles.add(given, split(given))
    empty.findings.decide(SLUG, [row.number for row in empty.queue.rows(SLUG)], Finding.VERIFIED)
    return empty


def number(desk: Desk, words: str) -> int:
    """The number of the only claim that holds some words."""
    (found,) = [row.number for row in desk.queue.rows(SLUG) if words in row.text]
    return found


def planned(desk: Desk, text: str) -> Revision:
    """What would become of the claims."""
    after = article(text)
    return desk.revisions.plan(SLUG, after, split(after))


def revise(desk: Desk, text: str) -> Change:
    """The next draft, brought in as planned."""
    after = article(text)
    return desk.revisions.apply(SLUG, after, planned(desk, text))


def test_a_changed_claim_keeps_its_finding_and_is_to_be_rechecked(desk: Desk) -> None:
    mill, bank = number(desk, "€3 million"), number(desk, "1999")
    change = revise(desk, TEXT.replace("€3", "€5"))
    claim = desk.claims.get(SLUG, mill)
    assert claim.finding is Finding.VERIFIED
    assert claim.flags == (Flag.RECHECK,)
    assert claim.recheck_reason == "number: €3 → €5"
    assert claim.decided_text == MILL
    assert claim.text == MILL.replace("€3", "€5")
    assert desk.claims.get(SLUG, bank).flags == ()
    assert "1 to recheck" in change.said
    assert desk.articles.get(SLUG).draft == 2


def test_deciding_again_is_what_clears_it(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    revise(desk, TEXT.replace("€3", "€5"))
    desk.findings.decide(SLUG, mill, Finding.WRONG)
    assert desk.claims.get(SLUG, mill).flags == ()
    assert desk.claims.get(SLUG, mill).decided_text == MILL.replace("€3", "€5")


def test_a_mark_that_is_not_looked_at_stays_withdrawn_over_further_drafts(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    revise(desk, TEXT.replace("€3", "€5"))
    revise(desk, TEXT.replace("€3", "€5").replace("runs daily", "runs weekly"))
    assert Flag.RECHECK in desk.claims.get(SLUG, mill).flags
    revise(desk, TEXT)
    assert desk.claims.get(SLUG, mill).recheck_reason == "number: €3 → €5 Then: number: €5 → €3"


def test_ticks_stay_with_words_that_stay(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.findings.tick_all(SLUG, mill)
    revise(desk, TEXT.replace("€3", "€5"))
    points = {point.text: point.ticked for point in desk.claims.get(SLUG, mill).check_points}
    assert points["Ana Ortiz"] is True
    assert points["€5 million"] is False
    assert "€3 million" not in points
    text = desk.drafts.get(SLUG).text
    assert all(
        text[point.start : point.end] == point.text for point in desk.claims.get(SLUG, mill).check_points
    )


def test_check_points_follow_their_words_through_new_typography(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.findings.tick_all(SLUG, mill)
    revise(desk, TEXT.replace("to build,", "to  build\u00ad,").replace("€3 million", "€3\u00a0million"))
    claim = desk.claims.get(SLUG, mill)
    assert claim.flags == ()
    text = desk.drafts.get(SLUG).text
    assert all(text[point.start : point.end] == point.text and point.ticked for point in claim.check_points)


def test_an_undecided_claim_is_not_put_on_recheck(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.findings.decide(SLUG, mill, Finding.UNCHECKED)
    revise(desk, TEXT.replace("€3", "€5"))
    assert desk.claims.get(SLUG, mill).flags == ()
    assert desk.claims.get(SLUG, mill).text == MILL.replace("€3", "€5")


def test_a_review_of_other_words_falls_away(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.acting_as("Jo Reed").review.agree(SLUG, mill)
    revise(desk, TEXT.replace("€3", "€5"))
    assert desk.claims.get(SLUG, mill).review is None


def test_new_sentences_become_unchecked_claims_with_numbers_of_their_own(desk: Desk) -> None:
    last = max(row.number for row in desk.queue.rows(SLUG))
    revise(desk, f"{TEXT} The fleet has nine ships.")
    (new,) = [row for row in desk.queue.rows(SLUG) if "nine ships" in row.text]
    assert new.number == last + 1
    assert new.finding is Finding.UNCHECKED


def test_counts_of_the_desk_add_up_and_every_word_is_covered(desk: Desk) -> None:
    revise(desk, TEXT.replace(f" {BANK}", "").replace("€3", "€5") + " The fleet has nine ships.")
    progress = desk.progress.of(SLUG)
    assert progress.lost == 1
    assert sum(progress.by_finding.values()) == progress.claims == len(desk.queue.rows(SLUG))
    assert progress.coverage == 1.0
    assert desk.maintenance.doctor().problems == ()


def test_a_lost_claim_is_kept_and_attached_again_by_hand(desk: Desk) -> None:
    bank = number(desk, "1999")
    words = "Nobody here has had an account since that winter."
    revise(desk, TEXT.replace(BANK, words))
    (lost,) = desk.queue.rows(SLUG, ClaimFilter(lost=True))
    assert lost.number == bank
    assert desk.claims.get(SLUG, bank).text == BANK
    start = desk.drafts.get(SLUG).text.index(words)
    desk.lost_claims.reattach(SLUG, bank, start, start + len(words))
    claim = desk.claims.get(SLUG, bank)
    assert claim.text == words
    assert Flag.RECHECK in claim.flags
    assert claim.finding is Finding.VERIFIED
    assert desk.progress.of(SLUG).lost == 0
    assert [row.text for row in desk.queue.rows(SLUG)].count(claim.text) == 1
    assert desk.maintenance.doctor().problems == ()


def test_a_claim_that_was_worked_on_does_not_give_way(desk: Desk) -> None:
    bank = number(desk, "1999")
    revise(desk, TEXT.replace(BANK, "Banking came to an end."))
    other = number(desk, "Banking came")
    desk.notes.add(SLUG, other, "called them")
    start = desk.drafts.get(SLUG).text.index("Banking came")
    with pytest.raises(Refused, match=f"Claim {other} stands in these words"):
        desk.lost_claims.reattach(SLUG, bank, start, start + len("Banking came to an end."))


def test_only_a_lost_claim_can_be_attached_again_or_closed(desk: Desk) -> None:
    with pytest.raises(Refused, match="cut it anew"):
        desk.lost_claims.reattach(SLUG, 1, 0, 5)
    with pytest.raises(Refused, match="it is not lost"):
        desk.lost_claims.close(SLUG, 1)


def test_a_lost_claim_closed_as_cut_leaves_the_list_and_comes_back(desk: Desk) -> None:
    bank = number(desk, "1999")
    revise(desk, TEXT.replace(f" {BANK}", ""))
    desk.lost_claims.close(SLUG, bank, "for length")
    assert desk.queue.rows(SLUG, ClaimFilter(lost=True)) == []
    assert desk.claims.get(SLUG, bank).fix is FixState.CUT
    assert desk.claims.get(SLUG, bank).fix_reason == "for length"
    assert desk.progress.of(SLUG).lost == 0
    desk.history.undo(SLUG)
    assert [row.number for row in desk.queue.rows(SLUG, ClaimFilter(lost=True))] == [bank]


def test_the_accepted_wording_becomes_applied_and_asks_for_one_look(desk: Desk) -> None:
    bank = number(desk, "1999")
    desk.findings.decide(SLUG, bank, Finding.IMPRECISE)
    desk.wording.propose(SLUG, bank, "The bank closed in 1998 after the flood.")
    desk.wording.accept(SLUG, bank)
    revise(desk, TEXT.replace(BANK, "The bank closed in 1998 after the flood."))
    claim = desk.claims.get(SLUG, bank)
    assert claim.fix is FixState.APPLIED
    assert claim.fix_by == "Ana Ortiz"
    assert claim.recheck_reason == "The accepted wording is in: look once more to confirm."


def test_other_words_than_the_accepted_ones_leave_the_fix_open(desk: Desk) -> None:
    bank = number(desk, "1999")
    desk.wording.propose(SLUG, bank, "The bank closed in 1998 after the flood.")
    desk.wording.accept(SLUG, bank)
    revise(desk, TEXT.replace("1999", "1997"))
    assert desk.claims.get(SLUG, bank).fix is FixState.ACCEPTED
    assert "not to the wording proposed" in desk.claims.get(SLUG, bank).recheck_reason


def test_parts_of_a_split_claim_get_its_sources_and_are_rechecked(desk: Desk) -> None:
    both = desk.merges.merge(SLUG, [number(desk, "€3 million"), number(desk, "1999")]).created
    assert both is not None
    desk.findings.decide(SLUG, both, Finding.VERIFIED)
    desk.citations.add(SLUG, both, SourceFields(title="Ledger"), CitationFields(locator="7"))
    revise(desk, TEXT.replace(f"{MILL} {BANK}", f"{MILL} It rained for weeks on end. {BANK}"))
    claims = [desk.claims.get(SLUG, row.number) for row in desk.queue.rows(SLUG)]
    (first, second) = (c for c in claims if "Ledger" in [link.source.title for link in c.citations])
    assert {first.text, second.text} == {MILL, BANK}
    assert all(claim.finding is Finding.VERIFIED and Flag.RECHECK in claim.flags for claim in (first, second))


def test_a_signed_sheet_is_opened_again(desk: Desk) -> None:
    desk.sign_off.sign(SLUG, {row.number: "kept" for row in desk.queue.rows(SLUG)})
    change = revise(desk, TEXT.replace("€3", "€5"))
    assert not desk.articles.get(SLUG).is_signed
    assert "open again" in change.said
    desk.history.undo(SLUG)
    assert desk.articles.get(SLUG).is_signed


def test_the_same_text_again_is_no_draft(desk: Desk) -> None:
    change = revise(desk, TEXT)
    assert change.verb == "already"
    assert desk.articles.get(SLUG).draft == 1
    assert len(desk.drafts.rows(SLUG)) == 1


def test_a_plan_that_is_out_of_date_is_refused(desk: Desk) -> None:
    after = article(TEXT.replace("€3", "€5"))
    revision = desk.revisions.plan(SLUG, after, split(after))
    desk.merges.retire(SLUG, number(desk, "1999"), "not ours")
    before = state(desk)
    with pytest.raises(Conflict, match="look at the new draft again"):
        desk.revisions.apply(SLUG, after, revision)
    assert state(desk) == before


def test_a_plan_for_another_text_is_refused(desk: Desk) -> None:
    revision = planned(desk, TEXT.replace("€3", "€5"))
    with pytest.raises(Conflict):
        desk.revisions.apply(SLUG, article(TEXT.replace("€3", "€7")), revision)


def test_a_retired_claim_does_not_come_back_with_the_next_draft(desk: Desk) -> None:
    desk.merges.retire(SLUG, number(desk, "1999"), "opinion")
    revise(desk, TEXT.replace("€3", "€5"))
    assert not [row for row in desk.queue.rows(SLUG) if "1999" in row.text]
    assert desk.progress.of(SLUG).coverage == 1.0


def test_a_question_nobody_answers_leaves_the_claim_without_a_place_and_says_why(desk: Desk) -> None:
    old = "The mill in Ashby employs 200 people in two long shifts."
    new = "The mill in Corby employs 350 people in two long shifts."
    revise(desk, f"{TEXT}\n\n{old}")
    ashby = number(desk, "Ashby")
    desk.findings.decide(SLUG, ashby, Finding.VERIFIED)
    text = f"# The mill\n\n{new} {MILL} {BANK}\n\n{AROUND}"
    revision = planned(desk, text)
    assert revision.asked == (ashby,)
    desk.revisions.apply(SLUG, article(text), revision)
    claim = desk.claims.get(SLUG, ashby)
    assert claim.lost
    assert "may stand" in claim.recheck_reason
    desk.history.undo(SLUG)
    asked = next(claim for claim in revision.claims if claim.number == ashby)
    desk.revisions.apply(SLUG, article(text), placed(revision, ashby, asked.ask[0]))
    assert desk.claims.get(SLUG, ashby).text == new


def test_claims_are_nested_and_their_kinds_follow(desk: Desk) -> None:
    bank = number(desk, "1999")
    revise(desk, TEXT.replace("after the fire", "after the first fire"))
    assert CheckKind.SUPERLATIVE in desk.claims.get(SLUG, bank).kinds


def test_a_source_withdrawn_or_updated_puts_its_claims_on_recheck(desk: Desk) -> None:
    bank = number(desk, "1999")
    study = SourceFields(title="A study", kind=SourceKind.STUDY)
    desk.citations.add(SLUG, bank, study)
    source = desk.sources.find()[0].id
    for gone in (SourceState.WITHDRAWN, SourceState.UPDATED):
        desk.findings.decide(SLUG, bank, Finding.VERIFIED)
        desk.sources.edit(source, replace(study, state=gone))
        assert Flag.RECHECK in desk.claims.get(SLUG, bank).flags
        assert desk.claims.get(SLUG, bank).recheck_reason
        desk.history.undo()
        assert Flag.RECHECK not in desk.claims.get(SLUG, bank).flags


def test_two_drafts_are_laid_side_by_side(desk: Desk) -> None:
    revise(desk, TEXT.replace("€3", "€5"))
    changed = [block for block in desk.revisions.diff(SLUG, 1, 2) if block.changed]
    assert len(changed) == 1
    with pytest.raises(NotOnDesk, match="has no draft 3"):
        desk.revisions.diff(SLUG, 1, 3)


def test_an_undone_draft_is_gone_and_its_number_free(desk: Desk) -> None:
    revise(desk, TEXT.replace("€3", "€5"))
    desk.history.undo(SLUG)
    assert [row.number for row in desk.drafts.rows(SLUG)] == [1]
    assert desk.articles.same(article(TEXT.replace("€3", "€5"))) is None
    revise(desk, TEXT.replace("€3", "€7"))
    assert [row.number for row in desk.drafts.rows(SLUG)] == [1, 2]
    assert "€7" in desk.drafts.get(SLUG).text


def test_counts_of_the_message_are_those_of_the_plan(desk: Desk) -> None:
    revision = planned(desk, TEXT.replace("€3", "€5"))
    kept = revision.counts[Outcome.KEPT]
    assert f"{kept} kept, 1 to recheck" in revise(desk, TEXT.replace("€3", "€5")).said
