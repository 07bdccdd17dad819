"""The only translation from plan to calls. Pure: it says what to send, others send it.

Children of a frame are placed from its top-left corner, everything else from the board's centre;
every style field is set that Miro sets otherwise than its document says (borderOpacity,
fillOpacity, alignment, font).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from board_templates.geometry import Point
from board_templates.plan import ItemKind, Plan, PlannedFrame, PlannedItem, PlannedLink, PlannedTag
from board_templates.plan import Phase as DrawingPhase
from miro_client.bodies.connectors import ConnectorBody, ConnectorEnd, ConnectorStyle
from miro_client.bodies.items import (
    CardBody,
    FrameBody,
    FrameStyle,
    ItemBody,
    ShapeBody,
    ShapeStyle,
    StickyNoteBody,
    StickyNoteStyle,
    TextBody,
    TextStyle,
)
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody
from workshops.progress import Phase

BULK = 20  # Miro takes no more in one call
FONT = "noto_sans"
WHITE = "#ffffff"
INK = "#1a1a1a"
BOARD_KEY = "board"
FRAME_LINK = "frame:"

CREDITS = {"create_board": 500, "create_tag": 50, "attach_tag": 50}
OTHER_CREDITS = 100


class Operation(StrEnum):
    """A call that changes a board, by its name in the ledger."""

    BOARD = "create_board"
    FRAME = "create_frame"
    ITEMS = "create_items"
    CONNECTOR = "create_connector"
    TAG = "create_tag"
    ATTACH = "attach_tag"


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One call to send: its operation and the planned keys it carries, in order."""

    operation: Operation
    keys: tuple[str, ...]

    @property
    def credits(self) -> int:
        """What the call costs; bulk costs by the item."""
        return CREDITS.get(self.operation, OTHER_CREDITS) * len(self.keys)


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """Calls that may be sent side by side, once the phase before is done."""

    phase: Phase
    calls: tuple[PlannedCall, ...]

    @property
    def pieces(self) -> int:
        """How many planned keys the phase carries."""
        return sum(len(call.keys) for call in self.calls)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the bodies need to know of the board: its address, the plan's origin, made frames."""

    url: str
    origin: Point
    frames: Mapping[str, str]


DRAWING = {
    DrawingPhase.ZONES: Phase.ZONES,
    DrawingPhase.TEXTS: Phase.TEXTS,
    DrawingPhase.NOTES: Phase.NOTES,
    DrawingPhase.DOTS: Phase.DOTS,
}


def tag_key(tag: PlannedTag) -> str:
    """Return the ledger's key of a tag."""
    return f"tag:{tag.id}"


def attach_key(item: PlannedItem, tag: PlannedTag) -> str:
    """Return the ledger's key of a tag on an item."""
    return f"attach:{tag.id}:{item.key}"


def item_keys(plan: Plan) -> tuple[str, ...]:
    """Return the keys of everything that will stand in the board's listing."""
    return (*(frame.key for frame in plan.frames), *(item.key for item in plan.items))


def phases(plan: Plan, settled: Collection[str] = ()) -> tuple[PlannedPhase, ...]:
    """Return what is left to send, phase by phase; `settled` keys need no call any more."""
    drawn = [
        _phase(
            phase,
            _bulk(item.key for item in plan.items if item.phase == drawing),
            settled,
        )
        for drawing, phase in DRAWING.items()
    ]
    every = [
        _phase(Phase.FRAMES, _singly(Operation.FRAME, [f.key for f in plan.frames]), settled),
        *drawn,
        _phase(Phase.LINKS, _singly(Operation.CONNECTOR, [k.key for k in plan.links]), settled),
        _phase(Phase.TAGS, _singly(Operation.TAG, map(tag_key, plan.tags)), settled),
        _phase(Phase.TAGS, _singly(Operation.ATTACH, _attachments(plan)), settled),
    ]
    return tuple(phase for phase in every if phase.calls)


def _phase(phase: Phase, calls: Iterable[PlannedCall], settled: Collection[str]) -> PlannedPhase:
    waiting: list[PlannedCall] = []
    bulk: list[str] = []
    for call in calls:
        left = tuple(key for key in call.keys if key not in settled)
        if call.operation is Operation.ITEMS:
            bulk.extend(left)
        elif left:
            waiting.append(PlannedCall(call.operation, left))
    return PlannedPhase(phase, (*waiting, *_bulk(bulk)))


def _bulk(keys: Iterable[str]) -> list[PlannedCall]:
    every = list(keys)
    return [
        PlannedCall(Operation.ITEMS, tuple(every[start : start + BULK]))
        for start in range(0, len(every), BULK)
    ]


def _singly(operation: Operation, keys: Iterable[str]) -> list[PlannedCall]:
    return [PlannedCall(operation, (key,)) for key in keys]


