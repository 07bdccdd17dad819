"""Summaries keep their words in the other language beside them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the second wording; summaries kept before have none."""
    op.add_column("summaries", sa.Column("retold", sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget the second wording."""
    op.drop_column("summaries", "retold")
