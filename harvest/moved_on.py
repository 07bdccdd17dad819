"""Which zones people have worked their notes out of, as far as colours tell (methods, 2.9)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from harvest.placed import BoardReading, LiveZone

_ANY = "any"
_NO_COLOURS = frozenset({_ANY, "text", "dot", "carrier", "chrome"})


class MovedOn:
    """Tells it of one board.

    Without a checkpoint the colour of a note is all that tells where it was written: in a later
    frame, in a zone that takes every colour, it stands for the zone it came from.
    """

    def __init__(self, reading: BoardReading) -> None:
        self._reading = reading

    def out_of(self, zone: LiveZone) -> bool:
        """Tell whether notes lie further on that may have been written in this zone."""
        found = self._colours_after(zone.plan.frame)
        if zone.plan.colour == _ANY:
            return not found.isdisjoint(self._own_colours(zone.plan.frame))
        return zone.plan.colour in found & self._own_colours(zone.plan.frame)

    def _own_colours(self, frame: str) -> frozenset[str]:
        """Return the colours that stand for one zone of a frame only."""
        zones = self._reading.zones.values()
        colours = [zone.plan.colour for zone in zones if zone.plan.frame == frame]
        return frozenset(one for one in colours if colours.count(one) == 1) - _NO_COLOURS

    def _colours_after(self, frame: str) -> frozenset[str]:
        order = list(self._reading.frames)
        if frame not in order:
            return frozenset()
        return _joined(self._colours.get(key, ()) for key in order[order.index(frame) + 1 :])

    @cached_property
    def _colours(self) -> dict[str, set[str]]:
        """The colours of notes in zones that take every colour, by frame."""
        found: dict[str, set[str]] = {}
        for note in self._reading.notes:
            zone = self._reading.zones.get(note.zone or "")
            if zone is not None and zone.plan.colour == _ANY and note.colour:
                found.setdefault(zone.plan.frame, set()).add(note.colour)
        return found


def _joined(sets: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(one for some in sets for one in some)
