"""Where the queue lies for a database address: in PostgreSQL itself, or a file beside SQLite's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A file, or the address of a PostgreSQL database; the other is null."""

    file: Path | None
    postgres: str | None


def queue_place(database_url: str) -> QueuePlace:
    """Return where the queue of a database lies.

    SQLite's queue has a file of its own, so that its polling never waits for a write of ours.
    """
    address = make_url(database_url)
    if address.get_backend_name() == "sqlite":
        return QueuePlace(Path(address.database or "koosloome.sqlite").with_suffix(".queue"), None)
    plain = address.set(drivername="postgresql")
    return QueuePlace(None, plain.render_as_string(hide_password=False))
