"""Frames: their body, their children, and the bounds children must keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miro_sandbox.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Sandbox

OUTSIDE = "new position is outside of parent boundaries"


def test_a_frame_answers_with_its_children_link(sandbox: Sandbox, board: str) -> None:
    body = {
        "data": {"title": "Start / Stop"},
        "style": {"fillColor": "#ffffff"},
        "geometry": {"width": 1200, "height": 800},
    }
    response = sandbox.call("POST", f"{board}/frames", body)

    assert response.status_code == 201
    frame = response.json()
    assert frame["data"] == {
        "format": "custom",
        "title": "Start / Stop",
        "type": "freeform",
        "showContent": True,
    }
    assert frame["links"]["related"] == (
        f"https://api.miro.example{board}/items?parent_item_id={frame['id']}&limit=10&cursor="
    )
    assert frame["geometry"] == {"width": 1200.0, "height": 800.0}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "data"),
        ({"data": {"format": "a4"}}, "data.format"),
        ({"data": {"type": "unknown"}}, "data.type"),
        ({"data": {}, "parent": {"id": "1"}}, "parent"),
        ({"data": {}, "geometry": {"rotation": 5}}, "geometry.rotation"),
        ({"data": {}, "geometry": {"width": 99}}, "geometry.width"),
        ({"data": {}, "style": {"fillColor": "white"}}, "style.fillColor"),
        ({"data": {}, "style": {"fillColor": "transparent"}}, "style.fillColor"),
    ],
)
def test_faulty_bodies_are_refused(sandbox: Sandbox, board: str, body: object, field: str) -> None:
    assert list(sandbox.fields("POST", f"{board}/frames", body)) == [field]


def test_missing_data_is_named_as_seen_live(sandbox: Sandbox, board: str) -> None:
    assert sandbox.fields("POST", f"{board}/frames", {}) == {
        "data": "Field [data] of type [Object] is required"
    }


@pytest.mark.parametrize(
    ("x", "y", "fits"),
    [(50, 50, True), (950, 750, True), (49, 400, False), (500, 751, False), (-1, 10, False)],
)
def test_the_whole_box_must_fit(sandbox: Sandbox, board: str, x: int, y: int, fits: bool) -> None:  # noqa: FBT001  # a case's outcome
    frame = sandbox.frame(board)
    body = {"parent": {"id": frame}, "position": {"x": x, "y": y}}

    response = sandbox.call("POST", f"{board}/shapes", body)

    assert response.ok == fits
    if not fits:
        assert response.status_code == 400
        assert response.json()["message"] == OUTSIDE


def test_half_outside_may_be_allowed_but_the_centre_stays_in(
    sandbox_with: Callable[[Config], Sandbox],
) -> None:
    sandbox = sandbox_with(Config(whole_box_in_frame=False))
    board = sandbox.board()
    frame = sandbox.frame(board)

    sandbox.ok("POST", f"{board}/shapes", {"parent": {"id": frame}})
    refused = sandbox.refused(
        "POST", f"{board}/shapes", {"parent": {"id": frame}, "position": {"x": -1, "y": 0}}
    )
    assert refused["message"] == OUTSIDE


def test_a_rotated_box_is_checked_as_it_lies(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    upright = {"width": 400, "height": 40, "rotation": 270}
    body = {"parent": {"id": frame}, "position": {"x": 30, "y": 400}, "geometry": upright}

    assert sandbox.ok("POST", f"{board}/shapes", body)["geometry"]["rotation"] == 270
    flat = {**body, "geometry": {"width": 400, "height": 40}}
    sandbox.refused("POST", f"{board}/shapes", flat)


def test_moving_and_growing_keep_inside(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    body = {"parent": {"id": frame}, "position": {"x": 100, "y": 100}}
    shape = sandbox.ok("POST", f"{board}/shapes", body)["id"]

    for path, change in (
        (f"{board}/items/{shape}", {"position": {"x": 990, "y": 100}}),
        (f"{board}/shapes/{shape}", {"geometry": {"width": 300}}),
    ):
        assert sandbox.refused("PATCH", path, change)["message"] == OUTSIDE


def test_a_parent_must_be_a_frame_of_this_board(sandbox: Sandbox, board: str) -> None:
    note, elsewhere = sandbox.note(board), sandbox.frame(sandbox.board())

    for parent in (note, elsewhere, "3458764500000009999"):
        body = {"parent": {"id": parent}}
        refused = sandbox.refused("POST", f"{board}/sticky_notes", body, status=404)
        assert refused["code"] == "3.0201"
    assert list(sandbox.fields("POST", f"{board}/sticky_notes", {"parent": {"id": "x"}})) == [
        "parent.id"
    ]


def test_children_move_with_their_frame(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    note = sandbox.note(board, parent={"id": frame}, position={"x": 200, "y": 200})

    sandbox.ok("PATCH", f"{board}/frames/{frame}", {"position": {"x": 5000, "y": 0}})

    assert sandbox.ok("GET", f"{board}/items/{note}")["position"]["x"] == 200.0


def test_deleting_a_frame_leaves_its_children_where_they_are(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board, x=1000, y=1000)
    note = sandbox.note(board, parent={"id": frame}, position={"x": 200, "y": 200})

    assert sandbox.call("DELETE", f"{board}/frames/{frame}").status_code == 204

    orphan = sandbox.ok("GET", f"{board}/items/{note}")
    assert "parent" not in orphan
    assert (orphan["position"]["x"], orphan["position"]["y"]) == (700.0, 800.0)


def test_a_frame_does_not_shrink_over_its_children(
    sandbox: Sandbox, sandbox_with: Callable[[Config], Sandbox], board: str
) -> None:
    frame = sandbox.frame(board)
    sandbox.note(board, parent={"id": frame}, position={"x": 800, "y": 600})
    change = {"geometry": {"width": 500}}

    assert sandbox.refused("PATCH", f"{board}/frames/{frame}", change)["message"] == OUTSIDE
    lenient = sandbox_with(Config(shrink_over_children="allow"))
    assert lenient.ok("PATCH", f"{board}/frames/{frame}", change)["geometry"]["width"] == 500


def test_frames_do_not_go_into_frames(sandbox: Sandbox, board: str) -> None:
    outer, inner = sandbox.frame(board), sandbox.frame(board, 200, 200)

    assert list(sandbox.fields("PATCH", f"{board}/items/{inner}", {"parent": {"id": outer}})) == [
        "parent"
    ]
