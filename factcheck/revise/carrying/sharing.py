"""The words of changed sentences shared out: which belong to which old claim, and which say something new."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from factcheck.revise import lexicon
from factcheck.revise.carrying.owners import NOBODY, Owners
from factcheck.revise.changes.classify import Stretch
from factcheck.revise.matching.align import Alignment, Bead

_FRESH = 0.25
"""A new statement is new when less than this share of its telling words stood in the old sentence."""


class Sharing:
    """Gives the new words of one bead to the claims that hold its old ones.

    Args:
        alignment: of the two drafts.
        before: who holds the old words.
        after: who would hold the new words, were they split afresh.
        owner: for each new token its claim, or `NOBODY`; filled in.
    """

    def __init__(self, alignment: Alignment, before: Owners, after: Owners, owner: list[int]) -> None:
        self._alignment = alignment
        self._old, self._new = alignment.old, alignment.new
        self._before, self._after, self._owner = before, after, owner

    def share(self, bead: Bead) -> set[int]:
        """Share out the words of a bead; the claims that stood there word for word and gained some."""
        fresh = self._fresh(bead)
        back, owner = self._alignment.back, self._owner
        settled = {owner[token] for token in range(*bead.new)} - {NOBODY}
        for token in range(*bead.new):
            if owner[token] == NOBODY and back[token] >= 0 and self._after.unit(token) not in fresh:
                owner[token] = self._before.claim[back[token]]
        leaning = self._leaning(bead)
        grown: set[int] = set()
        for run in list(self._open_runs(bead, fresh)):
            for token, claim in self._given(bead, run, leaning):
                owner[token] = claim
                if claim in settled and self._new.is_word(token):
                    grown.add(claim)
        return grown

    def _fresh(self, bead: Bead) -> AbstractSet[int | None]:
        """Statements of the new sentences that were not in the old ones."""
        all_words: Counter[int | None] = Counter()
        known: Counter[int | None] = Counter()
        units: set[int | None] = set()
        for token in range(*bead.new):
            unit = self._after.unit(token)
            units.add(unit)
            if self.tells(token):
                all_words[unit] += 1
                known[unit] += self._alignment.back[token] >= 0
        if len(units - {None}) < 2:
            return frozenset()
        return {
            unit for unit, count in all_words.items() if unit is not None and known[unit] < _FRESH * count
        }

    def tells(self, token: int) -> bool:
        """Whether a new token is a word that tells something."""
        return self._new.is_word(token) and self._new.tokens.keys[token].casefold() not in lexicon.DULL

    def _leaning(self, bead: Bead) -> dict[int | None, int]:
        """For each statement of the new sentences the claim that most of its known words belong to."""
        counts: dict[int | None, Counter[int]] = defaultdict(Counter)
        for token in range(*bead.new):
            if self._alignment.back[token] >= 0 and self._owner[token] != NOBODY:
                counts[self._after.unit(token)][self._owner[token]] += 5 if self.tells(token) else 1
        return {unit: count.most_common(1)[0][0] for unit, count in counts.items() if unit is not None}

    def _open_runs(self, bead: Bead, fresh: AbstractSet[int | None]) -> Iterator[Stretch]:
        """Stretches of new words that nobody holds yet."""
        start: int | None = None
        for token in range(bead.new[0], bead.new[1] + 1):
            is_open = (
                token < bead.new[1]
                and self._owner[token] == NOBODY
                and self._alignment.back[token] < 0
                and self._after.unit(token) not in fresh
            )
            if is_open and start is None:
                start = token
            elif not is_open and start is not None:
                yield start, token
                start = None

    def _given(self, bead: Bead, run: Stretch, leaning: dict[int | None, int]) -> Iterator[tuple[int, int]]:
        """The tokens of an open run, each with the claim that it goes to."""
        left, right = self._neighbour(bead, run[0] - 1, -1), self._neighbour(bead, run[1], 1)
        replaced = self._replaced(bead, left, right)
        sides = [self._owner[token] for token in (left, right) if token is not None]
        sides = [claim for claim in sides if claim != NOBODY]
        if not replaced and len(set(sides)) == 2 and self._joins(run):
            # “…, and the library”: what joins two statements opens the second.
            yield from ((token, sides[self._new.is_word(token)]) for token in range(*run))
            return
        for token in range(*run):
            own = leaning.get(self._after.unit(token))
            if len(replaced) == 1:
                yield token, next(iter(replaced))
            elif own is not None and (own in replaced or own in sides):
                yield token, own
            elif sides:
                yield token, sides[0]
            elif replaced:
                yield token, min(replaced)

    def _joins(self, run: Stretch) -> bool:
        """Whether the only words of a run are conjunctions."""
        words = [token for token in range(*run) if self._new.is_word(token)]
        return all(self._new.tokens.keys[token].casefold() in lexicon.CONJUNCTIONS for token in words)

    def _neighbour(self, bead: Bead, token: int, step: int) -> int | None:
        """The nearest token of the bead that was in the old sentences."""
        while bead.new[0] <= token < bead.new[1]:
            if self._alignment.back[token] >= 0:
                return token
            token += step
        return None

    def _replaced(self, bead: Bead, left: int | None, right: int | None) -> set[int]:
        """Claims of the old words that stood where new ones stand now."""
        first = bead.old[0] if left is None else self._alignment.back[left] + 1
        last = bead.old[1] if right is None else self._alignment.back[right]
        return {
            self._before.claim[token]
            for token in range(first, last)
            if self._old.is_word(token) and self._alignment.to[token] < 0
        } - {NOBODY}
