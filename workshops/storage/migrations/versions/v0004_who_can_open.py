"""Workshops keep for whom Miro opened their board, and of those invited only a number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

DONE = ("ready", "found", "removed")  # nobody is to be invited to these any more


def upgrade() -> None:
    """Add both; what came of invitations before is not known, so their addresses go."""
    op.add_column("workshops", sa.Column("invited", sa.Integer(), nullable=True))
    op.add_column("workshops", sa.Column("opened", sa.JSON(), nullable=True))
    workshops = sa.table(
        "workshops", sa.column("state", sa.String()), sa.column("invite", sa.JSON())
    )
    op.execute(sa.update(workshops).where(workshops.c.state.in_(DONE)).values(invite=[]))


def downgrade() -> None:
    """Forget both; the addresses that went stay away."""
    op.drop_column("workshops", "opened")
    op.drop_column("workshops", "invited")
