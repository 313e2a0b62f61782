"""Check points are exact spans of the right kind, with what was worked out about them."""

from datetime import date

import pytest

from db.vocabulary import BlockKind, CheckKind
from factcheck.model import Article, Block
from factcheck.split import split
from factcheck.split.checkpoints.quantities import number_value
from factcheck.split.priority import priority
from factcheck.text import digest
from tests.split.articles import article

PUBLISHED = date(2025, 3, 14)


def points(text, kind=None):
    found = split(article(text, PUBLISHED), parser=False)
    return [
        (point.kind, point.text, point.remark)
        for claim in found.claims
        for point in claim.check_points
        if kind is None or point.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The bridge cost €123.8 million.", CheckKind.MONEY, "€123.8 million"),
        ("It cost 45 million dollars.", CheckKind.MONEY, "45 million dollars"),
        ("The share fell to 41 percent.", CheckKind.STATISTIC, "41 percent"),
        ("One in five leads to a trial.", CheckKind.STATISTIC, "One in five"),
        ("The count rose by 4,400 to 9,000.", CheckKind.CALCULATION, "rose by 4,400"),
        ("Sales doubled last year.", CheckKind.CALCULATION, "doubled"),
        ("He owns 19 boats.", CheckKind.NUMBER, "19 boats"),
        ("It is 140 kilometres long.", CheckKind.NUMBER, "140 kilometres"),
        ("She made twenty-five trips.", CheckKind.NUMBER, "twenty-five trips"),
        ("Hanne Tolliver, 58, signed it.", CheckKind.AGE, "58"),
        ("A 32-year-old diver signed it.", CheckKind.AGE, "32-year-old"),
        ("It is the largest port.", CheckKind.SUPERLATIVE, "largest"),
        ("She is the first woman to sign.", CheckKind.SUPERLATIVE, "first woman"),
        ("It was the most expensive dam.", CheckKind.SUPERLATIVE, "most expensive"),
        ("The dam broke because of the rain.", CheckKind.CAUSE, "because of"),
        ("It stands in Kazakhstan.", CheckKind.PLACE, "Kazakhstan"),
        ("Hanne Tolliver sold the boat.", CheckKind.EVENT, "sold the boat"),
        ("Merrin Faulke accused Hanne Tolliver of fraud.", CheckKind.ALLEGATION, "accused"),
        ("“It is mud,” said Hanne Tolliver.", CheckKind.QUOTE, "It is mud"),
        ("“It is mud,” said Hanne Tolliver.", CheckKind.ATTRIBUTION, "said Hanne Tolliver"),
    ],
)
def test_a_kind_is_found_with_its_exact_words(text, kind, words):
    assert words in [found for _, found, _ in points(text, kind)]


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("Monday, 3 June 2013", "2013-06-03, Monday"),
        ("3 June 2013", "2013-06-03, Monday"),
        ("June 3, 2013", "2013-06-03, Monday"),
        ("2013-06-03", "2013-06-03, Monday"),
        ("Tuesday, 3 June 2013", "2013-06-03 is a Monday, not a Tuesday"),
        ("10 March", "2025-03-10, Monday, year by the publication date"),
        ("yesterday", "2025-03-13"),
        ("last Monday", "2025-03-10"),
        ("last year", "2024"),
        ("31 June 2013", "no such day in the calendar"),
    ],
)
def test_a_date_says_which_day_it_is(words, remark):
    assert (CheckKind.DATE, words, remark) in points(
        f"The council met {words} in the old hall.", CheckKind.DATE
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3.5 million", 3_500_000),
        ("€12,400", 12_400),
        ("twenty-five", 25),
        ("two hundred and five", 205),
        ("5bn", 5e9),
        ("a dozen", 12),
        ("several", None),
        ("millions", None),
    ],
)
def test_a_number_has_its_value(words, value):
    assert number_value(words) == value


def test_vague_wording_is_nothing_to_tick_off():
    kinds = {kind for kind, _, _ in points("At least one of them left at the same time.")}
    assert kinds <= {CheckKind.EVENT}


def test_a_claim_always_has_something_to_tick():
    assert points("It still is.") == [(CheckKind.EVENT, "It still is.", "the statement as a whole")]


def test_a_caption_is_a_display_claim():
    text = "The lead in her hand was cast in 1902."
    block = Block(kind=BlockKind.CAPTION, start=0, end=len(text))
    found = split(Article(text=text, blocks=(block,), digest=digest(text)))
    assert CheckKind.DISPLAY in found.claims[0].kinds


def test_reasons_are_words_and_sum_to_the_priority():
    found = split(article("Merrin Faulke accused the mayor of stealing €2,860 in 2019.")).claims[0]
    assert "lays wrongdoing at somebody’s door" in found.reasons
    assert "gives a sum of money" in found.reasons
    assert found.priority > 40


def test_figures_and_allegations_come_before_feelings():
    text = (
        "The bank lost $700 million in 2019. “I hope that you should all be proud of yourselves,” she said."
    )
    heavy, light = split(article(text), parser=False).claims
    assert heavy.priority > 30 > 0 > light.priority


def test_priority_of_nothing_is_nothing():
    assert priority((), [], "") == (-9, ("is very short",))


def test_a_time_of_day_in_words_is_one_date():
    (claim, *_) = split(article("At ten past six she let a weight down on a rope."), parser=False).claims
    assert [point.text for point in claim.check_points if point.kind == "date"] == ["ten past six"]
    assert not {"says what will, may or should be", "is a greeting, thanks or a call"} & set(claim.reasons)
