"""A number given twice with different values."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.quantities import number_value

_COUNTED = re.compile(
    r"\b(?P<whose>(?:the|its|their|his|her|our)|(?:[A-Z][\w-]+|the [a-z]+)[’']s?) (?P<number>\d[\d,.]*|two"
    r"|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve) (?P<noun>(?:[a-z][a-z-]+ )?[a-z][a-z-]+s)\b(?! of\b)"
)
_LOOSE = frozenset(
    [
        "years",
        "days",
        "weeks",
        "months",
        "hours",
        "minutes",
        "times",
        "things",
        "others",
        "reasons",
        "ways",
        "sides",
        "parts",
        "seconds",
        "decades",
        "people",
        "men",
        "women",
        "points",
        "goals",
        "games",
        "others",
    ]
)


class _Count(NamedTuple):
    value: float
    span: Span


def marks(draft: Reading) -> Iterator[LintMark]:
    """“Tarnholt’s 29 schools” here and “Tarnholt’s 30 schools” there: one owner, two counts."""
    seen: dict[tuple[str, str], _Count] = {}
    for match in _COUNTED.finditer(draft.text):
        owner = match["whose"].lower().rstrip("s").rstrip("’'")
        noun = match["noun"]
        value = number_value(match["number"].rstrip(".,"))
        if value is None or noun.split()[-1] in _LOOSE or owner in _ANYBODY:
            continue
        span = Span(*match.span())
        before = seen.setdefault((owner, noun), _Count(value, span))
        if before.value != value:
            yield LintMark(
                rule=LintRule.NUMBER_TWICE,
                message=f"{quoted(draft.text, before.span)} here, {quoted(draft.text, span)} later on.",
                first=before.span,
                second=span,
            )
            seen[owner, noun] = _Count(value, span)


_ANYBODY = frozenset(("the", "its", "their", "his", "her", "our"))
"""Owners that may be somebody else each time."""
