"""The first placer: the ledger says which item was made of which planned one."""

from __future__ import annotations

from collections.abc import Mapping

from harvest.placing.scene import Scene


def by_ledger(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the ledger's entries whose item is still there and whose key the plan knows.

    A text that was cut carries the key it was known by, since its words cannot be matched again.
    """
    ledger = {item.id: item.raw.removed.key for item in scene.items if item.raw.removed is not None}
    ledger.update(scene.placed_by or {})
    return {
        item: key
        for item, key in ledger.items()
        if key is not None and item not in known and item in scene.by_id and _planned(scene, key)
    }


def _planned(scene: Scene, key: str) -> bool:
    return key in scene.planned_items or key in scene.planned_frames
