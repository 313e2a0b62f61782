"""The rule by which annotation software finds a quotation again in a changed page, for comparison.

It is the one of field study E1: exact occurrences first, and if there is one no others are looked for; else
the nearest ones with at most `min(256, half the length)` errors. Each is scored (50·quotation + 20·words
before + 20·words after + 2·place) / 92 and the best one wins, however low. What is attached keeps its mark.
"""

from typing import NamedTuple

CONTEXT = 32
"""Characters kept of what stands before and after."""
_MOST = 12
"""Nearest occurrences that are scored."""


class Anchor(NamedTuple):
    """Where a quotation was found."""

    start: int
    end: int
    score: float


def anchored(old: str, start: int, end: int, new: str) -> Anchor | None:
    """Where the words `old[start:end]` are found in a new text; None when they are nowhere."""
    quote = old[start:end]
    before, after = old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT]
    found = _exact(quote, new)
    exact = bool(found)
    if not exact:
        found = _near(quote, new, min(256, len(quote) // 2))
    best: Anchor | None = None
    for low, high, errors in found:
        score = (
            50 * (1 - errors / len(quote))
            + 20 * _likeness(before, new[max(0, low - len(before)) : low])
            + 20 * _likeness(after, new[high : high + len(after)])
            + 2 * (1 - abs(low - start) / max(1, len(new)))
        ) / 92
        if best is None or score > best.score:
            best = Anchor(low, high, score)
    return best


def _exact(quote: str, text: str) -> list[tuple[int, int, int]]:
    found, place = [], text.find(quote)
    while place >= 0:
        found.append((place, place + len(quote), 0))
        place = text.find(quote, place + 1)
    return found


def _near(quote: str, text: str, most: int) -> list[tuple[int, int, int]]:
    """Occurrences with the fewest errors: where they end, then where they begin."""
    ends = [(errors, end) for end, errors in _ends(quote, text) if errors <= most]
    if not ends:
        return []
    least = min(ends)[0]
    found = []
    for errors, end in sorted(ends):
        if errors > least or len(found) == _MOST:
            break
        low = max(0, end - len(quote) - most)
        backwards = text[low:end][::-1]
        back = min(_ends(quote[::-1], backwards, anchored=True), key=lambda pair: pair[1], default=(0, 0))
        found.append((end - back[0], end, errors))
    return found


def _ends(quote: str, text: str, *, anchored: bool = False) -> list[tuple[int, int]]:
    """For each place of text the errors of the best occurrence of quote that ends there (by bit vectors)."""
    size = len(quote)
    masks: dict[str, int] = {}
    for index, letter in enumerate(quote):
        masks[letter] = masks.get(letter, 0) | 1 << index
    full, top = (1 << size) - 1, 1 << (size - 1)
    plus, minus, errors = full, 0, size
    found = []
    for place, letter in enumerate(text):
        equal = masks.get(letter, 0)
        vertical = equal | minus
        diagonal = (((equal & plus) + plus) ^ plus) | equal
        gain = minus | ~(diagonal | plus) & full
        loss = plus & diagonal
        errors += bool(gain & top) - bool(loss & top)
        gain = (gain << 1 | anchored) & full
        loss = loss << 1 & full
        plus = loss | ~(vertical | gain) & full
        minus = gain & vertical
        found.append((place + 1, errors))
    return found


def _likeness(one: str, other: str) -> float:
    if not one and not other:
        return 1.0
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)
