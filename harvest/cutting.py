"""Takes out of a snapshot what must never be stored, before it is.

What stays is enough to count and place everything as before: whoever reads the cut snapshot finds
the same notes in the same zones, with the same votes, only without their words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Final

from pydantic import JsonValue

from board_templates.method import Method
from board_templates.plan import Plan, Role
from board_templates.shared_texts import SharedTexts
from harvest.items import FRAME, SHAPE
from harvest.judging import Judged, JudgedBoard, judge
from harvest.placed import Aside
from harvest.placing.board import Planned
from harvest.placing.footer import footers
from harvest.snapshot import Removed, Snapshot, SnapshotItem
from harvest.typed import planned_lines_of

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_LOOK: Final = frozenset({"shape"})  # what an item's data say that is nobody's words


def cut(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    snapshot: Snapshot,
    *,
    placed_by: Mapping[str, str] = _NOTHING,
    twins: Sequence[Plan] = (),
    earlier: Sequence[Snapshot] = (),
    assigned: Mapping[str, str] = _NOTHING,
    footer: str | None = None,
    elsewhere: Collection[str] = (),
) -> Snapshot:
    """Return the snapshot as it may be stored.

    Cut are the texts of private notes, of confidential zones (what REST cannot read there too),
    of the practice corner, and of whatever belongs to other workshops on the board. Arguments are
    those of `read_board`.

    Raises:
        FaultyHarvest: when a condition of the method's zones cannot be evaluated.
    """
    planned = Planned(plan, twins, placed_by, footer, elsewhere, assigned)
    judged = judge(method, shared, planned, snapshot, earlier)
    foreign_footers = {item.id for item, _, _ in footers(judged.board.scene.items)}
    stored = {
        one.item.id: _stored(one, judged)
        for one in judged.items
        if one.item.id not in foreign_footers and one.item.type != FRAME
    }
    items = tuple(stored.get(item.id, item) for item in snapshot.items)
    return snapshot.model_copy(update={"items": items})


def _stored(one: Judged, judged: JudgedBoard) -> SnapshotItem:
    raw = one.item.raw
    if raw.removed is not None:
        return raw
    if one.note is not None:
        return _without_words(one, judged) if one.note.private or one.note.confidential else raw
    if one.verdict.aside is Aside.PRACTICE:
        return _without_words(one, judged)
    if one.place.elsewhere or _hides_what_rest_cannot_read(one, judged):
        return raw.model_copy(update={"data": _look(raw) if one.item.written_on else None})
    return raw


def _hides_what_rest_cannot_read(one: Judged, judged: JudgedBoard) -> bool:
    """Tell whether a picture, a document or a link lies where nothing may be kept."""
    if one.item.written_on:
        return False
    zone, frame = judged.board.zone_id(one.place.zone), judged.board.frame_id(one.place.frame)
    rules = judged.rules
    return rules.is_private_place(zone) or rules.secrecy(zone, frame).confidential


def _without_words(one: Judged, judged: JudgedBoard) -> SnapshotItem:
    """Return an item without what people wrote, but with what shows that they did."""
    raw = one.item.raw
    if not one.item.written_on:
        return raw.model_copy(update={"data": None})
    content = "".join(f"<p>{escape(line, quote=False)}</p>" for line in _ours(one, judged))
    data = {**_look(raw), "content": content} if content else _look(raw)
    return raw.model_copy(update={"data": data, "removed": _removed(one)})


def _ours(one: Judged, judged: JudgedBoard) -> tuple[str, ...]:
    """Return the lines of a text that the workshop brought along; a carrier's value is not kept."""
    planned, zone, scene = one.verdict.planned, one.verdict.zone, judged.board.scene
    if planned is None or one.item.type != SHAPE:
        return ()
    lines = scene.zone_lines.get(zone.key, ()) if zone else ()
    own = () if planned.role is Role.CARRIER else scene.lines.get(planned.key, ())
    return planned_lines_of(one.item.text, (*lines, *own))


def _removed(one: Judged) -> Removed:
    note, planned = one.note, one.verdict.planned
    key = planned.key if planned else None
    if note is None:
        return Removed(key=key)
    return Removed(
        key=key,
        private=note.private,
        confidential=note.confidential,
        title_note=note.title_note,
        remark=note.remark,
        done=note.done,
        mark=note.mark,
    )


def _look(raw: SnapshotItem) -> dict[str, JsonValue]:
    return {name: value for name, value in (raw.data or {}).items() if name in _LOOK}
