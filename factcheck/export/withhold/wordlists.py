"""The word lists of this room: one entry a line, `#` before the lines that say where a list is from."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "words"

_GRAMMAR = frozenset("dcpowqtxbBhDHizaurR")
"""Tags of words that sentences are built with: articles, pronouns, prepositions…"""

_MODAL = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of a list."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


class _Known(NamedTuple):
    """What the splitter's lists know of words and names."""

    tags: dict[str, str]
    first_names: frozenset[str]
    words_too: frozenset[str]
    """First names that are other words as well."""
    places: frozenset[str]


@cache
def _known() -> _Known:
    # With the splitter, 150 ms: a desk whose sources may all be named does not need it.
    from factcheck.split.people.name_lists import MEN, PLACES, SOFT_FIRST, WOMEN
    from factcheck.split.words.word_tags import word_tags

    return _Known(word_tags(), MEN | WOMEN, SOFT_FIRST, PLACES)


@cache
def is_ordinary(word: str) -> bool:
    """Whether a folded word, small letters, is also an English word that means nobody, or several of them."""
    return any(
        form in words_of("ordinary") or form in _known().tags or form.capitalize() in _known().words_too
        for form in (word, word.removesuffix("s"))
    )


@cache
def is_first_name(word: str) -> bool:
    """Whether a folded word is a first name that many people have."""
    return word.capitalize() in _known().first_names


@cache
def is_shared(word: str) -> bool:
    """Whether a folded word may stand for something or somebody else: a word, a place, a first name."""
    return is_ordinary(word) or is_first_name(word) or word.capitalize() in _known().places


@cache
def is_grammar(word: str) -> bool:
    """Whether it is a word that every text is full of and that is hardly ever a name: “an”, “so”, “he”."""
    return _known().tags.get(word, " ") in _GRAMMAR


def is_modal(word: str) -> bool:
    """Whether it is a verb like “will” and “may”, in every text too, but names as well."""
    return word in _MODAL
