"""A draft as it is compared: tokens in sentences, sentences in blocks, and who says what."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from db.vocabulary import BlockKind
from factcheck.model import Block, HouseLists, Span
from factcheck.revise.tokens import WORDS, tokens
from factcheck.split.people.entities import NamedEntities
from factcheck.split.people.names import named_entities
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.attributions import attributions
from factcheck.split.quotations.quotation_marks import Quotation, quotations
from factcheck.split.sentences.sentences import Sentence, sentences

_LOOK_BACK = 16
"""Statements looked at before a place: one nests in another, and none reaches far."""


class Reading:
    """One draft, cut as far as comparing needs it; nothing is worked out before it is asked for.

    Attributes:
        text: of the draft.
        blocks: of the draft.
        house: the desk's own words, for the stages of the splitter.
        tokens: the tokens of all blocks, in order.
        sentences: as the splitter cuts them, those without a token left out.
        bounds: for each sentence its first token, and one past its last.
    """

    def __init__(self, text: str, blocks: Sequence[Block], house: HouseLists) -> None:
        self.text = text
        self.blocks = blocks
        self.house = house
        self.tokens = tokens(text)
        self._cut = sentences(text, blocks, house)
        self.sentences: list[Sentence] = []
        self.bounds: list[tuple[int, int]] = []
        for sentence in self._cut:
            first, last = self.inside(sentence.start, sentence.end)
            if first < last:
                self.sentences.append(sentence)
                self.bounds.append((first, last))

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """First token that begins in `start`–`end`, and one past the last."""
        starts = self.tokens.starts
        return bisect_left(starts, start), bisect_left(starts, end)

    def span(self, first: int, last: int) -> Span:
        """Code points from token `first` to the one before `last`."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """The text from token `first` to the one before `last`; empty where there is none."""
        if first >= last:
            return ""
        return self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    def is_word(self, token: int) -> bool:
        """Whether a token is a word or a number."""
        return self.tokens.kinds[token] in WORDS

    def sentence_at(self, token: int) -> int:
        """Index of the sentence that holds a token; that of the last one before it, where none does."""
        return max(0, bisect_right(self._firsts, token) - 1)

    def heading_of(self, block: int) -> int | None:
        """Index of the heading block that a block stands under; none before the first."""
        at = bisect_right(self._headings, block) - 1
        return self._headings[at] if at >= 0 else None

    @cached_property
    def block_sentences(self) -> list[range]:
        """For each block its sentences, by index."""
        found = [range(0)] * len(self.blocks)
        start = 0
        for index in range(1, len(self.sentences) + 1):
            if index == len(self.sentences) or self.sentences[index].block != self.sentences[start].block:
                found[self.sentences[start].block] = range(start, index)
                start = index
        return found

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Outer quotations, in order."""
        return [quotation for quotation in quotations(self.text, self.blocks) if quotation.depth == 0]

    @cached_property
    def named(self) -> NamedEntities:
        """Everybody that the draft names."""
        return named_entities(self.text, self._cut, self.house)

    def attributions(self, start: int, end: int) -> list[Attribution]:
        """The statements of somebody's that reach into `start`–`end`, that which covers most of it first."""
        behind = bisect_left(self._said_starts, end)
        found: list[tuple[int, Attribution]] = []
        for one in self._said[max(0, behind - _LOOK_BACK) : behind]:
            shared = sum(max(0, min(part.end, end) - max(part.start, start)) for part in one.content)
            if shared:
                found.append((shared, one))
        return [one for _, one in sorted(found, key=lambda pair: -pair[0])]

    def quoted(self, start: int, end: int) -> list[Span]:
        """The stretches of `start`–`end` that stand between quotation marks."""
        found = []
        behind = bisect_left(self._quote_starts, end)
        # Outer quotations never overlap: one at most begins before the stretch and reaches into it.
        first = max(0, bisect_left(self._quote_starts, start) - 1)
        for one in self.quotations[first:behind]:
            low, high = max(one.inner_start, start), min(one.inner_end, end)
            if low < high:
                found.append(Span(low, high))
        return found

    def quotation_at(self, start: int, end: int) -> Span | None:
        """The first quotation that reaches into `start`–`end`, marks included; none where there is none."""
        first = max(0, bisect_left(self._quote_starts, start) - 1)
        for one in self.quotations[first : bisect_left(self._quote_starts, end)]:
            if one.end > start:
                return Span(one.start, one.end)
        return None

    def is_name(self, token: int) -> bool:
        """Whether a token belongs to a name, or looks like one: a capital that opens no sentence."""
        key = self.tokens.keys[token]
        if not key[:1].isupper():
            return False
        start = self.tokens.starts[token]
        at = bisect_right(self._mention_starts, start) - 1
        if at >= 0 and start < self.named.mentions[at].end:
            return True
        return not self.opens(token)

    def opens(self, token: int) -> bool:
        """Whether a token is the first word of its sentence, or of a quotation in it."""
        first = self.bounds[self.sentence_at(token)][0]
        before = token - 1
        while before >= first and not self.is_word(before):
            if self.tokens.keys[before] in {"“", ":"}:
                return True
            before -= 1
        return before < first

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.bounds]

    @cached_property
    def _headings(self) -> list[int]:
        return [index for index, block in enumerate(self.blocks) if block.kind == BlockKind.HEADING]

    @cached_property
    def _said(self) -> list[Attribution]:
        quotes = quotations(self.text, self.blocks)
        return attributions(self.text, self._cut, quotes, self.named, self.house)

    @cached_property
    def _said_starts(self) -> list[int]:
        return [one.start for one in self._said]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [one.start for one in self.quotations]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.named.mentions]
