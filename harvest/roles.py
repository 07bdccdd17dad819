"""What each item of the listing is: counted, or set aside for one reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from board_templates.plan import PlannedItem, PlannedZone, Role
from harvest.dots import is_dot
from harvest.items import CARDS, FRAME, SHAPE, STICKY, TEXT, LiveItem
from harvest.placed import Aside, Source
from harvest.placing.board import LiveBoard, Place
from harvest.placing.wordings import UNKNOWN, masked, says_something
from harvest.rules import Rules
from harvest.typed import typed_among, typed_into, without_first

_UNREADABLE: Final[Mapping[str, Aside]] = {
    FRAME: Aside.FRAME,
    "image": Aside.IMAGE,
    "document": Aside.DOCUMENT,
    "doc_format": Aside.DOCUMENT,
    "embed": Aside.OTHER,
    "preview": Aside.OTHER,
}
_SEEDS: Final[Mapping[Role, Aside]] = {Role.PROMPT: Aside.PROMPT, Role.EXAMPLE: Aside.EXAMPLE}
_ONLY_SAYS: Final = "chrome"
_SAME_SIZE: Final = 0.05


class Verdict(NamedTuple):
    """Counted when `aside` is null; then `text` is what counts, signs still in it.

    `planned` is set on what the workshop brought along, `zone` when the text was typed into the
    shape of that zone.
    """

    aside: Aside | None = None
    source: Source = Source.NOTE
    text: str = ""
    planned: PlannedItem | None = None
    zone: PlannedZone | None = None


@dataclass(frozen=True)
class Roles:
    """Judges the items of one board."""

    board: LiveBoard
    rules: Rules

    def of(self, item: LiveItem, place: Place) -> Verdict:
        """Return what an item is, by what was planned, else by what it is made of."""
        if item.type == FRAME or not item.written_on:
            return Verdict(self._unreadable(item, place))
        planned = self.board.planned(item)
        if planned is None:
            return self._unplanned(item, place)
        verdict = self._planned(item, planned)
        if verdict.aside is None and planned.role is not Role.CARRIER and self._practice(place):
            return Verdict(Aside.PRACTICE, planned=planned)
        return verdict

    def _unreadable(self, item: LiveItem, place: Place) -> Aside:
        if item.type == FRAME:
            return Aside.FRAME
        if place.elsewhere:
            return Aside.OTHER
        if self._practice(place):
            return Aside.PRACTICE
        readable = item.raw.supported and item.type in _UNREADABLE
        return _UNREADABLE[item.type] if readable else Aside.UNSUPPORTED

    def _practice(self, place: Place) -> bool:
        return self.rules.is_practice(self.board.zone_id(place.zone))

    def _planned(self, item: LiveItem, planned: PlannedItem) -> Verdict:
        zone = self.board.scene.zone_of_shape.get(planned.key)
        if planned.role is Role.FOOTER:
            return Verdict(Aside.CHROME, planned=planned)
        if planned.role is Role.DOT:
            return Verdict(Aside.DOT, planned=planned)
        if planned.role in _SEEDS:
            return self._seed(item, planned)
        if planned.role is Role.BLANK:
            return self._blank(item, planned)
        if zone is not None or planned.role is Role.CHROME:
            return self._shape(item, planned, zone)
        return Verdict(None, Source.NOTE, item.text, planned)

    def _seed(self, item: LiveItem, planned: PlannedItem) -> Verdict:
        if item.empty:
            return Verdict(Aside.BLANK, planned=planned)
        if item.folded in self.board.scene.words.get(planned.key, ()):
            return Verdict(_SEEDS[planned.role], planned=planned)
        if item.folded in self._seed_texts:
            return Verdict(Aside.DUPLICATE_OF_SEED, planned=planned)
        return Verdict(None, Source.EDITED_SEED, item.text, planned)

    def _blank(self, item: LiveItem, planned: PlannedItem) -> Verdict:
        if item.empty:
            return Verdict(Aside.BLANK, planned=planned)
        if item.folded in self._seed_texts:
            return Verdict(Aside.DUPLICATE_OF_SEED, planned=planned)
        return Verdict(None, Source.NOTE, item.text, planned)

    def _shape(self, item: LiveItem, planned: PlannedItem, zone: PlannedZone | None) -> Verdict:
        """Judge a text of the board: only what was typed into it counts; a carrier always does."""
        carrier = planned.role is Role.CARRIER
        added = self._added(item, planned, zone)
        if carrier or added or item.raw.removed is not None:
            return Verdict(None, Source.SHAPE_TEXT, added, planned, zone)
        return Verdict(Aside.CHROME, planned=planned)

    def _added(self, item: LiveItem, planned: PlannedItem, zone: PlannedZone | None) -> str:
        scene = self.board.scene
        lines = scene.zone_lines.get(zone.key, ()) if zone else ()
        if planned.role is not Role.CARRIER:
            lines += scene.lines.get(planned.key, ())
        if planned.key in self.board.known.certain:
            return typed_into(item.text, lines)
        unknown = _unknown_lines(planned, zone)
        if planned.role is Role.CHROME and (zone is None or zone.colour == _ONLY_SAYS):
            unknown = unknown or self._other_title(item, zone)
            return typed_among(item.text, lines, unknown)
        return without_first(typed_into(item.text, lines, roughly=True), unknown)

    def _other_title(self, item: LiveItem, zone: PlannedZone | None) -> int:
        """Return 1 when the first line of a zone is a name the facilitator gave it."""
        labels = self.board.scene.labels.get(zone.key, frozenset()) if zone else frozenset()
        return int(bool(labels) and not any(item.folded.startswith(label) for label in labels))

    def _unplanned(self, item: LiveItem, place: Place) -> Verdict:
        if place.elsewhere:
            return Verdict(Aside.OTHER)
        if self._practice(place):
            return Verdict(Aside.PRACTICE)
        aside = self._set_aside(item)
        return Verdict(aside, Source.NOTE, "" if aside else item.text)

    def _set_aside(self, item: LiveItem) -> Aside | None:
        """Return why something people made does not count, null when it does."""
        if is_dot(item, self.board.note_size, numbered=self._numbered):
            return Aside.DOT
        if item.empty and item.type in {STICKY, *CARDS}:
            return Aside.BLANK
        if item.empty:
            return Aside.CHROME if item.type == SHAPE and self._copies_chrome(item) else Aside.OTHER
        if item.folded in self._seed_texts:
            return Aside.DUPLICATE_OF_SEED
        copied = item.type in {SHAPE, TEXT} and self._copies_chrome(item)
        return Aside.CHROME if copied else None

    @cached_property
    def _numbered(self) -> bool:
        """Whether the dots of this method carry numbers."""
        dots = (item for item in self.board.scene.plan.items if item.role is Role.DOT)
        return any(dot.text.isdigit() for dot in dots)

    @cached_property
    def _seed_texts(self) -> frozenset[str]:
        return self.board.scene.texts_of_roles(*_SEEDS)

    @cached_property
    def _chrome(self) -> Mapping[str, list[float]]:
        """How wide each of our texts is drawn: as it is on the board, else as planned.

        A shape without a text is a colour of the legend, as wide as in any of the languages.
        """
        scene, ids = self.board.scene, self.board.known.ids
        found: dict[str, list[float]] = defaultdict(list)
        for plan in (scene.plan, *scene.twins):
            found[""] += [item.box.width for item in plan.items if _is_bare(item)]
        for planned in scene.plan.items:
            if planned.role is Role.CHROME:
                live = scene.by_id.get(ids.get(planned.key, ""))
                width = live.box.width if live and live.box else planned.box.width
                for text in scene.words.get(planned.key, ()):
                    found[text].append(width)
        return found

    def _copies_chrome(self, item: LiveItem) -> bool:
        """Tell whether an item is a copy of one of our texts, as when people copy a frame.

        A copy is as wide as the original; a short answer in a shape of somebody's own is not. What
        lost its words to cutting had some, and they were not ours.
        """
        if item.box is None or item.raw.removed is not None:
            return False
        width = item.box.width
        widths = self._chrome.get(item.folded, ())
        return any(abs(width - drawn) <= _SAME_SIZE * drawn for drawn in widths)


def _is_bare(item: PlannedItem) -> bool:
    return item.role is Role.CHROME and not item.text


def _unknown_lines(planned: PlannedItem, zone: PlannedZone | None) -> int:
    """Return how many lines a plan read from a footer only knows to be there."""
    text = planned.text
    if planned.role is Role.CARRIER:
        text = f"{zone.label}\n{zone.prompt}" if zone else ""
    lines = (masked(line) for line in text.splitlines() if UNKNOWN in line)
    return sum(not says_something(line) for line in lines)
