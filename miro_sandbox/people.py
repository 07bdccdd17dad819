"""Performs a script: simulated people write, drag, tag and vote on a board, each as themselves."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from miro_sandbox.handwriting import (
    COLOUR_FIELDS,
    NOTE_SIZES,
    TEXT_FIELDS,
    note_body,
    path_of,
    sides_of,
    size_of,
    typed,
)
from miro_sandbox.mirror import Mirror, ScriptError
from miro_sandbox.script import (
    Connect,
    CopyItem,
    Delete,
    EditText,
    Group,
    Leave,
    Move,
    PlaceDot,
    Recolour,
    Reshape,
    Spot,
    Step,
    TagNote,
    TypeInto,
    UntagNote,
    WriteCard,
    WriteNote,
    WriteText,
    WriteTogether,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from miro_sandbox.mirror import Send

Json = dict[str, Any]

_CARD = (320.0, 60.0)
_ROOM_FOR_TEXT = 300.0  # nobody knows a text's height before Miro has decided it
_AT_ONCE = 20


@dataclass(frozen=True)
class Performance:
    """What came of a script: item ids by label, and how many calls it took."""

    ids: Mapping[str, str]
    calls: int


def perform(
    script: Sequence[Step],
    board_id: str,
    send: Send,
    *,
    at: Callable[[float], None] | None = None,
    known: Mapping[str, str] | None = None,
) -> Performance:
    """Perform the steps by time, equal times in the order given; the same script does the same.

    `send` sends each call as the person named. `at` is told each step's time before it is done, so
    a test can move its clock, or let real time pass. `known` are ids of items on the board by the
    labels that the script calls them. Raises ScriptError for what is not on the board, and
    whatever `send` raises.
    """
    steps = sorted(script, key=lambda step: step.at)
    if not steps:
        return Performance(dict(known or {}), 0)
    mirror = Mirror(board_id, send, steps[0].who, known or {})
    for step in steps:
        if at is not None:
            at(step.at)
        _do(step, mirror)
    return Performance(dict(mirror.labels), mirror.calls)


@singledispatch
def _do(step: Step, mirror: Mirror) -> None:  # noqa: ARG001  # the dispatch's signature
    raise ScriptError(step)


@_do.register
def _(step: WriteNote, mirror: Mirror) -> None:
    mirror.keep(mirror.send(step.who, "POST", "sticky_notes", note_body(step, mirror)), step.label)


@_do.register
def _(step: WriteTogether, mirror: Mirror) -> None:
    for start in range(0, len(step.notes), _AT_ONCE):
        notes = step.notes[start : start + _AT_ONCE]
        body = [{"type": "sticky_note", **mirror.expect(note_body(note, mirror))} for note in notes]
        made = mirror.send(step.who, "POST", "items/bulk", body)["data"]
        for item, note in zip(made, notes, strict=True):
            mirror.keep(item, note.label)
        mirror.arrived()


@_do.register
def _(step: WriteText, mirror: Mirror) -> None:
    body = {
        "data": {"content": typed(step.text)},
        "geometry": {"width": step.width},
        **mirror.place(step.where, step.width, _ROOM_FOR_TEXT),
    }
    mirror.keep(mirror.send(step.who, "POST", "texts", body), step.label)


@_do.register
def _(step: Leave, mirror: Mirror) -> None:
    body = {
        "type": step.type,
        "by": step.who,
        "isSupported": step.supported,
        "geometry": {"width": step.size, "height": step.size},
        **mirror.place(step.where, step.size, step.size),
    }
    mirror.keep(mirror.seed(step.who, body), step.label)


@_do.register
def _(step: WriteCard, mirror: Mirror) -> None:
    data = {"title": typed(step.title)}
    if step.description:
        data["description"] = typed(step.description)
    if step.due is not None:
        data["dueDate"] = step.due
    if step.assignee is not None:
        data["assigneeId"] = mirror.person_id(step.assignee)
    body = {"data": data, **mirror.place(step.where, *_CARD)}
    mirror.keep(mirror.send(step.who, "POST", "cards", body), step.label)


@_do.register
def _(step: PlaceDot, mirror: Mirror) -> None:
    body = {
        "data": {"shape": "circle", "content": typed(step.sign) if step.sign else ""},
        "style": {
            "fillColor": step.colour,
            "fillOpacity": "1.0",
            "borderOpacity": "0.0",
            "textAlign": "center",
            "textAlignVertical": "middle",
        },
        "geometry": {"width": step.size, "height": step.size},
        **mirror.place(step.where, step.size, step.size),
    }
    mirror.keep(mirror.send(step.who, "POST", "shapes", body), step.label)


@_do.register
def _(step: Move, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    goal = mirror.place(step.to, *size_of(item))
    if item.get("parent") and "parent" not in goal:
        goal["parent"] = {"id": None}
    mirror.keep(mirror.send(step.who, "PATCH", f"items/{item['id']}", goal))


@_do.register
def _(step: Recolour, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    field = COLOUR_FIELDS.get(item["type"], "fillColor")
    _change(step.who, mirror, item, {"style": {field: step.colour}})


@_do.register
def _(step: Reshape, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    width, height = NOTE_SIZES[step.shape]
    tall = size_of(item)[1]
    x, y = mirror.board_place(item)
    goal = mirror.place(Spot(x, y), tall * width / height, tall)
    if item.get("parent") and "parent" not in goal:  # too wide for where it lies in its frame
        left = {**goal, "parent": {"id": None}}
        item = mirror.send(step.who, "PATCH", f"items/{item['id']}", left)
    _change(step.who, mirror, item, {"data": {"shape": step.shape}})


@_do.register
def _(step: TagNote, mirror: Mirror) -> None:
    tag_id = mirror.tag_id(step.who, step.tag, step.colour)
    mirror.send(step.who, "POST", f"items/{mirror.item(step.what)['id']}?tag_id={tag_id}")


@_do.register
def _(step: UntagNote, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    carried = mirror.send(step.who, "GET", f"items/{item['id']}/tags")["tags"]
    found = [tag["id"] for tag in carried if tag["title"] == step.tag]
    if not found:
        raise ScriptError(step)
    mirror.send(step.who, "DELETE", f"items/{item['id']}?tag_id={found[0]}")


@_do.register
def _(step: CopyItem, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    body = {
        "data": item["data"],
        "style": item.get("style", {}),
        "geometry": sides_of(item),
        **mirror.place(step.to, *size_of(item)),
    }
    made = mirror.send(step.who, "POST", path_of(item), body)
    mirror.keep(made, step.label)
    if item["type"] in {"sticky_note", "card"}:
        for tag in mirror.send(step.who, "GET", f"items/{item['id']}/tags")["tags"]:
            mirror.send(step.who, "POST", f"items/{made['id']}?tag_id={tag['id']}")


@_do.register
def _(step: EditText, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    field = TEXT_FIELDS.get(item["type"], "content")
    text = step.text if item["type"] == "frame" else typed(step.text)
    _change(step.who, mirror, item, {"data": {field: text}})


@_do.register
def _(step: TypeInto, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    field = TEXT_FIELDS.get(item["type"], "content")
    before = item["data"].get(field, "")
    if before and not before.startswith("<p>"):
        before = f"<p>{before}</p>"
    _change(step.who, mirror, item, {"data": {field: before + typed(step.text)}})


@_do.register
def _(step: Connect, mirror: Mirror) -> None:
    ends = {
        "startItem": {"id": mirror.item(step.start)["id"]},
        "endItem": {"id": mirror.item(step.end)["id"]},
    }
    captions = {"captions": [{"content": html.escape(step.caption)}]} if step.caption else {}
    made = mirror.send(step.who, "POST", "connectors", {**ends, **captions})
    mirror.keep(made, step.label)


@_do.register
def _(step: Group, mirror: Mirror) -> None:
    members = [mirror.item(what)["id"] for what in step.whats]
    made = mirror.send(step.who, "POST", "groups", {"data": {"items": members}})
    if step.label:
        mirror.labels[step.label] = made["id"]


@_do.register
def _(step: Delete, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    noun = "connectors" if item["type"] == "connector" else "items"
    mirror.send(step.who, "DELETE", f"{noun}/{item['id']}")
    mirror.forget(item["id"])


def _change(who: str, mirror: Mirror, item: Json, body: Json) -> None:
    mirror.keep(mirror.send(who, "PATCH", f"{path_of(item)}/{item['id']}", body))
