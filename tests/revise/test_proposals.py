"""Proposed wording met again: applied, changed otherwise, or not yet in."""

from db.vocabulary import Outcome
from factcheck.model import ClaimRevision, ProposalOutcome
from factcheck.revise import plan
from factcheck.split import split
from tests.revise.material import AROUND, article, desk_draft

MILL = "The mill made 43 tonnes of paper a day."
BETTER = "The mill made 46 tonnes of paper a week."


def _claim(new: str, *, accepted: bool = True, proposed: str = BETTER) -> ClaimRevision:
    after = article(f"{new} {AROUND}")
    old = desk_draft(article(f"{MILL} {AROUND}"), proposed={MILL: proposed}, accepted=accepted)
    return plan(old, after, split(after)).claims[0]


def test_the_accepted_wording_is_applied_and_asks_for_one_look() -> None:
    claim = _claim(BETTER)
    assert claim.proposal is ProposalOutcome.APPLIED
    assert claim.outcome is Outcome.RECHECK
    assert claim.reason == "The accepted wording is in: look once more to confirm."


def test_typography_and_the_end_mark_do_not_hide_the_proposal() -> None:
    claim = _claim(
        "The mill — says the town — made 46 tonnes of paper a week.",
        proposed="made 46 tonnes of paper a week",
    )
    assert claim.proposal is ProposalOutcome.APPLIED


def test_wording_like_nothing_before_is_found_by_the_proposal() -> None:
    other = "Nobody kept count of what the works turned out in those years."
    claim = _claim(other, proposed=other)
    assert claim.proposal is ProposalOutcome.APPLIED
    assert claim.after == other


def test_other_words_than_proposed_are_told() -> None:
    claim = _claim("The mill made 47 tonnes of paper a day.")
    assert claim.proposal is ProposalOutcome.OTHERWISE
    assert claim.reason == "The words changed, and not to the wording proposed. number: 43 → 47"


def test_unchanged_words_keep_the_claim_and_the_proposal_waits() -> None:
    claim = _claim(MILL)
    assert claim.proposal is ProposalOutcome.NOT_YET
    assert claim.outcome is Outcome.KEPT


def test_wording_that_nobody_accepted_is_told_apart() -> None:
    claim = _claim(BETTER, accepted=False)
    assert claim.proposal is ProposalOutcome.APPLIED
    assert "nobody has accepted it" in claim.reason
