"""Claims with everything decided about them, their spans in each draft, check points, notes and queries."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text

from db.tables.base import Column, Id, Key, Long, Short, Table, column, words
from db.vocabulary import CheckKind, Finding, FixState, ReviewState

HOLDS = text("expires IS NOT NULL")
"""Claims whose finding holds until a day: few, and asked for at every count."""


class Claim(Table):
    """A statement that could be wrong, and what the desk says about it."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index(None, "article_id", "retired", "finding", "recheck", "review"),
        Index(None, "article_id", "expires", sqlite_where=HOLDS, postgresql_where=HOLDS),
        {"sqlite_autoincrement": True},
    )

    id: Column[Id]
    article_id: Column[int] = column(Key, ForeignKey("article.id"))
    number: Column[int]
    parent_id: Column[int | None] = column(Key, ForeignKey("claim.id"))
    restatement: Column[Long]
    speaker: Column[dict[str, Any] | None]
    """The fields of a model Speaker; its spans belong to the first draft that held the claim."""
    kinds: Column[list[Any]] = column(default=list)
    priority: Column[int] = column(default=0)
    reasons: Column[list[Any]] = column(default=list)
    finding: Column[Finding] = column(words(Finding), default=Finding.UNCHECKED)
    decided_by: Column[Short]
    decided_at: Column[datetime | None]
    decided_text: Column[Long]
    recheck: Column[bool] = column(default=False)
    recheck_reason: Column[Long]
    legal: Column[bool] = column(default=False)
    sensitive: Column[bool] = column(default=False)
    lint: Column[bool] = column(default=False)
    waiting_on: Column[Short]
    waiting_since: Column[date | None]
    proposed_text: Column[Long]
    fix: Column[FixState | None] = column(words(FixState))
    fix_by: Column[Short]
    fix_at: Column[datetime | None]
    fix_reason: Column[Long]
    review: Column[ReviewState | None] = column(words(ReviewState))
    review_by: Column[Short]
    review_at: Column[datetime | None]
    review_reason: Column[Long]
    assignee: Column[Short]
    expires: Column[date | None]
    retired: Column[bool] = column(default=False)
    """Taken out of the queue by hand or by a merge; never deleted."""
    version: Column[int] = column(default=1)


class ClaimSpan(Table):
    """Where a claim stands in one draft; no row for the current draft means that it is lost."""

    __tablename__ = "claim_span"
    __table_args__ = (
        UniqueConstraint("claim_id", "draft_id"),
        Index(None, "draft_id", "start", "claim_id"),
        {"sqlite_autoincrement": True},
    )

    id: Column[Id]
    claim_id: Column[int] = column(Key, ForeignKey("claim.id"))
    draft_id: Column[int] = column(Key, ForeignKey("draft.id"))
    start: Column[int]
    end: Column[int]
    parts: Column[list[Any]] = column(default=list)
    """Rows of start, end; empty when the claim is the whole stretch."""
    text: Column[Long]
    """The exact words; doctor compares them with the draft."""


class CheckPoint(Table):
    """One thing inside a claim to tick off; its span is relative to the claim's words."""

    __tablename__ = "check_point"
    __table_args__ = (Index(None, "claim_id"), {"sqlite_autoincrement": True})

    id: Column[Id]
    claim_id: Column[int] = column(Key, ForeignKey("claim.id"))
    kind: Column[CheckKind] = column(words(CheckKind))
    offset: Column[int]
    """Code points from the start of the claim."""
    text: Column[Long]
    remark: Column[Long]
    ticked: Column[bool] = column(default=False)
    ticked_by: Column[Short]


class Note(Table):
    """A note on a claim."""

    __tablename__ = "note"
    __table_args__ = (Index(None, "claim_id"), {"sqlite_autoincrement": True})

    id: Column[Id]
    claim_id: Column[int] = column(Key, ForeignKey("claim.id"))
    text: Column[Long]
    by: Column[Short]
    at: Column[datetime]
    confidential: Column[bool] = column(default=False)
    version: Column[int] = column(default=1)


class Query(Table):
    """A question to the writer, about one claim or the whole piece."""

    __tablename__ = "query"
    __table_args__ = (Index(None, "article_id"), Index(None, "claim_id"), {"sqlite_autoincrement": True})

    id: Column[Id]
    article_id: Column[int] = column(Key, ForeignKey("article.id"))
    claim_id: Column[int | None] = column(Key, ForeignKey("claim.id"))
    text: Column[Long]
    by: Column[Short]
    at: Column[datetime]
    answer: Column[Long]
    answered_by: Column[Short]
    answered_at: Column[datetime | None]
    version: Column[int] = column(default=1)
