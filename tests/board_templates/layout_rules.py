"""What holds for every plan, whatever the method: the rules of layout as one list of findings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from board_templates.geometry import Box
from board_templates.metrics import block_height, note_holds
from board_templates.plan import ItemKind, Phase, Plan, PlannedItem, Role
from board_templates.preview.colours import contrast as contrast_of
from board_templates.rich_text import paragraphs
from board_templates.typeface import missing_glyphs

FRAME_GAP = 200
READABLE = 4.5
"""The contrast that WCAG 2.1 asks for at level AA, whatever the size of the letters."""

NOTE_HEIGHT = 1.15
TABLE_NOTE = 160
WITHOUT_NOTES = {"dot", "text", "chrome"}
PILED = {Role.BLANK, Role.DOT}


def broken_rules(plan: Plan) -> list[str]:
    """Return a sentence for each place where a plan breaks a rule of layout."""
    rules = (keys, frames, within, overlaps, texts, notes, doubles, zones, room, contrast)
    return [finding for rule in rules for finding in rule(plan)]


def keys(plan: Plan) -> Iterator[str]:
    """Keys are unique and lead somewhere."""
    items = [item.key for item in plan.items]
    if len(set(items)) != len(items):
        yield "two items share a key"
    if len({zone.key for zone in plan.zones}) != len(plan.zones):
        yield "two zones share a key"
    frames_known = {frame.key for frame in plan.frames}
    for zone in plan.zones:
        if zone.shape_key not in items:
            yield f"{zone.key} names a shape that isn't there: {zone.shape_key}"
        if zone.frame not in frames_known:
            yield f"{zone.key} lies in no frame"


def frames(plan: Plan) -> Iterator[str]:
    """Frames stand apart and in reading order of the first row."""
    for one, other in combinations(plan.frames, 2):
        if one.box.gap(other.box) < FRAME_GAP:
            yield f"{one.key} and {other.key} stand closer than {FRAME_GAP}"


def within(plan: Plan) -> Iterator[str]:
    """Everything lies in its frame, seeded notes in their zone."""
    boxes = {frame.key: frame.box for frame in plan.frames}
    zone_boxes = {zone.key: zone.box for zone in plan.zones}
    for item in plan.items:
        if item.frame is not None and not boxes[item.frame].contains(item.box, 0.01):
            yield f"{item.key} sticks out of its frame"
        of_zone = zone_boxes.get(item.zone or "")
        if (
            of_zone is not None
            and item.role is not Role.DOT
            and not of_zone.contains(item.box, 0.01)
        ):
            yield f"{item.key} sticks out of {item.zone}"


def overlaps(plan: Plan) -> Iterator[str]:
    """Within a phase nothing overlaps but the copies of a pile."""
    groups: dict[tuple[str | None, Phase], list[PlannedItem]] = defaultdict(list)
    for item in plan.items:
        groups[item.frame, item.phase].append(item)
    for group in groups.values():
        for one, other in combinations(group, 2):
            piled = one.role is other.role and one.role in PILED
            if not piled and one.box.inset(0.01).overlaps(other.box.inset(0.01)):
                yield f"{one.key} and {other.key} overlap"


def texts(plan: Plan) -> Iterator[str]:
    """A shape's text fits the shape, and the font has every character."""
    for item in plan.items:
        if missing := missing_glyphs(item.text):
            yield f"{item.key} has characters the font lacks: {missing}"
        if item.kind is ItemKind.SHAPE and item.role is not Role.DOT:
            needed = block_height(paragraphs(item.content), item.box.width, item.style.font_size)
            if needed > item.box.height + 0.01:
                yield f"the text of {item.key} needs {needed:.0f}, has {item.box.height:.0f}"


def notes(plan: Plan) -> Iterator[str]:
    """The text of a seeded note fits it."""
    for item in plan.items:
        if item.kind is ItemKind.NOTE and item.text:
            shape = "rectangle" if item.style.shape == "rectangle" else "square"
            if not note_holds(item.text, item.box.width, shape):
                yield f"the text of {item.key} overflows its note of {item.box.width:.0f}"


def doubles(plan: Plan) -> Iterator[str]:
    """No two items of a frame are equal in kind, text and place."""
    seen: set[tuple[str | None, ItemKind, str, Box]] = set()
    for item in plan.items:
        mark = (item.frame, item.kind, item.text, item.box)
        if mark in seen:
            yield f"{item.key} is there twice"
        seen.add(mark)


def zones(plan: Plan) -> Iterator[str]:
    """Zones of a frame share no area; each is drawn inside what is read."""
    drawn = {item.key: item.box for item in plan.items}
    for one, other in combinations(plan.zones, 2):
        if one.frame == other.frame and one.box.inset(0.01).overlaps(other.box.inset(0.01)):
            yield f"{one.key} and {other.key} share an area"
    for zone in plan.zones:
        if zone.shape_key in drawn and not zone.box.contains(drawn[zone.shape_key], 0.01):
            yield f"{zone.key} is drawn larger than it is read"


def room(plan: Plan) -> Iterator[str]:
    """Every zone has room for the notes it was made for, laid side by side."""
    tables = {zone.frame for zone in plan.zones if zone.row is not None}
    for zone in plan.zones:
        if zone.colour in WITHOUT_NOTES or not zone.holds:
            continue
        in_table = zone.row is not None
        side = min(plan.note_size, TABLE_NOTE) if zone.frame in tables else plan.note_size
        beside = max(1, math.floor((zone.box.width - 40) / side))
        rows = math.ceil(zone.holds / beside)
        needed = (60 if in_table else 120) + rows * NOTE_HEIGHT * side
        if zone.box.height + 0.01 < needed:
            yield f"{zone.key} needs {needed:.0f} for {zone.holds}, has {zone.box.height:.0f}"


def contrast(plan: Plan) -> Iterator[str]:
    """Every text of a shape reads on its own fill, or on what lies under it."""
    fills = [item for item in plan.items if item.kind is ItemKind.SHAPE and item.style.fill]
    for item in plan.items:
        if not item.text or item.kind is ItemKind.NOTE:
            continue
        for fill in _grounds(item, fills):
            ratio = contrast_of(item.style.ink, fill)
            if ratio < READABLE:
                yield f"{item.key}: {item.style.ink} on {fill} has a contrast of {ratio:.1f}"


def _grounds(item: PlannedItem, fills: list[PlannedItem]) -> set[str]:
    """Return its own fill; without one those of the zones it lies on, else the frame's white."""
    if item.style.fill:
        return {item.style.fill}
    under = {
        other.style.fill
        for other in fills
        if other.phase < item.phase and other.frame == item.frame and other.box.overlaps(item.box)
    }
    return {fill for fill in under if fill} or {"#ffffff"}
