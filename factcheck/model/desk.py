"""What the desk answers: claims with their review, articles with their progress, history and changes."""

from datetime import date, datetime
from typing import Any, NamedTuple

from pydantic import Field

from db.vocabulary import CheckKind, Finding, FixState, Flag, ReviewState, Role, SetAsideReason
from factcheck.model.base import Span, Text, Value
from factcheck.model.claim import CheckPoint, Speaker
from factcheck.model.source import Citation


class Person(Value):
    """Somebody on the desk."""

    id: int
    name: Text
    initials: Text
    role: Role


class TickedPoint(CheckPoint):
    """A check point on the desk, with its tick."""

    id: int
    ticked: bool = False
    ticked_by: str = ""


class Note(Value):
    """A note on a claim."""

    id: int
    text: Text
    by: str
    at: datetime
    confidential: bool = False
    """Never exported unless asked for."""
    version: int = 1


class Query(Value):
    """A question to the writer, open or answered."""

    id: int
    claim: int | None
    """Number of the claim; none when it is about the whole piece."""
    text: Text
    by: str
    at: datetime
    answer: Text = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answered_at is None


class ClaimRow(NamedTuple):
    """One line of the queue: light enough for a hundred thousand of them."""

    number: int
    """Stable number in the article, never reused."""
    start: int
    end: int
    text: str
    finding: Finding
    speaker: str
    kinds: tuple[CheckKind, ...]
    flags: tuple[Flag, ...]
    assignee: str
    priority: int
    reasons: tuple[str, ...]
    fix: FixState | None
    review: ReviewState | None
    citations: int
    notes: int
    open_queries: int
    lost: bool
    """True when the current draft no longer holds it; start and end then belong to its last draft."""
    parent: int | None
    """Number of the claim that it is nested in."""
    lint: bool
    """True when a check of the draft against itself marks its words."""
    version: int

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide: unchecked, waiting, or to be rechecked."""
        return self.finding in _OPEN or Flag.RECHECK in self.flags


_OPEN = frozenset({Finding.UNCHECKED, Finding.WAITING})


class Claim(Value):
    """A claim with everything that the desk holds about it."""

    id: int
    article: str
    """Slug of its article."""
    number: int
    text: Text
    start: int
    end: int
    parts: tuple[Span, ...]
    draft: int
    """Number of the draft that its span belongs to."""
    lost: bool = False
    restatement: Text = ""
    speaker: Speaker | None = None
    kinds: tuple[CheckKind, ...] = ()
    check_points: tuple[TickedPoint, ...] = ()
    priority: int = 0
    reasons: tuple[str, ...] = ()
    parent: int | None = None
    section: Text = ""
    """Words of the heading that it stands under."""
    finding: Finding = Finding.UNCHECKED
    flags: tuple[Flag, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    decided_text: Text = ""
    """The exact words that the finding was made for."""
    recheck_reason: Text = ""
    """Why the finding is to be looked at again, with the words that changed."""
    waiting_on: Text = ""
    waiting_since: date | None = None
    proposed_text: Text = ""
    fix: FixState | None = None
    fix_by: str = ""
    fix_at: datetime | None = None
    fix_reason: Text = ""
    """Why the editor keeps it (stet) or cuts it."""
    review: ReviewState | None = None
    review_by: str = ""
    review_at: datetime | None = None
    review_reason: Text = ""
    assignee: str = ""
    expires: date | None = None
    """Day until which the finding holds, where it does not hold for good."""
    citations: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()
    queries: tuple[Query, ...] = ()
    lint: tuple[Text, ...] = ()
    """What the check of the draft against itself says of its words, a sentence each."""
    version: int = 1
    retired: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide: unchecked, waiting, or to be rechecked."""
        return self.finding in _OPEN or Flag.RECHECK in self.flags


class Passage(Value):
    """A passage of the current draft that was set aside."""

    id: int
    start: int
    end: int
    text: Text
    reason: SetAsideReason


class ClaimFilter(Value):
    """Which claims to list; empty fields let everything through, filled ones all have to hold."""

    findings: tuple[Finding, ...] = ()
    flags: tuple[Flag, ...] = ()
    kinds: tuple[CheckKind, ...] = ()
    assignee: str | None = None
    """A person's name; an empty string means nobody."""
    search: str = ""
    """Words that the claim, its restatement, speaker or notes must hold, any order, any case."""
    only_open: bool = False
    queried: bool = False
    """Only claims with an open query."""
    lost: bool = False
    """Lost claims in place of present ones."""
    retired: bool = False
    """Claims that were retired in place of present ones."""
    by_priority: bool = False
    """Most urgent first in place of reading order."""


