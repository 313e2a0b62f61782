"""Sources, their citations by claims, and the log of people contacted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Id, Key, Long, Short, Table, words
from db.vocabulary import Basis, LocatorKind, Method, SourceKind, SourceState, Stance, Tier


class Source(Table):
    """Where evidence comes from; shared by all articles of the desk."""

    __tablename__ = "source"

    id: Mapped[Id]
    kind: Mapped[SourceKind] = mapped_column(words(SourceKind), default=SourceKind.WEB)
    title: Mapped[Long]
    author: Mapped[Long]
    publication: Mapped[Long]
    published: Mapped[Short]
    url: Mapped[Long]
    archived_url: Mapped[Long]
    person: Mapped[Long]
    role: Mapped[Long]
    contact: Mapped[Long]
    basis: Mapped[Basis] = mapped_column(words(Basis), default=Basis.ON_RECORD)
    origin: Mapped[Short]
    state: Mapped[SourceState] = mapped_column(words(SourceState), default=SourceState.CURRENT)
    note: Mapped[Long]
    version: Mapped[int] = mapped_column(default=1)


class Citation(Table):
    """The link of a claim to a source: what it shows for this claim, and where."""

    __tablename__ = "citation"
    __table_args__ = (Index(None, "claim_id"), Index(None, "source_id"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(Key, ForeignKey("claim.id"))
    source_id: Mapped[int] = mapped_column(Key, ForeignKey("source.id"))
    tier: Mapped[Tier] = mapped_column(words(Tier), default=Tier.PRIMARY)
    stance: Mapped[Stance] = mapped_column(words(Stance), default=Stance.SUPPORTS)
    locator_kind: Mapped[LocatorKind] = mapped_column(words(LocatorKind), default=LocatorKind.PAGE)
    locator: Mapped[Long]
    quotation: Mapped[Long]
    method: Mapped[Method] = mapped_column(words(Method), default=Method.READ)
    accessed: Mapped[date | None]
    note: Mapped[Long]
    added_by: Mapped[Short]
    added_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)


class Contact(Table):
    """One attempt to reach a person who is a source."""

    __tablename__ = "contact"
    __table_args__ = (Index(None, "source_id"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(Key, ForeignKey("source.id"))
    at: Mapped[datetime]
    by: Mapped[Short]
    method: Mapped[Method] = mapped_column(words(Method), default=Method.CALL)
    outcome: Mapped[Long]
