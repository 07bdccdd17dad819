"""The verb: write the script of what people do on a board, from plan and example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from board_templates.plan import Plan, PlannedZone
from board_templates.shared_texts import SharedTexts
from workshops import rehearsal
from workshops.cast import person
from workshops.errors import OurFault
from workshops.example import Act, Example
from workshops.free_room import NOTE_RATIO
from workshops.rehearsal import Named, Planned, Step
from workshops.rehearsed_scene import Scene

STEP_SECONDS = 20.0


def rehearse(
    shared: SharedTexts, plan: Plan, example: Example, *, facilitator: str
) -> tuple[Step, ...]:
    """Return what everybody does, in order; `plan` lies where the board's items do.

    Raises `OurFault` for an act that names what is not on the board.
    """
    return tuple(_Script(shared, plan, facilitator).steps(example))


def writers(example: Example, facilitator: str) -> tuple[str, ...]:
    """Return everybody who does something, without the facilitator."""
    names = {person(str(act["who"]), facilitator) for act in example.acts if "who" in act}
    return tuple(sorted(names - {facilitator}))


class _Script(Scene):
    """Writes each act as steps, on the scene as it is by then."""

    def __init__(self, shared: SharedTexts, plan: Plan, facilitator: str) -> None:
        super().__init__(shared, plan, facilitator)
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
        *taken, last = self._tray_dots(tray, sign)
        if number < len(taken):
            return rehearsal.Moves(self._who(act), at, self._tray_dot(taken[number]), where)
        # the last one stays, to be copied: one taken to another frame wouldn't be found in this one
        dot = self._tray_dot(last)
        return rehearsal.Copies(self._who(act), at, dot, f"dot {at} {number}", where)


def _colour_of(zone: PlannedZone | None) -> str:
    colours = zone.colour if zone else ""
    return colours if colours not in NO_NOTE_COLOURS else "light_yellow"


NO_NOTE_COLOURS = frozenset({"", "any", "text", "dot", "carrier", "chrome"})
