"""What is kept between commands, as plain frozen data; `storage` turns it into rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from board_templates.geometry import Point
from workshops.worlds import World

if TYPE_CHECKING:
    from workshops.requests_answers import Difference, JobKind, JobState, WorkshopState


class CallState(StrEnum):
    """What came of a call that changes the board.

    `sent`: written down before sending, no outcome yet. `made`: answered. `unknown`: the answer was
    lost. `absent`: looked for and not there, to be sent once more. `refused`: Miro said no.
    """

    SENT = "sent"
    MADE = "made"
    UNKNOWN = "unknown"
    ABSENT = "absent"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class AccountRecord:
    """A person in a world. `key` finds the account again; `secret` is an encrypted token pair.

    `server` is the address of the API, `sandbox` in this process: user ids are a server's own.
    """

    id: str
    world: World
    key: str
    server: str
    name: str
    miro_user: str | None = None
    team: str | None = None
    secret: bytes | None = None
    expires_at: float | None = None
    connect_again: bool = False


@dataclass(frozen=True, kw_only=True)
class WorkshopRecord:
    """One method prepared on a board. `digest` is equal for equal method, version and brief.

    `origin` is where the plan's origin lies on the board; `owns_board` tells that the board was
    made for this workshop; `mark` ends the description of such a board; `floor` is the newest item
    that stood on another's board before. `plan` is JSON.

    `opened` is for whom Miro opened the board otherwise than asked. `invite` holds who is still to
    be invited; once Miro has been asked, `invited` counts whom it invited and `invite` keeps only
    the others.
    """

    id: str
    account: str
    world: World
    method: str
    version: int
    lang: str
    title: str
    brief: Mapping[str, Any]
    digest: str
    plan: str
    origin: Point
    state: WorkshopState
    mark: str
    created_at: datetime
    owns_board: bool = True
    floor: str | None = None
    team: str | None = None
    invite: tuple[str, ...] = ()
    invited: int | None = None
    opened: tuple[Difference, ...] = ()
    board_id: str | None = None
    board_name: str | None = None
    board_url: str | None = None
    planned: int = 0


@dataclass(frozen=True, kw_only=True)
class CallRecord:
    """A call of the ledger: its operation, the planned keys it carries in order, and its state."""

    id: int
    workshop: str
    operation: str
    keys: tuple[str, ...]
    state: CallState
    sent_at: datetime


@dataclass(frozen=True, kw_only=True)
class JobRecord:
    """Work that outlives a request; `owner` is who does it and `heartbeat` when it last lived.

    `due_at` is when one that failed for now is tried again.
    """

    id: str
    kind: JobKind
    account: str
    workshop: str | None
    state: JobState
    created_at: datetime
    changed_at: datetime
    wanted: Mapping[str, Any] = field(default_factory=dict)
    owner: str | None = None
    heartbeat: datetime | None = None
    attempts: int = 0
    phase: str | None = None
    done: int = 0
    total: int = 0
    error: Mapping[str, Any] | None = None
    cancel_wanted: bool = False
    due_at: datetime | None = None


class SnapshotKind(StrEnum):
    """Why a board was read; a partial snapshot is what a failed reading had."""

    HARVEST = "harvest"
    CHECKPOINT = "checkpoint"
    PARTIAL = "partial"


@dataclass(frozen=True, kw_only=True)
class SnapshotRecord:
    """A board at one moment, as JSON with confidential texts cut."""

    id: str
    workshop: str
    kind: SnapshotKind
    taken_at: datetime
    content: str
    delete_after: datetime


@dataclass(frozen=True, kw_only=True)
class SummaryRecord:
    """A structured result, as JSON, and the snapshot it was made of.

    `retold` is its words in the other language, as JSON; older releases kept none.
    """

    id: str
    workshop: str
    snapshot: str | None
    made_at: datetime
    matched_by: str
    read: int
    counted: int
    content: str
    delete_after: datetime
    retold: str | None = None


@dataclass(frozen=True, kw_only=True)
class AuditRecord:
    """Who did what and when: opened, approved, exported, deleted."""

    at: datetime
    account: str
    action: str
    subject: str


@dataclass(frozen=True, kw_only=True)
class BudgetRecord:
    """The credits of one account in its present window, which ends at `ends_at` (epoch seconds).

    `left` is what Miro last said, `under_way` what calls without an answer yet will cost.
    """

    account: str
    ends_at: float | None
    left: int
    under_way: int
    limit: int
