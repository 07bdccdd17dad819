"""`clusters`: notes that belong together, zone by zone."""

from __future__ import annotations

from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row, View


class ClustersArguments(Arguments):
    """In which zones; with `same_text` notes that say the same are together wherever they lie."""

    zones: Patterns
    but: But = ()
    same_text: bool = False


def _make(arguments: ClustersArguments, sources: Sources) -> Listed:
    view = sources.view
    zones = view.zones(arguments.zones, arguments.but)
    rows: list[Row] = []
    for zone in zones:
        grouped = view.clusters[zone.plan.key]
        notes = view.notes_of(zone.plan.key)
        rows.append(
            {
                "name": zone.plan.id.partition(".")[2],
                "zone": zone.plan.key,
                "frame": zone.plan.frame,
                "label": view.label(zone),
                "bindings": dict(zone.plan.bindings),
                "clusters": list(grouped.clusters),
                "ungrouped": list(grouped.ungrouped),
                "notes": [row["no"] for row in notes],
                "titles": [row["no"] for row in notes if row["title"]],
                "texts": {row["no"]: row["text"] for row in notes},
                "votes_of": {row["no"]: row["votes"] for row in notes},
                "votes": sum(row["votes"] for row in notes),
            }
        )
    return Listed(rows, _BLANK)


_BLANK: Row = {
    **dict.fromkeys(("name", "zone", "frame", "label")),
    "bindings": {},
    "clusters": [],
    "ungrouped": [],
    "notes": [],
    "titles": [],
    "texts": {},
    "votes_of": {},
    "votes": 0,
}


def _clustered_zones(arguments: ClustersArguments, view: View) -> dict[str, bool]:
    zones = view.zones(arguments.zones, arguments.but)
    return {zone.plan.key: arguments.same_text for zone in zones}


READING = Reading(
    name="clusters",
    about=(
        "One row for each zone: its notes put together by Miro group, overlap, title note and "
        "closeness; with `same_text` by equal texts too."
    ),
    arguments=ClustersArguments,
    make=_make,
    gives={
        "name": "the zone's own name (`practical` of `F2.practical`)",
        "zone": "key of the zone",
        "frame": "key of its frame",
        "label": "what the zone is called",
        "bindings": "what a generated zone stands for",
        "clusters": "`no`, `name`, `from`, `notes`, `size`, `votes` of each, by votes, then size",
        "ungrouped": "numbers of the notes that are in none, by votes",
        "notes": "numbers of all its notes",
        "titles": "numbers of the title notes among them",
        "texts": "their texts, by number",
        "votes_of": "their votes, by number",
        "votes": "their votes together",
    },
    order="in the order of the plan",
    clusters=_clustered_zones,
)
