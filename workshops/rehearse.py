"""The verb: write the script of what people do on a board, from plan and example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from board_templates.geometry import Box, Point
from board_templates.plan import ItemKind, Plan, PlannedItem, PlannedZone, Role
from board_templates.shared_texts import SharedTexts
from workshops import rehearsal
from workshops.cast import person
from workshops.errors import OurFault
from workshops.example import Act, Example
from workshops.free_room import NOTE_RATIO, FreeRoom
from workshops.rehearsal import At, Named, Planned, Step, What

STEP_SECONDS = 20.0
DOT_SPACING = 42.0
DOTS_IN_A_ROW = 3
ZONE_EDGE = 60.0
BESIDE = 26.0
UNTAGGED_COLOUR = "gray"


def rehearse(
    shared: SharedTexts, plan: Plan, example: Example, *, facilitator: str
) -> tuple[Step, ...]:
    """Return what everybody does, in order; `plan` lies where the board's items do.

    Raises `OurFault` for an act that names what is not on the board.
    """
    return tuple(_Scene(shared, plan, facilitator).steps(example))


def writers(example: Example, facilitator: str) -> tuple[str, ...]:
    """Return everybody who does something, without the facilitator."""
    names = {person(str(act["who"]), facilitator) for act in example.acts if "who" in act}
    return tuple(sorted(names - {facilitator}))


class _Scene:
    """The board while the script is written: what lies where, and what it is called."""

    def __init__(self, shared: SharedTexts, plan: Plan, facilitator: str) -> None:
        self._shared = shared
        self._plan = plan
        self._facilitator = facilitator
        self._frames = {frame.key: frame for frame in plan.frames}
        self._zones = {zone.key: zone for zone in plan.zones}
        self._items = {item.key: item for item in plan.items}
        self._room = FreeRoom()
        self._boxes: dict[str, Box] = {}
        self._changed: dict[str, Planned] = {}
        self._dots: Counter[tuple[str, str]] = Counter()
        self._dots_on: Counter[str] = Counter()
        for item in plan.items:
            if item.kind is not ItemKind.SHAPE or item.role is Role.DOT:
                self._room.take(item.key, item.box)
        self._verbs: dict[str, Callable[[Act, float], Iterator[Step]]] = {
            "write": self._write,
            "card": self._card,
            "move": self._move,
            "colour": self._colour,
            "tag": self._tag,
            "dot": self._dot,
            "type": self._type,
            "copy": self._copy,
            "edit": self._edit,
            "connect": self._connect,
            "delete": self._delete,
        }

    def steps(self, example: Example) -> Iterator[Step]:
        """Write every act; a checkpoint is the facilitator's own and left out."""
        for number, act in enumerate(example.acts):
            verb = next((verb for verb in self._verbs if verb in act), None)
            if verb is not None:
                yield from self._verbs[verb](act, number * STEP_SECONDS)
            elif "checkpoint" not in act:
                raise OurFault(reason=f"example.yaml: act {number + 1} has no verb")

    # verbs

    def _write(self, act: Act, at: float) -> Iterator[Step]:
        zone = self._zones.get(str(act.get("in", "")))
        width = float(self._plan.note_size)
        name = str(act.get("as", f"note {at}"))
        where = self._where(act, zone, name, width, width * NOTE_RATIO)
        colour = str(act.get("colour") or _colour_of(zone))
        text = self._text(act["write"])
        yield rehearsal.Writes(self._who(act), at, name, text, where, colour, width)
        for tag in act.get("tags", ()):
            title, tag_colour = self._title(str(tag))
            yield rehearsal.Tags(self._who(act), at, Named(name), title, tag_colour)

    def _card(self, act: Act, at: float) -> Iterator[Step]:
        name = str(act.get("as", f"card {at}"))
        where = self._where(act, self._zones.get(str(act.get("in", ""))), name, 320.0, 60.0)
        due = f"{act['due']}T00:00:00Z" if act.get("due") else None
        told = act.get("assignee")
        assignee = person(str(told), self._facilitator) if told else None
        text = self._text(act["card"])
        yield rehearsal.WritesCard(self._who(act), at, name, text, where, due, assignee)

    def _move(self, act: Act, at: float) -> Iterator[Step]:
        what = str(act["move"])
        box = self._box(what)
        self._room.leave(what)
        target = {**act, "in": act["to"]}
        zone = self._zones.get(str(act["to"]))
        where = self._where(target, zone, what, box.width, box.height)
        yield rehearsal.Moves(self._who(act), at, self._what(what), where)
        if what in self._items:
            self._changed[what] = replace(self._planned(what), frame=self._title_at(what), nth=0)

    def _colour(self, act: Act, at: float) -> Iterator[Step]:
        what = self._what(str(act["colour"]))
        yield rehearsal.Colours(self._who(act), at, what, str(act["to"]))

    def _tag(self, act: Act, at: float) -> Iterator[Step]:
        title, colour = self._title(str(act["with"]))
        yield rehearsal.Tags(self._who(act), at, self._what(str(act["tag"])), title, colour)

    def _type(self, act: Act, at: float) -> Iterator[Step]:
        zone = self._zone(str(act["in"]))
        shape = self._what(zone.shape_key)
        text = self._text(act["type"])
        yield rehearsal.Types(self._who(act), at, shape, text)
        if isinstance(shape, Planned):
            said = "\n".join(filter(None, (shape.text, text)))
            self._changed[zone.shape_key] = replace(shape, text=said, nth=0)

    def _copy(self, act: Act, at: float) -> Iterator[Step]:
        source = str(act["copy"])
        box = self._box(source)
        name = str(act.get("as", f"copy {at}"))
        target = {**act, "in": act["to"]}
        where = self._where(target, self._zones.get(str(act["to"])), name, box.width, box.height)
        yield rehearsal.Copies(self._who(act), at, self._what(source), name, where)

    def _edit(self, act: Act, at: float) -> Iterator[Step]:
        what = self._what(str(act["edit"]))
        text = self._text(act["to"])
        yield rehearsal.Edits(self._who(act), at, what, text)
        if isinstance(what, Planned):
            self._changed[str(act["edit"])] = replace(what, text=text, nth=0)

    def _connect(self, act: Act, at: float) -> Iterator[Step]:
        start, end = (self._what(str(end)) for end in act["connect"])
        yield rehearsal.Connects(self._who(act), at, start, end)

    def _delete(self, act: Act, at: float) -> Iterator[Step]:
        what = str(act["delete"])
        self._room.leave(what)
        yield rehearsal.Deletes(self._who(act), at, self._what(what))

    def _dot(self, act: Act, at: float) -> Iterator[Step]:
        for _ in range(int(act.get("times", 1))):
            yield self._one_dot(act, at)

    def _one_dot(self, act: Act, at: float) -> Step:
        target = str(act["dot"])
        sign = str(act.get("number", act.get("sign", "")))
        box = self._box(target)
        tray = self._tray(self._frame_of(target, box), sign)
        where = self._on(target, box, beside=bool(act.get("beside")))
        number = self._dots[tray, sign]
        self._dots[tray, sign] += 1
        if number < len(self._tray_dots(tray, sign)):
            return rehearsal.Moves(self._who(act), at, self._tray_dot(tray, sign, number), where)
        dot = self._tray_dot(tray, sign, 0)
        return rehearsal.Copies(self._who(act), at, dot, f"dot {at} {number}", where)

    # places

    def _where(
        self, act: Act, zone: PlannedZone | None, name: str, width: float, height: float
    ) -> At:
        spot = self._spot(act, zone, width, height)
        box = Box.around(spot, width, height)
        self._room.take(name, box)
        self._boxes[name] = box
        return At(spot.x, spot.y)

    def _spot(self, act: Act, zone: PlannedZone | None, width: float, height: float) -> Point:
        if "beside" in act:
            other = self._box(str(act["beside"]))
            return Point(other.right + width / 2, other.centre.y)
        area = zone.box if zone else self._area(act)
        if "at" in act:
            x, y = (float(part) for part in act["at"])
            return Point(area.x + x * area.width, area.y + y * area.height)
        return self._room.find(area, width, height)

    def _area(self, act: Act) -> Box:
        key = str(act.get("on") or act.get("off") or act.get("in") or "")
        if key not in self._frames:
            raise OurFault(reason=f"example.yaml: there is no zone or frame “{key}”")
        return self._frames[key].box

    def _on(self, target: str, box: Box, *, beside: bool) -> At:
        """Return a place for the next dot: on a note or at its edge, or low in a zone."""
        number = self._dots_on[target]
        self._dots_on[target] += 1
        if target in self._zones:
            across = max(1, int((box.width - 2 * ZONE_EDGE) // DOT_SPACING))
            column, row = number % across, number // across
            return At(
                box.x + ZONE_EDGE + column * DOT_SPACING,
                box.bottom - ZONE_EDGE - row * DOT_SPACING,
            )
        column, row = number % DOTS_IN_A_ROW, number // DOTS_IN_A_ROW
        if beside:
            return At(box.right + BESIDE, box.y + BESIDE + number * DOT_SPACING)
        dx = (column - 1) * DOT_SPACING
        return At(box.centre.x + dx, box.centre.y + (1 - row) * DOT_SPACING)

    def _frame_of(self, target: str, box: Box) -> str:
        if target in self._zones:
            return self._zones[target].frame
        return next((key for key, frame in self._frames.items() if frame.box.holds(box.centre)), "")

    def _title_at(self, name: str) -> str | None:
        key = self._frame_of(name, self._box(name))
        return self._frames[key].title if key else None

    def _tray(self, frame: str, sign: str) -> str:
        """Return the frame whose tray has such dots: the note's own, else any."""
        candidates = [frame, *self._frames]
        for key in candidates:
            if key and self._tray_dots(key, sign):
                return key
        raise OurFault(reason=f"example.yaml: no frame has dots “{sign}”")

    def _tray_dots(self, frame: str, sign: str) -> list[PlannedItem]:
        return [
            item
            for item in self._plan.items
            if item.role is Role.DOT and item.frame == frame and item.text == sign
        ]

    def _tray_dot(self, frame: str, sign: str, number: int) -> Planned:
        """Return a dot of a tray; other circles that say the same were drawn before the dots."""
        circles = (item for item in self._plan.items if item.style.shape == "circle")
        like = [item for item in circles if item.frame == frame and item.text == sign]
        before = sum(item.role is not Role.DOT for item in like)
        return Planned(sign, self._frames[frame].title, "shape", before + number, "circle")

    # names

    def _who(self, act: Act) -> str:
        return person(str(act["who"]), self._facilitator)

    def _text(self, said: Any) -> str:  # noqa: ANN401  # YAML: a text, or one for each language
        if isinstance(said, Mapping):
            return str(said[self._plan.lang])
        return str(said)

    def _title(self, tag: str) -> tuple[str, str]:
        for planned in self._plan.tags:
            if planned.id == tag:
                return planned.title, planned.colour
        titles = self._shared.tag_titles(tag)
        return titles["en" if self._plan.lang == "en" else "et"], UNTAGGED_COLOUR

    def _zone(self, key: str) -> PlannedZone:
        if key not in self._zones:
            raise OurFault(reason=f"example.yaml: there is no zone “{key}”")
        return self._zones[key]

    def _box(self, name: str) -> Box:
        if name in self._boxes:
            return self._boxes[name]
        if name in self._items:
            return self._items[name].box
        return self._zone(name).box

    def _what(self, name: str) -> What:
        if name in self._boxes and name not in self._items:
            return Named(name)
        if name not in self._items:
            raise OurFault(reason=f"example.yaml: nothing is called “{name}”")
        return self._planned(name)

    def _planned(self, name: str) -> Planned:
        """Return what finds a planned item as it is by now."""
        centre = self._box(name).centre
        near = At(centre.x, centre.y)
        if name in self._changed:
            return replace(self._changed[name], near=near)
        item = self._items[name]
        title = self._frames[item.frame].title if item.frame else None
        equals = [
            other
            for other in self._plan.items
            if _looks_like(other, item) and self._is_as_planned(other, title)
        ]
        return Planned(item.text, title, item.kind.value, nth=equals.index(item), near=near)

    def _is_as_planned(self, item: PlannedItem, frame: str | None) -> bool:
        """Tell whether nobody has written on an item, nor taken it to another frame."""
        now = self._changed.get(item.key)
        return now is None or (now.text, now.frame) == (item.text, frame)


def _looks_like(one: PlannedItem, other: PlannedItem) -> bool:
    return (one.text, one.frame, one.kind) == (other.text, other.frame, other.kind)


def _colour_of(zone: PlannedZone | None) -> str:
    colours = zone.colour if zone else ""
    return colours if colours not in NO_NOTE_COLOURS else "light_yellow"


NO_NOTE_COLOURS = frozenset({"", "any", "text", "dot", "carrier", "chrome"})
