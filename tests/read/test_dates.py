"""Which words state one day and no other, and which lines end in such a day."""

from datetime import date

import pytest

from factcheck.read.dates import ending_date, stated_date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@pytest.mark.parametrize(
    "words",
    [
        "2024-03-12",
        " 2024-03-12 ",
        "2024-03-12T23:30:00-05:00",
        "2024-03-12 08:15",
        "20240312",
        "12 March 2024",
        "12. March 2024",
        "12th March, 2024",
        "12 mar. 2024",
        "Tuesday, 12 March 2024",
        "Tue 12 March 2024",
        "Tues., 12 March 2024",
        "March 12, 2024",
        "MARCH 12 2024",
        "Mar. 12th, 2024",
        "Tuesday March 12, 2024",
    ],
)
def test_the_forms_that_mean_one_day_give_it(words):
    assert stated_date(words) == date(2024, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "March 2024",
        "03/04/2024",
        "12 Marchember 2024",
        "12 Foo 2024",
        "Foo 12, 2024",
        "0 March 2024",
        "32 March 2024",
        "31 February 2024",
        "2024-13-01",
        "2024-00-10",
        "2024-02-30",
        "20241301",
        "2024-03-12th",
        "2024-03-12T",
        "2024-3-12",
        "120240312",
        "12 March 24",
        "on 12 March 2024",
        "12 March 2024 and later",
        "0000-01-01",
        "٢٠٢٤-٠٣-١٢",
        "Someday, 12 March 2024",
    ],
)
def test_anything_else_gives_no_day(words):
    assert stated_date(words) is None


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_by_its_name_and_its_short_name(number):
    for name in (MONTHS[number - 1], SHORT[number - 1], SHORT[number - 1].upper()):
        assert stated_date(f"5 {name} 2023") == date(2023, number, 5)
        assert stated_date(f"{name} 5, 2023") == date(2023, number, 5)


def test_september_has_two_short_names():
    assert stated_date("5 Sept. 2023") == date(2023, 9, 5)


@pytest.mark.parametrize("day", ["1st", "2nd", "3rd", "4th"])
def test_the_endings_of_ordinals_are_known(day):
    assert stated_date(f"{day} May 2023") == stated_date(f"May {day}, 2023") == date(2023, 5, int(day[0]))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The Post, 12 March 2024", date(2024, 3, 12)),
        ("The Post, March 12, 2024", date(2024, 3, 12)),
        ("London, The Post, Tuesday, 12 March 2024", date(2024, 3, 12)),
        ("12 March 2024", None),
        ("The Post 12 March 2024", None),
        ("The Post,12 March 2024", None),
        ("The Post, 12 March 2024, page 3", None),
        ("The Post, 12 March 2024.", None),
        ("The Post, 2024-03-12 08:15", date(2024, 3, 12)),
        ("It fell, 2024-03-12 08:15 or so.", None),
        ("Was it, 2024-03-12 08:15 or so?", None),
        ("It was, 2024-03-12 08:15 or so!", None),
        ("", None),
    ],
)
def test_a_line_that_ends_in_a_day_behind_a_comma_gives_it(line, day):
    assert ending_date(line) == day


def test_only_a_line_of_at_most_120_characters_dates_a_piece():
    end = ", 12 March 2024"
    assert ending_date("x" * (120 - len(end)) + end) == date(2024, 3, 12)
    assert ending_date("x" * (121 - len(end)) + end) is None
