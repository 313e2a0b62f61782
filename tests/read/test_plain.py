from datetime import date

import pytest

from factcheck.read import read_bytes
from tests.read.material import blocks, lines, read_text

BODY = "The harbour had cost the town a good deal of money by then, he said."
MORE = "Nobody on the council had asked for the figures before the summer of 2019."


def test_hard_wrapped_lines_are_one_paragraph_on_one_line():
    article = read_text(
        "The harbour had cost the town\na good deal of money by then,\nhe said.\n\nIt sank.\n"
    )
    assert lines(article) == [BODY, "It sank."]


def test_a_word_broken_at_its_own_hyphen_keeps_it():
    assert read_text("It was a well-\nknown harbour—\nand a deep one.").text == (
        "It was a well-known harbour—and a deep one."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_all_line_ends_give_the_same_text(end):
    article = read_text(f"{BODY}\n\n{MORE}\n".replace("\n", end))
    assert lines(article) == [BODY, MORE]


def test_long_lines_are_paragraphs_of_their_own_without_blank_lines():
    long = f"{BODY} {MORE}"
    assert lines(read_text(f"{long}\n{MORE}\n{long}")) == [long, MORE, long]


def test_runs_of_spaces_are_one_space_and_spaces_of_meaning_stay():
    assert (
        read_text("Two  spaces.\tA tab. 5\u00a0million.\u2009").text == "Two spaces. A tab. 5\u00a0million."
    )


def test_letters_are_composed_and_soft_hyphens_go():
    assert read_text("Cafe\u0301, har\u00adbour.").text == "Caf\u00e9, harbour."


def test_a_first_short_line_is_the_title():
    article = read_text(f"The harbour that sank\n\n{BODY}\n\n{MORE}")
    assert article.title == "The harbour that sank"
    assert blocks(article)[0] == ("heading", 1, "The harbour that sank")


def test_headline_byline_and_date_above_the_text_are_told_apart():
    article = read_text(f"THE HARBOUR THAT SANK\nBy Jane Doe and John Roe\n12 March 2024\n\n{BODY}\n\n{MORE}")
    assert article.title == "THE HARBOUR THAT SANK"
    assert article.byline == "Jane Doe and John Roe"
    assert article.published == date(2024, 3, 12)
    assert lines(article)[1:] == [BODY, MORE]


def test_a_line_of_plain_words_under_the_title_is_the_dek():
    article = read_text(f"The Harbour That Sank\n\nHow a town lost its port\n\n{BODY}")
    assert [kind for kind, _, _ in blocks(article)] == ["heading", "dek", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Help for Iran on the way?", "What Happened Next", "AFTERWARDS", "The years since"]
)
def test_a_short_line_between_paragraphs_is_a_heading(line):
    article = read_text(f"{BODY}\n\n{line}\n\n{MORE}")
    assert blocks(article)[1] == ("heading", 2, line)
    assert article.title == ""


@pytest.mark.parametrize(
    "line",
    [
        "He denied it.",
        "“I never knew,” she said,",
        "“No comment”",
        "— Jane Doe",
        "and so it went on",
        "In 2019:",
        "2023 4.5",
        "1. An item",
        "Did anybody on the council ever ask what all of this had cost the town?",
    ],
)
def test_other_short_lines_are_no_headings(line):
    article = read_text(f"{BODY}\n\n{line}\n\n{MORE}")
    assert blocks(article)[1] == ("paragraph", 0, line)


def test_a_line_at_the_end_or_before_a_sentence_that_goes_on_is_no_heading():
    assert {kind for kind, _, _ in blocks(read_text(f"{BODY}\n\nThe end of it"))} == {"paragraph"}
    assert {kind for kind, _, _ in blocks(read_text(f"{BODY}\n\nThe end\n\nof the harbour."))} == {
        "paragraph"
    }


def test_three_short_lines_on_each_other_are_a_poem_or_a_list():
    article = read_text(f"{BODY}\n\nRoses\n\nViolets\n\nSugar\n\n{MORE}")
    assert {kind for kind, _, _ in blocks(article)} == {"paragraph"}


def test_lists_lose_their_signs():
    article = read_text(
        f"{BODY}\n\n- one thing\n  over two lines\n* another\n• a third\n\n1. first\n2) second"
    )
    assert blocks(article)[1:] == [
        ("list_item", 1, "one thing over two lines"),
        ("list_item", 1, "another"),
        ("list_item", 1, "a third"),
        ("list_item", 1, "first"),
        ("list_item", 1, "second"),
    ]


def test_a_year_at_the_start_of_a_line_is_no_list():
    assert read_text("It began in\n12. March was cold.").text == "It began in 12. March was cold."


def test_quoted_lines_captions_notes_and_rows_are_known_by_their_signs():
    article = read_text(
        f"{BODY} [1]\n\n> We never\n> knew.\n\nPhoto: The harbour in 2019.\n\n"
        "Year\tCost\n2023\t4.5\n\n[1] A source."
    )
    assert blocks(article)[1:] == [
        ("quotation", 0, "We never knew."),
        ("caption", 0, "Photo: The harbour in 2019."),
        ("list_item", 1, "Year | Cost"),
        ("list_item", 1, "2023 | 4.5"),
        ("footnote", 0, "[1] A source."),
    ]


def test_lines_with_tabs_among_long_lines_are_rows():
    long = f"{BODY} {MORE}"
    article = read_text(f"{long}\nYear\tCost\n2023\t4.5\n{long}")
    assert [kind for kind, _, _ in blocks(article)] == ["paragraph", "list_item", "list_item", "paragraph"]


def test_a_row_of_stars_is_no_block():
    assert lines(read_text(f"{BODY}\n\n* * *\n\n{MORE}\n\n———\n\nIt sank.")) == [BODY, MORE, "It sank."]


def test_key_and_value_lines_at_the_head_are_metadata():
    article = read_text(f"Title: The harbour\nByline: Jane Doe\nDate: 2024-03-12\nOutlet: The Post\n\n{BODY}")
    assert (article.title, article.byline, article.outlet) == ("The harbour", "Jane Doe", "The Post")
    assert article.published == date(2024, 3, 12)
    assert lines(article) == ["The harbour", BODY]


def test_a_first_line_with_a_colon_is_text():
    assert lines(read_text(f"Warning: deep water.\n\n{BODY}")) == ["Warning: deep water.", BODY]


@pytest.mark.parametrize("header", [" date 2024-10-14 ", "date 2024-10-14\n", "\ufeff date 2024-10-14\t"])
def test_a_date_header_is_metadata(header):
    article = read_text(f"{header}{BODY}")
    assert article.published == date(2024, 10, 14)
    assert article.text == BODY


@pytest.mark.parametrize(
    "text", ["date 2024-13-45 was no day.", "date 2024-10-14th it was.", "A date 2024-10-14 here."]
)
def test_a_header_that_is_no_date_stays_in_the_text(text):
    article = read_text(text)
    assert article.text == text
    assert article.published is None


@pytest.mark.parametrize(
    "line",
    [
        "By the harbour lay a ship",
        "By Friday, everything was gone",
        "By Jane Doe, who had seen it all.",
        "By",
    ],
)
def test_a_line_that_begins_with_by_is_not_always_a_byline(line):
    article = read_text(f"A Title Here\n\n{line}\n\n{BODY}")
    assert article.byline == ""
    assert line in lines(article)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        (
            "by Jane van der Doe, John O’Roe and Ana de la Poe",
            "Jane van der Doe, John O’Roe and Ana de la Poe",
        ),
        ("By J. R. Doe-Roe, Staff Writer", "J. R. Doe-Roe"),
        ("Words by Élodie Müller", "Élodie Müller"),
    ],
)
def test_bylines_of_many_forms_give_the_names(line, names):
    assert read_text(f"A Title Here\n\n{line}\n\n{BODY}").byline == names


