"""Interviews without labels: questions and answers by turns, the answers one named person's."""

import re
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.split.labels import Label, blocks
from factcheck.split.types import Cast, EntityKind, Sentence

TURNS = 3
"""Questions with an answer from which a piece is an interview."""
_CLOSERS = "”\"'’)] "
_ADDRESSED = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_MET = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|speaks?|spoke|talk(?:s|ed)?|chat(?:s|ted)?|met|meets?|sat down|caught up"
    r"|conversation|Q&A)\b",
    re.IGNORECASE,
)
_CLOSE = 60
_BOUND = re.compile(r"[,;\n]|(?<![A-Z])\.")
"""Most characters, and no such mark, between the word that says that somebody was met and the name."""
_THEN = frozenset((" ", " was ", ": an ", ": An ", ": the ", ": The ", ": ", " – ", " — "))
"""What stands between a name and such a word behind it."""
_QUESTION_WORDS = 90
"""Words of the longest question; a longer block that ends by asking is an answer."""
_HEAD_WORDS = 7
"""Words up to which a block with no end mark is a heading or a credit, not an answer."""


def answers(text: str, sentences: Sequence[Sentence], cast: Cast) -> list[Label]:
    """The answers of an interview whose turns have no labels, each given to the one person interviewed.

    Nothing where more than one person may be answering: a wrong speaker is worse than none.
    """
    stretches = [(first, sentences[first].start, sentences[last].end) for first, last in blocks(sentences)]
    asked = [_asks(text, start, end) for _, start, end in stretches]
    turns = [
        place
        for place, question in enumerate(asked[:-1])
        if question and not asked[place + 1] and _ADDRESSED.search(text, *stretches[place][1:])
    ]
    if len(turns) < TURNS:
        return []
    begun = turns[0]
    who = _interviewed(text, cast, stretches[begun][1])
    if who is None:
        return []
    name = cast.entities[who].first
    return [
        Label(name, Span(start, end), first, carried=True)
        for place, (first, start, end) in enumerate(stretches)
        if place > begun and not asked[place] and _answers(text, start, end, cast, who)
    ]


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a block is a question of the interviewer."""
    ended = text[max(start, end - 8) : end].rstrip(_CLOSERS)
    return ended.endswith("?") and text.count(" ", start, end) < _QUESTION_WORDS


def _interviewed(text: str, cast: Cast, begun: int) -> int | None:
    """The one person whom the lines before the first question say that somebody met.

    Where it does not stand right with a name who was met, it is the only person named there.
    """
    met = [match.span() for match in _MET.finditer(text, 0, begun)]
    people: set[int] = set()
    named: set[int] = set()
    for mention in cast.mentions:
        if mention.start >= begun:
            break
        if mention.kind != EntityKind.PERSON or " " not in cast.entities[mention.entity].name:
            continue
        named.add(mention.entity)
        if any(_close(text, end, mention.start) or text[mention.end : start] in _THEN for start, end in met):
            people.add(mention.entity)
    chosen = people or (named if met else people)
    return chosen.pop() if len(chosen) == 1 else None


def _close(text: str, end: int, start: int) -> bool:
    """Whether a name from `start` stands close behind the end of a word, in the same clause."""
    return end <= start <= end + _CLOSE and not _BOUND.search(text, end, start)


def _answers(text: str, start: int, end: int, cast: Cast, who: int) -> bool:
    """Whether a block is an answer: no heading, no credit, and not about the one who answers."""
    said = text[start:end]
    if said.count(" ") < _HEAD_WORDS and said[-1:] not in '.!…”"':
        return False
    if _OWN.search(said):
        return True
    return not any(mention.entity == who and start <= mention.start < end for mention in cast.mentions)
