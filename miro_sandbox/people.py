"""Performs a script: simulated people write, drag, tag and vote on a board, each as themselves."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from miro_sandbox.mirror import Mirror, ScriptError
from miro_sandbox.script import (
    Connect,
    CopyItem,
    Delete,
    EditText,
    Move,
    PlaceDot,
    Recolour,
    Step,
    TagNote,
    TypeInto,
    UntagNote,
    WriteCard,
    WriteNote,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from miro_sandbox.mirror import Send

Json = dict[str, Any]

_PATHS = {
    "sticky_note": "sticky_notes",
    "shape": "shapes",
    "text": "texts",
    "card": "cards",
    "frame": "frames",
}
_COLOUR = {"card": "cardTheme"}
_WRITTEN = {"card": "title", "frame": "title"}
_NOTE = {"square": (199.0, 228.0), "rectangle": (350.0, 228.0)}
_CARD = (320.0, 60.0)


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
) -> Performance:
    """Perform the steps by time, equal times in the order given; the same script does the same.

    `send` sends each call as the person named. `at` is told each step's time before it is done, so
    a test can move its clock. Raises ScriptError for what is not on the board, and whatever `send`
    raises.
    """
    steps = sorted(script, key=lambda step: step.at)
    if not steps:
        return Performance({}, 0)
    mirror = Mirror(board_id, send, steps[0].who)
    for step in steps:
        if at is not None:
            at(step.at)
        _do(step, mirror)
    return Performance(dict(mirror.labels), mirror.calls)


def typed(text: str) -> str:
    """Give text as Miro's interface stores it: a paragraph a line, characters of HTML escaped."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))


@singledispatch
def _do(step: Step, mirror: Mirror) -> None:  # noqa: ARG001  # the dispatch's signature
    raise ScriptError(step)


@_do.register
def _(step: WriteNote, mirror: Mirror) -> None:
    width, height = _NOTE[step.shape]
    scale = (step.width or width) / width
    body = {
        "data": {"content": typed(step.text), "shape": step.shape},
        "style": {"fillColor": step.colour},
        "geometry": {"width": width * scale},
        **mirror.place(step.where, width * scale, height * scale),
    }
    mirror.keep(mirror.send(step.who, "POST", "sticky_notes", body), step.label)


@_do.register
def _(step: WriteCard, mirror: Mirror) -> None:
    data = {"title": typed(step.title)}
    if step.description:
        data["description"] = typed(step.description)
    if step.due is not None:
        data["dueDate"] = step.due
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
    goal = mirror.place(step.to, *_size(item))
    if item.get("parent") and "parent" not in goal:
        goal["parent"] = {"id": None}
    mirror.keep(mirror.send(step.who, "PATCH", f"items/{item['id']}", goal))


@_do.register
def _(step: Recolour, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    field = _COLOUR.get(item["type"], "fillColor")
    _change(step.who, mirror, item, {"style": {field: step.colour}})


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
        "geometry": _sides(item),
        **mirror.place(step.to, *_size(item)),
    }
    made = mirror.send(step.who, "POST", _path(item), body)
    mirror.keep(made, step.label)
    if item["type"] in {"sticky_note", "card"}:
        for tag in mirror.send(step.who, "GET", f"items/{item['id']}/tags")["tags"]:
            mirror.send(step.who, "POST", f"items/{made['id']}?tag_id={tag['id']}")


@_do.register
def _(step: EditText, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    field = _WRITTEN.get(item["type"], "content")
    text = step.text if item["type"] == "frame" else typed(step.text)
    _change(step.who, mirror, item, {"data": {field: text}})


@_do.register
def _(step: TypeInto, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    field = _WRITTEN.get(item["type"], "content")
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
def _(step: Delete, mirror: Mirror) -> None:
    item = mirror.item(step.what)
    noun = "connectors" if item["type"] == "connector" else "items"
    mirror.send(step.who, "DELETE", f"{noun}/{item['id']}")
    mirror.forget(item["id"])


def _change(who: str, mirror: Mirror, item: Json, body: Json) -> None:
    mirror.keep(mirror.send(who, "PATCH", f"{_path(item)}/{item['id']}", body))


def _path(item: Json) -> str:
    path = _PATHS.get(item["type"])
    if path is None:
        raise ScriptError(item)
    return path


def _size(item: Json) -> tuple[float, float]:
    geometry = item.get("geometry") or {}
    return geometry.get("width", 0.0), geometry.get("height", 0.0)


def _sides(item: Json) -> Json:
    """Give the sides a create call takes: one for notes, no height for texts."""
    geometry = dict(item.get("geometry") or {})
    if item["type"] in {"sticky_note", "text"}:
        geometry.pop("height", None)
    return geometry
