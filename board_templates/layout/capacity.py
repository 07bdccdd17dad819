"""How many notes a zone must hold, and how high it must be for that."""

from __future__ import annotations

import re
from math import ceil

from board_templates.board_spec import CAPACITY
from board_templates.layout import markup
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, LinkDraft, ZoneDraft
from board_templates.layout.emblems import room_under_text
from board_templates.layout.flow import drawn_width, flow, places_taken, room_below
from board_templates.layout.sizes import (
    DOT_PLACE,
    INSET,
    LABEL,
    LOOSENESS,
    NOTE_HEIGHT,
    SMALL_FONT,
    TABLE_NOTE,
)

_ZONE_EDGES = 2 * INSET
_CELL_EDGES = 60
_TEXT_EDGES = 120
_TEXT_LINE = 36
_CHARACTER = 12
_TEXT_MARGIN = 80
_LEAST_DOTS = 15


class Capacity:
    """Answers for the zones of one board."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def base(self, frame: FrameDraft) -> int:
        """Return the side of a note in a frame."""
        note = self._context.note
        return min(note, TABLE_NOTE) if frame.table is not None else note

    def notes(self, frame: FrameDraft, zone: ZoneDraft, width: float) -> int:
        """Return how many notes or dots a zone of this width must hold."""
        rule = _parsed(zone.npp)
        base = self.base(frame)
        extra = places_taken(zone.seeds, base, drawn_width(width)) + zone.stack
        if rule["count"]:
            count = int(rule["count"])
            return max(count, extra) if zone.row is not None else count + extra
        if rule["dots"] or rule["fixed"]:
            return int(rule["fixed"] or max(_LEAST_DOTS, self._context.people))
        return self._by_people(rule, frame) + extra

    def _by_people(self, rule: dict[str, str | None], frame: FrameDraft) -> int:
        if rule["each"]:
            return frame.people
        per = float(rule["per"] or 0)
        return ceil(round(per * self._heads(rule["of"], frame), 6))

    def _heads(self, of: str | None, frame: FrameDraft) -> int:
        if of is None:
            return frame.people
        name = "groups" if of == "/g" else "tables"
        return ceil(self._context.people / int(frame.scope[name]))

    def height(self, frame: FrameDraft, zone: ZoneDraft, width: float) -> float:
        """Return the height that the box of a zone of this width needs."""
        if zone.row is not None:
            return self._cell_height(frame, zone, width)
        head = self.head(zone, width)
        stated = max(self._stated(frame, zone, width, head), self._typed(zone, width))
        head += room_under_text(zone, drawn_width(width), self.base(frame))
        return max(stated, head + self._seeded(frame, zone, width) + _ZONE_EDGES)

    def head(self, zone: ZoneDraft, width: float) -> float:
        """Return the height that the own text of a zone of this width takes."""
        needed = markup.height(zone.block, drawn_width(width), zone.font)
        return needed if zone.row is not None else max(float(LABEL), needed)

    def _stated(self, frame: FrameDraft, zone: ZoneDraft, width: float, head: float) -> float:
        """Return the height by the rule of capacity; people never pack notes tightly."""
        rule = _parsed(zone.npp)
        count = 0 if rule["text"] else self.notes(frame, zone, width)
        if not count:
            return head + _ZONE_EDGES
        packed = rule["each"] or rule["auto"] or zone.strip
        loose = 1.0 if packed else LOOSENESS
        base = self.base(frame)
        rows = ceil(loose * count / side_by_side(width, base))
        return head + _ZONE_EDGES + rows * NOTE_HEIGHT * base

    def _typed(self, zone: ZoneDraft, width: float) -> float:
        """Return the height for the characters that will be typed, or are there already."""
        rule = _parsed(zone.npp)
        if not rule["text"]:
            return 0.0
        in_line = max(1, int((width - _TEXT_MARGIN) // _CHARACTER))
        return _TEXT_EDGES + _TEXT_LINE * ceil(int(rule["text"]) / in_line)

    def _seeded(self, frame: FrameDraft, zone: ZoneDraft, width: float) -> float:
        base = self.base(frame)
        room = drawn_width(width)
        return room_below(flow(zone.seeds, base, room), base, room, stack=zone.stack)

    def _cell_height(self, frame: FrameDraft, zone: ZoneDraft, width: float) -> float:
        body = self.head(zone, width)
        seeded = flow(zone.seeds, self.base(frame), drawn_width(width)).height
        content = max(self._cell_content(frame, zone, width), seeded + _CELL_EDGES)
        link = link_height(zone.link, drawn_width(width)) if zone.link else 0.0
        return max(body + content if body else content, self._typed(zone, width)) + link

    def _cell_content(self, frame: FrameDraft, zone: ZoneDraft, width: float) -> float:
        rule = _parsed(zone.npp)
        if rule["text"] or zone.colour == "chrome":
            return float(_ZONE_EDGES)
        count = self.notes(frame, zone, width)
        if rule["dots"] or rule["fixed"]:
            return ceil(count / side_by_side(width, DOT_PLACE)) * DOT_PLACE + _CELL_EDGES
        base = self.base(frame)
        rows = ceil(count / side_by_side(width, base))
        return rows * NOTE_HEIGHT * base + _CELL_EDGES


def link_height(link: LinkDraft, width: float) -> float:
    """Return the height of a link's text drawn with this width."""
    return markup.height(markup.paragraphs(link.title), width, SMALL_FONT)


def takes_text(zone: ZoneDraft) -> bool:
    """Tell whether people read or type longer texts in the zone itself."""
    typed = _parsed(zone.npp)["text"] or zone.prefilled
    return bool(typed) or zone.colour in {"chrome", "text"}


def typed_characters(zone: ZoneDraft) -> int:
    """Return for how many typed characters a zone has room."""
    return int(_parsed(zone.npp)["text"] or 0)


def side_by_side(width: float, base: int) -> int:
    """Return how many notes stand beside each other in a box of this width; at least one."""
    return max(1, int((width - 2 * INSET) // base))


def _parsed(npp: str) -> dict[str, str | None]:
    found = re.fullmatch(CAPACITY, npp)
    if found is None:
        raise ValueError(npp)
    return found.groupdict()
