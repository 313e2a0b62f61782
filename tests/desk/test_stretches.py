"""Stretches of text: what is left, what is shared, what is a word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.desk.cuts.spans import joined, overlap, trimmed, whole_words, within, without
from factcheck.model import Span

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=6
)


def places(stretches: list[Span]) -> set[int]:
    return {place for start, end in stretches for place in range(start, end)}


@given(spans, spans)
def test_stretches_are_sets_of_places(first: list[Span], second: list[Span]) -> None:
    assert places(joined(first)) == places(first)
    assert places(without(first, second)) == places(first) - places(second)
    assert overlap(first, second) == bool(places(first) & places(second))
    assert places(within(first, Span(10, 20))) == places(first) & set(range(10, 20))


@given(spans)
def test_joined_stretches_are_in_order_and_apart(stretches: list[Span]) -> None:
    result = joined(stretches)
    assert all(a.end < b.start for a, b in pairwise(result))


@given(st.text(alphabet="ab 1,’\n.é", min_size=1, max_size=30), st.data())
def test_whole_words_cut_no_word_and_lose_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    got = whole_words(text, Span(start, end))
    assert text[got.start : got.end].strip() == text[got.start : got.end]
    kept = trimmed(text, Span(start, end))
    assert got.start <= kept.start
    assert kept.end <= got.end
    for edge in (got.start, got.end):
        if 0 < edge < len(text) and got.start < got.end:
            assert not (text[edge - 1].isalnum() and text[edge].isalnum())
