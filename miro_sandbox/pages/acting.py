"""What a person can do on the board page: write, drag, copy, rewrite, recolour, delete.

Each deed goes through the API's own operation, so the page can do nothing the API would refuse.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import EDIT, board_for
from miro_sandbox.catalogue import OPERATIONS
from miro_sandbox.config import ALL_SCOPES
from miro_sandbox.geometry import Box, lies_within, to_frame
from miro_sandbox.items.kinds import KINDS
from miro_sandbox.items.kinds.notes import HEIGHT, WIDTHS
from miro_sandbox.operations import Call, Caller, Sent, numeric_id
from miro_sandbox.pages.writing import plain_lines
from miro_sandbox.state import items, people
from miro_sandbox.validation import NUMBER, TEXT, Schema, checked, enum

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.config import Config
    from miro_sandbox.state.database import Tx
    from miro_sandbox.state.items import Item

Json = dict[str, Any]

BROWSER_APP = "browser"
_ANSWERS = {operation.name: operation.answer for operation in OPERATIONS}
_NOTE = "sticky_note"
# The field of each kind that the page can rewrite, and the one that holds its colour.
_WORDS = {_NOTE: "content", "shape": "content", "text": "content", "card": "title"}
_COLOURED = {_NOTE: "fillColor", "shape": "fillColor", "card": "cardTheme"}


@dataclass(frozen=True)
class Hand:
    """Somebody at the page of one board, within one transaction."""

    tx: Tx
    config: Config
    caller: Caller
    board_id: str

    def call(self, operation: str, body: Json, **args: str) -> Json:
        """Do one operation of the API; give its JSON answer."""
        sent = Sent({"board_id": self.board_id, **args}, {}, json.dumps(body).encode(), "")
        answer = _ANSWERS[operation](Call(self.tx, self.config, self.caller, sent))
        return answer.body or {}

    def item(self, text: str) -> Item | None:
        """Give the board's item with this id, or None."""
        return items.get(self.tx, self.board_id, numeric_id(text, "id"))

    def dropped(self, x: float, y: float, width: float, height: float) -> Json:
        """Give position and parent for an item let go here; a frame wholly under it adopts it."""
        frames = [i for i in items.every(self.tx, self.board_id) if i.type == "frame"]
        for frame in reversed(frames):
            inner = Box(*to_frame(frame.box, x, y), width, height)
            if lies_within(inner, frame.box, whole_box=True):
                place = {"x": inner.x, "y": inner.y}
                return {"position": place, "parent": {"id": str(frame.id)}}
        return {"position": {"x": x, "y": y}}


DEED = Schema(
    {
        "do": enum("write", "move", "copy", "rewrite", "recolour", "delete").must(),
        "as": TEXT,
        "id": TEXT,
        "x": NUMBER,
        "y": NUMBER,
        "text": TEXT,
        "colour": TEXT,
    }
)


def done(tx: Tx, config: Config, board_id: str, person: str, body: object) -> Json:
    """Do what the page asks as this person; give the item's answer.

    Raises the same errors as the API's operations.
    """
    deed = checked(DEED, body)
    caller = Caller(people.met(tx, person), BROWSER_APP, ALL_SCOPES)
    hand = Hand(tx, config, caller, board_id)
    board_for(Call(tx, config, caller, Sent({"board_id": board_id}, {}, b"", "")), EDIT)
    return _DEEDS[deed["do"]](hand, deed)


def _write(hand: Hand, deed: Json) -> Json:
    body = {
        "data": {"content": _typed(deed.get("text", ""))},
        "style": {"fillColor": deed.get("colour", "light_yellow")},
        **hand.dropped(deed.get("x", 0.0), deed.get("y", 0.0), WIDTHS["square"], HEIGHT),
    }
    return hand.call("create-sticky-note-item", body)


def _move(hand: Hand, deed: Json) -> Json:
    item = hand.item(deed.get("id", ""))
    goal = _place(hand, deed, item)
    if item is not None and item.parent is not None:
        goal.setdefault("parent", {"id": None})
    return hand.call("update-item-position-or-parent", goal, item_id=deed.get("id", ""))


def _copy(hand: Hand, deed: Json) -> Json:
    item = hand.item(deed.get("id", ""))
    if item is None or item.type not in _WORDS:
        return hand.call("get-specific-item", {}, item_id=deed.get("id", ""))
    sides = {"width": item.width, "height": item.height}
    geometry = {side: sides[side] for side in KINDS[item.type].sides if side in sides}
    if item.type == _NOTE:
        geometry.pop("height")
    place = _place(hand, deed, item)
    body = {"data": item.data, "style": item.style, "geometry": geometry, **place}
    return hand.call(f"create-{KINDS[item.type].noun}", body)


def _rewrite(hand: Hand, deed: Json) -> Json:
    item = hand.item(deed.get("id", ""))
    before = item.data.get(_WORDS.get(item.type, ""), "") if item is not None else ""
    return _change(hand, deed, _WORDS, "data", _continued(before, deed.get("text", "")))


def _continued(before: str, text: str) -> str:
    """Give the new content; what was there keeps its form when only lines were added under it."""
    said = plain_lines(before)
    if not said or not text.startswith(f"{said}\n"):
        return _typed(text)
    kept = before if before.startswith("<p") else f"<p>{before}</p>"
    return kept + _typed(text.removeprefix(f"{said}\n"))


def _recolour(hand: Hand, deed: Json) -> Json:
    return _change(hand, deed, _COLOURED, "style", deed.get("colour", ""))


def _delete(hand: Hand, deed: Json) -> Json:
    return hand.call("delete-item", {}, item_id=deed.get("id", ""))


def _change(hand: Hand, deed: Json, names: dict[str, str], part: str, value: str) -> Json:
    item = hand.item(deed.get("id", ""))
    if item is None or item.type not in names:
        return hand.call("get-specific-item", {}, item_id=deed.get("id", ""))
    body = {part: {names[item.type]: value}}
    return hand.call(f"update-{KINDS[item.type].noun}", body, item_id=deed["id"])


def _place(hand: Hand, deed: Json, item: Item | None) -> Json:
    width, height = item.box.extent() if item is not None else (0.0, 0.0)
    return hand.dropped(deed.get("x", 0.0), deed.get("y", 0.0), width, height)


def _typed(text: str) -> str:
    """Give text as Miro's interface stores it: a paragraph a line."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))


_DEEDS: dict[str, Callable[[Hand, Json], Json]] = {
    "write": _write,
    "move": _move,
    "copy": _copy,
    "rewrite": _rewrite,
    "recolour": _recolour,
    "delete": _delete,
}
