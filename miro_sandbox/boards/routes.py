"""Board endpoints: create, list, copy, get, update, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from miro_sandbox.boards import bodies
from miro_sandbox.boards.access import COOWN, EDIT, OWN, VIEW, board_for, level, reached
from miro_sandbox.boards.answers import board_answer
from miro_sandbox.boards.copying import copy_content
from miro_sandbox.boards.listing import listed
from miro_sandbox.errors import ForbiddenError, InvalidParametersError
from miro_sandbox.operations import Answer, Call, Operation
from miro_sandbox.paging import offset_list, offset_place
from miro_sandbox.state import boards, people
from miro_sandbox.validation import checked

if TYPE_CHECKING:
    from miro_sandbox.state.boards import Board


def create(call: Call) -> Answer:
    """Make a board owned by the caller."""
    sent = checked(bodies.CREATE, call.sent.json())
    board = _added(call, bodies.merged(bodies.defaults(call.config), sent, call.config), sent)
    return Answer(201, board_answer(call, board))


def copy(call: Call) -> Answer:
    """Make a board like another; what the body says goes over the original's name and policies."""
    source_id = call.sent.query.get("copy_from")
    if not source_id:
        raise InvalidParametersError.one(
            "copy_from", "Field [copy_from] of type [String] is required"
        )
    source = reached(call, source_id)
    _may_copy(call, source)
    sent = checked(bodies.COPY, call.sent.json())
    board = _added(call, bodies.merged({**source.body, "project": None}, sent, call.config), sent)
    copy_content(call.tx, source, board, by=call.me)
    return Answer(201, board_answer(call, board))


def list_boards(call: Call) -> Answer:
    """List boards, offset paged; Miro was seen to cap `total` at 10,000."""
    place = offset_place(call.sent.query)
    found = listed(call)
    page = found[place.offset : place.offset + place.limit]
    data = [board_answer(call, board) for board in page]
    total = min(len(found), call.config.board_total_cap)
    return Answer(200, offset_list(call, "/v2/boards", data, place=place, total=total))


def get(call: Call) -> Answer:
    """Give a board."""
    return Answer(200, board_answer(call, board_for(call)))


def update(call: Call) -> Answer:
    """Change a board: its words by editors, its policies by those who own it."""
    sent = checked(bodies.CREATE, call.sent.json())
    board = board_for(call, COOWN if "policy" in sent else EDIT)
    _check_team(sent)
    changed = boards.update(
        call.tx, board, bodies.merged(board.body, sent, call.config), by=call.me
    )
    return Answer(200, board_answer(call, changed))


def delete(call: Call) -> Answer:
    """Remove a board; only its owner may."""
    boards.delete(call.tx, board_for(call, OWN).id)
    return Answer(204)


def _added(call: Call, body: dict[str, Any], sent: dict[str, Any]) -> Board:
    _check_team(sent)
    limit = call.config.board_limit
    if limit is not None and len(boards.every(call.tx)) >= limit:
        # Miro's free plan holds three team boards; the body of its refusal is not confirmed.
        raise ForbiddenError("create more boards on this plan")
    board = boards.insert(call.tx, team=people.TEAM_ID, owner=call.me, body=body)
    boards.visit(call.tx, board.id, call.me)
    return board


def _check_team(sent: dict[str, Any]) -> None:
    if sent.get("teamId") not in {None, str(people.TEAM_ID)}:
        raise ForbiddenError("use this team")


def _may_copy(call: Call, source: Board) -> None:
    """Raise ForbiddenError unless the board's copyAccess lets the caller copy it."""
    needs = {"anyone": VIEW, "team_members": VIEW, "team_editors": EDIT, "board_owner": OWN}
    if level(call.tx, source, call.me) < needs[source.body["permissionsPolicy"]["copyAccess"]]:
        raise ForbiddenError("copy board")


OPERATIONS = (
    Operation("create-board", "POST", "/v2/boards", 3, "boards:write", create),
    Operation("get-boards", "GET", "/v2/boards", 1, "boards:read", list_boards),
    Operation("copy-board", "PUT", "/v2/boards", 4, "boards:write", copy),
    Operation("get-specific-board", "GET", "/v2/boards/<board_id>", 1, "boards:read", get),
    Operation("update-board", "PATCH", "/v2/boards/<board_id>", 2, "boards:write", update),
    Operation("delete-board", "DELETE", "/v2/boards/<board_id>", 3, "boards:write", delete),
)
