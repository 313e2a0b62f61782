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
    empty.add(given, split(given))
    empty.decide(SLUG, [row.number for row in empty.claims(SLUG)], Finding.VERIFIED)
    return empty


def number(desk: Desk, words: str) -> int:
    """The number of the only claim that holds some words."""
    (found,) = [row.number for row in desk.claims(SLUG) if words in row.text]
    return found


def planned(desk: Desk, text: str) -> Revision:
    """What would become of the claims."""
    after = article(text)
    return desk.plan_revision(SLUG, after, split(after))


def revise(desk: Desk, text: str) -> Change:
    """The next draft, brought in as planned."""
    after = article(text)
    return desk.revise(SLUG, after, planned(desk, text))


def test_a_changed_claim_keeps_its_finding_and_is_to_be_rechecked(desk: Desk) -> None:
    mill, bank = number(desk, "€3 million"), number(desk, "1999")
    change = revise(desk, TEXT.replace("€3", "€5"))
    claim = desk.claim(SLUG, mill)
    assert claim.finding is Finding.VERIFIED
    assert claim.flags == (Flag.RECHECK,)
    assert claim.recheck_reason == "number: €3 → €5"
    assert claim.decided_text == MILL
    assert claim.text == MILL.replace("€3", "€5")
    assert desk.claim(SLUG, bank).flags == ()
    assert "1 to recheck" in change.said
    assert desk.article(SLUG).draft == 2


