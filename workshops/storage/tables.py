"""The tables. A change here needs a migration; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
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


class Base(DeclarativeBase):
    """All tables; constraints have names so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012  # SQLAlchemy reads a plain attribute


class AccountRow(Base):
    """A person in a world."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("world", "key"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    world: Mapped[str] = mapped_column(String(10))
    key: Mapped[str] = mapped_column(String(120))
    server: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(200))
    miro_user: Mapped[str | None] = mapped_column(String(40), index=True)
    team: Mapped[str | None] = mapped_column(String(40))
    secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    expires_at: Mapped[float | None]
    connect_again: Mapped[bool] = mapped_column(default=False)


class WorkshopRow(Base):
    """One method prepared on a board."""

    __tablename__ = "workshops"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    world: Mapped[str] = mapped_column(String(10))
    method: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    lang: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(Text)
    brief: Mapped[dict[str, Any]]
    digest: Mapped[str] = mapped_column(String(64), index=True)
    plan: Mapped[str] = mapped_column(Text)
    origin_x: Mapped[float] = mapped_column(default=0.0)
    origin_y: Mapped[float] = mapped_column(default=0.0)
    state: Mapped[str] = mapped_column(String(12))
    mark: Mapped[str] = mapped_column(String(20))
    owns_board: Mapped[bool] = mapped_column(default=True)
    floor: Mapped[str | None] = mapped_column(String(40))
    team: Mapped[str | None] = mapped_column(String(40))
    invite: Mapped[list[str]]
    invited: Mapped[int | None]
    opened: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    board_id: Mapped[str | None] = mapped_column(String(80), index=True)
    board_name: Mapped[str | None] = mapped_column(Text)
    board_url: Mapped[str | None] = mapped_column(Text)
    planned: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class CallRow(Base):
    """A call that changes a board, written before it is sent."""

    __tablename__ = "ledger_calls"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    workshop: Mapped[str] = mapped_column(
        ForeignKey("workshops.id", ondelete="CASCADE"), index=True
    )
    operation: Mapped[str] = mapped_column(String(40))
    keys: Mapped[list[str]]
    state: Mapped[str] = mapped_column(String(10))
    sent_at: Mapped[datetime]


class ItemRow(Base):
    """A planned key and the item it became; null when it was made and is gone."""

    __tablename__ = "ledger_items"

    workshop: Mapped[str] = mapped_column(
        ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    item: Mapped[str | None] = mapped_column(String(80), index=True)
    call: Mapped[int] = mapped_column(ForeignKey("ledger_calls.id", ondelete="CASCADE"))
    adopted: Mapped[bool] = mapped_column(default=False)


class JobRow(Base):
    """Work that outlives a request."""

    __tablename__ = "jobs"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    workshop: Mapped[str | None] = mapped_column(
        ForeignKey("workshops.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[str] = mapped_column(String(10), index=True)
    wanted: Mapped[dict[str, Any]]
    owner: Mapped[str | None] = mapped_column(String(200))
    heartbeat: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    phase: Mapped[str | None] = mapped_column(String(20))
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    cancel_wanted: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class SnapshotRow(Base):
    """A board at one moment."""

    __tablename__ = "snapshots"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    workshop: Mapped[str] = mapped_column(
        ForeignKey("workshops.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(12))
    taken_at: Mapped[datetime]
    content: Mapped[str] = mapped_column(Text)
    delete_after: Mapped[datetime] = mapped_column(index=True)


class SummaryRow(Base):
    """A structured result."""

    __tablename__ = "summaries"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    workshop: Mapped[str] = mapped_column(
        ForeignKey("workshops.id", ondelete="CASCADE"), index=True
    )
    snapshot: Mapped[str | None] = mapped_column(ForeignKey("snapshots.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]
    matched_by: Mapped[str] = mapped_column(String(12))
    read: Mapped[int]
    counted: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
    delete_after: Mapped[datetime] = mapped_column(index=True)
    retold: Mapped[str | None] = mapped_column(Text)


class AuditRow(Base):
    """Who did what; no key to the subject, since the log outlives it."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject_at", "subject", "at"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    account: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(120))


class BudgetRow(Base):
    """The credits of an account in its present window."""

    __tablename__ = "budgets"

    account: Mapped[str] = mapped_column(String(40), primary_key=True)
    ends_at: Mapped[float | None]
    left: Mapped[int] = mapped_column(BigInteger)
    under_way: Mapped[int] = mapped_column(BigInteger)
    limit: Mapped[int] = mapped_column(BigInteger)
