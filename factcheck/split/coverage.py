"""How much of a draft stands in a claim or in a passage set aside, counted in words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factcheck.model import Block, Span
from factcheck.text import WORD


def coverage(text: str, blocks: Sequence[Block], spans: Iterable[Span]) -> tuple[int, int]:
    """Words of the blocks, and how many of them begin inside one of the spans."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    total = covered = 0
    for block in blocks:
        for match in WORD.finditer(text, block.start, block.end):
            total += 1
            place = bisect_right(starts, match.start()) - 1
            covered += place >= 0 and ordered[place].end > match.start()
    return total, covered
