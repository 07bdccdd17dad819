"""Items only Miro's own interface makes, put on a board for tests of readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.miro_sandbox.conftest import Json, Sandbox


def seeded(sandbox: Sandbox, board: str, body: Json, status: int = 201) -> Json:
    path = board.replace("/v2/boards", "/_sandbox/boards")
    response = sandbox.call("POST", f"{path}/items", body, who=None)
    assert response.status_code == status, response.text
    made = response.json()
    return sandbox.ok("GET", f"{board}/items/{made['id']}") if status == 201 else made


def test_an_unsupported_item_has_no_data(sandbox: Sandbox, board: str) -> None:
    item = seeded(
        sandbox,
        board,
        {"type": "shape", "isSupported": False, "geometry": {"width": 10, "height": 20}},
    )

    assert item["isSupported"] is False
    assert not {"data", "style"} & item.keys()
    assert item["links"]["self"].endswith(f"/items/{item['id']}")


def test_unknown_types_are_listed(sandbox: Sandbox, board: str) -> None:
    item = seeded(sandbox, board, {"type": "hologram", "data": {"any": 1}})

    assert "geometry" not in item
    assert sandbox.ok("GET", f"{board}/items")["data"] == [item]


def test_frames_of_the_interface_read_as_unknown(sandbox: Sandbox, board: str) -> None:
    frame = seeded(
        sandbox,
        board,
        {
            "type": "frame",
            "data": {"title": "<p>UI</p>", "type": "unknown", "format": "a4"},
            "geometry": {"width": 1000, "height": 1000},
        },
    )

    assert frame["data"]["type"] == "unknown"
    note = sandbox.note(board, parent={"id": frame["id"]}, position={"x": 200, "y": 200})
    assert sandbox.ok("GET", f"{board}/items?parent_item_id={frame['id']}")["data"][0]["id"] == note


def test_notes_of_other_people_with_paragraphs(sandbox: Sandbox, board: str) -> None:
    item = seeded(
        sandbox, board, {"type": "sticky_note", "by": "mari", "data": {"content": "<p>a</p>"}}
    )

    mari = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]["id"]
    assert item["createdBy"]["id"] == mari
    assert item["style"]["fillColor"] == "light_yellow"
    assert item["geometry"] == {"width": 199.0, "height": 228.0}


def test_items_in_a_doc_have_a_slot(sandbox: Sandbox, board: str) -> None:
    doc = sandbox.ok(
        "POST", f"{board}/docs", {"data": {"contentType": "markdown", "content": "x"}}
    )["id"]

    item = seeded(
        sandbox, board, {"type": "image", "parent": {"id": doc}, "position": {"slotId": "s1"}}
    )

    assert item["position"]["slotId"] == "s1"
    assert item["parent"]["id"] == doc


@pytest.mark.parametrize("body", [{}, {"type": 1}, {"type": "text", "colour": 1}, []])
def test_faulty_seeds(sandbox: Sandbox, board: str, body: object) -> None:
    seeded(sandbox, board, body, status=400)


def test_a_seed_needs_a_board(sandbox: Sandbox) -> None:
    sandbox.refused("POST", "/_sandbox/boards/x/items", {"type": "text"}, status=404)
