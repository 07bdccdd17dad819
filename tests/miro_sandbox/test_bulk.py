"""Bulk creation: a bare array, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.miro_sandbox.conftest import Sandbox


def notes(number: int) -> list[dict[str, Any]]:
    return [{"type": "sticky_note", "data": {"content": str(i)}} for i in range(number)]


def test_items_come_back_in_order_with_rising_ids_and_one_time(
    sandbox: Sandbox, board: str
) -> None:
    body = [
        {"type": "frame", "data": {"title": "F"}},
        {"type": "text", "data": {"content": "t"}},
        *notes(18),
    ]
    response = sandbox.call("POST", f"{board}/items/bulk", body)

    assert response.status_code == 201
    answer = response.json()
    assert answer["type"] == "bulk-list"
    data = answer["data"]
    assert [i["type"] for i in data] == ["frame", "text", *["sticky_note"] * 18]
    assert [i["data"]["content"] for i in data[2:]] == [str(i) for i in range(18)]
    ids = [int(i["id"]) for i in data]
    assert ids == sorted(set(ids))
    assert len({i["createdAt"] for i in data}) == 1


def test_it_costs_as_much_as_one_by_one(sandbox: Sandbox, board: str) -> None:
    before = int(sandbox.call("GET", board).headers["X-RateLimit-Remaining"])

    response = sandbox.call("POST", f"{board}/items/bulk", notes(20))

    assert int(response.headers["X-RateLimit-Remaining"]) == before - 2000


def test_one_bad_element_makes_nothing(sandbox: Sandbox, board: str) -> None:
    body = [
        *notes(2),
        {"type": "sticky_note", "style": {"fillColor": "#fff"}},
        {"type": "shape", "x": 1},
    ]

    faults = sandbox.fields("POST", f"{board}/items/bulk", body)

    assert set(faults) == {"2.style.fillColor", "3.x"}
    assert sandbox.ok("GET", f"{board}/items")["total"] == 0


def test_one_bad_place_makes_nothing(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    outside = {"type": "shape", "parent": {"id": frame}, "position": {"x": 2000, "y": 0}}

    refused = sandbox.refused("POST", f"{board}/items/bulk", [*notes(1), outside])

    assert refused["message"] == "new position is outside of parent boundaries"
    assert refused["context"]["fields"][0]["field"].startswith("1.")
    both = {"type": "sticky_note", "geometry": {"width": 1, "height": 1}}
    assert list(sandbox.fields("POST", f"{board}/items/bulk", [*notes(1), both])) == ["1.geometry"]
    assert sandbox.ok("GET", f"{board}/items")["total"] == 1


@pytest.mark.parametrize(
    ("body", "field", "text"),
    [
        ({"data": []}, "", "Unexpected type of value, expected of type [Array]"),
        (notes(21), "", "At most 20 items could be created with a single request"),
        ([], "", "At least 1 item should be passed"),
        ([{}], "0.type", "Field [type] of type [String] is required"),
        ([1], "0", "Unexpected type of value, expected of type [Object]"),
        (
            [{"type": "text"}],
            "0.data",
            "Field [data] of type [Object] is required",
        ),
    ],
)
def test_faulty_bodies(sandbox: Sandbox, board: str, body: object, field: str, text: str) -> None:
    assert sandbox.fields("POST", f"{board}/items/bulk", body) == {field: text}


@pytest.mark.parametrize("type_", ["connector", "tag", "doc_format", "group", 7])
def test_other_types_are_refused(sandbox: Sandbox, board: str, type_: object) -> None:
    body = [{"type": type_, "data": {"content": "x"}}]

    assert list(sandbox.fields("POST", f"{board}/items/bulk", body)) == ["0.type"]


def test_flowchart_shapes_are_not_in_the_bulk_list(sandbox: Sandbox, board: str) -> None:
    body = [{"type": "shape", "data": {"shape": "flow_chart_decision"}}]

    assert list(sandbox.fields("POST", f"{board}/items/bulk", body)) == ["0.data.shape"]
    sandbox.ok("POST", f"{board}/shapes", {"data": {"shape": "flow_chart_decision"}})


def test_children_go_into_a_frame_made_before(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    body = [{**n, "parent": {"id": frame}, "position": {"x": 200, "y": 200}} for n in notes(3)]

    data = sandbox.ok("POST", f"{board}/items/bulk", body)["data"]

    assert {i["parent"]["id"] for i in data} == {frame}


def test_a_frame_holds_a_thousand_items(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    body = [{**n, "parent": {"id": frame}, "position": {"x": 200, "y": 200}} for n in notes(20)]
    for _ in range(50):
        sandbox.clock.now += 60
        sandbox.ok("POST", f"{board}/items/bulk", body)

    assert list(sandbox.fields("POST", f"{board}/items/bulk", body[:1])) == ["parent.id"]
