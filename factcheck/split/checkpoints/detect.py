"""All detectors over one sentence: what there is to tick off, by place."""

from collections.abc import Sequence
from datetime import date

from db.vocabulary import CheckKind
from factcheck.split.checkpoints import quantities, times, wording
from factcheck.split.checkpoints.found import Found
from factcheck.split.words.tokens import Tokens

_HOT = times.ALONE | wording.HOT
_TIMELY = times.ALONE | times.BEFORE_UNIT
_HOT_WITH_UNIT = _HOT | times.BEFORE_UNIT
_HOT_TAGS = frozenset("0l$MKS")
_PERSONS = frozenset(("he", "she", "i"))
_POSSESSIVES = frozenset(("his", "her", "their", "early", "late", "mid"))
_AGES_ALONE = frozenset(("aged", "age", "turned", "turns", "turning"))


def detect(text: str, words: Tokens, end: int, published: date | None) -> list[Found]:
    """What a sentence's own words give away: times, ages, quantities and kinds of wording, by place."""
    out: list[Found] = []
    reach = 0
    spoken, starts, tags = words.words, words.starts, words.tags
    hot = _HOT if times.UNITS.isdisjoint(spoken) else _HOT_WITH_UNIT
    for index in [at for at, word in enumerate(spoken) if word in hot or tags[at] in _HOT_TAGS]:
        word, tag = spoken[index], tags[index]
        start = starts[index]
        if wording.begins(spoken, index):
            out += wording.wording(text, word, start, end)
        if tag == "S":
            before = spoken[index - 1] if index else ""
            grade = wording.graded(text, word, before, tags[index + 1 : index + 2], start, end)
            if grade is not None:
                out.append(grade)
        if start < reach:
            continue
        timely = tag in _HOT_TAGS or word in _TIMELY
        found = _measured(text, words, index, tag, end, published) if timely else None
        if found is not None:
            out.append(found)
            reach = found.end
    return out


def _measured(
    text: str, words: Tokens, index: int, tag: str, end: int, published: date | None
) -> Found | None:
    """An age, a time or a quantity that begins at the token."""
    word = words.words[index]
    numeric = tag in "0l$"
    sure = numeric or tag in "MK" or word in times.ALONE
    if not sure and (
        word not in times.BEFORE_UNIT or times.UNITS.isdisjoint(words.words[index + 1 : index + 4])
    ):
        return None
    if word == "the" and words.words[index + 1] not in times.PARTS:
        return None
    start = words.starts[index]
    found = None
    alone = numeric and index > 1 and _ages(words, index)
    if alone or word in _AGES_ALONE or (numeric and _years(words, index)):
        found = times.age(text, start, end, alone=alone)
    if found is None:
        exact = tag in "MK" or (
            tag == "0" and (word.count("-") > 1 or "M" in words.tags[index + 1 : index + 3])
        )
        found = times.time(text, start, end, published, exact=exact)
    return quantities.quantity(text, start, end) if found is None and numeric else found


def _years(words: Tokens, index: int) -> bool:
    """Whether “years” stands in the word at index or right behind it."""
    return "year" in " ".join(words.words[index : index + 3])


def _ages(words: Tokens, index: int) -> bool:
    """Whether the number at index can be somebody's age: “Mary Doe, 46,”, “she was 19,”, “in his 40s”."""
    before = words.tags[index - 1]
    if before == ",":
        return words.tags[index - 2] == "N"
    if words.words[index - 1] in _POSSESSIVES:
        return True
    return before == "b" and words.words[index - 2] in _PERSONS


ORDER = {kind: place for place, kind in enumerate(CheckKind)}


def ordered(found: Sequence[Found]) -> list[Found]:
    """Check points by place, wider ones first, then by kind."""
    return sorted(found, key=lambda one: (one.start, -one.end, ORDER[one.kind]))
