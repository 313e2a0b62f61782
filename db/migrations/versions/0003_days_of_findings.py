"""Claims whose finding holds until a day are found without reading the others."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the index."""
    holds = sa.text("expires IS NOT NULL")
    name = op.f("ix_claim_article_id_expires")
    op.create_index(name, "claim", ["article_id", "expires"], sqlite_where=holds, postgresql_where=holds)
