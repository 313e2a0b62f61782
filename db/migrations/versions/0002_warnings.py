"""Events keep what the person was warned of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as server

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; what was done before it came has no warnings."""
    json = sa.JSON().with_variant(server.JSONB(), "postgresql")
    op.add_column("event", sa.Column("warnings", json, server_default=sa.text("'[]'"), nullable=False))
