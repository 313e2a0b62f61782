"""How urgent a claim looks, from named reasons with one small table of weights: to sort by, never truth.

The weights are set by hand: what makes a sentence worth checking in the published studies of debates and
speeches (figures, what happened, comparisons, records of votes and money) counts for it; talk about oneself,
about what should be and questions count against it.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from db.vocabulary import CheckKind
from factcheck.split.lexicon import listed, word_set


class Weight(NamedTuple):
    """One reason and what it adds or takes away."""

    points: int
    reason: str
    """The words shown to people."""


BY_KIND: dict[CheckKind, Weight] = {
    CheckKind.ALLEGATION: Weight(18, "lays wrongdoing at somebody’s door"),
    CheckKind.STATISTIC: Weight(20, "gives a statistic"),
    CheckKind.MONEY: Weight(18, "gives a sum of money"),
    CheckKind.CALCULATION: Weight(14, "compares or adds up numbers"),
    CheckKind.NUMBER: Weight(14, "gives a number"),
    CheckKind.SUPERLATIVE: Weight(10, "says first, most or only"),
    CheckKind.DATE: Weight(7, "gives a date or a time"),
    CheckKind.AGE: Weight(6, "gives an age"),
    CheckKind.QUOTE: Weight(4, "quotes somebody word for word"),
    CheckKind.CAUSE: Weight(3, "says what caused what"),
}
"""What each kind of check point adds, once."""

LEGAL = Weight(30, "has one of the desk’s legal terms")
HAPPENED = Weight(12, "tells what happened")
NAMED = Weight(7, "names somebody or something")
MANY_NAMED = Weight(12, "names several persons, bodies or places")
PUBLIC = Weight(9, "speaks of laws, votes, war or public money")
RECORD = Weight(8, "says what somebody said, promised or did in office")
COMPARES = Weight(8, "compares")
ABSOLUTE = Weight(5, "says all, none, never or every")
OTHERS = Weight(4, "speaks of somebody else")
DETAILED = Weight(9, "gives many details")
FULL = Weight(5, "gives some details")
BRIEF = Weight(-9, "is very short")
QUESTION = Weight(-24, "asks")
OPINION = Weight(-12, "says what somebody thinks, wants or hopes")
FUTURE = Weight(-11, "says what will, may or should be")
ONESELF = Weight(-10, "speaks of the speaker")
WE = Weight(-4, "speaks of us")
ADDRESS = Weight(-7, "addresses somebody")
COURTESY = Weight(-14, "is a greeting, thanks or a call")

_PUBLIC = listed("words/public_matters")
_RECORD = word_set("""
said says told called promised proposed opposed supported voted signed vetoed passed cut raised doubled
spent created lost built closed sold sent gave took broke banned approved rejected blocked invaded
attacked refused admitted
""")
_COMPARE_TAGS = re.compile(r"c[^.,]{0,12}x|ci")
_ABSOLUTE = word_set("all every never none nobody always entire only each no both")
_OTHERS = word_set("he his him she they their them")
_OPINION = word_set("""
think believe feel hope want guess suppose wish love like hate doubt agree disagree prefer
afraid glad proud sorry
""")
_MODALS = word_set("should must ought will would shall may might could 'll can cannot")
_ONESELF = word_set("i me my myself mine")
_WE = word_set("we our us ours let's")
_ADDRESS = word_set("you your yours yourself")
_COURTESY = word_set("thank thanks welcome please congratulations sorry hello goodnight let's")
_PAST = re.compile(r"h[rR]*e|[bh][rR]*B[rR]*e")
_NAMES = re.compile(r"N+")
_MANY_WORDS = 26
_SOME_WORDS = 15
_FEW_WORDS = 7

_BY_WORD: dict[str, frozenset[Weight]] = {}
for _weight, _listed in (
    (HAPPENED, word_set("was were had did")),
    (PUBLIC, _PUBLIC),
    (RECORD, _RECORD),
    (COMPARES, word_set("than twice")),
    (ABSOLUTE, _ABSOLUTE),
    (OTHERS, _OTHERS),
    (OPINION, _OPINION),
    (FUTURE, _MODALS | {"going"}),
    (ONESELF, _ONESELF),
    (WE, _WE),
    (ADDRESS, _ADDRESS),
    (COURTESY, _COURTESY),
):
    for _word in _listed:
        _BY_WORD[_word] = _BY_WORD.get(_word, frozenset()) | {_weight}
_KNOWN = frozenset(_BY_WORD)


def priority(
    kinds: Collection[CheckKind], words: Sequence[str], tags: str, *, legal: bool = False
) -> tuple[int, tuple[str, ...]]:
    """Points and reasons of a claim, heaviest reason first.

    Args:
        kinds: kinds of its check points.
        words: its words in lower case, side by side with `tags`.
        tags: their one-letter tags.
        legal: whether it holds one of the desk's legal terms.
    """
    weights = {BY_KIND[kind] for kind in kinds if kind in BY_KIND}
    for word in _KNOWN.intersection(words):
        weights |= _BY_WORD[word]
    if ONESELF in weights:
        weights.discard(WE)
    if legal:
        weights.add(LEGAL)
    weights.update(_shape(words, tags, told=HAPPENED in weights, compares=COMPARES in weights))
    return _total(frozenset(weights))


@lru_cache(maxsize=4096)
def _total(weights: frozenset[Weight]) -> tuple[int, tuple[str, ...]]:
    """Sum and reasons, heaviest first; the same few dozens of reasons come together again and again."""
    ordered = sorted(weights, key=lambda weight: (-abs(weight.points), weight.reason))
    return sum(weight.points for weight in ordered), tuple(weight.reason for weight in ordered)


def _shape(words: Sequence[str], tags: str, *, told: bool, compares: bool) -> list[Weight]:
    """Reasons that no single word gives: length, names, tenses, a question mark."""
    found = []
    size = len(words)
    if size >= _SOME_WORDS:
        found.append(DETAILED if size >= _MANY_WORDS else FULL)
    elif size < _FEW_WORDS:
        found.append(BRIEF)
    if "?" in words[-2:]:
        found.append(QUESTION)
    if "N" in tags and (named := len(_NAMES.findall(tags, 1))):
        found.append(MANY_NAMED if named > 1 else NAMED)
    if not told and (_told(words, tags) or (("h" in tags or "B" in tags) and _PAST.search(tags))):
        found.append(HAPPENED)
    if not compares and "c" in tags and _COMPARE_TAGS.search(tags):
        found.append(COMPARES)
    return found


def _told(words: Sequence[str], tags: str) -> bool:
    """Whether a finite verb ends in -ed."""
    place = tags.find("v")
    while place >= 0 and not words[place].endswith("ed"):
        place = tags.find("v", place + 1)
    return place >= 0
