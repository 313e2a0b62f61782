"""Statements finer than a claim: a sentence cut into what each of its verbs, lists and appositions asserts.

A proposition is a set of words, often discontinuous: its subject, its verb and one complement. The queue does
not show them one by one; they stand below a claim as what it says part by part.
"""

import re

from factcheck.model import Span
from factcheck.split.clause_parts import Clause, Slot, Words
from factcheck.split.clause_reader import Reader
from factcheck.split.parser import parsed
from factcheck.split.tokens import Tokens, tokens
from factcheck.split.types import Sentence

_SAYS = re.compile(r"[^,.:\"()\-]")


def propositions(sentence: str, *, parser: bool = False) -> list[list[Span]]:
    """The propositions of one sentence, each a list of spans into it.

    Raises:
        MissingExtra: `parser` is asked for and not installed.
    """
    words = tokens(sentence, 0, len(sentence))
    if parser:
        words = parsed(sentence, [Sentence(0, len(sentence), 0)], [words])[0][0]
    return [_spans(words, chosen) for chosen in _chosen(words)]


def _chosen(words: Tokens) -> list[Words]:
    """The words of each proposition."""
    reader = Reader(words)
    reader.read()
    found: dict[Words, None] = {}
    around: list[Words] = []
    for clause in reader.clauses:
        said = _emitted(clause, main=clause is reader.main)
        found.update(dict.fromkeys(said))
        if clause.when and said and around:
            found[max(around, key=len) + clause.when + max(said, key=len)] = None
        if clause.verb and not clause.when:
            around = said
    found.update(dict.fromkeys(reader.extras))
    if not found and _SAYS.search(words.tags):
        found[tuple(range(len(words.tags)))] = None
    return list(dict.fromkeys(tuple(sorted(set(one))) for one in found))


def _spans(words: Tokens, chosen: Words) -> list[Span]:
    """Neighbouring tokens drawn together into spans."""
    out: list[Span] = []
    before = -2
    for index in chosen:
        if index == before + 1:
            out[-1] = Span(out[-1].start, words.ends[index])
        else:
            out.append(Span(words.starts[index], words.ends[index]))
        before = index
    return out


def _emitted(clause: Clause, *, main: bool) -> list[Words]:
    out: list[Words] = []
    if not clause.verb:
        return out
    slots = _merged(clause.slots)
    for subject in clause.subjects or [()]:
        base = subject + clause.verb
        if not slots:
            if main:
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
