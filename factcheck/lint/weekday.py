"""A weekday that does not match its date."""

from collections.abc import Iterator
from datetime import date

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.times import DATE, WEEKDAYS, resolve

_NEAR = 90
"""Days from publication within which a date without a year is surely of that year."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """One mark for each “Tuesday, 11 November 2020” that was a Wednesday."""
    for match in DATE.finditer(draft.text):
        stated = match["weekday"]
        if not stated:
            continue
        day, guessed = resolve(match, draft.published)
        if day is None or (guessed and not _sure(day, draft.published)):
            continue
        fact = WEEKDAYS[day.weekday()].capitalize()
        if fact != stated:
            span = Span(*match.span())
            yield LintMark(
                rule=LintRule.WEEKDAY,
                message=f"{quoted(draft.text, span)}: {day.day} {day:%B %Y} was a {fact}, not a {stated}.",
                first=span,
            )


def _sure(day: date, published: date | None) -> bool:
    """Return whether a guessed year can be trusted: no other year's day is as near to publication."""
    return published is not None and abs((day - published).days) <= _NEAR
