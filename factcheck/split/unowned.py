"""Quotations that no cue takes: an owner beside them, a credit, a lead-in, or whoever spoke before."""

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.split.cue import Cue, main_subject
from factcheck.split.lines import Line, is_title
from factcheck.split.owners import can_speak, credit, owner_beside, possessor, stands_alone
from factcheck.split.phrases import Phrase
from factcheck.split.statements import Statements, span
from factcheck.split.types import Attribution, Mention, Sentence

_WORDS = 3
"""Words from which a quotation inside a clause is somebody's words rather than a word in doubt."""
_UTTERANCE = 4
"""Words from which a quotation without a cue is given to the person whom the sentence before is about."""


class Unowned:
    """Finds owners for quotations, sentence by sentence, and remembers who may go on."""

    def __init__(self, statements: Statements, sentences: Sequence[Sentence]) -> None:
        self._statements = statements
        self._sentences = sentences
        self._lead: tuple[int, Span] | None = None
        """Block and subject of the last sentence that ended with a colon."""
        self._subject: tuple[int, Mention] | None = None
        """The last sentence that gave no statement, and the person whom it is about."""

    def note(self, line: Line, subject: Mention | None, *, stated: bool) -> None:
        """Remember what a sentence says about who may speak next."""
        if subject is not None and not stated:
            self._subject = line.number, subject
        if self._statements.text[line.sentence.end - 1] == ":" and self._statements.quotations:
            leading = main_subject(line)
            if leading is not None and can_speak(line, leading):
                self._lead = line.sentence.block, span(line, leading)

    def own(self, line: Line, turn: int, index: int) -> None:
        """Find an owner for quotation `index`, the folded one number `turn` of the line."""
        statements = self._statements
        quotation = statements.quotations[index]
        whole = Span(quotation.start, quotation.end)
        beside = owner_beside(line, turn)
        owned = statements.owner(index) is not None
        if owned and (beside is None or beside[1] != "possessive"):
            return
        if (
            beside is not None
            and beside[1] == "lead-in"
            and not statements.text[quotation.inner_start].isupper()
        ):
            beside = None
        if beside is not None and quotation.words > 1:
            statements.disown(index)
            statements.give(whole, span(line, beside[0]), line.number, beside[1])
            return
        sentence = line.sentence
        name = credit(statements.text, quotation.end, sentence.end)
        if name is not None:
            statements.give(whole, name, line.number, "credit")
            return
        alone = stands_alone(statements.text, quotation, sentence.start, sentence.end)
        if alone and quotation.end <= sentence.end + 1 and not is_title(statements.text, quotation):
            self._carry(index, line.number)

    def own_words(self, line: Line, index: int) -> None:
        """Give a short quotation inside a clause to its possessor: “Hargrove’s “thousands of plants””."""
        statements = self._statements
        quotation = statements.quotations[index]
        if quotation.words < _WORDS or is_title(statements.text, quotation):
            return
        phrase = possessor(line, bisect_left(line.starts, quotation.start))
        if phrase is not None:
            statements.disown(index)
            whole = Span(quotation.start, quotation.end)
            statements.give(whole, span(line, phrase), line.number, "possessive")

    def belated(self, line: Line, cue: Cue, source: Phrase) -> None:
        """Give the quotation that is the sentence before to a speaker who comes after its full stop."""
        statements = self._statements
        before = self._sentences[line.number - 1]
        ending = [
            index
            for index in statements.inside(before.start, before.end)
            if before.end <= statements.quotations[index].end <= before.end + 1
        ]
        if before.block != line.sentence.block or len(ending) != 1:
            return
        owner = statements.owner(ending[0])
        if owner is None or owner.carried:
            statements.take_over(ending[0], span(line, source), span(line, (cue.first, cue.end)), line.number)

    def _carry(self, index: int, number: int) -> None:
        """Give a quotation that stands alone to whoever leads to it, or spoke before."""
        statements = self._statements
        quotation = statements.quotations[index]
        whole = Span(quotation.start, quotation.end)
        if quotation.continues:
            statements.extend_chain(index)
            return
        if self._lead and self._lead[0] in (quotation.block - 1, quotation.block):
            statements.give(whole, self._lead[1], number, "lead-in")
            self._lead = None
            return
        if self._about(quotation.block, number) and quotation.words >= _UTTERANCE and self._subject:
            statements.give(whole, self._subject[1].span, number, "subject", carried=True)
            return
        if statements.last < 0:
            return
        last = statements.found[statements.last]
        before = self._sentences[last.sentence]
        if before.block == quotation.block and number - last.sentence < 3 and not last.carried:
            statements.extend(index, statements.last)
        elif before.block >= quotation.block - 1 and not self._somebody_else(last, number):
            statements.repeat(index, number)

    def _somebody_else(self, last: Attribution, number: int) -> bool:
        """Whether the sentence right before is about another person than the last speaker."""
        if self._subject is None or self._subject[0] != number - 1 or self._subject[0] <= last.sentence:
            return False
        return self._statements.referents.resolve(self._subject[1].span).name != last.name

    def _about(self, block: int, number: int) -> bool:
        """Whether the sentence right before, in the same block, is about a person and gives no statement."""
        if self._subject is None or self._subject[0] != number - 1:
            return False
        return self._sentences[self._subject[0]].block == block
