"""The routes of the board page and its stylesheet, for this or another service."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Blueprint, Response, abort, request, send_from_directory

from miro_sandbox.boards.access import VIEW, level
from miro_sandbox.items.files import content
from miro_sandbox.pages.drawing import Picture, drawn, placed
from miro_sandbox.pages.writing import plain
from miro_sandbox.state import boards, connectors, items, people, tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.state import State, Tx
    from miro_sandbox.state.boards import Board

STATIC = Path(__file__).parent / "static"
# Nothing but our own stylesheet: participants' text is hostile until escaped.
POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


def make_board_pages(state: State, *, viewer: Callable[[], str | None] | None = None) -> Blueprint:
    """Give a blueprint with `GET /sandbox/board/<board_id>` and its stylesheet.

    `viewer` names the person looking; who may not see the board gets 404, as for a missing one.
    Without it everybody sees every board, as suits a sandbox on one's own machine.
    """
    pages = Blueprint("sandbox_pages", __name__)

    @pages.get("/sandbox/board/<board_id>")
    def board_page(board_id: str) -> Response:
        with state.read() as tx:
            board = boards.get(tx, board_id)
            if board is None or not _may_see(tx, board, viewer):
                abort(404)
            picture = _picture(tx, board)
        return _response(_page(board, picture, request.args.get("frame", "")))

    @pages.get("/sandbox/static/<path:name>")
    def board_static(name: str) -> Response:
        return send_from_directory(STATIC, name, max_age=3600)

    @pages.get("/_sandbox/boards/<board_id>/files/<int:file_id>")
    def file(board_id: str, file_id: int) -> Response:
        with state.read() as tx:
            row = tx.row(
                "SELECT media_type, content FROM files WHERE board = ? AND id = ?",
                board_id,
                file_id,
            )
            board = boards.get(tx, board_id)
            hidden = board is None or not _may_see(tx, board, viewer)
            late = request.args.get("expires", 0, int) < tx.now
        if row is None or hidden or late:
            abort(404)
        answer = Response(content(row[1]), mimetype=row[0])
        answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    return pages


def _may_see(tx: Tx, board: Board, viewer: Callable[[], str | None] | None) -> bool:
    if viewer is None:
        return True
    name = viewer()
    person = people.person_named(tx, name) if name is not None else None
    return level(tx, board, person.id if person is not None else 0) >= VIEW


def _picture(tx: Tx, board: Board) -> Picture:
    known = {tag.id: tag for tag in tags.every(tx, board.id)}
    carried: dict[int, list[tags.Tag]] = {}
    for item_id, tag_id in tags.attachments(tx, board.id):
        carried.setdefault(item_id, []).append(known[tag_id])
    return Picture(placed(items.every(tx, board.id)), connectors.every(tx, board.id), carried)


def _page(board: Board, picture: Picture, frame: str) -> bytes:
    name = plain(board.body["name"])
    shown = [item for item in picture.items if str(item.id) == frame] or picture.items
    page = Element("html", {"lang": "en"})
    head = SubElement(page, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width"})
    SubElement(head, "title").text = name
    SubElement(head, "link", {"rel": "stylesheet", "href": "../static/board.css"})
    body = SubElement(page, "body")
    header = SubElement(body, "header")
    SubElement(header, "h1").text = name
    SubElement(header, "p").text = plain(board.body["description"])
    _add_frames(header, picture, shown[0].id if len(shown) == 1 else 0)
    SubElement(body, "main").append(drawn(picture, name, shown))
    html: bytes = tostring(page, encoding="utf-8", method="html")
    return b"<!DOCTYPE html>\n" + html


def _add_frames(header: Element, picture: Picture, current: int) -> None:
    """Add a link to each frame, and one back to the whole board; there is no other way to zoom."""
    frames = [item for item in picture.items if item.type == "frame"]
    if not frames:
        return
    nav = SubElement(header, "nav")
    SubElement(nav, "a", {"href": "?"}).text = "⤢"
    for number, frame in enumerate(frames, 1):
        link = SubElement(nav, "a", {"href": f"?frame={frame.id}"})
        link.text = plain(str(frame.data.get("title", ""))) or str(number)
        if frame.id == current:
            link.set("aria-current", "true")


def _response(page: bytes) -> Response:
    response = Response(page, mimetype="text/html")
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response
