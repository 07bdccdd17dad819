"""The HTML around a board's picture: its name, its frames, and the palette when one may write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

from miro_sandbox.pages.drawing import Picture, drawn
from miro_sandbox.pages.writing import plain, printable

if TYPE_CHECKING:
    from miro_sandbox.state.boards import Board

PALETTE = ("light_yellow", "light_green", "light_blue", "light_pink", "orange", "violet")


@dataclass(frozen=True)
class Look:
    """How the page is shown: one frame or all, as whom, with a palette when one may write."""

    frame: str = ""
    person: str | None = None
    hint: str | None = None


def board_page(board: Board, picture: Picture, look: Look) -> bytes:
    """Give the page of a board; every text in it is escaped by the tree it is built as."""
    name = printable(board.body["name"])  # Miro keeps names and descriptions as they were typed
    shown = [item for item in picture.items if str(item.id) == look.frame] or picture.items
    page = Element("html", {"lang": "en"})
    head = SubElement(page, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width"})
    SubElement(head, "title").text = name
    SubElement(head, "link", {"rel": "stylesheet", "href": "../static/board.css"})
    if look.hint is not None:
        SubElement(head, "script", {"type": "module", "src": "../static/board.js"})
    body = SubElement(page, "body")
    header = SubElement(body, "header")
    SubElement(header, "h1").text = name
    SubElement(header, "p").text = printable(board.body["description"])
    _add_frames(header, picture, look)
    if look.hint is not None:
        _add_palette(header, look.hint)
    SubElement(body, "main").append(drawn(picture, name, shown))
    html: bytes = tostring(page, encoding="utf-8", method="html")
    return b"<!DOCTYPE html>\n" + html


def _add_frames(header: Element, picture: Picture, look: Look) -> None:
    """Add a link to each frame, and one back to the whole board; there is no other way to zoom."""
    frames = [item for item in picture.items if item.type == "frame"]
    if not frames:
        return
    nav = SubElement(header, "nav")
    person = {"as": look.person} if look.person else {}
    SubElement(nav, "a", {"href": f"?{urlencode(person)}"}).text = "⤢"
    for number, frame in enumerate(frames, 1):
        link = SubElement(nav, "a", {"href": f"?{urlencode({'frame': frame.id, **person})}"})
        link.text = plain(str(frame.data.get("title", ""))) or str(number)
        if str(frame.id) == look.frame:
            link.set("aria-current", "true")


def _add_palette(header: Element, hint: str) -> None:
    tools = SubElement(header, "div", {"class": "palette"})
    for name in PALETTE:
        look = {"type": "button", "class": name, "data-colour": name, "aria-label": name}
        SubElement(tools, "button", {**look, "aria-pressed": "false"})
    SubElement(header, "small").text = hint
    SubElement(header, "output", {"id": "said", "role": "status"})
