"""What kind of words changed between two wordings of a claim: by tokens, never by distance."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.vocabulary import TokenChange
from factcheck.model import WordsChange
from factcheck.revise import lexicon
from factcheck.revise.matching.align import equal_tokens
from factcheck.revise.reading import Reading
from factcheck.revise.tokens import Kind, same_typeset

Stretch = tuple[int, int]
"""Tokens `first` to `last` (exclusive)."""

GRAVITY = (
    TokenChange.NEGATION,
    TokenChange.NUMBER,
    TokenChange.DATE,
    TokenChange.NAME,
    TokenChange.SPEAKER,
    TokenChange.SUPERLATIVE,
    TokenChange.HEDGE,
    TokenChange.QUOTED,
    TokenChange.CONTEXT,
    TokenChange.WORDING,
    TokenChange.TYPOGRAPHY,
)
"""Kinds of change, gravest first."""

_RANK = {kind: rank for rank, kind in enumerate(GRAVITY)}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")


_MOST_GLUED = 3
"""Tokens that are shown with a change because they hang on it, at most, on either side."""


class Segment(NamedTuple):
    """Tokens that went and tokens that came in their place; one of the two may be empty."""

    old: Stretch
    new: Stretch


def same_words(old: Reading, stretch: Stretch, new: Reading, other: Stretch) -> bool:
    """Whether two stretches differ in typography at most."""
    (first, last), (begin, end) = stretch, other
    return (
        last - first == end - begin
        and old.tokens.keys[first:last] == new.tokens.keys[begin:end]
        and same_typeset(old.tokens.kinds[first:last], new.tokens.kinds[begin:end])
    )


def segments(old: Reading, stretch: Stretch, new: Reading, other: Stretch) -> list[Segment]:
    """Where two stretches differ; changes that only a dull word or a mark keeps apart are one."""
    found: list[Segment] = []
    at, to = stretch[0], other[0]
    for one, two in [*equal_tokens(old, stretch, new, other), (stretch[1], other[1])]:
        if one > at or two > to:
            last = found[-1] if found else None
            if last is not None and _slight(old, last.old[1], at) and _both(last, at, one, to, two):
                found[-1] = Segment((last.old[0], one), (last.new[0], two))
            else:
                found.append(Segment((at, one), (to, two)))
        at, to = one + 1, two + 1
    return found


def _slight(old: Reading, first: int, last: int) -> bool:
    """Whether the equal tokens between two changes are a single dull word or mark."""
    return last - first == 1 and (not old.is_word(first) or old.tokens.keys[first].casefold() in lexicon.DULL)


def _both(last: Segment, at: int, one: int, to: int, two: int) -> bool:
    """Whether words were replaced, not only taken out or put in, on both sides of the equal token."""
    before = last.old[1] > last.old[0] and last.new[1] > last.new[0]
    return before and one > at and two > to


def classify(old: Reading, stretch: Stretch, new: Reading, other: Stretch) -> list[WordsChange]:
    """The changes between two stretches, gravest first; typography is told where nothing else changed."""
    if same_words(old, stretch, new, other):
        before, after = old.words(*stretch), new.words(*other)
        return [] if before == after else _typography(old, stretch, new, other)
    found: list[WordsChange] = []
    sides = (_Side(old, stretch), _Side(new, other))
    for segment in segments(old, stretch, new, other):
        found += _changes(sides, segment)
    return ordered(found)


def ordered(changes: Iterable[WordsChange]) -> list[WordsChange]:
    """Changes, each once, gravest first, otherwise in the order of the text."""
    return sorted(dict.fromkeys(changes), key=lambda change: _RANK[change.kind])


def _typography(old: Reading, stretch: Stretch, new: Reading, other: Stretch) -> list[WordsChange]:
    """The first token that is set otherwise, with its neighbours; white space alone as empty words."""
    for one, two in zip(range(*stretch), range(*other), strict=True):
        before, after = old.words(one, one + 1), new.words(two, two + 1)
        if before != after:
            return [WordsChange(TokenChange.TYPOGRAPHY, before, after)]
    return [WordsChange(TokenChange.TYPOGRAPHY, "white space", "white space")]


class _Side:
    """One wording of a claim, with its quoted words and the words that name its speaker."""

    def __init__(self, reading: Reading, stretch: Stretch) -> None:
        self.reading = reading
        self.stretch = stretch
        self.quoted: set[int] = set()
        self.speaking: set[int] = set()
        if stretch[0] >= stretch[1]:
            return
        start, end = reading.span(*stretch)
        for span in reading.quoted(start, end):
            self.quoted.update(range(*reading.inside(*span)))
        for said in reading.attributions(start, end):
            for part in () if said.carried else (said.source, said.cue):
                if part is not None:
                    self.speaking.update(range(*reading.inside(*part)))

    def kinds(self, token: int) -> set[TokenChange]:
        """What a change of one token means, by the token itself."""
        reading = self.reading
        key, kind = reading.tokens.keys[token], reading.tokens.kinds[token]
        if kind == Kind.QUOTE:
            return {TokenChange.QUOTED}
        low = key.casefold()
        found: set[TokenChange] = set()
        if self._is_date(token, key, low):
            found.add(TokenChange.DATE)
        elif kind == Kind.NUMBER or low in lexicon.NUMBER_WORDS or key in lexicon.NUMBER_MARKS or key == "−":
            found.add(TokenChange.NUMBER)
        if low in lexicon.NEGATIONS:
            found.add(TokenChange.NEGATION)
        elif low in lexicon.HEDGES and TokenChange.DATE not in found:
            found.add(TokenChange.HEDGE)
        if low in lexicon.SUPERLATIVES or _is_superlative(low):
            found.add(TokenChange.SUPERLATIVE)
        if not found and reading.is_name(token):
            found.add(TokenChange.NAME)
        return found

    def _is_date(self, token: int, key: str, low: str) -> bool:
        keys = self.reading.tokens.keys
        if low in lexicon.MONTHS:
            return key[0].isupper()
        if low in lexicon.DATE_WORDS:
            return low not in lexicon.NUMBER_WORDS
        if self.reading.tokens.kinds[token] != Kind.NUMBER:
            return False
        before = keys[token - 1] if token else ""
        near = keys[max(0, token - 2) : token + 3]
        if any(other.casefold() in lexicon.MONTHS and other[0].isupper() for other in near):
            return len(key) <= 4
        if before in lexicon.NUMBER_MARKS:
            return False
        if key.isdigit() and len(key) == 4 and key[:2] in {"15", "16", "17", "18", "19", "20"}:
            return True
        hour, colon, minute = key.replace(".", ":").partition(":")
        clock = keys[token + 1 : token + 2] in (["p"], ["a"], ["pm"], ["am"]) or ":" in key
        return bool(colon) and clock and hour.isdigit() and minute.isdigit()


def _is_superlative(low: str) -> bool:
    return low.endswith("est") and len(low) > 4 and low not in lexicon.NOT_SUPERLATIVE


def _changes(sides: tuple[_Side, _Side], segment: Segment) -> list[WordsChange]:
    """The changes that one segment makes: one for each kind of word in it."""
    places = (range(*segment.old), range(*segment.new))
    by_kind: dict[TokenChange, tuple[list[int], list[int]]] = {}
    for number, (side, place) in enumerate(zip(sides, places, strict=True)):
        for token in place:
            for kind in side.kinds(token):
                by_kind.setdefault(kind, ([], []))[number].append(token)
    words = _whole_words(sides, segment)
    if _turned_round(*words):
        by_kind[TokenChange.NEGATION] = ([], [])
    touched = {
        kind
        for side, place in zip(sides, places, strict=True)
        for kind, those in ((TokenChange.SPEAKER, side.speaking), (TokenChange.QUOTED, side.quoted))
        if not those.isdisjoint(place)
    }
    if TokenChange.SPEAKER in touched:
        by_kind.pop(TokenChange.NAME, None)
    by_kind |= dict.fromkeys(touched, ([], []))
    light = not by_kind and all(
        side.reading.tokens.keys[token].casefold() in lexicon.LIGHT
        for side, place in zip(sides, places, strict=True)
        for token in place
    )
    several = sum(bool(tokens[0] or tokens[1]) for tokens in by_kind.values()) > 1
    return [
        WordsChange(kind, _picked(sides[0], tokens[0]), _picked(sides[1], tokens[1]))
        if several and (tokens[0] or tokens[1])
        else WordsChange(kind, *words, light=light)
        for kind, tokens in (by_kind or {TokenChange.WORDING: ([], [])}).items()
    ]


def _picked(side: _Side, tokens: Sequence[int]) -> str:
    """The text from the first of some tokens to the last."""
    return side.reading.words(min(tokens), max(tokens) + 1) if tokens else ""


def _whole_words(sides: tuple[_Side, _Side], segment: Segment) -> tuple[str, str]:
    """The text of both sides of a segment, with what it hangs on without a space: “€”, “-Brandt”, “20%”."""
    stretches = (segment.old, segment.new)
    before = max(_glued(side, place, -1) for side, place in zip(sides, stretches, strict=True))
    behind = max(_glued(side, place, 1) for side, place in zip(sides, stretches, strict=True))
    first, second = (
        side.reading.words(max(side.stretch[0], low - before), min(side.stretch[1], high + behind))
        for side, (low, high) in zip(sides, stretches, strict=True)
    )
    return first, second


def _glued(side: _Side, place: Stretch, step: int) -> int:
    """How many tokens before or behind a changed one hang on it without a space."""
    if place[0] >= place[1]:
        return 0
    words = side.reading.tokens
    here, count = (place[0] if step < 0 else place[1] - 1), 0
    while count < _MOST_GLUED and side.stretch[0] <= here + step < side.stretch[1]:
        low, high = sorted((here, here + step))
        apart = words.ends[low] != words.starts[high]
        key, kind = words.keys[here + step], words.kinds[here + step]
        if apart or kind == Kind.QUOTE or (kind == Kind.MARK and key not in lexicon.NUMBER_MARKS):
            break
        here += step
        count += 1
    return count


def _turned_round(before: str, after: str) -> bool:
    """Whether one word is the other with a prefix that turns it round: likely, unlikely."""
    short, long = sorted((before.casefold(), after.casefold()), key=len)
    return len(short) > 2 and any(long == prefix + short for prefix in _PREFIXES)
