"""Labels that open a block and name who speaks in it: interviews, transcripts, headlines."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Span
from factcheck.split.types import Cast, EntityKind, Sentence
from factcheck.split.wordlists import word_set

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


def labels(text: str, sentences: Sequence[Sentence], cast: Cast) -> list[Label]:
    """Every block that a label gives to somebody, in order."""
    known = {
        text[mention.start : mention.end]
        for mention in cast.mentions
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
