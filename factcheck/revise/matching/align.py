"""Where the words of an old draft stand in the new one: equal blocks, equal sentences, then changed ones."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.model import Block
from factcheck.revise.lexicon import DULL
from factcheck.revise.matching.exact import Pairs, Signature, Spine, pair_equal
from factcheck.revise.matching.near import Asked, Matcher
from factcheck.revise.reading import Reading
from factcheck.revise.tokens import Kind, same_typeset
from factcheck.split.sentences.sentences import Sentence

_TITLES = frozenset({BlockKind.HEADING, BlockKind.DEK})


class Bead(NamedTuple):
    """Sentences of the old draft that are sentences of the new one, and the tokens that they hold."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    old: tuple[int, int]
    new: tuple[int, int]
    likeness: float
    """1 where the words are the same, whatever their marks and letter case."""
    same: bool
    """Whether they differ in typography at most."""


class Alignment:
    """What stands where in two drafts.

    Attributes:
        old: the older draft.
        new: the newer one.
        beads: what belongs together, in the order of the older draft.
        bead_of_old: for each old sentence its bead, or None where it is gone.
        bead_of_new: for each new sentence its bead, or None where it came.
        to: for each old token the new token that it is, whatever its letter case, or -1.
        back: for each new token the old one, or -1.
        asked: by old sentence, the new ones that it may have become.
        spine: the chain of sentences that kept their order.
    """

    def __init__(
        self, old: Reading, new: Reading, beads: Sequence[Bead], asked: Iterable[Asked], spine: Spine
    ) -> None:
        self.old, self.new, self.spine = old, new, spine
        self.beads = sorted(beads, key=lambda bead: bead.olds)
        self.asked = {one.old: one.news for one in asked}
        self.bead_of_old: list[Bead | None] = [None] * len(old.sentences)
        self.bead_of_new: list[Bead | None] = [None] * len(new.sentences)
        self.to = [-1] * len(old.tokens.keys)
        self.back = [-1] * len(new.tokens.keys)
        for bead in self.beads:
            for i in bead.olds:
                self.bead_of_old[i] = bead
            for j in bead.news:
                self.bead_of_new[j] = bead
            for one, other in self._token_pairs(bead):
                self.to[one] = other
                self.back[other] = one

    def _token_pairs(self, bead: Bead) -> Iterable[tuple[int, int]]:
        (first, last), (begin, end) = bead.old, bead.new
        if bead.same:
            return zip(range(first, last), range(begin, end), strict=True)
        return equal_tokens(self.old, bead.old, self.new, bead.new, any_case=True)

    def moved(self, sentence: int) -> bool:
        """Whether an old sentence stands in another order among the others than before."""
        bead = self.bead_of_old[sentence]
        return bead is not None and not any(self.spine.holds(i) for i in bead.olds)


def equal_tokens(
    old: Reading, stretch: tuple[int, int], new: Reading, other: tuple[int, int], *, any_case: bool = False
) -> list[tuple[int, int]]:
    """The longest row of equal tokens that two stretches share.

    Args:
        old: the older draft.
        stretch: tokens of it.
        new: the newer draft.
        other: tokens of it.
        any_case: whether a capital makes no difference: where a word went, not whether it is the same.
    """
    # Nothing else on the command line needs it: it is not loaded for the commands that revise nothing.
    from rapidfuzz.distance import Indel

    before, after = _compared(old, stretch, any_case=any_case), _compared(new, other, any_case=any_case)
    return [
        (stretch[0] + code.src_start + step, other[0] + code.dest_start + step)
        for code in Indel.opcodes(before, after)
        if code.tag == "equal"
        for step in range(code.src_end - code.src_start)
    ]


def _compared(reading: Reading, stretch: tuple[int, int], *, any_case: bool) -> list[str]:
    """Keys of tokens, the hyphen inside a compound told from dashes between words."""
    first, last = stretch
    keys, kinds = reading.tokens.keys[first:last], reading.tokens.kinds[first:last]
    return [
        "–h" if kind == Kind.TIGHT else key.casefold() if any_case else key
        for key, kind in zip(keys, kinds, strict=True)
    ]


def align(old: Reading, new: Reading) -> Alignment:
    """All sentences of the old draft against all of the new one, each stretch used once."""
    words = _Words()
    before, after = words.signatures(old), words.signatures(new)
    pairs = Pairs(len(before), len(after))
    beads = _equal_blocks(old, new, before, after, pairs)
    grouped = {i for bead in beads for i in bead.olds}
    doubtful = _equal_sentences(old, new, before, after, pairs)
    beads += [
        _bead(old, new, (i,), (j,), 1.0)
        for i, j in enumerate(pairs.new_of)
        if j is not None and i not in grouped
    ]
    spine = Spine(pairs, [len(signature) for signature in before])
    titles = _sentence_titles(old), _sentence_titles(new)
    matches, asked = Matcher(before, after, pairs, spine, words.dull, titles).matches()
    for match in matches:
        beads.append(_bead(old, new, match.olds, match.news, match.likeness))
        for i, j in zip(match.olds, match.news, strict=False):
            pairs.join(i, j)
    answered = {i for match in matches for i in match.olds}
    asked += [
        Asked(i, tuple((j, 1.0) for j in news[:3]))
        for olds, news in doubtful
        for i in olds
        if i not in answered
    ]
    return Alignment(old, new, beads, asked, Spine(pairs, [len(signature) for signature in before]))


