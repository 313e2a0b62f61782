"""A date after publication of which the draft speaks in the past tense."""

import re
from collections.abc import Iterator
from datetime import date

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.times import DATE, MONTHS, resolve

_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|until|till|before|by|for|scheduled|planned|plans"
    r"|expected|due|set|next|future|expires?"
    r"|deadline|if|when|ends?|to|through|aims?|hopes?|promis\w+|agreed|announced|called|postponed|moved"
    r"|delayed|pushed|extended)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{2,}ed|began|took|came|went|made|won|lost|held|met|fell|rose|broke|left|found|sold)\b"
)


def marks(draft: Reading) -> Iterator[LintMark]:
    """“The bridge opened on 4 May 2026” in a piece of 2025."""
    if draft.published is None:
        return
    for sentence in draft.sentences:
        for match in DATE.finditer(draft.text, sentence.start, sentence.end):
            earliest = _earliest(match)
            if earliest is None or earliest <= draft.published:
                continue
            before = draft.text[sentence.start : match.start()]
            around = before + draft.text[match.end() : sentence.end]
            if _PAST.search(before) and not _AHEAD.search(around):
                span = Span(*match.span())
                yield LintMark(
                    rule=LintRule.LATE_DATE,
                    message=f"{quoted(draft.text, span)} is told as past in a piece of {draft.published}.",
                    first=span,
                )


def _earliest(match: re.Match[str]) -> date | None:
    """The first day that a date with its year can mean."""
    day, _ = resolve(match, None)
    if day is not None:
        return day
    if match["month3"]:
        return date(int(match["year3"]), MONTHS[match["month3"].lower().rstrip(".")], 1)
    return None
