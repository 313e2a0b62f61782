"""The append-only history, and what is kept for the person at the keyboard: text being typed, place."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text

from db.tables.base import Column, Id, Key, Long, Short, Table, column


class Event(Table):
    """One act on the desk; never changed, never deleted."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "article_id", "id"),
        Index(None, "by", "article_id", "id"),
        Index(None, "target"),
        {"sqlite_autoincrement": True},
    )

    id: Column[Id]
    op: Column[str] = column(String(40), unique=True)
    """Operation id: a retry with the same one is refused as already done."""
    at: Column[datetime]
    by: Column[Short]
    verb: Column[Short]
    article_id: Column[int | None] = column(Key, ForeignKey("article.id"))
    claim: Column[int | None]
    """Number of the claim, where the act is about one."""
    words: Column[Long]
    said: Column[Long]
    changes: Column[list[Any]]
    """Rows of {table, id, before, after}, changed columns only; null before a row is made, after it goes."""
    target: Column[int | None] = column(Key, ForeignKey("event.id"))
    """The act that this one undoes or redoes."""
    chain: Column[str] = column(String(64), default="")
    """SHA-256 over the previous event's chain and this event: shows any later tampering."""
    warnings: Column[list[Any]] = column(default=list, server_default=text("'[]'"))
    """What the person was warned of when they did it, a sentence each."""
    laid: Column[list[Any]] = column(default=list, server_default=text("'[]'"))
    """Rows that came in with it and are not in changes, of {table, first, columns, digests}."""


class Typed(Table):
    """Text being typed and not yet kept; survives a kill of the program."""

    __tablename__ = "typed"
    __table_args__ = (UniqueConstraint("person", "place"), {"sqlite_autoincrement": True})

    id: Column[Id]
    person: Column[Short]
    place: Column[Short]
    """Where it is typed: article, claim and field."""
    text: Column[Long]
    version: Column[int] = column(default=1)
    """Version of the claim that it was begun on."""
    at: Column[datetime]


class Place(Table):
    """Where a person left off in an article."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("person", "article_id"), {"sqlite_autoincrement": True})

    id: Column[Id]
    person: Column[Short]
    article_id: Column[int] = column(Key, ForeignKey("article.id"))
    claim: Column[int]
    state: Column[dict[str, Any]] = column(default=dict)
    """Filter, tab and the like."""
    at: Column[datetime]
