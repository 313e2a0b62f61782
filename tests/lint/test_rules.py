"""Each rule finds the slip it is for, names both places, and lets the right version pass."""

from datetime import date

import pytest

from db.vocabulary import LintRule
from factcheck.lint import lint
from factcheck.split import split
from tests.split.articles import article

PUBLISHED = date(2025, 3, 14)


def marks(text: str, published: date | None = PUBLISHED):
    draft = article(text, published)
    return draft, lint(draft, split(draft))


WRONG = [
    (
        LintRule.WEEKDAY,
        "The bank gave way on Tuesday, 11 November 2020, the report says.",
        "Tuesday, 11 November 2020",
    ),
    (LintRule.WEEKDAY, "The council met on Monday, 11 March, and adopted the plan.", "Monday, 11 March"),
    (
        LintRule.SPELLING,
        "Oriel Braddock opposed the plan. Councillor Bradock asked for more time, and lost.",
        "Bradock",
    ),
    (
        LintRule.NUMBER_TWICE,
        "Tarnholt’s 29 city schools reopened in May. By June, Tarnholt’s 28 city schools had new roofs.",
        "Tarnholt’s 29 city schools",
    ),
    (
        LintRule.SUM,
        "The council will cut 64 of its posts: 41 of them are vacant, and 25 will retire.",
        "64",
    ),
    (
        LintRule.PERCENTAGE,
        "Output rose from 40 to 50, up 20 percent, the mill said.",
        "from 40 to 50, up 20 percent",
    ),
    (
        LintRule.PERCENTAGE,
        "The fee goes from €1,240 to €1,302 a year, an increase of 6 percent.",
        "from €1,240 to €1,302 a year, an increase of 6 percent",
    ),
    (
        LintRule.PERCENTAGE,
        "Sales grew by 12 percent, from 200 to 250, last year.",
        "grew by 12 percent, from 200 to 250",
    ),
    (
        LintRule.PERCENTAGE,
        "The tags of 71 of 120, or 49 percent, reached the sea.",
        "71 of 120, or 49 percent",
    ),
    (
        LintRule.AGE,
        "Osric Penhallow, 79, owns three boats. Penhallow was born above the sail loft on 12 August 1951.",
        "Osric Penhallow, 79",
    ),
    (
        LintRule.AGE,
        "Hanne Tolliver, 58, is harbour master. “It is mud,” said Hanne Tolliver, 57, later.",
        "Hanne Tolliver, 58",
    ),
    (LintRule.LATE_DATE, "The bridge was opened on 4 May 2026 in heavy rain.", "4 May 2026"),
    (
        LintRule.CONVERSION,
        "The town lies 140 kilometres (97 miles) north of the capital.",
        "140 kilometres (97 miles)",
    ),
    (LintRule.CONVERSION, "At noon it was 30 C (76 F) in the shade.", "30 C (76 F)"),
    (
        LintRule.QUOTATION_TWICE,
        (
            "“The river has never once asked us for permission to move,” she says.\n\n"
            "“The river has never asked us for permission to move,” she says again."
        ),
        "The river has never once asked us for permission to move,",
    ),
    (
        LintRule.OPEN_QUOTE,
        "“We came back in the spring, she says.\n\nNobody else came.",
        "“We came back in the spring, she says.",
    ),
]

RIGHT = [
    "The bank gave way on Wednesday, 11 November 2020, the report says.",
    "The council met on Tuesday, 11 March, and adopted the plan.",
    "Oriel Braddock opposed the plan. Councillor Braddock asked for more time, and lost.",
    "Sara Holm and Sarah Holt met. Holm spoke first, and Holt answered.",
    "Three of the 11 branch libraries close. The 8 branch libraries that are left open longer.",
    "The council will cut 64 of its posts: 41 of them are vacant, and 23 will retire.",
    "Output rose from 40 to 50, up 25 percent, the mill said.",
    "Sales grew by almost 24 percent, from 200 to 250, last year.",
    "It has lost 3.4 of the six metres that were dug out of it, or 57 percent.",
    "Osric Penhallow, 73, owns three boats. Penhallow was born above the sail loft on 12 August 1951.",
    "The bridge will be opened on 4 May 2026 in heavy rain.",
    "The debt that was agreed on must be repaid by 4 May 2026.",
    "The town lies 140 kilometres (87 miles) north, 11 kilometres (about seven miles) from the sea.",
    "He is 5 foot 10 inches (1.78 m) tall, and it was 30 C (86 F).",
    (
        "“The river has never once asked us for leave,” she says.\n\n"
        "“The river has never once asked us,” she says again."
    ),
    "“We came back in the spring.\n\n“Nobody else came,” she says.",
    'A 6" pipe burst, he said.\n\nIt was mended with a 6" sleeve.',
]


@pytest.mark.parametrize(("rule", "text", "words"), WRONG)
def test_a_slip_is_marked_where_it_stands(rule, text, words):
    draft, found = marks(text)
    assert [mark.rule for mark in found] == [rule]
    first = found[0].first
    assert words in draft.text[first.start : first.end] or draft.text[first.start : first.end] in words


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits_is_not_marked(text):
    _, found = marks(text)
    assert [(mark.rule, mark.message) for mark in found] == []


def test_a_table_whose_total_is_wrong_names_the_total():
    text = "Schools | 148.5\n\nSocial care | 103.2\n\nRoads | 86.6\n\nTotal | 348.3"
    draft, found = marks(text)
    assert [mark.rule for mark in found] == [LintRule.SUM]
    assert found[0].second is not None
    assert draft.text[found[0].second.start : found[0].second.end] == "Total | 348.3"


def test_marks_come_in_reading_order():
    _, found = marks("It was 30 C (76 F). The bank gave way on Tuesday, 11 November 2020.")
    assert [mark.rule for mark in found] == [LintRule.CONVERSION, LintRule.WEEKDAY]


def test_without_a_publication_date_only_full_dates_are_compared_with_the_calendar():
    _, found = marks(
        "The council met on Monday, 11 March. The bank gave way on Tuesday, 11 November 2020.", None
    )
    assert len(found) == 1
