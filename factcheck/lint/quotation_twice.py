"""A quotation used twice with different words."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.text import folded

_SHORTEST = 6
"""Words of the shortest quotation that nobody says twice by chance."""
_LIKE = 0.75
"""Share of words in common from which two quotations are the same one."""
_RUN = 4
"""Neighbouring words that they must share, to be compared at all."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """The same words quoted in the text and in a pull quote or caption, not letter for letter."""
    said = []
    for quotation in draft.quotations:
        words = (
            folded(draft.text[quotation.inner_start : quotation.inner_end])
            .replace(",", " ")
            .replace(".", " ")
            .split()
        )
        if quotation.depth == 0 and len(words) >= _SHORTEST:
            said.append((words, quotation.inner))
    runs: dict[tuple[str, ...], int] = {}
    for place, (words, span) in enumerate(said):
        met = set()
        for at in range(len(words) - _RUN + 1):
            run = tuple(words[at : at + _RUN])
            other = runs.setdefault(run, place)
            if other != place and other not in met:
                met.add(other)
                if _differs(said[other][0], words):
                    yield _mark(draft, said[other][1], span)


def _differs(one: list[str], other: list[str]) -> bool:
    """Whether two quotations are the same one with other words; one that is a piece of the other is not."""
    short, long = sorted((one, other), key=len)
    if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
        return False
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return shared >= _LIKE * len(short)


def _mark(draft: Reading, first: Span, second: Span) -> LintMark:
    return LintMark(
        rule=LintRule.QUOTATION_TWICE,
        message=f"{quoted(draft.text, first)} is quoted again as {quoted(draft.text, second)}.",
        first=first,
        second=second,
    )
