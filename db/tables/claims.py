"""Claims with everything decided about them, their spans in each draft, check points, notes and queries."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Id, Key, Long, Short, Table, words
from db.vocabulary import CheckKind, Finding, FixState, ReviewState


class Claim(Table):
    """A statement that could be wrong, and what the desk says about it."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index(None, "article_id", "retired", "finding", "recheck", "review"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(Key, ForeignKey("article.id"))
    number: Mapped[int]
    parent_id: Mapped[int | None] = mapped_column(Key, ForeignKey("claim.id"))
    restatement: Mapped[Long]
    speaker: Mapped[dict[str, Any] | None]
    """The fields of a model Speaker; its spans belong to the first draft that held the claim."""
    kinds: Mapped[list[Any]] = mapped_column(default=list)
    priority: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    finding: Mapped[Finding] = mapped_column(words(Finding), default=Finding.UNCHECKED)
    decided_by: Mapped[Short]
    decided_at: Mapped[datetime | None]
    decided_text: Mapped[Long]
    recheck: Mapped[bool] = mapped_column(default=False)
    recheck_reason: Mapped[Long]
    legal: Mapped[bool] = mapped_column(default=False)
    sensitive: Mapped[bool] = mapped_column(default=False)
    lint: Mapped[bool] = mapped_column(default=False)
    waiting_on: Mapped[Short]
    waiting_since: Mapped[date | None]
    proposed_text: Mapped[Long]
    fix: Mapped[FixState | None] = mapped_column(words(FixState))
    fix_by: Mapped[Short]
    fix_at: Mapped[datetime | None]
    fix_reason: Mapped[Long]
    review: Mapped[ReviewState | None] = mapped_column(words(ReviewState))
    review_by: Mapped[Short]
    review_at: Mapped[datetime | None]
    review_reason: Mapped[Long]
    assignee: Mapped[Short]
    expires: Mapped[date | None]
    retired: Mapped[bool] = mapped_column(default=False)
    """Taken out of the queue by hand or by a merge; never deleted."""
    version: Mapped[int] = mapped_column(default=1)


class ClaimSpan(Table):
    """Where a claim stands in one draft; no row for the current draft means that it is lost."""

    __tablename__ = "claim_span"
    __table_args__ = (
        UniqueConstraint("claim_id", "draft_id"),
        Index(None, "draft_id", "start", "claim_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(Key, ForeignKey("claim.id"))
    draft_id: Mapped[int] = mapped_column(Key, ForeignKey("draft.id"))
    start: Mapped[int]
    end: Mapped[int]
    parts: Mapped[list[Any]] = mapped_column(default=list)
    """Rows of start, end; empty when the claim is the whole stretch."""
    text: Mapped[Long]
    """The exact words; doctor compares them with the draft."""


class CheckPoint(Table):
    """One thing inside a claim to tick off; its span is relative to the claim's words."""

    __tablename__ = "check_point"
    __table_args__ = (Index(None, "claim_id"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(Key, ForeignKey("claim.id"))
    kind: Mapped[CheckKind] = mapped_column(words(CheckKind))
    offset: Mapped[int]
    """Code points from the start of the claim."""
    text: Mapped[Long]
    remark: Mapped[Long]
    ticked: Mapped[bool] = mapped_column(default=False)
    ticked_by: Mapped[Short]


class Note(Table):
    """A note on a claim."""

    __tablename__ = "note"
    __table_args__ = (Index(None, "claim_id"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(Key, ForeignKey("claim.id"))
    text: Mapped[Long]
    by: Mapped[Short]
    at: Mapped[datetime]
    confidential: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)


class Query(Table):
    """A question to the writer, about one claim or the whole piece."""

    __tablename__ = "query"
    __table_args__ = (Index(None, "article_id"), Index(None, "claim_id"), {"sqlite_autoincrement": True})

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(Key, ForeignKey("article.id"))
    claim_id: Mapped[int | None] = mapped_column(Key, ForeignKey("claim.id"))
    text: Mapped[Long]
    by: Mapped[Short]
    at: Mapped[datetime]
    answer: Mapped[Long]
    answered_by: Mapped[Short]
    answered_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
