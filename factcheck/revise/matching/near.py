"""Sentences whose words changed: which new one each became, also where one was split or two were joined."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.revise.matching.exact import Pairs, Signature, Spine

SHORT = 8
"""Sentences of fewer words are held to stricter rules: they look like many others."""

_LOCAL = 0.40
"""Likeness that is enough between the same neighbours."""
_ALONE = 0.28
"""The same, where one sentence went and one came between the same neighbours."""
_LOCAL_SHORT = 0.55
_FAR = 0.70
"""Likeness that a sentence needs which also moved."""
_MARGIN = 0.12
"""How much likelier a place has to be than the next one; nearer than that, a person is asked."""
_SHARE = 0.40
"""Share of a part's own words that has to come from the whole, where a sentence was split or joined."""
_GAIN = 0.6
"""How much of the smaller part has to be explained by taking it in, as a share of what it weighs."""
_COMMON = 40
"""Words in more free sentences than this suggest no candidates."""
_SMALL_GAP = 64
"""Pairs up to which every old sentence of a gap is compared with every new one."""
_CANDIDATES = 8


class Match(NamedTuple):
    """Old sentences that became new ones: one and one, one and two, or two and one."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    likeness: float
    """0 to 1."""
    local: bool
    """Whether they stand between the same neighbours, or beside the same one."""


class Asked(NamedTuple):
    """An old sentence that may have become one of several; a person says which."""

    old: int
    news: tuple[tuple[int, float], ...]
    """Candidates with their likeness, likeliest first."""


class Bags:
    """The words of sentences with weights: rare words tell more than common ones."""

    def __init__(self, old: Sequence[Signature], new: Sequence[Signature], dull: frozenset[int]) -> None:
        counts = Counter(word for words in (*old, *new) for word in words)
        self.weight = {
            word: (0.3 if word in dull else 1.0) / (1.0 + math.log(max(1.0, count / 2)))
            for word, count in counts.items()
        }

    def bag(self, words: Signature) -> dict[int, float]:
        """Words with their weights, repeated words added up."""
        found: dict[int, float] = {}
        for word in words:
            found[word] = found.get(word, 0.0) + self.weight[word]
        return found


def _shared(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(min(weight, other[word]) for word, weight in one.items() if word in other)


def _joined(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    found = dict(one)
    for word, weight in other.items():
        found[word] = found.get(word, 0.0) + weight
    return found


class Matcher:
    """Finds what became of the free old sentences among the free new ones.

    Args:
        old: words of all old sentences.
        new: words of all new sentences.
        pairs: what is paired already; it is not changed.
        spine: the chain of pairs that kept their order.
        dull: words that tell little wherever they stand.
        titles: for the sentences of both drafts whether they are headings: those go with their like.
    """

    def __init__(
        self,
        old: Sequence[Signature],
        new: Sequence[Signature],
        pairs: Pairs,
        spine: Spine,
        dull: frozenset[int],
        titles: tuple[Sequence[bool], Sequence[bool]],
    ) -> None:
        self._titles = titles
        self._old, self._new, self._pairs, self._spine = old, new, pairs, spine
        self._free_old = [i for i, words in enumerate(old) if words and pairs.new_of[i] is None]
        self._free_new = [j for j, words in enumerate(new) if words and pairs.old_of[j] is None]
        bags = Bags(old, new, dull)
        self._weight = bags.weight
        self._old_bag = {i: bags.bag(old[i]) for i in self._free_old}
        self._new_bag = {j: bags.bag(new[j]) for j in self._free_new}
        self._total_old = {i: sum(bag.values()) for i, bag in self._old_bag.items()}
        self._total_new = {j: sum(bag.values()) for j, bag in self._new_bag.items()}
        self._gap_old: dict[int, list[int]] = defaultdict(list)
        self._gap_new: dict[int, list[int]] = defaultdict(list)
        for i in self._free_old:
            self._gap_old[spine.gap_of_old(i)].append(i)
        for j in self._free_new:
            self._gap_new[spine.gap_of_new(j)].append(j)

    def matches(self) -> tuple[list[Match], list[Asked]]:
        """What became of them, and what is to be asked; all others are gone or new."""
        single = self._single()
        options = [*single.values(), *self._compounds(single)]
        options.sort(key=lambda one: (-self._rank(one), one.olds, one.news))
        by_old: dict[int, list[Match]] = defaultdict(list)
        by_new: dict[int, list[Match]] = defaultdict(list)
        for option in options:
            for i in option.olds:
                by_old[i].append(option)
            for j in option.news:
                by_new[j].append(option)
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        asked: dict[int, Asked] = {}
        found: list[Match] = []

        def is_free(option: Match) -> bool:
            return taken_old.isdisjoint(option.olds) and taken_new.isdisjoint(option.news)

        for option in options:
            if not is_free(option) or not asked.keys().isdisjoint(option.olds):
                continue
            if not option.local:
                # Changed and elsewhere: it may have moved, or be another one that looks like it.
                self._ask(option, (), asked)
                continue
            rivals = [
                other
                for key, table in ((option.olds, by_old), (option.news, by_new))
                for member in key
                for other in table[member]
                if is_free(other) and self._competes(option, other)
            ]
            if rivals and not self._order_decides(option, rivals):
                self._ask(option, rivals, asked)
                continue
            taken_old.update(option.olds)
            taken_new.update(option.news)
            found.append(option)
        return found, list(asked.values())

    def _single(self) -> dict[tuple[int, int], Match]:
        """Every pair of sentences that is like enough."""
        found = {}
        for i, j in self._candidates():
            total = self._total_old[i] + self._total_new[j]
            likeness = 2 * _shared(self._old_bag[i], self._new_bag[j]) / total if total else 0.0
            match = Match((i,), (j,), likeness, self._local(i, j))
            if likeness >= self._least(match):
                found[i, j] = match
        return found

    def _local(self, i: int, j: int) -> bool:
        """Whether two sentences stand between the same neighbours, or beside the same one that moved."""
        if self._spine.gap_of_old(i) == self._spine.gap_of_new(j):
            return True
        return any(
            0 <= i + step < len(self._old) and self._pairs.new_of[i + step] == j + step for step in (-1, 1)
        )

    def _least(self, match: Match) -> float:
        """Likeness that a match needs."""
        length = min(sum(len(self._old[i]) for i in match.olds), sum(len(self._new[j]) for j in match.news))
        if not match.local:
            return _FAR if length >= SHORT else math.inf
        gap = self._spine.gap_of_old(match.olds[0])
        alone = len(self._gap_old[gap]) == 1 == len(self._gap_new[gap])
        if length < SHORT:
            return _LOCAL if alone else _LOCAL_SHORT
        return _ALONE if alone else _LOCAL

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs worth comparing: of one small gap, or with a telling word in common."""
        seen: set[tuple[int, int]] = set()
        for gap, olds in self._gap_old.items():
            news = self._gap_new.get(gap, [])
            if len(olds) * len(news) <= _SMALL_GAP:
                seen.update((i, j) for i in olds for j in news)
        holders: dict[int, list[int]] = defaultdict(list)
        for j, bag in self._new_bag.items():
            for word in bag:
                holders[word].append(j)
        for i, bag in self._old_bag.items():
            score: dict[int, float] = defaultdict(float)
            for word in bag:
                here = holders.get(word, ())
                if len(here) <= _COMMON:
                    for j in here:
                        score[j] += self._weight[word]
            best = sorted(score, key=lambda j: (-score[j], j))[:_CANDIDATES]
            seen.update((i, j) for j in best)
        before, after = self._titles
        yield from sorted((i, j) for i, j in seen if before[i] == after[j])

    def _compounds(self, single: Mapping[tuple[int, int], Match]) -> Iterator[Match]:
        """Sentences split in two, and two joined into one, where both parts are needed to explain it."""
        news: dict[int, set[int]] = defaultdict(set)
        olds: dict[int, set[int]] = defaultdict(set)
        for i, j in self._candidates():
            news[i].add(j)
            olds[j].add(i)
        for i, those in news.items():
            for j in sorted(those | {k - 1 for k in those}):
                if j in self._new_bag and j + 1 in self._new_bag:
                    yield from self._compound(single, (i,), (j, j + 1))
        for j, those in olds.items():
            for i in sorted(those | {k - 1 for k in those}):
                if i in self._old_bag and i + 1 in self._old_bag:
                    yield from self._compound(single, (i, i + 1), (j,))

    def _compound(
        self, single: Mapping[tuple[int, int], Match], olds: tuple[int, ...], news: tuple[int, ...]
    ) -> Iterator[Match]:
        two, whole = (news, olds[0]) if len(news) == 2 else (olds, news[0])
        bags = self._new_bag if len(news) == 2 else self._old_bag
        totals = self._total_new if len(news) == 2 else self._total_old
        body = (self._old_bag if len(news) == 2 else self._new_bag)[whole]
        total = sum(body.values())
        parts = [_shared(bags[part], body) for part in two]
        if any(share < _SHARE * totals[part] for share, part in zip(parts, two, strict=True)):
            return
        likeness = 2 * _shared(_joined(bags[two[0]], bags[two[1]]), body)
        likeness /= total + totals[two[0]] + totals[two[1]]
        alone = max(
            (single[pair].likeness for pair in ((olds[0], news[0]), (olds[-1], news[-1])) if pair in single),
            default=0.0,
        )
        local = any(self._local(i, j) for i in olds for j in news)
        match = Match(olds, news, likeness, local)
        gain = _GAIN * min(totals[part] for part in two) / (total + totals[two[0]] + totals[two[1]])
        if likeness >= alone + gain and likeness >= max(self._least(match), _LOCAL_SHORT):
            yield match

    @staticmethod
    def _rank(match: Match) -> float:
        return match.likeness + (0.15 if match.local else 0.0)

    def _competes(self, option: Match, other: Match) -> bool:
        """Whether other is another answer to the same question, and nearly as good."""
        if other is option or self._rank(other) < self._rank(option) - _MARGIN:
            return False
        inside = set(other.olds) <= set(option.olds) and set(other.news) <= set(option.news)
        around = set(other.olds) >= set(option.olds) and set(other.news) >= set(option.news)
        return not inside and not around

    def _order_decides(self, option: Match, rivals: Sequence[Match]) -> bool:
        """Whether look-alikes between the same neighbours are as many as before: then they go in order."""
        if not option.local or any(not rival.local for rival in rivals):
            return False
        gap = self._spine.gap_of_old(option.olds[0])
        if len(self._gap_old[gap]) != len(self._gap_new[gap]):
            return False
        places = {i: rank for rank, i in enumerate(self._gap_old[gap])}
        others = {j: rank for rank, j in enumerate(self._gap_new[gap])}
        return all(
            i in places and places[i] == others.get(j) for i, j in zip(option.olds, option.news, strict=False)
        )

    def _ask(self, option: Match, rivals: Sequence[Match], asked: dict[int, Asked]) -> None:
        """Ask about every old sentence of the option."""
        for i in option.olds:
            near: dict[int, float] = {}
            for one in (option, *rivals):
                if i in one.olds:
                    for j in one.news:
                        near[j] = max(near.get(j, 0.0), one.likeness)
            ranked = sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))
            asked[i] = Asked(i, tuple(ranked[:3]))
