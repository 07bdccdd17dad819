"""Credits as rows: one of each account, changed by one process at a time."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from workshops.records import BudgetRecord
from workshops.storage.database import Database
from workshops.storage.tables import BudgetRow


class SqlBudgets:
    """The budgets table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def change(
        self, account: str, change: Callable[[BudgetRecord | None], BudgetRecord]
    ) -> BudgetRecord:
        """Replace an account's budget by what `change` makes of it, nobody else in between."""
        try:
            return self._change(account, change)
        except IntegrityError:  # another process made the row first; now it can be locked
            return self._change(account, change)

    def _change(
        self, account: str, change: Callable[[BudgetRecord | None], BudgetRecord]
    ) -> BudgetRecord:
        chosen = select(BudgetRow).where(BudgetRow.account == account).with_for_update()
        with self._database.writing() as session:
            row = session.scalars(chosen).one_or_none()
            after = change(_record(row) if row else None)
            if row is None:
                session.add(BudgetRow(**vars(after)))
            else:
                row.ends_at, row.left = after.ends_at, after.left
                row.under_way, row.limit = after.under_way, after.limit
            return after


def _record(row: BudgetRow) -> BudgetRecord:
    return BudgetRecord(
        account=row.account,
        ends_at=row.ends_at,
        left=row.left,
        under_way=row.under_way,
        limit=row.limit,
    )
