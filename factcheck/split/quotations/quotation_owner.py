"""Who says a quotation that has no cue of its own: an owner beside it, or the speaker before it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.split.people.entities import Mention
from factcheck.split.people.name_lists import ROLE_NOUNS
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.cue import Cue, clause_subject, main_subject
from factcheck.split.quotations.folded_sentence import FoldedSentence, is_title
from factcheck.split.quotations.noun_phrases import Phrase, phrase_after, subject_before, with_apposition
from factcheck.split.quotations.quotation_marks import Quotation
from factcheck.split.quotations.statements import Statements, span
from factcheck.split.sentences.sentences import Sentence

_NEAR = 9
"""Most words from a verb to the comma before the quotation that it leads to."""
_CREDIT = re.compile(
    r"\s*[—–―-]{1,2}\s?(?P<name>(?:[A-Z][\w’'.-]*|Mr\.)(?:[ \u00a0](?:[A-Z][\w’'.-]*|of|de|von|van|the)){0,5}"
    r"(?:,[^.!?“”\"\n]{2,120})?)\.?\s*\Z"
)


def owner_beside(folded: FoldedSentence, turn: int) -> tuple[Phrase, str] | None:
    """The noun phrase that owns the folded quotation number turn of the line, and by which rule.

    A possessive before it (“Hargrove’s “…””), or the subject of the clause that leads to it (“She was
    firm: “…””).
    """
    tags = folded.tags
    place = -1
    for _ in range(turn + 1):
        place = tags.find("Q", place + 1)
    owner = possessor(folded, place)
    if owner is not None:
        return owner, "possessive"
    behind = _behind(folded, place)
    if behind is not None:
        return behind, "behind"
    if place > 1 and tags[place - 1] in ":,":
        phrase = clause_subject(folded, place - 1)
        if phrase is not None and can_speak(folded, phrase) and _leads(folded, phrase, place):
            return phrase, "lead-in"
    return None


def possessor(folded: FoldedSentence, place: int) -> Phrase | None:
    """Whose the words at place are: “Hargrove’s “…””, “her “…””."""
    if place > 1 and folded.tags[place - 1] == "'":
        phrase = subject_before(folded, place - 1)
        return (phrase[0], place - 1) if phrase is not None else None
    return (place - 1, place) if place > 0 and folded.words[place - 1] in ("his", "her") else None


def can_speak(folded: FoldedSentence, phrase: Phrase) -> bool:
    """Whether a noun phrase is somebody: a pronoun, a name or a role."""
    first, end = phrase
    if folded.tags[first] == "o":
        return folded.words[first] in ("he", "she", "they", "we", "i")
    head = end - 1
    for at in range(first, end):
        if folded.tags[at] in "i,":
            head = at - 1
            break
    return folded.tags[head] == "N" or folded.words[head] in ROLE_NOUNS


def _leads(folded: FoldedSentence, subject: Phrase, place: int) -> bool:
    """Whether the clause of a subject leads to the quotation at place, by a verb that is no form of “be”."""
    tags = folded.tags
    verb = subject[1]
    while verb < place and tags[verb] not in "vbhmDeE":
        verb += 1
    near = folded.words[place - 1] == ":" or place - verb < _NEAR
    return verb < place and tags[verb] != "b" and "been" not in folded.words[verb:place] and near


def _behind(folded: FoldedSentence, place: int) -> Phrase | None:
    """Speaker behind a quotation with a verb that no list knows: “…,” Holm shot back; “…,” snarked Doe."""
    tags = folded.tags
    after = place + 1
    if place or after >= len(folded) or folded.starts[place] != folded.sentence.start:
        return None
    past = phrase_after(folded, after)
    if past > after and tags[past : past + 1] in ("v", "e", "E", "h"):
        return after, past
    aside = with_apposition(folded, past) if past > after else past
    if (
        aside > past
        and tags[aside : aside + 1] == ","
        and tags[aside + 1 : aside + 2] in ("v", "e", "E", "h")
    ):
        return after, aside
    if tags[after] in "vE" and tags[after + 1 : after + 2] == "N":
        return after + 1, with_apposition(folded, phrase_after(folded, after + 1))
    return None


def credit(text: str, start: int, end: int) -> Span | None:
    """The name behind a dash that ends a block: “…” — Ted Marlow, county chairman."""
    match = _CREDIT.match(text, start, end)
    return Span(*match.span("name")) if match else None


def stands_alone(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Whether the sentence from start to end is nothing but the quotation."""
    before = text[start : max(start, quotation.start)].strip()
    after = text[min(end, quotation.end) : end].strip(" \u00a0.,;!?")
    return not before and not after


