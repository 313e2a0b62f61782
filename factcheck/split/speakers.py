"""Who says what: every statement that a draft gives as somebody's."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.model import HouseLists, Span
from factcheck.split.contents import content
from factcheck.split.cue import Cue, main_subject
from factcheck.split.cues import cues
from factcheck.split.labels import Label, labels
from factcheck.split.lines import Line, is_title, line
from factcheck.split.owners import credit, owner_beside, stands_alone
from factcheck.split.phrases import Phrase
from factcheck.split.referents import Referents, Voice
from factcheck.split.speech import verbs
from factcheck.split.tokens import Tokens, tokens
from factcheck.split.types import Attribution, Cast, Form, Quotation, Sentence
from factcheck.split.wordlists import word_set

_CLOSERS = re.compile(r"[.,!?…]?[”\"’'](?!\w)")
_LONGEST = 500
"""Words from which a sentence is none, and nobody's."""
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


def attributions(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    cast: Cast,
    house: HouseLists | None = None,
    words: Sequence[Tokens] | None = None,
) -> list[Attribution]:
    """Every statement that the text gives as somebody's, in the order of their first words.

    `words` are the tokens of each sentence where the caller has them already.
    """
    reader = _Reader(text, sentences, quotations, cast, house or HouseLists())
    turns = {label.sentence: label for label in labels(text, sentences, cast)}
    for number in range(len(sentences)):
        if number in turns:
            reader.take(turns[number])
        reader.read(number, words[number] if words is not None else None)
    found = reader.found
    found.sort(key=lambda attribution: (attribution.content[0].start, -attribution.content[-1].end))
    return found


