"""The structured result of a harvest: the envelope, one shape for every method (schema 1)."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    SerializerFunctionWrapHandler,
    SkipValidation,
    model_serializer,
    model_validator,
)

Names = Literal["tasks", "none", "pseudonym", "full"]
Lang = Literal["et", "en"]
No = Annotated[int, Field(ge=1)]
Whole = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


class BoardFacts(_Part):
    """The board that was read."""

    id: str
    title: str
    url: str


class SetAside(_Part):
    """How many items were not counted, by reason."""

    frame: Whole = 0
    chrome: Whole = 0
    prompt: Whole = 0
    example: Whole = 0
    blank: Whole = 0
    duplicate_of_seed: Whole = 0
    dot: Whole = 0
    practice: Whole = 0
    image: Whole = 0
    document: Whole = 0
    unsupported: Whole = 0
    other: Whole = 0

    @property
    def total(self) -> int:
        """The sum over all reasons."""
        return sum(count for _, count in self)


class Accounting(_Part):
    """Where every item of the listing went: read = counted + set aside, or there is no summary."""

    read: Whole
    counted: Whole
    set_aside: SetAside

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.read != self.counted + self.set_aside.total:
            message = (
                f"{self.read} items were read, but {self.counted} counted and "
                f"{self.set_aside.total} set aside"
            )
            raise ValueError(message)
        return self


class Counts(_Part):
    """Sums derived from the accounting and the notes."""

    items: Whole
    counted: Whole
    seeded: Whole
    blank: Whole
    duplicate: Whole
    private: Whole


class Place(_Part):
    """The centre of a note in board pixels."""

    x: float
    y: float


class Note(_Part):
    """A counted note; `zone` and `frame` are keys of the plan. A private note has no text.

    `name_left_out` is there, and true, where the text was nothing but a name that is hidden.
    """

    no: No
    id: str
    text: str | None
    zone: str | None
    frame: str | None
    place: Place
    color: str | None
    kind: Literal["sticky", "card", "text", "shape"]
    source: Literal["note", "shape_text", "edited_seed"]
    tags: tuple[str, ...]
    votes: Whole
    cluster: No | None
    reason: Literal["lies_in", "child_of", "nearest", "assigned"] | None
    origin: dict[str, JsonValue] | None
    author: str | None = None
    name_left_out: Literal[True] | None = None

    @model_serializer(mode="wrap")
    def _without_the_untold(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty("name_left_out", _without_empty("author", handler(self)))


class Action(_Part):
    """Something that somebody is to do. An owner whose name is left out is true."""

    text: str
    owner: str | bool | None
    due: date | None
    due_text: str | None
    zone: str | None
    source: Literal["card", "note"]
    done: bool
    from_: tuple[No, ...] = Field(alias="from")


class Cluster(_Part):
    """Notes that belong together; `from` is its title note, if it has one."""

    no: No
    name: str | None
    from_: tuple[No, ...] = Field(alias="from")
    notes: tuple[No, ...]
    size: Whole
    votes: Whole


class Signal(_Part):
    """Something that stands out; `text` is in the language of the report."""

    code: str
    severity: Literal["info", "warn"]
    zone: str | None
    values: dict[str, str | int | float]
    text: str


class Summary(_Part):
    """What a board says, for reports and other programs.

    `authors_unlisted` counts authors of notes who are not in the board's member list and so go
    without a name; only a summary with all names tells it.
    """

    schema_: Literal[1] = Field(default=1, alias="schema")
    method: str
    template_version: Whole
    board: BoardFacts
    lang: Lang
    harvested_at: datetime
    matched_by: Literal["ledger", "footer", "text", "geometry", "none"]
    names: Names
    participants: Whole
    attended: Whole | None
    authors_seen: Whole | None
    authors_unlisted: Whole | None = None
    accounting: Accounting
    counts: Counts
    notes: tuple[Note, ...]
    parked: tuple[No, ...]
    unplaced: tuple[No, ...]
    loose_dots: Whole
    decisions: tuple[No, ...]
    questions: tuple[No, ...]
    actions: tuple[Action, ...]
    signals: tuple[Signal, ...]
    result: dict[str, Annotated[JsonValue, SkipValidation]]

    @model_validator(mode="after")
    def _notes_are_counted(self) -> Self:
        if len(self.notes) != self.accounting.counted:
            message = f"{self.accounting.counted} counted items, but {len(self.notes)} notes"
            raise ValueError(message)
        return self

    @model_serializer(mode="wrap")
    def _without_untold_authors(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty("authors_unlisted", handler(self))

    def as_data(self) -> dict[str, Any]:
        """Return the envelope as JSON-ready data, keys in the order of the format."""
        data: dict[str, Any] = self.model_dump(mode="json", by_alias=True)
        return data

    def to_json(self) -> str:
        """Return the envelope as JSON; the same summary gives the same text."""
        return json.dumps(self.as_data(), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Summary:
        """Return the summary that `to_json` wrote.

        Raises:
            pydantic.ValidationError: If it isn't one, or its sums don't hold.
        """
        return cls.model_validate_json(text)


def _without_empty(name: str, said: dict[str, Any]) -> dict[str, Any]:
    """Take a field out that is only there where it has something to say."""
    if said.get(name) is None:
        said.pop(name, None)
    return said


def envelope_schema() -> dict[str, Any]:
    """Return the JSON Schema of the envelope, as published in docs/envelope.schema.json."""
    schema = Summary.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
