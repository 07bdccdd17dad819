"""Which of the document's operations a call means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tests.openapi.document import Document, Schema

_METHODS = {"get", "post", "put", "patch", "delete"}
# Miro puts several operations on one path and tells them apart by these, each of which it requires.
_TELLING = ("tag_id", "parent_item_id")
FORM = "multipart/form-data"
JSON = "application/json"


@dataclass(frozen=True)
class Operation:
    """One operation: its id, bodies by media type, query parameters, answers by status."""

    name: str
    bodies: Mapping[str, Schema]
    body_required: bool
    query: Mapping[str, Schema]
    answers: Mapping[int, Schema | None]
    telling: str | None = field(default=None)


class Operations:
    """All operations of a document, found by method and path."""

    def __init__(self, document: Document) -> None:
        self._known: dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]] = {}
        for path, entry in document["paths"].items():
            parts = tuple("" if part.startswith("{") else part for part in path.split("/"))
            for method in _METHODS & entry.keys():
                found = self._known.setdefault((method, len(parts)), [])
                found.append((parts, _operation(entry[method], document)))
        for found in self._known.values():
            # A path without a parameter is meant before one with.
            found.sort(key=lambda one: one[0].count(""))

    def meant(
        self, method: str, path: str, query: Collection[str], media_type: str = ""
    ) -> Operation | None:
        """Give the operation a call means; None when the document has none."""
        parts = [unquote(part) for part in path.split("/")]
        fitting = [
            operation
            for known, operation in self._known.get((method.lower(), len(parts)), [])
            if all(not name or name == part for name, part in zip(known, parts, strict=True))
        ]
        for operation in fitting:
            if operation.telling is not None and operation.telling in query:
                return operation
        plain = [one for one in fitting if one.telling is None]
        sending = [one for one in plain if media_type in one.bodies]
        return next(iter(sending or plain), None)


def _operation(entry: Schema, document: Document) -> Operation:
    queries = {
        one["name"]: one.get("schema", {})
        for one in entry.get("parameters", [])
        if one.get("in") == "query"
    }
    body = entry.get("requestBody", {})
    return Operation(
        name=entry["operationId"],
        bodies={kind: one["schema"] for kind, one in body.get("content", {}).items()},
        body_required=body.get("required", False),
        query=queries,
        answers={
            int(status): _schema(answer, document) for status, answer in entry["responses"].items()
        },
        telling=next((name for name in _TELLING if name in queries), None),
    )


def _schema(answer: Schema, document: Document) -> Schema | None:
    if "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    schema: Schema | None = answer.get("content", {}).get(JSON, {}).get("schema")
    return schema
