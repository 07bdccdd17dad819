"""The generic item endpoints: cursor lists, moves, reparenting, deletion."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from miro_sandbox.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Clock, Sandbox


def seeded(sandbox: Sandbox, board: str, number: int) -> list[str]:
    ids = []
    for start in range(0, number, 20):
        body = [
            {"type": "sticky_note", "data": {"content": f"n{i}"}}
            for i in range(start, min(number, start + 20))
        ]
        ids += [i["id"] for i in sandbox.ok("POST", f"{board}/items/bulk", body)["data"]]
    return ids


def test_an_item_looks_as_recorded_live(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    note = sandbox.note(
        board, "<p>Ship weekly</p>", parent={"id": frame}, position={"x": 160, "y": 180}
    )

    item = sandbox.ok("GET", f"{board}/items?parent_item_id={frame}")["data"][0]

    me = sandbox.ok("GET", "/v1/oauth-token")["user"]["id"]
    address = f"https://api.miro.example{board}"
    assert item == {
        "id": note,
        "type": "sticky_note",
        "data": {"content": "<p>Ship weekly</p>", "shape": "square"},
        "style": {
            "fillColor": "light_yellow",
            "textAlign": "center",
            "textAlignVertical": "middle",
        },
        "geometry": {"width": 199.0, "height": 228.0},
        "position": {
            "x": 160.0,
            "y": 180.0,
            "origin": "center",
            "relativeTo": "parent_top_left",
        },
        "parent": {"id": frame, "links": {"self": f"{address}/frames/{frame}"}},
        "links": {"self": f"{address}/sticky_notes/{note}"},
        "createdAt": "2026-05-20T06:38:20Z",
        "createdBy": {"id": me, "type": "user"},
        "modifiedAt": "2026-05-20T06:38:20Z",
        "modifiedBy": {"id": me, "type": "user"},
    }
    assert sandbox.ok("GET", f"{board}/items/{note}") == item
    assert sandbox.ok("GET", f"{board}/sticky_notes/{note}") == item


def test_numbers_of_geometry_are_doubles_on_the_wire(sandbox: Sandbox, board: str) -> None:
    sandbox.note(board, position={"x": 5, "y": 7})

    text = sandbox.call("GET", f"{board}/items").text

    assert '"x": 5.0' in text
    assert '"width": 199.0' in text


def test_cursor_pages_give_every_item_once_in_order(sandbox: Sandbox, board: str) -> None:
    ids = seeded(sandbox, board, 45)
    found: list[str] = []
    sizes: list[int] = []
    cursor: str | None = ""
    while cursor is not None:
        page = sandbox.ok("GET", f"{board}/items?limit=20&cursor={cursor}")
        assert (page["total"], page["limit"], page["type"]) == (45, 20, "cursor-list")
        assert ("next" in page["links"]) == ("cursor" in page)
        found += [i["id"] for i in page["data"]]
        sizes.append(page["size"])
        cursor = page.get("cursor")

    assert found == ids == sorted(ids)
    assert sizes == [20, 20, 5]


def test_the_cursor_is_the_last_id_in_base64(sandbox: Sandbox, board: str) -> None:
    ids = seeded(sandbox, board, 12)

    page = sandbox.ok("GET", f"{board}/items")

    assert page["size"] == page["limit"] == 10
    assert base64.b64decode(page["cursor"]).decode() == f"{ids[9]}~"
    assert page["links"]["self"].endswith("items?limit=10&cursor=")


def test_a_full_last_page_has_no_cursor(sandbox: Sandbox, board: str) -> None:
    seeded(sandbox, board, 10)

    assert "cursor" not in sandbox.ok("GET", f"{board}/items?limit=10")


@pytest.mark.parametrize(
    ("query", "field", "text"),
    [
        ("limit=9", "limit", "minimum items page size is 10"),
        ("limit=51", "limit", "maximum items page size is 50"),
        ("cursor=%21", "cursor", "Invalid cursor"),
        ("parent_item_id=0", "parent_item_id", "Has illegal integer number value"),
    ],
)
def test_faulty_queries_are_refused(
    sandbox: Sandbox, board: str, query: str, field: str, text: str
) -> None:
    assert sandbox.fields("GET", f"{board}/items?{query}") == {field: text}


def test_a_list_holds_one_type_or_one_frame_when_asked(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    inner = sandbox.note(board, parent={"id": frame}, position={"x": 200, "y": 200})
    sandbox.note(board)
    shape = sandbox.ok(
        "POST", f"{board}/shapes", {"parent": {"id": frame}, "position": {"x": 99, "y": 99}}
    )

    def ids(query: str) -> list[str]:
        return [i["id"] for i in sandbox.ok("GET", f"{board}/items?{query}")["data"]]

    assert ids("type=frame") == [frame]
    assert ids(f"parent_item_id={frame}") == [inner, shape["id"]]
    assert ids(f"parent_item_id={frame}&type=shape") == [shape["id"]]
    assert list(sandbox.fields("GET", f"{board}/items?type=connector")) == ["type"]
    assert sandbox.refused("GET", f"{board}/items?parent_item_id={inner}", status=404)


def test_an_item_moves_within_its_frame_and_says_who_moved_it(
    sandbox: Sandbox, board: str, clock: Clock
) -> None:
    frame = sandbox.frame(board)
    note = sandbox.note(board, parent={"id": frame}, position={"x": 200, "y": 200})
    clock.now += 60

    moved = sandbox.ok(
        "PATCH", f"{board}/items/{note}", {"position": {"x": 300, "y": 400}}, who="mari"
    )

    assert (moved["position"]["x"], moved["position"]["y"]) == (300.0, 400.0)
    assert moved["parent"]["id"] == frame
    assert moved["modifiedAt"] == "2026-05-20T06:39:20Z"
    assert moved["modifiedBy"] != moved["createdBy"]


def test_a_null_parent_puts_the_item_back_on_the_canvas_at_the_same_place(
    sandbox: Sandbox, board: str
) -> None:
    frame = sandbox.frame(board, 1000, 800, x=2000, y=100)
    note = sandbox.note(board, parent={"id": frame}, position={"x": 200, "y": 300})

    free = sandbox.ok("PATCH", f"{board}/items/{note}", {"parent": {"id": None}})

    assert "parent" not in free
    assert free["position"] == {
        "x": 1700.0,
        "y": 0.0,
        "origin": "center",
        "relativeTo": "canvas_center",
    }
    back = sandbox.ok("PATCH", f"{board}/items/{note}", {"parent": {"id": frame}})
    assert (back["position"]["x"], back["position"]["y"]) == (200.0, 300.0)


def test_reparenting_reads_a_position_in_the_new_frame(sandbox: Sandbox, board: str) -> None:
    first, second = sandbox.frame(board), sandbox.frame(board, x=3000)
    note = sandbox.note(board, parent={"id": first}, position={"x": 200, "y": 200})
    body = {"position": {"x": 500, "y": 500}, "parent": {"id": second}}

    moved = sandbox.ok("PATCH", f"{board}/items/{note}", body)

    assert moved["parent"]["id"] == second
    assert moved["position"]["x"] == 500.0
    assert sandbox.ok("GET", f"{board}/items?parent_item_id={first}")["total"] == 0


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"data": {"content": "x"}}, "data.content"),
        ({"style": {}}, "style"),
        ({"position": {"x": "1"}}, "position.x"),
        ({"position": {"x": 1, "z": 1}}, "position.z"),
        ({"parent": None}, "parent"),
    ],
)
def test_a_move_takes_only_position_and_parent(
    sandbox: Sandbox, board: str, body: object, field: str
) -> None:
    note = sandbox.note(board)

    assert list(sandbox.fields("PATCH", f"{board}/items/{note}", body)) == [field]


def test_a_second_delete_finds_nothing(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board)
    response = sandbox.call("DELETE", f"{board}/items/{note}")
    assert (response.status_code, response.content) == (204, b"")

    again = sandbox.refused("DELETE", f"{board}/items/{note}", status=404)

    board_id = sandbox.ok("GET", board)["id"]
    assert again == {
        "type": "error",
        "code": "3.0201",
        "context": {"boardId": {"value": board_id}},
        "message": "Item not found",
        "status": 404,
    }


def test_a_locked_item_is_not_deleted_until_unlocked(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board)
    sandbox.ok("PATCH", f"{board}/items/{note}", {"data": {"locked": True}})

    assert "locked" in sandbox.refused("DELETE", f"{board}/items/{note}")["message"]
    sandbox.ok("PATCH", f"{board}/items/{note}", {"data": {"locked": False}})
    sandbox.ok("DELETE", f"{board}/items/{note}")


def test_posting_to_the_list_is_not_supported(sandbox: Sandbox, board: str) -> None:
    refused = sandbox.refused("POST", f"{board}/items", {}, status=405)

    assert refused["code"] == "methodNotSupported"


def test_lists_may_lag_behind_writes(
    sandbox_with: Callable[[Config], Sandbox], clock: Clock
) -> None:
    sandbox = sandbox_with(Config(list_lag=3))
    board = sandbox.board()
    note = sandbox.note(board)

    assert sandbox.ok("GET", f"{board}/items")["total"] == 0
    assert sandbox.ok("GET", f"{board}/items/{note}")["id"] == note
    clock.now += 3
    assert sandbox.ok("GET", f"{board}/items")["total"] == 1


def test_items_of_other_boards_are_not_found(sandbox: Sandbox, board: str) -> None:
    other = sandbox.note(sandbox.board())

    sandbox.refused("GET", f"{board}/items/{other}", status=404)
    sandbox.refused("GET", f"{board}/shapes/{sandbox.note(board)}", status=404)
