"""What people send, as Miro's interface would: their text as HTML, sizes, paths by kind."""

from __future__ import annotations

import html
from typing import Any

from miro_sandbox.mirror import Mirror, ScriptError
from miro_sandbox.script import Rich, Text, WriteNote

Json = dict[str, Any]

_PATHS = {
    "sticky_note": "sticky_notes",
    "shape": "shapes",
    "text": "texts",
    "card": "cards",
    "frame": "frames",
}
COLOUR_FIELDS = {"card": "cardTheme"}
TEXT_FIELDS = {"card": "title", "frame": "title"}
NOTE_SIZES = {"square": (199.0, 228.0), "rectangle": (350.0, 228.0)}


def typed(text: Text) -> str:
    """Give text as Miro's interface stores it: a paragraph a line, characters of HTML escaped."""
    if isinstance(text, Rich):
        return text.html
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))


def note_body(step: WriteNote, mirror: Mirror) -> Json:
    """Give the body that makes a note."""
    width, height = NOTE_SIZES[step.shape]
    scale = (step.width or width) / width
    return {
        "data": {"content": typed(step.text), "shape": step.shape},
        "style": {"fillColor": step.colour},
        "geometry": {"width": width * scale},
        **mirror.place(step.where, width * scale, height * scale),
    }


def path_of(item: Json) -> str:
    """Give the path of an item's kind; raise ScriptError for a kind people cannot change."""
    path = _PATHS.get(item["type"])
    if path is None:
        raise ScriptError(item)
    return path


def size_of(item: Json) -> tuple[float, float]:
    """Give width and height, 0 where Miro told none."""
    geometry = item.get("geometry") or {}
    return geometry.get("width", 0.0), geometry.get("height", 0.0)


def sides_of(item: Json) -> Json:
    """Give the sides a create call takes: one for notes, no height for texts."""
    geometry = dict(item.get("geometry") or {})
    if item["type"] in {"sticky_note", "text"}:
        geometry.pop("height", None)
    return geometry
