"""The tables. A change here needs a migration; a test compares the two.

Plain tables, no mapped classes: every row becomes a record of ours anyway, and the part of
SQLAlchemy that maps is slow to load, which every command that lists one's boards would wait for.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A time in UTC: SQLite forgets zones, so they are put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Store in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Read as UTC."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; constraints have names so that migrations can change them."""

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("world", String(10), nullable=False),
    Column("key", String(120), nullable=False),
    Column("server", String(300), nullable=False),
    Column("name", String(200), nullable=False),
    Column("miro_user", String(40), index=True),
    Column("team", String(40)),
    Column("secret", LargeBinary),
    Column("expires_at", Double),
    Column("connect_again", Boolean, default=False, nullable=False),
    UniqueConstraint("world", "key"),
)
"""A person in a world."""

WORKSHOPS = Table(
    "workshops",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), index=True, nullable=False),
    Column("world", String(10), nullable=False),
    Column("method", String(80), nullable=False),
    Column("version", Integer, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("title", Text, nullable=False),
    Column("brief", JSON, nullable=False),
    Column("digest", String(64), index=True, nullable=False),
    Column("plan", Text, nullable=False),
    Column("origin_x", Double, default=0.0, nullable=False),
    Column("origin_y", Double, default=0.0, nullable=False),
    Column("state", String(12), nullable=False),
    Column("mark", String(20), nullable=False),
    Column("owns_board", Boolean, default=True, nullable=False),
    Column("floor", String(40)),
    Column("team", String(40)),
    Column("invite", JSON, nullable=False),
    Column("invited", Integer),
    Column("opened", JSON(none_as_null=True)),
    Column("board_id", String(80), index=True),
    Column("board_name", Text),
    Column("board_url", Text),
    Column("planned", Integer, default=0, nullable=False),
    Column("created_at", Moment(), nullable=False),
)
"""One method prepared on a board."""

CALLS = Table(
    "ledger_calls",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), index=True, nullable=False),
    Column("operation", String(40), nullable=False),
    Column("keys", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("sent_at", Moment(), nullable=False),
)
"""A call that changes a board, written before it is sent."""

ITEMS = Table(
    "ledger_items",
    METADATA,
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(300), primary_key=True),
    Column("item", String(80), index=True),
    Column("call", ForeignKey("ledger_calls.id", ondelete="CASCADE"), nullable=False),
    Column("adopted", Boolean, default=False, nullable=False),
)
"""A planned key and the item it became; null when it was made and is gone."""

JOBS = Table(
    "jobs",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), index=True, nullable=False),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), index=True),
    Column("state", String(10), index=True, nullable=False),
    Column("wanted", JSON, nullable=False),
    Column("owner", String(200)),
    Column("heartbeat", Moment()),
    Column("attempts", Integer, default=0, nullable=False),
    Column("phase", String(20)),
    Column("done", Integer, default=0, nullable=False),
    Column("total", Integer, default=0, nullable=False),
    Column("error", JSON(none_as_null=True)),
    Column("cancel_wanted", Boolean, default=False, nullable=False),
    Column("due_at", Moment()),
    Column("created_at", Moment(), nullable=False),
    Column("changed_at", Moment(), nullable=False),
)
"""Work that outlives a request."""

SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), index=True, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("taken_at", Moment(), nullable=False),
    Column("content", Text, nullable=False),
    Column("delete_after", Moment(), index=True, nullable=False),
)
"""A board at one moment."""

SUMMARIES = Table(
    "summaries",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), index=True, nullable=False),
    Column("snapshot", ForeignKey("snapshots.id", ondelete="SET NULL")),
    Column("made_at", Moment(), nullable=False),
    Column("matched_by", String(12), nullable=False),
    Column("read", Integer, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("delete_after", Moment(), index=True, nullable=False),
    Column("retold", Text),
)
"""A structured result."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment(), nullable=False),
    Column("account", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(120), nullable=False),
    Index("ix_audit_subject_at", "subject", "at"),
)
"""Who did what; no key to the subject, since the log outlives it."""

BUDGETS = Table(
    "budgets",
    METADATA,
    Column("account", String(40), primary_key=True),
    Column("ends_at", Double),
    Column("left", BigInteger, nullable=False),
    Column("under_way", BigInteger, nullable=False),
    Column("limit", BigInteger, nullable=False),
)
"""The credits of an account in its present window."""
