"""Text as tokens to compare: a word, number or mark has one key in whatever typography it is set."""

import re
import unicodedata
from typing import NamedTuple

from factcheck.text import RAISED_FIGURES

_CONTROLS = "".join(map(chr, [*range(9), *range(14, 28), *range(0x7F, 0x85), *range(0x86, 0xA0)]))
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f" + _CONTROLS
"""Characters that print nothing: soft hyphen, zero widths, joiners, variation selectors, controls."""
_JOINS = _UNSEEN + "\u0300-\u036f"
"""What may stand inside a word without ending it; accents as letters of their own among them."""
_APOSTROPHES = "'’ʼ‘`´′"
_HYPHENS = "-‐‑﹣－"
_DASHES = _HYPHENS + "‒–—―−⸺⸻"

_TOKEN = re.compile(
    rf"""(?P<number>\d+(?:[.,:/]\d+)*(?:[⁺⁻₊₋][⁰¹²³⁴-⁹₀-₉]+)?[\w{_JOINS}]*(?:[{_APOSTROPHES}][^\W\d_]+)?)
    |(?P<word>\w[\w{_JOINS}]*(?:[{_APOSTROPHES}]\w[\w{_JOINS}]*)*)
    |(?P<ellipsis>(?:\.(?:[ \u00a0]?\.){{2}}|…)(?:[ \u00a0]?[.…])*)
    |(?P<quote>''|``|,,|[“”„‟«»″〝〞＂"‘’‚‛′ʼ`´'‹›])
    |(?P<dash>[{_DASHES}]+)
    |(?P<mark>[^\s{_UNSEEN}])""",
    re.VERBOSE,
)

_WORD_TABLE = str.maketrans(dict.fromkeys(_UNSEEN) | dict.fromkeys(_APOSTROPHES, "'"))
_SINGLE = frozenset("‘’‚‛′ʼ`´'‹›")


class Kind:
    """One letter a kind, so that the kinds of a text are a string beside its tokens."""

    WORD = "w"
    NUMBER = "n"
    QUOTE = "q"
    TIGHT = "h"
    """A hyphen inside a compound: man-eating."""
    EITHER = "e"
    """A dash that is set tight where others set it wide: a tight em dash, or one in a range of figures."""
    WIDE = "d"
    """A dash with white space around it."""
    MARK = "m"
    """Any other sign."""


WORDS = frozenset(Kind.WORD + Kind.NUMBER)
"""Kinds that are words."""


class Tokens(NamedTuple):
    """The tokens of a text, side by side."""

    keys: list[str]
    """What each token says, typography aside; letters keep their case."""
    starts: list[int]
    ends: list[int]
    """Code points into the text."""
    kinds: str
    """A letter of `Kind` each."""


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    stop = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, stop):
        begin, finish = match.span()
        group = match.lastgroup
        words = match[0]
        if group == "word":
            key, kind = (words if words.isascii() and words.isalnum() else _word(words)), Kind.WORD
        elif group == "number":
            key, kind = _word(words), Kind.NUMBER
        elif group == "mark":
            key, kind = (words if words.isascii() else unicodedata.normalize("NFKC", words)), Kind.MARK
        elif group == "quote":
            key, kind = _quote(text, begin, words), Kind.QUOTE
        elif group == "dash":
            key, kind = _dash(text, begin, finish, words)
        else:
            key, kind = "…", Kind.MARK
        keys.append(key)
        starts.append(begin)
        ends.append(finish)
        kinds.append(kind)
    return Tokens(keys, starts, ends, "".join(kinds))


def _word(words: str) -> str:
    """The key of a word: compatibility form, plain apostrophes, nothing unseen."""
    plain = words.translate(_WORD_TABLE)
    if plain.isascii():
        return plain
    plain = RAISED_FIGURES.sub(r"^\g<0>", plain)
    return unicodedata.normalize("NFKC", plain)


def _quote(text: str, begin: int, words: str) -> str:
    """The key of a quotation mark: one for all, but for the single one behind a figure, which may be feet."""
    return "'" if words in _SINGLE and begin and text[begin - 1].isdigit() else "“"


def _dash(text: str, begin: int, end: int, words: str) -> tuple[str, str]:
    """Key and kind of a dash: minus signs apart, and compounds apart from dashes between words."""
    before = text[begin - 1] if begin else " "
    after = text[end] if end < len(text) else " "
    if after.isdigit() and not before.isalnum() and len(words) == 1 and before not in ")]%":
        return "−", Kind.MARK
    if before.isspace() or after.isspace():
        # “pre- and post-war”: a hyphen that hangs on its word is part of it.
        hangs = words[0] in _HYPHENS and len(words) == 1 and before.isspace() != after.isspace()
        return "–", Kind.TIGHT if hangs else Kind.WIDE
    if len(words) > 1 or words[0] not in _HYPHENS or (before.isdigit() and after.isdigit()):
        return "–", Kind.EITHER
    return "–", Kind.TIGHT


def same_typeset(first: str, second: str) -> bool:
    """Whether kinds of tokens with equal keys may stand for one another: man-eating is not man – eating."""
    if first == second:
        return True
    return all({a, b} != {Kind.TIGHT, Kind.WIDE} for a, b in zip(first, second, strict=True))
