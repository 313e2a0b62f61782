"""What gives a claim's words their meaning from outside: sentence, speaker, quotation, heading, the rest."""

from collections.abc import Iterator, Sequence

from db.vocabulary import BlockKind, TokenChange
from factcheck.model import WordsChange
from factcheck.revise import lexicon
from factcheck.revise.changes.classify import Stretch, classify, same_words
from factcheck.revise.matching.align import Alignment
from factcheck.revise.matching.sections import Sections
from factcheck.revise.reading import Reading
from factcheck.split.quotations.attribution import Attribution

_NEUTRAL = frozenset({TokenChange.NUMBER, TokenChange.DATE, TokenChange.TYPOGRAPHY})
"""Changes elsewhere in a sentence that leave a clause with a subject of its own what it was."""
_SET_OFF = frozenset({BlockKind.QUOTATION, BlockKind.HEADING})
"""Kinds of blocks whose words are not the writer's plain statements."""
_SHORT = 8
_REACH = 6
"""Sentences over which “he” points back at somebody."""


class Contexts:
    """Compares what stands around claims whose own words are the same.

    Args:
        alignment: of the two drafts.
        sections: which heading is which.
        same_format: whether both drafts came out of one file format that marks what a block is: only then
            do kinds of blocks compare.
    """

    def __init__(self, alignment: Alignment, sections: Sections, *, same_format: bool) -> None:
        self._alignment = alignment
        self._old, self._new = alignment.old, alignment.new
        self._sections = sections
        self._same_format = same_format

    def changes(self, stretch: Stretch, other: Stretch, *, moved: bool) -> list[WordsChange]:
        """What changed around a claim.

        Args:
            stretch: its tokens in the old draft.
            other: the same words' tokens in the new one.
            moved: whether it stands in another order among the others.
        """
        found = list(self._heading(stretch, other, moved=moved))
        if self._alike_around(stretch, other):
            return found
        found += self._sentence(stretch, other)
        found += self._quotation(stretch, other)
        found += self._speaker(stretch, other)
        found += self._block(stretch, other)
        found += self._lead_in(stretch, other)
        found += self._before(stretch, other, moved=moved)
        return found

    def _alike_around(self, stretch: Stretch, other: Stretch) -> bool:
        """Whether the block and the end of the one before are the same in both: then nothing changed."""
        one = self._old.sentences[self._old.sentence_at(stretch[0])].block
        two = self._new.sentences[self._new.sentence_at(other[0])].block
        if self._old.blocks[one].kind != self._new.blocks[two].kind and self._same_format:
            return False
        here = _tokens_of(self._old, one), _tokens_of(self._new, two)
        if stretch[0] - here[0][0] != other[0] - here[1][0] or not same_words(
            self._old, here[0], self._new, here[1]
        ):
            return False
        before, ahead = here[0][0] - 1, here[1][0] - 1
        if before < 0 or ahead < 0:
            return before == ahead
        return self._alignment.to[before] == ahead and self._same_sentence(
            self._old.sentence_at(before), self._new.sentence_at(ahead)
        )

    def _same_sentence(self, one: int, two: int) -> bool:
        return same_words(self._old, self._old.bounds[one], self._new, self._new.bounds[two])

    def _heading(self, stretch: Stretch, other: Stretch, *, moved: bool) -> Iterator[WordsChange]:
        """A claim that moved under another heading, or came under one that turns statements round."""
        one = self._old.sentences[self._old.sentence_at(stretch[0])].block
        two = self._new.sentences[self._new.sentence_at(other[0])].block
        yield from self._sections.change(one, two, moved=moved)

    def _sentence(self, stretch: Stretch, other: Stretch) -> Iterator[WordsChange]:
        """The words of the same sentence before and behind the claim."""
        old, new = self._old, self._new
        bead = self._alignment.bead_of_old[old.sentence_at(stretch[0])]
        if bead is not None and bead.same and bead.old[1] >= stretch[1]:
            return
        one = old.bounds[old.sentence_at(stretch[0])][0], old.bounds[old.sentence_at(stretch[1] - 1)][1]
        two = new.bounds[new.sentence_at(other[0])][0], new.bounds[new.sentence_at(other[1] - 1)][1]
        leans = _leans(old, stretch)
        for rest, its in (
            ((one[0], stretch[0]), (two[0], other[0])),
            ((stretch[1], one[1]), (other[1], two[1])),
        ):
            changes = [
                change
                for change in classify(old, rest, new, its)
                if change.kind is not TokenChange.TYPOGRAPHY
            ]
            if leans or any(change.kind not in _NEUTRAL for change in changes):
                yield from (_around(change, "the rest of its sentence") for change in changes)

    def _quotation(self, stretch: Stretch, other: Stretch) -> Iterator[WordsChange]:
        """Words that came between quotation marks, or out of them."""
        before, after = _quoted(self._old, stretch), _quoted(self._new, other)
        if before != after:
            said = ("in quotation marks", "not in quotation marks")
            yield WordsChange(
                TokenChange.QUOTED, said[not any(before)], said[not any(after)], "the words around it"
            )

    def _speaker(self, stretch: Stretch, other: Stretch) -> Iterator[WordsChange]:
        """Somebody else says it, or says it in another way."""
        one, two = _said(self._old, stretch), _said(self._new, other)
        own = (
            one is not None and _inside(one, self._old, stretch),
            two is not None and _inside(two, self._new, other),
        )
        if own[0] != own[1] or not (own[0] or any(_quoted(self._old, stretch))):
            # The same sentence read in two ways: its words are compared, and the quotation it stands in.
            return
        before, after = _speaker_words(self._old, one), _speaker_words(self._new, two)
        if before != after:
            yield WordsChange(TokenChange.SPEAKER, before, after, "who says it")
        elif (one is None or one.cue is None) and (two is None or two.cue is None):
            # A quotation that nobody is said to say is somebody's whom the sentence before it names.
            first, second = _quotation_opens(self._old, stretch), _quotation_opens(self._new, other)
            yield from self._pointed_at(first, second, person=True, thing=False)
        elif one and two and one.cue and two.cue and before.partition(" ")[0].casefold() in lexicon.HE:
            # “…,” he said: who he is stands in the sentence before.
            first = self._old.sentence_at(self._old.inside(*one.cue)[0])
            second = self._new.sentence_at(self._new.inside(*two.cue)[0])
            yield from self._pointed_at(first, second, person=True, thing=False)

    def _block(self, stretch: Stretch, other: Stretch) -> Iterator[WordsChange]:
        """A paragraph that became a heading or a quotation set off from the text, or the other way round."""
        if not self._same_format:
            return
        one = self._old.blocks[self._old.sentences[self._old.sentence_at(stretch[0])].block].kind
        two = self._new.blocks[self._new.sentences[self._new.sentence_at(other[0])].block].kind
        if one != two and not _SET_OFF.isdisjoint({one, two}):
            yield WordsChange(TokenChange.CONTEXT, one.value, two.value, "the paragraph it stands in")

    def _lead_in(self, stretch: Stretch, other: Stretch) -> Iterator[WordsChange]:
        """The sentence that leads in to a list or a quotation: “The council denied that:”."""
        before = _leader(self._old, self._old.sentence_at(stretch[0]))
        after = _leader(self._new, self._new.sentence_at(other[0]))
        if before is None and after is None:
            return
        one = (0, 0) if before is None else self._old.bounds[before]
        two = (0, 0) if after is None else self._new.bounds[after]
        yield from (
            _around(change, "what leads in to it")
            for change in classify(self._old, one, self._new, two)
            if change.kind not in _NEUTRAL and not change.light
        )

    def _before(self, stretch: Stretch, other: Stretch, *, moved: bool) -> Iterator[WordsChange]:
        """The sentence before, where the claim points back at it: “He was 34”, “This was the highest”."""
        old, new = self._old, self._new
        first, second = old.sentence_at(stretch[0]), new.sentence_at(other[0])
        if any(map(old.is_word, range(old.bounds[first][0], stretch[0]))):
            return
        person, thing = _points_back(old, stretch)
        lonely = moved and len(_telling(old, stretch)) == 0
        if not (person or thing or lonely):
            return
        yield from self._pointed_at(first, second, person=person, thing=thing or lonely)

    def _pointed_at(self, first: int, second: int, *, person: bool, thing: bool) -> Iterator[WordsChange]:
        """What changed in the sentence before one that points back at somebody or something.

        Args:
            first: the sentence in the old draft.
            second: the same in the new one.
            person: whether it points at somebody.
            thing: whether it points at something.
        """
        one, two = _previous(self._old, first), _previous(self._new, second)
        if one is None and two is None:
            return
        bead = None if one is None else self._alignment.bead_of_old[one]
        if bead is not None and two in bead.news:
            changes = [] if bead.same else classify(self._old, bead.old, self._new, bead.new)
            for change in changes:
                named = change.kind in {TokenChange.NAME, TokenChange.SPEAKER}
                matters = thing and change.kind is not TokenChange.TYPOGRAPHY and not change.light
                if (person and named) or matters:
                    yield _around(change, "the sentence before")
        elif _in_block(self._old, first) or _in_block(self._new, second):
            if thing or (person and (_names(self._old, one) or _names(self._new, two))):
                yield self._other_sentence(one, two)
        elif person and not self._names_before(first, second):
            yield self._other_sentence(one, two)

    def _names_before(self, first: int, second: int) -> bool:
        """Whether the last sentence before that names somebody is the same in both drafts."""
        one, two = _last_naming(self._old, first), _last_naming(self._new, second)
        if one is None or two is None:
            return one is None and two is None
        bead = self._alignment.bead_of_old[one]
        if bead is None or two not in bead.news:
            return False
        changes = [] if bead.same else classify(self._old, bead.old, self._new, bead.new)
        return not any(change.kind in {TokenChange.NAME, TokenChange.SPEAKER} for change in changes)

    def _other_sentence(self, one: int | None, two: int | None) -> WordsChange:
        before = "" if one is None else _shortened(self._old.words(*self._old.bounds[one]))
        after = "" if two is None else _shortened(self._new.words(*self._new.bounds[two]))
        return WordsChange(TokenChange.CONTEXT, before, after, "the sentence before")


