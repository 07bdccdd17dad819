"""Everything that is kept, over one database."""

from __future__ import annotations

from workshops.storage.accounts import SqlAccounts
from workshops.storage.audit import SqlAudit
from workshops.storage.budgets import SqlBudgets
from workshops.storage.database import Database
from workshops.storage.jobs import SqlJobs
from workshops.storage.ledger import SqlLedger
from workshops.storage.results import SqlSnapshots, SqlSummaries
from workshops.storage.upgrade import revision, upgrade
from workshops.storage.workshops import SqlWorkshops


class SqlStore:
    """The store in SQLite or PostgreSQL; it is safe for threads and processes."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.accounts = SqlAccounts(database)
        self.workshops = SqlWorkshops(database)
        self.ledger = SqlLedger(database)
        self.jobs = SqlJobs(database)
        self.snapshots = SqlSnapshots(database)
        self.summaries = SqlSummaries(database)
        self.audit = SqlAudit(database)
        self._credits = Database(database.url, durable=False)
        self.budgets = SqlBudgets(self._credits)

    @property
    def revision(self) -> str:
        """The state of the tables."""
        return revision(self.database) or ""

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()
        self._credits.close()


def open_store(url: str) -> SqlStore:
    """Open the store at a database address and bring its tables up to date."""
    database = Database(url)
    upgrade(database)
    return SqlStore(database)
