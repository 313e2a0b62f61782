"""Tokens: what is the same in any typography, and what is not."""

import pytest

from factcheck.revise.tokens import same_typeset, tokens

SAME = [
    ("“No,” he said.", '"No," he said.'),
    ("“No,” he said.", "«\u00a0No,\u00a0» he said."),
    ("‘No,’ he said.", "“No,” he said."),
    ("It’s here", "It's here"),
    ("Harran—who spoke", "Harran – who spoke"),
    ("Harran—who spoke", "Harran--who spoke"),
    ("Harran—who spoke", "Harran-who spoke"),
    ("1914–18", "1914-18"),
    ("10 km", "10\u00a0km"),
    ("a  b\nc", "a b c"),
    ("co\u00adoperate", "cooperate"),
    ("wait…", "wait..."),
    ("wait. . .", "wait…"),
    ("ﬁne ﬂour", "fine flour"),
    ("CO₂", "CO2"),
    ("30%", "30 %"),
    ("cafe\u0301", "café"),
    ("in\u200bside", "inside"),
    ("\x1b[31mred", "[31mred"),
    ("wrote “10.1” in", 'wrote "10.1" in'),
]

DIFFERENT = [
    ("10²", "102"),
    ("-5 degrees", "5 degrees"),
    ("3.5", "35"),
    ("1,000", "1.000"),
    ("man-eating shark", "man – eating shark"),
    ("resign", "re-sign"),
    ("apart", "a part"),
    ("5m", "5 m"),
    ("5'", '5"'),
    ("don’t", "dont"),
    ("dogs’ owner", "dog’s owner"),
    ("White House", "white house"),
    ("He left.", "He left?"),
    ("the men, who fled", "the men who fled"),
    ("$5", "€5"),
    ("A4", "A 4"),
    ("2½", "21/2"),
]


def _alike(one: str, other: str) -> bool:
    first, second = tokens(one), tokens(other)
    return first.keys == second.keys and same_typeset(first.kinds, second.kinds)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_makes_no_other_token(one: str, other: str) -> None:
    assert _alike(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_means_something_else_is_another_token(one: str, other: str) -> None:
    assert not _alike(one, other)


def test_tokens_stand_where_they_say() -> None:
    text = "  “It’s \u202ebill 🌊 10\u00a0000 — done…”"
    found = tokens(text)
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == [
        "“", "It’s", "\u202e", "bill", "🌊", "10", "000", "—", "done", "…", "”",
    ]  # fmt: skip


KINDS = [
    ("man-eating", "man:w –:h eating:w"),
    ("man -eating", "man:w –:h eating:w"),
    ("man- eating", "man:w –:h eating:w"),
    ("man - eating", "man:w –:d eating:w"),
    ("man-- eating", "man:w –:d eating:w"),
    ("man --eating", "man:w –:d eating:w"),
    ("man— eating", "man:w –:d eating:w"),
    ("man—eating", "man:w –:e eating:w"),
    ("man--eating", "man:w –:e eating:w"),
    ("man -", "man:w –:d"),
    ("man-", "man:w –:h"),
    ("- man", "–:d man:w"),
    ("-man", "–:h man:w"),
    ("-5", "−:m 5:n"),
    ("a -5", "a:w −:m 5:n"),
    ("a-5", "a:w –:h 5:n"),
    ("(-5", "(:m −:m 5:n"),
    (")-5", "):m –:h 5:n"),
    ("%-5", "%:m –:h 5:n"),
    ("]-5", "]:m –:h 5:n"),
    ("a --5", "a:w –:d 5:n"),
    ("4-5", "4:n –:e 5:n"),
    ("4-x", "4:n –:h x:w"),
    ("5'", "5:n ':q"),
    ("'5", "“:q 5:n"),
    ("x' '", "x:w “:q “:q"),
    ('5"', "5:n “:q"),
    ("wait ... . now", "wait:w …:m now:w"),
    ("wait..", "wait:w .:m .:m"),
    ("it’s", "it's:w"),
    ("5m 1,000.5x 10/12", "5m:n 1,000.5x:n 10/12:n"),
    ("3'000s", "3:n ':q 000s:n"),
]


@pytest.mark.parametrize(("text", "said"), KINDS)
def test_each_token_has_the_key_and_kind_of_what_it_is(text: str, said: str) -> None:
    found = tokens(text)
    assert " ".join(f"{key}:{kind}" for key, kind in zip(found.keys, found.kinds, strict=True)) == said


def test_a_stretch_of_a_text_has_the_tokens_that_it_has_there() -> None:
    text = "one two-three 5' four"
    whole, part = tokens(text), tokens(text, 4, 16)
    inside = [place for place, start in enumerate(whole.starts) if 4 <= start < 16]
    assert part.keys == [whole.keys[place] for place in inside]
    assert part.kinds == "".join(whole.kinds[place] for place in inside)
    assert part.starts == [whole.starts[place] for place in inside]
