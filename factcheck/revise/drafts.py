"""Two drafts side by side: paragraph by paragraph what stayed, moved, went and came, word by word inside."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Block, BlockDiff, DiffKind, DiffPiece, HouseLists
from factcheck.revise.carrying.owners import runs
from factcheck.revise.matching.align import Alignment, align
from factcheck.revise.reading import Reading

_EMPTY = HouseLists()


def compare(
    old: str,
    old_blocks: Sequence[Block],
    new: str,
    new_blocks: Sequence[Block],
    *,
    house: HouseLists = _EMPTY,
) -> tuple[BlockDiff, ...]:
    """The blocks of the new draft in order, each with what changed in it; those that went where they stood.

    Args:
        old: text of the older draft.
        old_blocks: its blocks.
        new: text of the newer draft.
        new_blocks: its blocks.
        house: the desk's own words.
    """
    alignment = align(Reading(old, old_blocks, house), Reading(new, new_blocks, house))
    return tuple(_Comparison(alignment).blocks())


class _Comparison:
    """The words that went, each at the place in the new draft where it is missed."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._old, self._new = alignment.old, alignment.new
        self._behind: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """Runs of old tokens that went, by the new token that they are shown behind."""
        self._ahead: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """The same, by the new token that they are shown before."""
        self._gone: dict[int, list[int]] = defaultdict(list)
        """Old blocks of which nothing is left, by the new block that they are shown behind; -1 is the top."""
        self._lay_out()

    def _lay_out(self) -> None:
        behind = -1
        for block, those in enumerate(self._old.block_sentences):
            if not those:
                continue
            first, last = self._old.bounds[those[0]][0], self._old.bounds[those[-1]][1]
            missing = runs([token for token in range(first, last) if self._alignment.to[token] < 0])
            if missing == [(first, last)]:
                self._gone[behind].append(block)
                continue
            for start, end in missing:
                if start > first:
                    self._behind[self._alignment.to[start - 1]].append((start, end))
                else:
                    self._ahead[self._alignment.to[end]].append((start, end))
            there = Counter(
                self._new.sentences[self._new.sentence_at(self._alignment.to[token])].block
                for token in range(first, last)
                if self._alignment.to[token] >= 0
            )
            if not all(self._alignment.moved(sentence) for sentence in those):
                behind = there.most_common(1)[0][0]

    def blocks(self) -> Iterator[BlockDiff]:
        """The new blocks with the gone ones between them."""
        yield from self._went(-1)
        for number, block in enumerate(self._new.blocks):
            those = self._new.block_sentences[number]
            olds = [
                bead.olds[0] for i in those for bead in [self._alignment.bead_of_new[i]] if bead is not None
            ]
            before = self._old.blocks[self._old.sentences[olds[0]].block].span if olds else None
            moved = bool(olds) and all(self._alignment.moved(i) for i in olds)
            pieces = tuple(self._pieces(block, those))
            yield BlockDiff(block.kind, before, block.span, moved, pieces)
            yield from self._went(number)

    def _went(self, behind: int) -> Iterator[BlockDiff]:
        for number in self._gone[behind]:
            block = self._old.blocks[number]
            piece = DiffPiece(DiffKind.GONE, self._old.text[block.start : block.end])
            yield BlockDiff(block.kind, block.span, None, moved=False, pieces=(piece,))

    def _pieces(self, block: Block, sentences: range) -> Iterator[DiffPiece]:
        """The pieces of a new block; those that stayed and came are, put together, its text."""
        if not sentences:
            yield DiffPiece(DiffKind.SAME, self._new.text[block.start : block.end])
            return
        held: list[DiffPiece] = []
        place = block.start
        tokens = range(self._new.bounds[sentences[0]][0], self._new.bounds[sentences[-1]][1])
        for token in tokens:
            held += self._missed(self._ahead.pop(token, ()))
            was, came = self._alignment.back[token], self._is_new(token)
            if came and was >= 0:
                held += self._missed([(was, was + 1)])
            end = self._new.tokens.starts[token + 1] if token + 1 < tokens.stop else block.end
            held.append(DiffPiece(DiffKind.CAME if came else DiffKind.SAME, self._new.text[place:end]))
            place = end
            held += self._missed(self._behind.pop(token, ()), glued=not held[-1].text[-1].isspace())
        yield from _joined(held)

    def _missed(self, went: Iterable[tuple[int, int]], *, glued: bool = False) -> Iterator[DiffPiece]:
        """Old words that went, as pieces; with the white space before them where none stands there now."""
        for run in went:
            words = self._words(run)
            apart = self._old.text[max(0, self._old.tokens.starts[run[0]] - 1)].isspace()
            yield DiffPiece(DiffKind.GONE, f" {words}" if glued and apart else words)

    def _is_new(self, token: int) -> bool:
        """Whether a token was not there, or was there with another letter case."""
        was = self._alignment.back[token]
        return was < 0 or self._old.tokens.keys[was] != self._new.tokens.keys[token]

    def _words(self, run: tuple[int, int]) -> str:
        """Old words with the white space behind them."""
        first, last = run
        block = self._old.blocks[self._old.sentences[self._old.sentence_at(first)].block]
        starts = self._old.tokens.starts
        end = starts[last] if last < len(starts) and starts[last] < block.end else block.end
        return self._old.text[starts[first] : end]


def _joined(held: Iterable[DiffPiece]) -> Iterator[DiffPiece]:
    """Pieces with neighbours of one kind made one; what went stands before what came."""
    words: dict[DiffKind, str] = {}
    for kind, text in held:
        if (kind is DiffKind.SAME and any(other is not kind for other in words)) or (
            kind is not DiffKind.SAME and DiffKind.SAME in words
        ):
            yield from _in_order(words)
            words = {}
        words[kind] = words.get(kind, "") + text
    yield from _in_order(words)


def _in_order(words: Mapping[DiffKind, str]) -> Iterator[DiffPiece]:
    for kind in DiffKind:
        if kind in words:
            yield DiffPiece(kind, words[kind])
