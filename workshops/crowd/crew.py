"""The people of a workshop, and the board as they leave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from board_templates.geometry import Box, Point
from board_templates.plan import Plan, PlannedZone, Role
from board_templates.shared_texts import SharedTexts
from workshops import rehearsal
from workshops.crowd.ground import SAYS_NOTHING, Ground, Secrecy
from workshops.crowd.spots import Spots
from workshops.crowd.things import Sort, Thing
from workshops.crowd.words import Said, said
from workshops.free_room import NOTE_RATIO
from workshops.rehearsal import At, Step

COLOURS = ("light_yellow", "light_green", "light_pink", "light_blue", "violet", "yellow", "red")
AT_ONCE = 20


class Crew:
    """The people of a workshop, and the board as they leave it."""

    def __init__(
        self,
        *,
        plan: Plan,
        shared: SharedTexts,
        ground: Ground,
        secrecy: Secrecy,
        people: Sequence[str],
        things: dict[str, Thing],
        chance: Random,
    ) -> None:
        self.plan = plan
        self.ground = ground
        self.things = things
        self.chance = chance
        self.spots = Spots(ground, secrecy, chance)
        self.written = 0
        self._made = 0
        self._lost: set[str] = set()
        self._shared = shared
        self._people = people
        self._tray = {name for name, thing in things.items() if thing.role is Role.DOT}
        self._zones = {
            zone.shape_key: zone
            for zone in ground.zones.values()
            if things[zone.shape_key].role is Role.CHROME
        }

    def paste(self, count: int) -> Iterator[Step]:
        """Write many notes at once."""
        while count > 0:
            who = self.somebody()
            notes = tuple(self.note(who) for _ in range(min(AT_ONCE, count)))
            count -= len(notes)
            yield rehearsal.WritesTogether(who, 0.0, notes)

    def somebody(self) -> str:
        """Return whoever acts next."""
        return self.chance.choice(self._people)

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does in this share of all cases."""
        return self.chance.random() < share

    def words(self) -> Said:
        """Return what somebody might write."""
        return said(self.plan.lang, self.chance)

    def note(self, who: str, words: Said | None = None, *, seed: bool = False) -> rehearsal.Writes:
        """Write a note somewhere; without words an empty one."""
        zone = self.spots.zone()
        width = float(self.plan.note_size)
        spot = self.spots.anywhere(zone)
        chosen = words if words is not None or seed else self.words()
        thing = self.made(Sort.NOTE, spot, (width, width * NOTE_RATIO), chosen)
        thing.seed = seed
        self.written += 1
        text = chosen.content if chosen else ""
        colour = self._colour(zone)
        return rehearsal.Writes(who, 0.0, thing.name, text, at(spot), colour, width)

    def made(self, sort: Sort, spot: Point, size: tuple[float, float], words: Said | None) -> Thing:
        """Remember something new."""
        self._made += 1
        name = f"{sort.value} {self._made}"
        thing = Thing(name, sort, Box.around(spot, *size), said=words)
        self.things[name] = thing
        return thing

    def some(self, fits: Callable[[Thing], bool]) -> Thing | None:
        """Return something on the board that fits, null when there is nothing."""
        found = [thing for thing in self.things.values() if fits(thing)]
        return self.chance.choice(found) if found else None

    def seed_text(self) -> str | None:
        """Return what some seed on the board said to begin with, so that others may say it."""
        seed = self.some(lambda one: one.role in {Role.EXAMPLE, Role.PROMPT})
        if seed is None or seed.planned is None or not self.may_be_repeated(seed):
            return None
        return seed.planned.text

    def may_be_repeated(self, seed: Thing) -> bool:
        """Tell whether something may say what a seed said; then that seed stays on the board.

        When it is gone, what says the same could be taken for it, and rightly so.
        """
        text = seed.planned.text if seed.planned else ""
        if text in self._lost:
            return False
        for thing in self.things.values():
            if thing.planned is not None and thing.planned.text == text:
                thing.stays = True
        return True

    def tag_title(self, tag: str) -> tuple[str, str]:
        """Return a tag's title as somebody may write it, and its colour."""
        planned = {one.id: (one.title, one.colour) for one in self.plan.tags}
        titles = [*self._shared.tag_titles(tag).values()]
        title = self.chance.choice([*titles, titles[0].upper()])
        return planned.get(tag, (title, "gray")) if self.happens(0.5) else (title, "gray")

    def a_zone(self) -> PlannedZone | None:
        """Return a zone whose own shape is still there and holds no text of ours."""
        left = [zone for key, zone in self._zones.items() if key in self.things]
        return self.chance.choice(left) if left else None

    def a_dot(self) -> Thing | None:
        """Return a dot that still lies in its tray."""
        left = sorted(self._tray & self.things.keys())
        if not left:
            return None
        name = self.chance.choice(left)
        self._tray.discard(name)
        return self.things[name]

    def remove(self, thing: Thing) -> None:
        """Forget what is gone."""
        if thing.planned is not None:
            self._lost.add(thing.planned.text)
        del self.things[thing.name]

    def _colour(self, zone: PlannedZone) -> str:
        """Return the colour of a zone, as a rule; never one that means something by itself."""
        usual = zone.colour in SAYS_NOTHING | {"cyan", "orange"} or self.happens(0.2)
        return self.chance.choice(COLOURS) if usual else zone.colour


def is_note(thing: Thing) -> bool:
    """Tell whether a thing is a note somebody wrote, or one of ours to write on."""
    return thing.sort is Sort.NOTE and thing.role is not Role.CARRIER


def by_people(thing: Thing) -> bool:
    """Tell whether people made a thing."""
    return thing.planned is None and thing.sort is not Sort.FRAME


def at(spot: Point) -> At:
    """Return a point as a script has it."""
    return At(spot.x, spot.y)
