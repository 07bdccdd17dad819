"""The trays dots lie in before they vote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from board_templates.geometry import Box, Point
from board_templates.plan import Role
from harvest.placing.board import LiveBoard
from harvest.placing.inside import expected

_SLACK: Final = 4.0  # the offset of a pile


class Trays:
    """The area of each frame's tray on the board.

    Where the ledger knew the frame, the tray is where its dots were put. A plan read from a
    footer knows the height of the header, but not its width: there the tray is the whole band.
    """

    def __init__(self, board: LiveBoard) -> None:
        piles: dict[str, list[Box]] = defaultdict(list)
        for item in board.scene.plan.items:
            if item.role is Role.DOT and item.frame is not None and item.frame in board.frames:
                piles[item.frame].append(item.box)
        self._areas: Mapping[str, Box] = {
            frame: _area(board, frame, around(boxes)) for frame, boxes in piles.items()
        }

    def hold(self, frame: str | None, point: Point) -> bool:
        """Tell whether a point lies in the tray of its frame."""
        area = self._areas.get(frame or "")
        return area is not None and area.holds(point)


def around(boxes: list[Box]) -> Box:
    """Return the smallest box around some boxes."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _area(board: LiveBoard, key: str, piles: Box) -> Box:
    frame = board.frames[key]
    if key in board.known.certain:
        return expected(piles, frame.plan.box, frame.box).inset(-_SLACK)
    height = piles.bottom - frame.plan.box.y + _SLACK
    return Box(frame.box.x, frame.box.y, frame.box.width, height)