class _Reader:
    """Reads sentences in order and remembers who spoke last."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        cast: Cast,
        house: HouseLists,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.quotations = quotations
        self.found: list[Attribution] = []
        self._verbs = verbs(house.speech_verbs)
        self._referents = Referents(text, cast, quotations)
        self._outer = [index for index, quotation in enumerate(quotations) if quotation.depth == 0]
        self._starts = [quotations[index].start for index in self._outer]
        self._owned: dict[int, int] = {}
        self._waiting: list[tuple[int, int]] = []
        """Quotations that stand alone and wait for a cue behind them, with their sentences."""
        self._leads: tuple[int, Span] | None = None
        """Block and subject of the last sentence that ended with a colon."""
        self._last = -1
        """Index of the last statement that a quotation can be carried on from."""

    def take(self, label: Label) -> None:
        """Give a labelled block to the speaker of its label."""
        voice = self._referents.resolve(label.name)
        place = len(self.found)
        spoken_words = label.content
        self.found.append(
            Attribution(
                (spoken_words,),
                label.name,
                None,
                voice.mention,
                Form.DIRECT,
                label.sentence,
                voice.name,
                voice.sure,
                label.carried,
                "label",
            )
        )
        for index in self._within(spoken_words):
            self._owned.setdefault(index, place)
        self._last = place
        self._referents.spoke(voice.entity, spoken_words.end)

    def read(self, number: int, words: Tokens | None) -> None:
        """Find the statements of one sentence."""
        sentence = self.sentences[number]
        inside = self._inside(sentence)
        own = words or tokens(self.text, sentence.start, sentence.end)
        mentions = self._referents.within(sentence.start, sentence.end)
        row = line(self.text, number, sentence, own, self.quotations, inside, mentions)
        self._referents.enter(row)
        if len(row) > _LONGEST:
            return
        here = cues(row, self._verbs)
        source: Phrase | None = None
        reach = 0
        reached: list[Phrase] = []
        for place, cue in enumerate(here):
            source = cue.source or source
            if source is None and cue.rule != "adverb":
                continue
            if cue.rule == "adverb" and len(here) > 1:
                continue
            floor = 0 if cue.rule == "according" or _inserted(row, cue) else reach
            limit = min(
                [_limit(row, here, place), *(end for start, end in reached if start <= cue.first < end)]
            )
            parts = content(row, cue, floor, limit)
            if not parts or (floor == 0 and reach and self._said_already(row, parts)):
                continue
            reached.extend(parts)
            self._add(row, cue, cue.source if cue.rule == "adverb" else source, parts)
            reach = max(reach, cue.end)
        if self.text[sentence.end - 1] == ":" and self.quotations:
            self._lead(row)
        for turn, index in enumerate(row.quoted):
            if index not in self._owned or self.found[self._owned[index]].rule == "belief":
                self._own(row, turn, index)

    def _lead(self, row: Line) -> None:
        """Remember who is about to speak where a sentence ends with a colon: “She issued this statement:”."""
        subject = main_subject(row)
        if subject is not None:
            self._leads = row.sentence.block, Span(row.starts[subject[0]], row.ends[subject[1] - 1])

    def _said_already(self, row: Line, parts: list[Phrase]) -> bool:
        """Whether parts hold a quotation that a cue before has: “…,” Doe wrote, records show."""
        return any(
            index in self._owned and not self.found[self._owned[index]].carried
            for first, end in parts
            for index in row.quoted[row.tags.count("Q", 0, first) : row.tags.count("Q", 0, end)]
        )

    def _inside(self, sentence: Sentence) -> list[int]:
        """Outer quotations that reach into the sentence."""
        first = bisect_left(self._starts, sentence.start)
        if first and self.quotations[self._outer[first - 1]].end > sentence.start:
            first -= 1
        last = bisect_left(self._starts, sentence.end)
        return self._outer[first:last]

    def _add(self, row: Line, cue: Cue, source: Phrase | None, parts: list[Phrase]) -> None:
        """Note the statement of one cue, and that its quotations are owned."""
        spans, form = self._spans(row, parts)
        if source is None:
            said = Span(row.starts[cue.first], row.ends[cue.end - 1])
            self.found.append(Attribution(spans, None, said, None, form, row.number, rule=cue.rule))
            return
        whole = Span(row.starts[source[0]], row.ends[source[1] - 1])
        voice = self._referents.resolve(whole)
        place = len(self.found)
        cue_span = Span(row.starts[cue.first], row.ends[cue.end - 1])
        self.found.append(
            Attribution(
                spans,
                whole,
                cue_span,
                voice.mention,
                form,
                row.number,
                voice.name,
                voice.sure,
                False,
                cue.rule,
            )
        )
        for span in spans:
            for index in self._within(span):
                self._owned.setdefault(index, place)
        if form is not Form.INDIRECT or cue.rule in ("said", "inverted", "according"):
            self._last = place
        if voice.entity >= 0 or self._is_one(voice.mention):
            self._referents.spoke(voice.entity, cue_span.end)

    def _spans(self, row: Line, parts: list[Phrase]) -> tuple[tuple[Span, ...], Form]:
        """Exact spans of parts, quotations taken whole, and the form that their quoted words make."""
        spans = []
        quoted = total = 0
        for first, end in parts:
            start, stop = row.starts[first], row.ends[end - 1]
            turn = row.tags.count("Q", 0, first)
            for place in range(first, end):
                if row.tags[place] != "Q":
                    continue
                quotation = self.quotations[row.quoted[turn]]
                turn += 1
                start = quotation.start if place == first else start
                stop = quotation.end if place == end - 1 else stop
                quoted += quotation.end - quotation.start
            spans.append(self._with_marks(start, stop))
            total += stop - start
        if not quoted:
            inner = [self.quotations[index] for span in spans for index in self._within(span)]
            quoted = sum(q.end - q.start for q in inner if q.words > 1)
        share = quoted / total if total else 0
        form = Form.DIRECT if share >= _MOSTLY else Form.MIXED if quoted else Form.INDIRECT
        return tuple(spans), form

    def _is_one(self, mention: Span) -> bool:
        """Whether words without a name mean one person, whom “he” or “she” may be next."""
        last = self.text[mention.start : mention.end].rpartition(" ")[2]
        return last.islower() and last not in _NO_PERSON and (not last.endswith("s") or last.endswith("ss"))

    def _with_marks(self, start: int, stop: int) -> Span:
        """The span with the mark that opens before it and the one that closes behind it."""
        text = self.text
        if start and text[start - 1] in '“"‘':
            start -= 1
        tail = _CLOSERS.match(text, stop)
        if tail and any(mark in text[start:stop] for mark in "“\"‘'"):
            stop = tail.end()
        return Span(start, stop)

    def _within(self, span: Span) -> list[int]:
        """Outer quotations that start in the span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return self._outer[first:last]

    def _own(self, row: Line, turn: int, index: int) -> None:
        """Find an owner for a quotation that no cue took."""
        quotation = self.quotations[index]
        beside = owner_beside(row, turn)
        if index in self._owned and (beside is None or beside[1] != "possessive"):
            return
        if beside is not None and quotation.words > 1:
            phrase, rule = beside
            whole = Span(row.starts[phrase[0]], row.ends[phrase[1] - 1])
            self._note(index, whole, self._referents.resolve(whole), row.number, rule)
            return
        sentence = self.sentences[row.number]
        block_end = self.sentences[row.number].end
        name = credit(self.text, quotation.end, block_end)
        if name is not None:
            self._note(index, name, self._referents.resolve(name), row.number, "credit")
            return
        alone = stands_alone(self.text, quotation, sentence.start, sentence.end)
        if not alone or is_title(self.text, quotation) or quotation.end > sentence.end + 1:
            return
        if (
            self._leads
            and self._leads[0] in (quotation.block - 1, quotation.block)
            and not quotation.continues
        ):
            whole = self._leads[1]
            self._leads = None
            self._note(index, whole, self._referents.resolve(whole), row.number, "lead-in")
        else:
            self._carry(index, row.number)

    def _note(self, index: int, whole: Span, voice: Voice, number: int, rule: str) -> None:
        quotation = self.quotations[index]
        self._owned[index] = len(self.found)
        self._last = len(self.found)
        self.found.append(
            Attribution(
                (Span(quotation.start, quotation.end),),
                whole,
                None,
                voice.mention,
                Form.DIRECT,
                number,
                voice.name,
                voice.sure,
                False,
                rule,
            )
        )

    def _extend(self, index: int, place: int) -> None:
        """Let a statement go on with one more quotation."""
        quotation = self.quotations[index]
        self._owned[index] = place
        statement = self.found[place]
        self.found[place] = statement._replace(
            content=(*statement.content, Span(quotation.start, quotation.end))
        )

    def _carry(self, index: int, number: int) -> None:
        """Give a quotation that stands alone to the speaker before it, where one goes on."""
        quotation = self.quotations[index]
        if quotation.continues:
            place = self._owned.get(self._outer[bisect_left(self._starts, quotation.start) - 1], -1)
            if place >= 0:
                self._extend(index, place)
            return
        if self._last < 0:
            return
        last = self.found[self._last]
        before = self.sentences[last.sentence]
        if before.block < quotation.block - 1:
            return
        span = Span(quotation.start, quotation.end)
        if before.block == quotation.block and number - last.sentence < 3 and not last.carried:
            self._extend(index, self._last)
            return
        self._owned[index] = len(self.found)
        self.found.append(
            last._replace(
                content=(span,), cue=None, form=Form.DIRECT, sentence=number, carried=True, rule="carried"
            )
        )
        self._last = len(self.found) - 1


