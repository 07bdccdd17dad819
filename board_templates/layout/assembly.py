"""Puts a measured frame together: its zones, texts, notes and dots in their places."""

from __future__ import annotations

from collections.abc import Sequence

from board_templates.geometry import Box
from board_templates.layout import pieces
from board_templates.layout.capacity import Capacity, link_height
from board_templates.layout.colours import head_style, text_style, zone_style
from board_templates.layout.context import Context
from board_templates.layout.drafts import ColumnDraft, FrameDraft, LinkDraft, SeedDraft, ZoneDraft
from board_templates.layout.emblems import emblem
from board_templates.layout.flow import flow, stack_boxes
from board_templates.layout.growth import CHROME_EDGE, TITLE, FrameSize, heads_height
from board_templates.layout.header import header_items
from board_templates.layout.markup import paragraphs
from board_templates.layout.pieces import Pieces
from board_templates.layout.sizes import INSET, MARGIN, SMALL_FONT
from board_templates.plan import Phase, PlannedFrame, PlannedItem, PlannedZone, Role, Style


class Assembly:
    """Puts the frames of one board together."""

    def __init__(self, context: Context, capacity: Capacity) -> None:
        self._context = context
        self._capacity = capacity

    def pieces(self, frame: FrameDraft, size: FrameSize) -> Pieces:
        """Return everything a frame holds, relative to its top left corner."""
        items = header_items(self._context, frame, size.width)
        zones = []
        awaited: list[PlannedItem] = []
        items.extend(self._chrome(frame, size))
        items.extend(_head_item(frame, column, size) for column in frame.columns)
        for draft in frame.all_zones:
            zone = self._zone(frame, draft, size)
            zones.append(zone)
            items.extend(self._zone_items(frame, draft, zone))
            if draft.awaits:
                awaited.extend(self._awaited(frame, draft, zone))
        return Pieces(_planned_frame(frame, size), tuple(zones), tuple(items), tuple(awaited))

    def _chrome(self, frame: FrameDraft, size: FrameSize) -> list[PlannedItem]:
        items = []
        for chrome in frame.chrome:
            area = _area(size, chrome.strip)
            box = area.part(*chrome.box)
            box = Box(box.x + CHROME_EDGE, box.y, box.width - 2 * CHROME_EDGE, box.height)
            link = chrome.link.address if chrome.link else None
            block = paragraphs(chrome.text)
            key = f"{frame.key}/{chrome.name}"
            items.append(pieces.text(key, box, block, chrome.font, frame=frame.key, link=link))
        return items

    def _zone(self, frame: FrameDraft, draft: ZoneDraft, size: FrameSize) -> PlannedZone:
        key = f"{frame.key}.{draft.name}"
        box = _zone_box(draft, size)
        return PlannedZone(
            key=key,
            id=draft.id,
            spec=draft.spec,
            frame=frame.key,
            label=draft.label,
            prompt=draft.prompt,
            box=box,
            colour=draft.colour,
            shape_key=f"{key}/zone",
            row=draft.row,
            column=draft.column,
            bindings=draft.bindings,
            prefilled=draft.prefilled,
            holds=self._capacity.notes(frame, draft, box.width),
        )

    def _zone_items(
        self, frame: FrameDraft, draft: ZoneDraft, zone: PlannedZone
    ) -> list[PlannedItem]:
        drawn = _drawn(draft, zone)
        carries = draft.origin is not None and bool(draft.prefilled)
        items = [
            pieces.shape(
                zone.shape_key,
                drawn,
                draft.block,
                _style(draft),
                frame=frame.key,
                zone=zone.key,
                role=Role.CARRIER if carries else Role.CHROME,
                phase=Phase.ZONES,
                origin=draft.origin,
            )
        ]
        items.extend(self._seeds(frame, draft, zone, draft.seeds))
        if draft.stack:
            items.extend(_stack(self._capacity.base(frame), zone, drawn))
        if draft.symbol:
            items.append(emblem(draft, zone, drawn, self._capacity.base(frame)))
        if draft.link is not None:
            items.append(_link(zone, drawn, draft.link))
        return items

    def _awaited(self, frame: FrameDraft, draft: ZoneDraft, zone: PlannedZone) -> list[PlannedItem]:
        """Return the seeds whose texts are unknown, where all seeds have their places."""
        known = {f"{zone.key}/{seed.what}" for seed in draft.seeds}
        sown = self._seeds(frame, draft, zone, draft.sown)
        return [item for item in sown if item.key not in known]

    def _seeds(
        self, frame: FrameDraft, draft: ZoneDraft, zone: PlannedZone, seeds: Sequence[SeedDraft]
    ) -> list[PlannedItem]:
        drawn = _drawn(draft, zone)
        head = self._capacity.head(draft, zone.box.width)
        seeded = flow(seeds, self._capacity.base(frame), drawn.width)
        top = drawn.y + (head if draft.block else INSET / 2)
        return [
            pieces.note(
                f"{zone.key}/{seed.what}",
                place.moved(drawn.x, top),
                seed.text,
                seed.role,
                colour=seed.colour,
                form=size.shape,
                frame=frame.key,
                zone=zone.key,
                origin=seed.origin,
            )
            for seed, place, size in zip(seeds, seeded.boxes, seeded.sizes, strict=True)
        ]


