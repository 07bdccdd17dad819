"""The table of operations against Miro's published document."""

from __future__ import annotations

import re
from typing import Any

import pytest

from miro_client.limits import Level
from miro_client.operations import OPERATIONS, Operation, Repeat

WORDS = {Level.ONE: "Level 1", Level.TWO: "Level 2", Level.THREE: "Level 3", Level.FOUR: "Level 4"}

# A page of the documentation describes the token endpoint; the document states no level for OAuth.
DOCUMENTED = [one for one in OPERATIONS if one.path != "/v1/oauth/token"]
LEVELLED = [one for one in OPERATIONS if "oauth" not in one.path]


def ids(operation: Operation) -> str:
    return operation.name


@pytest.mark.parametrize("operation", DOCUMENTED, ids=ids)
def test_the_document_knows_method_and_path(operation: Operation, openapi: dict[str, Any]) -> None:
    path = operation.path.partition("?")[0]
    assert operation.method.lower() in _methods(openapi, path)


@pytest.mark.parametrize("operation", LEVELLED, ids=ids)
def test_the_level_is_the_documents(operation: Operation, openapi: dict[str, Any]) -> None:
    levels = {
        level
        for text in _descriptions(openapi, operation)
        for level in re.findall(r"Level \d", text)
    }
    assert WORDS[operation.level] in levels


@pytest.mark.parametrize("operation", OPERATIONS, ids=ids)
def test_what_makes_something_new_is_never_repeated(operation: Operation) -> None:
    makes = operation.name.startswith(("create_", "copy_", "invite_", "exchange_", "refresh_"))
    assert (operation.repeat is Repeat.NEVER) == makes


@pytest.mark.parametrize("operation", OPERATIONS, ids=ids)
def test_every_post_and_put_that_may_be_repeated_is_a_known_one(operation: Operation) -> None:
    if operation.method in {"POST", "PUT"} and operation.repeat is Repeat.SAFE:
        assert operation.name in {"attach_tag", "revoke_token"}


def test_names_are_unique() -> None:
    assert len({operation.name for operation in OPERATIONS}) == len(OPERATIONS)


def _methods(openapi: dict[str, Any], path: str) -> set[str]:
    wanted = _shape(path)
    found = [entry for known, entry in openapi["paths"].items() if _shape(known) == wanted]
    return {method for entry in found for method in entry}


def _descriptions(openapi: dict[str, Any], operation: Operation) -> list[str]:
    wanted = _shape(operation.path.partition("?")[0])
    return [
        entry[operation.method.lower()].get("description", "")
        for known, entry in openapi["paths"].items()
        if _shape(known) == wanted and operation.method.lower() in entry
    ]


def _shape(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path).rstrip("?#")
