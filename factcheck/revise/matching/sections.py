"""Which section of the new draft is which of the old one, and when a heading changes what stands under it."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from db.vocabulary import TokenChange
from factcheck.model import WordsChange
from factcheck.revise import lexicon
from factcheck.revise.matching.align import Alignment
from factcheck.revise.reading import Reading


class Sections:
    """The headings of two drafts, matched by their words and by what stands under them.

    Attributes:
        renamed: headings that were worded anew, as blocks of the old and of the new draft.
    """

    def __init__(self, alignment: Alignment) -> None:
        self._old, self._new = alignment.old, alignment.new
        self._kept = _by_words(alignment)
        self.renamed = _by_content(alignment, self._kept)
        self._match = {**self.renamed, **self._kept}
        self._origin = {over: above for above, over in self._match.items()}
        self._there = _still_there(alignment)

    def change(self, one: int, two: int, *, moved: bool) -> Iterator[WordsChange]:
        """What the heading over a block means for a claim in it.

        Args:
            one: the claim's block in the old draft.
            two: its block in the new one.
            moved: whether the claim moved.
        """
        above, over = self._old.heading_of(one), self._new.heading_of(two)
        if above in self._kept and self._kept[above] == over:
            return
        if above is None and over is None:
            return
        other = self._match.get(above) if above is not None else None
        before = "" if above is None else _title(self._old, above)
        after = "" if over is None else _title(self._new, over)
        # Between headings that both drafts have, it moved, whatever the order of the rest says.
        between = above in self._match and over in self._origin
        if other != over and (moved or between):
            yield WordsChange(
                TokenChange.CONTEXT, before or "no heading", after or "no heading", "the heading above"
            )
        elif (_turns(self._old, above) and above not in self._there) or _turns(self._new, over):
            yield WordsChange(TokenChange.CONTEXT, before, after, "the heading above")

    def reworded(self) -> tuple[tuple[str, str], ...]:
        """The words of headings that were worded anew, before and after."""
        return tuple(
            (_title(self._old, one), _title(self._new, two))
            for one, two in self.renamed.items()
            if one is not None and two is not None
        )


def _by_words(alignment: Alignment) -> dict[int | None, int | None]:
    """Headings of the old draft that are headings of the new one, word for word."""
    found: dict[int | None, int | None] = {}
    for bead in alignment.beads:
        one = alignment.old.sentences[bead.olds[0]].block
        two = alignment.new.sentences[bead.news[0]].block
        if (
            bead.likeness == 1.0
            and alignment.old.heading_of(one) == one
            and alignment.new.heading_of(two) == two
        ):
            found[one] = two
    return found


def _by_content(alignment: Alignment, kept: dict[int | None, int | None]) -> dict[int | None, int | None]:
    """Headings worded anew: most of what stood under one stands under the other, and the other way round."""
    votes: dict[int | None, Counter[int | None]] = defaultdict(Counter)
    back: dict[int | None, Counter[int | None]] = defaultdict(Counter)
    for bead in alignment.beads:
        above = alignment.old.heading_of(alignment.old.sentences[bead.olds[0]].block)
        over = alignment.new.heading_of(alignment.new.sentences[bead.news[0]].block)
        weight = bead.old[1] - bead.old[0]
        votes[above][over] += weight
        back[over][above] += weight
    taken = set(kept.values())
    found: dict[int | None, int | None] = {}
    for above, counts in votes.items():
        over = counts.most_common(1)[0][0]
        if (
            above not in kept
            and over not in taken
            and above is not None
            and over is not None
            and back[over].most_common(1)[0][0] == above
        ):
            found[above] = over
    return found


def _still_there(alignment: Alignment) -> set[int | None]:
    """Headings of the old draft whose words stand in the new one, as a heading or not."""
    return {
        alignment.old.sentences[bead.olds[0]].block
        for bead in alignment.beads
        if bead.likeness == 1.0
        and alignment.old.heading_of(alignment.old.sentences[bead.olds[0]].block)
        == alignment.old.sentences[bead.olds[0]].block
    }


def _title(reading: Reading, block: int) -> str:
    return " ".join(reading.text[reading.blocks[block].start : reading.blocks[block].end].split())


def _turns(reading: Reading, block: int | None) -> bool:
    """Whether a heading says that what follows is not so, or not sure."""
    if block is None:
        return False
    return any(
        reading.tokens.keys[token].casefold() in lexicon.TURNING_HEADINGS
        for i in reading.block_sentences[block]
        for token in range(*reading.bounds[i])
    )
