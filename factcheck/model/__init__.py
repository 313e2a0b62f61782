"""Frozen values that travel between the floors: text in, claims out, and what the desk answers."""

from factcheck.model.article import Article, Block
from factcheck.model.base import Span, Text, Value
from factcheck.model.claim import CheckPoint, HouseLists, LintMark, SetAside, Speaker, Split, SplitClaim
from factcheck.model.desk import (
    ArticleRow,
    Blocker,
    Change,
    Claim,
    ClaimFilter,
    ClaimRow,
    Day,
    Draft,
    DraftBlock,
    Event,
    Note,
    Pace,
    Passage,
    Person,
    Progress,
    Query,
    SectionProgress,
    SignOffCheck,
    TickedPoint,
    WaitingItem,
)
from factcheck.model.source import CallSheetEntry, Citation, CitationFields, Contact, Source, SourceFields

__all__ = [
    "Article", "ArticleRow", "Block", "Blocker", "CallSheetEntry", "Change", "CheckPoint", "Citation",
    "CitationFields", "Claim", "ClaimFilter", "ClaimRow", "Contact", "Day", "Draft", "DraftBlock", "Event",
    "HouseLists", "LintMark", "Note", "Pace", "Passage", "Person", "Progress", "Query", "SectionProgress",
    "SetAside", "SignOffCheck", "Source", "SourceFields", "Span", "Speaker", "Split", "SplitClaim", "Text",
    "TickedPoint", "Value", "WaitingItem",
]  # fmt: skip
