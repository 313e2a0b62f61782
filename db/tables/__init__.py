"""All tables of the store."""

from db.tables.articles import Article, Draft, Passage, Person
from db.tables.base import Table
from db.tables.claims import CheckPoint, Claim, ClaimSpan, Note, Query
from db.tables.history import Event, Place, Typed
from db.tables.sources import Citation, Contact, Source

__all__ = [
    "Article",
    "CheckPoint",
    "Citation",
    "Claim",
    "ClaimSpan",
    "Contact",
    "Draft",
    "Event",
    "Note",
    "Passage",
    "Person",
    "Place",
    "Query",
    "Source",
    "Table",
    "Typed",
]
