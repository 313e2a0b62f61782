"""What a clause is made of, as the reader of clauses finds it."""

from dataclasses import dataclass, field

Words = tuple[int, ...]
"""Indices of tokens."""


@dataclass(slots=True)
class Slot:
    """One complement of a verb: the words that tie it, and what may stand in it, one at a time."""

    tie: Words
    options: list[Words]
    apart: bool = False
    """True when it says something apart from the complements before it: a time, an agent…"""
    stem: Words = ()
    """Words of the last option before its last noun phrase: “the list of” in “the list of states”."""


@dataclass(slots=True)
class Clause:
    """A verb with its subjects and complements."""

    subjects: list[Words] = field(default_factory=list)
    verb: Words = ()
    slots: list[Slot] = field(default_factory=list)
    leads: list[Slot] = field(default_factory=list)
    """What stands before the subject: “In 2010, …”."""
    lead: bool = False
    """True for a participle that stands before the main clause and has its subject."""
    stem: Words = ()
    """Words of the last subject before its last noun phrase."""
    when: Words = ()
    """The word that makes it subordinate: “when”, “because”."""
