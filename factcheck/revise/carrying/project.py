"""Old claims and passages carried over into the new draft, and the new words that nobody holds yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.model import CheckPoint, OldDraft, Span, Split, SplitClaim
from factcheck.revise import lexicon
from factcheck.revise.carrying.owners import NOBODY, Owners, runs
from factcheck.revise.carrying.sharing import Sharing
from factcheck.revise.changes.classify import Stretch, same_words
from factcheck.revise.matching.align import Alignment, Bead

_FOUND = 0.3
"""Share of a claim's telling words that has to be found for the claim to be there."""
_OWN = 4
"""Fewest words that a claim keeps for itself where its sentence was joined with another."""


class Landing(NamedTuple):
    """Where a claim came down in the new draft, in tokens."""

    parts: tuple[Stretch, ...]
    """The words that make it, in order."""
    exact: bool
    """Whether they are its old words in one piece, typography aside."""
    into: int | None = None
    """The claim (by index) that takes its words over: they make no statement of their own any more."""
    split_off: tuple[int, ...] = ()
    """Statements of the new split (by index) that came of it in another sentence."""
    found_again: bool = False
    """Whether its words were found inside a sentence that has nothing else of its own."""

    @property
    def stretch(self) -> Stretch:
        """From its first token to one past its last."""
        return self.parts[0][0], self.parts[-1][1]


