"""What the zones and frames of a board are called in the language of the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from board_templates.plan import Plan
from harvest.placed import BoardReading
from harvest.summary import Lang


@dataclass(frozen=True)
class BoardLabels:
    """Labels of zones, titles of frames and what the plan wrote into zones, by their keys.

    `frame_of` is the frame of each zone.
    """

    zones: Mapping[str, str] = field(default_factory=dict)
    frames: Mapping[str, str] = field(default_factory=dict)
    prefilled: Mapping[str, str] = field(default_factory=dict)
    frame_of: Mapping[str, str | None] = field(default_factory=dict)

    def told(self, zone: str) -> str:
        """Return what a zone is called; one that other frames have too, with its frame's title."""
        label, title = self.zones[zone], self.frames.get(self.frame_of.get(zone) or "")
        alone = len(self._frames_with[label]) == 1
        return label if alone or not title else f"{label} ({title})"

    @cached_property
    def _frames_with(self) -> Mapping[str, set[str | None]]:
        found: dict[str, set[str | None]] = defaultdict(set)
        for key, label in self.zones.items():
            found[label].add(self.frame_of.get(key))
        return found


def board_labels(reading: BoardReading, plans: Sequence[Plan | None], lang: Lang) -> BoardLabels:
    """Return the labels of the plan that is in `lang`; without one those of the board itself."""
    wanted = next((plan for plan in plans if plan is not None and plan.lang == lang), None)
    zones = {key: zone.plan.label for key, zone in reading.zones.items()}
    frames = {key: frame.plan.title for key, frame in reading.frames.items()}
    frame_of = {key: zone.plan.frame for key, zone in reading.zones.items()}
    prefilled = {key: zone.plan.prefilled for key, zone in reading.zones.items()}
    if wanted is not None:
        zones |= {zone.key: zone.label for zone in wanted.zones}
        frames |= {frame.key: frame.title for frame in wanted.frames}
        prefilled |= {zone.key: zone.prefilled for zone in wanted.zones}
    return BoardLabels(zones, frames, prefilled, frame_of)
