"""The fix track and the second person."""

import pytest

from db.vocabulary import Finding, FixState, ReviewState
from factcheck.desk import Desk
from factcheck.errors import Conflict, Refused
from tests.desk.conftest import MILL


def test_a_proposal_is_accepted_and_applied(desk: Desk, jo: Desk) -> None:
    with pytest.raises(Refused, match="No wording is proposed"):
        desk.wording.accept(MILL, 1)
    desk.wording.propose(MILL, 1, "The mill opened in 1903.")
    claim = desk.claims.get(MILL, 1)
    assert (claim.proposed_text, claim.fix, claim.fix_by) == (
        "The mill opened in 1903.",
        FixState.PROPOSED,
        "Ana Ortiz",
    )
    jo.wording.accept(MILL, 1)
    assert (desk.claims.get(MILL, 1).fix, desk.claims.get(MILL, 1).fix_by) == (FixState.ACCEPTED, "Jo Reed")
    desk.wording.applied(MILL, 1)
    assert desk.claims.get(MILL, 1).fix is FixState.APPLIED


def test_an_empty_wording_takes_the_proposal_back(desk: Desk) -> None:
    desk.wording.propose(MILL, 1, "The mill opened in 1903.")
    desk.wording.propose(MILL, 1, " ")
    claim = desk.claims.get(MILL, 1)
    assert (claim.proposed_text, claim.fix) == ("", None)
    with pytest.raises(Refused, match="says already"):
        desk.wording.propose(MILL, 1, "The mill opened in 1902.")


def test_stet_needs_a_reason_and_keeps_the_name(desk: Desk) -> None:
    with pytest.raises(Refused, match="reason"):
        desk.wording.stet(MILL, 1, " ")
    assert desk.wording.stet(MILL, 1, "style").said == "Claim 1: stet (style)"
    claim = desk.claims.get(MILL, 1)
    assert (claim.fix, claim.fix_by, claim.fix_reason) == (FixState.STET, "Ana Ortiz", "style")
    desk.wording.cut(MILL, 1)
    assert (desk.claims.get(MILL, 1).fix, desk.claims.get(MILL, 1).fix_reason) == (FixState.CUT, "")
    desk.wording.clear(MILL, 1)
    assert desk.claims.get(MILL, 1).fix is None


def test_a_proposal_is_not_written_over_unseen(desk: Desk, jo: Desk) -> None:
    seen = {1: desk.claims.get(MILL, 1).version}
    jo.wording.propose(MILL, 1, "It opened in 1901.", expected=seen)
    with pytest.raises(Conflict, match="Jo Reed"):
        desk.wording.propose(MILL, 1, "It opened in 1903.", expected=seen)


def test_the_second_person_agrees_or_sends_back(desk: Desk, jo: Desk) -> None:
    with pytest.raises(Refused, match="Nobody has decided claims 1 and 2"):
        jo.review.agree(MILL, [1, 2])
    with pytest.raises(Refused):
        jo.review.send_back(MILL, 1, "why?")
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    assert jo.review.agree(MILL, [1, 2]).warnings == ()
    assert desk.claims.get(MILL, 1).review is ReviewState.AGREED
    assert desk.claims.get(MILL, 1).finding is Finding.VERIFIED
    assert desk.progress.of(MILL).reviewed == 2
    jo.review.send_back(MILL, 2, "no page")
    claim = desk.claims.get(MILL, 2)
    assert (claim.review, claim.review_by, claim.review_reason) == (
        ReviewState.SENT_BACK,
        "Jo Reed",
        "no page",
    )
    assert desk.progress.of(MILL).reviewed == 1


def test_agreeing_with_oneself_is_told(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    assert desk.review.agree(MILL, 1).warnings == (
        "You decided claim 1 yourself: a second person should look.",
    )
