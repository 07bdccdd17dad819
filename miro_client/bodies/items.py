"""Bodies of the items of a board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from miro_client.bodies.places import Geometry, Position, place
from miro_client.bodies.wire import JsonObject, Style, given, instant


class ItemBody(Protocol):
    """What can be created alone, and by twenties in one call."""

    kind: ClassVar[str]

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StickyNoteStyle(Style):
    """Look of a sticky note; `fill_color` is one of Miro's sixteen names, not hex."""

    fill_color: str | None = None
    text_align: str | None = None
    text_align_vertical: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StickyNoteBody:
    """A sticky note; `content` is HTML, `shape` is square or rectangle, `geometry` one side."""

    kind: ClassVar[str] = "sticky_note"

    content: str | None = None
    shape: str | None = None
    style: StickyNoteStyle | None = None
    position: Position | None = None
    geometry: Geometry | None = None
    parent: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        return given(
            {
                "data": given({"content": self.content, "shape": self.shape}),
                "style": self.style.wire() if self.style else None,
                **place(self.position, self.geometry, self.parent),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeStyle(Style):
    """Look of a shape; colours are hex, opacities 0 to 1, sizes in dp.

    Set opacities and alignment: Miro's defaults differ from its document.
    """

    fill_color: str | None = None
    fill_opacity: float | None = None
    border_color: str | None = None
    border_opacity: float | None = None
    border_style: str | None = None
    border_width: float | None = None
    color: str | None = None
    font_family: str | None = None
    font_size: float | None = None
    text_align: str | None = None
    text_align_vertical: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeBody:
    """A shape with HTML text in it; `shape` is its name, such as `round_rectangle`."""

    kind: ClassVar[str] = "shape"

    content: str | None = None
    shape: str | None = None
    style: ShapeStyle | None = None
    position: Position | None = None
    geometry: Geometry | None = None
    parent: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        return given(
            {
                "data": given({"content": self.content, "shape": self.shape}),
                "style": self.style.wire() if self.style else None,
                **place(self.position, self.geometry, self.parent),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle(Style):
    """Look of a text item; colours are hex, `font_size` in dp."""

    color: str | None = None
    fill_color: str | None = None
    fill_opacity: float | None = None
    font_family: str | None = None
    font_size: float | None = None
    text_align: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBody:
    """A text item; `content` is required to create one, and its height follows the text."""

    kind: ClassVar[str] = "text"

    content: str | None = None
    style: TextStyle | None = None
    position: Position | None = None
    geometry: Geometry | None = None
    parent: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        return given(
            {
                "data": given({"content": self.content}),
                "style": self.style.wire() if self.style else None,
                **place(self.position, self.geometry, self.parent),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStyle(Style):
    """Look of a card: its theme as hex."""

    card_theme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBody:
    """A card; `due_date` is an aware time, `assignee_id` a person's id in Miro."""

    kind: ClassVar[str] = "card"

    title: str | None = None
    description: str | None = None
    due_date: datetime | None = None
    assignee_id: str | None = None
    style: CardStyle | None = None
    position: Position | None = None
    geometry: Geometry | None = None
    parent: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields.

        Raises:
            InvalidArgument: the due date has no zone.
        """
        data = {
            "title": self.title,
            "description": self.description,
            "dueDate": instant(self.due_date),
            "assigneeId": self.assignee_id,
        }
        return given(
            {
                "data": given(data),
                "style": self.style.wire() if self.style else None,
                **place(self.position, self.geometry, self.parent),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameStyle(Style):
    """Look of a frame: its fill as hex; names are refused."""

    fill_color: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameBody:
    """A frame; `title` is plain text, and a frame lies on the board itself, never in another.

    `format` and `type` can only be `custom` and `freeform`, which are Miro's defaults.
    """

    kind: ClassVar[str] = "frame"

    title: str | None = None
    show_content: bool | None = None
    format: str | None = None
    type: str | None = None
    style: FrameStyle | None = None
    position: Position | None = None
    geometry: Geometry | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        data = {
            "title": self.title,
            "showContent": self.show_content,
            "format": self.format,
            "type": self.type,
        }
        return given(
            {
                "data": given(data),
                "style": self.style.wire() if self.style else None,
                **place(self.position, self.geometry, None),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageBody:
    """An image by its address, which Miro must be able to reach; `geometry` one side."""

    kind: ClassVar[str] = "image"

    url: str | None = None
    title: str | None = None
    alt_text: str | None = None
    position: Position | None = None
    geometry: Geometry | None = None
    parent: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        data = given({"url": self.url, "title": self.title, "altText": self.alt_text})
        return given({"data": data, **place(self.position, self.geometry, self.parent)})
