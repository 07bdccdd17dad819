"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _accounts()
    _audit()
    _budgets()
    _workshops()
    _jobs()
    _ledger_calls()
    _snapshots()
    _ledger_items()
    _summaries()


def downgrade() -> None:
    """Drop the tables."""
    for table in TABLES:
        op.drop_table(table)


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("world", sa.String(length=10), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("server", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("miro_user", sa.String(length=40), nullable=True),
        sa.Column("team", sa.String(length=40), nullable=True),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("expires_at", sa.Double(), nullable=True),
        sa.Column("connect_again", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("world", "key", name="uq_accounts_world"),
    )
    op.create_index("ix_accounts_miro_user", "accounts", ["miro_user"], unique=False)


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_subject_at", "audit", ["subject", "at"], unique=False)


def _budgets() -> None:
    op.create_table(
        "budgets",
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("ends_at", sa.Double(), nullable=True),
        sa.Column("left", sa.BigInteger(), nullable=False),
        sa.Column("under_way", sa.BigInteger(), nullable=False),
        sa.Column("limit", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_budgets"),
    )


def _workshops() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("world", sa.String(length=10), nullable=False),
        sa.Column("method", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lang", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("brief", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("origin_x", sa.Double(), nullable=False),
        sa.Column("origin_y", sa.Double(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.Column("owns_board", sa.Boolean(), nullable=False),
        sa.Column("floor", sa.String(length=40), nullable=True),
        sa.Column("team", sa.String(length=40), nullable=True),
        sa.Column("invite", sa.JSON(), nullable=False),
        sa.Column("board_id", sa.String(length=80), nullable=True),
        sa.Column("board_name", sa.Text(), nullable=True),
        sa.Column("board_url", sa.Text(), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_workshops_account_accounts", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
    )
    op.create_index("ix_workshops_account", "workshops", ["account"], unique=False)
    op.create_index("ix_workshops_board_id", "workshops", ["board_id"], unique=False)
    op.create_index("ix_workshops_digest", "workshops", ["digest"], unique=False)


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("workshop", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=True),
        sa.Column("heartbeat", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(length=20), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("error", sa.JSON(), nullable=True),
        sa.Column("cancel_wanted", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_jobs_account_accounts", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshops.id"], name="fk_jobs_workshop_workshops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
    )
    op.create_index("ix_jobs_account", "jobs", ["account"], unique=False)
    op.create_index("ix_jobs_state", "jobs", ["state"], unique=False)
    op.create_index("ix_jobs_workshop", "jobs", ["workshop"], unique=False)


def _ledger_calls() -> None:
    op.create_table(
        "ledger_calls",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("workshop", sa.String(length=40), nullable=False),
        sa.Column("operation", sa.String(length=40), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"],
            ["workshops.id"],
            name="fk_ledger_calls_workshop_workshops",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_calls"),
    )
    op.create_index("ix_ledger_calls_workshop", "ledger_calls", ["workshop"], unique=False)


def _snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("workshop", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("delete_after", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"],
            ["workshops.id"],
            name="fk_snapshots_workshop_workshops",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
    )
    op.create_index("ix_snapshots_delete_after", "snapshots", ["delete_after"], unique=False)
    op.create_index("ix_snapshots_workshop", "snapshots", ["workshop"], unique=False)


def _ledger_items() -> None:
    op.create_table(
        "ledger_items",
        sa.Column("workshop", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("item", sa.String(length=80), nullable=True),
        sa.Column("call", sa.Integer(), nullable=False),
        sa.Column("adopted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call"],
            ["ledger_calls.id"],
            name="fk_ledger_items_call_ledger_calls",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workshop"],
            ["workshops.id"],
            name="fk_ledger_items_workshop_workshops",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop", "key", name="pk_ledger_items"),
    )
    op.create_index("ix_ledger_items_item", "ledger_items", ["item"], unique=False)


def _summaries() -> None:
    op.create_table(
        "summaries",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("workshop", sa.String(length=40), nullable=False),
        sa.Column("snapshot", sa.String(length=40), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("matched_by", sa.String(length=12), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("delete_after", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot"],
            ["snapshots.id"],
            name="fk_summaries_snapshot_snapshots",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workshop"],
            ["workshops.id"],
            name="fk_summaries_workshop_workshops",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_summaries"),
    )
    op.create_index("ix_summaries_delete_after", "summaries", ["delete_after"], unique=False)
    op.create_index("ix_summaries_workshop", "summaries", ["workshop"], unique=False)


TABLES = (
    "summaries",
    "ledger_items",
    "snapshots",
    "ledger_calls",
    "jobs",
    "workshops",
    "budgets",
    "audit",
    "accounts",
)