def _in_block(reading: Reading, sentence: int) -> bool:
    """Whether a sentence has another before it in its block."""
    return sentence > reading.block_sentences[reading.sentences[sentence].block].start


def _around(change: WordsChange, where: str) -> WordsChange:
    return WordsChange(TokenChange.CONTEXT, change.before, change.after, where)


def _tokens_of(reading: Reading, block: int) -> Stretch:
    those = reading.block_sentences[block]
    return reading.bounds[those[0]][0], reading.bounds[those[-1]][1]


def _leans(reading: Reading, stretch: Stretch) -> bool:
    """Whether a claim needs the rest of its sentence: it has no subject of its own."""
    for token in range(*stretch):
        key = reading.tokens.keys[token]
        low = key.casefold()
        if not reading.is_word(token) or low in lexicon.CONJUNCTIONS:
            continue
        if low in lexicon.RELATIVES or low in lexicon.HE or low in lexicon.THIS:
            return True
        opens_phrase = low in lexicon.OWN_SUBJECT or key[0].isupper() or key[0].isdigit()
        return not opens_phrase
    return True


def _quoted(reading: Reading, stretch: Stretch) -> list[bool]:
    """For each word of a stretch, whether it stands between quotation marks."""
    start, end = reading.span(*stretch)
    spans = reading.quoted(start, end)
    return [
        any(span.start <= reading.tokens.starts[token] < span.end for span in spans)
        for token in range(*stretch)
        if reading.is_word(token)
    ]


