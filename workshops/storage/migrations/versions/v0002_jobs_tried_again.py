"""Jobs that failed for now are tried again when they are due."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add when a job is due."""
    op.add_column("jobs", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Forget when a job is due; it is then due at once."""
    op.drop_column("jobs", "due_at")
