"""Workshops as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Row, func, insert, select, update

from board_templates.geometry import Point
from workshops.records import JobRecord, WorkshopRecord
from workshops.requests_answers import BoardFacts, Difference, WorkshopState
from workshops.storage.database import Database
from workshops.storage.jobs import job_values
from workshops.storage.tables import JOBS, WORKSHOPS
from workshops.worlds import World

UNFINISHED = ("making", "unfinished")


class SqlWorkshops:
    """The workshops table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, workshop: WorkshopRecord, job: JobRecord | None) -> None:
        """Keep a workshop and the job that makes it, both or neither."""
        with self._database.writing() as connection:
            connection.execute(insert(WORKSHOPS).values(_values(workshop)))
            if job is not None:
                connection.execute(insert(JOBS).values(job_values(job)))

    def get(self, workshop: str) -> WorkshopRecord | None:
        """Return a workshop."""
        chosen = select(WORKSHOPS).where(WORKSHOPS.c.id == workshop)
        with self._database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
            return _record(row) if row else None

    def of(self, accounts: Sequence[str]) -> tuple[WorkshopRecord, ...]:
        """Return the workshops of these accounts, newest first."""
        chosen = select(WORKSHOPS).where(WORKSHOPS.c.account.in_(accounts))
        ordered = chosen.order_by(WORKSHOPS.c.created_at.desc(), WORKSHOPS.c.id)
        with self._database.reading() as connection:
            return tuple(_record(row) for row in connection.execute(ordered))

    def on_board(self, board: str) -> tuple[WorkshopRecord, ...]:
        """Return every workshop that stands on a board, whoever's, oldest first."""
        chosen = select(WORKSHOPS).where(WORKSHOPS.c.board_id == board)
        ordered = chosen.order_by(WORKSHOPS.c.created_at, WORKSHOPS.c.id)
        with self._database.reading() as connection:
            return tuple(_record(row) for row in connection.execute(ordered))

    def unfinished_like(self, accounts: Sequence[str], digest: str) -> WorkshopRecord | None:
        """Return an unfinished workshop of the same method and brief."""
        chosen = select(WORKSHOPS).where(
            WORKSHOPS.c.account.in_(accounts),
            WORKSHOPS.c.digest == digest,
            WORKSHOPS.c.state.in_(UNFINISHED),
        )
        with self._database.reading() as connection:
            row = connection.execute(chosen.order_by(WORKSHOPS.c.created_at.desc())).first()
            return _record(row) if row else None

    def put_on(
        self,
        workshop: str,
        board: BoardFacts,
        origin: Point,
        opened: Sequence[Difference] | None = None,
    ) -> None:
        """Note the board a workshop stands on, and for whom it was opened otherwise, if known."""
        values: dict[str, Any] = {
            "board_id": board.id,
            "board_name": board.name,
            "board_url": board.url,
            "origin_x": origin.x,
            "origin_y": origin.y,
        }
        if opened is not None:
            values["opened"] = [dict(vars(one)) for one in opened]
        self._change(workshop, values)

    def keep_invited(self, workshop: str, invited: int, missed: Sequence[str]) -> None:
        """Add how many Miro invited; of the addresses keep those it did not invite, no other."""
        so_far = func.coalesce(WORKSHOPS.c.invited, 0)
        self._change(workshop, {"invited": so_far + invited, "invite": list(missed)})

    def set_state(self, workshop: str, state: WorkshopState) -> None:
        """Change how far a workshop is; of a removed one no address is kept."""
        gone: dict[str, Any] = {"invite": []} if state == "removed" else {}
        self._change(workshop, {"state": state, **gone})

    def _change(self, workshop: str, values: dict[str, Any]) -> None:
        with self._database.writing() as connection:
            connection.execute(update(WORKSHOPS).where(WORKSHOPS.c.id == workshop).values(**values))


def _values(workshop: WorkshopRecord) -> dict[str, Any]:
    values = dict(vars(workshop))
    origin = values.pop("origin")
    values["brief"] = dict(workshop.brief)
    values["invite"] = list(workshop.invite)
    values["opened"] = [dict(vars(one)) for one in workshop.opened]
    values["world"] = workshop.world.value
    return {**values, "origin_x": origin.x, "origin_y": origin.y}


def _record(row: Row[Any]) -> WorkshopRecord:
    return WorkshopRecord(
        id=row.id,
        account=row.account,
        world=World(row.world),
        method=row.method,
        version=row.version,
        lang=row.lang,
        title=row.title,
        brief=row.brief,
        digest=row.digest,
        plan=row.plan,
        origin=Point(row.origin_x, row.origin_y),
        state=cast("WorkshopState", row.state),
        mark=row.mark,
        created_at=row.created_at,
        owns_board=bool(row.owns_board),
        floor=row.floor,
        team=row.team,
        invite=tuple(row.invite),
        invited=row.invited,
        opened=tuple(Difference(**one) for one in row.opened or ()),
        board_id=row.board_id,
        board_name=row.board_name,
        board_url=row.board_url,
        planned=row.planned,
    )
