"""The statements found so far in a draft, and which of its quotations they own."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.split.lexicon import word_set
from factcheck.split.quotations.attribution import Attribution, Form
from factcheck.split.quotations.cue import Cue
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.quotations.noun_phrases import Phrase
from factcheck.split.quotations.quotation_marks import Quotation
from factcheck.split.quotations.referents import Referents, Voice

_CLOSERS = re.compile(r"[.,!?…]?[”\"’'](?!\w)")
_NO_PERSON = word_set(
    """
    it they report statement poll survey study group company government committee paper newspaper letter
    email campaign party court department agency police administration board council team book document
    memo bill law panel website article story ad video tweet post sign everyone everybody nobody we i
    you who this that plan
    """
)
"""Last words of speakers that “he” or “she” never means."""
_MOSTLY = 0.8
"""Share of quoted words from which a statement is direct speech."""
_SAYING = ("said", "inverted", "according")
"""Rules of cues that a quotation may go on from, though their own content is not quoted."""


class Statements:
    """Attributions in the order in which they were found."""

    def __init__(self, text: str, quotations: Sequence[Quotation], referents: Referents) -> None:
        self.text = text
        self.quotations = quotations
        self.referents = referents
        self.found: list[Attribution] = []
        self.last = -1
        """Index of the last statement that a quotation can be carried on from; -1 before the first."""
        self._outer = [index for index, quotation in enumerate(quotations) if quotation.depth == 0]
        self._starts = [quotations[index].start for index in self._outer]
        self._owners: dict[int, int] = {}

    def owner(self, quotation: int) -> Attribution | None:
        """The statement that owns a quotation."""
        place = self._owners.get(quotation)
        return None if place is None else self.found[place]

    def inside(self, start: int, end: int) -> list[int]:
        """Outer quotations that reach into a stretch."""
        first = bisect_left(self._starts, start)
        if first and self.quotations[self._outer[first - 1]].end > start:
            first -= 1
        return self._outer[first : bisect_left(self._starts, end)]

    def before(self, quotation: int) -> int | None:
        """The outer quotation before one."""
        place = bisect_left(self._starts, self.quotations[quotation].start)
        return self._outer[place - 1] if place else None

    def add(self, folded: FoldedSentence, cue: Cue, source: Phrase | None, parts: list[Phrase]) -> None:
        """Note what a cue gives to a source, which owns the quotations in it."""
        content, form = self._content(folded, parts)
        said = span(folded, (cue.first, cue.end))
        if source is None:
            self.found.append(Attribution(content, None, said, None, form, folded.number, rule=cue.rule))
            return
        whole = span(folded, source)
        voice = self.referents.resolve(whole)
        self._append(_given(content, whole, said, voice, form, folded.number, cue.rule))
        if form is not Form.INDIRECT or cue.rule in _SAYING:
            self.last = len(self.found) - 1
        if voice.entity >= 0 or self._is_one(voice.mention):
            self.referents.spoke(voice.entity, said.end)

    def give(
        self,
        content: Span,
        source: Span,
        number: int,
        rule: str,
        *,
        cue: Span | None = None,
        carried: bool = False,
    ) -> None:
        """Note that all of a stretch is somebody's words, in sentence `number`."""
        voice = self.referents.resolve(source)
        sure = voice.sure and rule != "subject"
        statement = _given((content,), source, cue, voice._replace(sure=sure), Form.DIRECT, number, rule)
        self._append(statement._replace(carried=carried))
        self.last = len(self.found) - 1
        self.referents.spoke(voice.entity, content.end)

    def take_over(self, quotation: int, source: Span, cue: Span, number: int) -> None:
        """Give a quotation that was carried on to the speaker that a later cue names."""
        place = self._owners.pop(quotation, None)
        one = self.quotations[quotation]
        self.give(Span(one.start, one.end), source, number, "said", cue=cue)
        if place is not None:
            self.found[place] = self.found.pop()
            self._owners[quotation] = self.last = place

    def extend(self, quotation: int, place: int) -> None:
        """Let a statement go on with one more quotation."""
        one = self.quotations[quotation]
        self._owners[quotation] = place
        statement = self.found[place]
        self.found[place] = statement._replace(content=(*statement.content, Span(one.start, one.end)))

    def extend_chain(self, quotation: int) -> None:
        """Let the statement go on that owns the paragraph before: the quotation was opened again."""
        before = self.before(quotation)
        place = self._owners.get(before) if before is not None else None
        if place is not None:
            self.extend(quotation, place)

    def repeat(self, quotation: int, number: int) -> None:
        """Give a quotation in a later paragraph to the speaker of the last statement."""
        one = self.quotations[quotation]
        last = self.found[self.last]
        again = last._replace(content=(Span(one.start, one.end),), cue=None, form=Form.DIRECT)
        self._append(again._replace(sentence=number, carried=True, rule="carried"))
        self.last = len(self.found) - 1

    def _append(self, statement: Attribution) -> None:
        place = len(self.found)
        self.found.append(statement)
        for part in statement.content:
            first = bisect_left(self._starts, part.start)
            for index in self._outer[first : bisect_left(self._starts, part.end)]:
                self._owners.setdefault(index, place)

    def disown(self, quotation: int) -> None:
        """Take a quotation from the statement that holds it, for an owner of its own."""
        self._owners.pop(quotation, None)

    def _content(self, folded: FoldedSentence, parts: list[Phrase]) -> tuple[tuple[Span, ...], Form]:
        """Exact spans of parts, quotations taken whole, and the form that their quoted words make."""
        spans = []
        quoted = total = 0
        for first, end in parts:
            start, stop = span(folded, (first, end))
            turn = folded.tags.count("Q", 0, first)
            for place in range(first, end):
                if folded.tags[place] != "Q":
                    continue
                quotation = self.quotations[folded.quoted[turn]]
                turn += 1
                start = quotation.start if place == first else start
                stop = quotation.end if place == end - 1 else stop
                quoted += quotation.end - quotation.start
            spans.append(self._with_marks(start, stop))
            total += stop - start
        if not quoted:
            inner = [self.quotations[index] for start, end in spans for index in self.inside(start, end)]
            quoted = sum(one.end - one.start for one in inner if one.words > 1)
        share = quoted / total if total else 0
        return tuple(spans), Form.DIRECT if share >= _MOSTLY else Form.MIXED if quoted else Form.INDIRECT

    def _with_marks(self, start: int, stop: int) -> Span:
        """The span with the mark that opens before it and the one that closes behind it."""
        text = self.text
        if start and text[start - 1] in '“"‘':
            start -= 1
        tail = _CLOSERS.match(text, stop)
        if tail and any(mark in text[start:stop] for mark in "“\"‘'"):
            stop = tail.end()
        return Span(start, stop)

    def _is_one(self, mention: Span) -> bool:
        """Whether words without a name mean one person, whom “he” or “she” may be next."""
        last = self.text[mention.start : mention.end].rpartition(" ")[2]
        return last.islower() and last not in _NO_PERSON and (not last.endswith("s") or last.endswith("ss"))


def span(folded: FoldedSentence, phrase: Phrase) -> Span:
    """Where words of a line stand in the draft."""
    return Span(folded.starts[phrase[0]], folded.ends[phrase[1] - 1])


def _given(
    content: tuple[Span, ...],
    source: Span,
    cue: Span | None,
    voice: Voice,
    form: Form,
    number: int,
    rule: str,
) -> Attribution:
    return Attribution(content, source, cue, voice.mention, form, number, voice.name, voice.sure, False, rule)
