"""Credits as rows: one of each account, changed by one process at a time."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from workshops.records import BudgetRecord
from workshops.storage.database import Database
from workshops.storage.tables import BUDGETS

_CHOSEN = select(
    BUDGETS.c.account, BUDGETS.c.ends_at, BUDGETS.c.left, BUDGETS.c.under_way, BUDGETS.c.limit
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
        mine = BUDGETS.c.account == account
        with self._database.writing() as connection:
            row = connection.execute(_CHOSEN.where(mine).with_for_update()).one_or_none()
            after = change(BudgetRecord(**row._asdict()) if row else None)
            if row is None:
                connection.execute(insert(BUDGETS).values(vars(after)))
            else:
                connection.execute(update(BUDGETS).where(mine).values(vars(after)))
            return after
