"""Miro's two ways of paging: opaque cursors (10..50) and offsets (1..50)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from miro_sandbox.errors import InvalidParametersError
from miro_sandbox.operations import DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from miro_sandbox.operations import Call

LOWEST = 10
HIGHEST = 50


@dataclass(frozen=True)
class CursorPlace:
    """Where a cursor list goes on: after this id, so many at most."""

    after: int
    limit: int


@dataclass(frozen=True)
class OffsetPlace:
    """Where an offset list goes on."""

    offset: int
    limit: int


def cursor_place(query: Mapping[str, str]) -> CursorPlace:
    """Read `limit` (10..50, default 10) and `cursor`; texts for a limit outside were seen live."""
    limit = _whole(query, "limit", 10)
    if limit < LOWEST:
        raise InvalidParametersError.one("limit", "minimum items page size is 10")
    if limit > HIGHEST:
        raise InvalidParametersError.one("limit", "maximum items page size is 50")
    return CursorPlace(_after(query.get("cursor", "")), limit)


def offset_place(query: Mapping[str, str]) -> OffsetPlace:
    """Read `limit` (1..50, default 20) and `offset`."""
    limit, offset = _whole(query, "limit", 20), _whole(query, "offset", 0)
    if not 1 <= limit <= HIGHEST:
        raise InvalidParametersError.one("limit", "Value must be between 1 and 50")
    if offset < 0:
        raise InvalidParametersError.one("offset", "Value must not be negative")
    return OffsetPlace(offset, limit)


def cursor_after(last_id: int) -> str:
    """Give the opaque cursor: base64 of the last id and a tilde, as in Miro's sample."""
    return base64.b64encode(f"{last_id}~".encode()).decode()


def cursor_list(
    call: Call, path: str, data: list[dict[str, Any]], *, place: CursorPlace, total: int, more: bool
) -> dict[str, Any]:
    """Give the envelope of a cursor list; `cursor` is there only while more follows."""
    filters = {k: v for k, v in call.sent.query.items() if k not in {"limit", "cursor"}}
    cursor = cursor_after(int(data[-1]["id"])) if more else None

    def link(position: str) -> str:
        query = {**filters, "limit": str(place.limit), "cursor": position}
        return f"{call.base}{path}?{urlencode(query)}"

    links = {"self": link(call.sent.query.get("cursor", ""))}
    if cursor is not None:
        links["next"] = link(cursor)
    known = {"cursor": cursor} if cursor is not None else {}
    return {
        "size": len(data),
        "limit": place.limit,
        "total": total,
        "data": data,
        **known,
        "links": links,
        "type": "cursor-list",
    }


def offset_list(
    call: Call, path: str, data: list[dict[str, Any]], *, place: OffsetPlace, total: int
) -> dict[str, Any]:
    """Give the envelope of an offset list, with the links that exist."""
    filters = {k: v for k, v in call.sent.query.items() if k not in {"limit", "offset"}}

    def link(offset: int) -> str:
        query = {**filters, "limit": str(place.limit), "offset": str(offset)}
        return f"{call.base}{path}?{urlencode(query)}"

    links = {"self": link(place.offset)}
    if place.offset + len(data) < total and data:
        links["next"] = link(place.offset + place.limit)
        links["last"] = link((total - 1) // place.limit * place.limit)
    if place.offset > 0:
        links["prev"] = link(max(0, place.offset - place.limit))
    return {
        "size": len(data),
        "offset": place.offset,
        "limit": place.limit,
        "total": total,
        "data": data,
        "links": links,
        "type": "list",
    }


def board_path(board_id: str, *rest: object) -> str:
    """Give a path below a board; Miro writes the `=` of a board id as %3D."""
    return "/".join(["/v2/boards", quote(board_id, safe=""), *(str(part) for part in rest)])


def _whole(query: Mapping[str, str], name: str, default: int) -> int:
    text = query.get(name)
    if text is None or text == "":
        return default
    try:
        return int(text)
    except ValueError:
        raise InvalidParametersError.one(
            name, "Unexpected type of value, expected of type [Integer]"
        ) from None


def _after(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        text = base64.b64decode(cursor, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        text = ""
    number = text.removesuffix("~")
    if not (number.isascii() and number.isdigit() and len(number) <= DIGITS):
        raise InvalidParametersError.one("cursor", "Invalid cursor")
    return int(number)
