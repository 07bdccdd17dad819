"""What the placers look at: the items of the board and the plan, in every language known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from board_templates.plan import Plan, PlannedFrame, PlannedItem, PlannedZone, Role
from harvest.content import folded
from harvest.items import LiveItem, frames_among
from harvest.placing.wordings import UNKNOWN, masked


@dataclass(frozen=True)
class Scene:
    """A board and the plan it is to be recognised by.

    `twins` are the same plan in other languages: same keys, other words. `placed_by` is the
    ledger. `footer` is the item the plan was read from, where the plan came from the board.
    `elsewhere` holds the ids of what other workshops made here; it is never taken for ours.
    """

    items: tuple[LiveItem, ...]
    plan: Plan
    twins: Sequence[Plan] = ()
    placed_by: Mapping[str, str] | None = None
    footer: str | None = None
    elsewhere: Collection[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, LiveItem]:
        """The items by their ids."""
        return {item.id: item for item in self.items}

    @cached_property
    def frames(self) -> tuple[LiveItem, ...]:
        """The frames of the board that may be ours, as people read."""
        ours = (item for item in self.items if item.id not in self.elsewhere)
        return frames_among(ours)

    @cached_property
    def planned_frames(self) -> Mapping[str, PlannedFrame]:
        """The planned frames by key."""
        return {frame.key: frame for frame in self.plan.frames}

    @cached_property
    def planned_items(self) -> Mapping[str, PlannedItem]:
        """The planned items by key, those of unknown text among them."""
        return {item.key: item for item in (*self.plan.items, *self.plan.awaited)}

    @cached_property
    def planned_zones(self) -> Mapping[str, PlannedZone]:
        """The planned zones by key."""
        return {zone.key: zone for zone in self.plan.zones}

    @cached_property
    def zone_of_shape(self) -> Mapping[str, PlannedZone]:
        """The planned zones by the key of the shape that draws them."""
        return {zone.shape_key: zone for zone in self.plan.zones}

    @cached_property
    def titles(self) -> Mapping[str, frozenset[str]]:
        """The titles of each planned frame in every language, folded."""
        return _wordings((frame.key, frame.title) for plan in self._plans for frame in plan.frames)

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The texts of each planned item in every language, folded; without the empty ones."""
        return _wordings((item.key, item.text) for plan in self._plans for item in plan.items)

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """The lines of each planned item in every language."""
        lines: dict[str, list[str]] = {}
        for item in (item for plan in self._plans for item in plan.items):
            lines.setdefault(item.key, []).extend(item.text.splitlines())
        return {key: tuple(filter(None, found)) for key, found in lines.items()}

    @cached_property
    def labels(self) -> Mapping[str, frozenset[str]]:
        """The labels of each planned zone in every language, folded; by zone key."""
        return _wordings((zone.key, zone.label) for plan in self._plans for zone in plan.zones)

    @cached_property
    def patterns(self) -> Mapping[str, frozenset[str]]:
        """The texts of each planned item in every language, masked, unknown words in them."""
        return {key: frozenset(masked(text) for text in texts) for key, texts in self.words.items()}

    def texts_of_roles(self, *roles: Role) -> frozenset[str]:
        """Return the folded texts of all planned items of these roles, in every language."""
        keys = (item.key for item in self.plan.items if item.role in roles)
        return frozenset(text for key in keys for text in self.words.get(key, ()))

    @cached_property
    def zone_lines(self) -> Mapping[str, tuple[str, ...]]:
        """What of its label and prompt each zone's own shape says, in every language; by zone key.

        A table says them in the head: a “4” typed under the head “4” is an answer.
        """
        lines: dict[str, list[str]] = {}
        for plan in self._plans:
            said = {item.key: item.text.splitlines() for item in plan.items}
            for zone in plan.zones:
                own = (zone.label, *zone.prompt.splitlines())
                there = said.get(zone.shape_key, own)
                lines.setdefault(zone.key, []).extend(line for line in own if line in there)
        return {key: tuple(filter(None, found)) for key, found in lines.items()}

    @property
    def _plans(self) -> tuple[Plan, ...]:
        return (self.plan, *self.twins)


def _wordings(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, text in pairs:
        words = folded(text)
        if words and words != UNKNOWN:
            found.setdefault(key, set()).add(words)
    return {key: frozenset(words) for key, words in found.items()}
