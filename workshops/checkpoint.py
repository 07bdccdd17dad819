"""The verb: take a snapshot of a board while people work on it."""

from __future__ import annotations

from harvest.snapshot import Snapshot
from workshops.check_answers import CheckpointView
from workshops.deletion import delete_due
from workshops.errors import CheckpointNotFound
from workshops.keeping import Keeping
from workshops.metering import Meter
from workshops.ports import Clock, Store
from workshops.progress import Progress
from workshops.records import SnapshotKind, SnapshotRecord, WorkshopRecord
from workshops.requests_answers import Account
from workshops.viewing import Viewing

LATEST = "latest"


class Checkpoint:
    """Keeps boards as they are now, cut and without people as a harvest keeps them."""

    def __init__(self, *, store: Store, viewing: Viewing, keeping: Keeping, clock: Clock) -> None:
        self._store = store
        self._viewing = viewing
        self._keeping = keeping
        self._clock = clock

    def take(self, account: Account, ref: str, progress: Progress) -> CheckpointView:
        """Read the board and keep what may be kept; a later harvest knows first places from it.

        Tags that people made are kept with it, so that a note comes back with them.

        Raises `BoardUnread`, `NeedsSignIn`, `NotFound` or `MiroUnreachable`; nothing is kept then.
        """
        delete_due(self._store, self._viewing.now())
        target = self._viewing.target(account, ref)
        name = target.workshop.id if target.workshop else target.board
        command = f"koosloome checkpoint {name}"
        view = self._viewing.whole(target, Meter(self._clock), progress, command, every_tag=True)
        kept = self._viewing.storable(view)
        number = self._keeping.snapshot(view.workshop, kept, SnapshotKind.CHECKPOINT)
        return CheckpointView(
            id=number, workshop=view.workshop.id, at=kept.taken_at, items=len(kept.items)
        )

    def of(self, workshop: WorkshopRecord) -> tuple[CheckpointView, ...]:
        """Return the checkpoints of a workshop, oldest first."""
        return tuple(
            CheckpointView(
                id=one.id,
                workshop=one.workshop,
                at=one.taken_at,
                items=len(Snapshot.model_validate_json(one.content).items),
            )
            for one in self._kept(workshop)
        )

    def find(self, workshop: WorkshopRecord, checkpoint: str) -> SnapshotRecord:
        """Return a kept checkpoint by its id, or the `latest`.

        Raises `CheckpointNotFound` that names those there are.
        """
        kept = self._kept(workshop)
        found = [one for one in kept if checkpoint in {one.id, LATEST}]
        if not found:
            known = tuple(one.id for one in kept)
            raise CheckpointNotFound(checkpoint=checkpoint, workshop=workshop.id, known=known)
        return found[-1]

    def every(self, workshop: WorkshopRecord) -> tuple[Snapshot, ...]:
        """Return every checkpoint of a workshop, oldest first."""
        return tuple(Snapshot.model_validate_json(one.content) for one in self._kept(workshop))

    def _kept(self, workshop: WorkshopRecord) -> tuple[SnapshotRecord, ...]:
        return self._store.snapshots.of(workshop.id, (SnapshotKind.CHECKPOINT,))
