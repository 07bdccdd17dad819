"""The second placer: the footer says which method and version the board was made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from board_templates.footer import read_footer_line
from board_templates.plan import Role
from harvest.items import SHAPE, TEXT, LiveItem
from harvest.placing.scene import Scene


def by_footer(scene: Scene, known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the footer of the plan's method and version, and the frame it stands in.

    That frame fixes which of several like workshops is meant; the others follow by their titles.
    """
    if any(key in scene.planned_frames for key in known.values()):
        return {}
    for item in _our_footers(scene):
        frame = _frame_around(scene, item)
        planned = _planned_footer(scene)
        if frame is not None and planned is not None:
            return {item.id: planned[0], frame.id: planned[1]}
    return {}


def footers(items: tuple[LiveItem, ...]) -> Iterator[tuple[LiveItem, str, int]]:
    """Yield every footer on the board with its method and version."""
    for item in items:
        said = read_footer_line(item.text) if item.type in {TEXT, SHAPE} else None
        if said is not None:
            yield item, said.method, said.version


def _our_footers(scene: Scene) -> Iterator[LiveItem]:
    for item, method, version in footers(scene.items):
        meant = item.id == scene.footer if scene.footer else item.id not in scene.elsewhere
        if meant and (method, version) == (scene.plan.method, scene.plan.version):
            yield item


def _planned_footer(scene: Scene) -> tuple[str, str] | None:
    """Return the keys of the planned footer and of its frame."""
    for item in scene.plan.items:
        if item.role is Role.FOOTER and item.frame is not None:
            return item.key, item.frame
    return None


def _frame_around(scene: Scene, item: LiveItem) -> LiveItem | None:
    centre = item.centre
    around = [
        frame
        for frame in scene.frames
        if frame.id == item.frame or (frame.box and centre and frame.box.holds(centre))
    ]
    around.sort(key=lambda frame: (frame.id != item.frame, frame.box.area if frame.box else 0.0))
    return around[0] if around else None
