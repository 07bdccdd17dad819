"""A board in memory: people write, move and vote on a plan, and it gives what a reading would."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from board_templates.brief import make_brief
from board_templates.geometry import Box, Point
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.loading import load_method
from board_templates.method import Method
from board_templates.plan import Plan, Sign
from harvest.harvest import summarise
from harvest.options import HarvestOptions
from harvest.placed import (
    Aside,
    BoardReading,
    LiveFrame,
    LiveZone,
    MatchedBy,
    PlacedDot,
    PlacedNote,
    Reason,
    Source,
)
from harvest.snapshot import SnapshotBoard
from harvest.summary import Summary

DRAFTS = Path(__file__).parents[1] / "board_templates" / "drafts"
LIBRARY = Library()
SHARED = LIBRARY.shared
AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SESSION = date(2026, 3, 2)


@cache
def method_named(name: str) -> Method:
    """Return a method of the library, or one of the drafts."""
    if (DRAFTS / name).is_dir():
        return load_method(DRAFTS / name, SHARED)
    return LIBRARY.get(name)


@dataclass
class FakeBoard:
    """A planned board on which things happen."""

    method: Method
    plan: Plan
    notes: list[PlacedNote] = field(default_factory=list)
    dots: list[PlacedDot] = field(default_factory=list)
    aside: Counter[Aside] = field(default_factory=Counter)
    links: list[tuple[int, int]] = field(default_factory=list)
    unread: dict[str, int] = field(default_factory=dict)
    seeds_only: list[str] = field(default_factory=list)
    moved: dict[str, float | None] = field(default_factory=dict)
    _free: Counter[str] = field(default_factory=Counter)

    def write(
        self,
        text: str | None,
        zone: str | None = None,
        *,
        at: tuple[float, float] | None = None,
        place: Point | None = None,
        frame: str | None = None,
        by: str = "p1",
        **more: Any,  # noqa: ANN401  # a test says what it needs
    ) -> int:
        """Put a note up; `at` is its centre in fractions of the zone. Return its number."""
        side = float(self.plan.note_size)
        centre = place or self._centre(zone, at)
        note = PlacedNote(
            no=len(self.notes) + 1,
            id=f"n{len(self.notes) + 1}",
            kind=more.pop("kind", "sticky"),
            source=more.pop("source", Source.NOTE),
            text=text,
            zone=zone,
            frame=self._zone(zone).frame if zone else frame,
            first_zone=more.pop("first_zone", zone),
            reason=Reason.LIES_IN if zone else None,
            nearest=None,
            box=Box.around(centre, side, side),
            colour=more.pop("colour", self._colour(zone)),
            tags=tuple(more.pop("tags", ())),
            author=by,
            private=text is None,
            mark=more.pop("mark", 0),
            title_note=more.pop("title", False),
            remark=more.pop("remark", False),
            done=more.pop("done", False),
            order=(0.0, 0.0),
            **more,
        )
        self.notes.append(note)
        return note.no

    def move(self, no: int, zone: str | None, at: tuple[float, float] | None = None) -> None:
        """Move a note; its first zone stays."""
        note = self.notes[no - 1]
        box = Box.around(self._centre(zone, at), note.box.width, note.box.height)
        frame = self._zone(zone).frame if zone else note.frame
        self.notes[no - 1] = note._replace(zone=zone, frame=frame, box=box)

    def change(self, no: int, **more: Any) -> None:  # noqa: ANN401  # a test says what it needs
        """Change anything else about a note."""
        self.notes[no - 1] = self.notes[no - 1]._replace(**more)

    def dot(
        self, on: int | str | None, sign: str = "", times: int = 1, frame: str | None = None
    ) -> None:
        """Put dots on a note (by number), on a zone (by key), or somewhere else."""
        for _ in range(times):
            note = self.notes[on - 1] if isinstance(on, int) else None
            zone = note.zone if note else on if isinstance(on, str) else None
            place = note.box.centre if note else Point(0, 0)
            where = note.frame if note else self._zone(zone).frame if zone else frame
            self.dots.append(
                PlacedDot(
                    id=f"d{len(self.dots) + 1}",
                    sign=Sign(sign),
                    centre=place,
                    frame=where,
                    zone=zone,
                    note=note.no if note else None,
                )
            )

    def reading(self) -> BoardReading:
        """Return what the first half of a harvest would give."""
        counted = len(self.notes)
        said = self.aside + Counter({Aside.DOT: len(self.dots), Aside.FRAME: len(self.plan.frames)})
        aside = {reason: count for reason, count in said.items() if count}
        return BoardReading(
            matched_by=MatchedBy.LEDGER,
            read=counted + sum(aside.values()),
            notes=tuple(self.notes),
            dots=tuple(self.dots),
            aside=aside,
            frames={f.key: LiveFrame(f, f.box, f"i-{f.key}") for f in self.plan.frames},
            zones={z.key: LiveZone(z, z.box, self.moved.get(z.key, 0.0)) for z in self.plan.zones},
            links=tuple(self.links),
            seeds_only=tuple(self.seeds_only),
            unread=self.unread,
            note_size=float(self.plan.note_size),
        )

    def summary(self, **options: Any) -> Summary:  # noqa: ANN401  # a test says what it needs
        """Return the summary of the board as it is now."""
        lang = options.pop("lang", self.plan.lang)
        twins = options.pop("twins", ())
        said = {"harvested_at": AT, "session_date": SESSION, **options}
        return summarise(
            self.method,
            SHARED,
            self.plan,
            self.reading(),
            board=SnapshotBoard(
                id="b1", title=self.plan.title, url="https://miro.com/app/board/b1/"
            ),
            options=HarvestOptions(lang=lang, **said),
            twins=twins,
        )

    def zone(self, key: str) -> Box:
        """Return where a zone lies."""
        return self._zone(key).box

    def _zone(self, key: str) -> Any:  # noqa: ANN401  # a test says what it needs
        return next(zone for zone in self.plan.zones if zone.key == key)

    def _colour(self, key: str | None) -> str:
        colour = self._zone(key).colour if key else "light_yellow"
        return "light_yellow" if colour in {"any", "text", "dot", "carrier", "chrome"} else colour

    def _centre(self, key: str | None, at: tuple[float, float] | None) -> Point:
        if key is None:
            x, y = at or (0.0, 0.0)
            return Point(x, y)
        box = self._zone(key).box
        if at is None:
            n = self._free[key]
            self._free[key] += 1
            at = (0.15 + 0.3 * (n % 3), 0.2 + 0.2 * (n // 3))
        return Point(box.x + at[0] * box.width, box.y + at[1] * box.height)


def board(name: str, lang: str = "et", **values: Any) -> FakeBoard:  # noqa: ANN401  # a test says what it needs
    """Return an empty board of a method."""
    said = json.dumps({**_least(name, lang), **values}, ensure_ascii=False)
    return FakeBoard(method_named(name), _plan(name, lang, said))


def _least(name: str, lang: str) -> Mapping[str, Any]:
    """Return what a brief must say at least: as below, else as the method's own example says it."""
    if name in LEAST[lang]:
        return LEAST[lang][name]
    method = method_named(name)
    said = method.example["brief"][lang]
    return {field.name: said[field.name] for field in method.identity.brief if field.required}


