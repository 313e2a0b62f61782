"""Where a sentence holds more than one statement: places to cut, found in the tags of its words."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.split.words.tokens import Tokens

FINITE = "vbhDm"
_HAS_FINITE = re.compile(f"[{FINITE}]")
_FACT = re.compile(r"[NM0lSK$%Q]")
_NO_WORDS = dict.fromkeys(map(ord, ',.:()"-'))
"""Tags that are no words: marks."""

_PHRASE = r"(?:[dp]?[jcSlg0enNsMK$%'\-]{0,8}[nNs0Ml%e])"
_SUBJECT = rf"(?:[oQ]|{_PHRASE}(?:[ia]{_PHRASE}){{0,3}})"
_ADVERBIAL = rf"(?:[rR]{{1,3}},?|(?:i{_PHRASE}){{1,2}},?)?"
_COORDINATED = re.compile(
    rf"(?P<join>,?[au])(?P<rest>(?:t|x)?{_ADVERBIAL}(?P<subject>{_SUBJECT})[rR]{{0,3}}[{FINITE}])"
    rf"|(?P<mark>:)(?P<after>{_ADVERBIAL}(?:{_SUBJECT})[rR]{{0,3}}[{FINITE}])"
)
_PREDICATE = re.compile(rf",?[au][rR]{{0,3}},?[rR]{{0,2}}[{FINITE}]")
_SHARED_HELPER = re.compile(r",?[au][rR]{0,2}e")
_RELATIVE = re.compile(rf",i?w(?:[rR]{{0,3}}|{_SUBJECT}[rR]{{0,3}})[{FINITE}]")
_PARTICIPLE = re.compile(r",[rR]{0,2}[ge](?![nNs])")
_APPOSITION = re.compile(rf",{_PHRASE}")
_FRONT = re.compile(r"[rR]{0,2}[ge](?![nNs,])")
_RECKONED = re.compile(r"wb[rR]{0,2}[ir]?[0l$c]")
"""“which is 8 percent more”: decided together with the number before."""
_RECKONED_WORDS = 8
_LONE_NAME = re.compile(r"N+(?:[.,]|$)")
_LIST_ITEM = re.compile(r"(?:[jN][jN]?[nNs]|[nNs]{1,4}),?[,a]")
_LAST_ITEM = re.compile(r"[au][rR]{0,2}[jcnNsd0]{1,6}[nNs](?![vbhDm])")
_MEASURED = re.compile(r"[0SM%$]")
_RELATIVES = frozenset(("who", "which", "whose", "whom", "in", "at", "of", "for", "on", "with"))
_CONTRASTS = frozenset(("while", "whereas", "although", "though"))

_JOINED = re.compile(r"[,au:]")
_LEAST = 4
"""Fewest words of a statement that stands as a claim of its own."""
LONGEST = 400
"""Words and marks of the longest stretch that can be a sentence; tables and noise are left whole."""


class Cut(NamedTuple):
    """Tokens `first` to `last` (exclusive) that state something of their own."""

    first: int
    last: int
    rule: str
    nested: bool
    """True when it hangs on a word of the statement around it; false when it stands beside it."""


def masked(words: Tokens, closed: Sequence[tuple[int, int]]) -> str:
    """The tags with everything between quotation marks as `Q`, so that no rule looks inside."""
    tags = words.tags
    if not closed:
        return tags
    out = list(tags)
    for start, end in closed:
        first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
        out[first:last] = "Q" * (last - first)
    return "".join(out)


def cuts(words: Tokens, tags: str) -> list[Cut]:
    """The statements that leave the main one, nested ones first; `tags` are masked."""
    if (
        not 2 * _LEAST <= len(tags) <= LONGEST
        or not _JOINED.search(tags)
        or _count(tags) < 2 * _LEAST
        or not _HAS_FINITE.search(tags)
    ):
        return []
    nested = _nested(words, tags)
    return nested + _level(words, without_nested(tags, nested))


def without_nested(tags: str, found: Sequence[Cut]) -> str:
    """The tags with everything in a nested cut as `_`."""
    spine = tags
    for cut in found:
        if cut.nested:
            spine = f"{spine[: cut.first]}{'_' * (cut.last - cut.first)}{spine[cut.last :]}"
    return spine


def _count(tags: str) -> int:
    """Number of words."""
    return len(tags.translate(_NO_WORDS))


# what hangs on a word


def _nested(words: Tokens, tags: str) -> list[Cut]:
    if "," not in tags:
        return []
    found: list[Cut] = []
    for pattern, rule in (
        (_RELATIVE, "relative clause"),
        (_PARTICIPLE, "participle"),
        (_APPOSITION, "apposition"),
    ):
        for match in pattern.finditer(tags):
            first = match.start() + 1
            if first < 2 or any(cut.first <= first < cut.last for cut in found):
                continue
            last = _reach(tags, match.end(), rule)
            if _states(words, tags, first, last, rule):
                found.append(Cut(first, last, rule, nested=True))
    front = _FRONT.match(tags)
    if front is not None and words.words[front.end() - 1] not in ("given", "based"):
        last = tags.find(",", front.end()) + 1
        if last > _LEAST + 1 and _FACT.search(tags, 1, last) and _HAS_FINITE.search(tags, last):
            found.append(Cut(0, last, "participle in front", nested=True))
    found.sort()
    return found


def _reach(tags: str, start: int, rule: str) -> int:
    """Past the last token of what hangs on a word: the comma that closes it belongs to it."""
    stop = tags.find(":", start)
    stop = len(tags) if stop < 0 else stop
    place = tags.find(",", start, stop)
    while place >= 0:
        following = tags[place + 1 : place + 2]
        if _LONE_NAME.match(tags, place + 1):
            place = tags.find(",", place + 1, stop)
            continue
        if following in ("0", "") or _LIST_ITEM.match(tags, place + 1):
            place = tags.find(",", place + 1, stop)
            continue
        if rule == "relative clause" and _LAST_ITEM.match(tags, place + 1):
            place = tags.find(",", place + 1, stop)
            continue
        return place + 1
    return stop


def _states(words: Tokens, tags: str, first: int, last: int, rule: str) -> bool:
    """Whether tokens `first` to `last` say something of their own, and leave a statement around them."""
    if last - first < _LEAST or (
        rule == "apposition" and not (tags[first - 2] in "N)" and tags[first] in "dp")
    ):
        return False
    inside = tags[first:last]
    around = tags[:first] + tags[last:]
    if not _HAS_FINITE.search(around) or _count(around) < _LEAST - 1:
        return False
    size = _count(inside)
    word = words.words[first]
    if word == "which" and _RECKONED.match(inside) and size < _RECKONED_WORDS:
        return False
    if rule == "relative clause":
        return size >= _LEAST and word in _RELATIVES
    if size <= _LEAST or "Q" in inside:
        return False
    if rule == "participle":
        return bool(_FACT.search(inside))
    return not _HAS_FINITE.search(inside) and bool(_MEASURED.search(inside))


# what stands beside


def _level(words: Tokens, spine: str) -> list[Cut]:
    """Cuts between statements side by side: each runs to the next cut or the end."""
    places: list[tuple[int, str]] = []
    for match in _COORDINATED.finditer(spine):
        at = match.start()
        joined = (match["join"] or ":").startswith((",", ":")) or "u" in (match["join"] or "")
        pronoun = match["subject"] is not None and match["subject"] == "o"
        if match["mark"] and words.words[at] not in (";", "—", "–"):
            continue
        if (joined or pronoun) and _both(spine, at, len(spine)):
            places.append((at, "coordinated clause"))
    if not _CONTRASTS.isdisjoint(words.words):
        places += _contrasts(words, spine)
    places.sort()
    borders = [0, *(place for place, _ in places), len(spine)]
    for low, high in pairwise(borders):
        places += _predicates(spine, low, high)
    places.sort()
    kept: list[tuple[int, str]] = []
    for place, rule in places:
        first = place + (1 if spine[place] in ",:" else 0)
        if kept and first - kept[-1][0] < _LEAST:
            continue
        kept.append((first, rule))
    ends = [first for first, _ in kept[1:]] + [len(spine)] * bool(kept)
    return [Cut(first, last, rule, nested=False) for (first, rule), last in zip(kept, ends, strict=True)]


def _both(spine: str, at: int, end: int, start: int = 0) -> bool:
    """Whether a finite verb and enough words stand on both sides of at."""
    left, right = spine[start:at], spine[at:end]
    return (
        _count(left.replace("_", "")) >= _LEAST - 1
        and _count(right.replace("_", "")) >= _LEAST
        and bool(_HAS_FINITE.search(left))
        and bool(_HAS_FINITE.search(right))
    )


def _contrasts(words: Tokens, spine: str) -> list[tuple[int, str]]:
    """“A, while B” and “Although A, B”."""
    found = []
    for index, word in enumerate(words.words):
        if word not in _CONTRASTS or spine[index] != "x":
            continue
        if index == 0:
            place = spine.find(",", 1)
            while place > 0 and not _both(spine, place, len(spine)):
                place = spine.find(",", place + 1)
            if place > 0:
                found.append((place, "contrast"))
        elif spine[index - 1] == "," and _both(spine, index - 1, len(spine)):
            found.append((index - 1, "contrast"))
    return found


def _predicates(spine: str, low: int, high: int) -> list[tuple[int, str]]:
    """“… signed the bill and left for Rome”: a second predicate of the same subject."""
    found = []
    first = _HAS_FINITE.search(spine, low, high)
    if first is None:
        return []
    for pattern in (_PREDICATE, _SHARED_HELPER):
        for match in pattern.finditer(spine, first.end(), high):
            at = match.start()
            if pattern is _SHARED_HELPER and spine[first.start()] not in "bhm":
                continue
            own = spine[first.end() : at]
            if _count(own) < _LEAST - 1 or _count(spine[match.end() : high].replace("_", "")) < _LEAST - 1:
                continue
            if (
                "t" in own
                or "q" in own
                or "x" in own
                or "w" in own
                or "z" in spine[match.start() : match.end()]
            ):
                continue
            if _FACT.search(own) and _FACT.search(spine, match.end(), high):
                found.append((at, "second predicate"))
    return found
