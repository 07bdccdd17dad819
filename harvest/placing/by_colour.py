"""Notes of frames that worked without columns: there the colour of a note tells its zone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from board_templates.plan import Role
from harvest.items import STICKY, LiveItem
from harvest.placed import LiveZone, Reason
from harvest.placing.board import LiveBoard, Place
from harvest.rules import Rules

_NOT_WRITTEN: Final = frozenset({Role.EXAMPLE, Role.PROMPT})

Placed = tuple[LiveItem, Place]


def with_colours(board: LiveBoard, rules: Rules, placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return the items with their places, notes of frames without columns placed by colour.

    Only zones whose rules say `by_colour` take part. A frame worked without them when none of
    their shapes is left on the board, or when no note lies in them. A place that people gave by
    hand stays.
    """
    found = tuple(placed)
    columns = _columns(board, rules)
    if not columns:
        return found
    used = {place.zone for item, place in found if _is_written(board, item)}
    colours = {
        frame: _by_colour(zones)
        for frame, zones in columns.items()
        if all(zone.moved is None for zone in zones) or not used & {z.plan.key for z in zones}
    }
    keys = {zone.plan.key for zones in columns.values() for zone in zones}
    return tuple((item, _place(item, place, colours, keys)) for item, place in found)


def _columns(board: LiveBoard, rules: Rules) -> Mapping[str, list[LiveZone]]:
    """Return the zones whose notes may be told by colour, by their frames."""
    found: dict[str, list[LiveZone]] = defaultdict(list)
    for zone in board.zones.values():
        if rules.by_colour(zone.plan.id):
            found[zone.plan.frame].append(zone)
    return found


def _is_written(board: LiveBoard, item: LiveItem) -> bool:
    planned = board.planned(item)
    return (
        item.type == STICKY
        and not item.empty
        and (planned is None or planned.role not in _NOT_WRITTEN)
    )


def _by_colour(zones: Collection[LiveZone]) -> Mapping[str, str]:
    """Return zone keys by colour; a colour that two zones share tells nothing."""
    shared = Counter(zone.plan.colour for zone in zones)
    return {zone.plan.colour: zone.plan.key for zone in zones if shared[zone.plan.colour] == 1}


def _place(
    item: LiveItem, place: Place, colours: Mapping[str, Mapping[str, str]], keys: Collection[str]
) -> Place:
    outside = place.zone is None or place.zone in keys
    if item.type != STICKY or place.reason is Reason.ASSIGNED or not outside:
        return place
    zone = colours.get(place.frame or "", {}).get(item.colour or "")
    return place if zone is None else Place(zone, place.frame, Reason.NEAREST)
