"""Stretches of a draft: taking one from another, cutting at words; pure."""

import re
from collections.abc import Iterable, Sequence

from factcheck.model import Span
from factcheck.text import WORD


def word_spans(text: str) -> list[Span]:
    """Where the words of a text stand."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


def joined(stretches: Iterable[Span]) -> list[Span]:
    """Stretches in order, those that touch or overlap made one."""
    result: list[Span] = []
    for stretch in sorted(stretches):
        if result and stretch.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, stretch.end))
        elif stretch.start < stretch.end:
            result.append(stretch)
    return result


def without(stretches: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of stretches when others are taken out of them."""
    left = joined(stretches)
    for hole in joined(taken):
        kept: list[Span] = []
        for stretch in left:
            if hole.end <= stretch.start or stretch.end <= hole.start:
                kept.append(stretch)
                continue
            if stretch.start < hole.start:
                kept.append(Span(stretch.start, hole.start))
            if hole.end < stretch.end:
                kept.append(Span(hole.end, stretch.end))
        left = kept
    return left


def within(stretches: Iterable[Span], bounds: Span) -> list[Span]:
    """The parts of stretches that lie inside bounds."""
    clipped = (Span(max(start, bounds.start), min(end, bounds.end)) for start, end in stretches)
    return [stretch for stretch in clipped if stretch.start < stretch.end]


def overlap(first: Iterable[Span], second: Sequence[Span]) -> bool:
    """Whether two sets of stretches share a character."""
    return any(a.start < b.end and b.start < a.end for a in first for b in second)


def envelope(stretches: Sequence[Span]) -> Span:
    """From the first character of stretches to the last."""
    return Span(min(s.start for s in stretches), max(s.end for s in stretches))


def trimmed(text: str, stretch: Span) -> Span:
    """A stretch without white space at its edges; empty where there is nothing else."""
    words = text[stretch.start : stretch.end]
    start = stretch.start + len(words) - len(words.lstrip())
    return Span(start, max(start, stretch.end - (len(words) - len(words.rstrip()))))


def has_words(text: str, stretch: Span) -> bool:
    """Whether a stretch holds a letter or a digit."""
    return re.search(r"\w", text[stretch.start : stretch.end]) is not None


def whole_words(text: str, stretch: Span) -> Span:
    """A stretch widened to the words that it cuts, and trimmed."""
    start, end = trimmed(text, stretch)
    for word in WORD.finditer(text, max(0, start - 200), min(len(text), end + 200)):
        if word.start() < start < word.end():
            start = word.start()
        if word.start() < end < word.end():
            end = word.end()
    return Span(start, end)
