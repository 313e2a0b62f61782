"""Events keep digests of the rows that came in with them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as server

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; of what came in before it there are no digests."""
    json = sa.JSON().with_variant(server.JSONB(), "postgresql")
    op.add_column("event", sa.Column("laid", json, server_default=sa.text("'[]'"), nullable=False))
