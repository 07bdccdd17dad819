"""Groups of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.miro_sandbox.conftest import Sandbox


@pytest.fixture
def notes(sandbox: Sandbox, board: str) -> list[str]:
    return [sandbox.note(board, str(i)) for i in range(4)]


def group(sandbox: Sandbox, board: str, items: list[str]) -> str:
    made = sandbox.ok("POST", f"{board}/groups", {"data": {"items": items}})
    return str(made["id"])


def test_a_group_has_no_times(sandbox: Sandbox, board: str, notes: list[str]) -> None:
    response = sandbox.call("POST", f"{board}/groups", {"data": {"items": notes[:2]}})

    assert response.status_code == 201
    made = response.json()
    assert made == {
        "id": made["id"],
        "type": "group",
        "data": {"items": notes[:2]},
        "links": {"self": f"https://api.miro.example{board}/groups/{made['id']}"},
    }
    assert sandbox.ok("GET", f"{board}/groups/{made['id']}") == made


def test_a_group_has_two_items_at_least(sandbox: Sandbox, board: str, notes: list[str]) -> None:
    for items in ([], notes[:1], [notes[0], notes[0]]):
        assert sandbox.fields("POST", f"{board}/groups", {"data": {"items": items}}) == {
            "data.items": "Group should have at least two items"
        }
    assert sandbox.fields("POST", f"{board}/groups", {}) == {
        "data": "Field [data] of type [Object] is required"
    }
    assert sandbox.fields("POST", f"{board}/groups", {"data": {}}) == {
        "data.items": "Field [data.items] of type [Array] is required"
    }


def test_groups_hold_no_groups(sandbox: Sandbox, board: str, notes: list[str]) -> None:
    inner = group(sandbox, board, notes[:2])
    body = {"data": {"items": [inner, notes[2]]}}

    assert sandbox.refused("POST", f"{board}/groups", body, status=404)["code"] == "3.0201"


def test_lists(sandbox: Sandbox, board: str, notes: list[str]) -> None:
    made = [group(sandbox, board, notes[:2]), group(sandbox, board, notes[2:])]

    page = sandbox.ok("GET", f"{board}/groups")
    inside = sandbox.ok("GET", f"{board}/groups/items?group_item_id={made[0]}")

    assert [g["id"] for g in page["data"]] == made
    assert (page["limit"], page["size"]) == (10, 2)
    assert [i["id"] for i in inside["data"]] == notes[:2]
    assert list(sandbox.fields("GET", f"{board}/groups?limit=9")) == ["limit"]
    assert list(sandbox.fields("GET", f"{board}/groups/items")) == ["group_item_id"]


def test_replacing_gives_a_new_id(sandbox: Sandbox, board: str, notes: list[str]) -> None:
    old = group(sandbox, board, notes[:2])

    new = sandbox.ok("PUT", f"{board}/groups/{old}", {"data": {"items": notes[1:3]}})

    assert new["id"] != old
    sandbox.refused("GET", f"{board}/groups/{old}", status=404)
    assert sandbox.ok("GET", f"{board}/groups")["data"] == [new]


def test_ungrouping_keeps_the_items_unless_asked(
    sandbox: Sandbox, board: str, notes: list[str]
) -> None:
    first, second = group(sandbox, board, notes[:2]), group(sandbox, board, notes[2:])

    assert sandbox.call("DELETE", f"{board}/groups/{first}").status_code == 204
    assert sandbox.ok("GET", f"{board}/items")["total"] == 4
    sandbox.ok("DELETE", f"{board}/groups/{second}?delete_items=true")
    left = sandbox.ok("GET", f"{board}/items")["data"]
    assert [i["id"] for i in left] == notes[:2]
