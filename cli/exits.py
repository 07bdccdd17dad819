"""Exit codes, and which branch of errors ends with which: the one table of this door."""

from __future__ import annotations

from enum import IntEnum

from workshops.errors import (
    InputFaults,
    KoosloomeError,
    NeedsSignIn,
    NotFound,
    OurFault,
    Unfinished,
)


class Exit(IntEnum):
    """How a command ends (README, exit codes)."""

    DONE = 0
    OUR_FAULT = 1
    WRONG_INPUT = 2
    NOT_ALLOWED = 3
    NOT_FOUND = 4
    UNFINISHED = 5
    DIFFERS = 6  # `board check` only: the board is not as planned
    INTERRUPTED = 130


EXITS: tuple[tuple[type[KoosloomeError], Exit], ...] = (
    (InputFaults, Exit.WRONG_INPUT),
    (NeedsSignIn, Exit.NOT_ALLOWED),
    (NotFound, Exit.NOT_FOUND),
    (Unfinished, Exit.UNFINISHED),
    (OurFault, Exit.OUR_FAULT),
)


def exit_for(error: KoosloomeError) -> Exit:
    """Return the exit code of an error's branch."""
    return next((code for kind, code in EXITS if isinstance(error, kind)), Exit.OUR_FAULT)
