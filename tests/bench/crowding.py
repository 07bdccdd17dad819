"""Boards as crowded as asked: the example of a method, its notes written again and again.

The board grows with the notes, so that each has the room it had: zones are stretched, notes keep
their size and lie anywhere in the zone that their original lies in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from itertools import cycle, islice
from math import sqrt
from random import Random
from typing import Any

from board_templates.geometry import Box, Point
from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.rich_text import paragraphs
from harvest.harvest import harvest
from harvest.options import HarvestOptions
from harvest.snapshot import Snapshot, SnapshotItem
from harvest.summary import Summary
from tests.harvest.builders import ME, NOON
from tests.harvest.comparing import yaml_of
from tests.harvest.performing import Performance

NOTES = frozenset({"sticky_note", "card"})
LETTERS = "abdeghijklmnoprstuvõäöü"
Raw = dict[str, Any]


@dataclass(frozen=True)
class Crowded:
    """A board with many notes, and what is known of it."""

    performance: Performance
    snapshot: Snapshot
    ledger: Mapping[str, str]

    @property
    def method(self) -> Method:
        """The method the board was made from."""
        return self.performance.method

    def harvested(self, library: Library) -> Summary:
        """Return the summary; everything after reading, but for the reports."""
        return harvest(
            self.method,
            library.shared,
            self.performance.plan,
            self.snapshot,
            placed_by=self.ledger,
            options=HarvestOptions(
                facilitator_ids=frozenset({ME}), salt=b"bench", lang="et", harvested_at=NOON
            ),
        )


def performed(library: Library, method: str) -> Performance:
    """Return the example of a method, performed on a board in memory."""
    return Performance(library, method, "et", yaml_of(library.folder(method) / "example.yaml"))


def crowded(performance: Performance, notes: int) -> Crowded:
    """Return the board of an example with so many notes that people wrote."""
    board = performance.board
    written = [raw for raw in board.items if _is_written(raw, board.ledger)]
    stretch = sqrt(max(1.0, notes / max(1, len(written))))
    crowd = _Crowd(performance.plan, board.items, stretch)
    raws = [
        *((crowd.stretched(raw, board.ledger), raw) for raw in board.items if raw not in written),
        *(
            (crowd.again(original, n, len(written)), original)
            for n, original in enumerate(islice(cycle(written), notes))
        ),
    ]
    known = board.snapshot(at=NOON - timedelta(hours=1))
    items = tuple(
        SnapshotItem.model_validate({**raw, "tags": board.tags.get(original["id"], ())})
        for raw, original in raws
    )
    snapshot = known.model_copy(update={"items": items, "total": len(items)})
    return Crowded(performance, snapshot, board.ledger)


def _is_written(raw: Raw, ledger: Mapping[str, str]) -> bool:
    return raw["id"] not in ledger and raw["type"] in NOTES


class _Crowd:
    """Stretches what was planned and writes notes again."""

    def __init__(self, plan: Plan, raws: list[Raw], stretch: float) -> None:
        self._stretch = stretch
        self._chance = Random(7)  # noqa: S311  # the same board every time
        self._zones = [(zone.shape_key, zone.box) for zone in plan.zones]
        self._areas = {zone.shape_key for zone in plan.zones}
        self._frames = {raw["id"]: _corner(raw) for raw in raws if raw["type"] == "frame"}

    def stretched(self, raw: Raw, ledger: Mapping[str, str]) -> Raw:
        """Return an item where it lies on the larger board, larger itself if it is an area."""
        place, size = raw["position"], raw["geometry"]
        wide = raw["type"] == "frame" or ledger.get(raw["id"]) in self._areas
        by = self._stretch
        return {
            **raw,
            "position": {**place, "x": place["x"] * by, "y": place["y"] * by},
            "geometry": {k: v * by for k, v in size.items()} if wide else size,
        }

    def again(self, raw: Raw, number: int, originals: int) -> Raw:
        """Return a note like another, in the same zone, but for the first with a slip."""
        parent = (raw.get("parent") or {}).get("id", "")
        corner = self._frames.get(parent, Point(0.0, 0.0))
        at = self._place(Point(corner.x + raw["position"]["x"], corner.y + raw["position"]["y"]))
        x, y = at.x - corner.x * self._stretch, at.y - corner.y * self._stretch
        first = number < originals
        return {
            **raw,
            "id": raw["id"] if first else str(10**18 + number),
            "data": raw["data"] if first else self._slipped(raw["data"]),
            "position": {**raw["position"], "x": x, "y": y},
        }

    def _place(self, at: Point) -> Point:
        zone = next((box for _, box in self._zones if box.holds(at)), None)
        if zone is None:
            zone = Box.around(at, 400.0, 400.0)
        share = self._chance.random
        x, y = zone.x + zone.width * share(), zone.y + zone.height * share()
        return Point(x * self._stretch, y * self._stretch)

    def _slipped(self, data: Raw) -> Raw:
        name = "content" if "content" in data else "title"
        lines = [line.text for line in paragraphs(str(data.get(name, "")))]
        text = "".join(f"<p>{escape(self._slip(line), quote=False)}</p>" for line in lines)
        return {**data, name: text}

    def _slip(self, line: str) -> str:
        letters = [at for at, letter in enumerate(line) if letter.isalpha()]
        if len(letters) < 8:  # short words say something else with a slip
            return line
        at = self._chance.choice(letters)
        return f"{line[:at]}{self._chance.choice(LETTERS)}{line[at + 1 :]}"


def _corner(raw: Raw) -> Point:
    place, size = raw["position"], raw["geometry"]
    return Point(place["x"] - size["width"] / 2, place["y"] - size["height"] / 2)
