"""A small plan in two languages, a board drawn from it, and people who write on that board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from typing import Any

from board_templates.board_spec import BoardSpec
from board_templates.geometry import Box, Point
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Identity, Method, MethodTexts
from board_templates.plan import (
    ItemKind,
    Phase,
    Plan,
    PlannedFrame,
    PlannedItem,
    PlannedTag,
    PlannedZone,
    Role,
    Sign,
    Style,
    Voting,
)
from board_templates.shared_reading import read_shared
from board_templates.shared_texts import SharedTexts
from harvest.snapshot import (
    Snapshot,
    SnapshotBoard,
    SnapshotConnector,
    SnapshotGroup,
    SnapshotItem,
)

SIDE = 160.0
NOTE_HEIGHT = 1.15 * SIDE
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ME = "me"
FILLS = {"": "#2d9bf0", "+": "#8fd14f", "?": "#fac710", "×": "#f24726", "!": "#9510ac"}

Words = tuple[str, str]


@cache
def shared() -> SharedTexts:
    return read_shared()


def method(harvest: Mapping[str, Any] | None = None) -> Method:
    """Return a method that is nothing but its rules for reading."""
    texts = MethodTexts(name="Proov", purpose="", use_when="", not_when="", source_short="–")
    return Method(
        identity=Identity.model_validate(
            {
                "id": "trial",
                "version": 3,
                "phase": "discuss",
                "minutes": {"default": 60, "min": 30, "max": 90},
                "people": {"min": 2, "max": 40},
                "steps": [{"id": "one", "minutes": 60, "frame": "F1", "kind": "write"}],
            }
        ),
        board=BoardSpec.model_validate({"frames": [{"id": "F1", "width": 3000, "height": 1700}]}),
        harvest=HarvestSpec.model_validate(harvest or {}),
        texts={"et": texts, "en": texts},
    )


@dataclass
class PlanBuilder:
    """Collects frames, zones and items; `lang` picks the words."""

    lang: str = "et"
    frames: list[PlannedFrame] = field(default_factory=list)
    zones: list[PlannedZone] = field(default_factory=list)
    items: list[PlannedItem] = field(default_factory=list)

    def say(self, words: Words) -> str:
        return words[0] if self.lang == "et" else words[1]

    def frame(
        self,
        key: str,
        x: float,
        title: Words,
        *,
        voting: Voting | None = None,
        place: Mapping[str, int | str] | None = None,
    ) -> None:
        box = Box(x, 0.0, 2000.0, 1500.0)
        self.frames.append(
            PlannedFrame(
                key,
                _before(key, "#"),
                self.say(title),
                box,
                place=place or {},
                voting=voting,
                people=5,
            )
        )
        self.item(f"{key}/title", Role.CHROME, Box(x + 60, 40, 1200, 60), title)

    def zone(
        self,
        key: str,
        box: Box,
        label: Words,
        prompt: Words = ("", ""),
        *,
        colour: str = "light_yellow",
        prefilled: str = "",
        shown: bool = True,
        row: int | None = None,
        column: int | None = None,
    ) -> None:
        frame = _before(key, ".")
        where = box.moved(self._corner(frame).x, 280.0)
        cell = key.partition("@")[0]
        self.zones.append(
            PlannedZone(
                key=key,
                id=cell.replace("#1", "").replace("#2", ""),
                frame=frame,
                label=self.say(label),
                prompt=self.say(prompt),
                box=where,
                colour=colour,
                shape_key=f"{key}/zone",
                prefilled=prefilled,
                row=row,
                column=column,
            )
        )
        lines = [self.say(label), self.say(prompt), prefilled] if shown else [prefilled]
        text = "\n".join(line for line in lines if line)
        role = Role.CARRIER if prefilled else Role.CHROME
        self._add(f"{key}/zone", ItemKind.SHAPE, role, where.inset(20), frame, text, zone=key)

    def item(
        self,
        key: str,
        role: Role,
        box: Box,
        words: Words,
        *,
        zone: str | None = None,
        style: Style | None = None,
        sign: Sign | None = None,
    ) -> None:
        notes = {Role.PROMPT, Role.EXAMPLE, Role.BLANK, Role.CARRIER}
        kind = ItemKind.NOTE if role in notes else ItemKind.SHAPE
        kind = ItemKind.TEXT if role is Role.FOOTER else kind
        frame = _before(_before(key, "/"), ".")
        self._add(key, kind, role, box, frame, self.say(words), zone=zone, style=style, sign=sign)

    def note(self, key: str, role: Role, x: float, y: float, words: Words = ("", "")) -> None:
        """Plan a sticky note; its middle is given within the zone named in its key."""
        zone = next(zone for zone in self.zones if zone.key == _before(key, "/"))
        middle = Point(zone.box.x + x, zone.box.y + y)
        box = Box.around(middle, SIDE, NOTE_HEIGHT)
        colour = "gray" if role in {Role.PROMPT, Role.EXAMPLE} else zone.colour
        self.item(key, role, box, words, zone=zone.key, style=Style(fill=colour))

    def tray(self, frame: str, sign: Sign, count: int, x: float) -> None:
        for number in range(count):
            box = Box(self._corner(frame).x + x + 4 * number, 150.0, 40.0, 40.0)
            style = Style(shape="circle", fill=FILLS[sign.value])
            self.item(
                f"{frame}/tray:{sign.value}:{number:02}",
                Role.DOT,
                box,
                (sign.value, sign.value),
                sign=sign,
                style=style,
            )

    def plan(self) -> Plan:
        return Plan(
            method="trial",
            version=3,
            layout=1,
            lang=self.lang,
            title="Proov",
            brief={"share": "none"},
            participants=10,
            note_size=int(SIDE),
            frames=tuple(self.frames),
            zones=tuple(self.zones),
            items=tuple(self.items),
            links=(),
            tags=(PlannedTag("power", self.say(("võim", "power")), "gray"),),
            agenda=(),
        )

    def _corner(self, frame: str) -> Point:
        box = next(planned.box for planned in self.frames if planned.key == frame)
        return Point(box.x, box.y)

    def _add(  # noqa: PLR0917  # the parts of an item in the order of its fields
        self,
        key: str,
        kind: ItemKind,
        role: Role,
        box: Box,
        frame: str,
        text: str,
        *,
        zone: str | None = None,
        style: Style | None = None,
        sign: Sign | None = None,
    ) -> None:
        content = "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines())
        self.items.append(
            PlannedItem(
                key,
                kind,
                role,
                Phase.ZONES,
                box,
                frame,
                zone,
                content,
                text,
                style or Style(),
                sign=sign,
                origin={"parameter": "known"} if role is Role.CARRIER else None,
            )
        )


def _before(text: str, mark: str) -> str:
    return text.partition(mark)[0]


def small_plan(lang: str = "et") -> Plan:
    """Return a board with an intro, two kinds of zones, a voting place, a table, two groups."""
    build = PlanBuilder(lang)
    build.frame("F0", 0, ("Alustame siit", "Start here"))
    build.zone("F0.agenda", Box(60, 0, 900, 300), ("Kava", "Agenda"), colour="chrome")
    build.zone("F0.stays", Box(60, 300, 600, 800), ("Jääb siia", "Stays here"))
    build.zone("F0.practice", Box(660, 300, 600, 800), ("Proovige siin", "Try here"), colour="any")
    build.zone("F0.parking", Box(1260, 300, 600, 800), ("Parkla", "Parking lot"))
    footer = (f"Koosloome\nmall trial v3 · {lang}", f"Koosloome\ntemplate trial v3 · {lang}")
    build.item("F0/footer", Role.FOOTER, Box(60, 1420, 800, 40), footer)

    build.frame("F1", 2200, ("1. Kogume", "1. Collect"), voting=Voting.SIGNED)
    build.tray("F1", Sign.SUPPORTS, 4, 1600)
    build.tray("F1", Sign.OPPOSES, 4, 1700)
    ask = ("Kirjutage siia", "Write here")
    build.zone("F1.open", Box(60, 0, 900, 700), ("Mõtted", "Ideas"), ask)
    build.zone("F1.worries", Box(960, 0, 900, 700), ("Mured", "Worries"), colour="orange")
    said = ("Meie järeldus on …", "Our conclusion is …")
    build.zone("F1.sentence", Box(60, 700, 900, 400), ("Lause", "Sentence"), said, colour="text")
    build.zone(
        "F1.proposal",
        Box(960, 700, 900, 400),
        ("Ettepanek", "Proposal"),
        colour="text",
        prefilled="Teeme koos",
    )
    hint = ("Näide: ühine kalender", "Example: one calendar")
    build.note("F1.open/example", Role.EXAMPLE, 150, 200, hint)
    ask_more = ("Kelle hääl on puudu?", "Whose voice is missing?")
    build.note("F1.worries/prompt", Role.PROMPT, 150, 200, ask_more)
    build.note("F1.open/carrier1", Role.CARRIER, 400, 200, ("Linnade liit", "Linnade liit"))
    for number in range(3):
        build.note(f"F1.open/stack{number}", Role.BLANK, 780 + 12 * number, 580 + 12 * number)

    build.frame("F2", 4400, ("2. Tabel", "2. Table"))
    heads = {"who": ("Kes", "Who"), "met": ("Täitus", "Met")}
    for column, (name, label) in enumerate(heads.items()):
        x = 60.0 + 900 * column
        head = Box(4400 + x + 20, 300, 860, 100)
        build.item(f"F2.{name}/head", Role.CHROME, head, label)
        for row in (1, 2):
            build.zone(
                f"F2.{name}@{row}",
                Box(x, 120 + 400.0 * (row - 1), 900, 400),
                label,
                colour="dot" if name == "met" else "any",
                shown=False,
                row=row,
                column=column + 1,
            )

    for group in (1, 2):
        title = (f"3. Kaart · rühm {group}", f"3. Map · group {group}")
        build.frame(f"G#{group}", 4400 + 2200.0 * group, title, place={"group": group})
        build.zone(f"G#{group}.map", Box(60, 0, 1880, 1100), ("Kaart", "Map"), colour="any")
    return build.plan()


def digits(number: int) -> str:
    return f"34587640{number:011}"


@dataclass
class FakeBoard:
    """A board as Miro would answer it. Places are absolute; children are written relatively."""

    items: list[dict[str, Any]] = field(default_factory=list)
    ledger: dict[str, str] = field(default_factory=dict)
    tags: dict[str, list[str]] = field(default_factory=dict)
    connectors: list[SnapshotConnector] = field(default_factory=list)
    groups: list[SnapshotGroup] = field(default_factory=list)
    at: datetime = NOON
    next_id: int = 1

    @classmethod
    def drawn(cls, plan: Plan, dx: float = 0.0, dy: float = 0.0) -> FakeBoard:
        board = cls()
        board.draw(plan, dx, dy)
        return board

    def draw(self, plan: Plan, dx: float = 0.0, dy: float = 0.0) -> dict[str, str]:
        """Put a plan on the board; returns its ledger."""
        ledger: dict[str, str] = {}
        frames: dict[str, str] = {}
        for frame in plan.frames:
            item = self.frame(frame.title, frame.box.moved(dx, dy))
            ledger[item] = frame.key
            frames[frame.key] = item
        for planned in plan.items:
            style = {"fillColor": planned.style.fill} if planned.style.fill else {}
            data = {"content": planned.content}
            if planned.kind is ItemKind.SHAPE:
                data["shape"] = planned.style.shape
            item = self.add(
                planned.kind.value,
                planned.box.moved(dx, dy),
                data,
                style,
                parent=frames.get(planned.frame or ""),
            )
            ledger[item] = planned.key
        self.ledger.update(ledger)
        return ledger

    def frame(self, title: str, box: Box) -> str:
        return self.add("frame", box, {"title": title, "format": "custom", "type": "freeform"})

    def add(
        self,
        kind: str,
        box: Box,
        data: dict[str, Any] | None,
        style: dict[str, Any] | None = None,
        *,
        who: str = ME,
        parent: str | None = None,
    ) -> str:
        """Add an item by its absolute box; with a parent it is written as its child."""
        number = digits(self.next_id)
        self.next_id += 1
        person = {"id": who, "type": "user"}
        raw: dict[str, Any] = {
            "id": number,
            "type": kind,
            "style": style or {},
            "geometry": {"width": box.width, "height": box.height},
            "created_by": person["id"],
            "modified_by": person["id"],
            "created_at": self.at,
            "modified_at": self.at,
        }
        if data is not None:
            raw["data"] = data
        self.items.append(raw)
        self._put(raw, box.centre, parent)
        return number

    def write(
        self,
        text: str,
        x: float,
        y: float,
        *,
        who: str = "p1",
        colour: str = "light_yellow",
        tags: tuple[str, ...] = (),
        kind: str = "sticky_note",
        side: float = SIDE,
    ) -> str:
        """Somebody writes a note; Miro wraps typed text in paragraphs."""
        content = "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n"))
        box = Box.around(Point(x, y), side, 1.15 * side)
        style = {"fillColor": colour}
        item = self.add(kind, box, {"content": content}, style, who=who, parent=self._frame(x, y))
        self.tags[item] = list(tags)
        return item

    def card(self, title: str, x: float, y: float, **data: str) -> str:
        box = Box.around(Point(x, y), 320, 60)
        return self.add("card", box, {"title": f"<p>{title}</p>", **data}, who="p1")

    def dot(
        self, x: float, y: float, *, sign: str = "", fill: str | None = None, size: float = 40.0
    ) -> str:
        data = {"content": f"<p>{sign}</p>" if sign else "", "shape": "circle"}
        style = {"fillColor": fill or FILLS.get(sign, FILLS[""]), "fillOpacity": "1.0"}
        box = Box.around(Point(x, y), size, size)
        return self.add("shape", box, data, style, who="p2", parent=self._frame(x, y))

    def of(self, key: str) -> str:
        """Return the item that was made of a planned one."""
        return next(item for item, planned in self.ledger.items() if planned == key)

    def move(self, item: str, x: float, y: float) -> None:
        self._put(self._raw(item), Point(x, y), self._frame(x, y))

    def edit(self, item: str, text: str, *, who: str = "p1") -> None:
        raw = self._raw(item)
        raw["data"]["content"] = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        raw["modified_by"] = who

    def type_into(self, key: str, text: str) -> None:
        """Somebody adds a paragraph to what a shape says."""
        self._raw(self.of(key))["data"]["content"] += f"<p>{escape(text)}</p>"

    def delete(self, item: str) -> None:
        """Take an item away; children of a frame stay where they are (seen live)."""
        for child in [raw for raw in self.items if (raw.get("parent") or {}).get("id") == item]:
            self._put(child, self._middle(child), None)
        self.items = [raw for raw in self.items if raw["id"] != item]

    def shifted(self, dx: float, dy: float) -> None:
        """Move everything on the board."""
        for raw in self.items:
            if raw["position"]["relativeTo"] == "canvas_center":
                raw["position"]["x"] += dx
                raw["position"]["y"] += dy

    def copied(self) -> FakeBoard:
        """Return a copy of the board as Miro makes it: new ids, no ledger."""
        ids = {raw["id"]: digits(10_000 + n) for n, raw in enumerate(self.items)}
        copy = FakeBoard(at=self.at, next_id=20_000)
        for raw in self.items:
            again = {**raw, "id": ids[raw["id"]], "position": dict(raw["position"])}
            if raw.get("parent"):
                again["parent"] = {"id": ids[raw["parent"]["id"]]}
            copy.items.append(again)
        copy.tags = {ids[item]: tags for item, tags in self.tags.items() if item in ids}
        return copy

    def snapshot(self, *, total: int | None = -1, at: datetime | None = None) -> Snapshot:
        return Snapshot(
            board=SnapshotBoard(id="uXjV=", title="Proov", url="https://miro.com/app/board/uXjV="),
            taken_at=at or self.at + timedelta(hours=2),
            total=len(self.items) if total == -1 else total,
            items=tuple(
                SnapshotItem.model_validate({**raw, "tags": self.tags.get(raw["id"], ())})
                for raw in self.items
            ),
            connectors=tuple(self.connectors),
            groups=tuple(self.groups),
        )

    def _raw(self, item: str) -> dict[str, Any]:
        return next(raw for raw in self.items if raw["id"] == item)

    def _box(self, raw: Mapping[str, Any]) -> Box:
        size = raw["geometry"]
        return Box.around(self._middle(raw), size["width"], size["height"])

    def place_of(self, item: str) -> tuple[float, float]:
        """Return where the centre of an item is on the board."""
        middle = self._middle(self._raw(item))
        return middle.x, middle.y

    def _middle(self, raw: Mapping[str, Any]) -> Point:
        place = raw["position"]
        if place["relativeTo"] == "canvas_center":
            return Point(place["x"], place["y"])
        corner = self._box(self._raw(raw["parent"]["id"]))
        return Point(corner.x + place["x"], corner.y + place["y"])

    def _frame(self, x: float, y: float) -> str | None:
        for raw in self.items:
            if raw["type"] == "frame" and self._box(raw).holds(Point(x, y)):
                return str(raw["id"])
        return None

    def _put(self, raw: dict[str, Any], middle: Point, parent: str | None) -> None:
        place: dict[str, Any] = {"x": middle.x, "y": middle.y, "origin": "center"}
        raw.pop("parent", None)
        if parent is None:
            raw["position"] = {**place, "relativeTo": "canvas_center"}
            return
        corner = self._box(self._raw(parent))
        place.update(x=middle.x - corner.x, y=middle.y - corner.y, relativeTo="parent_top_left")
        raw["position"] = place
        raw["parent"] = {"id": parent}
