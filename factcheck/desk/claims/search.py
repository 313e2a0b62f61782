"""Searching in texts: all words somewhere, in any order and any case, whatever the quotes and dashes."""

from collections.abc import Sequence

from factcheck.text import folded


def search_words(search: str) -> list[str]:
    """The words that somebody looks for."""
    return _plain(search).split()


def matches(words: Sequence[str], text: str) -> bool:
    """Whether a text holds all the words."""
    plain = _plain(text)
    return all(word in plain for word in words)


def _plain(text: str) -> str:
    # Folding typography costs fifty times as much as case, and most texts hold none.
    return text.casefold() if text.isascii() else folded(text)
