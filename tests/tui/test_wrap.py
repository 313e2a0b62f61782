"""How a draft is laid out, and how a cursor walks through it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model import DraftBlock
from factcheck.text import normalise
from factcheck.tui.words.caret import Caret
from factcheck.tui.words.wrap import Lines

_WORDS = st.sampled_from(
    [
        "ferry",
        "the",
        "“quoted”",
        "日本語",
        "👨‍👩‍👧‍👦",
        "é",
        "e\u0301",
        "\u202eevil",
        "a" * 30,
        "—",
        "\x1b[31m",
        "שלום",
        "\u00ad",
    ]
)
_PARAGRAPHS = st.lists(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4)


def lines_of(paragraphs: list[str], width: int) -> tuple[str, Lines]:
    """Paragraphs laid out, and the text that they make."""
    parts = [normalise(paragraph) for paragraph in paragraphs]
    text = "\n\n".join(parts)
    blocks, place = [], 0
    for part in parts:
        blocks.append(DraftBlock("paragraph", place, place + len(part), 0))
        place += len(part) + 2
    return text, Lines(text, blocks, width)


@settings(max_examples=60, deadline=None)
@given(paragraphs=_PARAGRAPHS, width=st.integers(8, 40))
def test_every_word_stands_on_exactly_one_line_and_no_line_is_too_wide(
    paragraphs: list[str], width: int
) -> None:
    text, lines = lines_of(paragraphs, width)
    shown = "".join(
        text[lines.starts[n] : lines.ends[n]] for n in range(len(lines)) if lines.block_of[n] >= 0
    )
    assert "".join(shown.split()) == "".join(text.split())
    assert all(
        cell_len(lines.shown[lines.starts[n] : lines.ends[n]]) <= max(8, width) for n in range(len(lines))
    )
    assert len(lines.shown) == len(text)


@settings(max_examples=60, deadline=None)
@given(paragraphs=_PARAGRAPHS, width=st.integers(8, 40))
def test_stepping_through_a_draft_and_back_passes_the_same_places(paragraphs: list[str], width: int) -> None:
    _, lines = lines_of(paragraphs, width)
    there = [lines.starts[0]]
    while (place := lines.step(there[-1], 1)) != there[-1]:
        there.append(place)
    back = [there[-1]]
    while (place := lines.step(back[-1], -1)) != back[-1]:
        back.append(place)
    assert there == sorted(set(there))
    assert back[-1] == there[0]


def test_a_family_emoji_is_one_step() -> None:
    _, lines = lines_of(["a👨‍👩‍👧‍👦b"], 20)
    assert lines.step(1, 1) == 8


def test_a_column_and_a_place_are_two_names_of_the_same_character() -> None:
    text, lines = lines_of(["日本語 text with words"], 12)
    for place in range(len(text.rstrip())):
        line = lines.line_of(place)
        if place < lines.ends[line]:
            assert lines.offset_at(line, lines.column_of(line, place)) == place


def test_up_and_down_keep_to_the_column_and_step_over_the_empty_lines() -> None:
    _, lines = lines_of(["one two three", "four", "five six seven"], 40)
    caret = Caret()
    caret.put(8)
    caret.move(lines, "down", 10)
    assert caret.place == lines.ends[2]
    caret.move(lines, "down", 10)
    assert caret.place == lines.starts[4] + 8
    caret.move(lines, "up", 10)
    caret.move(lines, "up", 10)
    assert caret.place == 8


def test_selecting_takes_whole_words_each_way() -> None:
    text, lines = lines_of(["The company, North Line, lost money"], 20)
    caret = Caret()
    caret.put(text.index("pany"))
    caret.move(lines, "word_right", 10, choosing=True)
    assert text[slice(*caret.span or (0, 0))] == "company"
    caret.move(lines, "word_right", 10, choosing=True)
    caret.move(lines, "word_right", 10, choosing=True)
    assert text[slice(*caret.span or (0, 0))] == "company, North Line"
    caret.move(lines, "word_left", 10, choosing=True)
    assert text[slice(*caret.span or (0, 0))] == "company, North "


def test_a_drag_takes_whole_words_whichever_way_it_goes() -> None:
    text, lines = lines_of(["The company, North Line, lost money"], 20)
    for begun, ended in ((text.index("rth"), text.index("ine")), (text.index("ine"), text.index("rth"))):
        caret = Caret()
        caret.reach(lines, begun, ended)
        assert text[slice(*caret.span or (0, 0))] == "North Line"


def test_a_text_without_blocks_has_no_lines_and_nothing_breaks() -> None:
    lines = Lines("", (), 20)
    caret = Caret()
    for step in ("left", "right", "up", "down", "word_left", "word_right", "home", "end"):
        caret.move(lines, step, 5)
    assert caret.place == 0
