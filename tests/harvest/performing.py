"""Performs the example of a method on a board in memory, without Miro and without the sandbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from board_templates.geometry import Point
from board_templates.plan import PlannedItem, Role
from harvest.placed import Aside, Source
from tests.harvest.boards import FakeBoard, board

_PRACTICE = "F0.practice"
_STAYS = "F0.stays"


class Performance:
    """One example on one board; `numbers` tells the number of each named note."""

    def __init__(self, method: str, lang: str, example: dict[str, Any]) -> None:
        self.board: FakeBoard = board(method, lang, **example["brief"][lang])
        self.numbers: dict[str, int] = {}
        self._lang = lang
        self._items = {item.key: item for item in self.board.plan.items}
        for item in self.board.plan.items:
            self._seed(item)
        for act in example["acts"]:
            self._perform(act)
        self._number_in_reading_order()

    def _seed(self, item: PlannedItem) -> None:
        asides = {Role.EXAMPLE: Aside.EXAMPLE, Role.PROMPT: Aside.PROMPT, Role.BLANK: Aside.BLANK}
        if item.role is Role.CARRIER and item.zone is not None:
            no = self.board.write(
                item.text, item.zone, by="F", colour=item.style.fill, origin=item.origin
            )
            self.numbers[item.key] = no
        elif item.role is Role.DOT:
            self.board.aside[Aside.DOT] += 1
        else:
            self.board.aside[asides.get(item.role, Aside.CHROME)] += 1

    def _perform(self, act: dict[str, Any]) -> None:
        verbs = ("write", "type", "card", "copy", "edit", "move", "colour", "tag", "dot")
        for verb in verbs:
            if verb in act:
                getattr(self, f"_{verb}")(act)
                return
        assert "checkpoint" in act, act

    def _text(self, said: dict[str, str]) -> str:
        return said[self._lang].strip()

    def _write(self, act: dict[str, Any]) -> None:
        text = self._text(act["write"])
        zone = act.get("in")
        if zone == _PRACTICE:
            self.board.aside[Aside.PRACTICE] += 1
            return
        tags = tuple(act.get("tags", ()))
        private = "private" in tags or zone == _STAYS or text.startswith("!")
        more: dict[str, Any] = {"remark": text.startswith(">"), "tags": tags, "by": act["who"]}
        if "colour" in act:
            more["colour"] = act["colour"]
        text = text.lstrip("># ")
        where: dict[str, Any] = {"at": act.get("at")}
        if "beside" in act:
            other = self.board.notes[self.numbers[act["beside"]] - 1]
            zone = other.zone
            where = {"place": Point(other.box.centre.x + other.box.width, other.box.centre.y)}
        elif "on" in act or "off" in act:
            frame = self._frame(act.get("on") or act["off"])
            x, y = act["at"]
            where = {"place": Point(frame.x + x * frame.width, frame.y + y * frame.height)}
            where["frame"] = act.get("on")
        no = self.board.write(None if private else text, zone, **where, **more)
        self.numbers[act.get("as", str(no))] = no

    def _type(self, act: dict[str, Any]) -> None:
        no = self.board.write(
            self._text(act["type"]),
            act["in"],
            by=act["who"],
            kind="shape",
            source=Source.SHAPE_TEXT,
        )
        self.numbers[act["as"]] = no

    def _card(self, act: dict[str, Any]) -> None:
        due = datetime.fromisoformat(act["due"]).replace(tzinfo=UTC) if "due" in act else None
        no = self.board.write(
            self._text(act["card"]), act["in"], by=act["who"], kind="card", due=due, colour=None
        )
        self.numbers[act["as"]] = no

    def _copy(self, act: dict[str, Any]) -> None:
        assert self._items[act["copy"]].role is Role.EXAMPLE
        self.board.aside[Aside.DUPLICATE_OF_SEED] += 1

    def _edit(self, act: dict[str, Any]) -> None:
        item = self._items[act["edit"]]
        self.board.aside[Aside.PROMPT] -= 1
        no = self.board.write(
            self._text(act["to"]),
            item.zone,
            by=act["who"],
            colour=item.style.fill,
            source=Source.EDITED_SEED,
        )
        self.numbers[act["as"]] = no

    def _move(self, act: dict[str, Any]) -> None:
        self.board.move(self.numbers[act["move"]], act["to"], tuple(act["at"]))

    def _colour(self, act: dict[str, Any]) -> None:
        self.board.change(self.numbers[act["colour"]], colour=act["to"])

    def _tag(self, act: dict[str, Any]) -> None:
        no = self.numbers[act["tag"]]
        tags = self.board.notes[no - 1].tags
        self.board.change(no, tags=(*tags, act["with"]))

    def _dot(self, act: dict[str, Any]) -> None:
        on = act["dot"]
        self.board.aside[Aside.DOT] -= 1
        self.board.dot(self.numbers.get(on, on), act["sign"])

    def _frame(self, key: str) -> Any:  # noqa: ANN401  # a test says what it needs
        return next(frame.box for frame in self.board.plan.frames if frame.key == key)

    def _number_in_reading_order(self) -> None:
        """Number the notes as people read a board, so that nothing rests on who came first."""
        zones = {zone.key: place for place, zone in enumerate(self.board.plan.zones)}
        last = len(zones)
        ordered = sorted(
            self.board.notes,
            key=lambda note: (zones.get(note.zone or "", last), note.box.y, note.box.x),
        )
        new = {note.no: no for no, note in enumerate(ordered, start=1)}
        self.board.notes = [replace(note, no=new[note.no]) for note in ordered]
        self.board.dots = [
            replace(dot, note=new[dot.note] if dot.note else None) for dot in self.board.dots
        ]
        self.numbers = {name: new[no] for name, no in self.numbers.items()}
