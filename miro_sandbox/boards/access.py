"""What a person may do with a board: the highest of public, organisation, team and own access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miro_sandbox.errors import BoardHiddenError, ForbiddenError, NotFoundError
from miro_sandbox.state import boards

if TYPE_CHECKING:
    from miro_sandbox.operations import Call
    from miro_sandbox.state.boards import Board
    from miro_sandbox.state.database import Tx

NONE, VIEW, COMMENT, EDIT, COOWN, OWN = range(6)

_SHARED = {"private": NONE, "view": VIEW, "comment": COMMENT, "edit": EDIT}
_ROLES = {"viewer": VIEW, "commenter": COMMENT, "editor": EDIT, "coowner": COOWN, "owner": OWN}
_NAMES = ("none", "viewer", "commenter", "editor", "coowner", "owner")


def level(tx: Tx, board: Board, person_id: int) -> int:
    """Give the person's access, NONE to OWN; everybody here belongs to the team."""
    shared = board.body["sharingPolicy"]
    own = _ROLES.get(boards.role(tx, board.id, person_id) or "", NONE)
    return max(
        own, *(_SHARED[shared[name]] for name in ("access", "organizationAccess", "teamAccess"))
    )


def role_name(access: int) -> str:
    """Give Miro's name of a role for an access level."""
    return _NAMES[access]


def board_for(call: Call, need: int = VIEW) -> Board:
    """Give the board of the path; raise NotFoundError, BoardHiddenError or ForbiddenError."""
    return reached(call, call.board_id, need)


def reached(call: Call, board_id: str, need: int = VIEW) -> Board:
    """Give a board by id when the caller has the access needed.

    The body of a 404 for a missing board is not confirmed; that of a hidden board was recorded.
    Who writes by the access of the team is a member from then on: Miro's list has to name the
    people whose notes are on a board, but when it takes them up is not confirmed.
    """
    board = boards.get(call.tx, board_id)
    if board is None:
        raise NotFoundError("Board not found", {"boardId": {"value": board_id}})
    has = level(call.tx, board, call.me)
    if has < VIEW:
        raise BoardHiddenError
    if has < need:
        raise ForbiddenError("edit board" if need <= EDIT else "manage board")
    if need >= EDIT and boards.role(call.tx, board.id, call.me) is None:
        boards.set_role(call.tx, board.id, call.me, role_name(has))
    return board
