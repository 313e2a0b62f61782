"""Statements finer than a claim: a sentence cut into what each of its verbs, lists and appositions asserts.

A proposition is a set of words, often discontinuous: its subject, its verb and one complement. The queue does
not show them one by one; `factcheck split --explain` puts them below a claim as what it says part by part.
"""

import re

from factcheck.model import Span, SplitClaim
from factcheck.split.clauses.clause_parts import Clause, Slot, Words
from factcheck.split.clauses.clause_reader import Reader
from factcheck.split.parser.parsed_clauses import parsed_clauses
from factcheck.split.parser.spacy_parser import grammar
from factcheck.split.words.tokens import tokens

_SAYS = re.compile(r"[^,.:\"()\-]")


def propositions(sentence: str, *, parser: bool = False) -> list[list[Span]]:
    """The propositions of one sentence, each a list of spans into it.

    Raises:
        MissingExtra: `parser` is asked for and not installed.
    """
    return _by_grammar(sentence) if parser else _by_rules(sentence)


def part_by_part(claim: SplitClaim, *, parser: bool = False) -> list[str]:
    """What a claim says part by part, each part in the claim's own words; empty where it says one thing.

    Raises:
        MissingExtra: `parser` is asked for and not installed.
    """
    said = " ".join((claim.restatement or claim.text).split())
    found = propositions(said, parser=parser)
    if len(found) < 2:
        return []
    return [" ".join(said[start:end] for start, end in one) for one in found]


def _by_rules(sentence: str) -> list[list[Span]]:
    """Propositions of the words that the splitter tags itself."""
    words = tokens(sentence, 0, len(sentence))
    reader = Reader(words)
    reader.read()
    found: list[Words] = []
    around: list[Words] = []
    for clause in reader.clauses:
        said = _emitted(clause, bare=clause is reader.main)
        found += said
        if clause.when and said and around:
            found.append(max(around, key=len) + clause.when + max(said, key=len))
        if clause.verb and not clause.when:
            around = said
    found += reader.extras
    if not found and _SAYS.search(words.tags):
        found.append(tuple(range(len(words.tags))))
    places = list(zip(words.starts, words.ends, strict=True))
    return [_spans(places, one) for one in dict.fromkeys(tuple(sorted(set(one))) for one in found)]


def _by_grammar(sentence: str) -> list[list[Span]]:
    """Propositions of the parser's tree."""
    tree = grammar(sentence)
    clauses, found = parsed_clauses(tree)
    found = [one for clause in clauses for one in _emitted(clause, bare=True)] + found
    if not found and any(letter.isalnum() for letter in sentence):
        found.append(tuple(range(len(tree.nodes))))
    places = [(node.start, node.end) for node in tree.nodes]
    return [_spans(places, one) for one in dict.fromkeys(tree.filled(one) for one in found)]


def _spans(places: list[tuple[int, int]], chosen: Words) -> list[Span]:
    """Neighbouring words drawn together into spans."""
    out: list[Span] = []
    before = -2
    for index in chosen:
        start, end = places[index]
        if index == before + 1:
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
        before = index
    return out


def _emitted(clause: Clause, *, bare: bool) -> list[Words]:
    out: list[Words] = []
    if not clause.verb:
        return out
    slots = _merged(clause.slots)
    for subject in clause.subjects or [()]:
        base = subject + clause.verb
        if not slots:
            if bare:
                out.append(base)
            continue
        objects: list[Words] = [()]
        rest = slots
        if not slots[0].tie:
            objects, rest = slots[0].options, slots[1:]
        out += [base + item for item in objects if item or not rest]
        for slot in rest:
            out += [base + objects[-1] + slot.tie + option for option in slot.options]
        if len(rest) > 1:
            ends = tuple(word for slot in rest for word in slot.tie + slot.options[0])
            out.append(base + objects[-1] + ends)
    if not out:
        return out
    for lead in clause.leads:
        for option in lead.options:
            out.append(lead.tie + option + out[0])
    return out


def _merged(slots: list[Slot]) -> list[Slot]:
    """Complements that say nothing apart drawn into the one before."""
    out: list[Slot] = []
    for slot in slots:
        if not out or slot.apart:
            out.append(slot)
            continue
        before = out[-1]
        if len(slot.options) == 1:
            before.options = [option + slot.tie + slot.options[0] for option in before.options]
        else:
            joined = [before.options[-1] + slot.tie + one for one in slot.options]
            before.options = before.options[:-1] + joined
    return out
