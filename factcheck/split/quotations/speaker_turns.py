"""Blocks that are one speaker's as a whole: by a label that opens them, or by the turns of an interview."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Span
from factcheck.split.lexicon import word_set
from factcheck.split.people.entities import EntityKind, NamedEntities
from factcheck.split.sentences.sentences import Sentence

_LABEL = re.compile(
    r"(?P<name>(?:[A-Z][\w’'.-]*|[“\"'])(?:[ \u00a0](?:[A-Z0-9][\w’'.-]*|of|de|von|van|the|and|&)){0,6}"
    r"(?:,? \([^()]{1,40}\))?)(?:, [A-Z][A-Z .’'&-]{1,50})?:[ \u00a0]*(?=[^\s/\d])"
)
_LETTER = re.compile(r"(?P<name>[QA])(?::|\.)[ \u00a0]+(?=\S)")
_TWEET = re.compile(
    r"\s*[—–-]{1,2}[ \u00a0]?(?P<name>[A-Z][^\n()@—–]{1,50}?)[ \u00a0]\(@\w+\)"
    r"(?:[ \u00a0][A-Z][a-z]+\.?[ \u00a0]\d{1,2},[ \u00a0]\d{4})?\s*\Z"
)
"""The name, handle and date that close an embedded message."""
_TAIL = 120
"""Most characters of such a close."""
_NOBODY = word_set(
    """
    note update updated correction photo photos image images picture source sources related read editor
    editors see watch video audio listen more also example examples warning tip step question answer answers
    caption credit location date time when where who what why how email phone contact tel website web url
    tags topics share category published address chapter section part figure table summary conclusion
    background abstract exclusive breaking opinion analysis review ingredients method notes disclaimer
    subject re from to cc
    """
)
_PREFIX_WORDS = 3
_MANY = 4
"""Blocks with a repeated label from which a piece is a transcript."""
_GAP = 3
"""Most blocks without a label between two labels of a transcript: they go on with the first one."""


class Label(NamedTuple):
    """Who speaks in a block, and the words that are theirs."""

    name: Span
    content: Span
    sentence: int
    """Index of the first sentence of the block."""
    carried: bool = False
    """True where the label stands on an earlier block."""


def labels(text: str, sentences: Sequence[Sentence], named: NamedEntities) -> list[Label]:
    """Every block that a label gives to somebody, in order."""
    known = {
        text[mention.start : mention.end]
        for mention in named.mentions
        if mention.kind in (EntityKind.PERSON, EntityKind.ORGANISATION)
    }
    seen: list[tuple[int, int, int, re.Match[str] | None]] = []
    posted: list[Label] = []
    for first, last in blocks(sentences):
        start, end = sentences[first].start, sentences[last].end
        if "(@" in text[max(start, end - _TAIL) : end]:
            posted += _posted(text, first, start, end)
        head = text[start : start + 80]
        match = None
        if ":" in head or head[:2] in ("Q.", "A."):
            match = _LABEL.match(text, start, min(end, start + 120)) or _LETTER.match(text, start, end)
        seen.append((first, start, end, match))
    counts = Counter(match["name"] for _, _, _, match in seen if match)
    found: list[Label] = []
    repeated = sum(count for count in counts.values() if count > 1) >= _MANY
    waiting: list[tuple[int, int, int]] = []
    current: Span | None = None
    for first, start, end, match in seen:
        if match is not None and _names_somebody(text, match, end, counts, known):
            if current is not None and len(waiting) <= _GAP:
                found.extend(Label(current, Span(at, to), number, carried=True) for number, at, to in waiting)
            waiting = []
            name = Span(*match.span("name"))
            found.append(Label(name, Span(match.end(), end), first))
            current = name if repeated else None
        elif current is not None and text[start] not in "[(":
            waiting.append((first, start, end))
    return found + posted


def _posted(text: str, first: int, start: int, end: int) -> list[Label]:
    """The sender of an embedded message that makes a block: “… — Dale Hargrove (@dale) March 3, 2016”."""
    match = _TWEET.search(text, max(start, end - _TAIL), end)
    if match is None or match.start() <= start:
        return []
    return [Label(Span(*match.span("name")), Span(start, match.start()), first)]


def blocks(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """First and last sentence of every block."""
    found: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        if number and sentence.block == sentences[number - 1].block:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _names_somebody(text: str, match: re.Match[str], end: int, counts: Counter[str], known: set[str]) -> bool:
    """Whether a label is a speaker rather than a heading like “Update:”."""
    name = match["name"]
    bare = name.partition(" (")[0].rstrip(",")
    if match.end() >= end or bare.split(" ")[0].lower().rstrip("’'s") in _NOBODY:
        return False
    if name in ("Q", "A"):
        return counts["Q"] + counts["A"] > 1
    if counts[name] > 1 and (len(counts) > 1 or counts[name] > 2) and len(bare.split(" ")) <= _PREFIX_WORDS:
        return True
    quoted = text[match.end()] in "“\"‘'"
    if bare.isupper() and len(bare) > 2:
        return True
    last = bare.split(" ")[-1]
    return (
        bare in known
        or (last != bare and counts[last] > 1)
        or last in known
        or " ".join(bare.split(" ")[-2:]) in known
        or (quoted and " " not in bare and end - match.start() < 160)
    )


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


def answers(text: str, sentences: Sequence[Sentence], named: NamedEntities) -> list[Label]:
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
    who = _interviewed(text, named, stretches[begun][1])
    if who is None:
        return []
    name = named.entities[who].first
    return [
        Label(name, Span(start, end), first, carried=True)
        for place, (first, start, end) in enumerate(stretches)
        if place > begun and not asked[place] and _answers(text, start, end, named, who)
    ]


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a block is a question of the interviewer."""
    ended = text[max(start, end - 8) : end].rstrip(_CLOSERS)
    return ended.endswith("?") and text.count(" ", start, end) < _QUESTION_WORDS


def _interviewed(text: str, named: NamedEntities, begun: int) -> int | None:
    """The one person whom the lines before the first question say that somebody met.

    Where it does not stand right with a name who was met, it is the only person named there.
    """
    met = [match.span() for match in _MET.finditer(text, 0, begun)]
    people: set[int] = set()
    known: set[int] = set()
    for mention in named.mentions:
        if mention.start >= begun:
            break
        if mention.kind != EntityKind.PERSON or " " not in named.entities[mention.entity].name:
            continue
        known.add(mention.entity)
        if any(_close(text, end, mention.start) or text[mention.end : start] in _THEN for start, end in met):
            people.add(mention.entity)
    chosen = people or (known if met else people)
    return chosen.pop() if len(chosen) == 1 else None


def _close(text: str, end: int, start: int) -> bool:
    """Whether a name from `start` stands close behind the end of a word, in the same clause."""
    return end <= start <= end + _CLOSE and not _BOUND.search(text, end, start)


def _answers(text: str, start: int, end: int, named: NamedEntities, who: int) -> bool:
    """Whether a block is an answer: no heading, no credit, and not about the one who answers."""
    said = text[start:end]
    if said.count(" ") < _HEAD_WORDS and said[-1:] not in '.!…”"':
        return False
    if _OWN.search(said):
        return True
    return not any(mention.entity == who and start <= mention.start < end for mention in named.mentions)
