"""An operation filled in: ready to be sent, with nothing sent yet."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from miro_client.errors import InvalidArgument
from miro_client.operations import Operation

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"

# HTTP clients fold these segments away, and the call would reach the board instead of the item.
_FOLDED = frozenset({".", ".."})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    content: bytes = field(repr=False)
    media_type: str
    filename: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it will be sent; the body isn't shown, since it may hold secrets.

    Attributes:
        operation: what is done.
        path: with ids percent-encoded and the query, without the host.
        credits: what it costs.
        content: the body, or None.
        content_type: of the body.
        parts: the parts of a multipart body, instead of `content`.
    """

    operation: Operation
    path: str
    credits: int
    content: bytes | None = field(default=None, repr=False)
    content_type: str | None = None
    parts: tuple[Part, ...] = ()


def call_of(
    operation: Operation,
    ids: Mapping[str, str] | None = None,
    *,
    query: Mapping[str, str | int | None] | None = None,
    body: Mapping[str, object] | Sequence[object] | None = None,
    parts: Sequence[Part] = (),
    times: int = 1,
) -> Call:
    """Fills an operation in.

    Args:
        operation: from the table.
        ids: a value for each name in the operation's path.
        query: further query fields; those that are None are left out.
        body: goes out as JSON.
        parts: go out as multipart.
        times: how often the operation's credits are spent (elements of a bulk call).

    Raises:
        InvalidArgument: an id is empty or would change the path; the body isn't JSON.
    """
    return Call(
        operation=operation,
        path=_with_query(_filled(operation.path, ids or {}), query or {}),
        credits=operation.level.credits * times,
        content=None if body is None else json_bytes(body),
        content_type=None if body is None else JSON_TYPE,
        parts=tuple(parts),
    )


def json_bytes(body: Mapping[str, object] | Sequence[object]) -> bytes:
    """Writes JSON as UTF-8.

    Raises:
        InvalidArgument: a value can't be written as JSON (NaN, infinity, an object).
    """
    try:
        return json.dumps(body, allow_nan=False).encode()
    except (TypeError, ValueError) as exc:
        raise InvalidArgument("body", f"it can't be written as JSON ({exc})") from None


def _filled(template: str, ids: Mapping[str, str]) -> str:
    names = [name for _, name, _, _ in string.Formatter().parse(template) if name]
    return template.format_map({name: _segment(name, ids.get(name)) for name in names})


def _segment(name: str, value: str | None) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidArgument(name, "it is empty; give the id that Miro gave")
    if value in _FOLDED:
        raise InvalidArgument(name, f"{value!r} isn't an id; give the id that Miro gave")
    try:
        return quote(value, safe="")
    except UnicodeEncodeError:
        raise InvalidArgument(name, "it holds characters no id has") from None


def _with_query(path: str, query: Mapping[str, str | int | None]) -> str:
    given = {name: value for name, value in query.items() if value is not None}
    if not given:
        return path
    return f"{path}{'&' if '?' in path else '?'}{urlencode(given, errors='replace')}"
