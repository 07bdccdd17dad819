"""Outlines of shapes as points in a unit square, and the rest by the nearest simple form."""

from __future__ import annotations

import math

Point = tuple[float, float]


def _regular(corners: int, turn: float = -90.0) -> tuple[Point, ...]:
    angles = [math.radians(turn + 360 * i / corners) for i in range(corners)]
    return tuple((0.5 + math.cos(a) / 2, 0.5 + math.sin(a) / 2) for a in angles)


def _star() -> tuple[Point, ...]:
    angles = [math.radians(-90 + 36 * i) for i in range(10)]
    return tuple(
        (
            0.5 + math.cos(a) * (0.5 if i % 2 == 0 else 0.2),
            0.5 + math.sin(a) * (0.5 if i % 2 == 0 else 0.2),
        )
        for i, a in enumerate(angles)
    )


POLYGONS: dict[str, tuple[Point, ...]] = {
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rhombus": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.2, 0), (1, 0), (0.8, 1), (0, 1)),
    "trapezoid": ((0.2, 0), (0.8, 0), (1, 1), (0, 1)),
    "pentagon": _regular(5),
    "hexagon": ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    "octagon": _regular(8, -67.5),
    "star": _star(),
    "cross": (
        (0.33, 0),
        (0.67, 0),
        (0.67, 0.33),
        (1, 0.33),
        (1, 0.67),
        (0.67, 0.67),
        (0.67, 1),
        (0.33, 1),
        (0.33, 0.67),
        (0, 0.67),
        (0, 0.33),
        (0.33, 0.33),
    ),
    "right_arrow": ((0, 0.25), (0.6, 0.25), (0.6, 0), (1, 0.5), (0.6, 1), (0.6, 0.75), (0, 0.75)),
    "left_arrow": ((1, 0.25), (0.4, 0.25), (0.4, 0), (0, 0.5), (0.4, 1), (0.4, 0.75), (1, 0.75)),
    "left_right_arrow": (
        (0, 0.5),
        (0.25, 0),
        (0.25, 0.25),
        (0.75, 0.25),
        (0.75, 0),
        (1, 0.5),
        (0.75, 1),
        (0.75, 0.75),
        (0.25, 0.75),
        (0.25, 1),
    ),
    "flow_chart_decision": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "flow_chart_merge": ((0, 0), (1, 0), (0.5, 1)),
}
ELLIPSES = {"circle", "flow_chart_connector", "flow_chart_or", "flow_chart_summing_junction"}
ROUNDED = {"round_rectangle", "flow_chart_terminator", "cloud", "wedge_round_rectangle_callout"}
