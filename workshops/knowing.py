"""What is known of a board before its notes are placed: from our record, or from its footer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

from board_templates.errors import BoardTemplatesError
from board_templates.geometry import Point
from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import NO_PLAN, Plan
from harvest.snapshot import Snapshot
from workshops import marks
from workshops.building import item_keys
from workshops.lost_notes import TAG_TITLES
from workshops.plan_json import digest, plan_from_json, plan_to_json
from workshops.plan_moves import moved
from workshops.ports import Chance, Clock, Store
from workshops.recognise import Recognised, recognise, twins_of
from workshops.records import AccountRecord, SnapshotKind, WorkshopRecord
from workshops.requests_answers import BoardFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known of a board before its notes are placed."""

    method: Method | None = None
    plan: Plan | None = None
    twins: Sequence[Plan] = ()
    placed_by: Mapping[str, str] = field(default_factory=dict)
    footer: str | None = None
    elsewhere: Collection[str] = ()
    earlier: Sequence[Snapshot] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The board to read: whose, and the workshop on it, if there is a record of one."""

    actor: AccountRecord
    board: str
    workshop: WorkshopRecord | None


class Knowledge:
    """Finds out what a board was made of; one that nobody here made gets a record of its own."""

    def __init__(self, library: Library, store: Store, clock: Clock, chance: Chance) -> None:
        self._library = library
        self._store = store
        self._clock = clock
        self._chance = chance

    def known_tags(self, target: Target) -> set[str]:
        """Return the titles of tags that mean something, in both languages.

        What a board was made of shows only once it is read; until then each method may be it.
        """
        shared = self._library.shared
        common = chain.from_iterable(texts.tags.values() for texts in shared.texts.values())
        method = self._method_of(target.workshop)
        methods = (method,) if method else self._library.all()
        own = (title for one in methods for t in one.texts.values() for title in t.tags.values())
        plan = plan_from_json(target.workshop.plan) if target.workshop else None
        planned = (tag.title for tag in plan.tags) if plan else ()
        return {*common, *own, *planned, *TAG_TITLES.values()}

    def _method_of(self, workshop: WorkshopRecord | None) -> Method | None:
        if workshop is None or not workshop.method:
            return None
        try:
            return self._library.get(workshop.method)
        except BoardTemplatesError:
            return None

    def ground(self, target: Target, snapshot: Snapshot) -> tuple[Ground, WorkshopRecord]:
        """Return what is known, and the workshop that the harvest belongs to."""
        workshop = target.workshop
        if workshop is not None and workshop.state != "found":
            return self._own_ground(workshop), workshop
        seen = recognise(self._library, snapshot)
        recognised = seen[0] if seen else None
        if workshop is None:
            workshop = self._found(target, snapshot, recognised)
        return self._foreign_ground(workshop, recognised), workshop

    def _own_ground(self, workshop: WorkshopRecord) -> Ground:
        method = self._method_of(workshop)
        plan = plan_from_json(workshop.plan)
        keys = set(item_keys(plan))
        made = self._store.ledger.items(workshop.id)
        return Ground(
            method=method,
            plan=moved(plan, workshop.origin),
            twins=twins_of(self._library, method, plan) if method else (),
            placed_by={item: key for key, item in made.items() if key in keys},
            elsewhere=self._store.ledger.elsewhere(str(workshop.board_id), workshop.id),
            earlier=self._checkpoints(workshop),
        )

    def _foreign_ground(self, workshop: WorkshopRecord, seen: Recognised | None) -> Ground:
        if seen is None:
            return Ground(earlier=self._checkpoints(workshop))
        return Ground(
            method=seen.method,
            plan=seen.plan,
            twins=twins_of(self._library, seen.method, seen.plan),
            footer=seen.footer,
            elsewhere=self._store.ledger.elsewhere(str(workshop.board_id), workshop.id),
            earlier=self._checkpoints(workshop),
        )

    def _checkpoints(self, workshop: WorkshopRecord) -> tuple[Snapshot, ...]:
        kept = self._store.snapshots.of(workshop.id, (SnapshotKind.CHECKPOINT,))
        return tuple(Snapshot.model_validate_json(one.content) for one in kept)

    def _found(self, target: Target, snapshot: Snapshot, seen: Recognised | None) -> WorkshopRecord:
        """Keep a record of a board that was made elsewhere, so that its harvests have a home."""
        board = snapshot.board
        values = dict(seen.brief.values) if seen else {}
        method, version = (seen.method.id, seen.plan.version) if seen else ("", 0)
        workshop = WorkshopRecord(
            id=marks.new_id("w", self._chance),
            account=target.actor.id,
            world=target.actor.world,
            method=method,
            version=version,
            lang=seen.plan.lang if seen else "et",
            title=board.title or board.id,
            brief=values,
            digest=digest(method, version, {"board": board.id}),
            plan=plan_to_json(seen.plan) if seen else plan_to_json(NO_PLAN),
            origin=Point(0.0, 0.0),
            state="found",
            mark="",
            created_at=datetime.fromtimestamp(self._clock.now(), UTC),
            owns_board=False,
        )
        self._store.workshops.add(workshop, None)
        facts = BoardFacts(id=board.id, name=board.title, url=board.url)
        self._store.workshops.put_on(workshop.id, facts, workshop.origin)
        return workshop
