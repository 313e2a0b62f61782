"""The words that are stored: every enumeration of the desk, its keys and meanings (standard library only)."""

from enum import StrEnum
from typing import NamedTuple


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


class FindingFacts(NamedTuple):
    """What the desk knows of one finding: the only table of findings."""

    key: str
    """The digit that sets it."""
    label: str
    """The word shown to people."""
    meaning: str
    """One line that says when to use it."""
    blocks: Blocks
    """Whether it blocks sign-off."""
    needs: str
    """What should stand beside it, in words; empty when nothing is needed."""
    letter: str
    """One letter for print, monochrome screens and colour-blind readers."""
    sign: str
    """One sign of one cell width, beside the letter."""


FINDINGS: dict[Finding, FindingFacts] = {
    Finding.UNCHECKED: FindingFacts("0", "unchecked", "nobody has decided", Blocks.YES, "", "U", "·"),
    Finding.VERIFIED: FindingFacts(
        "1",
        "verified",
        "these exact words are supported by a recorded source",
        Blocks.NO,
        "a citation that supports, with a locator or a quotation",
        "V",
        "✓",
    ),
    Finding.ON_AUTHOR: FindingFacts(
        "2", "on author", "rests on the writer's own presence or notes", Blocks.NO, "", "A", "@"
    ),
    Finding.IMPRECISE: FindingFacts(
        "3",
        "imprecise",
        "right in substance, the wording must change",
        Blocks.UNTIL_FIXED,
        "proposed wording",
        "I",
        "~",
    ),
    Finding.MISLEADING: FindingFacts(
        "4",
        "misleading",
        "each word holds, the whole misleads: context is missing",
        Blocks.UNTIL_FIXED,
        "proposed wording or a note",
        "M",
        "!",
    ),
    Finding.WRONG: FindingFacts(
        "5",
        "wrong",
        "contradicted by recorded evidence",
        Blocks.UNTIL_FIXED,
        "a citation that contradicts",
        "W",
        "✗",
    ),
    Finding.UNVERIFIABLE: FindingFacts(
        "6",
        "unverifiable",
        "tried, and no source can settle it",
        Blocks.UNTIL_FIXED,
        "a note on what was tried",
        "N",
        "?",
    ),
    Finding.NOT_CHECKABLE: FindingFacts(
        "7", "not checkable", "opinion, prediction, transition", Blocks.NO, "", "O", "-"
    ),
    Finding.WAITING: FindingFacts(
        "8",
        "waiting",
        "worked on; waits for the writer, a source or a document",
        Blocks.YES,
        "whom it waits for",
        "T",
        "…",
    ),
}


class TickRule(StrEnum):
    """What a house makes of a verified claim with check points that nobody ticked."""

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
    """How near a source is to the fact, for one claim; a lead never counts."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LEAD = "lead"


class Stance(StrEnum):
    """What a source does to a claim."""

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
    """Where in the source the evidence stands."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    TIMESTAMP = "timestamp"
    TABLE = "table"
    CELL = "cell"
    SECTION = "section"
    LINE = "line"
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
