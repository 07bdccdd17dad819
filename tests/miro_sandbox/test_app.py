"""The door every call passes: tokens, scopes, credits, unknown routes, broken bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miro_sandbox.catalogue import OPERATIONS
from miro_sandbox.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.operations import Operation
    from tests.miro_sandbox.conftest import Clock, Sandbox

LIMITS = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic sandbox-me",
        "Bearer me",
        "Bearer sandbox-",
        "Bearer sandbox-a b",
        "Bearer sandbox-õ".encode().decode("latin-1"),
    ],
)
def test_other_tokens_are_refused(sandbox: Sandbox, header: str | None) -> None:
    headers = {"Authorization": header} if header is not None else {}
    response = sandbox.call("GET", "/v2/boards", who=None, headers=headers)

    assert response.status_code == 401
    body = response.json()
    assert (body["code"], body["type"], body["status"]) == ("tokenNotProvided", "error", 401)
    assert all(name in response.headers for name in LIMITS)


def test_a_person_is_made_on_first_use_and_stays(sandbox: Sandbox) -> None:
    first = sandbox.ok("GET", "/v1/oauth-token", who="Mari.1_x-y")
    again = sandbox.ok("GET", "/v1/oauth-token", who="Mari.1_x-y")

    assert first == again
    assert first["type"] == "oAuthToken"
    assert first["user"]["name"] == "Mari.1_x-y"
    assert first["createdBy"] == first["user"]
    assert first["scopes"] == ["boards:read", "boards:write"]
    assert first["team"]["type"] == "team"
    assert sandbox.ok("GET", "/v1/oauth-token")["user"]["id"] != first["user"]["id"]


def test_the_tokens_context_takes_the_token_in_the_query_and_nothing_else_does(
    sandbox: Sandbox,
) -> None:
    query = "access_token=sandbox-mari"

    found = sandbox.call("GET", f"/v1/oauth-token?{query}", who=None).json()

    assert found["user"]["name"] == "mari"
    assert sandbox.call("GET", f"/v2/boards?{query}", who=None).status_code == 401


def test_a_missing_scope_is_named(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(scopes={"reader": ("boards:read",)}))

    refused = sandbox.refused("POST", "/v2/boards", {}, who="reader", status=403)

    assert refused == {
        "type": "error",
        "code": "insufficientPermissions",
        "message": "Required scopes: boards:write",
        "status": 403,
    }
    assert sandbox.ok("GET", "/v2/boards", who="reader")["total"] == 0


def test_unknown_routes_and_methods(sandbox: Sandbox, board: str) -> None:
    missing = sandbox.call("GET", f"{board}/frames/1/items")
    assert missing.status_code == 404
    assert missing.json()["message"].startswith("No endpoint GET /v2/boards/")
    wrong = sandbox.call("PUT", f"{board}/items")
    assert wrong.status_code == 405
    assert wrong.json()["code"] == "methodNotSupported"
    for response in (missing, wrong):
        assert all(name in response.headers for name in LIMITS)


@pytest.mark.parametrize("raw", ["{", "nul", b"\xff", '{"a": NaN}', '"\\ud800"', "[" * 100_000])
def test_broken_json(sandbox: Sandbox, raw: str | bytes) -> None:
    response = sandbox.call("POST", "/v2/boards", data=raw)

    assert response.status_code == 400
    assert response.json()["code"] == "invalidParameters"


@pytest.mark.parametrize("path", ["items/abc", "items/0", "items/99999999999999999999", "tags/-1"])
def test_ids_are_decimal_numbers(sandbox: Sandbox, board: str, path: str) -> None:
    field = "item_id" if path.startswith("items") else "tag_id"
    assert sandbox.fields("GET", f"{board}/{path}") == {field: "Has illegal integer number value"}


@pytest.mark.parametrize(
    ("method", "path", "cost"),
    [
        ("GET", "/v2/boards", 50),
        ("POST", "/v2/boards", 500),
        ("PUT", "/v2/boards?copy_from={id}", 2000),
        ("GET", "/v2/boards/{id}/items", 100),
        ("GET", "/v2/boards/{id}/items?parent_item_id={frame}", 100),
        ("GET", "/v2/boards/{id}/items?tag_id={tag}", 50),
        ("GET", "/v2/boards/{id}/items/{frame}", 50),
        ("PATCH", "/v2/boards/{id}/items/{frame}", 100),
        ("DELETE", "/v2/boards/{id}/items/{frame}", 500),
        ("POST", "/v2/boards/{id}/items/{note}?tag_id={tag}", 50),
        ("DELETE", "/v2/boards/{id}/items/{note}?tag_id={tag}", 50),
        ("POST", "/v2/boards/{id}/sticky_notes", 100),
        ("GET", "/v2/boards/{id}/connectors", 100),
        ("GET", "/v2/boards/{id}/tags", 50),
        ("DELETE", "/v2/boards/{id}", 500),
        ("PATCH", "/v2/boards/{id}", 100),
        ("POST", "/v2/boards/{id}/members", 500),
    ],
)
def test_calls_cost_what_miro_documents(
    sandbox: Sandbox, board: str, method: str, path: str, cost: int
) -> None:
    names = {
        "id": sandbox.ok("GET", board)["id"],
        "frame": sandbox.frame(board),
        "note": sandbox.note(board),
        "tag": sandbox.ok("POST", f"{board}/tags", {"title": "t"})["id"],
    }
    before = int(sandbox.call("GET", "/v1/oauth-token").headers["X-RateLimit-Remaining"])

    writes = method in {"PUT", "PATCH"} or (method == "POST" and "tag_id" not in path)
    response = sandbox.call(method, path.format(**names), {} if writes else None)

    assert int(response.headers["X-RateLimit-Remaining"]) == before - cost


def test_a_spent_budget_refuses_until_the_window_ends(
    sandbox_with: Callable[[Config], Sandbox], clock: Clock
) -> None:
    sandbox = sandbox_with(Config(credits_per_minute=1000))
    sandbox.board()
    sandbox.board()

    refused = sandbox.call("POST", "/v2/boards", {})

    assert refused.status_code == 429
    assert refused.json()["message"] == "Request rate limit exceed"
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    assert "Retry-After" not in refused.headers
    reset = int(refused.headers["X-RateLimit-Reset"])
    assert reset % 60 == 0
    assert 0 < reset - clock.now <= 60
    assert sandbox.call("GET", "/v2/boards", who="mari").ok
    clock.now = reset
    sandbox.board()


def test_refused_calls_are_free_unless_switched(
    sandbox_with: Callable[[Config], Sandbox],
) -> None:
    for costs, left in ((False, "100"), (True, "0")):
        sandbox = sandbox_with(Config(credits_per_minute=600, refused_calls_cost=costs))
        person = f"p{costs}"
        sandbox.ok("POST", "/v2/boards", {}, who=person)
        refused = sandbox.call("POST", "/v2/boards", {}, who=person)
        assert refused.status_code == 429
        assert refused.headers["X-RateLimit-Remaining"] == left


def test_retry_after_is_a_switch(sandbox_with: Callable[[Config], Sandbox], clock: Clock) -> None:
    sandbox = sandbox_with(Config(credits_per_minute=10, retry_after=True))

    refused = sandbox.call("GET", "/v2/boards")

    wait = int(refused.headers["Retry-After"])
    assert 0 < wait <= 60
    assert wait >= int(refused.headers["X-RateLimit-Reset"]) - clock.now - 1


def test_failed_calls_change_nothing_but_the_budget(sandbox: Sandbox, board: str) -> None:
    before = int(sandbox.call("GET", board).headers["X-RateLimit-Remaining"])

    response = sandbox.call("POST", f"{board}/sticky_notes", {"x": 1})

    assert int(response.headers["X-RateLimit-Remaining"]) == before - 100


def test_operations_have_names_of_their_own() -> None:
    names = [operation.name for operation in OPERATIONS]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_every_operation_wants_a_token(sandbox: Sandbox, operation: Operation) -> None:
    path = operation.path
    for word in ("board", "item", "connector", "tag", "group", "board_member", "file"):
        path = path.replace(f"<{word}_id>", "1")

    response = sandbox.call(operation.method, path, who=None)

    assert response.status_code == 401
