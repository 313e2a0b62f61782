"""How urgent a claim looks, from named reasons with one small table of weights: to sort by, never truth.

The weights are set by hand: what makes a sentence worth checking in the published studies of debates and
speeches (figures, what happened, comparisons, records of votes and money) counts for it; talk about oneself,
about what should be and questions count against it.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from db.vocabulary import CheckKind
from factcheck.split.checkpoints import detect
from factcheck.split.tokens import tokens
from factcheck.split.wordlists import word_set


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

_PUBLIC = word_set("""
tax taxes taxed budget budgets deficit deficits debt spending jobs unemployment employment inflation
wage wages income incomes economy trade tariff tariffs imports exports poverty welfare pension pensions
insurance medicare medicaid law laws bill bills vote votes voted voting legislation amendment senate
congress parliament treaty troops war wars nuclear weapons army military missile missiles terrorists
refugees immigrants border crime crimes police prison court courts judges oil energy emissions schools
hospitals veterans billion trillion million
""")
_RECORD = word_set("""
said says told called promised proposed opposed supported voted signed vetoed passed cut raised doubled
spent created lost built closed sold sent gave took broke banned approved rejected blocked invaded
attacked refused admitted
""")
_COMPARES = word_set("than more less fewer higher lower larger smaller greater compared twice double as")
_COMPARE_TAGS = re.compile(r"c[^.,]{0,12}x|ci")
_ABSOLUTE = word_set("all every never none nobody always entire only each no both")
_OTHERS = word_set("he his him she they their them")
_OPINION = word_set("""
think believe feel hope want guess suppose wish love like hate doubt agree disagree prefer
afraid glad proud sorry
""")
_MODALS = word_set("should must ought will would shall may might could 'll can cannot let")
_ONESELF = word_set("i me my myself mine")
_WE = word_set("we our us ours let's")
_ADDRESS = word_set("you your yours yourself")
_COURTESY = word_set("thank thanks welcome please congratulations sorry hello goodnight let's let")
_PAST = re.compile(r"h[rR]*e|[bh][rR]*B[rR]*e")
_NAMES = re.compile(r"N+")
_PAST_BE = frozenset(("was", "were", "had", "did"))
_MANY_WORDS = 26
_SOME_WORDS = 15
_FEW_WORDS = 7


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
    weights = [weight for kind, weight in BY_KIND.items() if kind in kinds]
    if legal:
        weights.append(LEGAL)
    said = frozenset(words)
    weights += _for(said, words, tags)
    weights += _against(said, words)
    weights.sort(key=lambda weight: -abs(weight.points))
    return sum(weight.points for weight in weights), tuple(weight.reason for weight in weights)


def _for(said: frozenset[str], words: Sequence[str], tags: str) -> list[Weight]:
    """Reasons to check it beside its check points."""
    found = []
    if not said.isdisjoint(_PAST_BE) or _PAST.search(tags) or _told(words, tags):
        found.append(HAPPENED)
    if "N" in tags and (named := len(_NAMES.findall(tags, 1))):
        found.append(MANY_NAMED if named > 1 else NAMED)
    if not said.isdisjoint(_PUBLIC):
        found.append(PUBLIC)
    if not said.isdisjoint(_RECORD):
        found.append(RECORD)
    if "than" in said or "twice" in said or ("c" in tags and _COMPARE_TAGS.search(tags)):
        found.append(COMPARES)
    if not said.isdisjoint(_ABSOLUTE):
        found.append(ABSOLUTE)
    if not said.isdisjoint(_OTHERS):
        found.append(OTHERS)
    if len(words) >= _SOME_WORDS:
        found.append(DETAILED if len(words) >= _MANY_WORDS else FULL)
    return found


def _told(words: Sequence[str], tags: str) -> bool:
    """Whether a finite verb ends in -ed."""
    return "v" in tags and any(
        tag == "v" and word.endswith("ed") for word, tag in zip(words, tags, strict=True)
    )


def _against(said: frozenset[str], words: Sequence[str]) -> list[Weight]:
    """Reasons to put it later."""
    found = []
    if len(words) < _FEW_WORDS:
        found.append(BRIEF)
    if "?" in words[-2:]:
        found.append(QUESTION)
    if not said.isdisjoint(_OPINION):
        found.append(OPINION)
    if not said.isdisjoint(_MODALS) or "going" in said:
        found.append(FUTURE)
    if not said.isdisjoint(_ONESELF):
        found.append(ONESELF)
    elif not said.isdisjoint(_WE):
        found.append(WE)
    if not said.isdisjoint(_ADDRESS):
        found.append(ADDRESS)
    if not said.isdisjoint(_COURTESY):
        found.append(COURTESY)
    return found


def worth(sentence: str) -> int:
    """The priority that a sentence would have if it were a claim by itself."""
    words = tokens(sentence, 0, len(sentence))
    found = [point for point in detect(sentence, words, len(sentence), None) if point.firm]
    kinds = {point.kind for point in found}
    if "N" not in words.tags[1:]:
        kinds.discard(CheckKind.ALLEGATION)
    return priority(kinds, words.words, words.tags)[0]
