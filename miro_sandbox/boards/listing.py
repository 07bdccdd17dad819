"""Which boards a list gives, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miro_sandbox.boards.access import VIEW, level
from miro_sandbox.errors import InvalidParametersError
from miro_sandbox.state import boards
from miro_sandbox.validation import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from miro_sandbox.operations import Call
    from miro_sandbox.state.boards import Board

SORTS = ("default", "last_modified", "last_opened", "last_created", "alphabetically")


def listed(call: Call) -> list[Board]:
    """Give every board the caller may see that the query asks for, sorted.

    Miro ignores `query` and `owner` when a team or project is named; lists without one come from an
    index that lags behind creation.
    """
    query = call.sent.query
    sort = _sort(query.get("sort", "default"))
    found = [b for b in boards.every(call.tx) if level(call.tx, b, call.me) >= VIEW]
    if query.get("team_id") or query.get("project_id"):
        found = [b for b in found if _placed(b, query.get("team_id"), query.get("project_id"))]
        return _sorted(call, found, "last_created" if sort == "default" else sort)
    indexed = call.tx.now - call.config.board_list_lag
    found = [b for b in found if b.created <= indexed and _asked(b, query)]
    return _sorted(call, found, "last_opened" if sort == "default" else sort)


def _sort(name: str) -> str:
    fault = one_of(*SORTS)(name)
    if fault is not None:
        raise InvalidParametersError.one("sort", fault)
    return name


def _placed(board: Board, team: str | None, project: str | None) -> bool:
    return (not team or str(board.team) == team) and (
        not project or board.body["project"] == project
    )


def _asked(board: Board, query: Mapping[str, str]) -> bool:
    words, owner = query.get("query", "").casefold(), query.get("owner")
    text = f"{board.body['name']}\n{board.body['description']}".casefold()
    return words in text and (not owner or str(board.owner) == owner)


def _sorted(call: Call, found: list[Board], sort: str) -> list[Board]:
    opened = boards.visits(call.tx, call.me)
    keys: dict[str, Callable[[Board], tuple[object, ...]]] = {
        "last_created": lambda b: (-b.created, -b.seq),
        "last_modified": lambda b: (-b.modified, -b.seq),
        "last_opened": lambda b: (-opened.get(b.id, 0.0), -b.seq),
        "alphabetically": lambda b: (b.body["name"].casefold(), b.seq),
    }
    return sorted(found, key=keys[sort])
