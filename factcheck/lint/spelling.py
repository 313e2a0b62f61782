"""A name spelt in two ways."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.vocabulary import CheckKind, LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.people.name_lists import OFFICES, TITLE_WORDS
from factcheck.split.words.word_tags import word_tags

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 5
"""Letters of the shortest name that one changed letter does not make another name."""


class _Place(NamedTuple):
    span: Span
    introduced: bool
    """Whether a first name stands before it."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """A name that stands once, and differs by a letter from one that is better established in the piece.

    Established: it stands at least twice, or with a first name where the other never does.
    """
    places = _names(draft)
    small = frozenset(
        word for words in draft.words for word, tag in zip(words.words, words.tags, strict=True) if tag != "N"
    )
    for rare, (place, *more) in places.items():
        if more or place.introduced or rare.lower() in small or rare.lower() in word_tags():
            continue
        for other, others in places.items():
            established = len(others) > 1 or others[0].introduced
            if established and _alike(rare, other) and other.lower() not in small:
                second = others[0].span
                yield LintMark(
                    rule=LintRule.SPELLING,
                    message=f"{quoted(draft.text, place.span)} is {quoted(draft.text, second)} elsewhere.",
                    first=place.span,
                    second=second,
                )
                break


def _names(draft: Reading) -> dict[str, list[_Place]]:
    """Words of persons' and bodies' names with every place where they stand, in order."""
    named: dict[str, list[_Place]] = {}
    wanted = {
        word
        for claim in draft.split.claims
        for point in claim.check_points
        if point.kind in (CheckKind.NAME, CheckKind.TITLE)
        for word in _WORD.findall(point.text)
        if len(word) >= _SHORTEST and word[0].isupper()
    }
    for words in draft.words:
        for index, tag in enumerate(words.tags):
            if tag != "N":
                continue
            start, end = words.starts[index], words.ends[index]
            word = draft.text[start:end]
            if word in wanted:
                before = words.words[index - 1] if index and words.tags[index - 1] == "N" else ""
                known = bool(before) and before not in OFFICES and before.capitalize() not in TITLE_WORDS
                named.setdefault(word, []).append(_Place(Span(start, end), known))
    return named


def _alike(one: str, other: str) -> bool:
    """Return whether two names differ by one letter, added, dropped, doubled or swapped; not by an ending."""
    short, long = sorted((one, other), key=len)
    if one[0] != other[0] or len(long) - len(short) > 1:
        return False
    place = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if place >= len(short) and long[-1] in "aeinsyx":
        return False
    if len(short) == len(long):
        swapped = short[:place] + short[place + 1 : place + 2] + short[place : place + 1] + short[place + 2 :]
        changed = short[place + 1 :] == long[place + 1 :]
        return swapped == long or (
            changed and short[place] in _VOWELS and long[place] in _VOWELS and place < len(short) - 2
        )
    return short[place:] == long[place + 1 :] and (
        long[place] in (long[place - 1 : place], long[place + 1 : place + 2], "h", "c", "e")
    )


_VOWELS = "aeiouy"
