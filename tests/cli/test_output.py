import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.terminal.cells import cells, cut, padded, wrapped
from factcheck.cli.terminal.output import fitted


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("👩‍👩‍👧", 2),
        ("🇮🇷", 2),
        ("👍🏽", 2),
        ("☑️", 2),
        ("\u200b", 0),
        ("שלום", 4),
        ("", 0),
    ],
)
def test_text_is_measured_in_cells(text, width):
    assert cells(text) == width


@given(st.text(), st.integers(0, 20))
def test_cut_text_fits_its_room(text, room):
    assert cells(cut(text, room)) <= room


@given(st.text(), st.integers(0, 20))
def test_text_that_fits_is_left_alone(text, room):
    if cells(text) <= room:
        assert cut(text, room) == text


@given(st.text(), st.integers(2, 40))
def test_wrapped_text_fits_its_room_and_loses_no_word(text, room):
    lines = wrapped(text, room)
    assert all(cells(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_joined_emoji_is_never_cut_in_two():
    assert cut("ab👩‍👩‍👧cd", 4) == "ab…"


def test_numbers_are_padded_on_the_left():
    assert padded("7", 3, right=True) == "  7"
    assert padded("漢", 3) == "漢 "


@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), min_size=1, max_size=8), st.integers(20, 200))
def test_columns_are_fitted_to_the_room_but_never_below_what_can_be_read(columns, room):
    widths, gives = [width for width, _ in columns], [give for _, give in columns]
    fit = fitted(widths, gives, room)
    total = sum(fit) + 2 * (len(fit) - 1)
    smallest = sum(min(width, 6) for width in widths) + 2 * (len(widths) - 1)
    assert total <= max(room, smallest)
    assert all(small <= width for small, width in zip(fit, widths, strict=True))


def test_columns_that_give_are_cut_before_the_others():
    assert fitted([10, 50, 60], [False, True, True], 80) == [10, 33, 33]
    assert fitted([10, 20], [False, True], 80) == [10, 20]
