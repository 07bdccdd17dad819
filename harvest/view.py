"""The board as readings see it: plain rows for notes, zones by pattern, labels in one language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from board_templates.geometry import Box
from board_templates.harvest_spec import HarvestSpec
from board_templates.plan import Plan
from board_templates.zone_rules import ZoneRules, zone_matches
from harvest.actions import ParsedAction, parse_action
from harvest.alike import Alike
from harvest.board_labels import BoardLabels
from harvest.placed import BoardReading, LiveFrame, LiveZone, PlacedNote
from harvest.votes import Votes, no_signs

Row = dict[str, Any]

NOTE_FIELDS: Mapping[str, str] = {
    "no": "its number",
    "text": "its text; null when private",
    "words": "how many words it has",
    "zone": "key of its zone",
    "zone_id": "neutral id of its zone (`F2.practical`)",
    "frame": "key of its frame",
    "first": "neutral id of the zone where the earliest checkpoint holds it",
    "group": "the working group it came from",
    "color": "its colour",
    "tags": "neutral ids of its tags",
    "votes": "dots and typed mark",
    "signs": "its signed dots: plain, supports, unsure, opposes, affected",
    "private": "whether its text is kept out",
    "shared": "whether it is tagged “may share”",
    "origin": "the field of the brief whose value it carries; null if people wrote it",
    "title": "whether it is a title note",
    "remark": "whether it is a remark on another note",
    "created": "when it was made, an ISO instant; null for what the workshop brought along",
    "from": "its number, as a list",
    "attached": "numbers of the remarks that were attached to it",
}


@dataclass(frozen=True, slots=True)
class ZoneClusters:
    """The clusters of a zone as they stand in the summary, and the notes that are in none."""

    clusters: tuple[Row, ...]
    ungrouped: tuple[int, ...]


@dataclass(frozen=True)
class View:
    """Everything a reading may look at.

    `people` is how many were there, as far as known; `names` maps person ids to names; `address`
    is where the board opens; `labels` and `prefilled` are what zones are called and what the plan
    wrote into them, by their keys, in the language of the report.
    """

    reading: BoardReading
    spec: HarvestSpec
    votes: Votes
    plan: Plan | None
    labels: Mapping[str, str]
    brief: Mapping[str, Any]
    people: int
    session: date
    names: Mapping[str, str]
    address: str = ""
    prefilled: Mapping[str, str] = field(default_factory=dict)
    clusters: Mapping[str, ZoneClusters] = field(default_factory=dict)
    _rules: dict[str, ZoneRules] = field(default_factory=dict)
    _parsed: dict[str, ParsedAction] = field(default_factory=dict)
    _alike: dict[tuple[int, tuple[str, ...]], Alike] = field(default_factory=dict)
    _worded: list[str] = field(default_factory=list)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every counted note as a plain row, in reading order."""
        return tuple(self._row(note) for note in self.reading.notes)

    @cached_property
    def by_no(self) -> Mapping[int, PlacedNote]:
        """The counted notes by their numbers."""
        return {note.no: note for note in self.reading.notes}

    @cached_property
    def _by_zone(self) -> Mapping[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row["zone"] is not None:
                found.setdefault(row["zone"], []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def _by_first_zone(self) -> Mapping[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = {}
        for note, row in zip(self.reading.notes, self.rows, strict=True):
            key = note.first_zone or note.zone
            if key is not None:
                found.setdefault(key, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def _zone_ids(self) -> Mapping[str | None, str]:
        return {key: zone.plan.id for key, zone in self.reading.zones.items()}

    def zones(self, patterns: Iterable[str], but: Iterable[str] = ()) -> list[LiveZone]:
        """Return the zones whose ids fit a pattern, in the order of the plan."""
        wanted, unwanted = tuple(patterns), tuple(but)
        return [
            zone
            for zone in self.reading.zones.values()
            if fits(zone.plan.id, wanted) and not fits(zone.plan.id, unwanted)
        ]

    def frames(self, patterns: Sequence[str]) -> list[LiveFrame]:
        """Return the frames whose ids fit a pattern, in the order of the plan."""
        return [
            frame for frame in self.reading.frames.values() if fits(frame.plan.id, tuple(patterns))
        ]

    def notes_of(self, zone_key: str) -> tuple[Row, ...]:
        """Return the notes that lie in a zone, in reading order."""
        return self._by_zone.get(zone_key, ())

    def notes_first_in(self, zone_key: str) -> tuple[Row, ...]:
        """Return the notes that the earliest checkpoint holds in a zone, wherever they are now."""
        return self._by_first_zone.get(zone_key, ())

    def label(self, zone: LiveZone) -> str:
        """Return what a zone is called in the language of the report."""
        self._worded.append(zone.plan.key)
        return self.labels.get(zone.plan.key, zone.plan.label)

    def written(self, zone: LiveZone) -> str:
        """Return what the plan wrote into a zone, in the language of the report."""
        self._worded.append(zone.plan.key)
        return self.prefilled.get(zone.plan.key, zone.plan.prefilled)

    def box_of(self, no: int) -> Box:
        """Return where a note lies."""
        return self.by_no[no].box

    def zone_id(self, key: str | None) -> str | None:
        """Return the neutral id of a zone, given its key."""
        return self._zone_ids.get(key)

    def labelled(self, labels: BoardLabels) -> View:
        """Return the view with the words of another language.

        Nothing that is kept of the view tells any, so all of it stays.
        """
        view = replace(self, labels=labels.zones, prefilled=labels.prefilled)
        vars(view).update(vars(self) | vars(view))
        return view

    @property
    def times_worded(self) -> int:
        """How often a word was asked for that depends on the language of the report."""
        return len(self._worded)

    def without_texts(self, numbers: Collection[int]) -> View:
        """Return the view without what some notes say; the notes themselves still count."""
        notes = tuple(
            note._replace(text=None) if note.no in numbers else note for note in self.reading.notes
        )
        view = replace(self, reading=replace(self.reading, notes=notes))
        # The rows of all other notes stay as they are, and there may be thousands.
        vars(view)["rows"] = tuple(
            view._row(note) if note.no in numbers else row  # noqa: SLF001  # a view itself
            for note, row in zip(notes, self.rows, strict=True)
        )
        return view

    def may_ask_who_wrote(self, note: PlacedNote) -> bool:
        """Tell whether the author of a note may be looked at, in a zone or beside them."""
        frame = self.reading.frames.get(note.frame or "")
        place = self.zone_id(note.zone) or (f"{frame.plan.id}.unplaced" if frame else None)
        return place is None or self.rules_of(place).authors != "never"

    def rules_of(self, zone_id: str) -> ZoneRules:
        """Return how the notes of a zone are read; worked out once."""
        if zone_id not in self._rules:
            self._rules[zone_id] = self.spec.rules_of(zone_id)
        return self._rules[zone_id]

    def parsed(self, text: str) -> ParsedAction:
        """Return what a text says as an action; worked out once, for several readings ask."""
        if text not in self._parsed:
            self._parsed[text] = parse_action(text, self.session)
        return self._parsed[text]

    def alike(self, names: Sequence[str], similarity: int) -> Alike:
        """Return who finds the most alike of some names; made once for all languages."""
        key = (similarity, tuple(names))
        if key not in self._alike:
            self._alike[key] = Alike(names, similarity)
        return self._alike[key]

    def kind_of(self, note: PlacedNote) -> str | None:
        """Return the kind of the zone a note lies in, null where that says none."""
        zone = self.zone_id(note.zone)
        return self.rules_of(zone).kind if zone is not None else None

    def _row(self, note: PlacedNote) -> Row:
        zone_id = self.zone_id(note.zone)
        return {
            "no": note.no,
            "text": note.text,
            "words": len(note.text.split()) if note.text else 0,
            "zone": note.zone,
            "zone_id": zone_id,
            "frame": note.frame,
            "first": self.zone_id(note.first_zone) or zone_id,
            "group": note.group,
            "color": note.colour,
            "tags": list(note.tags),
            "votes": self.votes.of_note.get(note.no, 0),
            "signs": self.votes.signs.get(note.no) or no_signs(),
            "private": note.private,
            "shared": "may_share" in note.tags,
            "origin": (note.origin or {}).get("parameter"),
            "title": note.title_note,
            "remark": note.remark,
            "created": note.item_created_at.isoformat() if note.item_created_at else None,
            "from": [note.no],
            "attached": [],
        }


def fits(name: str, patterns: Sequence[str]) -> bool:
    """Tell whether a name fits one of the patterns."""
    return any(zone_matches(name, pattern) for pattern in patterns)


def blank_note() -> Row:
    """Return a row with the fields of a note and nothing in them."""
    empty: Row = dict.fromkeys(NOTE_FIELDS)
    lists: Row = {"tags": [], "from": [], "attached": []}
    flags = dict.fromkeys(("private", "shared", "title", "remark"), False)
    return {**empty, **lists, **flags, "votes": 0, "words": 0, "signs": no_signs()}