@cache
def _plan(name: str, lang: Any, said: str) -> Plan:  # noqa: ANN401  # a test says what it needs
    """Make a plan once for all tests that want the same."""
    method = method_named(name)
    return make_plan(method, SHARED, make_brief(method, SHARED, json.loads(said), lang))


LEAST: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "et": {
        "stakeholder-map": {"issue": "Kuidas muuta maapiirkondade bussiliiklust?"},
        "consensus-board": {"proposal": "Anname ettepanekuteks kaks nädalat aega."},
        "group-climate": {"group_name": "Kaasamise töörühm"},
        "open-space": {"theme": "Kuidas jõuda nendeni, keda otsus puudutab?"},
        "reflection-retro": {"period": "Kaasamise arenguprogramm"},
        "world-cafe": {
            "theme": "Noored",
            "questions": ["Mis hoiab?", "Kes räägib?", "Mida proovime?"],
        },
    },
    "en": {
        "stakeholder-map": {"issue": "How to change rural bus services?"},
        "consensus-board": {"proposal": "We allow two weeks for proposals."},
        "group-climate": {"group_name": "Engagement group"},
        "open-space": {"theme": "How to reach those the decision touches?"},
        "reflection-retro": {"period": "Engagement programme"},
        "world-cafe": {
            "theme": "Young people",
            "questions": ["What keeps?", "Who speaks?", "What next?"],
        },
    },
}
