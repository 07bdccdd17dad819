"""The files behind images and documents; a stand-in when only an address is known."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from miro_sandbox.boards.access import board_for
from miro_sandbox.errors import InvalidParametersError, NotFoundError
from miro_sandbox.operations import Answer, Call, Operation, Part, parsed_json
from miro_sandbox.paging import board_path
from miro_sandbox.validation import NUMBER, PARENT, POSITION, TEXT, Schema, nested

if TYPE_CHECKING:
    from miro_sandbox.items.kinds.kind import Kind
    from miro_sandbox.state.items import Item

# Uploads come in on the paths of their kinds, told apart by the body's form.
UPLOADS = (
    ("create-image-item-using-local-file", "POST", "/v2/boards/<board_id>/images"),
    ("create-document-item-using-file-from-device", "POST", "/v2/boards/<board_id>/documents"),
)
FOLDERS = {"image": "images", "document": "documents"}
# Miro documents 6 MB for an uploaded file.
MAX_BYTES = 6 * 1024 * 1024
# Nothing is fetched from outside, so an image known by address only is one grey pixel.
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True)
class Upload:
    """An uploaded file with the JSON beside it and the schema of that JSON."""

    part: Part
    body: dict[str, Any]
    schema: Schema


def uploaded(call: Call, kind: Kind) -> Upload | None:
    """Give the upload of a multipart call (parts `resource` and `data`), None for a plain one."""
    if kind.type not in FOLDERS or not (call.sent.parts or call.sent.form):
        return None
    if not call.sent.parts.get("resource"):
        raise InvalidParametersError.one("resource", "Field [resource] of type [File] is required")
    part = call.sent.parts["resource"][0]
    if len(part.content) > MAX_BYTES:
        raise InvalidParametersError.one("resource", "File must not be larger than 6 MB")
    body = parsed_json(_beside(call)) if _beside(call) else {}
    if not isinstance(body, dict):
        raise InvalidParametersError.one(
            "data", "Unexpected type of value, expected of type [Object]"
        )
    data = {name: body[name] for name in ("title", "altText") if name in body}
    rest = {name: value for name, value in body.items() if name not in data}
    return Upload(part, {**rest, "data": {"title": part.name, **data}}, _schema(kind))


def kept(call: Call, item: Item, upload: Upload | None) -> Item:
    """Give the item with its file stored; other kinds come back as they are."""
    if item.type not in FOLDERS:
        return item
    file_id = call.tx.next_ids()[0]
    call.tx.run(
        "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
        call.board_id,
        file_id,
        item.type,
        upload.part.media_type if upload is not None else "image/png",
        item.data.get("url"),
        upload.part.content if upload is not None else None,
    )
    return replace(item, extra={**item.extra, "file": file_id})


def locate(call: Call) -> Answer:
    """Give where a file can be fetched: its type and an address, or a redirect there.

    Miro documents a signed address valid for 60 s, and was seen to refuse resource id 0.
    """
    board_for(call)
    file_id = call.arg_id("file_id")
    row = call.tx.row(
        "SELECT media_type FROM files WHERE board = ? AND id = ?", call.board_id, file_id
    )
    if row is None:
        raise NotFoundError("Resource not found", {"boardId": {"value": call.board_id}})
    expires = int(call.tx.now) + 60
    path = board_path(call.board_id, "files", file_id).replace("/v2/", "/_sandbox/", 1)
    address = f"{call.base}{path}?expires={expires}"
    if call.sent.query.get("redirect") == "true":
        return Answer(307, location=address)
    return Answer(200, {"type": row[0], "url": address})


def content(stored: bytes | None) -> bytes:
    """Give a file's bytes, or the stand-in."""
    return stored if stored is not None else _PIXEL


def _beside(call: Call) -> bytes:
    if call.sent.parts.get("data"):
        return call.sent.parts["data"][0].content
    return call.sent.form.get("data", "").encode()


def _schema(kind: Kind) -> Schema:
    sides = kind.sides or ("width", "height", "rotation")
    return Schema(
        {
            "data": nested({"title": TEXT, "altText": TEXT}),
            "position": POSITION,
            "geometry": nested(dict.fromkeys(sides, NUMBER)),
            "parent": PARENT,
        }
    )


OPERATIONS = tuple(
    Operation(
        f"get-{kind}-resource",
        "GET",
        f"/v2/boards/<board_id>/resources/{folder}/<file_id>",
        1,
        "boards:read",
        locate,
    )
    for kind, folder in FOLDERS.items()
)
