"""Finds out what became of calls whose answers were lost, so that nothing is made twice.

Nothing is sent while this looks. Before looking it waits as long as a call may take; then it
lists until two readings agree. What is found is adopted, what is absent may be sent once more,
what is there in part is adopted and the rest reported as gone. What cannot be excluded: Miro may
carry a call out after all this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from board_templates.plan import Plan
from harvest.content import folded, plain_text
from miro_client.models.items import Item
from workshops import building
from workshops.building import Ground, Operation
from workshops.comparing import text_of
from workshops.looking import Eyes
from workshops.matching import Finding, Seen, Wanted, find_calls
from workshops.ports import LedgerStore
from workshops.records import CallRecord, CallState


@dataclass(frozen=True, slots=True)
class Scene:
    """The board a lost answer is looked for on.

    `user` is who we are in Miro, if known; `floor` is the newest item that stood there before us;
    `elsewhere` are items that other workshops made there.
    """

    plan: Plan
    ground: Ground
    user: str | None
    floor: str | None
    elsewhere: frozenset[str]


class Reconciler:
    """Settles the calls of one workshop that are `sent` or `unknown`.

    Only those of the plan in hand, by its `keys`: what a restore has under way is the restore's.
    """

    def __init__(
        self, ledger: LedgerStore, workshop: str, eyes: Eyes, keys: Collection[str]
    ) -> None:
        self._keys = keys
        self._ledger = ledger
        self._workshop = workshop
        self._eyes = eyes

    def open_calls(self) -> tuple[CallRecord, ...]:
        """Return the calls nobody knows the outcome of."""
        calls = self._ledger.calls(self._workshop, (CallState.SENT, CallState.UNKNOWN))
        return tuple(call for call in calls if all(key in self._keys for key in call.keys))

    def settle(self, scene: Scene) -> None:
        """Look for every open call and write down what became of it."""
        calls = self.open_calls()
        drawn = [c for c in calls if c.operation in {Operation.FRAME, Operation.ITEMS}]
        if drawn:
            self._settle_drawn(drawn, scene)
        for operation, look in (
            (Operation.TAG, self._settle_tags),
            (Operation.CONNECTOR, self._settle_connectors),
            (Operation.ATTACH, self._settle_attachments),
        ):
            some = [call for call in calls if call.operation == operation]
            if some:
                look(some, scene)

    def _settle_drawn(self, calls: Sequence[CallRecord], scene: Scene) -> None:
        known = set(self._ledger.items(self._workshop).values()) | scene.elsewhere
        seen = [
            _seen(item)
            for item in self._eyes.items()
            if item.id not in known and _is_ours(item, scene.user) and _above(item.id, scene.floor)
        ]
        wanted = [[_wanted(key, scene) for key in call.keys] for call in calls]
        for call, finding in zip(calls, find_calls(wanted, seen), strict=True):
            self._write(call, finding)

    def _write(self, call: CallRecord, finding: Finding) -> None:
        state = CallState.MADE if finding.items else CallState.ABSENT
        self._ledger.settle(call.id, state, finding.items, adopted=True)

    def _settle_tags(self, calls: Sequence[CallRecord], scene: Scene) -> None:
        there = {tag.title: tag.id for tag in self._eyes.tags()}
        titles = {building.tag_key(tag): tag.title for tag in scene.plan.tags}
        for call in calls:
            found = there.get(titles[call.keys[0]])
            self._write(call, Finding({call.keys[0]: found} if found else {}))

    def _settle_connectors(self, calls: Sequence[CallRecord], scene: Scene) -> None:
        made = self._ledger.items(self._workshop)
        known = set(made.values())
        free = [one for one in self._eyes.connectors() if one.id not in known]
        links = {link.key: link for link in scene.plan.links}
        for call in calls:
            link = links[call.keys[0]]
            ends = (made.get(link.start), made.get(link.end))
            match = next(
                (
                    one
                    for one in free
                    if one.start_item
                    and one.end_item
                    and (one.start_item.id, one.end_item.id) == ends
                ),
                None,
            )
            if match is not None:
                free.remove(match)
            self._write(call, Finding({call.keys[0]: match.id} if match else {}))

    def _settle_attachments(self, calls: Sequence[CallRecord], _scene: Scene) -> None:
        made = self._ledger.items(self._workshop)
        for call in calls:
            _, tag, item = call.keys[0].split(":", 2)
            tag_id, note = made.get(f"tag:{tag}"), made.get(item)
            there = tag_id and note and self._eyes.has_tag(note, tag_id)
            self._write(call, Finding({call.keys[0]: tag_id} if there else {}))


def pause_before_looking(calls: Iterable[CallRecord], now: float, time_out: float) -> float:
    """Return how long to wait until a call sent at any of these times must have been answered."""
    latest = max((call.sent_at for call in calls), default=datetime.fromtimestamp(0, UTC))
    return max(0.0, latest.timestamp() + time_out - now)


def _wanted(key: str, scene: Scene) -> Wanted:
    frames = {frame.key: frame for frame in scene.plan.frames}
    if key in frames:
        title = folded(plain_text(frames[key].title))
        centre = frames[key].box.moved(scene.ground.origin.x, scene.ground.origin.y).centre
        return Wanted(key, "frame", title, None, centre.x, centre.y)
    item = next(item for item in scene.plan.items if item.key == key)
    if item.frame is not None and item.frame not in scene.ground.frames:
        item = replace(item, frame=None)  # its frame is gone: what it made lies on the board itself
    position, parent = building.place(item, frames, scene.ground)
    text = folded(plain_text(item.content))
    return Wanted(key, item.kind.value, text, parent, position.x, position.y)


def _seen(item: Item) -> Seen:
    place = item.position
    return Seen(
        id=item.id,
        kind=item.type,
        text=folded(text_of(item)),
        parent=item.parent_id,
        x=(place.x if place and place.x is not None else 0.0),
        y=(place.y if place and place.y is not None else 0.0),
        created_at=item.created_at,
    )


def _is_ours(item: Item, user: str | None) -> bool:
    author = item.created_by.id if item.created_by else None
    return user is None or author is None or author == user


def _above(item: str, floor: str | None) -> bool:
    if floor is None or not (item.isdecimal() and floor.isdecimal()):
        return True
    return int(item) > int(floor)