def _quotation_opens(reading: Reading, stretch: Stretch) -> int:
    """The sentence that a quotation begins in of which a stretch is a part."""
    start, end = reading.span(*stretch)
    quoted = reading.quotation_at(start, end)
    return reading.sentence_at(stretch[0] if quoted is None else reading.inside(*quoted)[0])


def _said(reading: Reading, stretch: Stretch) -> Attribution | None:
    """The statement of somebody's that a stretch is; one whose cue stands in its own sentence first."""
    start, end = reading.span(*stretch)
    found = reading.attributions(start, end)
    own = [said for said in found if _inside(said, reading, stretch)]
    return next(iter(own or found), None)


def _inside(said: Attribution, reading: Reading, stretch: Stretch) -> bool:
    """Whether the words of speech stand in the sentence of a stretch."""
    low = reading.tokens.starts[reading.bounds[reading.sentence_at(stretch[0])][0]]
    high = reading.tokens.ends[reading.bounds[reading.sentence_at(stretch[1] - 1)][1] - 1]
    return said.cue is not None and low <= said.cue.start < high


def _speaker_words(reading: Reading, said: Attribution | None) -> str:
    """Who says something and with which words; empty where nobody does."""
    if said is None:
        return ""
    mention = "" if said.mention is None else reading.text[said.mention.start : said.mention.end]
    cue = "" if said.cue is None else reading.text[said.cue.start : said.cue.end]
    return " ".join(f"{mention} {cue}".split())


