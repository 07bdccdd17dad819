"""Where an item is and how large it is."""

from __future__ import annotations

from dataclasses import dataclass

from miro_client.bodies.wire import JsonObject, given


@dataclass(frozen=True, slots=True)
class Position:
    """The item's centre in dp, from the board's centre, or from the parent's top left corner."""

    x: float
    y: float

    def wire(self) -> JsonObject:
        """Both numbers: Miro takes 0 for one that is missing."""
        return {"x": self.x, "y": self.y}


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Size in dp and rotation in degrees clockwise.

    Sticky notes, images and embeds take one side only; texts take no height.
    """

    width: float | None = None
    height: float | None = None
    rotation: float | None = None

    def wire(self) -> JsonObject:
        """The numbers that are set."""
        return given({"width": self.width, "height": self.height, "rotation": self.rotation})


def place(position: Position | None, geometry: Geometry | None, parent: str | None) -> JsonObject:
    """The three fields every item has in common."""
    return {
        "position": position.wire() if position else None,
        "geometry": geometry.wire() if geometry else None,
        "parent": {"id": parent} if parent is not None else None,
    }
