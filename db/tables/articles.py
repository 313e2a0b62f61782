"""People, articles, their drafts, and the passages of a draft that were set aside."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Id, Key, Long, Short, Table, words
from db.vocabulary import Role, SetAsideReason


class Person(Table):
    """Somebody on the desk, by name."""

    __tablename__ = "person"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200), unique=True)
    initials: Mapped[str] = mapped_column(String(8), default="")
    role: Mapped[Role] = mapped_column(words(Role), default=Role.CHECKER)


class Article(Table):
    """A piece under check; its text stands in its drafts."""

    __tablename__ = "article"

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[Long]
    outlet: Mapped[Short]
    byline: Mapped[Short]
    language: Mapped[Short]
    published: Mapped[date | None]
    deadline: Mapped[datetime | None]
    added_at: Mapped[datetime]
    archived: Mapped[bool] = mapped_column(default=False)
    present: Mapped[bool] = mapped_column(default=True)
    """False once it was removed from the desk or its adding was undone; nothing is deleted."""
    current_draft: Mapped[int] = mapped_column(default=1)
    next_number: Mapped[int] = mapped_column(default=1)
    """Number of the next claim; numbers are never used twice."""
    signed_by: Mapped[Short]
    signed_at: Mapped[datetime | None]
    signed_draft: Mapped[int | None]
    signed_digest: Mapped[Short]
    version: Mapped[int] = mapped_column(default=1)


class Draft(Table):
    """One imported version of an article's text, kept whole."""

    __tablename__ = "draft"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index(None, "digest"),
        Index(None, "original_digest"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(Key, ForeignKey("article.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    blocks: Mapped[list[Any]]
    """Rows of kind, start, end, level; they are as unchangeable as the text."""
    digest: Mapped[str] = mapped_column(String(64))
    original: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    original_digest: Mapped[str] = mapped_column(String(64))
    source_name: Mapped[Long]
    format: Mapped[Short]
    encoding: Mapped[Short]
    words: Mapped[int]
    covered: Mapped[int] = mapped_column(default=0)
    """Words that stand in a claim or a passage; kept by every cut, compared with the text by doctor."""
    lint: Mapped[list[Any]] = mapped_column(default=list)
    """Places that do not agree: rows of rule, message, first, second; as unchangeable as the text."""
    imported_by: Mapped[Short]
    imported_at: Mapped[datetime]


class Passage(Table):
    """A passage of a draft that is no claim, with the reason."""

    __tablename__ = "passage"
    __table_args__ = (Index(None, "draft_id", "start"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    draft_id: Mapped[int] = mapped_column(Key, ForeignKey("draft.id"))
    start: Mapped[int]
    end: Mapped[int]
    reason: Mapped[SetAsideReason] = mapped_column(words(SetAsideReason))
