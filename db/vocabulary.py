"""The words that are stored: every enumeration of the desk, its keys and meanings (standard library only)."""

from enum import StrEnum
from typing import NamedTuple

UNSAID = "–"
"""What people see where a word of the vocabulary could stand and nobody has said it."""


def words_of(stored: str | None) -> str:
    """Return a stored word as people read it: `own_notes` → own notes; “–” where nobody said one."""
    return UNSAID if stored is None else stored.replace("_", " ")


def word_for(what: str, stored: str | None) -> str:
    """Return a stored word as people read it; where nobody said one, what it would be of: “tier –”."""
    return f"{what} {UNSAID}" if stored is None else words_of(stored)


class Finding(StrEnum):
    """What a person found about a claim; one digit key each."""

    UNCHECKED = "unchecked"
    VERIFIED = "verified"
    ON_AUTHOR = "on_author"
    IMPRECISE = "imprecise"
    MISLEADING = "misleading"
    WRONG = "wrong"
    UNVERIFIABLE = "unverifiable"
    NOT_CHECKABLE = "not_checkable"
    WAITING = "waiting"


class Blocks(StrEnum):
    """Whether a finding keeps a sheet from being signed off."""

    YES = "yes"
    UNTIL_FIXED = "until_fixed"
    NO = "no"


class Need(StrEnum):
    """What a finding needs beside it; the house may do without."""

    SUPPORT = "a citation that supports, with a locator or a quotation"
    WORDING = "proposed wording"
    WORDING_OR_NOTE = "proposed wording or a note"
    CONTRADICTION = "a citation that contradicts"
    NOTE = "a note on what was tried"
    WHOM = "whom it waits for"


class Rating(NamedTuple):
    """A finding as publications say it in a review."""

    label: str
    value: int | None
    """From 1, false, to 5, true; none where no number says it."""


class FindingFacts(NamedTuple):
    """What the program knows of one finding: the only table of findings."""

    key: str
    """The digit that sets it."""
    label: str
    """The word shown to people."""
    meaning: str
    """One line that says when to use it."""
    letter: str
    """One letter for print, monochrome screens and colour-blind readers."""
    sign: str
    """One sign of one cell width, beside the letter."""
    blocks: Blocks
    """Whether it blocks sign-off."""
    rank: int
    """Place in bars of all findings: settled ones first."""
    tone: str
    """Colour on the screen, by its name in a theme."""
    fill: str
    """Background of its words on paper: red, green and blue in hexadecimal."""
    dark_fill: str
    """The same on a dark page; empty where the words are marked by a line alone."""
    need: Need | None = None
    """What should stand beside it."""
    is_open: bool = False
    """Whether somebody still has to decide."""
    rating: Rating | None = None
    """How a published review says it; none where it says nothing that can be published."""


FINDINGS: dict[Finding, FindingFacts] = {
    Finding.UNCHECKED: FindingFacts(
        "0", "unchecked", "nobody has decided", "U", "·", Blocks.YES,
        rank=9, tone="foreground", fill="E9E9E4", dark_fill="3A3B3D", is_open=True,
    ),
    Finding.VERIFIED: FindingFacts(
        "1", "verified", "these exact words are supported by a recorded source", "V", "✓", Blocks.NO,
        rank=1, tone="text-success", fill="D3ECD6", dark_fill="21452A",
        need=Need.SUPPORT, rating=Rating("True", 5),
    ),
    Finding.ON_AUTHOR: FindingFacts(
        "2", "on author", "rests on the writer's own presence or notes", "A", "@", Blocks.NO,
        rank=2, tone="text-accent", fill="DBE4F7", dark_fill="2A3B60",
    ),
    Finding.IMPRECISE: FindingFacts(
        "3", "imprecise", "right in substance, the wording must change", "I", "~", Blocks.UNTIL_FIXED,
        rank=4, tone="text-warning", fill="FBEAB0", dark_fill="57480F",
        need=Need.WORDING, rating=Rating("Mostly true", 4),
    ),
    Finding.MISLEADING: FindingFacts(
        "4", "misleading", "each word holds, the whole misleads: context is missing", "M", "!",
        Blocks.UNTIL_FIXED,
        rank=5, tone="text-warning", fill="FBDCB4", dark_fill="5C3D12",
        need=Need.WORDING_OR_NOTE, rating=Rating("Misleading", 2),
    ),
    Finding.WRONG: FindingFacts(
        "5", "wrong", "contradicted by recorded evidence", "W", "✗", Blocks.UNTIL_FIXED,
        rank=6, tone="text-error", fill="F8CFCB", dark_fill="632A26",
        need=Need.CONTRADICTION, rating=Rating("False", 1),
    ),
    Finding.UNVERIFIABLE: FindingFacts(
        "6", "unverifiable", "tried, and no source can settle it", "N", "?", Blocks.UNTIL_FIXED,
        rank=7, tone="text-secondary", fill="E8D8F3", dark_fill="47305A",
        need=Need.NOTE, rating=Rating("Unproven", None),
    ),
    Finding.NOT_CHECKABLE: FindingFacts(
        "7", "not checkable", "opinion, prediction, transition", "O", "-", Blocks.NO,
        rank=3, tone="text-muted", fill="F4F4F0", dark_fill="",
    ),
    Finding.WAITING: FindingFacts(
        "8", "waiting", "worked on; waits for the writer, a source or a document", "T", "…", Blocks.YES,
        rank=8, tone="text-primary", fill="CFEAEE", dark_fill="1D4A51",
        need=Need.WHOM, is_open=True,
    ),
}  # fmt: skip

