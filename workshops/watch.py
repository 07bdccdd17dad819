"""The verb: take checkpoints of a board again and again while people work on it."""

from __future__ import annotations

from collections.abc import Callable

from workshops.check_answers import CheckpointView
from workshops.checkpoint import Checkpoint
from workshops.errors import Unfinished
from workshops.ports import Sleep
from workshops.progress import silent
from workshops.requests_answers import Account

Told = Callable[[CheckpointView | Unfinished], None]

SECONDS = 60.0


class Watch:
    """Takes a checkpoint every so many minutes; one that fails is told and does not end it."""

    def __init__(self, checkpoint: Checkpoint, sleep: Sleep) -> None:
        self._checkpoint = checkpoint
        self._sleep = sleep

    def run(
        self, account: Account, ref: str, *, every: float, times: int | None, told: Told
    ) -> int:
        """Watch until `times` checkpoints were tried, or until interrupted; return how many held.

        `every` is in minutes. Raises `NeedsSignIn` and `NotFound`: waiting would not help.
        """
        held, tried = 0, 0
        while times is None or tried < times:
            if tried:
                self._sleep(every * SECONDS)
            tried += 1
            try:
                told(self._checkpoint.take(account, ref, silent))
                held += 1
            except Unfinished as error:
                told(error)
        return held
