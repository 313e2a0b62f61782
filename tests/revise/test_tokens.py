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
