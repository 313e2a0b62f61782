"""A quotation mark that is never closed."""

from collections.abc import Iterator

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span

_CURLY = "“«„"
_STRAIGHT = '"'
_SHOWN = 40
"""Characters shown behind the mark."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """A double mark that opens where the paragraph, and what carries it on, end without one that closes it.

    Straight marks do not say whether they open, so only a paragraph with an odd number of them counts, and
    not where a neighbouring paragraph has an odd number too: that is one quotation over both.
    """
    done = set()
    for quotation in draft.quotations:
        place = quotation.block
        if quotation.closed or quotation.continued or place in done:
            continue
        mark = draft.text[quotation.start]
        if mark not in _CURLY and (mark != _STRAIGHT or not _alone(draft, place)):
            continue
        done.add(place)
        end = draft.blocks[place].end
        first = Span(quotation.start, min(end, quotation.start + _SHOWN))
        if first.end == first.start + 1:
            first = Span(max(draft.blocks[place].start, quotation.start - _SHOWN), end)
        yield LintMark(
            rule=LintRule.OPEN_QUOTE,
            message=f"A quotation mark in {quoted(draft.text, first)} has no partner in its paragraph.",
            first=first,
            second=Span(max(first.start, end - 1), end),
        )


def _alone(draft: Reading, place: int) -> bool:
    """Whether the block has an odd number of straight marks and its neighbours do not."""
    if not _odd(draft, place):
        return False
    return not any(_odd(draft, other) for other in (place - 1, place + 1) if 0 <= other < len(draft.blocks))


def _odd(draft: Reading, place: int) -> bool:
    block = draft.blocks[place]
    return draft.text.count(_STRAIGHT, block.start, block.end) % 2 == 1
