"""Everything on the board as it is by now, and what a harvest must make of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from board_templates.geometry import Box, Point
from board_templates.plan import ItemKind, Plan, PlannedItem, Role
from workshops.crowd.ground import Ground, Secrecy
from workshops.crowd.truth import Counted
from workshops.crowd.words import Said


class Sort(StrEnum):
    """What a thing is made of."""

    NOTE = "note"
    CARD = "card"
    TEXT = "text"
    SHAPE = "shape"
    DOT = "dot"
    DRAWING = "unsupported"
    IMAGE = "image"
    FRAME = "frame"


_KINDS: Mapping[ItemKind, Sort] = {
    ItemKind.NOTE: Sort.NOTE,
    ItemKind.CARD: Sort.CARD,
    ItemKind.TEXT: Sort.TEXT,
    ItemKind.SHAPE: Sort.SHAPE,
}


_NEVER: Mapping[Role | None, str] = {Role.DOT: "dot", Role.FOOTER: "chrome"}


@dataclass(slots=True)
class Thing:
    """Something on the board.

    `said` is what it says, null as long as it says what was planned, or nothing. `added` is what
    people typed under that. `seed` tells that it says what some seed says, `stays` that nobody
    deletes it.
    """

    name: str
    sort: Sort
    box: Box
    planned: PlannedItem | None = None
    said: Said | None = None
    added: list[Said] = field(default_factory=list)
    seed: bool = False
    tags: set[str] = field(default_factory=set)
    due: date | None = None
    assigned: bool = False
    grouped: bool = False
    stays: bool = False

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.box.centre

    @property
    def role(self) -> Role | None:
        """Why it is on the board, null for what people made."""
        return self.planned.role if self.planned else None

    def put(self, centre: Point) -> None:
        """Move it."""
        self.box = Box.around(centre, self.box.width, self.box.height)


def planned_things(plan: Plan) -> Iterator[Thing]:
    """Yield what stands on the board before anybody comes."""
    for frame in plan.frames:
        yield Thing(frame.key, Sort.FRAME, frame.box)
    for item in plan.items:
        sort = Sort.DOT if item.role is Role.DOT else _KINDS[item.kind]
        yield Thing(item.key, sort, item.box, item)


class Judge:
    """Says what must become of each thing, by the rules on roles, places and privacy."""

    def __init__(self, plan: Plan, ground: Ground, secrecy: Secrecy) -> None:
        self._ground = ground
        self._secrecy = secrecy
        self._zone_of_shape = {zone.shape_key: zone for zone in plan.zones}
        self._columns = [
            zone.key for zone in ground.zones.values() if secrecy.spec.rules_of(zone.id).by_colour
        ]

    def fate(self, thing: Thing) -> Counted | str:
        """Return how a thing counts, or the reason it is set aside for."""
        if thing.sort is Sort.FRAME:
            return "frame"
        if thing.planned is None:
            return self._made(thing)
        if thing.role in _NEVER:
            return _NEVER[thing.role]
        if thing.planned.key in self._zone_of_shape or thing.role is Role.CHROME:
            return self._shape(thing)
        if thing.role is Role.CARRIER:
            return self._counted(thing, "note")
        return self._seed(thing)

    def practising(self, thing: Thing) -> bool:
        """Tell whether a thing lies in the corner for trying things out."""
        places = self._ground.places_at(thing.centre)
        return all(self._secrecy.practises(zone) for zone, _ in places)

    def _made(self, thing: Thing) -> Counted | str:
        if self.practising(thing):
            return "practice"
        if thing.sort in {Sort.DOT, Sort.DRAWING, Sort.IMAGE}:
            return thing.sort.value
        if not thing.seed and (thing.said is None or not thing.said.plain):
            return "blank" if thing.sort in {Sort.NOTE, Sort.CARD} else "other"
        return "duplicate_of_seed" if thing.seed else self._counted(thing, "note")

    def _seed(self, thing: Thing) -> Counted | str:
        """Judge a prompt, an example or a blank; untouched it is what it was."""
        if thing.seed:
            return "duplicate_of_seed"
        if thing.said is None and not thing.added:
            return str(thing.role)
        if thing.said is not None and not thing.said.plain:
            return "blank"
        if self.practising(thing):
            return "practice"
        return self._counted(thing, "note" if thing.role is Role.BLANK else "edited_seed")

    def _shape(self, thing: Thing) -> Counted | str:
        zone = self._zone_of_shape.get(thing.name)
        if not thing.added and thing.role is not Role.CARRIER:
            return "chrome"
        if self._secrecy.practises(zone):
            return "practice"
        if zone is None:
            return self._counted(thing, "shape_text")
        hidden = self._secrecy.hides(zone, self._ground.frames[zone.frame].id, ())
        text = None if hidden else "\n".join(said.plain for said in thing.added)
        known = thing.role is not Role.CARRIER
        texts = {text, None} if self._secrecy.may_withhold(zone) else {text}
        return Counted(
            zones=frozenset({zone.key}),
            texts=frozenset(texts) if known else None,
            source="shape_text",
        )

    def _counted(self, thing: Thing, source: str) -> Counted:
        known = thing.said is not None and not thing.added
        centre = thing.centre
        coloured = self._ground.told_by_colour(centre, self._columns)
        return Counted(
            zones=self._ground.zones_at(centre) | (coloured if thing.sort is Sort.NOTE else set()),
            texts=frozenset(self._texts(thing)) if known else None,
            source=source,
            due=thing.due,
            assigned=thing.assigned,
        )

    def _texts(self, thing: Thing) -> Iterator[str | None]:
        said = thing.said
        if said is None or said.private or "private" in thing.tags:
            yield None
            return
        for zone, frame in self._ground.places_at(thing.centre):
            if self._secrecy.may_withhold(zone):
                yield None
            yield None if self._secrecy.hides(zone, frame, thing.tags) else said.plain
