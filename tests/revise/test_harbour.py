"""The sample feature and its next draft: every edit that was made to it, and no other."""

from pathlib import Path

import pytest

from db.vocabulary import Outcome, TokenChange
from factcheck.model import Revision
from factcheck.read import read_file
from factcheck.revise import plan
from factcheck.split import split
from tests.revise.material import desk_draft, verdict

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def revision() -> Revision:
    old, new = read_file(SEEDS / "harbour-feature.md"), read_file(SEEDS / "harbour-feature-2.md")
    return plan(desk_draft(old), new, split(new))


CHANGED = [
    ("two sonar sets", TokenChange.NUMBER, "€212,000 → €221,000"),
    ("spent eleven days", TokenChange.NUMBER, "eleven → twelve"),
    ("spoke to 43 people", TokenChange.NUMBER, "43 → 46"),
    ("what it thinks", TokenChange.QUOTED, "thinks → believes"),
    ("Alban Reeve", TokenChange.NAME, "Reeve → Reeves"),
    ("died in 2017", TokenChange.DATE, "2017 → 2016"),
    ("estimate of the police", TokenChange.WORDING, "police → town hall"),
    ("about 2:20 p.m.", TokenChange.DATE, "2:20 → 2.20"),
    ("52 minutes", TokenChange.WORDING, "needed"),
    ("show that Starrow knew", TokenChange.HEDGE, "that → whether"),
    ("Helga Moyle, the chief", TokenChange.NAME, "Moyle → Moyle-Brandt"),
    ("paid for 23 changes", TokenChange.NUMBER, "23 → 24"),
    ("had found that 58 percent", TokenChange.NUMBER, "58 → 57"),
    ("31 percent wished", TokenChange.NUMBER, "31 → 32"),
]


@pytest.mark.parametrize(("words", "kind", "change"), CHANGED)
def test_each_edit_withdraws_the_mark_and_names_the_change(
    revision: Revision, words: str, kind: TokenChange, change: str
) -> None:
    claim = verdict(revision, words)
    assert claim.outcome is Outcome.RECHECK
    assert kind in claim.kinds
    assert change in claim.reason


def test_the_sentence_about_the_trowel_is_lost(revision: Revision) -> None:
    lost = " ".join(claim.before for claim in revision.claims if claim.outcome is Outcome.LOST)
    assert "silver trowel" in lost
    assert "first stone" in lost
    assert all(not claim.after for claim in revision.claims if claim.outcome is Outcome.LOST)


def test_the_pool_and_the_library_are_joined(revision: Revision) -> None:
    pool = verdict(revision, "swimming pool closed")
    library = next(claim for claim in revision.claims if claim.before.startswith("The library"))
    assert pool.outcome is Outcome.MERGED
    assert library.outcome is Outcome.MERGED
    assert library.number in pool.partners
    assert library.after.startswith("and the library")


def test_the_moved_paragraph_is_found_under_its_new_heading(revision: Revision) -> None:
    for words in (
        "75 kilometres to the south-east",
        "1.1 million containers",
        "Dagny Falk",
        "we had not planned",
    ):
        claim = verdict(revision, words)
        assert claim.moved
        assert claim.after == claim.before
        assert "the heading above" in claim.reason


def test_only_the_letter_from_the_lawyer_is_new(revision: Revision) -> None:
    letter = ("lawyer added", "€1.3 million", "Corvane confirmed")
    assert revision.new
    assert all(any(words in one.claim.text for words in letter) for one in revision.new)


def test_the_heading_was_worded_anew(revision: Revision) -> None:
    assert revision.headings == (("The dig", "The bargain"),)


@pytest.mark.parametrize(
    "words", ["Harran—who speaks", "Mr. Dussault's account", "Nor does the mud", "13.5 metres."]
)
def test_dashes_quotes_spaces_and_paragraphs_withdraw_nothing(revision: Revision, words: str) -> None:
    claims = [claim for claim in revision.claims if words in claim.before]
    assert claims
    assert not any(claim.recheck for claim in claims)


def test_nothing_else_is_touched_and_the_counts_add_up(revision: Revision) -> None:
    counts = revision.counts
    assert sum(count for outcome, count in counts.items() if outcome is not Outcome.NEW) == len(
        revision.claims
    )
    # The edits above, and the clauses of the sentences that they were made in.
    assert len(revision.rechecked) <= 30
    assert revision.covered == revision.words
