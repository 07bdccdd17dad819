"""The audit log as rows; it only grows."""

from __future__ import annotations

from sqlalchemy import select

from workshops.records import AuditRecord
from workshops.storage.database import Database
from workshops.storage.tables import AuditRow


class SqlAudit:
    """The audit table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, entry: AuditRecord) -> None:
        """Add an entry."""
        with self._database.writing() as session:
            session.add(AuditRow(**vars(entry)))

    def about(self, subject: str) -> tuple[AuditRecord, ...]:
        """Return the entries about a subject, oldest first."""
        chosen = select(AuditRow).where(AuditRow.subject == subject).order_by(AuditRow.id)
        with self._database.reading() as session:
            return tuple(
                AuditRecord(at=row.at, account=row.account, action=row.action, subject=row.subject)
                for row in session.scalars(chosen)
            )
