"""What the desk answers about articles: their rows, drafts, progress, pace, and what blocks signing off."""

from datetime import date, datetime
from typing import NamedTuple

from db.vocabulary import OPEN_FINDINGS, Finding
from factcheck.model.base import Text, Value, value


@value
class Progress(Value):
    """How far an article is; the counts by finding sum to `claims`."""

    claims: int
    by_finding: dict[Finding, int]
    """Every finding, zero included."""
    recheck: int = 0
    lost: int = 0
    """Claims whose words the current draft no longer holds, those closed as cut left out; not in `claims`."""
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
        return sum(self.by_finding.get(finding, 0) for finding in OPEN_FINDINGS) + self.recheck


@value
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


class DraftBlock(NamedTuple):
    """A block of a draft, light: kind, span, level."""

    kind: str
    start: int
    end: int
    level: int


@value
class Draft(Value):
    """One imported version of an article's text."""

    number: int
    text: Text
    blocks: tuple[DraftBlock, ...]
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


class Day(NamedTuple):
    """Decisions on one day."""

    day: date
    decided: int


class SectionProgress(NamedTuple):
    """How far one section of the article is."""

    heading: str
    done: int
    claims: int


class ExpiredItem(NamedTuple):
    """A claim whose finding held until a day that is past."""

    claim: int
    until: date
    text: str


class WaitingItem(NamedTuple):
    """A claim that waits: on whom, since when."""

    claim: int
    on: str
    since: date | None
    text: str


@value
class Pace(Value):
    """How fast an article's claims are decided, and the finishing time that it implies."""

    days: tuple[Day, ...]
    by_checker: dict[str, int]
    """Claims by the person who decided them last."""
    by_section: tuple[SectionProgress, ...]
    per_hour: float | None
    """Claims decided in an hour of work, pauses over 30 minutes left out; none before two decisions."""
    left: int
    hours_left: float | None
    waiting: tuple[WaitingItem, ...]


@value
class Blocker(Value):
    """One thing that signing off lists of a claim: it stands in the way, or is only told."""

    claim: int
    finding: Finding
    reason: Text


@value
class SignOffCheck(Value):
    """The counts and the blockers before a sheet is signed."""

    article: ArticleRow
    blockers: tuple[Blocker, ...]
    stet: tuple[int, ...]
    """Claims kept by the editor."""
    on_author: tuple[int, ...]
    unticked: tuple[Blocker, ...] = ()
    """Verified claims with check points that nobody ticked, where the house does not let that block."""
    tiers_unsaid: tuple[Blocker, ...] = ()
    """Claims resting on citations of which nobody said the tier, where the house does not let that block."""