def _style(draft: ZoneDraft) -> Style:
    """Return how a zone looks; one that is only a title has no panel of its own."""
    if _is_bare(draft):
        return text_style(draft.font)
    return zone_style(draft.colour, draft.font, draft.emphasis)


def _is_bare(draft: ZoneDraft) -> bool:
    return draft.colour == "chrome" and draft.npp == "0" and draft.row is None


def _drawn(draft: ZoneDraft, zone: PlannedZone) -> Box:
    """Return where the shape of a zone is drawn; letters without a panel meet the panels below."""
    drawn = zone.box.inset(INSET)
    if not _is_bare(draft):
        return drawn
    return Box(zone.box.x + CHROME_EDGE, drawn.y, zone.box.width - 2 * CHROME_EDGE, drawn.height)


def _planned_frame(frame: FrameDraft, size: FrameSize) -> PlannedFrame:
    tray = frame.tray
    return PlannedFrame(
        key=frame.key,
        id=frame.spec.id,
        title=frame.title,
        box=Box(0.0, 0.0, float(size.width), size.height),
        number=frame.number,
        place=dict(frame.place),
        voting=tray.kind if tray else None,
        dots=tray.dots if tray else None,
        people=frame.people,
    )


def _area(size: FrameSize, strip: str | None) -> Box:
    """Return the strip, or what is left for boxes, within a frame."""
    if strip == "above":
        return Box(MARGIN, size.header + size.lead, size.work_width, size.above)
    if strip == "below":
        top = size.height - size.bottom - size.below
        return Box(MARGIN, top, size.work_width, size.below)
    return Box(MARGIN, size.boxes_top, size.work_width, size.boxes_height)


def _zone_box(draft: ZoneDraft, size: FrameSize) -> Box:
    area = _area(size, draft.strip)
    if draft.row is None:
        box = area.part(*draft.box)
        return box.moved(0.0, -size.above) if size.lead and draft.name == TITLE else box
    top = area.y + size.head + sum(size.rows[: draft.row - 1])
    x, _, width, _ = draft.box
    left = area.x + x * area.width
    return Box(left, top, width * area.width, size.rows[draft.row - 1])


def _head_item(frame: FrameDraft, column: ColumnDraft, size: FrameSize) -> PlannedItem:
    x, _, width, _ = column.box
    area = _area(size, None)
    tall = heads_height(frame, size.work_width)
    box = Box(
        area.x + x * area.width + INSET,
        area.y + size.head - INSET - tall,
        width * area.width - 2 * INSET,
        tall,
    )
    return pieces.shape(
        f"{frame.key}.{column.name}/head",
        box,
        paragraphs(column.label, column.prompt, bold_first=True),
        head_style(column.font),
        frame=frame.key,
        phase=Phase.ZONES,
    )


def _stack(base: int, zone: PlannedZone, drawn: Box) -> list[PlannedItem]:
    return [
        pieces.note(
            f"{zone.key}/stack{number}",
            box,
            "",
            Role.BLANK,
            colour=zone.colour,
            form="square",
            frame=zone.frame,
            zone=zone.key,
        )
        for number, box in enumerate(stack_boxes(drawn, base), 1)
    ]


def _link(zone: PlannedZone, drawn: Box, link: LinkDraft) -> PlannedItem:
    tall = link_height(link, drawn.width)
    box = Box(drawn.x, drawn.bottom - tall, drawn.width, tall)
    return pieces.text(
        f"{zone.key}/link",
        box,
        paragraphs(link.title),
        SMALL_FONT,
        frame=zone.frame,
        quiet=True,
        link=link.address,
    )
