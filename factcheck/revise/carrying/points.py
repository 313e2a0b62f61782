"""Check points carried along with a claim whose words changed in typography only, or in part."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.revise.changes.classify import segments
from factcheck.revise.changes.diff import one_block


class CarriedPoint(NamedTuple):
    """Where a check point stands in the new words of its claim."""

    id: int
    offset: int
    """Code points from the start of the claim."""
    text: str


def carried_points(before: str, after: str, points: Iterable[tuple[int, int, str]]) -> Iterator[CarriedPoint]:
    """The points whose words stand in the new wording as they were, typography aside.

    Args:
        before: the claim's old words.
        after: its new ones.
        points: id, offset in the old words and text of each check point.
    """
    old, new = one_block(before), one_block(after)
    gone: set[int] = set()
    shift: dict[int, int] = {}
    at, to = 0, 0
    for segment in segments(old, (0, len(old.tokens.keys)), new, (0, len(new.tokens.keys))):
        shift.update((token, to - at) for token in range(at, segment.old[0]))
        gone.update(range(*segment.old))
        at, to = segment.old[1], segment.new[1]
    shift.update((token, to - at) for token in range(at, len(old.tokens.keys)))
    for key, offset, text in points:
        first, last = old.inside(offset, offset + len(text))
        same = first < last and gone.isdisjoint(range(first, last)) and shift[first] == shift[last - 1]
        if same:
            span = new.span(first + shift[first], last + shift[first])
            yield CarriedPoint(key, span.start, after[span.start : span.end])
