"""Interviews whose turns carry no labels: the answers are the one person's whom the head says was met."""

import pytest

from factcheck.split import split
from tests.split.articles import article

TALK = """What made you build a kiln at all?

I had an old barn and no money. My uncle gave me 400 bricks.

And did you know how to fire it?

No. The first firing took 31 hours.

What would you do differently today?

Everything. I would begin with the roof, which cost us 9,000 crowns.

Petra Holm in front of her second kiln, built in 2011."""


def speakers(head: str, talk: str = TALK) -> dict[str, str]:
    """The speaker of each claim, empty where it has none."""
    found = split(article(f"{head}\n\n{talk}"), parser=False)
    return {claim.text: claim.speaker.label if claim.speaker else "" for claim in found.claims}


@pytest.mark.parametrize(
    "head",
    [
        "The Kiln Review interviews potter Petra Holm about bricks.",
        "Petra Holm: an interview with the potter of Tessel.",
        "We spoke to Petra Holm, whose pots are in three museums.",
        "Petra Holm was interviewed in her barn in Tessel.",
    ],
)
def test_the_answers_are_the_one_persons_who_was_met(head):
    said = speakers(head)
    assert said["My uncle gave me 400 bricks."] == "Petra Holm"
    assert said["The first firing took 31 hours."] == "Petra Holm"


def test_what_stands_about_the_person_is_not_an_answer():
    said = speakers("We spoke to Petra Holm, whose pots are in three museums.")
    assert said["Petra Holm in front of her second kiln, built in 2011."] == ""


@pytest.mark.parametrize(
    "head",
    [
        "The Kiln Review interviews Petra Holm and Lars Winge about bricks.",
        "In a 2003 interview with the Kiln Review, Lars Winge derided barns. Petra Holm has one.",
        "Bricks are back.",
        "Petra Holm builds kilns. She has three.",
    ],
)
def test_nobody_answers_where_the_head_leaves_it_open(head):
    assert not any(said for text, said in speakers(head).items() if text in TALK)


def test_two_questions_make_no_interview():
    talk = TALK.partition("What would")[0]
    said = speakers("We spoke to Petra Holm, whose pots are in three museums.", talk)
    assert not any(said.values())


def test_questions_are_set_aside_as_questions():
    found = split(article(f"We spoke to Petra Holm.\n\n{TALK}"), parser=False)
    asked = [one.text for one in found.set_aside if one.reason == "question"]
    assert asked == [line for line in TALK.splitlines() if line.endswith("?")]


@pytest.mark.parametrize(
    "question",
    ["How do you plan to get 3,000 bricks up there?", "Did Holm say that she had a permit?"],
)
def test_a_question_that_holds_a_verb_of_speech_is_still_a_question(question):
    found = split(article(f"Holm was there.\n\n{question}"), parser=False)
    assert [one.text for one in found.set_aside] == [question]


def test_a_question_that_somebody_puts_is_a_claim_that_it_was_put():
    found = split(article("Why, Petra Holm asked, was the barn closed?"), parser=False)
    assert [claim.speaker.label for claim in found.claims if claim.speaker] == ["Petra Holm"]


@pytest.mark.parametrize(
    "wording", ["You could say the kiln of 1998 is a wreck.", "If you think it is cheap, count again."]
)
def test_whoever_reads_is_nobodys_source(wording):
    assert [claim.speaker for claim in split(article(wording), parser=False).claims] == [None]


def test_words_in_capitals_for_stress_are_no_names():
    found = split(article("They sold ALL of the bricks and would NEVER tell."), parser=False)
    assert not [point for claim in found.claims for point in claim.check_points if point.kind == "name"]


def test_somebody_who_shows_somebody_something_states_nothing():
    found = split(article("My father showed me some stuff and the beauty of it was apparent."), parser=False)
    assert all(claim.speaker is None for claim in found.claims)


def test_a_number_ends_before_a_pronoun_and_goes_on_over_another_adjective():
    found = split(article("When I was ten my father left. We had two different time zones."), parser=False)
    numbers = [p.text for claim in found.claims for p in claim.check_points if p.kind == "number"]
    assert numbers == ["ten", "two different time zones"]
