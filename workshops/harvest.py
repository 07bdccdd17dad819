"""The verb: read a board back into a structured summary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

from board_templates.errors import BoardTemplatesError
from board_templates.geometry import Point
from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import Plan
from harvest.cutting import cut
from harvest.errors import BrokenAccounting as SumsDisagree
from harvest.errors import HarvestError
from harvest.harvest import harvest
from harvest.options import HarvestOptions
from harvest.snapshot import Snapshot
from harvest.summary import Summary
from workshops import marks
from workshops.briefs import Lang, language
from workshops.building import item_keys
from workshops.connecting import Connect
from workshops.deletion import delete_due, snapshot_goes, summary_goes
from workshops.errors import (
    BrokenAccounting,
    Cancelled,
    HarvestIncomplete,
    NeedsSignIn,
    OurFault,
    WorkshopNotFound,
)
from workshops.metering import Meter
from workshops.miro_errors import meaning, meant
from workshops.people import People
from workshops.plan_json import digest, plan_from_json, plan_to_json
from workshops.plan_moves import moved
from workshops.ports import Chance, Clock, Store
from workshops.progress import Phase, Progress, ProgressStep
from workshops.reading import BoardRead, Reader
from workshops.recognise import Recognised, recognise, twins_of
from workshops.records import (
    AccountRecord,
    SnapshotKind,
    SnapshotRecord,
    SummaryRecord,
    WorkshopRecord,
)
from workshops.refs import Refs, parse_ref
from workshops.requests_answers import Account, BoardFacts, HarvestAnswer, HarvestRequest
from workshops.storing_privately import without_people

SALT = 32
KEEPS_PEOPLE = frozenset({"full", "pseudonym"})


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


class Harvest:
    """Reads boards. What is read is stored only after confidential texts are cut."""

    def __init__(
        self,
        *,
        library: Library,
        store: Store,
        people: People,
        refs: Refs,
        connect: Connect,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._library = library
        self._store = store
        self._people = people
        self._refs = refs
        self._connect = connect
        self._clock = clock
        self._chance = chance

    def target(self, account: Account, ref: str) -> Target:
        """Return the board that is meant.

        Raises `WorkshopNotFound`, or `AmbiguousRef` when several workshops stand on the board. A
        board without a record of ours is a target too.
        """
        parsed = parse_ref(ref)
        found = self._refs.on(account, parsed)
        if not found and parsed.board is not None:
            return Target(self._people.get(account.id), parsed.board, None)
        workshop = self._refs.workshop(account, ref)
        if workshop.board_id is None:
            raise WorkshopNotFound(ref=ref)
        return Target(self._people.get(workshop.account), workshop.board_id, workshop)

    def run(
        self,
        target: Target,
        request: HarvestRequest,
        *,
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> HarvestAnswer:
        """Read the board and give its summary; both are stored.

        Raises `HarvestIncomplete`, `NeedsSignIn`, `BoardNotFound` or `BrokenAccounting`.
        """
        if request.lang is not None:
            language(request.lang)
        delete_due(self._store, self._now())
        meter = Meter(self._clock)
        read = self._read(target, meter, progress)
        progress(ProgressStep(Phase.PLACING, 0, 1))
        ground, workshop = self._ground(target, read.snapshot)
        stored = self._stored(ground, read, request)
        if read.trouble is not None:
            self._keep(workshop, stored, SnapshotKind.PARTIAL)
            raise self._incomplete(target, read) from read.cause
        if not wanted():
            raise Cancelled(command=f"koosloome harvest {workshop.id}")
        kept = self._keep(workshop, stored, SnapshotKind.HARVEST)
        progress(ProgressStep(Phase.SUMMARY, 0, 1))
        summary = self._summary(ground, stored, request)
        self._keep_summary(workshop, kept, summary)
        progress(ProgressStep(Phase.SUMMARY, 1, 1))
        return HarvestAnswer(
            workshop=workshop.id,
            summary=summary,
            requests=meter.requests,
            credits=meter.credits,
            seconds=meter.seconds,
        )

    # reading

    def _read(self, target: Target, meter: Meter, progress: Progress) -> BoardRead:
        with meant(board=target.board), self._connect(target.actor, meter) as client:
            board = client.boards.get(target.board)
            reader = Reader(client, progress)
            return reader.read(board, known_tags=self._known_tags(target), now=self._now())

    def _known_tags(self, target: Target) -> set[str]:
        """Return the titles of tags that mean something, in both languages."""
        shared = self._library.shared
        common = chain.from_iterable(texts.tags.values() for texts in shared.texts.values())
        method = self._method_of(target.workshop)
        own = chain.from_iterable(t.tags.values() for t in method.texts.values()) if method else ()
        plan = plan_from_json(target.workshop.plan) if target.workshop else None
        planned = (tag.title for tag in plan.tags) if plan else ()
        return {*common, *own, *planned}

    def _method_of(self, workshop: WorkshopRecord | None) -> Method | None:
        if workshop is None or not workshop.method:
            return None
        try:
            return self._library.get(workshop.method)
        except BoardTemplatesError:
            return None

    # what is known of the board

    def _ground(self, target: Target, snapshot: Snapshot) -> tuple[Ground, WorkshopRecord]:
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
            plan=plan_to_json(seen.plan) if seen else plan_to_json(EMPTY),
            origin=Point(0.0, 0.0),
            state="found",
            mark="",
            created_at=self._now(),
            owns_board=False,
        )
        self._store.workshops.add(workshop, None)
        facts = BoardFacts(id=board.id, name=board.title, url=board.url)
        self._store.workshops.put_on(workshop.id, facts, workshop.origin)
        return workshop

    # storing

    def _stored(self, ground: Ground, read: BoardRead, request: HarvestRequest) -> Snapshot:
        """Return the snapshot as it may be stored: nothing confidential, nobody named unasked."""
        whole = read.snapshot
        cutting = whole.model_copy(update={"total": None}) if read.trouble else whole
        safe = cut(
            ground.method,
            self._library.shared,
            ground.plan,
            cutting,
            placed_by=ground.placed_by,
            twins=ground.twins,
            earlier=ground.earlier,
            footer=ground.footer,
            elsewhere=ground.elsewhere,
        ).model_copy(update={"total": whole.total})
        if request.names in KEEPS_PEOPLE:
            return safe
        return without_people(safe, self._chance(SALT))

    def _keep(self, workshop: WorkshopRecord, snapshot: Snapshot, kind: SnapshotKind) -> str:
        number = marks.new_id("s", self._chance)
        self._store.snapshots.add(
            SnapshotRecord(
                id=number,
                workshop=workshop.id,
                kind=kind,
                taken_at=snapshot.taken_at,
                content=snapshot.model_dump_json(),
                delete_after=snapshot_goes(snapshot.taken_at),
            )
        )
        return number

    def _keep_summary(self, workshop: WorkshopRecord, snapshot: str, summary: Summary) -> None:
        self._store.summaries.add(
            SummaryRecord(
                id=marks.new_id("h", self._chance),
                workshop=workshop.id,
                snapshot=snapshot,
                made_at=summary.harvested_at,
                matched_by=summary.matched_by,
                read=summary.accounting.read,
                counted=summary.accounting.counted,
                content=summary.to_json(),
                delete_after=summary_goes(summary.harvested_at),
            )
        )

    # summing up

    def _summary(self, ground: Ground, snapshot: Snapshot, request: HarvestRequest) -> Summary:
        owner = snapshot.board.owner
        options = HarvestOptions(
            lang=self._report_lang(ground, request),
            harvested_at=snapshot.taken_at,
            names=request.names,
            attended=request.attended,
            facilitator_ids=frozenset({owner} if owner else ()),
            salt=self._chance(SALT),
            member_names=snapshot.members,
        )
        try:
            return harvest(
                ground.method,
                self._library.shared,
                ground.plan,
                snapshot,
                placed_by=ground.placed_by,
                options=options,
                twins=ground.twins,
                earlier=ground.earlier,
                footer=ground.footer,
                elsewhere=ground.elsewhere,
            )
        except SumsDisagree as error:
            raise BrokenAccounting(reason=str(error)) from error
        except HarvestError as error:
            raise OurFault(reason=str(error)) from error

    @staticmethod
    def _report_lang(ground: Ground, request: HarvestRequest) -> Lang:
        if request.lang is not None:
            return language(request.lang)
        return "en" if ground.plan is not None and ground.plan.lang == "en" else "et"

    def _incomplete(self, target: Target, read: BoardRead) -> Exception:
        if read.cause is not None:
            error = meaning(read.cause, board=target.board)
            if isinstance(error, NeedsSignIn):
                return error
        ref = target.workshop.id if target.workshop else target.board
        return HarvestIncomplete(
            workshop=target.workshop.id if target.workshop else None,
            command=f"koosloome harvest {ref}",
            read=len(read.snapshot.items),
            total=read.snapshot.total,
            reason=read.trouble or "",
        )

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)


EMPTY = Plan(
    method="",
    version=0,
    layout=0,
    lang="et",
    title="",
    brief={},
    participants=0,
    note_size=160,
    frames=(),
    zones=(),
    items=(),
    links=(),
    tags=(),
    agenda=(),
)
