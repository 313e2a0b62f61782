"""Sources, the citations that link them to claims, and the log of people contacted."""

from dataclasses import replace
from datetime import date, datetime

from db.vocabulary import Basis, LocatorKind, Method, SourceKind, SourceState, Stance, Tier
from factcheck.model.base import Text, Value, value
from factcheck.model.locator import settled, shown


@value
class SourceFields(Value):
    """What a person says of a source; every field but the title may stay empty."""

    kind: SourceKind | None = None
    """What it is; none where nobody said."""
    title: Text = ""
    author: Text = ""
    """Author or organisation."""
    publication: Text = ""
    published: Text = ""
    """Date as written on the source: an ISO date, a month or a year."""
    url: Text = ""
    archived_url: Text = ""
    person: Text = ""
    """Name of the person who is the source, where one is."""
    role: Text = ""
    """What the person is: title and affiliation."""
    contact: Text = ""
    """Telephone, e-mail…; left out of every export unless asked for."""
    basis: Basis = Basis.ON_RECORD
    origin: Text = ""
    """Name shared by sources that repeat one origin (the same wire story); empty = an origin of its own."""
    state: SourceState = SourceState.CURRENT
    note: Text = ""

    @property
    def label(self) -> str:
        """The shortest thing that tells this source from others."""
        return self.title or self.person or self.url or self.publication


@value
class Source(SourceFields):
    """A source on the desk, reusable across claims and articles."""

    id: int
    version: int = 1
    used: int = 0
    """Number of citations of it."""
    last_used: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether its person may be named in an export."""
        return self.basis is Basis.ON_RECORD


@value
class CitationFields(Value):
    """What a person says of the link between a claim and a source."""

    tier: Tier | None = None
    """How near the source is to the fact, for this claim; none where nobody said."""
    stance: Stance | None = None
    """What the source does to the claim; none where nobody said: it then counts neither way."""
    locator_kind: LocatorKind | None = None
    """What the locator counts; none where nobody said."""
    locator: Text = ""
    """Where in the source."""
    quotation: Text = ""
    """Verbatim words of the source."""
    method: Method = Method.READ
    accessed: date | None = None
    note: Text = ""

    @property
    def settled(self) -> "CitationFields":
        """The same with its locator read: “p. 14” is page 14, whatever kind stood beside it."""
        kind, place = settled(self.locator_kind, self.locator)
        return replace(self, locator_kind=kind, locator=place)

    @property
    def where(self) -> str:
        """Locator with its kind, as printed: “page 14”."""
        return shown(self.locator_kind, self.locator)


@value
class Citation(CitationFields):
    """The link of a claim to a source."""

    id: int
    claim: int
    """Number of the claim in its article."""
    source: Source
    added_by: str
    added_at: datetime
    version: int = 1


@value
class LastChoice(Value):
    """What was said of a source when it was cited last; offered for its next citation."""

    tier: Tier | None = None
    locator_kind: LocatorKind | None = None


@value
class Contact(Value):
    """One attempt to reach a person: when, how, and what came of it."""

    id: int
    source: int
    """Id of the source (a person)."""
    at: datetime
    by: str
    method: Method
    outcome: Text
    """Reply, no reply, will call back…"""


@value
class CallSheetEntry(Value):
    """One source with the open claims to ask about: one call, many questions."""

    source: Source
    claims: tuple[int, ...]
    """Numbers of the open claims that cite it or are said by its person."""
