"""The cursor in a draft: each step at the edges of words, lines and text, and what it selects on its way."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.tui.words.caret import Caret, Step
from factcheck.tui.words.wrap import Lines
from tests.tui.test_wrap import lines_of

TEXT, LINES = lines_of(["The old mill stands", "It is 120 years old", "End"], 12)
"""Lines: “The old mill”, “stands”, nothing, “It is 120”, “years old”, nothing, “End”."""


def at(words: str) -> int:
    return TEXT.index(words)


def test_the_text_is_laid_out_as_the_cases_say() -> None:
    assert [TEXT[start:end] for start, end in zip(LINES.starts, LINES.ends, strict=True)] == [
        "The old mill",
        "stands",
        "",
        "It is 120",
        "years old",
        "",
        "End",
    ]


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        (at("old mill"), "left", at("old mill") - 1),
        (at("old mill"), "right", at("ld mill")),
        (0, "left", 0),
        (len(TEXT), "right", len(TEXT)),
        (at("old mill"), "home", 0),
        (at("old mill"), "end", len("The old mill")),
        (at("tands"), "home", at("stands")),
        (at("tands"), "end", at("stands") + 6),
        (at("old mill"), "word_right", at("mill")),
        (at("mill"), "word_right", at("stands")),
        (at("stands"), "word_right", at("It is")),
        (at("End"), "word_right", len(TEXT)),
        (at("ill"), "word_left", at("mill")),
        (at("mill"), "word_left", at("old")),
        (at("It is"), "word_left", at("stands")),
        (0, "word_left", 0),
        (at("ill stands"), "down", at("stands") + 6),
        (at("ld mill"), "down", at("stands") + 5),
        (at("tands"), "down", at("t is")),
        (at("s 120"), "up", at("stands") + 4),
        (at("ld mill"), "up", at("ld mill")),
        (
            TEXT.rindex("nd"),
            "down",
            TEXT.rindex("nd"),
        ),
        (at("he old"), "page_down", at("t is")),
        (TEXT.rindex("nd"), "page_up", at("t is")),
    ],
)
def test_each_step_goes_to_its_place(start: int, step: Step, end: int) -> None:
    caret = Caret()
    caret.put(start)
    caret.move(LINES, step, 3)
    assert (caret.place, caret.anchor, caret.span) == (end, None, None)


def test_up_and_down_remember_their_column_until_another_step() -> None:
    caret = Caret()
    caret.put(at("ill stands"))
    for step in ("down", "down"):
        caret.move(LINES, step, 3)
    assert caret.place == LINES.starts[3] + 9
    caret.move(LINES, "up", 3)
    caret.move(LINES, "up", 3)
    assert caret.place == at("ill stands")
    caret.move(LINES, "down", 3)
    caret.move(LINES, "left", 3)
    caret.move(LINES, "up", 3)
    assert caret.place == LINES.starts[0] + 5
    for act in (lambda: caret.put(at("stands")), lambda: caret.choose(at("old"), at("stands"))):
        caret.put(at("ill stands"))
        caret.move(LINES, "down", 3)
        act()
        caret.move(LINES, "up", 3)
        assert caret.place == LINES.starts[0]


@pytest.mark.parametrize(
    ("start", "steps", "selected"),
    [
        ("ill", ["word_right"], "mill"),
        ("ill", ["word_right", "word_right"], "mill stands"),
        ("ill", ["word_left"], "m"),
        ("ill", ["right"], "i"),
        ("ill", ["left", "left"], " m"),
        ("ill", ["end"], "ill"),
        ("ill", ["home"], "The old m"),
        ("ill", ["right", "left"], ""),
        ("ill", ["down"], "ill stands"),
        (" mill", ["word_right"], " mill"),
        ("old", ["word_right", "word_left"], ""),
    ],
)
def test_choosing_selects_what_is_passed(start: str, steps: list[Step], selected: str) -> None:
    caret = Caret()
    caret.put(at(start))
    for step in steps:
        caret.move(LINES, step, 3, choosing=True)
    assert TEXT[slice(*caret.span or (0, 0))] == selected
    assert caret.anchor is not None
    caret.move(LINES, "left", 3)
    assert (caret.anchor, caret.span) == (None, None)


@pytest.mark.parametrize(
    ("begun", "ended", "selected"),
    [
        (at("ld mill"), at("ill"), "old mill"),
        (at("ill"), at("ld mill"), "old mill"),
        (at("mill"), at("mill"), "mill"),
        (at(" mill"), at(" mill"), ""),
        (at(" mill"), at("ill"), " mill"),
        (at("old"), at(" mill"), "old"),
        (at("old"), at("mill"), "old "),
        (at("old"), at("ill"), "old mill"),
        (0, len(TEXT), TEXT),
    ],
)
def test_a_drag_selects_whole_words_and_its_end_is_where_the_mouse_is(
    begun: int, ended: int, selected: str
) -> None:
    caret = Caret()
    caret.reach(LINES, begun, ended)
    span = caret.span or Span(caret.place, caret.place)
    assert TEXT[span.start : span.end] == selected
    assert caret.place == (span.end if ended >= begun else span.start)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_selection_is_told_from_its_first_to_its_last_character(start: int, end: int) -> None:
    caret = Caret()
    caret.choose(start, end)
    assert caret.place == end
    assert caret.span == (None if start == end else (min(start, end), max(start, end)))
    caret.put(start)
    assert (caret.place, caret.span) == (start, None)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(get_args(Step)), st.booleans()), max_size=12),
    st.integers(0, len(TEXT)),
)
def test_no_step_leaves_the_text_and_choosing_keeps_the_other_end(
    steps: list[tuple[Step, bool]], start: int
) -> None:
    caret = Caret()
    caret.put(start)
    anchor: int | None = None
    for step, choosing in steps:
        before = caret.place
        caret.move(LINES, step, 2, choosing=choosing)
        assert 0 <= caret.place <= len(TEXT)
        if not choosing:
            assert caret.anchor is None
        elif anchor is not None:
            assert caret.anchor == anchor
        else:
            assert caret.anchor is not None
            assert caret.anchor == before or (step == "word_right" and caret.anchor < before)
        anchor = caret.anchor


@pytest.mark.parametrize("step", get_args(Step))
def test_in_a_text_without_lines_no_step_changes_anything(step: Step) -> None:
    caret = Caret()
    caret.choose(1, 2)
    caret.move(Lines("", (), 20), step, 5)
    assert (caret.place, caret.anchor) == (2, 1)
