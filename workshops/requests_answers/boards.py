"""Boards: who asks, what is to be made, and what was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from workshops.worlds import World

WorkshopState = Literal["making", "unfinished", "ready", "found", "removed"]


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
    """A finished board. `planned` and `created` count frames and items.

    `invited` are the addresses Miro said it invited, `not_invited` the others.
    """

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
    invited: tuple[str, ...] = ()
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
    """What making a board would take, without making it; `seconds` is about how long.

    `items` counts as `CreateAnswer.planned` does, frames among them.
    """

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
    """A workshop as lists show it. `values` is its brief; `job` is what waits or runs for it.

    `opened` is for whom Miro opened the board otherwise than asked, `invited` how many it invited,
    `not_invited` the addresses it did not; all three once the board is ready.
    """

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
    opened: tuple[Difference, ...] = ()
    invited: int = 0
    not_invited: tuple[str, ...] = ()

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
    """What would go if a workshop were removed; `others` are workshops of the board that stay.

    `board_name` is what the board is called in Miro, the workshop's title before it has a board.
    `authors` are the names of those whose notes would go, as far as Miro gives them;
    `authors_unknown` counts the notes of all others, restored ones among them.
    """

    workshop: WorkshopView
    whole_board: bool
    others: tuple[str, ...]
    items: int
    notes_of_others: int
    authors: tuple[str, ...]
    authors_unknown: int
    board_name: str


@dataclass(frozen=True, kw_only=True)
class RemovalAnswer:
    """What went."""

    workshop: str
    board_removed: bool
    items: int
