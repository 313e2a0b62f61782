"""How much of a draft stands in a claim or in a passage set aside, counted in words."""

from collections.abc import Iterable, Sequence

from factcheck.model import Block, Span
from factcheck.text import WORD


def coverage(text: str, blocks: Sequence[Block], spans: Iterable[Span]) -> tuple[int, int]:
    """Words of the blocks, and how many of them do not begin in a gap between the spans."""
    total = sum(len(WORD.findall(text, start, end)) for start, end in _runs(text, blocks))
    missed = 0
    ordered = sorted(spans)
    turn = 0
    for block in blocks:
        reach = block.start
        while turn < len(ordered) and ordered[turn].start < block.end:
            missed += _words(text, reach, ordered[turn].start)
            reach = max(reach, ordered[turn].end)
            turn += 1
        missed += _words(text, reach, block.end)
    return total, total - missed


def _runs(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Stretches of blocks with nothing but white space between them."""
    runs: list[Span] = []
    for block in blocks:
        if runs and not text[runs[-1].end : block.start].strip():
            runs[-1] = Span(runs[-1].start, block.end)
        else:
            runs.append(Span(block.start, block.end))
    return runs


def _words(text: str, start: int, end: int) -> int:
    """Words between two spans; mostly there is only a blank."""
    if start >= end or text[start:end].isspace():
        return 0
    return len(WORD.findall(text, start, end))
