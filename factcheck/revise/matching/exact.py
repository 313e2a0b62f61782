"""Units of two drafts (blocks, then sentences) that hold the same words, each used once."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Signature = tuple[int, ...]
"""The words of a unit as numbers, letter case and marks left out; empty when it has none."""


class Pairs:
    """Which unit of the older draft is which unit of the newer one.

    Attributes:
        new_of: for each old unit its new one, or None.
        old_of: for each new unit its old one, or None.
    """

    def __init__(self, old: int, new: int) -> None:
        self.new_of: list[int | None] = [None] * old
        self.old_of: list[int | None] = [None] * new

    def join(self, old: int, new: int) -> None:
        """Make two units one."""
        self.new_of[old] = new
        self.old_of[new] = old


def pair_equal(
    old: Sequence[Signature], new: Sequence[Signature], pairs: Pairs
) -> list[tuple[list[int], list[int]]]:
    """Pair free units of equal words; what stays ambiguous is returned, not guessed.

    What is single on both sides is paired wherever it stands; repeated units go by their neighbours, then
    by the gap between pairs that they stand in. Left over are groups of equal units whose numbers differ
    and which nothing tells apart.

    Args:
        old: words of each unit of the older draft.
        new: words of each unit of the newer one.
        pairs: what is paired already; joined to.
    """
    places = _places(old, new, pairs)
    for before, after in places.values():
        if len(before) == len(after) == 1:
            pairs.join(before[0], after[0])
    _extend(old, new, pairs)
    left = _places(old, new, pairs)
    if not left:
        return []
    _pair_in_gaps(left.values(), pairs)
    ambiguous = []
    for before, after in _places(old, new, pairs).values():
        if len(before) == len(after):
            for one, other in zip(before, after, strict=True):
                pairs.join(one, other)
        else:
            ambiguous.append((before, after))
    return ambiguous


def _places(
    old: Sequence[Signature], new: Sequence[Signature], pairs: Pairs
) -> Mapping[Signature, tuple[list[int], list[int]]]:
    """For words that free units of both drafts hold: where."""
    after: dict[Signature, list[int]] = defaultdict(list)
    for index, words in enumerate(new):
        if words and pairs.old_of[index] is None:
            after[words].append(index)
    found: dict[Signature, tuple[list[int], list[int]]] = {}
    for index, words in enumerate(old):
        if words and pairs.new_of[index] is None and words in after:
            found.setdefault(words, ([], after[words]))[0].append(index)
    return found


def _extend(old: Sequence[Signature], new: Sequence[Signature], pairs: Pairs) -> None:
    """Pair equal units that stand right beside paired ones."""
    for step in (1, -1):
        order = range(len(old)) if step > 0 else range(len(old) - 1, -1, -1)
        for index in order:
            partner = pairs.new_of[index]
            if partner is None:
                continue
            one, other = index + step, partner + step
            if (
                0 <= one < len(old)
                and 0 <= other < len(new)
                and old[one]
                and old[one] == new[other]
                and pairs.new_of[one] is None
                and pairs.old_of[other] is None
            ):
                pairs.join(one, other)


def _pair_in_gaps(groups: Iterable[tuple[list[int], list[int]]], pairs: Pairs) -> None:
    """Pair equal units that stand between the same pairs, in order."""
    spine = Spine(pairs, [1] * len(pairs.new_of))
    for before, after in groups:
        by_gap: dict[int, list[int]] = defaultdict(list)
        for place in after:
            by_gap[spine.gap_of_new(place)].append(place)
        for index in before:
            here = by_gap[spine.gap_of_old(index)]
            if here:
                pairs.join(index, here.pop(0))


class Spine:
    """The heaviest chain of pairs that stand in the same order in both drafts; all others have moved.

    Attributes:
        olds: old units of the chain, in order.
        news: their new ones.
    """

    def __init__(self, pairs: Pairs, weights: Sequence[int]) -> None:
        self.olds, self.news = _heaviest_chain(
            [(index, new) for index, new in enumerate(pairs.new_of) if new is not None], weights
        )
        self._members = frozenset(self.olds)

    def holds(self, old: int) -> bool:
        """Whether an old unit kept its place among the others."""
        return old in self._members

    def gap_of_old(self, old: int) -> int:
        """Which gap of the chain an old unit stands in: the number of chain units up to it."""
        return bisect_right(self.olds, old)

    def gap_of_new(self, new: int) -> int:
        """Which gap of the chain a new unit stands in."""
        return bisect_right(self.news, new)


def _heaviest_chain(points: Sequence[tuple[int, int]], weights: Sequence[int]) -> tuple[list[int], list[int]]:
    """The chain of points, rising on both sides, whose old units weigh most together."""
    size = max((new for _, new in points), default=-1) + 1
    # A tree of running maxima over the new side: best[k] = (weight, point) of chains that end below k.
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    for number, (old, new) in enumerate(points):
        weight, last = 0, -1
        place = new
        while place > 0:
            if best[place] > (weight, last):
                weight, last = best[place]
            place &= place - 1
        before.append(last)
        entry = (weight + weights[old], number)
        place = new + 1
        while place <= size:
            if entry > best[place]:
                best[place] = entry
            place += place & -place
    weight, last = 0, -1
    place = size
    while place > 0:
        if best[place] > (weight, last):
            weight, last = best[place]
        place &= place - 1
    chain: list[tuple[int, int]] = []
    while last >= 0:
        chain.append(points[last])
        last = before[last]
    chain.reverse()
    return [old for old, _ in chain], [new for _, new in chain]
