"""Every change of words withdraws the mark, and says what kind of words changed."""

import pytest

from db.vocabulary import Outcome, TokenChange
from tests.revise.material import AROUND, revised

Kind = TokenChange
CHANGES = [
    ("The mill cost €212,000 to build.", "The mill cost €221,000 to build.", Kind.NUMBER),
    ("The mill cost €3 million to build.", "The mill cost €3 billion to build.", Kind.NUMBER),
    ("The mill cost $3 million to build.", "The mill cost €3 million to build.", Kind.NUMBER),
    ("I spent eleven days at the mill.", "I spent twelve days at the mill.", Kind.NUMBER),
    ("Output fell to -5 degrees at night.", "Output fell to 5 degrees at night.", Kind.NUMBER),
    ("The mill closed in 2017 for good.", "The mill closed in 2016 for good.", Kind.DATE),
    ("The vote is on Monday, 3 June.", "The vote is on Tuesday, 3 June.", Kind.DATE),
    ("It broke at about 2:20 p.m. that day.", "It broke at about 2.20 p.m. that day.", Kind.DATE),
    ("The clerk was Alban Reeve of Arden.", "The clerk was Alban Reeves of Arden.", Kind.NAME),
    ("The prosecutor is Helga Moyle now.", "The prosecutor is Helga Moyle-Brandt now.", Kind.NAME),
    ("The mill is safe for visitors.", "The mill is not safe for visitors.", Kind.NEGATION),
    ("She said that the mill was safe.", "She denied that the mill was safe.", Kind.NEGATION),
    ("It is likely that the mill reopens.", "It is unlikely that the mill reopens.", Kind.NEGATION),
    ("The mill didn’t close that year.", "The mill did close that year.", Kind.NEGATION),
    ("The mill polluted the river.", "The mill reportedly polluted the river.", Kind.HEDGE),
    ("It does not show that he knew.", "It does not show whether he knew.", Kind.HEDGE),
    ("The mill employs 300 people now.", "The mill employs about 300 people now.", Kind.HEDGE),
    ("It was the first mill on the coast.", "It was among the first mills on the coast.", Kind.SUPERLATIVE),
    ("It is the oldest mill on the coast.", "It is the newest mill on the coast.", Kind.SUPERLATIVE),
    ("“It tells what it thinks,” she told me.", "“It tells what it believes,” she told me.", Kind.QUOTED),
    ("He called it “a disgrace” on Sunday.", "He called it a disgrace on Sunday.", Kind.QUOTED),
    ("“It was a gift,” Ruth said at the gate.", "“It was a gift,” Thomas said at the gate.", Kind.SPEAKER),
    ("By the count of the police, 900 came.", "By the count of the town hall, 900 came.", Kind.WORDING),
    ("It took the divers 52 minutes.", "The divers needed 52 minutes.", Kind.WORDING),
    ("The soldiers, who fled, were paid.", "The soldiers who fled were paid.", Kind.WORDING),
    ("It visited the White House in May.", "It visited the white house in May.", Kind.NAME),
    ("The mill was closed for good.", "The mill was closed for good?", Kind.WORDING),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), CHANGES)
def test_a_change_withdraws_the_mark_and_is_named(old: str, new: str, kind: TokenChange) -> None:
    revision = revised(f"{old} {AROUND}", f"{new} {AROUND}")
    changed = [claim for claim in revision.claims if claim.recheck]
    assert changed
    assert kind in {found for claim in changed for found in claim.kinds}
    assert all(claim.outcome is Outcome.RECHECK for claim in changed)
    assert not [claim for claim in revision.claims if "ferry" in claim.before and claim.recheck]


def test_the_changed_words_are_shown_with_what_they_hang_on() -> None:
    (first, *_) = revised(f"The mill cost €212,000. {AROUND}", f"The mill cost €221,000. {AROUND}").claims
    assert first.reason == "number: €212,000 → €221,000"
    assert first.changes[0].before == "€212,000"


def test_words_that_came_or_went_say_so() -> None:
    (first, *_) = revised(f"The mill is safe. {AROUND}", f"The mill is not safe. {AROUND}").claims
    assert first.reason == "negation: “not” came"
    (first, *_) = revised(f"The mill is not safe. {AROUND}", f"The mill is safe. {AROUND}").claims
    assert first.reason == "negation: “not” went"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“It cost 3 million—or so,” she said.", '"It cost 3 million – or so," she said.'),
        ("It cost 3\u00a0million… or so.", "It cost 3 million... or so."),
        ("The co\u00adoperative’s boats left.", "The cooperative's boats left."),
        ("The war of 1914–18 ended.", "The war of 1914-18 ended."),
    ],
)
def test_typography_keeps_the_mark_and_is_told(old: str, new: str) -> None:
    revision = revised(f"{old} {AROUND}", f"{new} {AROUND}")
    assert {claim.outcome for claim in revision.claims} == {Outcome.KEPT}
    assert TokenChange.TYPOGRAPHY in revision.claims[0].kinds
    assert not revision.claims[0].recheck


def test_articles_and_commas_keep_the_mark_only_where_the_house_says_so() -> None:
    old, new = (
        f"The ferry that leaves at six, was late. {AROUND}",
        f"The ferry which leaves at six was late. {AROUND}",
    )
    assert revised(old, new).claims[0].recheck
    lenient = revised(old, new, wording_keeps_mark=True).claims[0]
    assert lenient.outcome is Outcome.KEPT
    assert not lenient.recheck


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A few people came to the mill.", "Few people came to the mill."),
        ("It was a cause of the fire.", "It was the cause of the fire."),
        ("Prices rose at the mill.", "Prices fell at the mill."),
        ("He owned the mill then.", "She owned the mill then."),
    ],
)
def test_wording_that_means_something_never_keeps_the_mark(old: str, new: str) -> None:
    assert revised(f"{old} {AROUND}", f"{new} {AROUND}", wording_keeps_mark=True).claims[0].recheck
