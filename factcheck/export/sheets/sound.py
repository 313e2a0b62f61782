"""What in a claim sheet cannot be: numbers and moments that no desk can hold, places outside the draft."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from math import isfinite

from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim
from factcheck.model import Span, Value
from factcheck.model.base import field_names
from factcheck.text import digest

_LARGEST = 2**31 - 1
_YEARS = range(2, 9_999)
"""Years in which a moment can be told in every time zone."""


def problems(sheet: ClaimSheet) -> Iterator[str]:
    """What is impossible in a sheet, or does not agree with the rest of it, a clause each."""
    yield from _impossible(sheet, ())
    yield from _of_drafts(sheet)
    numbers = [claim.number for claim in sheet.claims]
    if len(set(numbers)) != len(numbers) or min(numbers, default=1) < 1:
        yield "two claims have the same number, or one has none"
    for claim in sheet.claims:
        yield from _of_claim(claim, sheet)
    if any(query.claim is not None and query.claim not in set(numbers) for query in sheet.queries):
        yield "a query is about a claim that is not there"
    if not all(_is_inside(passage.start, passage.end, sheet.draft.text) for passage in sheet.set_aside):
        yield "a passage stands outside the draft"


def _impossible(value: object, path: tuple[str, ...]) -> Iterator[str]:
    """The numbers, days and moments in a value that nothing can hold, each with its place."""
    if isinstance(value, bool | str) or value is None:
        return
    if isinstance(value, Value):
        for name in field_names(type(value)):
            yield from _impossible(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _impossible(inner, (*path, str(name)))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _impossible(inner, (*path, str(place)))
    elif isinstance(value, int | float):
        if not (isfinite(value) and -_LARGEST <= value <= _LARGEST):
            yield f"{'.'.join(path)} is out of range"
    elif isinstance(value, date):
        lacks_zone = isinstance(value, datetime) and value.tzinfo is None
        if lacks_zone or value.year not in _YEARS:
            yield f"{'.'.join(path)} is no moment with a time zone"


def _of_drafts(sheet: ClaimSheet) -> Iterator[str]:
    draft = sheet.draft
    if sheet.selection:
        yield f"it holds only some of the claims ({sheet.selection})"
    if digest(draft.text) != draft.digest:
        yield "the draft is not the text that its digest was made from"
    numbers = [draft.number, *(earlier.number for earlier in sheet.earlier_drafts)]
    if len(set(numbers)) != len(numbers) or min(numbers) < 1:
        yield "two drafts have the same number, or one has none"
    for one in (draft, *sheet.earlier_drafts):
        edges = [0, *(edge for block in one.blocks for edge in (block.start, block.end))]
        if one.text and (edges != sorted(edges) or not _is_inside(edges[0], edges[-1], one.text)):
            yield f"the blocks of draft {one.number} do not stand in its text"
    signed = sheet.sign_off
    if signed.at is not None and not (signed.by and signed.draft in numbers):
        yield "it is signed by nobody, or for a draft that is not there"


def _of_claim(claim: SheetClaim, sheet: ClaimSheet) -> Iterator[str]:
    drafts = {draft.number: draft.text for draft in sheet.earlier_drafts}
    if claim.lost:
        if claim.draft not in drafts:
            yield f"{claim.label} is lost from a draft that is not there"
        text = drafts.get(claim.draft, "")
    else:
        text = sheet.draft.text
        if claim.draft != sheet.draft.number:
            yield f"{claim.label} stands in another draft than the current one"
        if text[claim.start : claim.end] != claim.text:
            yield f"the words of {claim.label} are not those of the draft"
    if not all(_is_inside(start, end, text) for start, end in _spans(claim)):
        yield f"a part of {claim.label} stands outside the draft"
    if any(citation.source not in sheet.sources_by_id for citation in claim.citations):
        yield f"{claim.label} cites a source that is not there"


def _spans(claim: SheetClaim) -> Iterable[tuple[int, int]]:
    points = (Span(point.start, point.end) for point in claim.check_points)
    return (Span(claim.start, claim.end), *claim.parts, *points)


def _is_inside(start: int, end: int, text: str) -> bool:
    """Whether a place is one in text; of a text that stayed behind only the order counts."""
    return 0 <= start <= end and (not text or end <= len(text))
