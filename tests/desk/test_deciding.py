"""Deciding: what a finding leaves, what it needs, and whom it must not overrule unseen."""

from dataclasses import replace
from datetime import date

import pytest

from db.vocabulary import FINDINGS, Finding, Flag, SourceState, Stance, Tier
from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict, NotOnDesk, Refused
from factcheck.model import CitationFields, HouseRules, SourceFields
from tests.desk.conftest import MILL
from tests.desk.texts import Clock


def test_a_finding_is_kept_with_who_when_and_for_which_exact_words(desk: Desk) -> None:
    change = desk.findings.decide(MILL, 4, Finding.ON_AUTHOR)
    claim = desk.claims.get(MILL, 4)
    assert change.said == "Claim 4: on author"
    assert change.claims == (4,)
    assert (claim.finding, claim.decided_by) == (Finding.ON_AUTHOR, "Ana Ortiz")
    assert claim.decided_text == "The river floods every spring 🌊."
    assert claim.decided_at is not None


def test_many_claims_are_decided_in_one_step(desk: Desk) -> None:
    change = desk.findings.decide(MILL, [1, 2, 5, 2], Finding.NOT_CHECKABLE)
    assert change.said == "3 claims: not checkable"
    assert change.claims == (1, 2, 5)
    assert desk.history.undo().said == "Undid: 3 claims: not checkable"
    assert desk.progress.of(MILL).done == 0


def test_taking_a_decision_back_leaves_nothing_of_it(desk: Desk) -> None:
    before = desk.claims.get(MILL, 1)
    desk.findings.decide(MILL, 1, Finding.WRONG)
    desk.findings.decide(MILL, 1, Finding.UNCHECKED)
    assert replace(desk.claims.get(MILL, 1), version=before.version) == before


def test_a_waiting_claim_says_for_whom_and_since_when(desk: Desk, clock: Clock) -> None:
    desk.findings.decide(MILL, 1, Finding.WAITING, waiting_on="the writer")
    clock.now = clock.now.replace(day=9)
    desk.findings.decide(MILL, 1, Finding.WAITING)
    claim = desk.claims.get(MILL, 1)
    assert (claim.waiting_on, claim.waiting_since) == ("the writer", date(2026, 3, 2))
    desk.findings.decide(MILL, 1, Finding.WAITING, waiting_on="the town hall")
    assert desk.claims.get(MILL, 1).waiting_since == date(2026, 3, 9)
    desk.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    assert desk.claims.get(MILL, 1).waiting_on == ""


def test_only_a_new_decision_clears_recheck(desk: Desk) -> None:
    desk.citations.add(MILL, 1, SourceFields(title="A"))
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    source = desk.sources.find()[0]
    desk.sources.edit(source.id, SourceFields(title="A", state=SourceState.WITHDRAWN))
    claim = desk.claims.get(MILL, 1)
    assert claim.flags[0] is Flag.RECHECK
    assert "withdrawn" in claim.recheck_reason
    assert claim.is_open
    assert claim.finding is Finding.VERIFIED
    desk.notes.add(MILL, 1, "n")
    assert Flag.RECHECK in desk.claims.get(MILL, 1).flags
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    claim = desk.claims.get(MILL, 1)
    assert Flag.RECHECK not in claim.flags
    assert claim.recheck_reason == ""


@pytest.mark.parametrize("finding", [f for f in Finding if FINDINGS[f].need])
def test_what_a_finding_needs_and_lacks_is_a_warning_and_never_a_refusal(
    desk: Desk, finding: Finding
) -> None:
    for number in (1, 2):
        desk.findings.tick_all(MILL, number)
    change = desk.findings.decide(MILL, [1, 2], finding)
    assert len(change.warnings) == 1
    assert change.warnings[0].startswith(f"Claims 1 and 2: {FINDINGS[finding].label} needs ")


def test_no_warning_is_left_when_the_needs_are_met(desk: Desk) -> None:
    place = CitationFields(locator="14", stance=Stance.SUPPORTS, tier=Tier.PRIMARY)
    against = CitationFields(stance=Stance.CONTRADICTS, tier=Tier.SECONDARY)
    desk.citations.add(MILL, 1, SourceFields(title="A"), place)
    desk.citations.add(MILL, 2, SourceFields(title="A"), against)
    desk.wording.propose(MILL, 3, "Arden has 4,201 residents.")
    desk.notes.add(MILL, 4, "asked three people")
    desk.findings.tick_all(MILL, 1)
    assert desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings == ()
    assert desk.findings.decide(MILL, 2, Finding.WRONG).warnings == ()
    assert desk.findings.decide(MILL, 3, Finding.IMPRECISE).warnings == ()
    assert desk.findings.decide(MILL, 3, Finding.MISLEADING).warnings == ()
    assert desk.findings.decide(MILL, 4, Finding.MISLEADING).warnings == ()
    assert desk.findings.decide(MILL, 4, Finding.UNVERIFIABLE).warnings == ()
    assert desk.findings.decide(MILL, 5, Finding.WAITING, waiting_on="the writer").warnings == ()


