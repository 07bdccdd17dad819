"""The verb: hold a live board against its plan, and put back what is missing."""

from __future__ import annotations

from collections.abc import Callable

from board_templates.library import Library
from harvest.board_reading import read_board
from harvest.items import live_items
from harvest.placed import PlacedNote
from harvest.snapshot import Snapshot
from workshops.board_facts import board_facts
from workshops.building import item_keys
from workshops.check_answers import CheckAnswer
from workshops.errors import NoPlan
from workshops.faulty_rules import faults_told
from workshops.findings import Board, findings, missing_keys
from workshops.knowing import Ground
from workshops.metering import Meter
from workshops.pictures import picture_of_snapshot
from workshops.ports import Clock, Store
from workshops.progress import Progress
from workshops.records import WorkshopRecord
from workshops.repair import Repair
from workshops.requests_answers import Account
from workshops.viewing import View, Viewing


class Check:
    """Reads a board and says where it is not as planned; stores nothing of it."""

    def __init__(
        self, *, library: Library, store: Store, viewing: Viewing, repair: Repair, clock: Clock
    ) -> None:
        self._library = library
        self._store = store
        self._viewing = viewing
        self._repair = repair
        self._clock = clock

    def workshop(self, account: Account, ref: str) -> WorkshopRecord:
        """Return the workshop meant.

        Raises `NoPlan` for a board that was not made here, and what `Viewing.target` raises.
        """
        found = self._viewing.target(account, ref).workshop
        if found is None or found.state == "found":
            raise NoPlan(ref=ref)
        return found

    def look(self, account: Account, ref: str, progress: Progress) -> CheckAnswer:
        """Read the board and hold it against the plan.

        Raises `NoPlan`, `BoardUnread`, `NeedsSignIn` or `NotFound`.
        """
        workshop = self.workshop(account, ref)
        command = f"koosloome board check {workshop.id}"
        board, view = self._board(account, workshop, progress, command)
        keys = item_keys(board.plan)
        return CheckAnswer(
            workshop=workshop.id,
            board=board_facts(workshop),
            findings=findings(board),
            planned=len(keys),
            present=sum(board.live(key) is not None for key in keys),
            read=len(view.snapshot.items),
            picture=picture_of_snapshot(self._viewing.storable(view)),
        )

    def put_back(
        self,
        account: Account,
        workshop: WorkshopRecord,
        *,
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> tuple[str, ...]:
        """Put back what is missing; return the planned keys. Only who holds its job may call it.

        Raises as `look`, and what making a board raises.
        """
        command = f"koosloome board check {workshop.id} --repair"
        board, _ = self._board(account, workshop, progress, command)
        found = findings(board)
        return self._repair.run(workshop, board, missing_keys(found), progress, wanted)

    def _board(
        self, account: Account, workshop: WorkshopRecord, progress: Progress, command: str
    ) -> tuple[Board, View]:
        target = self._viewing.target(account, workshop.id)
        view = self._viewing.whole(target, Meter(self._clock), progress, command)
        if view.ground.plan is None:
            raise NoPlan(ref=workshop.id)
        kept = self._viewing.storable(view)
        return (
            Board(
                plan=view.ground.plan,
                made=self._store.ledger.items(workshop.id),
                snapshot=view.snapshot,
                items={item.id: item for item in live_items(view.snapshot)},
                elsewhere=frozenset(view.ground.elsewhere),
                notes=self._notes(view.ground, kept, command),
                kept={item.id: item for item in live_items(kept)},
            ),
            view,
        )

    def _notes(self, ground: Ground, kept: Snapshot, command: str) -> tuple[PlacedNote, ...]:
        with faults_told(self._library, ground.method, command):
            return read_board(
                ground.method,
                self._library.shared,
                ground.plan,
                kept,
                placed_by=ground.placed_by,
                twins=ground.twins,
                elsewhere=ground.elsewhere,
            ).notes
