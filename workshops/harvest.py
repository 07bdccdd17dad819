"""The verb: read a board back into a structured summary."""

from __future__ import annotations

from collections.abc import Callable

from board_templates.library import Library
from harvest.board_reading import read_board
from harvest.harvest import summarise_for_both
from harvest.options import HarvestOptions
from harvest.retold import Told
from harvest.snapshot import Snapshot
from harvest.undisturbed import undisturbed
from workshops.briefs import LANGS, Lang, language
from workshops.deletion import delete_due
from workshops.errors import (
    Cancelled,
    HarvestIncomplete,
    NeedsSignIn,
)
from workshops.faulty_rules import faults_told
from workshops.keeping import Keeping
from workshops.knowing import Ground, Target
from workshops.metering import Meter
from workshops.method_use import note_use
from workshops.miro_errors import meaning
from workshops.ports import Chance, Clock, Store
from workshops.progress import Phase, Progress, ProgressStep
from workshops.reading import BoardRead
from workshops.records import SnapshotKind
from workshops.requests_answers import Account, HarvestAnswer, HarvestRequest
from workshops.viewing import SALT, View, Viewing


class Harvest:
    """Reads boards. What is read is stored only after confidential texts are cut."""

    def __init__(
        self,
        *,
        library: Library,
        store: Store,
        clock: Clock,
        chance: Chance,
        viewing: Viewing,
        keeping: Keeping,
    ) -> None:
        self._library = library
        self._store = store
        self._clock = clock
        self._chance = chance
        self._viewing = viewing
        self._keeping = keeping

    def target(self, account: Account, ref: str) -> Target:
        """Return the board that is meant. Raises as `Viewing.target`."""
        return self._viewing.target(account, ref)

    def run(
        self,
        target: Target,
        request: HarvestRequest,
        *,
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> HarvestAnswer:
        """Read the board and give its summary; both are stored.

        Raises `HarvestIncomplete`, `NeedsSignIn`, `BoardNotFound`, `BrokenAccounting`, or
        `FaultyRule` where a method of people's own can't sum it up: the snapshot is kept then.
        """
        if request.lang is not None:
            language(request.lang)
        delete_due(self._store, self._viewing.now())
        meter = Meter(self._clock)
        view = self._viewing.view(target, meter, progress)
        workshop = view.workshop
        stored = self._viewing.storable(view, request.names)
        if view.read.trouble is not None:
            self._keeping.snapshot(workshop, stored, SnapshotKind.PARTIAL)
            raise self._incomplete(target, view.read) from view.read.cause
        if not wanted():
            raise Cancelled(command=f"koosloome harvest {workshop.id}")
        kept = self._keeping.snapshot(workshop, stored, SnapshotKind.HARVEST)
        progress(ProgressStep(Phase.SUMMARY, 0, 1))
        told = self._told(view, stored, request)
        self._keeping.summary(workshop, kept, told)
        people = self._store.summaries.people_of
        note_use(self._library, workshop.method, lambda: people(workshop.method))
        progress(ProgressStep(Phase.SUMMARY, 1, 1))
        return HarvestAnswer(
            workshop=workshop.id,
            summary=told.summary,
            requests=meter.requests,
            credits=meter.credits,
            seconds=meter.seconds,
        )

    def _told(self, view: View, snapshot: Snapshot, request: HarvestRequest) -> Told:
        """Return what may be stored in words of both languages, for either may be read later.

        Whom to leave out the whole reading knows, now and never again.
        """
        ground, owner = view.ground, snapshot.board.owner
        options = HarvestOptions(
            lang=self._report_lang(ground, request),
            harvested_at=snapshot.taken_at,
            names=request.names,
            attended=request.attended,
            facilitator_ids=frozenset({owner} if owner else ()),
            salt=self._chance(SALT),
            member_names=snapshot.members,
            known_names=tuple(view.snapshot.members.values()),
        )
        with faults_told(self._library, ground.method, f"koosloome harvest {view.workshop.id}"):
            return self._summed_up(ground, snapshot, options)

    @undisturbed()
    def _summed_up(self, ground: Ground, snapshot: Snapshot, options: HarvestOptions) -> Told:
        reading = read_board(
            ground.method,
            self._library.shared,
            ground.plan,
            snapshot,
            placed_by=ground.placed_by,
            twins=ground.twins,
            earlier=ground.earlier,
            footer=ground.footer,
            elsewhere=ground.elsewhere,
        )
        return summarise_for_both(
            ground.method,
            self._library.shared,
            ground.plan,
            reading,
            board=snapshot.board,
            options=options,
            also_in=next(lang for lang in LANGS if lang != options.lang),
            twins=ground.twins,
        )

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
