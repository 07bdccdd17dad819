"""Credits as rows: one of each account, changed by one process at a time."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from workshops.records import BudgetRecord
from workshops.storage.database import Database
from workshops.storage.tables import BudgetRow

_CHOSEN = select(
    BudgetRow.account, BudgetRow.ends_at, BudgetRow.left, BudgetRow.under_way, BudgetRow.limit
)


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
        mine = BudgetRow.account == account
        with self._database.connection() as connection:
            row = connection.execute(_CHOSEN.where(mine).with_for_update()).one_or_none()
            after = change(BudgetRecord(**row._asdict()) if row else None)
            if row is None:
                connection.execute(insert(BudgetRow).values(vars(after)))
            else:
                connection.execute(update(BudgetRow).where(mine).values(vars(after)))
            return after
