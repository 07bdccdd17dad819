"""What the verbs answer that look at a board while people work on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from board_templates.geometry import Box
from workshops.requests_answers import BoardFacts, WorkshopState

if TYPE_CHECKING:
    from board_templates.preview import Picture

FindingKind = Literal[
    "missing", "moved", "retitled", "overwritten", "doubled", "orphaned", "outside"
]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is not as planned.

    `key` is planned, null for what people made; `item` is the board's, null when it is missing.
    `what` is Miro's word (`frame`, `shape`, `sticky_note`, `connector`, `tag` …), `frame` the title
    of the frame it belongs to. `planned` and `found` are texts; of what is confidential or private
    nothing is found. `box` is where it lies, or would lie.
    """

    kind: FindingKind
    key: str | None = None
    item: str | None = None
    what: str = ""
    frame: str = ""
    planned: str = ""
    found: str = ""
    box: Box | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the entry of `board check --json`."""
        return {name: value for name, value in vars(self).items() if name != "box"}


@dataclass(frozen=True, kw_only=True)
class CheckAnswer:
    """A board held against its plan. `repaired` are the planned keys that were put back.

    `planned` and `present` count frames and items, `read` everything on the board. `picture` is the
    board as it is, without marks and without what is confidential. `state` is `making` while a
    process works on the board, and `unfinished` when what is missing was never made.
    """

    workshop: str
    board: BoardFacts
    findings: tuple[Finding, ...]
    planned: int
    present: int
    read: int
    picture: Picture = field(repr=False)
    repaired: tuple[str, ...] = ()
    state: WorkshopState = "ready"

    @property
    def clean(self) -> bool:
        """Tell whether the board is as planned."""
        return not self.findings

    def as_json(self) -> dict[str, Any]:
        """Give the answer of `board check --json`."""
        return {
            "workshop": self.workshop,
            "board": self.board.as_json(),
            "state": self.state,
            "clean": self.clean,
            "items": {"planned": self.planned, "present": self.present, "read": self.read},
            "counts": dict(sorted(Counter(one.kind for one in self.findings).items())),
            "findings": [one.as_json() for one in self.findings],
            "repaired": list(self.repaired),
        }


@dataclass(frozen=True, kw_only=True)
class CheckpointView:
    """A board kept as it was at one moment of the workshop."""

    id: str
    workshop: str
    at: datetime
    items: int

    def as_json(self) -> dict[str, Any]:
        """Give the answer of `checkpoint --json`."""
        return {**vars(self), "at": self.at.isoformat()}


@dataclass(frozen=True, kw_only=True)
class RestoredNote:
    """A note that was put back, and the title of the frame it went to."""

    text: str
    frame: str


@dataclass(frozen=True, kw_only=True)
class RestoreAnswer:
    """What was put back out of a checkpoint.

    `before` counts notes that an earlier restore had put back and that are there; `wordless` those
    that are gone and whose words were never kept, because they were private or confidential; both
    in the frames that were asked for.
    """

    workshop: str
    checkpoint: str
    restored: tuple[RestoredNote, ...]
    before: int
    wordless: int

    def as_json(self) -> dict[str, Any]:
        """Give the answer of `board restore --json`."""
        return {
            **vars(self),
            "restored": [{"text": n.text, "frame": n.frame} for n in self.restored],
        }
