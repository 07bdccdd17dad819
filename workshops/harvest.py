"""The verb: read a board back into a structured summary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from board_templates.library import Library
from harvest.cutting import cut
from harvest.errors import BrokenAccounting as SumsDisagree
from harvest.errors import HarvestError
from harvest.harvest import harvest
from harvest.options import HarvestOptions
from harvest.snapshot import Snapshot
from harvest.summary import Summary
from workshops.briefs import Lang, language
from workshops.connecting import Connect
from workshops.deletion import delete_due
from workshops.errors import (
    BrokenAccounting,
    Cancelled,
    HarvestIncomplete,
    NeedsSignIn,
    OurFault,
    WorkshopNotFound,
)
from workshops.keeping import Keeping
from workshops.knowing import Ground, Knowledge, Target
from workshops.metering import Meter
from workshops.miro_errors import meaning, meant
from workshops.people import People
from workshops.ports import Chance, Clock, Store
from workshops.progress import Phase, Progress, ProgressStep
from workshops.reading import BoardRead, Reader
from workshops.records import (
    SnapshotKind,
)
from workshops.refs import Refs, parse_ref
from workshops.requests_answers import Account, HarvestAnswer, HarvestRequest
from workshops.storing_privately import without_people

SALT = 32
KEEPS_PEOPLE = frozenset({"full", "pseudonym"})


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
        knowledge: Knowledge,
        keeping: Keeping,
    ) -> None:
        self._library = library
        self._store = store
        self._people = people
        self._refs = refs
        self._connect = connect
        self._clock = clock
        self._chance = chance
        self._knowledge = knowledge
        self._keeping = keeping

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
        ground, workshop = self._knowledge.ground(target, read.snapshot)
        stored = self._stored(ground, read, request)
        if read.trouble is not None:
            self._keeping.snapshot(workshop, stored, SnapshotKind.PARTIAL)
            raise self._incomplete(target, read) from read.cause
        if not wanted():
            raise Cancelled(command=f"koosloome harvest {workshop.id}")
        kept = self._keeping.snapshot(workshop, stored, SnapshotKind.HARVEST)
        progress(ProgressStep(Phase.SUMMARY, 0, 1))
        summary = self._summary(ground, stored, request)
        self._keeping.summary(workshop, kept, summary)
        progress(ProgressStep(Phase.SUMMARY, 1, 1))
        return HarvestAnswer(
            workshop=workshop.id,
            summary=summary,
            requests=meter.requests,
            credits=meter.credits,
            seconds=meter.seconds,
        )

    def _read(self, target: Target, meter: Meter, progress: Progress) -> BoardRead:
        with meant(board=target.board), self._connect(target.actor, meter) as client:
            board = client.boards.get(target.board)
            reader = Reader(client, progress)
            return reader.read(
                board, known_tags=self._knowledge.known_tags(target), now=self._now()
            )

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
