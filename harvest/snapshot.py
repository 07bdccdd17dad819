"""What was read from a board at one moment, raw: the only thing a harvest needs of a board.

Miro's objects are kept as they were sent (`data`, `style`, `geometry`, `position`, `parent`), so
that a reading can be repeated years later with better rules. What they mean stands elsewhere.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, TypeAdapter

_instants = TypeAdapter(datetime)


def _object_or_nothing(value: object) -> object:
    return value if isinstance(value, dict) else None


def _instant_or_nothing(value: object) -> datetime | None:
    try:
        return None if value is None else _instants.validate_python(value)
    except ValueError:
        return None


RawObject = Annotated[dict[str, JsonValue] | None, BeforeValidator(_object_or_nothing)]
Instant = Annotated[datetime | None, BeforeValidator(_instant_or_nothing)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Removed(_Frozen):
    """What stays of a text that was cut before storing: its signs, never its words.

    `key` is the planned item it was known to be, null when people made it; `private` and
    `confidential` tell why it was cut.
    """

    key: str | None = None
    private: bool = False
    confidential: bool = False
    title_note: bool = False
    remark: bool = False
    done: bool = False
    mark: int = 0


class SnapshotBoard(_Frozen):
    """The board itself; `owner` is a person's id."""

    id: str
    title: str = ""
    url: str = ""
    owner: str | None = None


class SnapshotItem(_Frozen):
    """One item of the board's listing.

    `type` is Miro's word (`sticky_note`, `shape`, `frame`, …, or one nobody knows yet). Objects
    that Miro left out, or sent as something else than an object, are null. Ids of people are the
    board's own; `tags` are titles. `removed` is set on what was cut before storing.
    """

    id: str
    type: str = "unknown"
    supported: bool = True
    data: RawObject = None
    style: RawObject = None
    geometry: RawObject = None
    position: RawObject = None
    parent: RawObject = None
    created_at: Instant = None
    created_by: str | None = None
    modified_at: Instant = None
    modified_by: str | None = None
    tags: tuple[str, ...] = ()
    removed: Removed | None = None


class SnapshotConnector(_Frozen):
    """A line; an end drawn to the empty canvas is null."""

    id: str
    start: str | None = None
    end: str | None = None


class SnapshotGroup(_Frozen):
    """Items that somebody joined in Miro."""

    id: str
    items: tuple[str, ...] = ()


class SnapshotTag(_Frozen):
    """A tag of the board, whether anything carries it or not."""

    id: str
    title: str
    colour: str = ""


class Snapshot(_Frozen):
    """A board at one moment.

    `total` is how many items an unfiltered page said there are, null when nothing said so.
    `members` are names by person id. JSON: `model_dump_json`, `model_validate_json`; the way
    there and back loses nothing.
    """

    board: SnapshotBoard
    taken_at: datetime
    total: int | None = None
    items: tuple[SnapshotItem, ...] = ()
    connectors: tuple[SnapshotConnector, ...] = ()
    groups: tuple[SnapshotGroup, ...] = ()
    tags: tuple[SnapshotTag, ...] = ()
    members: dict[str, str] = Field(default_factory=dict)