def test_a_decision_and_the_note_that_it_needs_are_one_step(desk: Desk) -> None:
    change = desk.findings.decide(
        MILL, [1, 2], Finding.UNVERIFIABLE, note=" asked  three people\x00\r\ntwice ", op="once"
    )
    assert change.said == "2 claims: unverifiable, with a note"
    assert change.warnings == ()
    assert [note.text for note in desk.claims.get(MILL, 2).notes] == ["asked  three people\ntwice"]
    assert desk.claims.get(MILL, 1).notes[0].by == "Ana Ortiz"
    assert not desk.claims.get(MILL, 1).notes[0].confidential
    assert desk.findings.decide(MILL, 1, Finding.UNVERIFIABLE, note="x", op="once").said == change.said
    assert len(desk.claims.get(MILL, 1).notes) == 1
    assert desk.history.undo().said == "Undid: 2 claims: unverifiable, with a note"
    claim = desk.claims.get(MILL, 1)
    assert (claim.finding, claim.notes) == (Finding.UNCHECKED, ())
    desk.history.redo()
    assert len(desk.claims.get(MILL, 2).notes) == 1


def test_an_empty_note_is_none_and_the_warning_says_so(desk: Desk) -> None:
    change = desk.findings.decide(MILL, 1, Finding.UNVERIFIABLE, note=" ")
    assert change.said == "Claim 1: unverifiable"
    assert change.warnings == ("Claim 1: unverifiable needs a note on what was tried.",)
    assert desk.claims.get(MILL, 1).notes == ()


def test_a_lead_never_counts(desk: Desk) -> None:
    desk.citations.add(
        MILL, 1, SourceFields(title="A"), CitationFields(tier=Tier.LEAD, stance=Stance.SUPPORTS, locator="1")
    )
    assert "a citation that supports it" in desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings[0]


def test_the_house_sets_its_own_needs(desk: Desk) -> None:
    desk = desk.acting_as(
        rules=HouseRules(support_needs_place=False, independent_origins=2, unverifiable_needs_note=False)
    )
    said = CitationFields(stance=Stance.SUPPORTS, tier=Tier.SECONDARY)
    desk.citations.add(MILL, 1, SourceFields(title="A"), said)
    desk.findings.tick_all(MILL, 1)
    assert "2 independent sources (it has 1)" in desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings[0]
    desk.citations.add(MILL, 1, SourceFields(title="B"), said)
    assert desk.findings.decide(MILL, 1, Finding.VERIFIED).warnings == ()
    assert desk.findings.decide(MILL, 1, Finding.UNVERIFIABLE).warnings == ()


def test_nothing_is_overwritten_unseen(desk: Desk, jo: Desk) -> None:
    seen = {row.number: row.version for row in desk.queue.rows(MILL)}
    jo.findings.decide(MILL, 2, Finding.WRONG, expected=seen)
    with pytest.raises(Conflict, match="Jo Reed changed claim 2") as caught:
        desk.findings.decide(MILL, [1, 2], Finding.VERIFIED, expected=seen)
    assert (caught.value.claim, caught.value.by) == (2, "Jo Reed")
    assert desk.claims.get(MILL, 1).finding is Finding.UNCHECKED
    assert desk.claims.get(MILL, 2).finding is Finding.WRONG
    desk.findings.decide(MILL, 2, Finding.VERIFIED, expected={2: desk.claims.get(MILL, 2).version})


def test_what_others_add_beside_a_claim_is_no_conflict(desk: Desk, jo: Desk) -> None:
    seen = {1: desk.claims.get(MILL, 1).version}
    jo.notes.add(MILL, 1, "n")
    jo.citations.add(MILL, 1, SourceFields(title="A"))
    desk.findings.decide(MILL, 1, Finding.VERIFIED, expected=seen)


def test_a_new_finding_ends_the_review_of_the_old_one(desk: Desk, jo: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    jo.review.agree(MILL, 1)
    desk.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    assert desk.claims.get(MILL, 1).review_by == "Jo Reed"
    desk.findings.decide(MILL, 1, Finding.WRONG)
    assert desk.claims.get(MILL, 1).review is None
    jo.review.send_back(MILL, 1, "is it?")
    desk.findings.decide(MILL, 1, Finding.WRONG)
    assert desk.claims.get(MILL, 1).review is None


def test_ticks_are_kept_with_the_name_of_who_ticked(desk: Desk, jo: Desk) -> None:
    (point,) = desk.claims.get(MILL, 1).check_points
    change = jo.findings.tick(MILL, 1, point.id)
    assert change.said == "Claim 1: “1902” ticked"
    assert desk.claims.get(MILL, 1).check_points[0].ticked_by == "Jo Reed"
    desk.findings.tick_all(MILL, 1, ticked=False)
    assert not desk.claims.get(MILL, 1).check_points[0].ticked
    with pytest.raises(NotOnDesk):
        desk.findings.tick(MILL, 2, point.id)


def test_acts_that_make_no_sense_are_refused_in_one_sentence(desk: Desk) -> None:
    desk.merges.retire(MILL, 2)
    with pytest.raises(Refused, match="retired: restore it first"):
        desk.findings.decide(MILL, 2, Finding.VERIFIED)
    with pytest.raises(Refused, match="No claim was named"):
        desk.findings.decide(MILL, [], Finding.VERIFIED)
    with pytest.raises(BadInput, match="not text"):
        desk.findings.decide(MILL, 1, Finding.WAITING, waiting_on="\ud800")
    with pytest.raises(BadInput, match="at most 200"):
        desk.findings.decide(MILL, 1, Finding.WAITING, waiting_on="x" * 201)
    with pytest.raises(Refused, match="set by the desk itself"):
        desk.claims.flag(MILL, 1, Flag.RECHECK)
