"""An age that does not fit a birth year, or two ages of one person."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.vocabulary import CheckKind, LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.times import DATE, resolve

_BORN = re.compile(r"\b(?:was |is |and )?born\b(?P<between>[^.;]{0,60}?)(?P<year>\b(?:18|19|20)\d\d\b)")
_GAP = 60
"""Most characters between a name and its age or its “born”."""


class _Told(NamedTuple):
    value: int
    span: Span


def marks(draft: Reading) -> Iterator[LintMark]:
    """“Osric Penhallow, 76,” in 2025 where he “was born on 12 August 1951”."""
    ages, births = _ages(draft), _births(draft)
    for name, told in ages.items():
        first = told[0]
        for other in told[1:]:
            if other.value != first.value:
                yield LintMark(
                    rule=LintRule.AGE,
                    message=f"{name} is {first.value} here and {other.value} later on.",
                    first=first.span,
                    second=other.span,
                )
        birth = births.get(name)
        if birth is None or draft.published is None:
            continue
        likely = _likely(birth, draft)
        if first.value not in likely:
            yield LintMark(
                rule=LintRule.AGE,
                message=f"{name} is not {first.value}: {quoted(draft.text, birth)} makes {max(likely)}.",
                first=first.span,
                second=birth,
            )


def _likely(birth: Span, draft: Reading) -> set[int]:
    """Ages that a birth date allows on the day of publication."""
    published = draft.published
    if published is None:
        return set()
    match = DATE.search(draft.text, birth.start, birth.end)
    day = resolve(match, None)[0] if match else None
    if day is not None:
        passed = (published.month, published.day) >= (day.month, day.day)
        return {published.year - day.year - (0 if passed else 1)}
    year = int(draft.text[birth.end - 4 : birth.end])
    return {published.year - year - 1, published.year - year}


def _ages(draft: Reading) -> dict[str, list[_Told]]:
    """Ages that stand right behind a person's name, by the fullest name."""
    found: dict[str, list[_Told]] = {}
    for claim in draft.split.claims:
        for before, point in zip(claim.check_points, claim.check_points[1:], strict=False):
            if point.kind != CheckKind.AGE or before.kind != CheckKind.NAME or not before.remark:
                continue
            if not point.text.isdigit() or draft.text[before.end : point.start] not in (", ", " ("):
                continue
            found.setdefault(str(before.remark), []).append(
                _Told(int(point.text), Span(before.start, point.end))
            )
    return found


def _births(draft: Reading) -> dict[str, Span]:
    """“born …” with its year, by the fullest name of the person right before it."""
    found: dict[str, Span] = {}
    for claim in draft.split.claims:
        names = [point for point in claim.check_points if point.kind == CheckKind.NAME and point.remark]
        for match in _BORN.finditer(draft.text, claim.start, claim.end):
            before = [name for name in names if name.end <= match.start() and match.start() - name.end < _GAP]
            if before and len(names) == len(before):
                found.setdefault(str(before[-1].remark), Span(match.start(), match.end("year")))
    return found
