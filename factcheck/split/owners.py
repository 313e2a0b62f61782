"""Who says a quotation that has no cue of its own: an owner beside it, or the speaker before it."""

import re

from factcheck.model import Span
from factcheck.split.cue import clause_subject
from factcheck.split.gazetteer import ROLE_NOUNS
from factcheck.split.lines import Line
from factcheck.split.phrases import Phrase, phrase_after, subject_before, with_apposition
from factcheck.split.types import Quotation

_NEAR = 9
"""Most words from a verb to the comma before the quotation that it leads to."""
_CREDIT = re.compile(
    r"\s*[—–―-]{1,2}\s?(?P<name>(?:[A-Z][\w’'.-]*|Mr\.)(?:[ \u00a0](?:[A-Z][\w’'.-]*|of|de|von|van|the)){0,5}"
    r"(?:,[^.!?“”\"\n]{2,120})?)\.?\s*\Z"
)


def owner_beside(line: Line, turn: int) -> tuple[Phrase, str] | None:
    """The noun phrase that owns the folded quotation number turn of the line, and by which rule.

    A possessive before it (“Hargrove’s “…””), or the subject of the clause that leads to it (“She was
    firm: “…””).
    """
    tags = line.tags
    place = -1
    for _ in range(turn + 1):
        place = tags.find("Q", place + 1)
    owner = possessor(line, place)
    if owner is not None:
        return owner, "possessive"
    behind = _behind(line, place)
    if behind is not None:
        return behind, "behind"
    if place > 1 and tags[place - 1] in ":,":
        phrase = clause_subject(line, place - 1)
        if phrase is not None and can_speak(line, phrase) and _leads(line, phrase, place):
            return phrase, "lead-in"
    return None


def possessor(line: Line, place: int) -> Phrase | None:
    """Whose the words at place are: “Hargrove’s “…””, “her “…””."""
    if place > 1 and line.tags[place - 1] == "'":
        phrase = subject_before(line, place - 1)
        return (phrase[0], place - 1) if phrase is not None else None
    return (place - 1, place) if place > 0 and line.words[place - 1] in ("his", "her") else None


def can_speak(line: Line, phrase: Phrase) -> bool:
    """Whether a noun phrase is somebody: a pronoun, a name or a role."""
    first, end = phrase
    if line.tags[first] == "o":
        return line.words[first] in ("he", "she", "they", "we", "i")
    head = end - 1
    for at in range(first, end):
        if line.tags[at] in "i,":
            head = at - 1
            break
    return line.tags[head] == "N" or line.words[head] in ROLE_NOUNS


def _leads(line: Line, subject: Phrase, place: int) -> bool:
    """Whether the clause of a subject leads to the quotation at place, by a verb that is no form of “be”."""
    tags = line.tags
    verb = subject[1]
    while verb < place and tags[verb] not in "vbhmDeE":
        verb += 1
    near = line.words[place - 1] == ":" or place - verb < _NEAR
    return verb < place and tags[verb] != "b" and "been" not in line.words[verb:place] and near


def _behind(line: Line, place: int) -> Phrase | None:
    """Speaker behind a quotation with a verb that no list knows: “…,” Trump shot back; “…,” snarked Doe."""
    tags = line.tags
    after = place + 1
    if place or after >= len(line) or line.starts[place] != line.sentence.start:
        return None
    past = phrase_after(line, after)
    if past > after and tags[past : past + 1] in ("v", "e", "E", "h"):
        return after, past
    aside = with_apposition(line, past) if past > after else past
    if (
        aside > past
        and tags[aside : aside + 1] == ","
        and tags[aside + 1 : aside + 2] in ("v", "e", "E", "h")
    ):
        return after, aside
    if tags[after] in "vE" and tags[after + 1 : after + 2] == "N":
        return after + 1, with_apposition(line, phrase_after(line, after + 1))
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
