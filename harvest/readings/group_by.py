"""`group_by`: notes of the same name, or of the same anything, as one row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import Field

from board_templates.board_spec import Name
from harvest.content import folded
from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources
from harvest.view import Row
from harvest.votes import no_signs


class GroupByArguments(Arguments):
    """What is put together by which field, and only where `within` is the same too.

    `mean`, `spread` and `places` look at number fields.
    """

    rows: ListName = Field(alias="list")
    by: Name = "text"
    within: Name | None = None
    mean: tuple[Name, ...] = ()
    spread: tuple[Name, ...] = ()
    places: Name | None = None


def _make(arguments: GroupByArguments, sources: Sources) -> Listed:
    groups: dict[tuple[str, Any], list[Row]] = {}
    for row in sources.lists[arguments.rows].rows:
        value = row[arguments.by]
        if value is not None and value != "":
            apart = row[arguments.within] if arguments.within is not None else None
            groups.setdefault((folded(str(value)), apart), []).append(row)
    rows = [_group(arguments, key, members) for (key, _), members in groups.items()]
    return Listed(rows, _group(arguments, "", []))


def _group(arguments: GroupByArguments, key: str, members: list[Row]) -> Row:
    placed = [row for row in members if _on(row, arguments.places)]
    shown = (placed or members)[:1]
    return {
        "key": key,
        "text": shown[0][arguments.by] if shown else None,
        "no": members[0]["no"] if members else None,
        "members": members,
        "from": _flat(row["from"] for row in members),
        "attached": _flat(row["attached"] for row in members),
        "size": len(members),
        "places": len(placed) if arguments.places else 0,
        "votes": sum(row["votes"] for row in members),
        "signs": _summed(row["signs"] for row in members),
        "tags": list(dict.fromkeys(_flat(row["tags"] for row in members))),
        "mean": {name: _mean(members, name) for name in arguments.mean},
        "spread": {name: _spread(members, name) for name in arguments.spread},
    }


def _on(row: Row, field: str | None) -> bool:
    return field is not None and row[field] is not None


def _mean(members: list[Row], field: str) -> float | None:
    values = [row[field] for row in members if row[field] is not None]
    return sum(values) / len(values) if values else None


def _spread(members: list[Row], field: str) -> float | None:
    values = [row[field] for row in members if row[field] is not None]
    return max(values) - min(values) if len(values) > 1 else None


def _summed(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total = no_signs()
    for count in counts:
        for name, number in count.items():
            total[name] += number
    return total


def _flat(lists: Iterable[Iterable[Any]]) -> list[Any]:
    return [entry for entries in lists for entry in entries]


READING = Reading(
    name="group_by",
    about=(
        "One row for all notes of a list whose field is the same, case and spaces ignored. Notes "
        "without it (a private note has no text) are left out."
    ),
    arguments=GroupByArguments,
    make=_make,
    gives={
        "key": "the field as it was compared",
        "text": "the field as it is written, first on a note with a place",
        "no": "number of the first note",
        "members": "the notes",
        "from": "their numbers",
        "attached": "numbers of the remarks attached to them",
        "size": "how many they are",
        "places": "how many of them have the field `places`",
        "votes": "their votes together",
        "signs": "their signed dots together",
        "tags": "tags that any of them carries",
        "mean": "mean of each named field, null when none has it",
        "spread": "widest distance of each named field, null under two",
    },
    order="by the first note of each",
)
