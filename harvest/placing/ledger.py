"""The first placer: the ledger says which item was made of which planned one."""

from __future__ import annotations

from collections.abc import Mapping

from harvest.placing.scene import Scene


def by_ledger(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the ledger's entries whose item is still there and whose key the plan knows."""
    return {
        item: key
        for item, key in (scene.placed_by or {}).items()
        if item not in known and item in scene.by_id and _is_planned(scene, key)
    }


def known_before_cutting(scene: Scene) -> Mapping[str, str]:
    """Return what was known of items whose text was cut since, and cannot be matched again."""
    ledger = scene.placed_by or {}
    return {
        item.id: removed.key
        for item in scene.items
        if (removed := item.raw.removed) is not None
        and removed.key is not None
        and item.id not in ledger
        and _is_planned(scene, removed.key)
    }


def _is_planned(scene: Scene, key: str) -> bool:
    return key in scene.planned_items or key in scene.planned_frames
