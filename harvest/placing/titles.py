"""The third placer: frames by title and order, zones by label, the rest by its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from harvest.placing.frame_titles import frames_by_title
from harvest.placing.labels import zones_by_label
from harvest.placing.scene import Scene
from harvest.placing.tables import cells_under_heads
from harvest.placing.words import items_by_words

_STEPS: Final[tuple[Callable[[Scene, Mapping[str, str]], Mapping[str, str]], ...]] = (
    frames_by_title,
    zones_by_label,
    items_by_words,
    cells_under_heads,
)


def by_text(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return what titles, labels and texts tell in either language, frames first."""
    found: dict[str, str] = {}
    for step in _STEPS:
        found.update(step(scene, {**known, **found}))
    return found