class Projection:
    """Where old claims and passages stand in the new draft.

    Attributes:
        stretches: for each old claim its tokens in the old draft.
        landings: for each old claim where it came down, or None where it is gone.
        owner: for each new token the old claim that holds it, or `NOBODY`.
        passage: for each new token the old passage that holds it, or `NOBODY`.
        split_from: for statements of the new split that came of an old claim: which one.
    """

    def __init__(self, alignment: Alignment, draft: OldDraft, split: Split) -> None:
        self._alignment = alignment
        self._old, self._new = alignment.old, alignment.new
        self._before = Owners(
            self._old, [claim.parts for claim in draft.claims], [Span(p.start, p.end) for p in draft.passages]
        )
        self._after = Owners(
            self._new,
            [claim.parts for claim in split.claims],
            [Span(p.start, p.end) for p in split.set_aside],
        )
        self._split = split
        self.stretches = [self._old.inside(claim.start, claim.end) for claim in draft.claims]
        self._parts = [[self._old.inside(*part) for part in claim.parts] for claim in draft.claims]
        self.landings: list[Landing | None] = [None] * len(draft.claims)
        self.owner = [NOBODY] * len(self._new.tokens.keys)
        self.passage = [NOBODY] * len(self._new.tokens.keys)
        self.split_from: dict[int, int] = {}
        self._stand()
        self._share()
        self._carry_passages()

    def _stand(self) -> None:
        """Claims whose words stand in the new draft as they were, in one piece."""
        for index, (first, last) in enumerate(self.stretches):
            if first < last and self._in_one_piece(range(first, last)):
                shift = self._alignment.to[first] - first
                parts = tuple((start + shift, end + shift) for start, end in self._parts[index])
                self.landings[index] = Landing(parts, exact=True)
                for start, end in parts:
                    for token in range(start, end):
                        if self.owner[token] == NOBODY:
                            self.owner[token] = index

    def _in_one_piece(self, tokens: range) -> bool:
        """Whether a stretch of the old draft stands in the new one as it was, typography aside."""
        to = self._alignment.to
        shift = to[tokens.start] - tokens.start
        if to[tokens.start] < 0 or any(to[token] != token + shift for token in tokens):
            return False
        there = tokens.start + shift, tokens.stop + shift
        return same_words(self._old, (tokens.start, tokens.stop), self._new, there)

    def _share(self) -> None:
        """Give the words of changed sentences to their claims, and see where each claim came down."""
        sharing = Sharing(self._alignment, self._before, self._after, self.owner)
        unsettled = {index for index, landing in enumerate(self.landings) if landing is None}
        for bead in self._alignment.beads:
            holders = {self._before.claim[token] for token in range(*bead.old)}
            if not bead.same or not holders.isdisjoint(unsettled):
                unsettled |= sharing.share(bead)
        held: dict[int, list[int]] = defaultdict(list)
        for token, claim in enumerate(self.owner):
            if claim in unsettled:
                held[claim].append(token)
        for claim in sorted(unsettled):
            self._land(claim, held.get(claim, []) or self._ridden(claim))
        self._fold(sorted(unsettled))

    def _land(self, claim: int, tokens: list[int]) -> None:
        """Settle one changed claim on the words that it holds."""
        kept = self._main(claim, tokens)
        if not self._is_there(claim, kept):
            self._release(claim, tokens)
            self.landings[claim] = None
            return
        kept_set = set(kept)
        rest = [token for token in tokens if token not in kept_set]
        self._release(claim, rest)
        off = self._split_off(claim, rest, kept)
        parts = self._snapped(kept)
        self.landings[claim] = Landing(tuple(parts), exact=False, split_off=tuple(off))

    def _ridden(self, claim: int) -> list[int]:
        """The new words of a claim whose old ones belong to another: it stands in that one."""
        first, last = self.stretches[claim]
        holders = Counter(self._before.claim[token] for token in range(first, last))
        holder = holders.most_common(1)[0][0] if holders else claim
        if holder in {claim, NOBODY}:
            return []
        there = [self._alignment.to[token] for part in self._parts[claim] for token in range(*part)]
        there = [token for token in there if token >= 0 and self.owner[token] == holder]
        if not there:
            return []
        return [token for token in range(min(there), max(there) + 1) if self.owner[token] == holder]

    def _main(self, claim: int, tokens: list[int]) -> list[int]:
        """Of the tokens that a claim holds, those of the sentence with most of its words.

        A claim that reached over several sentences may do so again.
        """
        first, last = self.stretches[claim]
        reach = self._old.sentence_at(last - 1) - self._old.sentence_at(first) + 1 if last > first else 1
        by_sentence: dict[int, list[int]] = defaultdict(list)
        for token in tokens:
            by_sentence[self._new.sentence_at(token)].append(token)
        if len(by_sentence) <= 1:
            return tokens
        weight = {
            sentence: sum(self._alignment.back[token] >= 0 for token in those if self._new.is_word(token))
            for sentence, those in by_sentence.items()
        }
        best = max(
            by_sentence,
            key=lambda sentence: (sum(weight.get(sentence + k, 0) for k in range(reach)), -sentence),
        )
        return [token for k in range(reach) for token in by_sentence.get(best + k, ())]

    def _is_there(self, claim: int, tokens: Sequence[int]) -> bool:
        """Whether enough of a claim's words were found."""
        first, last = self.stretches[claim]
        own = [token for part in self._parts[claim] for token in range(*part) if self._old.is_word(token)]
        telling = [token for token in own if self._old.tokens.keys[token].casefold() not in lexicon.DULL]
        held = {self._alignment.back[token] for token in tokens} - {-1}
        if not telling:
            return bool(own) and held.issuperset(own)
        found = sum(token in held for token in telling)
        if self.fills(first, last):
            return found > 0
        if found >= _FOUND * len(telling):
            return True
        # A few words of a sentence, replaced where they stood: “in 2023” is “in 2022” now.
        words = sum(self._new.is_word(token) for token in tokens)
        return not held.isdisjoint(own) and 0.5 * len(own) <= words <= 2 * len(own)

    def fills(self, first: int, last: int) -> bool:
        """Whether a stretch is all that its sentence says: then it is where its sentence is."""
        low = self._old.bounds[self._old.sentence_at(first)][0]
        high = self._old.bounds[self._old.sentence_at(last - 1)][1]
        outside = [*range(low, first), *range(last, high)]
        return not any(self._old.is_word(token) for token in outside)

    def _release(self, claim: int, tokens: Iterable[int]) -> None:
        for token in tokens:
            if self.owner[token] == claim:
                self.owner[token] = NOBODY

    def _split_off(self, claim: int, rest: Iterable[int], kept: Sequence[int]) -> list[int]:
        """Statements that the words of a claim make in another sentence than its own."""
        home = {self._new.sentence_at(token) for token in kept}
        counts: Counter[int] = Counter()
        for token in rest:
            statement = self._after.claim[token]
            if (
                statement != NOBODY
                and self._new.is_word(token)
                and self._alignment.back[token] >= 0
                and self._new.sentence_at(token) not in home
            ):
                counts[statement] += 1
        found = sorted(statement for statement, count in counts.items() if count > 1)
        self.split_from.update(dict.fromkeys(found, claim))
        return found

    def _snapped(self, tokens: list[int]) -> list[Stretch]:
        """The stretches of a changed claim; those of a fresh cut where it holds the same words."""
        words = [token for token in tokens if self._new.is_word(token)]
        statements = {self._after.claim[token] for token in words}
        if len(statements) == 1 and NOBODY not in statements:
            whole = self._split.claims[statements.pop()]
            parts = [self._new.inside(*part) for part in whole.parts]
            its = [token for part in parts for token in range(*part) if self._new.is_word(token)]
            if its == words:
                for part in parts:
                    for token in range(*part):
                        if self.owner[token] == NOBODY:
                            self.owner[token] = self.owner[words[0]]
                return parts
        parts = []
        for first, last in runs(tokens):
            start, end = first, last
            while start < end and self._new.tokens.keys[start] in {",", ";", ":", ")", ".", "–"}:
                start += 1
            while end > start and self._new.tokens.keys[end - 1] in {"(", "–"}:
                end -= 1
            if any(self._new.is_word(token) for token in range(start, end)):
                parts.append((start, end))
        return parts

    def _fold(self, claims: Iterable[int]) -> None:
        """Fold claims into the one that they were joined with, where too little is left of them."""
        for claim in claims:
            landing = self.landings[claim]
            bead = self._home(claim)
            if landing is None or bead is None or len(bead.olds) < 2 or len(bead.news) > 1:
                continue
            words = sum(self._new.is_word(token) for part in landing.parts for token in range(*part))
            if words >= min(_OWN, self.words(claim)) and len(landing.parts) <= len(self._parts[claim]):
                continue
            others = [other for other in self.partners(claim) if self._stands_alone(other)]
            if others:
                into = max(others, key=lambda other: (self.words(other), -other))
                self._take_over(claim, into)

    def _stands_alone(self, claim: int) -> bool:
        landing = self.landings[claim]
        return landing is not None and landing.into is None

    def _take_over(self, claim: int, into: int) -> None:
        """Give the words of one claim to another."""
        given, kept = self.landings[claim], self.landings[into]
        if given is None or kept is None:
            return
        tokens = sorted({token for part in (*given.parts, *kept.parts) for token in range(*part)})
        for token in tokens:
            if self.owner[token] == claim:
                self.owner[token] = into
        self.landings[claim] = given._replace(into=into)
        self.landings[into] = kept._replace(parts=tuple(self._snapped(tokens)), exact=False)

    def words(self, claim: int) -> int:
        """Words of an old claim."""
        return sum(self._old.is_word(token) for part in self._parts[claim] for token in range(*part))

    def _home(self, claim: int) -> Bead | None:
        first, last = self.stretches[claim]
        return self._alignment.bead_of_old[self._old.sentence_at(first)] if first < last else None

    def partners(self, claim: int) -> list[int]:
        """Claims of other old sentences that now stand in the same new sentence."""
        bead = self._home(claim)
        if bead is None or len(bead.olds) < 2:
            return []
        own = self._old.sentence_at(self.stretches[claim][0])
        found = {
            self._before.claim[token] for token in range(*bead.old) if self._old.sentence_at(token) != own
        } - {NOBODY, claim}
        return sorted(found)

    def _carry_passages(self) -> None:
        """Words that were set aside and are unchanged stay set aside, for the reason that they were."""
        members: dict[int, list[int]] = defaultdict(list)
        for token, passage in enumerate(self._before.passage):
            if passage != NOBODY:
                members[passage].append(token)
        for passage, tokens in members.items():
            if self._in_one_piece(range(tokens[0], tokens[-1] + 1)):
                for token in tokens:
                    if self.owner[self._alignment.to[token]] == NOBODY:
                        self.passage[self._alignment.to[token]] = passage

    def is_free(self, stretch: Stretch) -> bool:
        """Whether no old claim and no old passage holds a word of a new stretch."""
        return all(self.owner[token] == NOBODY == self.passage[token] for token in range(*stretch))

    def put(self, claim: int, stretch: Stretch) -> None:
        """Set a claim down on words that nobody holds, end marks with them where it is a whole sentence."""
        whole = self._new.bounds[self._new.sentence_at(stretch[0])]
        outside = [*range(whole[0], stretch[0]), *range(stretch[1], whole[1])]
        if not any(map(self._new.is_word, outside)) and self.is_free(whole):
            stretch = whole
        for token in range(*stretch):
            self.owner[token] = claim
        parts = tuple(self._snapped(list(range(*stretch))))
        self.landings[claim] = Landing(parts, exact=False)

    def find_again(self, claim: int, stretch: Stretch) -> None:
        """Set a claim down on its own words, which stand inside another sentence."""
        shift = stretch[0] - self.stretches[claim][0]
        parts = tuple((start + shift, end + shift) for start, end in self._parts[claim])
        for start, end in parts:
            for token in range(start, end):
                if self.owner[token] == NOBODY:
                    self.owner[token] = claim
        self.landings[claim] = Landing(parts, exact=True, found_again=True)

    def is_split(self, claim: int) -> bool:
        """Whether the sentence of a claim became two."""
        bead = self._home(claim)
        return bead is not None and len(bead.news) > len(bead.olds)

    def statement(self, stretch: Stretch) -> SplitClaim | None:
        """The statement of the new split that has most words in a stretch."""
        counts = Counter(
            self._after.claim[token]
            for token in range(*stretch)
            if self._new.is_word(token) and self._after.claim[token] != NOBODY
        )
        return self._split.claims[counts.most_common(1)[0][0]] if counts else None

    def best_statement(self, old: Stretch, sentence: int) -> Stretch | None:
        """The statement of a new sentence that shares most words with an old stretch; as tokens."""
        wanted = {
            self._old.tokens.keys[token].casefold() for token in range(*old) if self._old.is_word(token)
        } - lexicon.DULL
        counts: Counter[int] = Counter()
        for token in range(*self._new.bounds[sentence]):
            if self._after.claim[token] != NOBODY:
                counts[self._after.claim[token]] += self._new.tokens.keys[token].casefold() in wanted
        if not counts:
            return None
        best = self._split.claims[counts.most_common(1)[0][0]]
        return self._new.inside(best.start, best.end)

    def points(self, parts: Sequence[Stretch]) -> tuple[CheckPoint, ...]:
        """The check points of the new split that lie in some stretches."""
        spans = [self._new.span(*part) for part in parts]
        units = {self._after.claim[token] for part in parts for token in range(*part)} - {NOBODY}
        return tuple(
            point
            for unit in sorted(units)
            for point in self._split.claims[unit].check_points
            if any(span.start <= point.start and point.end <= span.end for span in spans)
        )
