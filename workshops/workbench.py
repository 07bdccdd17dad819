"""What making a board takes in hand: the client, the ledger, time, and who is to be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from board_templates.plan import Plan, PlannedFrame, PlannedItem
from miro_client.bodies.items import ItemBody
from miro_client.client import MiroClient
from workshops import building
from workshops.building import Ground, item_keys
from workshops.errors import BoardUnfinished, Cancelled
from workshops.ports import Clock, Sleep, Store
from workshops.progress import Phase, Progress, ProgressStep
from workshops.records import WorkshopRecord

TIME_OUT = 30.0  # of the client's calls: what has not been answered by then will not be
ROUNDS = 6  # looks in a row that find nothing made, before it is left to a later resume


BodyOf = Callable[[PlannedItem, Mapping[str, PlannedFrame], Ground], ItemBody]
"""Gives the call, or the part of a bulk call, that makes an item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """One workshop's plan and the tools to make it; `wanted` tells whether anybody still wants it.

    `description` is what the board says of itself, before the mark. `command` goes on where this
    stops, `board resume` when null. `body` gives the call that makes an item.
    """

    workshop: WorkshopRecord
    plan: Plan
    description: str
    client: MiroClient
    store: Store
    clock: Clock
    sleep: Sleep
    progress: Progress
    wanted: Callable[[], bool]
    command: str | None = None
    body: BodyOf = building.item_body

    @property
    def goes_on(self) -> str:
        """The command that goes on where this stops."""
        return self.command or resume_command(self.workshop.id)

    def now(self) -> datetime:
        """Return the time of day."""
        return datetime.fromtimestamp(self.clock.now(), UTC)

    def wait(self, seconds: float) -> None:
        """Let Miro finish what it may be doing."""
        if seconds > 0:
            self.progress(ProgressStep(Phase.WAITING, 0, max(1, round(seconds))))
            self.sleep(seconds)

    def check_wanted(self) -> None:
        """Raise `Cancelled` once nobody wants the board any more."""
        if not self.wanted():
            raise Cancelled(workshop=self.workshop.id, command=self.goes_on)

    def unfinished(self, reason: str) -> BoardUnfinished:
        """Return the error that says how far the board is, and how to go on."""
        made = set(self.store.ledger.items(self.workshop.id))
        keys = item_keys(self.plan)
        return BoardUnfinished(
            workshop=self.workshop.id,
            command=self.goes_on,
            made=sum(key in made for key in keys),
            planned=len(keys),
            reason=reason,
        )


def resume_command(workshop: str) -> str:
    """Return the command that finishes a workshop."""
    return f"koosloome board resume {workshop}"
