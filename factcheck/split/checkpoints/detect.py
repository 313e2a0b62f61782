"""All detectors over one text: what there is to tick off, in reading order."""

from collections.abc import Sequence
from datetime import date

from db.vocabulary import CheckKind
from factcheck.split.checkpoints import quantities, times, wording
from factcheck.split.checkpoints.found import Found
from factcheck.split.tokens import Tokens

_HOT = times.HOT | wording.HOT
_HOT_TAGS = frozenset("0l$MKS")


def detect(text: str, words: Tokens, end: int, published: date | None) -> list[Found]:
    """What a sentence's own words give away: times, ages, quantities and kinds of wording, by place."""
    out: list[Found] = []
    reach = 0
    spoken, starts, tags = words.words, words.starts, words.tags
    for index, word in enumerate(spoken):
        tag = tags[index]
        if tag not in _HOT_TAGS and word not in _HOT:
            continue
        start = starts[index]
        if word in wording.HOT:
            out += wording.wording(text, word, start, end)
        if tag == "S" and (
            grade := wording.graded(text, word, spoken[index - 1] if index else "", start, end)
        ):
            out.append(grade)
        if start < reach:
            continue
        found = _measured(text, words, index, tag, end, published)
        if found is not None:
            out.append(found)
            reach = found.end
    return out


def _measured(
    text: str, words: Tokens, index: int, tag: str, end: int, published: date | None
) -> Found | None:
    """An age, a time or a quantity that begins at the token."""
    start = words.starts[index]
    tags = words.tags
    numeric = tag in "0l$"
    if numeric or words.words[index] in times.HOT or tag in "MK":
        after_name = tag == "0" and index > 1 and tags[index - 1] == "," and tags[index - 2] == "N"
        found = times.age(text, start, end, after_name=after_name) or times.time(text, start, end, published)
        if found is not None:
            return found
    return quantities.quantity(text, start, end) if numeric else None


ORDER = {kind: place for place, kind in enumerate(CheckKind)}


def ordered(found: Sequence[Found]) -> list[Found]:
    """Check points by place, wider ones first, then by kind."""
    return sorted(found, key=lambda one: (one.start, -one.end, ORDER[one.kind]))
