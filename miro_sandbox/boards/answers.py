"""A board as Miro answers it, both policies twice, as recorded live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import level, role_name
from miro_sandbox.paging import board_path
from miro_sandbox.state import people
from miro_sandbox.state.times import stamp

if TYPE_CHECKING:
    from miro_sandbox.operations import Call
    from miro_sandbox.state.boards import Board


def board_answer(call: Call, board: Board) -> dict[str, Any]:
    """Give the board object; `viewLink` keeps the `=` that links write as %3D."""
    body = board.body
    permissions = {
        **body["permissionsPolicy"],
        "copyAccessLevel": body["permissionsPolicy"]["copyAccess"],
    }
    project = {"project": {"id": body["project"]}} if body["project"] else {}
    return {
        "id": board.id,
        "type": "board",
        "name": body["name"],
        "description": body["description"],
        "links": _links(call, board),
        "createdAt": stamp(board.created),
        "createdBy": _user(call, board.owner),
        "currentUserMembership": _membership(call, board),
        "modifiedAt": stamp(board.modified),
        "modifiedBy": _user(call, body.get("modifiedBy", board.owner)),
        "owner": _user(call, board.owner),
        "permissionsPolicy": permissions,
        "policy": {"permissionsPolicy": permissions, "sharingPolicy": body["sharingPolicy"]},
        **project,
        "sharingPolicy": body["sharingPolicy"],
        "team": {"id": str(board.team), "type": "team", "name": people.TEAM_NAME},
        "viewLink": _view_link(call, board),
    }


def _view_link(call: Call, board: Board) -> str:
    link = call.config.view_link.format(id=board.id)
    return f"{call.base}{link}" if link.startswith("/") else link


def _links(call: Call, board: Board) -> dict[str, str]:
    address = f"{call.base}{board_path(board.id)}"
    return {"self": address, "related": f"{address}/members?limit=20&offset=0"}


def _membership(call: Call, board: Board) -> dict[str, str]:
    me = call.caller.person
    return {
        "id": str(me.id),
        "type": "board_member",
        "name": me.name,
        "role": role_name(level(call.tx, board, me.id)),
    }


def _user(call: Call, person_id: int) -> dict[str, str]:
    person = people.person(call.tx, person_id)
    return {"id": str(person_id), "type": "user", "name": person.name if person else ""}
