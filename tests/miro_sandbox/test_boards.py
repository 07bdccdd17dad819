"""Boards: bodies, defaults, lists, copies, access."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miro_sandbox.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Clock, Sandbox

TEAM = "3074457300000000001"


def test_a_new_board_has_miros_defaults_and_both_copies_of_its_policies(sandbox: Sandbox) -> None:
    board = sandbox.ok("POST", "/v2/boards", {})

    assert board["name"] == "Untitled"
    assert board["description"] == ""
    assert board["type"] == "board"
    assert board["createdAt"] == board["modifiedAt"] == "2026-05-20T06:38:20Z"
    assert board["owner"] == {"id": board["owner"]["id"], "type": "user", "name": "me"}
    assert board["currentUserMembership"]["role"] == "owner"
    assert board["policy"]["sharingPolicy"] == board["sharingPolicy"]
    assert board["policy"]["permissionsPolicy"] == board["permissionsPolicy"]
    assert board["sharingPolicy"] == {
        "access": "private",
        "inviteToAccountAndBoardLinkAccess": "no_access",
        "organizationAccess": "private",
        "teamAccess": "edit",
    }
    assert board["permissionsPolicy"]["copyAccessLevel"] == "anyone"


def test_ids_keep_their_equals_sign_and_links_write_it_as_percent_3d(sandbox: Sandbox) -> None:
    board = sandbox.ok("POST", "/v2/boards", {})

    assert board["id"].startswith("uXjV")
    assert board["id"].endswith("=")
    assert board["viewLink"] == f"https://miro.com/app/board/{board['id']}"
    escaped = board["id"].replace("=", "%3D")
    assert board["links"]["self"] == f"https://api.miro.example/v2/boards/{escaped}"
    for written in (board["id"], escaped):
        assert sandbox.ok("GET", f"/v2/boards/{written}")["id"] == board["id"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "x" * 61}, "name"),
        ({"name": ""}, "name"),
        ({"description": "x" * 301}, "description"),
        ({"colour": "red"}, "colour"),
        ({"policy": {"sharingPolicy": {"access": "everyone"}}}, "policy.sharingPolicy.access"),
        ({"policy": {"sharingPolicy": {"x": 1}}}, "policy.sharingPolicy.x"),
        ({"name": 7}, "name"),
    ],
)
def test_a_faulty_body_names_its_field(sandbox: Sandbox, body: object, field: str) -> None:
    assert list(sandbox.fields("POST", "/v2/boards", body)) == [field]


def test_enumerations_are_refused_in_miros_words(sandbox: Sandbox) -> None:
    body = {"policy": {"sharingPolicy": {"access": "all"}}}

    assert sandbox.fields("POST", "/v2/boards", body) == {
        "policy.sharingPolicy.access": (
            "Unexpected value [all], expected one of: [private, view, edit, comment]"
        )
    }


def test_patch_changes_only_what_is_sent(sandbox: Sandbox, board: str, clock: Clock) -> None:
    clock.now += 60
    changed = sandbox.ok("PATCH", board, {"description": "New"})

    assert changed["name"] == "Retro 14"
    assert changed["description"] == "New"
    assert changed["modifiedAt"] == "2026-05-20T06:39:20Z"
    assert changed["createdAt"] == "2026-05-20T06:38:20Z"


def test_a_deleted_board_is_gone(sandbox: Sandbox, board: str) -> None:
    response = sandbox.call("DELETE", board)

    assert (response.status_code, response.content) == (204, b"")
    sandbox.refused("GET", board, status=404)
    sandbox.refused("DELETE", board, status=404)


def test_lists_are_paged_by_offset_with_links(sandbox: Sandbox) -> None:
    for number in range(5):
        sandbox.board(name=f"b{number}")

    page = sandbox.ok("GET", f"/v2/boards?team_id={TEAM}&limit=2&offset=2")

    assert [b["name"] for b in page["data"]] == ["b2", "b1"]
    assert (page["size"], page["offset"], page["limit"], page["total"]) == (2, 2, 2, 5)
    assert page["type"] == "list"
    assert page["links"]["next"].endswith("limit=2&offset=4")
    assert page["links"]["last"].endswith("offset=4")
    last = sandbox.ok("GET", f"/v2/boards?team_id={TEAM}&limit=2&offset=4")
    assert "next" not in last["links"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("sort=alphabetically", ["apple", "banana", "cherry"]),
        ("sort=last_created", ["apple", "cherry", "banana"]),
        ("query=ERR", ["cherry"]),
        ("query=fruit", ["banana"]),
        (f"query=err&team_id={TEAM}&sort=alphabetically", ["apple", "banana", "cherry"]),
        ("team_id=1", []),
        ("owner=1", []),
    ],
)
def test_lists_sort_and_search(sandbox: Sandbox, query: str, names: list[str]) -> None:
    sandbox.board(name="banana", description="a fruit")
    sandbox.board(name="cherry")
    sandbox.board(name="apple")

    assert [b["name"] for b in sandbox.ok("GET", f"/v2/boards?{query}")["data"]] == names


def test_only_lists_without_a_team_lag_behind(
    sandbox_with: Callable[[Config], Sandbox], clock: Clock
) -> None:
    sandbox = sandbox_with(Config(board_list_lag=5))
    sandbox.board(name="new")

    assert sandbox.ok("GET", "/v2/boards")["total"] == 0
    assert sandbox.ok("GET", f"/v2/boards?team_id={TEAM}")["total"] == 1
    clock.now += 5
    assert sandbox.ok("GET", "/v2/boards")["total"] == 1


@pytest.mark.parametrize("query", ["limit=0", "limit=51", "offset=-1", "sort=x", "limit=ten"])
def test_faulty_list_queries_are_refused(sandbox: Sandbox, query: str) -> None:
    assert list(sandbox.fields("GET", f"/v2/boards?{query}")) == [query.partition("=")[0]]


def test_a_private_board_is_hidden_from_others_until_they_are_invited(sandbox: Sandbox) -> None:
    board = sandbox.board(policy={"sharingPolicy": {"teamAccess": "private"}})

    refused = sandbox.refused("GET", board, who="mari", status=403)

    assert refused == {
        "type": "error",
        "code": "6.0108",
        "message": "User is not allowed to view board.",
        "status": 403,
    }
    assert sandbox.ok("GET", "/v2/boards", who="mari")["total"] == 0
    sandbox.ok("POST", f"{board}/members", {"emails": ["mari@example.org"], "role": "viewer"})
    assert sandbox.ok("GET", board, who="mari")["currentUserMembership"]["role"] == "viewer"
    sandbox.refused("POST", f"{board}/sticky_notes", {}, who="mari", status=403)


def test_team_members_write_on_a_board_by_default(sandbox: Sandbox, board: str) -> None:
    made = sandbox.ok("POST", f"{board}/sticky_notes", {}, who="mari")

    me = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]
    assert made["createdBy"] == {"id": me["id"], "type": "user"}


def test_only_owners_change_policies_and_delete(sandbox: Sandbox, board: str) -> None:
    body = {"policy": {"sharingPolicy": {"access": "view"}}}

    sandbox.refused("PATCH", board, body, who="mari", status=403)
    sandbox.refused("DELETE", board, who="mari", status=403)
    assert sandbox.ok("PATCH", board, {"name": "Ours"}, who="mari")["name"] == "Ours"


def test_a_copy_has_everything_under_new_ids(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board, x=100, y=50)
    inside = sandbox.note(board, "in", parent={"id": frame}, position={"x": 200, "y": 200})
    outside = sandbox.note(board, "out", position={"x": 2000, "y": 0})
    ends = {"startItem": {"id": inside}, "endItem": {"id": outside}}
    sandbox.ok("POST", f"{board}/connectors", ends)
    tag = sandbox.ok("POST", f"{board}/tags", {"title": "risk", "fillColor": "red"})["id"]
    sandbox.ok("POST", f"{board}/items/{inside}?tag_id={tag}")
    sandbox.ok("POST", f"{board}/groups", {"data": {"items": [inside, outside]}})

    source = sandbox.ok("GET", board)["id"]
    copy = sandbox.ok("PUT", f"/v2/boards?copy_from={source}", {"name": "Copy"}, who="mari")
    there = f"/v2/boards/{copy['id']}"

    assert copy["name"] == "Copy"
    assert copy["owner"]["name"] == "mari"
    items = sandbox.ok("GET", f"{there}/items?limit=50")["data"]
    assert [i["type"] for i in items] == ["frame", "sticky_note", "sticky_note"]
    assert not {i["id"] for i in items} & {frame, inside, outside}
    assert items[1]["parent"]["id"] == items[0]["id"]
    assert items[1]["position"]["relativeTo"] == "parent_top_left"
    line = sandbox.ok("GET", f"{there}/connectors")["data"][0]
    assert line["startItem"]["id"] == items[1]["id"]
    assert line["endItem"]["id"] == items[2]["id"]
    assert sandbox.ok("GET", f"{there}/items/{items[1]['id']}/tags")["tags"][0]["title"] == "risk"
    group = sandbox.ok("GET", f"{there}/groups")["data"][0]
    assert group["data"]["items"] == [items[1]["id"], items[2]["id"]]


def test_copying_needs_a_source_that_may_be_copied(sandbox: Sandbox) -> None:
    board = sandbox.board(policy={"permissionsPolicy": {"copyAccess": "board_owner"}})
    source = sandbox.ok("GET", board)["id"]

    assert list(sandbox.fields("PUT", "/v2/boards", {})) == ["copy_from"]
    sandbox.refused("PUT", f"/v2/boards?copy_from={source}", {}, who="mari", status=403)
    assert list(sandbox.fields("PUT", f"/v2/boards?copy_from={source}", {"projectId": "1"})) == [
        "projectId"
    ]


def test_the_plan_may_hold_so_many_boards(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(board_limit=1))
    sandbox.board()

    sandbox.refused("POST", "/v2/boards", {}, status=403)
