"""Lines above the first paragraph: which are byline or date, what they say, and what is left of the text."""

from datetime import date

import pytest

from db.vocabulary import BlockKind
from factcheck.read.reading import ReadBlock
from factcheck.read.text.opening import byline_in, date_in, opened

DAY = date(2024, 3, 12)
PARAGRAPH, HEADING, DEK = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.DEK
BODY = ReadBlock(PARAGRAPH, "The harbour had cost the town a good deal of money by then, he said.")
HEADLINE = ReadBlock(HEADING, "The Harbour", 1, stated=True)


def line(text: str, kind: BlockKind = PARAGRAPH, role: str = "") -> ReadBlock:
    return ReadBlock(kind, text, role=role)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("  by:  Jane Doe ", "Jane Doe"),
        ("Words by Jane Doe", "Jane Doe"),
        ("Story by Jane Doe", "Jane Doe"),
        ("Reported by Jane Doe", "Jane Doe"),
        ("Von Jane Doe", "Jane Doe"),
        ("Par Jane Doe", "Jane Doe"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe"),
        ("By Jane Doe , John Roe", "Jane Doe, John Roe"),
        ("By Jane Doe & John Roe", "Jane Doe & John Roe"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("By Jane Doe, Staff Writer, John Roe", "Jane Doe, John Roe"),
        ("By Jane Doe | staff reporter", "Jane Doe"),
        ("By Jane Doe, science editors", "Jane Doe"),
        ("By Ana de la Poe", "Ana de la Poe"),
        ("By J.R. Doe", "J.R. Doe"),
        ("By Jane", ""),
        ("By jane doe", ""),
        ("By Jane doe", ""),
        ("Jane Doe", ""),
        ("By Jane Doe, who saw it", ""),
        ("By Jane Doe, writer, who saw it and told us of it", ""),
        ("So by Jane Doe", ""),
        ("", ""),
    ],
)
def test_a_byline_gives_the_names_in_it(text, names):
    assert byline_in(text) == names


def test_a_byline_has_at_most_120_characters():
    name = "J" + "a" * (120 - len("By J Doe"))
    assert byline_in(f"By {name} Doe") == f"{name} Doe"
    assert byline_in(f"By {name}a Doe") == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 March 2024", DAY),
        (" Published 12 March 2024 ", DAY),
        ("Published: 12 March 2024", DAY),
        ("POSTED ON March 12, 2024", DAY),
        ("date: 2024-03-12", DAY),
        ("Updated 12 March 2024", None),
        ("Published in spring", None),
        ("", None),
    ],
)
def test_a_date_line_gives_its_day(text, day):
    assert date_in(text) == day


def test_a_date_line_has_at_most_120_characters():
    assert date_in("Posted" + " " * 101 + "12 March 2024") == DAY
    assert date_in("Posted" + " " * 102 + "12 March 2024") is None


@pytest.mark.parametrize(
    ("lines", "byline", "published", "taken"),
    [
        ([line("By Jane Doe")], "Jane Doe", None, [0]),
        ([line("12 March 2024")], "", DAY, [0]),
        ([line("By Jane Doe | 12 March 2024")], "Jane Doe", DAY, [0]),
        ([line("12 March 2024 · By Jane Doe")], "Jane Doe", DAY, [0]),
        ([line("By Jane Doe • 12 March 2024")], "Jane Doe", DAY, [0]),
        ([line("By Jane Doe | 5 min read")], "", None, []),
        ([line("By Jane Doe|12 March 2024")], "", None, []),
        ([HEADLINE, line("By Jane Doe")], "Jane Doe", None, [1]),
        ([HEADLINE, line("How it sank", DEK), line("By Jane Doe", HEADING)], "Jane Doe", None, [2]),
        ([line("By Jane Doe", DEK)], "Jane Doe", None, [0]),
        ([line("By Jane Doe", BlockKind.QUOTATION)], "", None, []),
        ([line("A quotation", BlockKind.QUOTATION), line("By Jane Doe")], "", None, []),
        ([HEADLINE._replace(text="By Jane Doe")], "", None, []),
        ([HEADLINE._replace(text="By Jane Doe", stated=False)], "Jane Doe", None, [0]),
        ([HEADLINE, HEADLINE._replace(text="By Jane Doe")], "Jane Doe", None, [1]),
        ([line("By Jane Doe"), line("By John Roe")], "Jane Doe", None, [0]),
        ([line("12 March 2024"), line("13 March 2024")], "", DAY, [0]),
        ([line("By Jane Doe"), line("By John Roe | 12 March 2024")], "Jane Doe", None, [0]),
        ([line("12 March 2024"), line("By John Roe | 13 March 2024")], "", DAY, [0]),
        ([line("By Jane Doe"), line("12 March 2024")], "Jane Doe", DAY, [0, 1]),
        ([line("The Post, 12 March 2024")], "", DAY, []),
        ([line("The Post, 12 March 2024"), line("The Mail, 13 March 2024")], "", DAY, []),
        ([line("The Post, 12 March 2024"), line("13 March 2024")], "", date(2024, 3, 13), [1]),
        ([line("The Post, 12 March 2024"), line("By Jane Doe")], "Jane Doe", DAY, [1]),
        ([line("Doe und Töchter", role="byline")], "Doe und Töchter", None, [0]),
        ([line("By Jane Doe", role="byline")], "Jane Doe", None, [0]),
        ([line("Published 12 March 2024", role="date")], "", DAY, [0]),
        ([line("Spring", role="date")], "", None, []),
        ([line("2024-03-12 08:15 | new words", role="date")], "", DAY, [0]),
        ([line("2024-03-12 08:15 | new words")], "", None, []),
        ([line("12 March 2024"), line("By Jane Doe")], "Jane Doe", DAY, [0, 1]),
        ([line("By Jane Doe", role="date")], "Jane Doe", None, [0]),
        ([line("one"), line("two"), line("three"), line("four"), line("five"), line("By Jane Doe")],
         "Jane Doe", None, [5]),
        ([line("one"), line("two"), line("three"), line("four"), line("five"), line("six"),
          line("By Jane Doe")], "", None, []),
        ([line("word " * 30), line("By Jane Doe")], "Jane Doe", None, [1]),
        ([line("word " * 31), line("By Jane Doe")], "", None, []),
    ],
)  # fmt: skip
def test_byline_and_date_are_taken_out_of_the_first_lines(lines, byline, published, taken):
    blocks = (*lines, BODY)
    found = opened(blocks)
    assert (found.byline, found.published) == (byline, published)
    assert found.blocks == tuple(block for place, block in enumerate(blocks) if place not in taken)
    words = "; ".join(f"“{lines[place].text}”" for place in taken)
    remark = f"Taken as byline or date, not as text to check: {words}."
    assert found.remarks == ((remark,) if taken else ())


def test_a_draft_of_nothing_but_a_byline_keeps_it():
    assert opened((line("By Jane Doe"),)) == ((line("By Jane Doe"),), "", None, ())
    dated = (line("The Post, 12 March 2024"),)
    assert opened(dated) == (dated, "", DAY, ())
