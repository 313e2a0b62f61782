"""Who says a quotation that has no cue of its own: an owner beside it, or the speaker before it."""

import re
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.split.lines import Line, is_title
from factcheck.split.phrases import Phrase, subject_before
from factcheck.split.types import Quotation

_CREDIT = re.compile(
    r"\s*[—–―-]{1,2}\s?(?P<name>(?:[A-Z][\w’'.-]*|Mr\.)(?:[ \u00a0](?:[A-Z][\w’'.-]*|of|de|von|van|the)){0,5}"
    r"(?:,[^.!?“”\"\n]{2,120})?)\.?\s*\Z"
)
_LABEL = re.compile(
    r"(?P<name>[A-Z][\w’'.-]*(?:[ \u00a0](?:[A-Z][\w’'.-]*|of|de|von|van|the|\([RDI]-[A-Z][\w.]*\))){0,6})"
    r"(?: \([^()]{1,40}\))?:\s+(?=\S)"
)


def owner_beside(line: Line, turn: int) -> tuple[Phrase, str] | None:
    """The noun phrase that owns the folded quotation number turn of the line, and by which rule.

    A possessive before it (“Hargrove’s “…””), or the subject of its clause.
    """
    tags = line.tags
    place = -1
    for _ in range(turn + 1):
        place = tags.find("Q", place + 1)
    if place > 1 and tags[place - 1] == "'":
        phrase = subject_before(line, place - 1)
        if phrase is not None:
            return (phrase[0], place - 1), "possessive"
    return None


def credit(text: str, start: int, end: int) -> Span | None:
    """The name behind a dash that ends a block: “…” — Ted Marlow, county chairman."""
    match = _CREDIT.match(text, start, end)
    return Span(*match.span("name")) if match else None


def label(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The name before a colon that opens a block, and where its words start: “FROST: Do you regret it?”."""
    match = _LABEL.match(text, start, min(end, start + 160))
    if match is None or match.end() >= end:
        return None
    return Span(*match.span("name")), match.end()


def stands_alone(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Whether the sentence from start to end is nothing but the quotation."""
    before = text[start : max(start, quotation.start)].strip()
    after = text[min(end, quotation.end) : end].strip(" \u00a0.,;!?")
    return not before and not after


def spoken(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be somebody's words rather than a title or a word in doubt."""
    return quotation.words > 2 and not is_title(text, quotation)


def unowned(quotations: Sequence[Quotation], inside: Sequence[int], owned: dict[int, int]) -> list[int]:
    """Indices of the quotations inside a sentence that nobody owns yet."""
    return [index for index in inside if index not in owned]