def _leader(reading: Reading, sentence: int) -> int | None:
    """The sentence before one, where it leads in to it with a colon at its end."""
    block = reading.sentences[sentence].block
    before = sentence - 1
    # Items of one list share what leads in to the first.
    while (
        before >= 0
        and reading.blocks[block].kind == BlockKind.LIST_ITEM
        and reading.blocks[reading.sentences[before].block].kind == BlockKind.LIST_ITEM
    ):
        before -= 1
    if before < 0:
        return None
    last = reading.bounds[before][1] - 1
    return before if reading.tokens.keys[last] == ":" else None


def _previous(reading: Reading, sentence: int) -> int | None:
    """The sentence before one, headings passed over."""
    before = sentence - 1
    while before >= 0 and reading.blocks[reading.sentences[before].block].kind == BlockKind.HEADING:
        before -= 1
    return before if before >= 0 else None


def _points_back(reading: Reading, stretch: Stretch) -> tuple[bool, bool]:
    """Whether a claim opens with a word for somebody, and with one for something, named before it."""
    for token in range(*stretch):
        if not reading.is_word(token):
            continue
        low = reading.tokens.keys[token].casefold().partition("'")[0]
        if low in lexicon.CONJUNCTIONS:
            continue
        # “It is false”, somebody says: what a quotation points at is in what was said, not in the draft.
        thing = low in lexicon.THIS and not any(_quoted(reading, (token, token + 1)))
        return low in lexicon.HE, thing
    return False, False


def _telling(reading: Reading, stretch: Stretch) -> Sequence[int]:
    """Names and numbers of a short claim, which make it what it is anywhere; all words of a long one."""
    words = [token for token in range(*stretch) if reading.is_word(token)]
    if len(words) >= _SHORT:
        return words
    return [token for token in words if reading.tokens.kinds[token] == "n" or reading.is_name(token)]


def _names(reading: Reading, sentence: int | None) -> set[int]:
    """Tokens of names in a sentence."""
    if sentence is None:
        return set()
    return {token for token in range(*reading.bounds[sentence]) if reading.is_name(token)}


def _last_naming(reading: Reading, sentence: int) -> int | None:
    """The nearest sentence before one that names somebody or something."""
    for before in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        kind = reading.blocks[reading.sentences[before].block].kind
        if kind != BlockKind.HEADING and _names(reading, before):
            return before
    return None


def _shortened(words: str, most: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
