"""The routes of the board page and its stylesheet, for this or another service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, jsonify, request, send_from_directory

from miro_sandbox import auth
from miro_sandbox.boards.access import VIEW, level
from miro_sandbox.config import Config
from miro_sandbox.errors import ForbiddenError, NoTokenError, SandboxError
from miro_sandbox.items.files import content
from miro_sandbox.operations import parsed_json
from miro_sandbox.pages.acting import done
from miro_sandbox.pages.drawing import Picture, placed
from miro_sandbox.pages.page import Look, board_page
from miro_sandbox.state import boards, connectors, items, people, tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.state import State, Tx
    from miro_sandbox.state.boards import Board

    Viewer = Callable[[], str | None]

STATIC = Path(__file__).parent / "static"
# Participants' text is hostile until escaped: nothing but our own stylesheet and script may act.
POLICY = (
    "default-src 'none'; style-src 'self'; {more}base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
WORKING = "script-src 'self'; connect-src 'self'; "
# A page elsewhere cannot send a header of its own without asking first, and is refused then.
GUARD = "X-Sandbox-Board"
HINT = (
    "Pick a colour and click to write. Drag to move, hold Alt to copy, double-click to rewrite, "
    "Delete to remove."
)


def make_board_pages(
    state: State,
    *,
    viewer: Viewer | None = None,
    writes: bool = False,
    hint: str = HINT,
    config: Config | None = None,
) -> Blueprint:
    """Give a blueprint with `GET /sandbox/board/<board_id>` and what the page needs.

    `viewer` names the person looking; who may not see the board gets 404, as for a missing one.
    Without it everybody sees every board, as suits a sandbox on one's own machine, and acts as `me`
    or as the person named by `as` in the page's address. With `writes` people can work on the
    board; changes come to `…/deeds` as JSON with a header no other site can send.
    """
    at = _Window(state, viewer, Work(writes=writes, hint=hint), config or Config())
    pages = Blueprint("sandbox_pages", __name__)
    pages.get("/sandbox/board/<board_id>")(at.board)
    pages.post("/sandbox/board/<board_id>/deeds")(at.deed)
    pages.get("/sandbox/static/<path:name>")(at.static)
    pages.get("/_sandbox/boards/<board_id>/files/<int:file_id>")(at.file)
    return pages


@dataclass(frozen=True)
class Work:
    """Whether people may work on the board, and what the page tells them about it."""

    writes: bool
    hint: str


class _Window:
    """Answers the page's calls, one method a route."""

    def __init__(self, state: State, viewer: Viewer | None, work: Work, config: Config) -> None:
        self._state = state
        self._viewer = viewer
        self._work = work
        self._config = config

    def board(self, board_id: str) -> Response:
        with self._state.read() as tx:
            board = boards.get(tx, board_id)
            if board is None or not _may_see(tx, board, self._viewer):
                abort(404)
            picture = _picture(tx, board)
        look = Look(
            request.args.get("frame", ""),
            request.args.get("as"),
            self._work.hint if self._work.writes else None,
        )
        return _response(board_page(board, picture, look), WORKING if self._work.writes else "")

    def deed(self, board_id: str) -> tuple[Response, int]:
        try:
            if not self._work.writes or GUARD not in request.headers:
                raise ForbiddenError("edit board")
            body = parsed_json(request.get_data())
            person = _person(self._viewer, body)
            with self._state.write() as tx:
                return jsonify(done(tx, self._config, board_id, person, body)), 200
        except SandboxError as error:
            return jsonify(error.body()), error.status

    def static(self, name: str) -> Response:
        return send_from_directory(STATIC, name, max_age=3600)

    def file(self, board_id: str, file_id: int) -> Response:
        with self._state.read() as tx:
            row = tx.row(
                "SELECT media_type, content FROM files WHERE board = ? AND id = ?",
                board_id,
                file_id,
            )
            board = boards.get(tx, board_id)
            hidden = board is None or not _may_see(tx, board, self._viewer)
            late = request.args.get("expires", 0, int) < tx.now
        if row is None or hidden or late:
            abort(404)
        answer = Response(content(row[1]), mimetype=row[0])
        answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def _person(viewer: Viewer | None, body: object) -> str:
    """Give the name of who acts; raise NoTokenError for nobody."""
    named = body.get("as", "me") if isinstance(body, dict) else "me"
    name = viewer() if viewer is not None else named
    if not isinstance(name, str) or not auth.NAME.fullmatch(name):
        raise NoTokenError("Nobody is signed in")
    return name


def _may_see(tx: Tx, board: Board, viewer: Viewer | None) -> bool:
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


def _response(page: bytes, more: str) -> Response:
    response = Response(page, mimetype="text/html")
    response.headers["Content-Security-Policy"] = POLICY.format(more=more)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response
