"""Who says what: every statement that a draft gives as somebody's."""

from collections.abc import Sequence

from factcheck.model import HouseLists
from factcheck.split.people.entities import NamedEntities
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.cue import Cue
from factcheck.split.quotations.cue_scope import inserted, limit
from factcheck.split.quotations.cues import cues
from factcheck.split.quotations.folded_sentence import FoldedSentence, fold_quotations
from factcheck.split.quotations.noun_phrases import Phrase
from factcheck.split.quotations.quotation_marks import Quotation
from factcheck.split.quotations.quotation_owner import QuotationOwners
from factcheck.split.quotations.referents import Referents
from factcheck.split.quotations.said_content import content
from factcheck.split.quotations.speaker_turns import TURNS, Label, answers, labels
from factcheck.split.quotations.statements import Statements
from factcheck.split.sentences.sentences import Sentence
from factcheck.split.words.speech_verbs import Verb, verbs
from factcheck.split.words.tokens import Tokens, tokens

_LONGEST = 500
"""Words from which a sentence is none, and nobody's."""


def attributions(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    named: NamedEntities,
    house: HouseLists | None = None,
    words: Sequence[Tokens] | None = None,
) -> list[Attribution]:
    """Every statement that the text gives as somebody's, in the order of their first words.

    `words` are the tokens of each sentence where the caller has them already.
    """
    referents = Referents(text, named, quotations)
    statements = Statements(text, quotations, referents)
    owners = QuotationOwners(statements, sentences)
    table = verbs((house or HouseLists()).speech_verbs)
    turns = _turns(text, sentences, named)
    for number, sentence in enumerate(sentences):
        if number in turns:
            turn = turns[number]
            statements.give(turn.content, turn.name, number, "label", carried=turn.carried)
        own = words[number] if words is not None else tokens(text, sentence.start, sentence.end)
        inside = statements.inside(sentence.start, sentence.end)
        mentions = referents.within(sentence.start, sentence.end)
        row = fold_quotations(text, number, sentence, own, quotations, inside, mentions)
        subject = referents.enter(row)
        if len(row) > _LONGEST:
            continue
        stated = _state(row, table, statements, owners)
        owners.note(row, subject, stated=stated)
        for index in inside:
            if index not in row.quoted and _free(statements.owner(index)):
                owners.own_words(row, index)
        for turn_of, index in enumerate(row.quoted):
            if _free(statements.owner(index)):
                owners.own(row, turn_of, index)
    found = statements.found
    found.sort(key=lambda attribution: (attribution.content[0].start, -attribution.content[-1].end))
    return found


def _turns(text: str, sentences: Sequence[Sentence], named: NamedEntities) -> dict[int, Label]:
    """By the first sentence of each block that is somebody's as a whole: whose it is."""
    found = labels(text, sentences, named)
    if len(found) < TURNS:
        found = [*answers(text, sentences, named), *found]
    return {label.sentence: label for label in found}


def _free(owner: Attribution | None) -> bool:
    """Whether a quotation may have another owner: it has none, or one who speaks of it (“dismissed …”)."""
    return owner is None or owner.rule == "belief"


def _state(
    row: FoldedSentence, table: dict[str, Verb], statements: Statements, owners: QuotationOwners
) -> bool:
    """Note the statements that the cues of one sentence give; answer whether there are any."""
    here = cues(row, table)
    source: Phrase | None = None
    reached: list[Phrase] = []
    end = 0
    for place, cue in enumerate(here):
        source = cue.source or source
        hearsay = cue.rule == "adverb"
        if (source is None and not hearsay) or (hearsay and len(here) > 1):
            continue
        floor = 0 if cue.rule == "according" or inserted(row, cue) else end
        stop = min([limit(row, here, place), *(to for start, to in reached if start <= cue.first < to)])
        parts = content(row, cue, floor, stop)
        if not parts:
            if source and row.number and len(here) == 1 and _ends(row, cue):
                owners.belated(row, cue, source)
            continue
        if floor == 0 and end and _said_already(row, parts, statements):
            continue
        reached.extend(parts)
        statements.add(row, cue, None if hearsay else source, parts)
        end = max(end, cue.end)
    return end > 0


def _ends(row: FoldedSentence, cue: Cue) -> bool:
    """Whether a verb of speech ends the sentence, with nothing said: “Nabil Rudd, an adviser, said.”."""
    return cue.rule == "said" and cue.end >= len(row) - 1


def _said_already(row: FoldedSentence, parts: list[Phrase], statements: Statements) -> bool:
    """Whether parts hold a quotation that a cue before has: “…,” Doe wrote, records show."""
    owners = (
        statements.owner(index)
        for first, end in parts
        for index in row.quoted[row.tags.count("Q", 0, first) : row.tags.count("Q", 0, end)]
    )
    return any(owner is not None and not owner.carried for owner in owners)
