"""Counted items become notes: text without signs, colour, tags, who wrote it, what is kept out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from pydantic import TypeAdapter

from board_templates.geometry import Box, Point
from board_templates.plan import PlannedItem, Role
from harvest.first_places import FirstPlace, group_of_place, planned_first
from harvest.items import CARDS, STICKY, LiveItem
from harvest.marks import Marked, read_marks
from harvest.placed import PlacedNote, Reason, Source
from harvest.placing.board import LiveBoard, Place
from harvest.privacy import Kept, kept
from harvest.roles import Verdict
from harvest.rules import Rules
from harvest.tags_known import DONE, KnownTags, group_of

_KINDS: Final[Mapping[str, str]] = {STICKY: "sticky", **dict.fromkeys(CARDS, "card")}
TITLE_COLOUR: Final = "cyan"
REMARK_COLOUR: Final = "orange"
_TELLING: Final = frozenset({TITLE_COLOUR, REMARK_COLOUR})
_instants: Final = TypeAdapter(datetime)


@dataclass(frozen=True)
class Counting:
    """What it takes to make a note of a counted item.

    `first` are first places by item id, `bundles` the ids of Miro's groups by item id.
    """

    board: LiveBoard
    rules: Rules
    tags: KnownTags
    first: Mapping[str, FirstPlace]
    bundles: Mapping[str, str]
    _groups: dict[tuple[str | None, str | None], str | None] = field(
        default_factory=dict, init=False
    )

    def note(self, item: LiveItem, verdict: Verdict, place: Place) -> PlacedNote:
        """Return the note; its number and its order in the zone are still to come."""
        if verdict.zone is not None:
            place = Place(verdict.zone.key, verdict.zone.frame, Reason.LIES_IN)
        tags = self.tags.neutral(item.raw.tags)
        marked = _marked(item, verdict)
        first, group = self._first(item, verdict, place, tags)
        signs = self._with_colour(item, verdict, marked, (place.zone, first))
        out = self._kept(item, verdict, place, tags, signs)
        card = {} if out.out else item.raw.data or {}
        return PlacedNote(
            no=0,
            order=(0.0, 0.0),
            id=item.id,
            kind=_KINDS.get(item.type, item.type),
            source=verdict.source,
            text=None if out.out else marked.text,
            zone=place.zone,
            frame=place.frame,
            first_zone=first,
            reason=place.reason,
            nearest=place.nearest,
            box=item.box or self._somewhere(place),
            colour=item.colour,
            tags=tags,
            author=_author(item, verdict.planned),
            private=out.private,
            mark=marked.mark,
            title_note=signs.title_note,
            remark=signs.remark,
            done=marked.done or DONE in tags,
            origin=verdict.planned.origin if verdict.planned else None,
            assignee=str(card["assigneeId"]) if card.get("assigneeId") else None,
            due=_instant(card.get("dueDate")),
            group=group,
            item_created_at=None if verdict.planned else item.raw.created_at,
            bundle=self.bundles.get(item.id),
            confidential=out.confidential,
            passed=self.first[item.id].passed if item.id in self.first else (),
        )

    def _first(
        self, item: LiveItem, verdict: Verdict, place: Place, tags: tuple[str, ...]
    ) -> tuple[str | None, str | None]:
        """Return the first zone and the working group: a checkpoint's, a tag's, the present one."""
        earliest = self.first.get(item.id)
        planned = verdict.planned
        zone = earliest.zone if earliest else planned and planned_first(self.board, planned)
        group = (earliest and earliest.group) or group_of(tags) or self._group_of(place)
        return zone or place.zone, group

    def _group_of(self, place: Place) -> str | None:
        """Return the working group of a place; worked out once for all notes that lie there."""
        key = place.zone, place.frame
        if key not in self._groups:
            self._groups[key] = group_of_place(self.board, place)
        return self._groups[key]

    def _with_colour(
        self, item: LiveItem, verdict: Verdict, marked: Marked, zones: tuple[str | None, ...]
    ) -> Marked:
        """Return the signs and what the colour of a sticky note says beside them.

        In a zone of that colour it says nothing, and neither on what the workshop brought along.
        """
        if item.colour not in _TELLING:  # most notes
            return marked
        carrier = verdict.planned is not None and verdict.planned.role is Role.CARRIER
        places = (self.board.zones.get(key or "") for key in zones)
        plain = {zone.plan.colour for zone in places if zone is not None}
        if item.type != STICKY or carrier or item.colour in plain:
            return marked
        return marked._replace(
            title_note=marked.title_note or item.colour == TITLE_COLOUR,
            remark=marked.remark or item.colour == REMARK_COLOUR,
        )

    def _kept(
        self, item: LiveItem, verdict: Verdict, place: Place, tags: tuple[str, ...], signs: Marked
    ) -> Kept:
        removed = item.raw.removed
        if removed is not None:
            return Kept(removed.private, removed.confidential)
        return kept(
            self.rules,
            self.board.zone_id(place.zone),
            self.board.frame_id(place.frame),
            tags=tags,
            signed=signs.private,
            title_note=signs.title_note,
            our_own=self._is_our_own(item, verdict),
        )

    def _is_our_own(self, item: LiveItem, verdict: Verdict) -> bool:
        """Tell whether the workshop brought the text along and nobody changed it."""
        planned = verdict.planned
        if planned is None or planned.role is not Role.CARRIER:
            return False
        return item.folded in self.board.scene.words.get(planned.key, ())

    def _somewhere(self, place: Place) -> Box:
        """Return a point for what Miro gave no place: the corner of its frame."""
        frame = self.board.frames.get(place.frame or "")
        corner = Point(frame.box.x, frame.box.y) if frame else Point(0.0, 0.0)
        return Box(corner.x, corner.y, 0.0, 0.0)


def _marked(item: LiveItem, verdict: Verdict) -> Marked:
    gone = item.raw.removed
    if gone is None:
        return read_marks(verdict.text, typed_in_zone=verdict.source is Source.SHAPE_TEXT)
    return Marked("", gone.title_note, gone.remark, gone.private, gone.done, gone.mark)


def _author(item: LiveItem, planned: PlannedItem | None) -> str | None:
    """Return who wrote a note, null when the board cannot tell.

    What the program put there was made by whoever ran it: then the one who changed it last is the
    writer, unless that is the same person, who may only have moved it.
    """
    if planned is None:
        return item.raw.created_by
    if planned.role is Role.CARRIER or item.raw.modified_by == item.raw.created_by:
        return None
    return item.raw.modified_by


def _instant(value: object) -> datetime | None:
    try:
        return _instants.validate_python(value) if isinstance(value, str) else None
    except ValueError:
        return None
