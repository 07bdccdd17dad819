"""A board on which imagined people wrote, made of a plan alone, to try the rules of a method on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, cycle, islice
from typing import Any

from board_templates.geometry import Box
from board_templates.plan import ItemKind, Plan, PlannedItem, PlannedZone, Role
from harvest.snapshot import Snapshot, SnapshotBoard, SnapshotConnector, SnapshotItem

MOST_NOTES = 240  # enough for every zone of a usual board; a hostile one can't make more of them
EACH = 3  # notes in a zone
WORDS = (
    "Helistame partneritele @Mari 15.03.2030",
    "7",
    "Kas see sobib kõigile?",
    "Kirjutame kokkuvõtte",
)
SIDE, HIGH = 60.0, 69.0  # small, so that several lie in any cell
_SILENT = frozenset({"chrome", "dot", "carrier"})


@dataclass(frozen=True, slots=True)
class TrialBoard:
    """A board as it would be read, and which item was made of which planned one."""

    snapshot: Snapshot
    placed_by: Mapping[str, str]


@dataclass
class _Desk:
    """Collects what lies on the board."""

    plan: Plan
    at: datetime
    busy: bool
    items: list[dict[str, Any]] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def put(self, kind: str, box: Box, frame: str | None, **more: Any) -> str:  # noqa: ANN401  # Miro's objects
        number = str(len(self.items) + 1)
        raw = {
            "id": number,
            "type": kind,
            "position": {"x": box.centre.x, "y": box.centre.y, "relativeTo": "canvas_center"},
            "geometry": {"width": box.width, "height": box.height},
            "created_at": self.at,
            "created_by": "F",
            **more,
        }
        if frame is not None and frame in self.ids:
            raw["parent"] = {"id": self.ids[frame]}
        self.items.append(raw)
        return number

    def planned(self, key: str, number: str) -> None:
        self.known[number], self.ids[key] = key, number


def trial_board(
    plan: Plan, at: datetime, texts: Mapping[str, Sequence[str]], *, busy: bool
) -> TrialBoard:
    """Return a board with a note in every zone; a `busy` one has three, tags, votes and lines.

    `texts` are by zone key what people may have written there. The same plan gives the same board.
    """
    desk = _Desk(plan, at, busy)
    for frame in plan.frames:
        data = {"title": frame.title, "format": "custom"}
        desk.planned(frame.key, desk.put("frame", frame.box, None, data=data))
    notes = [*islice(_notes(plan, texts, EACH if busy else 1), MOST_NOTES)]
    typed = {zone.shape_key: text for zone, text, _ in notes if zone.colour == "text"}
    written = [_written(desk, note, n) for n, note in enumerate(notes) if note[0].colour != "text"]
    votes = _votes(desk, [box for _, box, _ in written]) if busy else {}
    for item in plan.items:
        _draw(desk, item, typed.get(item.key, ""), votes.get(item.key, item.box))
    pairs = zip(written[::7], written[1::7], strict=False) if busy else ()
    lines = [
        SnapshotConnector(id=f"line{n}", start=a, end=b)
        for n, ((a, *_), (b, *_)) in enumerate(pairs)
    ]
    return TrialBoard(
        Snapshot(
            board=SnapshotBoard(id="trial", owner="F"),
            taken_at=at,
            items=tuple(SnapshotItem.model_validate(raw) for raw in desk.items),
            connectors=tuple(lines),
        ),
        desk.known,
    )


def _notes(
    plan: Plan, texts: Mapping[str, Sequence[str]], each: int
) -> Iterator[tuple[PlannedZone, str, int]]:
    """Yield zone, text and number: a first note of every zone, then a second of every one."""
    zones = [zone for zone in plan.zones if zone.colour not in _SILENT]
    for number in range(each):
        for place, zone in enumerate(zones):
            said = chain(texts.get(zone.key, ()), islice(cycle(WORDS), place, None))
            yield zone, next(islice(said, number, None)), number


def _written(desk: _Desk, note: tuple[PlannedZone, str, int], n: int) -> tuple[str, Box, str]:
    """Put a note on the board; return its id, place and frame."""
    zone, text, number = note
    middle = zone.box.centre
    shift = (number - 1) * (SIDE + 4.0) if desk.busy else 0.0
    box = Box(middle.x + shift - SIDE / 2, middle.y - HIGH / 2, SIDE, HIGH)
    tags = desk.plan.tags if desk.busy and number else ()
    colour = zone.colour if zone.colour not in {"any", "text", ""} else "light_yellow"
    item = desk.put(
        "sticky_note",
        box,
        zone.frame,
        data={"content": f"<p>{text}</p>", "shape": "square"},
        style={"fillColor": colour},
        created_by=f"P{n % 5 + 1}",
        tags=(tags[n % len(tags)].title,) if tags else (),
    )
    return item, box, zone.frame


def _votes(desk: _Desk, notes: Sequence[Box]) -> Mapping[str, Box]:
    """Return where dots lie that were dragged to notes: every other one, one after another."""
    dots = [item for item in desk.plan.items if item.role is Role.DOT][::2]
    aims = notes[: len(dots)]
    return {
        dot.key: Box(aim.centre.x - 20, aim.centre.y - 20, 40, 40)
        for dot, aim in zip(dots, cycle(aims), strict=False)
    }


def _draw(desk: _Desk, item: PlannedItem, typed: str, box: Box) -> None:
    data = {"content": f"{item.content}<p>{typed}</p>" if typed else item.content}
    if item.kind is ItemKind.SHAPE:
        data["shape"] = item.style.shape
    style = {"fillColor": item.style.fill} if item.style.fill else {}
    number = desk.put(item.kind.value, box, item.frame, data=data, style=style)
    desk.planned(item.key, number)