OPEN_FINDINGS = frozenset(finding for finding, facts in FINDINGS.items() if facts.is_open)
"""Findings that still want a decision."""


class Strictness(StrEnum):
    """What a house makes of something that a decided claim lacks: ticks, or the tier of what it rests on."""

    REQUIRED = "required"
    """It is told, and blocks sign-off."""
    WARN = "warn"
    """It is told, when the claim is decided and at sign-off."""
    OFF = "off"
    """Nothing is said of it."""


class Flag(StrEnum):
    """What the program noticed about a claim; never a decision."""

    RECHECK = "recheck"
    CONFLICT = "conflict"
    SINGLE_SOURCE = "single_source"
    LEGAL = "legal"
    SENSITIVE = "sensitive"


class FlagFacts(NamedTuple):
    """What the program knows of one flag: the only table of flags."""

    sign: str
    """One sign of one cell width."""
    by_hand: bool = False
    """Whether a person sets it."""


FLAGS: dict[Flag, FlagFacts] = {
    Flag.RECHECK: FlagFacts("↻"),
    Flag.CONFLICT: FlagFacts("≠"),
    Flag.SINGLE_SOURCE: FlagFacts("¹"),
    Flag.LEGAL: FlagFacts("§", by_hand=True),
    Flag.SENSITIVE: FlagFacts("◆", by_hand=True),
}


class FixState(StrEnum):
    """Where a claim that must change stands on the fix track."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    APPLIED = "applied"
    STET = "stet"
    CUT = "cut"


class ReviewState(StrEnum):
    """What the second person said; never mixed with the finding."""

    AGREED = "agreed"
    SENT_BACK = "sent_back"


class CheckKind(StrEnum):
    """What kind of thing a check point is."""

    NAME = "name"
    TITLE = "title"
    AGE = "age"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    MONEY = "money"
    CALCULATION = "calculation"
    STATISTIC = "statistic"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    SUPERLATIVE = "superlative"
    CAUSE = "cause"
    EVENT = "event"
    ALLEGATION = "allegation"
    DISPLAY = "display"


class BlockKind(StrEnum):
    """What a stretch of a draft is on the page."""

    HEADING = "heading"
    DEK = "dek"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class SetAsideReason(StrEnum):
    """Why a passage is not a claim."""

    HEADING = "heading"
    QUESTION = "question"
    OPINION = "opinion"
    PREDICTION = "prediction"
    TRANSITION = "transition"
    INSTRUCTION = "instruction"
    BOILERPLATE = "boilerplate"
    BY_HAND = "by_hand"


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    RECORDING = "recording"
    CORRESPONDENCE = "correspondence"
    RECORD = "record"
    DATASET = "dataset"
    STUDY = "study"
    BOOK = "book"
    NEWS = "news"
    WEB = "web"
    SOCIAL = "social"
    PRESS_RELEASE = "press_release"
    REFERENCE = "reference"
    IMAGE = "image"
    OWN_NOTES = "own_notes"
    OBSERVATION = "observation"


class SourceState(StrEnum):
    """Whether a source still stands as it was when it was cited."""

    CURRENT = "current"
    UPDATED = "updated"
    WITHDRAWN = "withdrawn"


class Basis(StrEnum):
    """On what terms a person speaks to the desk."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    NOT_FOR_ATTRIBUTION = "not_for_attribution"
    OFF_RECORD = "off_record"
    CONFIDENTIAL = "confidential"


class Tier(StrEnum):
    """How near a source is to the fact, for one claim; a lead never counts, a tier that nobody said does."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LEAD = "lead"


class Stance(StrEnum):
    """What a source does to a claim; one that nobody said counts neither for it nor against it."""

    SUPPORTS = "supports"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Method(StrEnum):
    """How the checker got at the source."""

    READ = "read"
    CALL = "call"
    EMAIL = "email"
    RECORDING = "recording"
    CALCULATION = "calculation"
    VISIT = "visit"


class LocatorKind(StrEnum):
    """What a place in a source counts; `other` is a place in words of its own."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    TIMESTAMP = "timestamp"
    TABLE = "table"
    FIGURE = "figure"
    CELL = "cell"
    ROW = "row"
    SECTION = "section"
    CHAPTER = "chapter"
    LINE = "line"
    SLIDE = "slide"
    OTHER = "other"


class Role(StrEnum):
    """What a person does on the desk."""

    CHECKER = "checker"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    WRITER = "writer"


class Outcome(StrEnum):
    """What became of a claim when the next draft came in."""

    KEPT = "kept"
    MOVED = "moved"
    RECHECK = "recheck"
    SPLIT = "split"
    MERGED = "merged"
    LOST = "lost"
    NEW = "new"


class TokenChange(StrEnum):
    """What kind of words changed inside a claim between two drafts."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    NEGATION = "negation"
    HEDGE = "hedge"
    SUPERLATIVE = "superlative"
    SPEAKER = "speaker"
    QUOTED = "quoted"
    CONTEXT = "context"
    WORDING = "wording"
    TYPOGRAPHY = "typography"


class LintRule(StrEnum):
    """Which rule found that two facts of a draft do not agree."""

    WEEKDAY = "weekday"
    SPELLING = "spelling"
    NUMBER_TWICE = "number_twice"
    SUM = "sum"
    PERCENTAGE = "percentage"
    AGE = "age"
    LATE_DATE = "late_date"
    CONVERSION = "conversion"
    QUOTATION_TWICE = "quotation_twice"
    OPEN_QUOTE = "open_quote"
