"""Sources, their citations by claims, and the log of people contacted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index

from db.tables.base import Column, Id, Key, Long, Short, Table, column, words
from db.vocabulary import Basis, LocatorKind, Method, SourceKind, SourceState, Stance, Tier


class Source(Table):
    """Where evidence comes from; shared by all articles of the desk."""

    __tablename__ = "source"

    id: Column[Id]
    kind: Column[SourceKind | None] = column(words(SourceKind))
    title: Column[Long]
    author: Column[Long]
    publication: Column[Long]
    published: Column[Short]
    url: Column[Long]
    archived_url: Column[Long]
    person: Column[Long]
    role: Column[Long]
    contact: Column[Long]
    basis: Column[Basis] = column(words(Basis), default=Basis.ON_RECORD)
    origin: Column[Short]
    state: Column[SourceState] = column(words(SourceState), default=SourceState.CURRENT)
    note: Column[Long]
    version: Column[int] = column(default=1)


class Citation(Table):
    """The link of a claim to a source: what it shows for this claim, and where."""

    __tablename__ = "citation"
    __table_args__ = (Index(None, "claim_id"), Index(None, "source_id"), {"sqlite_autoincrement": True})

    id: Column[Id]
    claim_id: Column[int] = column(Key, ForeignKey("claim.id"))
    source_id: Column[int] = column(Key, ForeignKey("source.id"))
    tier: Column[Tier | None] = column(words(Tier))
    stance: Column[Stance | None] = column(words(Stance))
    locator_kind: Column[LocatorKind | None] = column(words(LocatorKind))
    locator: Column[Long]
    quotation: Column[Long]
    method: Column[Method] = column(words(Method), default=Method.READ)
    accessed: Column[date | None]
    note: Column[Long]
    added_by: Column[Short]
    added_at: Column[datetime]
    version: Column[int] = column(default=1)


class Contact(Table):
    """One attempt to reach a person who is a source."""

    __tablename__ = "contact"
    __table_args__ = (Index(None, "source_id"), {"sqlite_autoincrement": True})

    id: Column[Id]
    source_id: Column[int] = column(Key, ForeignKey("source.id"))
    at: Column[datetime]
    by: Column[Short]
    method: Column[Method] = column(words(Method), default=Method.CALL)
    outcome: Column[Long]
