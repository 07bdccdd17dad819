"""`themes`: clusters of all zones, and single notes with votes, in one ranking."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from harvest.readings.base import Arguments, Listed, ListName, Reading, Sources
from harvest.view import Row


class ThemesArguments(Arguments):
    """Which list of `clusters`."""

    rows: ListName = Field(alias="list")


def _make(arguments: ThemesArguments, sources: Sources) -> Listed:
    given = sources.lists[arguments.rows].rows
    found = [theme for zone in given for theme in (*_clusters(zone), *_singles(zone))]
    found.sort(key=lambda theme: (-theme["votes"], -theme["size"]))
    return Listed(found, _BLANK)


def _clusters(zone: Row) -> Iterator[Row]:
    for cluster in zone["clusters"]:
        texts = (zone["texts"][no] for no in cluster["notes"])
        name = cluster["name"] or next((text for text in texts if text), None)
        numbers = [*cluster["from"], *cluster["notes"]]
        yield _theme(zone, name, numbers, cluster["size"], cluster["votes"])


def _singles(zone: Row) -> Iterator[Row]:
    for no in zone["ungrouped"]:
        if votes := zone["votes_of"][no]:
            yield _theme(zone, zone["texts"][no], [no], 1, votes)


def _theme(zone: Row, name: str | None, numbers: list[int], size: int, votes: int) -> Row:
    return {
        "column": zone["name"],
        "label": zone["label"],
        "zone": zone["zone"],
        "name": name,
        "from": numbers,
        "size": size,
        "votes": votes,
    }


_BLANK: Row = {
    **dict.fromkeys(("column", "label", "zone", "name")),
    "from": [],
    "size": 0,
    "votes": 0,
}

READING = Reading(
    name="themes",
    about=(
        "The clusters of a list of `clusters` and those of its single notes that have votes, all "
        "zones together. A cluster without a title goes by its note with the most votes."
    ),
    arguments=ThemesArguments,
    make=_make,
    gives={
        "column": "the own name of its zone",
        "label": "what the zone is called",
        "zone": "key of the zone",
        "name": "title of the cluster, or text of the note; null when it is kept out",
        "from": "numbers of its title notes and notes",
        "size": "how many notes it has",
        "votes": "their votes together",
    },
    order="by votes, then size, then in the order of the plan",
)
