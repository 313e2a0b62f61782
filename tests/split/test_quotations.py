"""Quotation marks are paired as a reader pairs them, whatever their kind."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import BlockKind
from factcheck.model import Block
from factcheck.split.quotations.quotation_marks import Quotation, quotations


def found(text: str) -> list[Quotation]:
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"[^\n]+", text)
    ]
    return quotations(text, blocks)


def inner(text: str, depth: int = 0) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in found(text) if one.depth == depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said “yes” and “no”.", ["yes", "no"]),
        ('She said "yes" and "no".', ["yes", "no"]),
        ("She said ''yes'' and ``no''.", ["yes", "no"]),
        ("„Ja“, sagte er.", ["Ja"]),
        ("Il a dit « oui » hier.", ["oui"]),
        ("The 'Axis of Resistance' met.", ["Axis of Resistance"]),
        ("The workers' rights and the 'gig economy' of the '90s.", ["gig economy"]),
        ("It’s the dogs’ ‘home from home’.", ["home from home"]),
        ('He is 6\'2" tall and said "no".', ["no"]),
        ("“Yes,” he said. “No.”", ["Yes,", "No."]),
        ("Rock 'n' roll isn't dead.", []),
        ("“Yes. ” he said", ["Yes."]),
        ("He said “yes“ twice.", ["yes"]),
    ],
)
def test_marks_pair(text, words):
    assert inner(text) == words


def test_a_quotation_inside_another_is_nested():
    text = "“He told me ‘never again’ and left,” she said."
    assert inner(text) == ["He told me ‘never again’ and left,"]
    assert inner(text, 1) == ["never again"]


def test_a_quotation_over_paragraphs_is_opened_again_and_closed_once():
    first, second, third = found("“One.\n“Two.\n“Three.” And out.")
    assert (first.closed, first.continues, first.continued) == (False, False, True)
    assert (second.closed, second.continues, second.continued) == (False, True, True)
    assert (third.closed, third.continues, third.continued) == (True, True, False)


def test_an_opening_mark_without_a_partner_reaches_to_the_end_of_its_block():
    text = "He said, “I never\nThe next paragraph."
    (one,) = found(text)
    assert text[one.start : one.end] == "“I never"
    assert not one.closed
    assert not one.continued


def test_words_of_a_quotation_are_counted():
    assert [one.words for one in found("“Let’s go,” he said, “now.”")] == [2, 1]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .,“”\"'’‘«»`\n1"), max_size=60))
def test_spans_are_exact_and_in_order(text):
    ones = found(text)
    assert [one.start for one in ones] == sorted(one.start for one in ones)
    for one in ones:
        assert 0 <= one.start <= one.inner_start <= one.inner_end <= one.end <= len(text)
        assert "\n" not in text[one.start : one.end]


@pytest.mark.parametrize("unit", ["“", "”", '"', "'", " '", "“ ", "a' 'b ", "«»", '"a" ', "“‘"])
def test_long_runs_take_linear_time(unit):
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    found(text)
    assert time.process_time() - started < 20  # quadratic time would be minutes
