"""What happened, and what somebody's words assert: to tick apart from whether they were said."""

import re
from collections.abc import Sequence

from db.vocabulary import CheckKind
from factcheck.model import Span
from factcheck.split.checkpoints.found import Found
from factcheck.split.lexicon import listed
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.quotation_marks import Quotation
from factcheck.split.words.tokens import Tokens
from factcheck.split.words.verb_forms import irregular_pasts

_STATES = listed("words/state_verbs")
_PASTS = frozenset(irregular_pasts().values())
_EVENT = re.compile(
    r"(?:(?P<helper>[bh])[rR]{0,2}(?:B[rR]{0,2})?(?P<participle>e)|(?P<verb>v))"
    r"(?:[dp]?[jcSlg0nNsMK$%'\-]{0,6}[nNs0%Ml])?"
)
_ASSERTS = 3
"""Spaces in the shortest stretch of somebody's words that asserts something."""


def event(words: Tokens, start: int, end: int, closed: Sequence[Span]) -> Found | None:
    """The first thing that `start`–`end` says has happened: the verb with its object."""
    for match in _EVENT.finditer(words.tags):
        first = match.start()
        begin, stop = words.starts[first], words.ends[match.end() - 1]
        if begin < start or (closed and any(span.start < stop and begin < span.end for span in closed)):
            continue
        if stop > end:
            return None
        place = match.start("participle")
        word = words.words[place if place >= 0 else first]
        past = place >= 0 or word.endswith("ed") or word in _PASTS
        if past and word not in _STATES:
            return Found(begin, stop, CheckKind.EVENT, rule="past event")
    return None


def asserted(
    text: str, said: Sequence[Attribution], quotations: Sequence[Quotation], start: int, end: int
) -> Found | None:
    """What the words given as somebody's assert in `start`–`end`, true or not."""
    for attribution in said:
        for span in attribution.content:
            first, last = max(span.start, start), min(span.end, end)
            if first < last and text.count(" ", first, last) >= _ASSERTS:
                first, last = _inside(text, first, last)
                return Found(first, last, CheckKind.EVENT, "what the words assert", "asserted")
    for quotation in quotations:
        first, last = max(quotation.inner_start, start), min(quotation.inner_end, end)
        if first < last and text.count(" ", first, last) > _ASSERTS:
            return Found(first, last, CheckKind.EVENT, "what the words assert", "asserted")
    return None


def _inside(text: str, first: int, last: int) -> tuple[int, int]:
    """Without quotation marks and the comma before the closing one."""
    while first < last and text[first] in "“\"‘'«„ ":
        first += 1
    while last > first and text[last - 1] in "”\"’'» ,":
        last -= 1
    return first, last