def _attachments(plan: Plan) -> list[str]:
    by_title = {tag.title: tag for tag in plan.tags}
    return [
        attach_key(item, by_title[title])
        for item in plan.items
        for title in item.tags
        if title in by_title
    ]


def frame_body(frame: PlannedFrame, ground: Ground) -> FrameBody:
    """Return the call that makes a frame."""
    box = frame.box.moved(ground.origin.x, ground.origin.y)
    return FrameBody(
        title=frame.title,
        format="custom",
        type="freeform",
        style=FrameStyle(fill_color=WHITE),
        position=Position(box.centre.x, box.centre.y),
        geometry=Geometry(width=box.width, height=box.height),
    )


def item_body(
    item: PlannedItem, plan_frames: Mapping[str, PlannedFrame], ground: Ground
) -> ItemBody:
    """Return the call, or the part of a bulk call, that makes an item."""
    position, parent = place(item, plan_frames, ground)
    content = linked(item, ground)
    if item.kind is ItemKind.NOTE:
        return _note(item, content, position, parent)
    if item.kind is ItemKind.TEXT:
        return _text(item, content, position, parent)
    if item.kind is ItemKind.CARD:
        return _card(item, content, position, parent)
    return _shape(item, content, position, parent)


def linked(item: PlannedItem, ground: Ground) -> str:
    """Return an item's content, wrapped in its link; a link to a frame leads to it on the board."""
    address = item.link
    if address and address.startswith(FRAME_LINK):
        target = ground.frames.get(address.removeprefix(FRAME_LINK))
        address = f"{ground.url}?moveToWidget={target}" if target else None
    if not address:
        return item.content
    return f'<a href="{_attribute(address)}">{item.content}</a>'


def _attribute(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def place(
    item: PlannedItem, frames: Mapping[str, PlannedFrame], ground: Ground
) -> tuple[Position, str | None]:
    """Return an item's centre, from its frame's top-left corner, and the frame's id."""
    centre = item.box.centre
    if item.frame is None:
        return Position(centre.x + ground.origin.x, centre.y + ground.origin.y), None
    corner = frames[item.frame].box
    return Position(centre.x - corner.x, centre.y - corner.y), ground.frames[item.frame]


def _note(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    shape = "rectangle" if item.style.shape == "rectangle" else "square"
    return StickyNoteBody(
        content=content,
        shape=shape,
        style=StickyNoteStyle(
            fill_color=item.style.fill or "light_yellow",
            text_align="center",
            text_align_vertical="middle",
        ),
        position=position,
        geometry=Geometry(width=item.box.width),
        parent=parent,
    )


def _text(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    return TextBody(
        content=content,
        style=TextStyle(
            color=item.style.ink,
            fill_color=WHITE,
            fill_opacity=0.0,
            font_family=FONT,
            font_size=item.style.font_size,
            text_align=item.style.align,
        ),
        position=position,
        geometry=Geometry(width=item.box.width),
        parent=parent,
    )


def _card(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    return CardBody(
        title=content,
        position=position,
        geometry=Geometry(width=item.box.width, height=item.box.height),
        parent=parent,
    )


def _shape(item: PlannedItem, content: str, position: Position, parent: str | None) -> ItemBody:
    style = item.style
    return ShapeBody(
        content=content,
        shape=style.shape,
        style=ShapeStyle(
            fill_color=style.fill or WHITE,
            fill_opacity=1.0 if style.fill else 0.0,
            border_color=style.border or INK,
            border_opacity=1.0 if style.border else 0.0,
            border_style="normal",
            border_width=style.border_width,
            color=style.ink,
            font_family=FONT,
            font_size=style.font_size,
            text_align=style.align,
            text_align_vertical=style.valign,
        ),
        position=position,
        geometry=Geometry(width=item.box.width, height=item.box.height),
        parent=parent,
    )


def connector_body(link: PlannedLink, items: Mapping[str, str]) -> ConnectorBody:
    """Return the call that draws a line between two made items."""
    return ConnectorBody(
        start=ConnectorEnd(id=items[link.start], snap_to="auto"),
        end=ConnectorEnd(id=items[link.end], snap_to="auto"),
        shape="curved",
        style=ConnectorStyle(
            stroke_color=INK,
            stroke_style="normal",
            stroke_width=2.0,
            start_stroke_cap="none",
            end_stroke_cap="stealth",
        ),
    )


def tag_body(tag: PlannedTag) -> TagBody:
    """Return the call that makes a tag."""
    return TagBody(title=tag.title, fill_color=tag.colour)


def cost(plan: Plan) -> tuple[int, int]:
    """Return how many calls a whole board takes, and how many credits."""
    board = PlannedCall(Operation.BOARD, (BOARD_KEY,))
    calls: Sequence[PlannedCall] = [board, *(call for part in phases(plan) for call in part.calls)]
    return len(calls), sum(call.credits for call in calls)
