"""Holds one exchange against the document."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jsonschema_rs import Draft7Validator

from tests.openapi.operations import FORM, JSON, Operation, Operations
from tests.openapi.schemas import formats, strict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.openapi.document import Document, Json, Schema

# Answers outside the document, each with where it comes from.
ELSEWHERE = {
    405: "olgasafonova/miro-mcp-server: a known path with another method",
    501: "the sandbox's own word for what it does not emulate",
}


@dataclass(frozen=True)
class Exchange:
    """A call and what was answered; bodies are raw, `parts` holds those of a form."""

    method: str
    path: str
    query: Mapping[str, str]
    media_type: str
    sent: bytes
    status: int
    answered: bytes
    parts: Mapping[str, str] = field(default_factory=dict)


class Checker:
    """Finds what in an exchange is not as the (repaired) document says."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._operations = Operations(document)
        self._validators: dict[tuple[str, int], Draft7Validator] = {}
        self._failure: Schema = {"$ref": "#/components/schemas/Error"}

    def faults_of_answer(self, exchange: Exchange) -> list[str]:
        """Give what is wrong with an answer."""
        operation = self._meant(exchange)
        if operation is None:
            return self._outside(exchange)
        if exchange.status in ELSEWHERE:
            return self._error(exchange)
        if exchange.status not in operation.answers:
            return [f"{operation.name}: {exchange.status} is not among its answers"]
        where = f"{operation.name} answered {exchange.status}"
        schema = operation.answers[exchange.status]
        if schema is None:
            return [f"{where}: with a body"] if exchange.answered else []
        return self._faults(where, schema, _parsed(exchange.answered))

    def faults_of_request(self, exchange: Exchange) -> list[str]:
        """Give what is wrong with a request."""
        operation = self._meant(exchange)
        if operation is None:
            return [f"{exchange.method} {exchange.path} is not in the document"]
        faults: list[str] = []
        for name, text in exchange.query.items():
            faults += self._query(operation, name, text)
        return faults + self._body(operation, exchange)

    def knows(self, exchange: Exchange) -> bool:
        """Say whether the document has an operation for a call."""
        return self._meant(exchange) is not None

    def _meant(self, exchange: Exchange) -> Operation | None:
        return self._operations.meant(
            exchange.method, exchange.path, exchange.query, exchange.media_type
        )

    def _outside(self, exchange: Exchange) -> list[str]:
        if exchange.status < 400:
            return [f"{exchange.method} {exchange.path} is not in the document, yet answered"]
        return self._error(exchange)

    def _error(self, exchange: Exchange) -> list[str]:
        return self._faults(
            f"answered {exchange.status}", self._failure, _parsed(exchange.answered)
        )

    def _query(self, operation: Operation, name: str, text: str) -> list[str]:
        where = f"{operation.name} query {name}"
        if name not in operation.query:
            return [f"{where}: not in the document"]
        schema = operation.query[name]
        kind = schema.get("type")
        value: Json = text
        if kind == "integer" and text.isdecimal():
            value = int(text)
        if kind == "boolean" and text in {"true", "false"}:
            value = text == "true"
        return self._faults(where, schema, value)

    def _body(self, operation: Operation, exchange: Exchange) -> list[str]:
        where = f"{operation.name} body"
        if not exchange.sent and not exchange.parts:
            return [f"{where}: missing"] if operation.body_required else []
        # A body without a media type is taken for JSON; the document can't say anything of it.
        kind = exchange.media_type or JSON
        if kind not in operation.bodies:
            return [f"{where}: {kind} is not among its media types"]
        schema = operation.bodies[kind]
        if kind == FORM:
            return self._faults(where, schema, _form(exchange.parts))
        return self._faults(where, schema, _parsed(exchange.sent))

    def _faults(self, where: str, schema: Schema, value: Json) -> list[str]:
        validator = self._validator(where, schema)
        if validator.is_valid(value):
            return []
        return [
            f"{where}: {'.'.join(str(part) for part in error.instance_path)}: {error.message[:300]}"
            for error in validator.iter_errors(value)
        ]

    def _validator(self, where: str, schema: Schema) -> Draft7Validator:
        key = (where, id(schema))
        if key not in self._validators:
            whole = strict(schema, self._document)
            self._validators[key] = Draft7Validator(
                whole, validate_formats=True, formats=formats(whole)
            )
        return self._validators[key]


def _parsed(raw: bytes) -> Json:
    try:
        return json.loads(raw)
    except ValueError:
        return raw.decode("utf-8", "replace")


def _form(parts: Mapping[str, str]) -> Json:
    return {
        name: _parsed(text.encode()) if name == "data" else text for name, text in parts.items()
    }
