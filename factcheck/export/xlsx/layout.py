"""How the sheets of a workbook are laid out: their columns, widths, drop-downs, and what is read back."""

from enum import StrEnum
from typing import NamedTuple

from db.vocabulary import Basis, Finding, LocatorKind, Method, SourceKind, SourceState, Stance, Tier
from factcheck.export.sheets.rows import ADDED_TO_CLAIM, EDITED_OF_CITATION, EDITED_OF_CLAIM, EDITED_OF_SOURCE


class Layout(NamedTuple):
    """One column of a sheet."""

    name: str
    """Of the column in the table."""
    width: float
    """In characters; 0 hides it: programs need it and people do not."""
    words: type[StrEnum] | None = None
    """The vocabulary that its drop-down offers."""
    edited: bool = False
    """Whether changes in it are read back."""


def _laid(edited: tuple[str, ...], words: dict[str, type[StrEnum]], **widths: float) -> tuple[Layout, ...]:
    return tuple(Layout(name, width, words.get(name), name in edited) for name, width in widths.items())


CLAIMS = _laid(
    (*EDITED_OF_CLAIM, *ADDED_TO_CLAIM),
    {"finding": Finding},
    claim=8, finding=15, text=52, proposed_text=40, sources=52, waiting_on=18, new_note=30, new_source=30,
    notes=36, queries=36, flags=14, kinds=16, speaker=18, priority=8, reasons=20, restatement=36, fix=11,
    fix_by=14, fix_reason=24, waiting_since=12, decided_by=14, decided_at=21, recheck_reason=26, review=11,
    review_by=14, review_at=21, review_reason=24, assignee=14, expires=12, section=24, place=15,
    context_before=0, context_after=0, start=0, end=0, parent=0, decided_digest=0, version=0, row=0, sheet=0,
    article=0, draft=0, draft_digest=0,
)  # fmt: skip
"""The sheet with one row a claim."""

CITATIONS = _laid(
    EDITED_OF_CITATION,
    {"tier": Tier, "stance": Stance, "locator_kind": LocatorKind, "method": Method},
    claim=8, text=44, finding=15, source=8, title=32, stance=12, tier=11, locator_kind=12, locator=12,
    quotation=44, method=12, accessed=12, note=30, kind=14, author=20, publication=20, published=12, url=32,
    archived_url=24, person=20, role=20, contact=20, basis=14, origin=14, state=11, added_by=14, added_at=21,
    citation=9, version=0, row=0, sheet=0, article=0, draft=0, draft_digest=0,
)  # fmt: skip
"""The sheet with one row a citation."""

SOURCES = _laid(
    EDITED_OF_SOURCE,
    {"kind": SourceKind, "basis": Basis, "state": SourceState},
    source=8, kind=14, title=36, author=22, publication=22, published=12, url=40, archived_url=32, person=22,
    role=24, contact=24, basis=14, origin=16, state=11, note=32, cited_by=24, contacts=44, version=0, row=0,
)  # fmt: skip
"""The sheet with one row a source."""

QUERIES = _laid(
    ("answer",),
    {},
    query=8, claim=8, text=56, by=16, at=21, answer=56, answered_by=16, answered_at=21, version=0, row=0,
)  # fmt: skip
"""The sheet with one row a query."""
