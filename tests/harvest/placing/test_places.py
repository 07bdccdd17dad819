"""Which zone holds a point, on the edges above all."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedFrame, PlannedZone
from harvest.placed import LiveFrame, LiveZone
from harvest.placing.places import Places

FRAME = Box(0.0, 0.0, 1000.0, 1000.0)


def zone(key: str, box: Box) -> LiveZone:
    planned = PlannedZone(key, key, "F1", key, "", box, "light_yellow", f"{key}/zone")
    return LiveZone(planned, box, 0.0)


def places(*zones: LiveZone) -> Places:
    frame = LiveFrame(PlannedFrame("F1", "F1", "Raam", FRAME), FRAME, "1")
    return Places({"F1": frame}, zones, (), reach=160.0)


def test_no_hairline_is_left_between_zones_side_by_side() -> None:
    left = zone("left", Box(0.0, 0.0, 299.9999999999999, 400.0))
    right = zone("right", Box(300.0, 0.0, 300.0, 400.0))
    assert places(left, right).zone_at(Point(299.99999999999994, 200.0)) in {"left", "right"}


@pytest.mark.parametrize(
    "point", [Point(0.0, 0.0), Point(300.0, 10.0), Point(10.0, 400.0), Point(300.0, 400.0)]
)
def test_what_lies_on_the_edge_of_a_zone_lies_in_it(point: Point) -> None:
    assert places(zone("only", Box(0.0, 0.0, 300.0, 400.0))).zone_at(point) == "only"


def test_an_edge_shared_by_two_belongs_to_the_one_that_begins_there() -> None:
    left = zone("left", Box(0.0, 0.0, 300.0, 400.0))
    right = zone("right", Box(300.0, 0.0, 300.0, 400.0))
    assert places(left, right).zone_at(Point(300.0, 10.0)) == "right"


def test_what_lies_beside_a_zone_lies_in_none() -> None:
    assert places(zone("only", Box(0.0, 0.0, 300.0, 400.0))).zone_at(Point(300.5, 10.0)) is None