class _Words:
    """Words as numbers, the same for both drafts."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def signatures(self, reading: Reading) -> list[Signature]:
        """The words of each sentence, letter case and marks left out."""
        keys, numbers = reading.tokens.keys, self._numbers
        return [
            tuple(
                numbers.setdefault(keys[token].casefold(), len(numbers))
                for token in range(first, last)
                if reading.is_word(token)
            )
            for first, last in reading.bounds
        ]

    @property
    def dull(self) -> frozenset[int]:
        """Words that tell little wherever they stand."""
        return frozenset(number for word, number in self._numbers.items() if word in DULL)


def _bead(old: Reading, new: Reading, olds: tuple[int, ...], news: tuple[int, ...], likeness: float) -> Bead:
    first, last = old.bounds[olds[0]][0], old.bounds[olds[-1]][1]
    begin, end = new.bounds[news[0]][0], new.bounds[news[-1]][1]
    same = old.tokens.keys[first:last] == new.tokens.keys[begin:end] and same_typeset(
        old.tokens.kinds[first:last], new.tokens.kinds[begin:end]
    )
    return Bead(olds, news, (first, last), (begin, end), likeness, same)


def _equal_blocks(
    old: Reading, new: Reading, before: Sequence[Signature], after: Sequence[Signature], pairs: Pairs
) -> list[Bead]:
    """Pair the sentences of equal blocks; beads of blocks whose sentences were cut in another way."""
    blocks = Pairs(len(old.blocks), len(new.blocks))
    wholes = _block_signatures(old, before), _block_signatures(new, after)
    titles = _is_title(old), _is_title(new)
    # A headline that repeats the first sentence must not take its place: like goes with like first. What one
    # reader takes for a heading and another for a paragraph is found all the same, where it is a whole block.
    marked = [_marked(whole, title) for whole, title in zip(wholes, titles, strict=True)]
    _pair_twins(marked, [_texts(reading, reading.blocks) for reading in (old, new)], blocks)
    pair_equal(marked[0], marked[1], blocks)
    pair_equal(wholes[0], wholes[1], blocks)
    beads = []
    for one, other in enumerate(blocks.new_of):
        if other is None:
            continue
        olds, news = old.block_sentences[one], new.block_sentences[other]
        if [before[i] for i in olds] == [after[j] for j in news]:
            for i, j in zip(olds, news, strict=True):
                pairs.join(i, j)
            continue
        for those, these in _cut_alike(before, list(olds), after, list(news)):
            # Every unit counts as taken; the surplus of one side points at the last of the other.
            for place, i in enumerate(those):
                pairs.new_of[i] = these[min(place, len(these) - 1)]
            for place, j in enumerate(these):
                pairs.old_of[j] = those[min(place, len(those) - 1)]
            beads.append(_bead(old, new, those, these, 1.0))
    return beads


def _cut_alike(
    before: Sequence[Signature], olds: list[int], after: Sequence[Signature], news: list[int]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The smallest groups of sentences with the same words, in blocks with the same words cut otherwise."""
    those: list[int] = []
    these: list[int] = []
    ahead = 0
    while olds or news:
        if olds and (ahead <= 0 or not news):
            those.append(olds.pop(0))
            ahead += len(before[those[-1]])
        else:
            these.append(news.pop(0))
            ahead -= len(after[these[-1]])
        if ahead == 0 and those and these and not _wordless(before, olds, after, news):
            yield tuple(those), tuple(these)
            those, these = [], []
    if those and these:
        yield tuple(those), tuple(these)


def _wordless(
    before: Sequence[Signature], olds: list[int], after: Sequence[Signature], news: list[int]
) -> bool:
    """Whether all that is left on either side are sentences without a word: they join the last group."""
    return bool(olds or news) and not any(before[i] for i in olds) and not any(after[j] for j in news)


def _equal_sentences(
    old: Reading, new: Reading, before: Sequence[Signature], after: Sequence[Signature], pairs: Pairs
) -> list[tuple[list[int], list[int]]]:
    """Pair equal sentences that are still free; groups that nothing tells apart are left."""
    marked = [_marked(before, _sentence_titles(old)), _marked(after, _sentence_titles(new))]
    _pair_twins(marked, [_texts(reading, reading.sentences) for reading in (old, new)], pairs)
    return pair_equal(marked[0], marked[1], pairs)


def _pair_twins(units: Sequence[Sequence[Signature]], texts: Sequence[Sequence[str]], pairs: Pairs) -> None:
    """Where units repeat one another, pair first those that are the same in typography too."""
    if all(len(set(side)) == len(side) for side in units):
        return
    numbers: dict[str, int] = {}
    exact = [
        [
            (words[0], numbers.setdefault(text, len(numbers))) if words else ()
            for words, text in zip(side, its, strict=True)
        ]
        for side, its in zip(units, texts, strict=True)
    ]
    pair_equal(exact[0], exact[1], pairs)


def _texts(reading: Reading, units: Iterable[Block | Sentence]) -> list[str]:
    return [reading.text[unit.start : unit.end] for unit in units]


def _is_title(reading: Reading) -> list[bool]:
    return [block.kind in _TITLES for block in reading.blocks]


def _sentence_titles(reading: Reading) -> list[bool]:
    titles = _is_title(reading)
    return [titles[sentence.block] for sentence in reading.sentences]


def _marked(signatures: Sequence[Signature], titles: Sequence[bool]) -> list[Signature]:
    """Signatures that tell titles from text; the empty one stays empty."""
    return [(-1 - title, *words) if words else () for words, title in zip(signatures, titles, strict=True)]


def _block_signatures(reading: Reading, sentences: Sequence[Signature]) -> list[Signature]:
    return [tuple(word for i in those for word in sentences[i]) for those in reading.block_sentences]
