"""A revision corrected by a person before it is applied."""

import pytest

from db.vocabulary import Outcome
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import Revision
from factcheck.revise import let_go, place_of, placed
from tests.revise.material import AROUND, revised, verdict

ALPHA = "Alpha was founded by monks in 1900."
OLD = f"{AROUND}\n\nThe mill in Ashby employs 200 people in long shifts.\n\n{ALPHA}"
NEW = f"{AROUND}\n\n{ALPHA}\n\nThe mill in Corby employs 350 people in long shifts."


@pytest.fixture
def asked() -> Revision:
    """A revision with one claim to place."""
    return revised(OLD, NEW)


def _adds_up(revision: Revision) -> None:
    counts = revision.counts
    assert sum(count for outcome, count in counts.items() if outcome is not Outcome.NEW) == len(
        revision.claims
    )
    assert counts[Outcome.NEW] == len(revision.new)


def test_a_claim_is_put_at_the_place_that_was_asked_about(asked: Revision) -> None:
    claim = verdict(asked, "Ashby")
    answered = placed(asked, claim.number, claim.ask[0])
    put = verdict(answered, "Ashby")
    assert not put.asks
    assert put.outcome is Outcome.RECHECK
    assert "Corby" in put.after
    assert "200 → 350" in put.reason
    assert not answered.new
    _adds_up(answered)


def test_a_claim_that_is_let_go_is_lost_and_its_stretch_is_new(asked: Revision) -> None:
    claim = verdict(asked, "Alpha")
    gone = let_go(asked, claim.number)
    assert verdict(gone, "Alpha").outcome is Outcome.LOST
    assert ALPHA in [one.claim.text for one in gone.new]
    assert [one.claim.start for one in gone.new] == sorted(one.claim.start for one in gone.new)
    _adds_up(gone)


def test_a_claim_can_be_put_on_a_new_one(asked: Revision) -> None:
    number = verdict(asked, "Alpha").number
    moved = placed(asked, number, place_of(asked.new[0]))
    assert "Corby" in verdict(moved, "Alpha").after
    assert ALPHA in [one.claim.text for one in moved.new]
    _adds_up(moved)


def test_no_claim_is_put_where_another_stands(asked: Revision) -> None:
    place = verdict(asked, "Alpha").place
    assert place is not None
    with pytest.raises(Refused, match="stands there"):
        placed(asked, verdict(asked, "Ashby").number, place)


def test_a_number_that_the_revision_does_not_have_is_named(asked: Revision) -> None:
    with pytest.raises(NotOnDesk, match="no claim 99"):
        let_go(asked, 99)
