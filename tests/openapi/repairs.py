"""What Miro's published document gets wrong, by name, each with who says so.

Where Miro itself was seen to do other than the document says, the document is mended here, on a
copy, before anything is held against it. Nothing is loosened for the sandbox's sake: where no
source says what Miro does and the sandbox has a switch, the repair says that as its source. A test
fails for a repair that changes nothing any more.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.openapi.operations import JSON

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.openapi.document import Document, Schema

PROBE = "raw live answers of 2026-05-20 in denizztret/shemma, apps/backend/src/export/miro/probe.md"
SERVER = "olgasafonova/miro-mcp-server, CHANGELOG.md and docs/coverage-matrix.md, dated live checks"
OLDER = "an older commit of the same file in miroapp/api-clients, packages/generator/spec.json"
RECORDED = "a recorded /v2/boards answer of 2023-09 kept in an LLM diagram service's source"
FORBIDDEN = "unit tests of an Onyx-fork Miro connector, which quote two bodies of a 403"
DOCS = "https://developers.miro.com/changelog/2025-05-20, about doc_format"
TOKEN = "https://developers.miro.com/reference/use-access-token-for-rest-api-requests"
LISTING = "a recorded /items answer of 2024-01-20 kept as mock data of a React page"
COPIERS = "two board copiers in TypeScript whose comments quote live answers"
CLIENTS = "both clients that Miro generates from the document, 2.2.4: models/group_data.py"
LIMITS = "https://developers.miro.com/v1.0/reference/ratelimiting, which shows the body of a 429"
EXPORTER = "a test fake of a miro_exporter tool whose rows copy real listings"

KINDS = {
    "app_card": "AppCard",
    "card": "Card",
    "doc_format": "DocFormat",
    "document": "Document",
    "embed": "Embed",
    "frame": "Frame",
    "image": "Image",
    "shape": "Shape",
    "sticky_note": "StickyNote",
    "text": "Text",
}
# The document allows no other kind in bulk.
IN_BULK = [kind for kind in KINDS if kind != "doc_format"]


_TRUTH: Schema = {"type": "boolean"}
_TYPE: Schema = {"type": "string"}
_FAILURE: Schema = {"content": {JSON: {"schema": {"$ref": "#/components/schemas/Error"}}}}


@dataclass(frozen=True)
class Repair:
    """One thing the document gets wrong: its name, who says so, how it is put right."""

    name: str
    source: str
    mend: Callable[[Document], None]


def repaired(document: Document) -> Document:
    """Give a copy of the document with every repair made."""
    mended = copy.deepcopy(document)
    for repair in REPAIRS:
        repair.mend(mended)
    return mended


def _schemas(document: Document) -> Schema:
    schemas: Schema = document["components"]["schemas"]
    return schemas


def _adds(schema: str, **properties: Schema) -> Callable[[Document], None]:
    """Give a repair that names further properties in a schema."""

    def mend(document: Document) -> None:
        _schemas(document)[schema]["properties"].update(properties)

    return mend


def _both(*mends: Callable[[Document], None]) -> Callable[[Document], None]:
    def mend(document: Document) -> None:
        for one in mends:
            one(document)

    return mend


def _failures(document: Document) -> None:
    """Let every failure be an Error, declared or not, wherever the document describes one."""
    for _, operation in _operations(document):
        answers = operation["responses"]
        answers.update({status: _FAILURE for status in answers if status >= "400"})


def _context(document: Document) -> None:
    _schemas(document)["Error"]["properties"]["context"]["nullable"] = True


def _everywhere(document: Document) -> None:
    """Declare what the document declares at some operations only; uploads declare no failure."""
    for _, operation in _operations(document):
        for status in ("400", "401", "403", "404", "429", "500"):
            operation["responses"].setdefault(status, _FAILURE)


def _conflict(document: Document) -> None:
    for name, operation in _operations(document):
        if name in {"create-tag", "update-tag"}:
            operation["responses"].setdefault("409", operation["responses"]["400"])


def _nothing(document: Document) -> None:
    for _, operation in _operations(document):
        if "204" in operation["responses"]:
            operation["responses"]["204"].pop("content", None)


def _query_path(document: Document) -> None:
    document["paths"].pop("/v2/boards/{board_id}/groups/{group_id}?")


def _groups(document: Document) -> None:
    items = {"type": "array", "items": {"type": "string"}}
    data = {"type": "object", "properties": {"items": items}, "required": ["items"]}
    schemas = _schemas(document)
    schemas["Group"] = {"type": "object", "properties": {"data": data}, "required": ["data"]}
    schemas["GroupResponseShort"]["properties"]["data"] = data


def _group_lists(document: Document) -> None:
    for name, operation in _operations(document):
        if name in {"get-all-groups", "getItemsByGroupId"}:
            of = "GroupResponseShort" if name == "get-all-groups" else "GenericItem"
            page = copy.deepcopy(_schemas(document)["GenericItemCursorPaged"])
            page["properties"]["data"]["items"] = {"$ref": f"#/components/schemas/{of}"}
            operation["responses"]["200"]["content"][JSON]["schema"] = page


def _items(document: Document) -> None:
    """Let an item in a list be what its own endpoint gives, told by its `type`."""
    schemas = _schemas(document)
    for name in KINDS.values():
        schemas[f"{name}Item"]["properties"]["isSupported"] = _TRUTH
    generic = schemas["GenericItem"]["properties"]
    loose = ("data", "style", "geometry", "position", "parent", "links")
    anything: Schema = {name: {} for name in loose}
    schemas["GenericItem"] = {
        "type": "object",
        "required": ["id", "type"],
        "properties": {**generic, **anything, "isSupported": _TRUTH},
        "allOf": [_when(kind, f"{name}Item") for kind, name in KINDS.items()],
    }


def _bulk_answer(document: Document) -> None:
    generic = {"$ref": "#/components/schemas/GenericItem"}
    _schemas(document)["Items"]["properties"]["data"]["items"] = generic


def _bulk_body(document: Document) -> None:
    """Let an element in bulk be what its own endpoint takes, with its `type`."""
    schemas = _schemas(document)
    names = ("type", "data", "style", "position", "geometry", "parent")
    for kind in IN_BULK:
        own = copy.deepcopy(schemas[f"{KINDS[kind]}CreateRequest"])
        own["properties"] |= {"type": {"type": "string"}}
        schemas[f"{KINDS[kind]}InBulk"] = own
    schemas["ItemCreate"] = {
        "type": "object",
        "required": ["type"],
        "properties": {name: {} for name in names} | {"type": {"enum": IN_BULK}},
        "allOf": [_when(kind, f"{KINDS[kind]}InBulk") for kind in IN_BULK],
    }


def _when(kind: str, schema: str) -> Schema:
    told = {"properties": {"type": {"const": kind}}, "required": ["type"]}
    return {"if": told, "then": {"$ref": f"#/components/schemas/{schema}"}}


def _boards(document: Document) -> None:
    schemas = _schemas(document)
    level = schemas["BoardPermissionsPolicy"]["properties"]["copyAccess"]
    answered = copy.deepcopy(schemas["BoardPermissionsPolicy"])
    answered["properties"]["copyAccessLevel"] = level
    schemas["BoardPolicy"]["properties"]["permissionsPolicy"] = answered
    more = {"permissionsPolicy": answered, "sharingPolicy": schemas["BoardSharingPolicy"]}
    for name in (
        "Board",
        "BoardWithLinks",
        "BoardWithLinksAndLastOpened",
        "BoardWithLinksAndWithoutProject",
    ):
        schemas[name]["properties"].update(more)
    schemas["Board"]["properties"]["links"] = {"$ref": "#/components/schemas/BoardLinks"}


def _frames(document: Document) -> None:
    data = _schemas(document)["FrameData"]["properties"]
    data["showContent"] = _TRUTH
    data["type"]["enum"] = [*data["type"]["enum"], "unknown"]


def _connector_made(document: Document) -> None:
    for name, operation in _operations(document):
        if name == "create-connector":
            operation["responses"]["201"] = operation["responses"]["200"]


def _parent(document: Document) -> None:
    _schemas(document)["Parent"]["properties"]["id"]["nullable"] = True


def _token_query(document: Document) -> None:
    for name, operation in _operations(document):
        if name == "token-info":
            query = {"name": "access_token", "in": "query", "schema": _TYPE}
            operation.setdefault("parameters", []).append(query)


def _tag_colours(document: Document) -> None:
    schemas = _schemas(document)
    for name in ("Tag", "TagWithLinks", "TagCreateRequest", "TagUpdateRequest"):
        colours = schemas[name]["properties"]["fillColor"]
        colours["enum"] = [*colours["enum"], "dark_gray"]


def _operations(document: Document) -> list[tuple[str, Schema]]:
    methods = {"get", "post", "put", "patch", "delete"}
    return [
        (entry["operationId"], entry)
        for entries in document["paths"].values()
        for method, entry in entries.items()
        if method in methods
    ]


REPAIRS = (
    Repair("failures are not defined, or lack `context`", f"{OLDER}; {PROBE}", _failures),
    Repair("the context of a failure may be null", LIMITS, _context),
    Repair("every call may be refused", f"{SERVER}; {PROBE}; {FORBIDDEN}", _everywhere),
    Repair("a duplicate tag may be a conflict", "unconfirmed; the sandbox has a switch", _conflict),
    Repair("204 has no body", "RFC 9110, 15.3.5", _nothing),
    Repair("a path with a question mark", "the same operation as unGroup", _query_path),
    Repair("a group is an Enterprise user group", f"{CLIENTS}; {PROBE}", _groups),
    Repair(
        "cursor lists do not say their type",
        PROBE,
        _both(
            _adds("GenericItemCursorPaged", type=_TYPE), _adds("ConnectorsCursorPaged", type=_TYPE)
        ),
    ),
    Repair("lists of groups lack `cursor`", f"{PROBE}; {OLDER}", _group_lists),
    Repair("a listed item lacks `style` and `links`", f"{PROBE}; {LISTING}; {EXPORTER}", _items),
    Repair("bulk answers with documents and images alone", PROBE, _bulk_answer),
    Repair("bulk has no frame, and tells kinds apart by guessing", PROBE, _bulk_body),
    Repair("boards hold their policies twice", RECORDED, _boards),
    Repair("a frame's data lacks showContent and unknown", COPIERS, _frames),
    Repair("a new connector may answer 201", PROBE, _connector_made),
    Repair("a parent of null takes an item out of its frame", OLDER, _parent),
    Repair(
        "a position may say its origin",
        SERVER,
        _adds("PositionChange", origin={"type": "string", "enum": ["center"]}),
    ),
    Repair(
        "an item may be unlocked",
        "a TypeScript diagram client, live 2026-08-31",
        _adds("GenericItemUpdate", data={"type": "object", "properties": {"locked": _TRUTH}}),
    ),
    Repair("an item in a doc has a slot", DOCS, _adds("Position", slotId=_TYPE)),
    Repair("a token's context takes the token in the query", TOKEN, _token_query),
    Repair("tags have a thirteenth colour", SERVER, _tag_colours),
)
