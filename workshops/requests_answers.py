"""What the doors ask and what they are answered: plain, frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from workshops import method_check
from workshops.progress import ProgressStep
from workshops.stored_error import StoredError
from workshops.worlds import World

if TYPE_CHECKING:
    from harvest.summary import Summary

MethodCheck = method_check.MethodCheck
MethodFault = method_check.MethodFault
NamesMode = Literal["tasks", "none", "pseudonym", "full"]
WorkshopState = Literal["making", "unfinished", "ready", "found", "removed"]
JobState = Literal["waiting", "running", "done", "failed", "cancelled"]
JobKind = Literal["create", "resume", "harvest"]


@dataclass(frozen=True, kw_only=True)
class Account:
    """A person in a world; `miro_user` and `team` are known once Miro has told them."""

    id: str
    world: World
    name: str
    miro_user: str | None = None
    team: str | None = None


@dataclass(frozen=True, kw_only=True)
class BoardFacts:
    """A board as people know it."""

    id: str
    name: str
    url: str

    def as_json(self) -> dict[str, Any]:
        """Give the board as the commands print it."""
        return {"id": self.id, "name": self.name, "url": self.url}


@dataclass(frozen=True, kw_only=True)
class CreateRequest:
    """A board to be made: the method, what the facilitator filled in, and where to.

    `on` is a reference to a board that is there already; `new` makes another even if the same
    method and brief have an unfinished workshop.
    """

    method: str
    values: Mapping[str, Any]
    lang: str = "et"
    team: str | None = None
    invite: tuple[str, ...] = ()
    on: str | None = None
    new: bool = False


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Where the board is not as planned: the planned key, what of it, and both sides."""

    key: str
    what: str
    planned: str
    found: str


@dataclass(frozen=True, kw_only=True)
class CreateAnswer:
    """A finished board. `planned` and `created` count frames and items."""

    workshop: str
    method: str
    version: int
    lang: str
    world: World
    board: BoardFacts
    planned: int
    created: int
    requests: int
    credits: int
    seconds: float
    adopted: int = 0
    differences: tuple[Difference, ...] = ()
    shortened: tuple[str, ...] = ()
    not_invited: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the answer of `board create --json`."""
        return {
            "workshop": self.workshop,
            "method": self.method,
            "version": self.version,
            "lang": self.lang,
            "world": self.world.value,
            "board": self.board.as_json(),
            "items": {"planned": self.planned, "created": self.created},
            "requests": self.requests,
            "credits": self.credits,
            "seconds": round(self.seconds, 3),
        }


@dataclass(frozen=True, kw_only=True)
class DryRun:
    """What making a board would take, without making it; `seconds` is about how long."""

    method: str
    version: int
    lang: str
    title: str
    frames: int
    items: int
    links: int
    tags: int
    calls: int
    credits: int
    seconds: int

    def as_json(self) -> dict[str, Any]:
        """Give the answer of `board create --dry-run --json`."""
        return dict(vars(self))


@dataclass(frozen=True, kw_only=True)
class WorkshopView:
    """A workshop as lists show it. `values` is its brief; `job` is what waits or runs for it."""

    workshop: str
    method: str
    version: int
    lang: str
    title: str
    state: WorkshopState
    world: World
    board: BoardFacts | None
    created_at: datetime
    planned: int
    created: int
    values: Mapping[str, Any] = field(default_factory=dict)
    job: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the entry of `board list --json`."""
        return {
            "workshop": self.workshop,
            "method": self.method,
            "title": self.title,
            "state": self.state,
            "world": self.world.value,
            "board": self.board.as_json() if self.board else None,
        }


@dataclass(frozen=True, kw_only=True)
class Removal:
    """What would go if a workshop were removed; `others` are workshops of the board that stay."""

    workshop: WorkshopView
    whole_board: bool
    others: tuple[str, ...]
    items: int
    notes_of_others: int
    authors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RemovalAnswer:
    """What went."""

    workshop: str
    board_removed: bool
    items: int


@dataclass(frozen=True, kw_only=True)
class HarvestRequest:
    """How a board is to be read; `lang` is the report's, the board's own when null."""

    lang: str | None = None
    names: NamesMode = "tasks"
    attended: int | None = None


@dataclass(frozen=True, kw_only=True)
class HarvestAnswer:
    """A summary and what reading the board took."""

    workshop: str
    summary: Summary
    requests: int
    credits: int
    seconds: float


@dataclass(frozen=True, kw_only=True)
class SummaryView:
    """A stored summary as lists show it."""

    id: str
    at: datetime
    matched_by: str
    read: int
    counted: int


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file made of a summary."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class ShareAnswer:
    """A template link, and the file that stands for it on a machine nobody else reaches."""

    url: str
    file_name: str | None
    file_content: str | None
    left_out: tuple[str, ...]
    loopback: bool


@dataclass(frozen=True, kw_only=True)
class SharedBrief:
    """What a template link or file carries; untrusted until the brief is checked."""

    method: str
    version: int | None
    lang: str
    values: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class DemoAnswer:
    """The main job done once on a sandbox of its own, and the files it left."""

    folder: Path
    files: tuple[Path, ...]
    board: BoardFacts
    method: str
    people: int
    calls: int
    planned: int
    created: int
    read: int
    counted: int
    set_aside: int
    actions: int
    signals: int
    seconds: float
    summary: Summary


@dataclass(frozen=True, kw_only=True)
class DoctorLine:
    """One thing looked at: `key` names it, `facts` fill its sentence."""

    key: str
    state: Literal["ok", "missing", "warning"]
    facts: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class JobView:
    """A job as its page shows it."""

    id: str
    kind: JobKind
    workshop: str | None
    state: JobState
    step: ProgressStep | None
    error: StoredError | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, kw_only=True)
class PackRequest:
    """What the pack is to say that the brief does not know.

    `lang` is the pack's, the board's own when null. `delete_on` is a date as people write it; when
    null, the day on which a summary of that workshop would be deleted. `timezone` is where the
    clock of the brief stands.
    """

    lang: str | None = None
    place: str = ""
    contact: str = ""
    delete_on: str | None = None
    timezone: str = "Europe/Tallinn"


@dataclass(frozen=True, kw_only=True)
class PackAnswer:
    """The files of a pack; `left_out` names the values its invitation had to do without."""

    workshop: str
    files: tuple[ReportFile, ...]
    left_out: tuple[str, ...]