class Progress(Value):
    """How far an article is; the counts by finding sum to `claims`."""

    claims: int
    by_finding: dict[Finding, int]
    """Every finding, zero included."""
    recheck: int = 0
    lost: int = 0
    open_queries: int = 0
    coverage: float = 1.0
    """Share of the draft's words in a claim or set aside, 0 to 1."""
    oldest_waiting: date | None = None
    reviewed: int = 0
    """Claims that a second person agreed to."""

    @property
    def done(self) -> int:
        """Claims decided: neither unchecked, nor waiting, nor to be rechecked."""
        return self.claims - self.open

    @property
    def open(self) -> int:
        """Claims that still want a decision."""
        return (
            self.by_finding.get(Finding.UNCHECKED, 0) + self.by_finding.get(Finding.WAITING, 0) + self.recheck
        )


class ArticleRow(Value):
    """One line of the desk: an article with its progress."""

    id: int
    slug: str
    title: Text
    outlet: Text = ""
    byline: Text = ""
    published: date | None = None
    deadline: datetime | None = None
    added_at: datetime
    archived: bool = False
    draft: int
    """Number of the current draft."""
    words: int
    progress: Progress
    signed_by: str = ""
    signed_at: datetime | None = None
    signed_draft: int | None = None
    signed_digest: str = ""
    version: int = 1

    @property
    def is_signed(self) -> bool:
        """Whether the current draft stands signed off."""
        return self.signed_at is not None


class Draft(Value):
    """One imported version of an article's text."""

    number: int
    text: Text
    blocks: tuple["DraftBlock", ...]
    digest: str
    source_name: Text
    format: str
    encoding: str
    original_digest: str
    imported_by: str
    imported_at: datetime
    words: int


class DraftRow(NamedTuple):
    """One line in the list of an article's drafts; light, without the text."""

    number: int
    digest: str
    source_name: str
    format: str
    imported_by: str
    imported_at: datetime
    words: int
    current: bool
    """Whether the claims stand in this one."""


class DraftBlock(NamedTuple):
    """A block of a draft, light: kind, span, level."""

    kind: str
    start: int
    end: int
    level: int


class Event(Value):
    """One line of the history: who did what, when, from what to what, for which exact words."""

    id: int
    op: str
    """Operation id; a retry with the same one changes nothing."""
    at: datetime
    by: str
    verb: str
    """Name of the Desk method, or undo / redo."""
    article: str = ""
    claim: int | None = None
    words: Text = ""
    """The exact words of the claim at that moment."""
    said: Text
    """What was done, in one sentence."""
    before: dict[str, object] = Field(default_factory=dict)
    """Former values of the claim's changed fields, by field name."""
    after: dict[str, object] = Field(default_factory=dict)


class Change(Value):
    """What a verb did: for the message, and for refreshing just what changed."""

    op: str
    verb: str
    said: Text
    """One sentence: “Claim 12: verified”."""
    article: str = ""
    claims: tuple[int, ...] = ()
    """Numbers of the claims that changed, came or went."""
    whole_article: bool = False
    """True when more than single claims changed and a screen should ask for everything again."""
    warnings: tuple[Text, ...] = ()
    """What the finding needs and does not have yet, per design: warnings, never refusals."""
    created: int | None = None
    """Id of the source, citation, note or query that came into being; number of a claim."""


class Blocker(Value):
    """One thing that stands in the way of signing off."""

    claim: int
    finding: Finding
    reason: Text


class SignOffCheck(Value):
    """The counts and the blockers before a sheet is signed."""

    article: ArticleRow
    blockers: tuple[Blocker, ...]
    stet: tuple[int, ...]
    """Claims kept by the editor."""
    on_author: tuple[int, ...]


class Day(NamedTuple):
    """Decisions on one day."""

    day: date
    decided: int


class Pace(Value):
    """How fast an article's claims are decided, and the finishing time that it implies."""

    days: tuple[Day, ...]
    by_checker: dict[str, int]
    """Claims by the person who decided them last."""
    by_section: tuple["SectionProgress", ...]
    per_hour: float | None
    """Claims decided in an hour of work, pauses over 30 minutes left out; none before two decisions."""
    left: int
    hours_left: float | None
    waiting: tuple["WaitingItem", ...]


class SectionProgress(NamedTuple):
    """How far one section of the article is."""

    heading: str
    done: int
    claims: int


class WaitingItem(NamedTuple):
    """A claim that waits: on whom, since when."""

    claim: int
    on: str
    since: date | None
    text: str


class TypedText(NamedTuple):
    """Text being typed and not yet kept."""

    text: str
    version: int
    """Version of the claim that it was begun on."""


class Place(NamedTuple):
    """Where a person left off in an article."""

    claim: int
    state: dict[str, Any]
    """Filter, tab and the like."""


class Health(Value):
    """What doctor found: problems in a sentence each, and facts by name."""

    problems: tuple[Text, ...] = ()
    facts: dict[str, str] = Field(default_factory=dict)


Draft.model_rebuild()
Pace.model_rebuild()
