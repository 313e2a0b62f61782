"""How urgent a claim looks, from named reasons: a suggestion to sort by, never truth."""

import re
from collections.abc import Collection
from typing import NamedTuple

from db.vocabulary import CheckKind


class Weight(NamedTuple):
    """One reason and what it adds."""

    points: int
    reason: str
    """The words shown to people."""


BY_KIND: dict[CheckKind, Weight] = {
    CheckKind.ALLEGATION: Weight(40, "lays wrongdoing at somebody's door"),
    CheckKind.STATISTIC: Weight(24, "gives a statistic"),
    CheckKind.SUPERLATIVE: Weight(20, "says first, most or only"),
    CheckKind.CALCULATION: Weight(20, "compares or adds up numbers"),
    CheckKind.MONEY: Weight(18, "gives a sum of money"),
    CheckKind.NUMBER: Weight(14, "gives a number"),
    CheckKind.CAUSE: Weight(10, "says what caused what"),
    CheckKind.NAME: Weight(8, "names somebody"),
    CheckKind.QUOTE: Weight(6, "quotes somebody word for word"),
    CheckKind.AGE: Weight(6, "gives an age"),
    CheckKind.DATE: Weight(6, "gives a date"),
}
"""What each kind of check point adds, once."""

HOUSE = Weight(30, "has a legal term")

_PAST = re.compile(r"\b(?:was|were|had|did|\w{3,}ed)\b", re.IGNORECASE)


def priority(
    kinds: Collection[CheckKind], words: str, legal: re.Pattern[str] | None
) -> tuple[int, tuple[str, ...]]:
    """Points and reasons, heaviest first."""
    weights = [weight for kind, weight in BY_KIND.items() if kind in kinds]
    if legal is not None and legal.search(words):
        weights.append(HOUSE)
    weights.sort(key=lambda weight: -weight.points)
    return sum(weight.points for weight in weights), tuple(weight.reason for weight in weights)
