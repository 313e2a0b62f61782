"""The seed article, read aloud as a checker would."""

from pathlib import Path

import pytest

from db.vocabulary import CheckKind, SetAsideReason
from factcheck.read import read_file
from factcheck.split import split

SEED = Path(__file__).parents[2] / "seeds" / "000_833abf2e5c5bff94.txt"


@pytest.fixture(scope="module")
def seed():
    article = read_file(SEED)
    return article, split(article)


def claim_with(seed, words):
    _, found = seed
    return next(claim for claim in found.claims if words in claim.text)


def reasons(seed):
    _, found = seed
    return {passage.text: passage.reason for passage in found.set_aside}


def test_the_metadata_line_is_no_part_of_the_queue(seed):
    _, found = seed
    everything = [claim.text for claim in found.claims] + [passage.text for passage in found.set_aside]
    assert not any("2024-10-14" in words for words in everything)
    assert found.claims[0].text.startswith("In the second week of October")


def test_the_heading_and_the_two_open_questions_are_set_aside(seed):
    found = reasons(seed)
    assert found["Help for Iran on the way?"] == SetAsideReason.HEADING
    open_ones = [words for words, reason in found.items() if reason == SetAsideReason.QUESTION]
    assert len(open_ones) == 2
    assert open_ones[0].startswith("What Moscow would do")
    assert open_ones[1].startswith("One key question is whether")


def test_predictions_are_set_aside_and_nothing_else(seed):
    kinds = set(reasons(seed).values())
    assert kinds == {SetAsideReason.HEADING, SetAsideReason.QUESTION, SetAsideReason.PREDICTION}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We actively work together", "Vladimir Putin"),
        ("Our positions in the world", "Masoud Pezeshkian"),
        ("At this point, Moscow’s rivalry", "Mark Katz"),
        ("less fearful of a nuclear Iran", "Mark Katz"),
        ("Israeli-Iranian hostility serves", "Mark Katz"),
        ("Russia does not want a strong Iran", "Shireen Hunter"),
        ("Moscow does not want Iran to disintegrate", "Shireen Hunter"),
        ("it might overcome its reluctance", "Shireen Hunter"),
        ("Russia does not want to antagonise Israel", "Shireen Hunter"),
        ("I doubt that it would change its position", "Shireen Hunter"),
    ],
)
def test_every_quotation_has_its_speaker(seed, words, speaker):
    claim = claim_with(seed, words)
    assert claim.speaker is not None
    assert claim.speaker.label == speaker
    assert CheckKind.QUOTE in claim.kinds


def test_a_relative_clause_that_states_a_fact_is_a_claim_with_its_subject(seed):
    claim = claim_with(seed, "who served as an Iranian diplomat")
    assert claim.restatement == "Shireen Hunter served as an Iranian diplomat before 1979."
    assert claim.speaker is None
    assert CheckKind.DATE in claim.kinds


def test_a_name_comes_with_its_title(seed):
    points = {(point.kind, point.text) for point in claim_with(seed, "says Mark Katz").check_points}
    assert (CheckKind.NAME, "Mark Katz") in points
    assert (CheckKind.TITLE, "professor emeritus at George Mason University") in points


def test_every_word_is_covered(seed):
    _, found = seed
    assert found.covered == found.words
    assert found.coverage == 1.0