def _inserted(row: Line, cue: Cue) -> bool:
    """Whether a cue with its subject stands between commas, or ends the sentence: it is about all of it."""
    if cue.source is None or not cue.source[0] or cue.end >= len(row) or cue.rule == "inverted":
        return False
    if row.tags[cue.source[0] - 1] != ",":
        return False
    return row.tags[cue.end] in ",." or (cue.rule == "said" and row.tags[cue.end] in "iKM")


def _limit(row: Line, here: list[Cue], place: int) -> int:
    """Index past the last word that the cue at place can reach: the next statement starts there."""
    tags = row.tags
    end = len(tags)
    if tags[0] in "xq" and "," not in tags[: here[place].end]:
        comma = tags.find(",", here[place].end)
        end = comma if comma > 0 and any(tag in "vmbhDeE" for tag in tags[comma:]) else end
    for other in here[place + 1 :]:
        if other.first >= end:
            break
        start = (
            min(other.first, other.source[0]) if other.source and other.rule != "inverted" else other.first
        )
        back = start
        while other.shared and back > 0 and tags[back - 1] in "rR":
            back -= 1
        while back > 0 and tags[back - 1] in "aux":
            back -= 1
        opens = back < start or other.rule in ("participle", "according") or other.end >= len(tags) - 1
        if back and (back < start or other.rule == "participle") and tags[back - 1] == "Q":
            return back
        if back and tags[back - 1] in ",:" and (opens or row.words[back - 1] == ";" or _inserted(row, other)):
            return back - 1 if tags[back - 1] == "," else back
        if other.shared and back < start:
            return back
    return end
