"""The whole schema: people, articles, drafts, claims, sources, history."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as server

from db import postgresql, sqlite

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON().with_variant(server.JSONB(), "postgresql")
moment = sa.DateTime(timezone=True)


def words(name: str, allowed: str) -> sa.Enum:
    """A column of the *allowed* words, parted by spaces: a vocabulary as it was at this migration."""
    return sa.Enum(*allowed.split(), name=name, native_enum=False, create_constraint=True, length=24)


def upgrade() -> None:
    """Makes all tables, and the history append-only."""
    make_article()
    make_person()
    make_source()
    make_typed()
    make_claim()
    make_contact()
    make_draft()
    make_event()
    make_place()
    make_check_point()
    make_citation()
    make_claim_span()
    make_note()
    make_passage()
    make_query()
    own = sqlite if op.get_bind().dialect.name == "sqlite" else postgresql
    for statement in own.APPEND_ONLY:
        op.execute(statement)


def make_article() -> None:
    """The table article."""
    op.create_table(
        "article",
        sa.Column("id", key, nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("outlet", sa.String(length=200), nullable=False),
        sa.Column("byline", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("deadline", moment, nullable=True),
        sa.Column("added_at", moment, nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("current_draft", sa.Integer(), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("signed_at", moment, nullable=True),
        sa.Column("signed_draft", sa.Integer(), nullable=True),
        sa.Column("signed_digest", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("slug", name=op.f("uq_article_slug")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sqlite_autoincrement=True,
    )


def make_person() -> None:
    """The table person."""
    op.create_table(
        "person",
        sa.Column("id", key, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("initials", sa.String(length=8), nullable=False),
        sa.Column("role", words("role", "checker reviewer editor writer"), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_person_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )


def make_source() -> None:
    """The table source."""
    op.create_table(
        "source",
        sa.Column("id", key, nullable=False),
        sa.Column(
            "kind",
            words(
                "sourcekind",
                "person recording correspondence record dataset study book news web "
                "social press_release reference image own_notes observation",
            ),
            nullable=False,
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("publication", sa.Text(), nullable=False),
        sa.Column("published", sa.String(length=200), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("archived_url", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column(
            "basis",
            words("basis", "on_record background not_for_attribution off_record confidential"),
            nullable=False,
        ),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.Column("state", words("sourcestate", "current updated withdrawn"), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sqlite_autoincrement=True,
    )


def make_typed() -> None:
    """The table typed."""
    op.create_table(
        "typed",
        sa.Column("id", key, nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.UniqueConstraint("person", "place", name=op.f("uq_typed_person_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed")),
        sqlite_autoincrement=True,
    )


def make_claim() -> None:
    """The table claim."""
    op.create_table(
        "claim",
        sa.Column("id", key, nullable=False),
        sa.Column("article_id", key, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent_id", key, nullable=True),
        sa.Column("restatement", sa.Text(), nullable=False),
        sa.Column("speaker", json, nullable=True),
        sa.Column("kinds", json, nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("reasons", json, nullable=False),
        sa.Column(
            "finding",
            words(
                "finding",
                "unchecked verified on_author imprecise misleading wrong unverifiable not_checkable waiting",
            ),
            nullable=False,
        ),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_at", moment, nullable=True),
        sa.Column("decided_text", sa.Text(), nullable=False),
        sa.Column("recheck", sa.Boolean(), nullable=False),
        sa.Column("recheck_reason", sa.Text(), nullable=False),
        sa.Column("legal", sa.Boolean(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("lint", sa.Boolean(), nullable=False),
        sa.Column("waiting_on", sa.String(length=200), nullable=False),
        sa.Column("waiting_since", sa.Date(), nullable=True),
        sa.Column("proposed_text", sa.Text(), nullable=False),
        sa.Column("fix", words("fixstate", "proposed accepted applied stet cut"), nullable=True),
        sa.Column("fix_by", sa.String(length=200), nullable=False),
        sa.Column("fix_at", moment, nullable=True),
        sa.Column("fix_reason", sa.Text(), nullable=False),
        sa.Column("review", words("reviewstate", "agreed sent_back"), nullable=True),
        sa.Column("review_by", sa.String(length=200), nullable=False),
        sa.Column("review_at", moment, nullable=True),
        sa.Column("review_reason", sa.Text(), nullable=False),
        sa.Column("assignee", sa.String(length=200), nullable=False),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_claim_article_id_number")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_claim_article_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["claim.id"], name=op.f("fk_claim_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_claim_article_id_retired_finding_recheck_review"),
        "claim",
        ["article_id", "retired", "finding", "recheck", "review"],
        unique=False,
    )


def make_contact() -> None:
    """The table contact."""
    op.create_table(
        "contact",
        sa.Column("id", key, nullable=False),
        sa.Column("source_id", key, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("method", words("method", "read call email recording calculation visit"), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_contact_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contact_source_id"), "contact", ["source_id"], unique=False)


def make_draft() -> None:
    """The table draft."""
    op.create_table(
        "draft",
        sa.Column("id", key, nullable=False),
        sa.Column("article_id", key, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("blocks", json, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=False),
        sa.Column("original_digest", sa.String(length=64), nullable=False),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=200), nullable=False),
        sa.Column("encoding", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("covered", sa.Integer(), nullable=False),
        sa.Column("lint", json, nullable=False),
        sa.Column("imported_by", sa.String(length=200), nullable=False),
        sa.Column("imported_at", moment, nullable=False),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_draft_article_id_number")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_draft_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_draft_digest"), "draft", ["digest"], unique=False)
    op.create_index(op.f("ix_draft_original_digest"), "draft", ["original_digest"], unique=False)


def make_event() -> None:
    """The table event."""
    op.create_table(
        "event",
        sa.Column("id", key, nullable=False),
        sa.Column("op", sa.String(length=40), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("verb", sa.String(length=200), nullable=False),
        sa.Column("article_id", key, nullable=True),
        sa.Column("claim", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("changes", json, nullable=False),
        sa.Column("target", key, nullable=True),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.UniqueConstraint("op", name=op.f("uq_event_op")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_event_article_id")),
        sa.ForeignKeyConstraint(["target"], ["event.id"], name=op.f("fk_event_target")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_event_article_id_id"), "event", ["article_id", "id"], unique=False)
    op.create_index(op.f("ix_event_by_article_id_id"), "event", ["by", "article_id", "id"], unique=False)
    op.create_index(op.f("ix_event_target"), "event", ["target"], unique=False)


def make_place() -> None:
    """The table place."""
    op.create_table(
        "place",
        sa.Column("id", key, nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("article_id", key, nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("state", json, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.UniqueConstraint("person", "article_id", name=op.f("uq_place_person_article_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_place_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sqlite_autoincrement=True,
    )


def make_check_point() -> None:
    """The table check_point."""
    op.create_table(
        "check_point",
        sa.Column("id", key, nullable=False),
        sa.Column("claim_id", key, nullable=False),
        sa.Column(
            "kind",
            words(
                "checkkind",
                "name title age date place number money calculation statistic quote "
                "attribution superlative cause event allegation display",
            ),
            nullable=False,
        ),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("ticked", sa.Boolean(), nullable=False),
        sa.Column("ticked_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_check_point_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_point")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_check_point_claim_id"), "check_point", ["claim_id"], unique=False)


def make_citation() -> None:
    """The table citation."""
    op.create_table(
        "citation",
        sa.Column("id", key, nullable=False),
        sa.Column("claim_id", key, nullable=False),
        sa.Column("source_id", key, nullable=False),
        sa.Column("tier", words("tier", "primary secondary lead"), nullable=False),
        sa.Column("stance", words("stance", "supports partly contradicts context"), nullable=False),
        sa.Column(
            "locator_kind",
            words("locatorkind", "page paragraph timestamp table cell section line other"),
            nullable=False,
        ),
        sa.Column("locator", sa.Text(), nullable=False),
        sa.Column("quotation", sa.Text(), nullable=False),
        sa.Column("method", words("method", "read call email recording calculation visit"), nullable=False),
        sa.Column("accessed", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", moment, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_citation_claim_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_citation_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_citation_claim_id"), "citation", ["claim_id"], unique=False)
    op.create_index(op.f("ix_citation_source_id"), "citation", ["source_id"], unique=False)


def make_claim_span() -> None:
    """The table claim_span."""
    op.create_table(
        "claim_span",
        sa.Column("id", key, nullable=False),
        sa.Column("claim_id", key, nullable=False),
        sa.Column("draft_id", key, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("parts", json, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.UniqueConstraint("claim_id", "draft_id", name=op.f("uq_claim_span_claim_id_draft_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_span_claim_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_claim_span_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_span")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_claim_span_draft_id_start_claim_id"),
        "claim_span",
        ["draft_id", "start", "claim_id"],
        unique=False,
    )


def make_note() -> None:
    """The table note."""
    op.create_table(
        "note",
        sa.Column("id", key, nullable=False),
        sa.Column("claim_id", key, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_note_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_note_claim_id"), "note", ["claim_id"], unique=False)


def make_passage() -> None:
    """The table passage."""
    op.create_table(
        "passage",
        sa.Column("id", key, nullable=False),
        sa.Column("draft_id", key, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            words(
                "setasidereason",
                "heading question opinion prediction transition instruction boilerplate by_hand",
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_passage_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_passage_draft_id_start"), "passage", ["draft_id", "start"], unique=False)


def make_query() -> None:
    """The table query."""
    op.create_table(
        "query",
        sa.Column("id", key, nullable=False),
        sa.Column("article_id", key, nullable=False),
        sa.Column("claim_id", key, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=200), nullable=False),
        sa.Column("answered_at", moment, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_query_article_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_query_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_query")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_query_article_id"), "query", ["article_id"], unique=False)
    op.create_index(op.f("ix_query_claim_id"), "query", ["claim_id"], unique=False)
