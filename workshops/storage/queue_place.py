"""Where the queue lies: in Redis by choice, else in PostgreSQL, or a file beside SQLite's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A file, the address of a PostgreSQL database, or that of a Redis; the others are null."""

    file: Path | None = None
    postgres: str | None = None
    redis: str | None = None


def queue_place(database_url: str, queue_url: str | None = None) -> QueuePlace:
    """Return where the queue of a database lies, unless `queue_url` names a Redis.

    SQLite's queue has a file of its own, so that its polling never waits for a write of ours.
    """
    if queue_url is not None:
        return QueuePlace(redis=queue_url)
    address = make_url(database_url)
    if address.get_backend_name() == "sqlite":
        return QueuePlace(file=Path(address.database or "koosloome.sqlite").with_suffix(".queue"))
    plain = address.set(drivername="postgresql")
    return QueuePlace(postgres=plain.render_as_string(hide_password=False))
