"""The verb: put notes back that people wrote and that somebody deleted since a checkpoint."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from board_templates.library import Library
from board_templates.plan import NO_PLAN, Plan
from harvest.content import folded
from harvest.judging import judge
from harvest.placing.board import Planned
from harvest.snapshot import Snapshot
from workshops.check_answers import RestoreAnswer, RestoredNote
from workshops.checkpoint import Checkpoint
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.knowing import Ground
from workshops.lost_notes import Lost, lost_notes
from workshops.metering import Meter
from workshops.ports import Clock
from workshops.progress import Progress
from workshops.putting_back import PuttingBack
from workshops.records import WorkshopRecord
from workshops.requests_answers import Account
from workshops.viewing import Viewing


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be put back: of which checkpoint, and of which frames (all when none is named)."""

    checkpoint: str
    frames: tuple[str, ...] = ()

    def command(self, workshop: str) -> str:
        """Return the command that puts this back."""
        words = ["koosloome", "board", "restore", workshop, "--from", self.checkpoint]
        return shlex.join([*words, *(word for name in self.frames for word in ("--frame", name))])


class Restore:
    """Finds out what is gone and has it put back; none comes back twice."""

    def __init__(
        self,
        *,
        library: Library,
        viewing: Viewing,
        checkpoint: Checkpoint,
        putting_back: PuttingBack,
        clock: Clock,
    ) -> None:
        self._library = library
        self._viewing = viewing
        self._checkpoint = checkpoint
        self._putting_back = putting_back
        self._clock = clock

    def named(self, workshop: WorkshopRecord, checkpoint: str) -> str:
        """Return the id of the checkpoint meant. Raises `CheckpointNotFound`."""
        return self._checkpoint.find(workshop, checkpoint).id

    def run(
        self,
        account: Account,
        workshop: WorkshopRecord,
        wish: Wish,
        *,
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> RestoreAnswer:
        """Put back what is gone. Only who holds a job of the workshop may call it.

        Raises `CheckpointNotFound`, `BoardUnread`, `InputFaults` for a frame there is not, and what
        making a board raises.
        """
        kept = self._checkpoint.find(workshop, wish.checkpoint)
        command = Wish(kept.id, wish.frames).command(workshop.id)
        target = self._viewing.target(account, workshop.id)
        view = self._viewing.whole(target, Meter(self._clock), progress, command)
        there = {item.id for item in view.snapshot.items}
        plan = view.ground.plan or NO_PLAN
        snapshot = Snapshot.model_validate_json(kept.content)
        gone, wordless = self._lost(view.ground, snapshot, there)
        asked = in_frames(gone, wish.frames, plan)
        begun = self._begun(workshop, view.ground, there, {one.key for one in asked})
        lost, unmarked = self._putting_back.sorted_out(workshop, (*asked, *begun), there)
        if lost or unmarked:
            again = (snapshot, *self._checkpoint.every(workshop))
            stage = self._putting_back.stage(workshop, plan, view.snapshot, again)
            self._putting_back.make(
                workshop,
                (*lost, *unmarked),
                stage,
                command=command,
                progress=progress,
                wanted=wanted,
            )
        return RestoreAnswer(
            workshop=workshop.id,
            checkpoint=kept.id,
            restored=tuple(
                RestoredNote(text=one.item.text, frame=_title(one, plan)) for one in lost
            ),
            before=len(asked) + len(begun) - len(lost),
            wordless=len(in_frames(wordless, wish.frames, plan)),
        )

    def _lost(
        self, ground: Ground, snapshot: Snapshot, there: Collection[str]
    ) -> tuple[list[Lost], list[Lost]]:
        planned = Planned(
            ground.plan, ground.twins, ground.placed_by, ground.footer, ground.elsewhere
        )
        judged = judge(ground.method, self._library.shared, planned, snapshot)
        return lost_notes(judged.items, there)

    def _begun(
        self,
        workshop: WorkshopRecord,
        ground: Ground,
        there: Collection[str],
        asked: Collection[str],
    ) -> list[Lost]:
        """Return what an interrupted restore had under way, out of whatever checkpoint knows it."""
        keys = self._putting_back.under_way(workshop) - set(asked)
        known: dict[str, Lost] = {}
        for snapshot in self._checkpoint.every(workshop) if keys else ():
            known.update({one.key: one for one in self._lost(ground, snapshot, there)[0]})
        return [known[key] for key in sorted(keys) if key in known]


def in_frames(lost: Sequence[Lost], frames: Sequence[str], plan: Plan) -> list[Lost]:
    """Return the notes of these frames, named by key or title; all when none is named.

    Raises `InputFaults` for a frame there is not.
    """
    keys = {name: _keys(name, plan) for name in frames}
    wrong = [name for name, found in keys.items() if not found]
    if wrong:
        raise InputFaults(faults=tuple(_no_frame(name, plan) for name in wrong))
    wanted = {key for found in keys.values() for key in found}
    return [one for one in lost if not frames or one.frame in wanted]


def _keys(name: str, plan: Plan) -> set[str]:
    return {f.key for f in plan.frames if f.key == name or folded(f.title) == folded(name)}


def _no_frame(name: str, plan: Plan) -> InputFault:
    known = ", ".join(f"{frame.key} ({frame.title})" for frame in plan.frames)
    return InputFault(
        field="frame",
        code="frame",
        sentence=N_("there is no frame “{name}”; there are: {known}"),
        values={"name": name, "known": known},
    )


def _title(lost: Lost, plan: Plan) -> str:
    return next((frame.title for frame in plan.frames if frame.key == lost.frame), "")
