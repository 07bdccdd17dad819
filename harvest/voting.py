"""Dots that vote: those that left their tray, with what they say and what they touch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from board_templates.geometry import Box, Point
from harvest.dots import REACH, Target, Targets, number_of, sign_of
from harvest.judging import Judged, JudgedBoard
from harvest.placed import Aside, PlacedDot, PlacedNote, Source
from harvest.trays import Trays

_DOTS_ONLY: Final = "dot"


def voting_dots(
    judged: JudgedBoard, notes: Iterable[PlacedNote], colours: Mapping[str, str]
) -> tuple[PlacedDot, ...]:
    """Return the dots outside every tray, in the order of the listing.

    A dot in a cell made for dots belongs to a note only if that note lies in the cell too. Text
    typed into a zone is no note to put a dot on: the zone counts it.

    Args:
        judged: The board.
        notes: The numbered notes.
        colours: The name of the colour of each sign.
    """
    voting = tuple(_out_of_trays(judged))
    if not voting:
        return ()
    size = judged.board.note_size
    reach = REACH * size + 1  # a pixel more: places on a board are sums of fractions
    across = _Across((centre.x for _, centre in voting), reach)
    targets = Targets(
        (
            Target(note.no, note.box, note.zone)
            for note in notes
            if across.any_at(note.box) and _can_be_voted_on(note)
        ),
        size,
    )
    return tuple(_placed_dot(one, centre, judged, targets, colours) for one, centre in voting)


class _Across:
    """How far right dots lie: most boards have far more notes than dots, and most are at none."""

    def __init__(self, places: Iterable[float], reach: float) -> None:
        self._places = sorted(places)
        self._reach = reach

    def any_at(self, box: Box) -> bool:
        """Tell whether a dot lies above, on or below a box, at whatever height."""
        first = bisect_left(self._places, box.x - self._reach)
        return first < len(self._places) and self._places[first] <= box.right + self._reach


def _can_be_voted_on(note: PlacedNote) -> bool:
    return note.source is not Source.SHAPE_TEXT and note.box.area > 0


def _out_of_trays(judged: JudgedBoard) -> Iterator[tuple[Judged, Point]]:
    trays = Trays(judged.board)
    for one in judged.items:
        centre = one.item.centre
        if one.verdict.aside is not Aside.DOT or centre is None or one.place.elsewhere:
            continue
        practising = judged.rules.is_practice(judged.board.zone_id(one.place.zone))
        if not practising and not trays.hold(one.place.frame, centre):
            yield one, centre


def _placed_dot(
    one: Judged, centre: Point, judged: JudgedBoard, targets: Targets, colours: Mapping[str, str]
) -> PlacedDot:
    item, place = one.item, one.place
    zone = judged.board.zones.get(place.zone or "")
    cell = place.zone if zone and zone.plan.colour == _DOTS_ONLY else None
    return PlacedDot(
        id=item.id,
        sign=sign_of(item, colours),
        centre=centre,
        frame=place.frame,
        zone=place.zone,
        note=targets.under(centre, only_in=cell),
        author=None if one.verdict.planned else item.raw.created_by,
        number=number_of(item),
    )
