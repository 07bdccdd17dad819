"""Member endpoints: invite, list, get, change, remove."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import COOWN, EDIT, board_for
from miro_sandbox.errors import ForbiddenError, NotFoundError
from miro_sandbox.operations import Answer, Call, Operation
from miro_sandbox.paging import board_path, offset_list, offset_place
from miro_sandbox.state import boards, people
from miro_sandbox.validation import Field, Schema, array, checked, enum

if TYPE_CHECKING:
    from miro_sandbox.state.boards import Board

_ROLE = enum("viewer", "commenter", "editor", "coowner", "owner")


def _one_to_twenty(value: list[object]) -> str | None:
    most = 20
    return None if 1 <= len(value) <= most else f"Between 1 and {most} emails are allowed"


INVITE = Schema(
    {
        "emails": array(Field("String"), _one_to_twenty, required=True),
        "role": _ROLE,
        "message": Field("String"),
    }
)
CHANGE = Schema({"role": _ROLE})

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")


def invite(call: Call) -> Answer:
    """Add people by e-mail; the part before the `@` is the sandbox person's name.

    The reason INVITATION_FAILED is Miro's; an address that is no address gets it.
    """
    sent = checked(INVITE, call.sent.json())
    board = board_for(call, EDIT)
    role = sent.get("role", "commenter")
    good = [mail for mail in sent["emails"] if _MAIL.fullmatch(mail)]
    failed = [
        {"email": mail, "reason": "INVITATION_FAILED"}
        for mail in sent["emails"]
        if not _MAIL.fullmatch(mail)
    ]
    ids = [_invited(call, board, mail, role) for mail in good]
    return Answer(201, {"successful": ids, "failed": failed})


def list_members(call: Call) -> Answer:
    """List a board's members, offset paged."""
    board, place = board_for(call), offset_place(call.sent.query)
    every = boards.roles(call.tx, board.id)
    data = [
        _member(call, person, role)
        for person, role in every[place.offset : place.offset + place.limit]
    ]
    path = board_path(board.id, "members")
    return Answer(200, offset_list(call, path, data, place=place, total=len(every)))


def get(call: Call) -> Answer:
    """Give one member."""
    board = board_for(call)
    person, role = _found(call, board)
    return Answer(200, _linked(call, board, person, role))


def change(call: Call) -> Answer:
    """Change a member's role; what Miro does to an owner is not confirmed, here it is refused."""
    sent = checked(CHANGE, call.sent.json())
    board = board_for(call, COOWN)
    person, role = _found(call, board)
    _not_owner(board, person)
    role = _granted(sent.get("role", role))
    boards.set_role(call.tx, board.id, person, role)
    return Answer(200, _linked(call, board, person, role))


def remove(call: Call) -> Answer:
    """Take a member off a board."""
    board = board_for(call, COOWN)
    person, _ = _found(call, board)
    _not_owner(board, person)
    boards.remove_member(call.tx, board.id, person)
    return Answer(204)


def _invited(call: Call, board: Board, mail: str, role: str) -> int:
    name = _NOT_IN_NAMES.sub("_", mail.partition("@")[0])[:64]
    person = people.met(call.tx, name)
    if person.id != board.owner:
        boards.set_role(call.tx, board.id, person.id, _granted(role))
    return person.id


def _granted(role: str) -> str:
    # Miro documents that an invited owner is treated as coowner.
    return "coowner" if role == "owner" else role


def _found(call: Call, board: Board) -> tuple[int, str]:
    person = call.arg_id("board_member_id")
    role = boards.role(call.tx, board.id, person)
    if role is None:
        raise NotFoundError("Board member not found", {"boardId": {"value": board.id}})
    return person, role


def _not_owner(board: Board, person: int) -> None:
    if person == board.owner:
        raise ForbiddenError("change the owner of the board")


def _member(call: Call, person_id: int, role: str) -> dict[str, Any]:
    person = people.person(call.tx, person_id)
    name = person.name if person else ""
    return {"id": str(person_id), "name": name, "role": role, "type": "board_member"}


def _linked(call: Call, board: Board, person_id: int, role: str) -> dict[str, Any]:
    address = f"{call.base}{board_path(board.id, 'members', person_id)}"
    return {**_member(call, person_id, role), "links": {"self": address}}


_MEMBERS = "/v2/boards/<board_id>/members"
_MEMBER = f"{_MEMBERS}/<board_member_id>"
OPERATIONS = (
    Operation("share-board", "POST", _MEMBERS, 3, "boards:write", invite),
    Operation("get-board-members", "GET", _MEMBERS, 1, "boards:read", list_members),
    Operation("get-specific-board-member", "GET", _MEMBER, 1, "boards:read", get),
    Operation("update-board-member", "PATCH", _MEMBER, 2, "boards:write", change),
    Operation("remove-board-member", "DELETE", _MEMBER, 2, "boards:write", remove),
)
