"""What the desk answers about claims: rows of the queue, whole claims, notes, queries, and filters."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, Self

from db.vocabulary import OPEN_FINDINGS, CheckKind, Finding, FixState, Flag, ReviewState, SetAsideReason
from factcheck.model.base import Span, Text, Value, field_names, json_value, value
from factcheck.model.claim import CheckPoint, Speaker
from factcheck.model.source import Citation


@value
class TickedPoint(CheckPoint):
    """A check point on the desk, with its tick."""

    id: int
    ticked: bool = False
    ticked_by: str = ""


@value
class Note(Value):
    """A note on a claim."""

    id: int
    text: Text
    by: str
    at: datetime
    confidential: bool = False
    """Never exported unless asked for."""
    version: int = 1


@value
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
        return self.finding in OPEN_FINDINGS or Flag.RECHECK in self.flags


@value
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
        return self.finding in OPEN_FINDINGS or Flag.RECHECK in self.flags


@value
class Passage(Value):
    """A passage of the current draft that was set aside."""

    id: int
    start: int
    end: int
    text: Text
    reason: SetAsideReason


@value
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

    def stored(self) -> dict[str, Any]:
        """Return what differs from a filter that lets everything through, as JSON holds it."""
        return {
            name: json_value(chosen)
            for name in field_names(ClaimFilter)
            if (chosen := getattr(self, name)) != getattr(_ALL, name)
        }

    @classmethod
    def out_of(cls, stored: Mapping[str, Any]) -> Self:
        """Return the filter that was stored."""
        words = {"findings": Finding, "flags": Flag, "kinds": CheckKind}
        chosen = {name: tuple(map(words[name], stored[name])) for name in words.keys() & stored.keys()}
        return cls(**{**stored, **chosen})

    def admits(self, row: ClaimRow) -> bool:
        """Whether a present claim passes, its search left out: that looks in more than a row holds."""
        return (
            (not self.findings or row.finding in self.findings)
            and all(flag in row.flags for flag in self.flags)
            and (not self.kinds or any(kind in self.kinds for kind in row.kinds))
            and (self.assignee is None or row.assignee == self.assignee)
            and (not self.only_open or row.is_open)
            and (not self.queried or row.open_queries > 0)
        )


_ALL = ClaimFilter()
