"""The signals that apply to every method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from board_templates.plan import Voting
from harvest.findings import Finding
from harvest.moved_on import MovedOn
from harvest.personal_data import may_be_personal
from harvest.placed import LiveZone, PlacedDot, PlacedNote
from harvest.summary import Action
from harvest.view import View
from harvest.voices import Voices

LONE_NOTES = 3
LONE_AUTHORS = 5
DOMINANT_NOTES = 10
DOMINANT_SHARE = 0.4
TURNOUT = 0.6
UNPLACED = 0.15
MOVED = 40.0
_INTRO = "F0"
_NOT_FOR_NOTES = frozenset({"chrome", "dot", "carrier"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the common signals look at."""

    view: View
    voices: Voices
    actions: Sequence[Action]
    parked: Sequence[int]


def common_signals(scene: Scene) -> list[Finding]:
    """Return the common signals of a board, in the order of their list."""
    return [finding for rule in _RULES for finding in rule(scene)]


def _applies(scene: Scene, zone: LiveZone, code: str) -> bool:
    return code not in scene.view.rules_of(zone.plan.id).off


def _expects_notes(scene: Scene, zone: LiveZone) -> bool:
    plan = zone.plan
    if plan.id.startswith(f"{_INTRO}.") or plan.row is not None:
        return False
    if plan.colour in _NOT_FOR_NOTES or (plan.colour == "text" and plan.prefilled):
        return False
    return scene.view.rules_of(plan.id).kind != "attended"


def _empty_zones(scene: Scene) -> Iterator[Finding]:
    example_only = set(scene.view.reading.seeds_only)
    moved = MovedOn(scene.view.reading)
    for key, zone in scene.view.reading.zones.items():
        if (
            key not in example_only
            and _expects_notes(scene, zone)
            and _applies(scene, zone, "empty_zone")
            and not scene.view.notes_of(key)
            and not scene.view.notes_first_in(key)
            and not scene.view.votes.of_zone.get(key)
            and not moved.out_of(zone)
        ):
            yield Finding("empty_zone", key)


def _lone_voices(scene: Scene) -> Iterator[Finding]:
    if (scene.voices.seen or 0) < LONE_AUTHORS:
        return
    for key, zone in scene.view.reading.zones.items():
        notes = [scene.view.by_no[row["no"]] for row in scene.view.notes_of(key)]
        authors = scene.voices.count(notes)
        alone = len(authors) == 1 and authors.total() >= LONE_NOTES
        if alone and _applies(scene, zone, "lone_voice"):
            yield Finding("lone_voice", key)


def _dominant_authors(scene: Scene) -> Iterator[Finding]:
    groups: dict[str | None, list[PlacedNote]] = {}
    for note in scene.view.reading.notes:
        zone = scene.view.reading.zones.get(note.zone or "")
        if zone is None:
            groups.setdefault(None, []).append(note)
        elif _applies(scene, zone, "dominant_author"):
            by_frame = scene.view.rules_of(zone.plan.id).voices_by == "frame"
            groups.setdefault(zone.plan.frame if by_frame else None, []).append(note)
    for notes in groups.values():
        authors = scene.voices.count(notes)
        most = max(authors.values(), default=0)
        if authors.total() >= DOMINANT_NOTES and most > DOMINANT_SHARE * authors.total():
            yield Finding("dominant_author", None, {"pct": round(100 * most / authors.total())})


def _low_turnout(scene: Scene) -> Iterator[Finding]:
    seen = scene.voices.seen
    if seen is not None and seen < TURNOUT * scene.view.people and _voices_apply(scene):
        yield Finding("low_turnout", None, {"total": scene.view.people, "n": seen})


def _voices_apply(scene: Scene) -> bool:
    """Turnout is judged unless every zone that takes notes says that it is none of our business."""
    zones = [zone for zone in scene.view.reading.zones.values() if _expects_notes(scene, zone)]
    return not zones or any(_applies(scene, zone, "low_turnout") for zone in zones)


def _actions(scene: Scene) -> Iterator[Finding]:
    counts = {
        "missing_owner": sum(action.owner in {None, False} for action in scene.actions),
        "missing_due": sum(action.due is None for action in scene.actions),
        "past_due": sum(_past(action.due, scene.view.session) for action in scene.actions),
    }
    for code, n in counts.items():
        if n:
            yield Finding(code, None, {"n": n})


def _past(due: date | None, session: date) -> bool:
    return due is not None and due < session


def _unplaced(scene: Scene) -> Iterator[Finding]:
    notes = scene.view.reading.notes
    n = sum(note.zone is None for note in notes)
    if n > UNPLACED * len(notes):
        yield Finding("unplaced", None, {"n": n})


def _overvotes(scene: Scene) -> Iterator[Finding]:
    for key, dots in scene.view.votes.in_frame.items():
        frame = scene.view.reading.frames.get(key)
        if frame is None or frame.plan.voting in {None, Voting.SIGNED}:
            continue
        people = frame.plan.people if "group" in frame.plan.place else scene.view.people
        n, most = _given(scene, frame.plan.voting, dots, people)
        if n > most:
            yield Finding("overvote", None, {"frame_key": key, "n": n, "max": most})


def _given(
    scene: Scene, voting: Voting | None, dots: Sequence[PlacedDot], people: int
) -> tuple[int, int]:
    """Return how many dots there are and how many were given out; in a table of its worst row."""
    if voting is Voting.PLAIN:
        return len(dots), int(scene.view.brief.get("dots_per_person") or 0) * people
    if voting is Voting.ROW:
        rows = Counter(_row_of(scene, dot) for dot in dots)
        return max(rows.values(), default=0), people
    return len(dots), people


def _row_of(scene: Scene, dot: PlacedDot) -> int | None:
    key = dot.zone
    if key is None and dot.note is not None:
        key = scene.view.by_no[dot.note].zone
    zone = scene.view.reading.zones.get(key or "")
    return zone.plan.row if zone is not None else None


def _loose_dots(scene: Scene) -> Iterator[Finding]:
    if scene.view.votes.loose:
        yield Finding("loose_dots", None, {"n": scene.view.votes.loose})


def _seeds_only(scene: Scene) -> Iterator[Finding]:
    for key in scene.view.reading.seeds_only:
        zone = scene.view.reading.zones[key]
        if _applies(scene, zone, "seed_only"):
            yield Finding("seed_only", key)


def _parked(scene: Scene) -> Iterator[Finding]:
    if scene.parked:
        yield Finding("parked", None, {"n": len(scene.parked)})


def _personal_data(scene: Scene) -> Iterator[Finding]:
    n = sum(
        note.text is not None and may_be_personal(note.text) for note in scene.view.reading.notes
    )
    if n:
        yield Finding("personal_data", None, {"n": n})


def _moved_zones(scene: Scene) -> Iterator[Finding]:
    for key, zone in scene.view.reading.zones.items():
        moved = zone.moved is None or zone.moved > MOVED
        if moved and zone.plan.colour != "chrome" and _applies(scene, zone, "zone_moved"):
            yield Finding("zone_moved", key)


_RULES = (
    _empty_zones,
    _lone_voices,
    _dominant_authors,
    _low_turnout,
    _actions,
    _unplaced,
    _overvotes,
    _loose_dots,
    _seeds_only,
    _parked,
    _personal_data,
    _moved_zones,
)
