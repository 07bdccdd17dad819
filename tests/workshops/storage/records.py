"""Records to store, with everything a test does not care about filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from board_templates.geometry import Point
from workshops.records import AccountRecord, JobRecord, WorkshopRecord
from workshops.worlds import World

NOON = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)


def account(name: str = "mari", **changes: object) -> AccountRecord:
    made = AccountRecord(id=f"a-{name}", world=World.SANDBOX, key=name, server="sandbox", name=name)
    return replace(made, **changes)  # type: ignore[arg-type]


def workshop(number: int = 1, **changes: object) -> WorkshopRecord:
    made = WorkshopRecord(
        id=f"w-{number:010d}",
        account="a-mari",
        world=World.SANDBOX,
        method="world-cafe",
        version=1,
        lang="et",
        title="Õhtune töötuba",
        brief={"issue": "Kuidas?", "list": [1, 2]},
        digest="d" * 64,
        plan='{"ä": 1}',
        origin=Point(0.0, 0.0),
        state="making",
        mark="kl-aaaaaaaa",
        created_at=NOON,
        invite=("mari@example.org",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def job(number: int = 1, **changes: object) -> JobRecord:
    made = JobRecord(
        id=f"j-{number}",
        kind="create",
        account="a-mari",
        workshop="w-0000000001",
        state="waiting",
        created_at=NOON,
        changed_at=NOON,
        wanted={"ref": "x"},
    )
    return replace(made, **changes)  # type: ignore[arg-type]
