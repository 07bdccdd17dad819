"""Sends one planned call: written to the ledger before, its outcome after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import Event, Lock

from board_templates.plan import Plan
from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.items import Item
from workshops import building
from workshops.building import Ground, Operation, PlannedCall
from workshops.comparing import differences, in_planned_order
from workshops.ports import Clock, LedgerStore
from workshops.records import CallState
from workshops.requests_answers import Difference
from workshops.workbench import BodyOf


@dataclass(slots=True)
class Troubles:
    """What went wrong while calls were sent side by side; the first one stops the others."""

    stop: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)
    unknown: list[miro.MiroError] = field(default_factory=list)
    fatal: list[Exception] = field(default_factory=list)

    def note(self, error: Exception) -> None:
        """Keep an error and stop sending."""
        with self.lock:
            if isinstance(error, miro.OutcomeUnknown):
                self.unknown.append(error)
            else:
                self.fatal.append(error)
        self.stop.set()


class Sender:
    """Sends the calls of one workshop to its board; safe for threads."""

    def __init__(
        self,
        *,
        client: MiroClient,
        ledger: LedgerStore,
        clock: Clock,
        workshop: str,
        board: str,
        plan: Plan,
        ground: Ground,
        made: Mapping[str, str],
        body: BodyOf = building.item_body,
    ) -> None:
        self._body = body
        self._client = client
        self._ledger = ledger
        self._clock = clock
        self._workshop = workshop
        self._board = board
        self._ground = ground
        self._frames = {frame.key: frame for frame in plan.frames}
        self._items = {item.key: item for item in plan.items}
        self._links = {link.key: link for link in plan.links}
        self._tags = {building.tag_key(tag): tag for tag in plan.tags}
        self._lock = Lock()
        self._made = dict(made)
        self._differences: list[Difference] = []

    def taken_differences(self) -> tuple[Difference, ...]:
        """Return where the answers so far are not as planned, and forget them."""
        with self._lock:
            taken, self._differences = tuple(self._differences), []
        return taken

    def send(self, call: PlannedCall, troubles: Troubles) -> int:
        """Send a call unless something went wrong before; return how many keys were made."""
        if troubles.stop.is_set():
            return 0
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        number = self._ledger.open_call(self._workshop, call.operation, call.keys, now)
        try:
            items = self._do(call)
        except miro.MiroError as error:
            self._ledger.settle(number, _state(error), {})
            troubles.note(error)
            return 0
        except BaseException:
            troubles.stop.set()  # the call stays `sent`: nobody knows what came of it
            raise
        self._ledger.settle(number, CallState.MADE, items)
        with self._lock:
            self._made.update(items)
            if call.operation is Operation.FRAME:
                self._ground = replace(self._ground, frames={**self._ground.frames, **items})
        return len(items)

    def _do(self, call: PlannedCall) -> dict[str, str]:
        if call.operation is Operation.ITEMS:
            return self._bulk(call)
        key = call.keys[0]
        if call.operation is Operation.FRAME:
            body = building.frame_body(self._frames[key], self._ground)
            return {key: self._client.frames.create(self._board, body).id}
        if call.operation is Operation.CONNECTOR:
            line = building.connector_body(self._links[key], self._made)
            return {key: self._client.connectors.create(self._board, line).id}
        if call.operation is Operation.TAG:
            tag = building.tag_body(self._tags[key])
            return {key: self._client.tags.create(self._board, tag).id}
        return self._attach(key)

    def _bulk(self, call: PlannedCall) -> dict[str, str]:
        ground = self._ground
        planned = [self._items[key] for key in call.keys]
        bodies = [self._body(item, self._frames, ground) for item in planned]
        answered = self._client.bulk.create(self._board, bodies)
        made = in_planned_order(planned, self._frames, ground, answered)
        self._compare(call, made)
        return {key: item.id for key, item in zip(call.keys, made, strict=True)}

    def _compare(self, call: PlannedCall, made: list[Item]) -> None:
        ground = self._ground
        for key, item in zip(call.keys, made, strict=True):
            found = differences(self._items[key], self._frames, ground, item)
            if found:
                with self._lock:
                    self._differences.extend(found)

    def _attach(self, key: str) -> dict[str, str]:
        _, tag, item = key.split(":", 2)
        tag_id = self._made[f"tag:{tag}"]
        self._client.tags.attach(self._board, self._made[item], tag_id)
        return {key: tag_id}


def _state(error: miro.MiroError) -> CallState:
    if isinstance(error, miro.OutcomeUnknown):
        return CallState.UNKNOWN
    return CallState.REFUSED if isinstance(error, miro.Refused) else CallState.ABSENT