def test_a_byline_deep_in_the_text_is_text():
    article = read_text(f"{BODY * 3}\n\nBy Jane Doe\n\n{BODY}")
    assert article.byline == ""
    assert "By Jane Doe" in lines(article)


@pytest.mark.parametrize("line", ["03/04/2024", "May 2024", "Yesterday", "31 February 2024"])
def test_dates_are_never_guessed(line):
    assert read_text(f"A Title Here\n\n{line}\n\n{BODY}").published is None


def test_the_file_is_kept_byte_for_byte_with_its_name():
    data = f"\ufeff{BODY}\r\n".encode()
    article = read_bytes(data, "draft.txt")
    assert article.original == data
    assert article.source_name == "draft.txt"
    assert article.format == "text"


def test_turns_of_an_interview_are_no_headings():
    turns = [
        "DOE: Is it too late?",
        "POE: It is.",
        "Q: And now?",
        f"A: {MORE}",
        "Q: Never again?",
        f"A: {BODY}",
    ]
    article = read_text("\n\n".join([BODY, *turns]))
    assert {kind for kind, _, _ in blocks(article)} == {"paragraph"}


def test_a_title_may_be_somebodys_words():
    assert (
        read_text(f"“The sea has no reason to trust us”\n\n{BODY}").title
        == "“The sea has no reason to trust us”"
    )


def test_a_line_that_ends_in_a_date_dates_the_piece_and_stays():
    article = read_text(f"The Harbour That Sank\n\nThe Post, March 12, 2024\n\n{BODY}")
    assert article.published == date(2024, 3, 12)
    assert "The Post, March 12, 2024" in lines(article)
