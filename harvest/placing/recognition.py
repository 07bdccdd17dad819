"""The chain of placers: which planned frame or item an item of the board is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from harvest.placed import MatchedBy
from harvest.placing.footer import by_footer
from harvest.placing.geometry import by_geometry
from harvest.placing.ledger import by_ledger, known_before_cutting
from harvest.placing.scene import Scene
from harvest.placing.seeded import by_seeds
from harvest.placing.titles import by_text

Placer = Callable[[Scene, Mapping[str, str]], Mapping[str, str]]
"""Given the scene and what is known, returns more: plan keys by item id, nothing known again."""

PLACERS: Final[tuple[tuple[MatchedBy, Placer], ...]] = (
    (MatchedBy.LEDGER, by_ledger),
    (MatchedBy.FOOTER, by_footer),
    (MatchedBy.TEXT, by_text),
    (MatchedBy.GEOMETRY, by_geometry),
)


@dataclass(frozen=True)
class Recognition:
    """What is known of a board: `keys` are plan keys by item id, `ids` the other way round.

    `by` is the first placer that knew a frame or a zone; `certain` holds the keys that the ledger
    knew, whose planned places can be trusted.
    """

    by: MatchedBy
    keys: Mapping[str, str]
    certain: frozenset[str]

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """Item ids by plan key."""
        return {key: item for item, key in self.keys.items()}


def recognise(scene: Scene) -> Recognition:
    """Ask the placers one after another; what one knows the next ones leave alone."""
    by = MatchedBy.NONE
    keys = dict(known_before_cutting(scene))
    certain: frozenset[str] = frozenset()
    for name, placer in PLACERS:
        more = placer(scene, keys)
        keys.update(more)
        if name is MatchedBy.LEDGER:
            certain = frozenset(more.values())
        if by is MatchedBy.NONE and any(_is_place(scene, key) for key in more.values()):
            by = name
    keys.update(by_seeds(scene, keys))
    return Recognition(by, keys, certain)


def _is_place(scene: Scene, key: str) -> bool:
    return key in scene.planned_frames or key in scene.zone_of_shape
