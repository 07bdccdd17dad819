"""What can go wrong, by meaning and by who must act; each error carries facts and one sentence.

The doors map the branches to exit codes and HTTP statuses in a table of their own:
`InputFaults` 2, `NeedsSignIn` 3, `NotFound` 4, `Unfinished` 5, `OurFault` 1. The English sentence
of a class is the key of its translation (`messages`).
"""

from __future__ import annotations

from workshops.errors.meaning import Interrupts, KoosloomeError
from workshops.errors.missing import (
    BoardNotFound,
    CheckpointNotFound,
    JobNotFound,
    LinkNotFound,
    NotFound,
    UnknownMethod,
    WorkshopNotFound,
)
from workshops.errors.our_own import BrokenAccounting, MiroRefused, OurFault
from workshops.errors.signing_in import (
    NeedsSignIn,
    NobodySignedIn,
    NotAllowed,
    NotSignedIn,
    SandboxTokenElsewhere,
)
from workshops.errors.unfinished import (
    AlreadyUnfinished,
    BeingMade,
    BoardUnfinished,
    BoardUnread,
    Cancelled,
    DatabaseAway,
    HarvestIncomplete,
    MiroUnreachable,
    Unfinished,
)
from workshops.errors.wrong_input import (
    AmbiguousRef,
    FaultyRule,
    FaultyShare,
    InputFaults,
    NoPlan,
    UnknownFormat,
)
from workshops.faults import InputFault

__all__ = [
    "AlreadyUnfinished",
    "AmbiguousRef",
    "BeingMade",
    "BoardNotFound",
    "BoardUnfinished",
    "BoardUnread",
    "BrokenAccounting",
    "Cancelled",
    "CheckpointNotFound",
    "DatabaseAway",
    "FaultyRule",
    "FaultyShare",
    "HarvestIncomplete",
    "InputFault",
    "InputFaults",
    "Interrupts",
    "JobNotFound",
    "KoosloomeError",
    "LinkNotFound",
    "MiroRefused",
    "MiroUnreachable",
    "NeedsSignIn",
    "NoPlan",
    "NobodySignedIn",
    "NotAllowed",
    "NotFound",
    "NotSignedIn",
    "OurFault",
    "SandboxTokenElsewhere",
    "Unfinished",
    "UnknownFormat",
    "UnknownMethod",
    "WorkshopNotFound",
]
