"""Frozen values that travel between the floors: text in, claims out, and what the desk answers."""

from factcheck.model.acts import (
    Change,
    Event,
    Health,
    Person,
    Place,
    TypedText,
)
from factcheck.model.article import Article, Block
from factcheck.model.base import Span, Text, Value
from factcheck.model.claim import CheckPoint, HouseLists, LintMark, SetAside, Speaker, Split, SplitClaim
from factcheck.model.desk import (
    Claim,
    ClaimFilter,
    ClaimRow,
    Note,
    Passage,
    Query,
    TickedPoint,
)
from factcheck.model.piece import Piece, Signature
from factcheck.model.progress import (
    ArticleRow,
    Blocker,
    Day,
    Draft,
    DraftBlock,
    DraftRow,
    ExpiredItem,
    Pace,
    Progress,
    SectionProgress,
    SignOffCheck,
    WaitingItem,
)
from factcheck.model.revision import (
    BlockDiff,
    ClaimPlace,
    ClaimRevision,
    DiffKind,
    DiffPiece,
    NewClaim,
    OldClaim,
    OldDraft,
    OldPassage,
    ProposalOutcome,
    Revision,
    WordsChange,
)
from factcheck.model.rules import HouseRules
from factcheck.model.source import (
    CallSheetEntry,
    Citation,
    CitationFields,
    Contact,
    LastChoice,
    Source,
    SourceFields,
)

__all__ = [
    "Article", "ArticleRow", "Block", "BlockDiff", "Blocker", "CallSheetEntry", "Change", "CheckPoint",
    "Citation", "CitationFields", "Claim", "ClaimFilter", "ClaimPlace", "ClaimRevision", "ClaimRow",
    "Contact", "Day", "DiffKind", "DiffPiece", "Draft", "DraftBlock", "DraftRow", "Event",
    "ExpiredItem", "Health",
    "HouseLists", "HouseRules", "LastChoice", "LintMark", "NewClaim", "Note", "OldClaim", "OldDraft",
    "OldPassage",
    "Pace", "Passage", "Person", "Piece", "Place", "Progress", "ProposalOutcome", "Query", "Revision",
    "SectionProgress", "SetAside", "SignOffCheck", "Signature", "Source", "SourceFields", "Span",
    "Speaker", "Split",
    "SplitClaim", "Text", "TickedPoint", "TypedText", "Value", "WaitingItem", "WordsChange",
]  # fmt: skip
