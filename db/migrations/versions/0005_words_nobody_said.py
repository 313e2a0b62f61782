"""A source's kind and a citation's tier, stance and kind of locator may be unsaid; more kinds of locator."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

UNSAID = {"source": ("kind",), "citation": ("tier", "stance", "locator_kind")}
"""Columns that were filled where nobody had chosen; what they hold stays, for it may have been a choice."""

LOCATOR_KINDS = "page paragraph timestamp table figure cell row section chapter line slide other"

key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def words(name: str, allowed: str) -> sa.Enum:
    """A column of the *allowed* words, parted by spaces: a vocabulary as it was at this migration."""
    return sa.Enum(*allowed.split(), name=name, native_enum=False, create_constraint=True, length=24)


def upgrade() -> None:
    """Lets the columns be empty, and the kind of a locator be a figure, a row, a chapter or a slide."""
    if op.get_bind().dialect.name == "sqlite":
        # SQLite changes no constraint of a table that is there: it is made again, and filled again.
        rebuild("source", make_source)
        rebuild("citation", make_citation)
        return
    for table, columns in UNSAID.items():
        for column in columns:
            op.alter_column(table, column, nullable=True)
    allowed = ", ".join(f"'{word}'" for word in LOCATOR_KINDS.split())
    op.drop_constraint(op.f("ck_citation_locatorkind"), "citation", type_="check")
    op.create_check_constraint(op.f("ck_citation_locatorkind"), "citation", f"locator_kind IN ({allowed})")


def rebuild(name: str, make: Callable[[], sa.Table]) -> None:
    """Make the table *name* again under its own name, with its rows and the number of its last one."""
    op.execute(f"CREATE TEMPORARY TABLE kept AS SELECT * FROM {name}")  # noqa: S608 - names above
    number = f"SELECT seq FROM sqlite_sequence WHERE name = '{name}'"  # noqa: S608
    op.execute(f"CREATE TEMPORARY TABLE counted AS {number}")
    op.drop_table(name)
    columns = ", ".join(f'"{column.name}"' for column in make().columns)
    op.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM kept")  # noqa: S608
    # A number that was given away once is never given again: the history refers to it.
    op.execute(f"DELETE FROM sqlite_sequence WHERE name = '{name}'")  # noqa: S608
    op.execute(f"INSERT INTO sqlite_sequence (name, seq) SELECT '{name}', seq FROM counted")  # noqa: S608
    op.execute("DROP TABLE kept")
    op.execute("DROP TABLE counted")


def make_source() -> sa.Table:
    """The table source."""
    return op.create_table(
        "source",
        sa.Column("id", key, nullable=False),
        sa.Column(
            "kind",
            words(
                "sourcekind",
                "person recording correspondence record dataset study book news web "
                "social press_release reference image own_notes observation",
            ),
            nullable=True,
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


def make_citation() -> sa.Table:
    """The table citation, with its indexes."""
    made = op.create_table(
        "citation",
        sa.Column("id", key, nullable=False),
        sa.Column("claim_id", key, nullable=False),
        sa.Column("source_id", key, nullable=False),
        sa.Column("tier", words("tier", "primary secondary lead"), nullable=True),
        sa.Column("stance", words("stance", "supports partly contradicts context"), nullable=True),
        sa.Column("locator_kind", words("locatorkind", LOCATOR_KINDS), nullable=True),
        sa.Column("locator", sa.Text(), nullable=False),
        sa.Column("quotation", sa.Text(), nullable=False),
        sa.Column("method", words("method", "read call email recording calculation visit"), nullable=False),
        sa.Column("accessed", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_citation_claim_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_citation_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_citation_claim_id"), "citation", ["claim_id"], unique=False)
    op.create_index(op.f("ix_citation_source_id"), "citation", ["source_id"], unique=False)
    return made
