"""Raised and lowered words as plain text: Unicode's own signs where it has them all, else `^(…)` and `_(…)`.

10⁶ is not 106 and m² is not m2; a draft that loses the difference is a wrong number.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from factcheck.read.reading import has_words

RAISED, LOWERED = 1, -1
"""Levels of words above and below the line; those on it have none (0)."""

_RAISED_SIGNS = dict(
    zip(
        "0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
        strict=True,
    )
)
_LOWERED_SIGNS = dict(
    zip(
        "0123456789+-−–=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
_MARKS = {"TM": "™", "SM": "℠"}
_ORDINALS = frozenset(["st", "nd", "rd", "th", "d", "e", "er", "re", "ère", "eme", "ème", "nde"])
"""Endings of numbers, which are raised for beauty alone: 1st is what “1ˢᵗ” says."""
_NUMBER = re.compile(r"(?:\d|[IVXLCDM]{2,}|\b[IVX])\Z")
_TITLES = re.compile(r"(?:\bM(?:me|lle|mes|lles|gr|r|rs|s)|\bD(?:r|re)|\bSt|\bSte)\Z")
"""Titles whose letters are raised for beauty: Mme, Dr."""
_AS_THEY_ARE = frozenset("°′″*†‡§¶®©™℠ºª'’‘\"”“.,;:!?…/|•·")
"""Signs that say the same wherever they stand."""
_BRACKETED = re.compile(r"\[.*\]", re.DOTALL)
_LONGEST = 40
"""So many characters are words in small print and no index."""


class Levelled(NamedTuple):
    """Words that stand on one level."""

    text: str
    level: int = 0
    """`RAISED`, `LOWERED` or 0."""


class Stretch(NamedTuple):
    """Plain text, and which raised or lowered characters it stands for."""

    text: str
    start: int
    """Place of the first of them in the words as they stood."""
    end: int
    """One past the last; the same as start for signs that stand for none."""


def spelled(text: str, level: int, before: str) -> list[Stretch]:
    """Raised or lowered words as plain text, stretch by stretch.

    Args:
        text: the words.
        level: `RAISED` or `LOWERED`.
        before: what stands before them on the line.
    """
    whole = [Stretch(text, 0, len(text))]
    words = text.strip() if level else ""
    if not words or len(words) > _LONGEST or _is_plain(words, level, before):
        return whole
    start = len(text) - len(text.lstrip())
    end = start + len(words)
    if level == RAISED and words in _MARKS:
        inside = [Stretch(_MARKS[words], start, end)]
    else:
        signs = _RAISED_SIGNS if level == RAISED else _LOWERED_SIGNS
        if all(sign in signs or _is_placed(sign) for sign in words):
            return [Stretch("".join(signs.get(sign, sign) for sign in text), 0, len(text))]
        opens = "^(" if level == RAISED else "_("
        inside = [Stretch(opens, start, start), Stretch(words, start, end), Stretch(")", end, end)]
    return [Stretch(text[:start], 0, start), *inside, Stretch(text[end:], end, len(text))]


def joined(parts: Iterable[Levelled]) -> str:
    """Words in plain text; neighbours on one level are read as one."""
    line = ""
    whole: list[str] = []
    for level, group in groupby(parts, key=lambda part: part.level):
        text = "".join(part.text for part in group)
        line = "".join(stretch.text for stretch in spelled(text, level, line))
        whole.append(line)
    return "".join(whole)


class Words:
    """The words of a block while it is being read."""

    def __init__(self) -> None:
        self._parts: list[Levelled] = []

    def say(self, text: str, level: int = 0) -> None:
        """Add words that stand on a level."""
        if text:
            self._parts.append(Levelled(text, level))

    def take(self) -> str:
        """All of them in plain text; none are left."""
        parts, self._parts = self._parts, []
        return joined(parts)

    def has_any(self) -> bool:
        """Whether there is one that is more than an ornament."""
        return any(has_words(part.text) for part in self._parts)


def _is_plain(words: str, level: int, before: str) -> bool:
    """Whether words mean the same on the line: the end of an ordinal or a title, a mark in brackets."""
    if all(sign in _AS_THEY_ARE or _is_placed(sign) or sign.isspace() for sign in words):
        return True
    if _BRACKETED.fullmatch(words):
        return True
    if level == LOWERED or not words.isalpha():
        return False
    if words.lower() in _ORDINALS and _NUMBER.search(before):
        return True
    return _TITLES.search(before + words) is not None


def is_placed(text: str) -> bool:
    """Whether a sign in text is raised or lowered by itself."""
    return not text.isascii() and any(map(_is_placed, text))


def _is_placed(sign: str) -> bool:
    return unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))