_WORDS = 3
"""Words from which a quotation inside a clause is somebody's words rather than a word in doubt."""
_UTTERANCE = 4
"""Words from which a quotation without a cue is given to the person whom the sentence before is about."""


class QuotationOwners:
    """Finds owners for quotations, sentence by sentence, and remembers who may go on."""

    def __init__(self, statements: Statements, sentences: Sequence[Sentence]) -> None:
        self._statements = statements
        self._sentences = sentences
        self._lead: tuple[int, Span] | None = None
        """Block and subject of the last sentence that ended with a colon."""
        self._subject: tuple[int, Mention] | None = None
        """The last sentence that gave no statement, and the person whom it is about."""

    def note(self, folded: FoldedSentence, subject: Mention | None, *, stated: bool) -> None:
        """Remember what a sentence says about who may speak next."""
        if subject is not None and not stated:
            self._subject = folded.number, subject
        if self._statements.text[folded.sentence.end - 1] == ":" and self._statements.quotations:
            leading = main_subject(folded)
            if leading is not None and can_speak(folded, leading):
                self._lead = folded.sentence.block, span(folded, leading)

    def own(self, folded: FoldedSentence, turn: int, index: int) -> None:
        """Find an owner for quotation `index`, the folded one number `turn` of the line."""
        statements = self._statements
        quotation = statements.quotations[index]
        whole = Span(quotation.start, quotation.end)
        beside = owner_beside(folded, turn)
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
            statements.give(whole, span(folded, beside[0]), folded.number, beside[1])
            return
        sentence = folded.sentence
        name = credit(statements.text, quotation.end, sentence.end)
        if name is not None:
            statements.give(whole, name, folded.number, "credit")
            return
        alone = stands_alone(statements.text, quotation, sentence.start, sentence.end)
        if alone and quotation.end <= sentence.end + 1 and not is_title(statements.text, quotation):
            self._carry(index, folded.number)

    def own_words(self, folded: FoldedSentence, index: int) -> None:
        """Give a short quotation inside a clause to its possessor: “Hargrove’s “thousands of plants””."""
        statements = self._statements
        quotation = statements.quotations[index]
        if quotation.words < _WORDS or is_title(statements.text, quotation):
            return
        phrase = possessor(folded, bisect_left(folded.starts, quotation.start))
        if phrase is not None:
            statements.disown(index)
            whole = Span(quotation.start, quotation.end)
            statements.give(whole, span(folded, phrase), folded.number, "possessive")

    def belated(self, folded: FoldedSentence, cue: Cue, source: Phrase) -> None:
        """Give the quotation that is the sentence before to a speaker who comes after its full stop."""
        statements = self._statements
        before = self._sentences[folded.number - 1]
        ending = [
            index
            for index in statements.inside(before.start, before.end)
            if before.end <= statements.quotations[index].end <= before.end + 1
        ]
        if before.block != folded.sentence.block or len(ending) != 1:
            return
        owner = statements.owner(ending[0])
        if owner is None or owner.carried:
            statements.take_over(
                ending[0], span(folded, source), span(folded, (cue.first, cue.end)), folded.number
            )

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
