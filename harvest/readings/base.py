"""What a reading is: a name, arguments, and a pure function from the board to plain rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from board_templates.board_spec import Expression, Name
from board_templates.zone_rules import ZonePattern
from harvest.view import Row, View


class Arguments(BaseModel):
    """The arguments of a reading; what it doesn't know it refuses."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


EARLIER_LIST = "name of an earlier list"
EXPRESSION = "an expression over brief, people and lists"

ListName = Annotated[Name, Field(description=EARLIER_LIST)]
Patterns = Annotated[
    tuple[ZonePattern, ...],
    Field(min_length=1, description="zones by id; `*` stands for any letters"),
]
AnyZones = Annotated[
    tuple[ZonePattern, ...], Field(description="zones by id; `*` stands for any letters")
]
But = Annotated[tuple[ZonePattern, ...], Field(description="zones left out of these")]
Value = Annotated[Expression, Field(description=EXPRESSION)]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a reading gives: rows, and what a row looks like when there is nothing in it.

    `withheld` are the notes whose texts must stay out of the summary, as too few answers must.
    `worded` tells that rows may hold words of the product, in the language of the report.
    """

    rows: list[Row]
    blank: Row = field(default_factory=dict)
    withheld: frozenset[int] = frozenset()
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """What a reading may draw on: the board, the lists before it, and expressions."""

    view: View
    lists: Mapping[str, Listed]
    evaluate: Callable[[str], Any]


A = TypeVar("A", bound=Arguments)


@dataclass(frozen=True, slots=True)
class Reading(Generic[A]):
    """A general reading.

    `gives` names the fields of each row and says what they hold; `order` says how rows are sorted.
    `counts_dots` names the zones whose own dots it counts, so that they are not taken for loose,
    `clusters` those whose notes it puts together, and whether by equal texts too.
    """

    name: str
    about: str
    arguments: type[A]
    make: Callable[[A, Sources], Listed]
    gives: Mapping[str, str]
    order: str = ""
    counts_dots: Callable[[A, View], list[str]] | None = None
    clusters: Callable[[A, View], dict[str, bool]] | None = None
