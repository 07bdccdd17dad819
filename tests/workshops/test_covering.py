"""Backgrounds that are drawn late hide nothing that lies there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from board_templates.geometry import Box
from board_templates.plan import ItemKind, Phase, Role
from harvest.items import LiveItem, live_items
from harvest.snapshot import Snapshot, SnapshotBoard, SnapshotItem
from tests.workshops.plans import note, plan, shape
from workshops.covering import backgrounds, cleared, covering

PLAN = plan(
    (
        shape("Z1", box=Box(20, 20, 400, 200)),
        shape("Z2", box=Box(500, 20, 400, 200)),
        shape("D1", phase=Phase.DOTS, role=Role.DOT, box=Box(900, 700, 24, 24)),
        note("B1", x=100.0),
    )
)


def there(*items: tuple[str, str, float, float, float]) -> tuple[LiveItem, ...]:
    """Give items as id, type, centre and width."""
    kept = tuple(
        SnapshotItem(
            id=name,
            type=kind,
            position={"x": x, "y": y},
            geometry={"width": width, "height": width},
        )
        for name, kind, x, y, width in items
    )
    board = SnapshotBoard(id="b")
    return live_items(Snapshot(board=board, taken_at=datetime.now(UTC), items=kept))


def test_only_shapes_of_ours_that_nobody_moves_are_backgrounds() -> None:
    assert backgrounds(PLAN, ()) == {"Z1", "Z2"}
    assert backgrounds(PLAN, {"Z1"}) == {"Z2"}


@pytest.mark.parametrize(
    ("item", "made"),
    [
        (("7", "sticky_note", 220.0, 120.0, 100.0), {}),
        (("7", "shape", 220.0, 120.0, 24.0), {"D1": "7"}),
        (("7", "sticky_note", 220.0, 120.0, 100.0), {"B1": "7"}),
    ],
)
def test_what_people_wrote_or_moved_keeps_a_background_clear(
    item: tuple[str, str, float, float, float], made: dict[str, str]
) -> None:
    assert covering(PLAN, made, there(item), {"Z1", "Z2"}) == {"Z1"}
    assert covering(PLAN, made, there(item), {"Z2"}) == frozenset()


def test_frames_and_other_backgrounds_are_no_reason() -> None:
    lying = there(("1", "frame", 500.0, 400.0, 900.0), ("2", "shape", 220.0, 120.0, 90.0))
    assert covering(PLAN, {"F1": "1", "Z1": "2"}, lying, {"Z2"}) == frozenset()


def test_a_frame_takes_its_backgrounds_along() -> None:
    frame = ("1", "frame", 500.0 + 5_000, 400.0, 1_000.0)
    lying = there(frame, ("7", "sticky_note", 5_220.0, 20.0, 50.0))
    assert covering(PLAN, {"F1": "1"}, lying, {"Z1"}) == {"Z1"}


def test_clear_means_no_fill_and_nothing_else() -> None:
    drawn = {item.key: item for item in cleared(PLAN, {"Z1"}).items}
    assert drawn["Z1"].style.fill is None
    assert drawn["Z2"].style.fill == "#eeeeee"
    assert drawn["Z1"].kind is ItemKind.SHAPE
