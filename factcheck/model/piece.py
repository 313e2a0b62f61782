"""A piece with all that was done on it, as it comes from another desk."""

from datetime import datetime

from factcheck.model.acts import Event
from factcheck.model.article import Article
from factcheck.model.base import Text, Value, value
from factcheck.model.desk import Claim, Passage, Query
from factcheck.model.progress import Draft
from factcheck.model.source import Contact


@value
class Signature(Value):
    """Who signed a piece, when, and which text."""

    by: Text
    at: datetime
    draft: int
    digest: str


@value
class Piece(Value):
    """An article, its claims with findings and sources, its queries and history."""

    article: Article
    """Its current draft."""
    draft: Draft
    """The same draft as the other desk held it: number, who brought it in, when."""
    former: tuple[Draft, ...] = ()
    """Earlier drafts that lost claims stand in."""
    deadline: datetime | None = None
    added_at: datetime
    archived: bool = False
    claims: tuple[Claim, ...]
    """Present ones, and lost ones, whose draft is one of `former`."""
    passages: tuple[Passage, ...] = ()
    queries: tuple[Query, ...] = ()
    contacts: tuple[Contact, ...] = ()
    history: tuple[Event, ...] = ()
    """Oldest first."""
    signature: Signature | None = None
