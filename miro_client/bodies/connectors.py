"""Bodies of connectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from miro_client.bodies.wire import JsonObject, Style, given


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorEnd:
    """The item a connector ends at, which can't be a frame.

    Give `position` as percentages from the item's top left (`("100%", "50%")`) or `snap_to`
    (auto, top, right, bottom, left), not both.
    """

    id: str
    position: tuple[str, str] | None = None
    snap_to: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        position = {"x": self.position[0], "y": self.position[1]} if self.position else None
        return given({"id": self.id, "position": position, "snapTo": self.snap_to})


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Text on a connector: at most 200 characters; `position` a percentage of its length."""

    content: str
    position: str | None = None
    text_align_vertical: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        return given(
            {
                "content": self.content,
                "position": self.position,
                "textAlignVertical": self.text_align_vertical,
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorStyle(Style):
    """Look of a connector; colours are hex, sizes in dp."""

    color: str | None = None
    font_size: float | None = None
    start_stroke_cap: str | None = None
    end_stroke_cap: str | None = None
    stroke_color: str | None = None
    stroke_style: str | None = None
    stroke_width: float | None = None
    text_orientation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorBody:
    """A connector; both ends are required to create one, and must differ."""

    start: ConnectorEnd | None = None
    end: ConnectorEnd | None = None
    shape: str | None = None
    captions: Sequence[Caption] | None = None
    style: ConnectorStyle | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        captions = None if self.captions is None else [one.wire() for one in self.captions]
        return given(
            {
                "startItem": self.start.wire() if self.start else None,
                "endItem": self.end.wire() if self.end else None,
                "shape": self.shape,
                "captions": captions,
                "style": self.style.wire() if self.style else None,
            }
        )
