"""The append-only history, and what is kept for the person at the keyboard: text being typed, place."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Id, Key, Long, Short, Table


class Event(Table):
    """One act on the desk; never changed, never deleted."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "article_id", "id"),
        Index(None, "by", "article_id", "id"),
        Index(None, "target"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    op: Mapped[str] = mapped_column(String(40), unique=True)
    """Operation id: a retry with the same one is refused as already done."""
    at: Mapped[datetime]
    by: Mapped[Short]
    verb: Mapped[Short]
    article_id: Mapped[int | None] = mapped_column(Key, ForeignKey("article.id"))
    claim: Mapped[int | None]
    """Number of the claim, where the act is about one."""
    words: Mapped[Long]
    said: Mapped[Long]
    changes: Mapped[list[Any]]
    """Rows of {table, id, before, after}, changed columns only; null before a row is made, after it goes."""
    target: Mapped[int | None] = mapped_column(Key, ForeignKey("event.id"))
    """The act that this one undoes or redoes."""
    chain: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 over the previous event's chain and this event: shows any later tampering."""
    warnings: Mapped[list[Any]] = mapped_column(default=list, server_default=text("'[]'"))
    """What the person was warned of when they did it, a sentence each."""


class Typed(Table):
    """Text being typed and not yet kept; survives a kill of the program."""

    __tablename__ = "typed"
    __table_args__ = (UniqueConstraint("person", "place"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    person: Mapped[Short]
    place: Mapped[Short]
    """Where it is typed: article, claim and field."""
    text: Mapped[Long]
    version: Mapped[int] = mapped_column(default=1)
    """Version of the claim that it was begun on."""
    at: Mapped[datetime]


class Place(Table):
    """Where a person left off in an article."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("person", "article_id"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    person: Mapped[Short]
    article_id: Mapped[int] = mapped_column(Key, ForeignKey("article.id"))
    claim: Mapped[int]
    state: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Filter, tab and the like."""
    at: Mapped[datetime]