def test_deciding_again_is_what_clears_it(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    revise(desk, TEXT.replace("€3", "€5"))
    desk.decide(SLUG, mill, Finding.WRONG)
    assert desk.claim(SLUG, mill).flags == ()
    assert desk.claim(SLUG, mill).decided_text == MILL.replace("€3", "€5")


def test_a_mark_that_is_not_looked_at_stays_withdrawn_over_further_drafts(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    revise(desk, TEXT.replace("€3", "€5"))
    revise(desk, TEXT.replace("€3", "€5").replace("runs daily", "runs weekly"))
    assert Flag.RECHECK in desk.claim(SLUG, mill).flags
    revise(desk, TEXT)
    assert desk.claim(SLUG, mill).recheck_reason == "number: €3 → €5 Then: number: €5 → €3"


def test_ticks_stay_with_words_that_stay(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.tick_all(SLUG, mill)
    revise(desk, TEXT.replace("€3", "€5"))
    points = {point.text: point.ticked for point in desk.claim(SLUG, mill).check_points}
    assert points["Ana Ortiz"] is True
    assert points["€5 million"] is False
    assert "€3 million" not in points
    text = desk.draft(SLUG).text
    assert all(text[point.start : point.end] == point.text for point in desk.claim(SLUG, mill).check_points)


def test_check_points_follow_their_words_through_new_typography(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.tick_all(SLUG, mill)
    revise(desk, TEXT.replace("to build,", "to  build\u00ad,").replace("€3 million", "€3\u00a0million"))
    claim = desk.claim(SLUG, mill)
    assert claim.flags == ()
    text = desk.draft(SLUG).text
    assert all(text[point.start : point.end] == point.text and point.ticked for point in claim.check_points)


def test_an_undecided_claim_is_not_put_on_recheck(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.decide(SLUG, mill, Finding.UNCHECKED)
    revise(desk, TEXT.replace("€3", "€5"))
    assert desk.claim(SLUG, mill).flags == ()
    assert desk.claim(SLUG, mill).text == MILL.replace("€3", "€5")


def test_a_review_of_other_words_falls_away(desk: Desk) -> None:
    mill = number(desk, "€3 million")
    desk.acting_as("Jo Reed").agree(SLUG, mill)
    revise(desk, TEXT.replace("€3", "€5"))
    assert desk.claim(SLUG, mill).review is None


def test_new_sentences_become_unchecked_claims_with_numbers_of_their_own(desk: Desk) -> None:
    last = max(row.number for row in desk.claims(SLUG))
    revise(desk, f"{TEXT} The fleet has nine ships.")
    (new,) = [row for row in desk.claims(SLUG) if "nine ships" in row.text]
    assert new.number == last + 1
    assert new.finding is Finding.UNCHECKED


def test_counts_of_the_desk_add_up_and_every_word_is_covered(desk: Desk) -> None:
    revise(desk, TEXT.replace(f" {BANK}", "").replace("€3", "€5") + " The fleet has nine ships.")
    progress = desk.progress(SLUG)
    assert progress.lost == 1
    assert sum(progress.by_finding.values()) == progress.claims == len(desk.claims(SLUG))
    assert progress.coverage == 1.0
    assert desk.doctor().problems == ()


def test_a_lost_claim_is_kept_and_attached_again_by_hand(desk: Desk) -> None:
    bank = number(desk, "1999")
    words = "Nobody here has had an account since that winter."
    revise(desk, TEXT.replace(BANK, words))
    (lost,) = desk.claims(SLUG, ClaimFilter(lost=True))
    assert lost.number == bank
    assert desk.claim(SLUG, bank).text == BANK
    start = desk.draft(SLUG).text.index(words)
    desk.reattach(SLUG, bank, start, start + len(words))
    claim = desk.claim(SLUG, bank)
    assert claim.text == words
    assert Flag.RECHECK in claim.flags
    assert claim.finding is Finding.VERIFIED
    assert desk.progress(SLUG).lost == 0
    assert [row.text for row in desk.claims(SLUG)].count(claim.text) == 1
    assert desk.doctor().problems == ()


def test_a_claim_that_was_worked_on_does_not_give_way(desk: Desk) -> None:
    bank = number(desk, "1999")
    revise(desk, TEXT.replace(BANK, "Banking came to an end."))
    other = number(desk, "Banking came")
    desk.note(SLUG, other, "called them")
    start = desk.draft(SLUG).text.index("Banking came")
    with pytest.raises(Refused, match=f"Claim {other} stands in these words"):
        desk.reattach(SLUG, bank, start, start + len("Banking came to an end."))


def test_only_a_lost_claim_can_be_attached_again_or_closed(desk: Desk) -> None:
    with pytest.raises(Refused, match="cut it anew"):
        desk.reattach(SLUG, 1, 0, 5)
    with pytest.raises(Refused, match="it is not lost"):
        desk.close_lost(SLUG, 1)


def test_a_lost_claim_closed_as_cut_leaves_the_list_and_comes_back(desk: Desk) -> None:
    bank = number(desk, "1999")
    revise(desk, TEXT.replace(f" {BANK}", ""))
    desk.close_lost(SLUG, bank, "for length")
    assert desk.claims(SLUG, ClaimFilter(lost=True)) == []
    assert desk.claim(SLUG, bank).fix is FixState.CUT
    assert desk.claim(SLUG, bank).fix_reason == "for length"
    assert desk.progress(SLUG).lost == 0
    desk.undo(SLUG)
    assert [row.number for row in desk.claims(SLUG, ClaimFilter(lost=True))] == [bank]


def test_the_accepted_wording_becomes_applied_and_asks_for_one_look(desk: Desk) -> None:
    bank = number(desk, "1999")
    desk.decide(SLUG, bank, Finding.IMPRECISE)
    desk.propose(SLUG, bank, "The bank closed in 1998 after the flood.")
    desk.accept(SLUG, bank)
    revise(desk, TEXT.replace(BANK, "The bank closed in 1998 after the flood."))
    claim = desk.claim(SLUG, bank)
    assert claim.fix is FixState.APPLIED
    assert claim.fix_by == "Ana Ortiz"
    assert claim.recheck_reason == "The accepted wording is in: look once more to confirm."


def test_other_words_than_the_accepted_ones_leave_the_fix_open(desk: Desk) -> None:
    bank = number(desk, "1999")
    desk.propose(SLUG, bank, "The bank closed in 1998 after the flood.")
    desk.accept(SLUG, bank)
    revise(desk, TEXT.replace("1999", "1997"))
    assert desk.claim(SLUG, bank).fix is FixState.ACCEPTED
    assert "not to the wording proposed" in desk.claim(SLUG, bank).recheck_reason


def test_parts_of_a_split_claim_get_its_sources_and_are_rechecked(desk: Desk) -> None:
    both = desk.merge_claims(SLUG, [number(desk, "€3 million"), number(desk, "1999")]).created
    assert both is not None
    desk.decide(SLUG, both, Finding.VERIFIED)
    desk.cite(SLUG, both, SourceFields(title="Ledger"), CitationFields(locator="7"))
    revise(desk, TEXT.replace(f"{MILL} {BANK}", f"{MILL} It rained for weeks on end. {BANK}"))
    (first, second) = [desk.claim(SLUG, row.number) for row in desk.claims(SLUG) if "Ledger" in
                       [link.source.title for link in desk.claim(SLUG, row.number).citations]]  # fmt: skip
    assert {first.text, second.text} == {MILL, BANK}
    assert all(claim.finding is Finding.VERIFIED and Flag.RECHECK in claim.flags for claim in (first, second))


def test_a_signed_sheet_is_opened_again(desk: Desk) -> None:
    desk.sign_off(SLUG, {row.number: "kept" for row in desk.claims(SLUG)})
    change = revise(desk, TEXT.replace("€3", "€5"))
    assert not desk.article(SLUG).is_signed
    assert "open again" in change.said
    desk.undo(SLUG)
    assert desk.article(SLUG).is_signed


def test_the_same_text_again_is_no_draft(desk: Desk) -> None:
    change = revise(desk, TEXT)
    assert change.verb == "already"
    assert desk.article(SLUG).draft == 1
    assert len(desk.drafts(SLUG)) == 1


def test_a_plan_that_is_out_of_date_is_refused(desk: Desk) -> None:
    after = article(TEXT.replace("€3", "€5"))
    revision = desk.plan_revision(SLUG, after, split(after))
    desk.retire(SLUG, number(desk, "1999"), "not ours")
    before = state(desk)
    with pytest.raises(Conflict, match="look at the new draft again"):
        desk.revise(SLUG, after, revision)
    assert state(desk) == before


def test_a_plan_for_another_text_is_refused(desk: Desk) -> None:
    revision = planned(desk, TEXT.replace("€3", "€5"))
    with pytest.raises(Conflict):
        desk.revise(SLUG, article(TEXT.replace("€3", "€7")), revision)


def test_a_retired_claim_does_not_come_back_with_the_next_draft(desk: Desk) -> None:
    desk.retire(SLUG, number(desk, "1999"), "opinion")
    revise(desk, TEXT.replace("€3", "€5"))
    assert not [row for row in desk.claims(SLUG) if "1999" in row.text]
    assert desk.progress(SLUG).coverage == 1.0


def test_a_question_nobody_answers_leaves_the_claim_without_a_place_and_says_why(desk: Desk) -> None:
    old = "The mill in Ashby employs 200 people in two long shifts."
    new = "The mill in Corby employs 350 people in two long shifts."
    revise(desk, f"{TEXT}\n\n{old}")
    ashby = number(desk, "Ashby")
    desk.decide(SLUG, ashby, Finding.VERIFIED)
    text = f"# The mill\n\n{new} {MILL} {BANK}\n\n{AROUND}"
    revision = planned(desk, text)
    assert revision.asked == (ashby,)
    desk.revise(SLUG, article(text), revision)
    claim = desk.claim(SLUG, ashby)
    assert claim.lost
    assert "may stand" in claim.recheck_reason
    desk.undo(SLUG)
    asked = next(claim for claim in revision.claims if claim.number == ashby)
    desk.revise(SLUG, article(text), placed(revision, ashby, asked.ask[0]))
    assert desk.claim(SLUG, ashby).text == new


def test_claims_are_nested_and_their_kinds_follow(desk: Desk) -> None:
    bank = number(desk, "1999")
    revise(desk, TEXT.replace("after the fire", "after the first fire"))
    assert CheckKind.SUPERLATIVE in desk.claim(SLUG, bank).kinds


def test_a_source_withdrawn_or_updated_puts_its_claims_on_recheck(desk: Desk) -> None:
    bank = number(desk, "1999")
    study = SourceFields(title="A study", kind=SourceKind.STUDY)
    desk.cite(SLUG, bank, study)
    source = desk.sources()[0].id
    for gone in (SourceState.WITHDRAWN, SourceState.UPDATED):
        desk.decide(SLUG, bank, Finding.VERIFIED)
        desk.edit_source(source, replace(study, state=gone))
        assert Flag.RECHECK in desk.claim(SLUG, bank).flags
        assert desk.claim(SLUG, bank).recheck_reason
        desk.undo()
        assert Flag.RECHECK not in desk.claim(SLUG, bank).flags


def test_two_drafts_are_laid_side_by_side(desk: Desk) -> None:
    revise(desk, TEXT.replace("€3", "€5"))
    changed = [block for block in desk.draft_diff(SLUG, 1, 2) if block.changed]
    assert len(changed) == 1
    with pytest.raises(NotOnDesk, match="has no draft 3"):
        desk.draft_diff(SLUG, 1, 3)


def test_an_undone_draft_is_gone_and_its_number_free(desk: Desk) -> None:
    revise(desk, TEXT.replace("€3", "€5"))
    desk.undo(SLUG)
    assert [row.number for row in desk.drafts(SLUG)] == [1]
    assert desk.find_same(article(TEXT.replace("€3", "€5"))) is None
    revise(desk, TEXT.replace("€3", "€7"))
    assert [row.number for row in desk.drafts(SLUG)] == [1, 2]
    assert "€7" in desk.draft(SLUG).text


def test_counts_of_the_message_are_those_of_the_plan(desk: Desk) -> None:
    revision = planned(desk, TEXT.replace("€3", "€5"))
    kept = revision.counts[Outcome.KEPT]
    assert f"{kept} kept, 1 to recheck" in revise(desk, TEXT.replace("€3", "€5")).said
