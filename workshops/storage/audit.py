"""The audit log as rows; it only grows."""

from __future__ import annotations

from sqlalchemy import insert, select

from workshops.records import AuditRecord
from workshops.storage.database import Database
from workshops.storage.tables import AUDIT


class SqlAudit:
    """The audit table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, entry: AuditRecord) -> None:
        """Add an entry."""
        with self._database.writing() as connection:
            connection.execute(insert(AUDIT).values(vars(entry)))

    def about(self, subject: str) -> tuple[AuditRecord, ...]:
        """Return the entries about a subject, oldest first."""
        chosen = select(AUDIT).where(AUDIT.c.subject == subject).order_by(AUDIT.c.id)
        with self._database.reading() as connection:
            return tuple(
                AuditRecord(at=row.at, account=row.account, action=row.action, subject=row.subject)
                for row in connection.execute(chosen)
            )
