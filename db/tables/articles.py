"""People, articles, their drafts, and the passages of a draft that were set aside."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint

from db.tables.base import Column, Id, Key, Long, Short, Table, column, words
from db.vocabulary import Role, SetAsideReason


class Person(Table):
    """Somebody on the desk, by name."""

    __tablename__ = "person"

    id: Column[Id]
    name: Column[str] = column(String(200), unique=True)
    initials: Column[str] = column(String(8), default="")
    role: Column[Role] = column(words(Role), default=Role.CHECKER)


class Article(Table):
    """A piece under check; its text stands in its drafts."""

    __tablename__ = "article"

    id: Column[Id]
    slug: Column[str] = column(String(80), unique=True)
    title: Column[Long]
    outlet: Column[Short]
    byline: Column[Short]
    language: Column[Short]
    published: Column[date | None]
    deadline: Column[datetime | None]
    added_at: Column[datetime]
    archived: Column[bool] = column(default=False)
    present: Column[bool] = column(default=True)
    """False once it was removed from the desk or its adding was undone; nothing is deleted."""
    current_draft: Column[int] = column(default=1)
    next_number: Column[int] = column(default=1)
    """Number of the next claim; numbers are never used twice."""
    signed_by: Column[Short]
    signed_at: Column[datetime | None]
    signed_draft: Column[int | None]
    signed_digest: Column[Short]
    version: Column[int] = column(default=1)


class Draft(Table):
    """One imported version of an article's text, kept whole."""

    __tablename__ = "draft"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index(None, "digest"),
        Index(None, "original_digest"),
        {"sqlite_autoincrement": True},
    )

    id: Column[Id]
    article_id: Column[int] = column(Key, ForeignKey("article.id"))
    number: Column[int]
    text: Column[str] = column(Text)
    blocks: Column[list[Any]]
    """Rows of kind, start, end, level; they are as unchangeable as the text."""
    digest: Column[str] = column(String(64))
    original: Column[bytes] = column(LargeBinary)
    original_digest: Column[str] = column(String(64))
    source_name: Column[Long]
    format: Column[Short]
    encoding: Column[Short]
    words: Column[int]
    covered: Column[int] = column(default=0)
    """Words that stand in a claim or a passage; kept by every cut, compared with the text by doctor."""
    lint: Column[list[Any]] = column(default=list)
    """Places that do not agree: rows of rule, message, first, second; as unchangeable as the text."""
    imported_by: Column[Short]
    imported_at: Column[datetime]


class Passage(Table):
    """A passage of a draft that is no claim, with the reason."""

    __tablename__ = "passage"
    __table_args__ = (Index(None, "draft_id", "start"), {"sqlite_autoincrement": True})

    id: Column[Id]
    draft_id: Column[int] = column(Key, ForeignKey("draft.id"))
    start: Column[int]
    end: Column[int]
    reason: Column[SetAsideReason] = column(words(SetAsideReason))
