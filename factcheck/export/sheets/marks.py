"""The draft cut where claims begin and end, so that every stretch knows the claims that it belongs to."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim
from factcheck.model import Block


class Stretch(NamedTuple):
    """Words of the draft inside the same claims from start to end."""

    text: str
    claims: tuple[SheetClaim, ...]
    """The claims that hold these words, the widest first; empty for words of no claim."""
    begins: tuple[SheetClaim, ...]
    """Those of them whose first words these are."""


class MarkedBlock(NamedTuple):
    """A block of the draft with its stretches and the claims that begin in it."""

    block: Block
    stretches: tuple[Stretch, ...]
    claims: tuple[SheetClaim, ...]


class _Part(NamedTuple):
    start: int
    end: int
    order: int
    claim: SheetClaim


def marked_blocks(sheet: ClaimSheet) -> Iterator[MarkedBlock]:
    """The draft block by block, each cut at the borders of claims; lost claims stand nowhere."""
    parts = sorted(_parts(claim for claim in sheet.claims if not claim.lost))
    at = 0
    held: list[_Part] = []
    seen: set[int] = set()
    for block in sheet.draft.blocks:
        held = [part for part in held if part.end > block.start]
        while at < len(parts) and parts[at].start < block.end:
            held.append(parts[at])
            at += 1
        stretches = tuple(_stretches(sheet.draft.text, block, held, seen))
        begun = tuple(claim for stretch in stretches for claim in stretch.begins)
        yield MarkedBlock(block, stretches, begun)


def _parts(claims: Iterable[SheetClaim]) -> Iterator[_Part]:
    for order, claim in enumerate(claims):
        for start, end in claim.parts or ((claim.start, claim.end),):
            if end > start:
                yield _Part(start, end, order, claim)


def _stretches(text: str, block: Block, parts: list[_Part], seen: set[int]) -> Iterator[Stretch]:
    """The stretches of one block; `seen` collects the claims that have begun."""
    inside = [part for part in parts if part.end > block.start]
    edges = {block.start, block.end}
    starting: dict[int, list[_Part]] = {}
    for part in inside:
        start = max(part.start, block.start)
        edges.update((start, min(part.end, block.end)))
        starting.setdefault(start, []).append(part)
    going: list[_Part] = []
    for start, end in pairwise(sorted(edges)):
        going = [part for part in going if part.end > start] + starting.get(start, [])
        widest_first = sorted(going, key=lambda part: (part.claim.start - part.claim.end, part.order))
        claims = {part.order: part.claim for part in widest_first}
        begins = tuple(claim for order, claim in claims.items() if order not in seen)
        seen.update(claims)
        yield Stretch(text[start:end], tuple(claims.values()), begins)
