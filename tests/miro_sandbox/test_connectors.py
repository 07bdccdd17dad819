"""Connectors: ends, defaults, their own list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from miro_sandbox.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Json, Sandbox


@pytest.fixture
def ends(sandbox: Sandbox, board: str) -> tuple[str, str]:
    return sandbox.note(board, "a"), sandbox.note(board, "b", position={"x": 500, "y": 0})


def body(ends: tuple[str, str], **more: Json) -> dict[str, Any]:
    return {"startItem": {"id": ends[0]}, "endItem": {"id": ends[1]}, **more}


def test_a_connector_has_the_documented_defaults(
    sandbox: Sandbox, board: str, ends: tuple[str, str]
) -> None:
    response = sandbox.call("POST", f"{board}/connectors", body(ends))

    assert response.status_code == 200
    line = response.json()
    assert line["type"] == "connector"
    assert line["isSupported"] is True
    assert line["shape"] == "curved"
    assert line["startItem"]["id"] == ends[0]
    assert line["endItem"]["links"]["self"].endswith(f"/items/{ends[1]}")
    assert line["style"]["endStrokeCap"] == "stealth"
    assert line["style"]["strokeWidth"] == "1.0"
    assert sandbox.ok("GET", f"{board}/connectors/{line['id']}") == line


def test_creation_may_answer_201(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(connector_created=201))
    board = sandbox.board()
    ends = (sandbox.note(board), sandbox.note(board))

    assert sandbox.call("POST", f"{board}/connectors", body(ends)).status_code == 201


def test_ends_sit_where_told(sandbox: Sandbox, board: str, ends: tuple[str, str]) -> None:
    sent = body(ends)
    sent["startItem"]["position"] = {"x": "100%", "y": "50%"}
    sent["endItem"]["snapTo"] = "left"

    line = sandbox.ok("POST", f"{board}/connectors", sent)

    assert line["startItem"]["position"] == {"x": "100%", "y": "50%"}
    assert line["endItem"]["position"] == {"x": "0%", "y": "50%"}


def test_captions_are_inline_html(sandbox: Sandbox, board: str, ends: tuple[str, str]) -> None:
    captions = [{"content": "<p>leads <b>to</b></p>"}]

    line = sandbox.ok("POST", f"{board}/connectors", body(ends, captions=captions))

    assert line["captions"] == [
        {"content": "leads <b>to</b>", "position": "50%", "textAlignVertical": "middle"}
    ]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"shape": "wavy"}, "shape"),
        ({"captions": [{"content": "x" * 201}]}, "captions[0].content"),
        ({"captions": [{"content": "x"}] * 21}, "captions"),
        ({"style": {"startStrokeCap": "unknown"}}, "style.startStrokeCap"),
        ({"style": {"strokeWidth": "25"}}, "style.strokeWidth"),
        ({"style": {"strokeColor": "red"}}, "style.strokeColor"),
        ({"position": {}}, "position"),
        ({"startItem": {}}, "startItem.id"),
    ],
)
def test_faulty_bodies(
    sandbox: Sandbox, board: str, ends: tuple[str, str], more: dict[str, Any], field: str
) -> None:
    assert list(sandbox.fields("POST", f"{board}/connectors", body(ends, **more))) == [field]


def test_a_caption_position_is_a_percentage(
    sandbox: Sandbox, board: str, ends: tuple[str, str]
) -> None:
    sent = body(ends, captions=[{"content": "x", "position": 0.5}])

    assert sandbox.fields("POST", f"{board}/connectors", sent) == {
        "captions[0].position": "Unexpected type of value, expected of type [Percentage]"
    }


def test_ends_must_differ_exist_and_be_no_frames(
    sandbox: Sandbox, board: str, ends: tuple[str, str]
) -> None:
    path = f"{board}/connectors"

    assert list(sandbox.fields("POST", path, body((ends[0], ends[0])))) == ["endItem.id"]
    assert list(sandbox.fields("POST", path, body((ends[0], sandbox.frame(board))))) == [
        "endItem.id"
    ]
    sandbox.refused("POST", path, body((ends[0], "3458764500000009999")), status=404)
    both = body(ends)
    both["startItem"] |= {"position": {"x": "0%"}, "snapTo": "top"}
    assert list(sandbox.fields("POST", path, both)) == ["startItem"]


def test_connectors_are_apart_from_items(
    sandbox: Sandbox, board: str, ends: tuple[str, str]
) -> None:
    line = sandbox.ok("POST", f"{board}/connectors", body(ends))["id"]

    assert sandbox.ok("GET", f"{board}/items")["total"] == 2
    sandbox.refused("GET", f"{board}/items/{line}", status=404)
    sandbox.refused("DELETE", f"{board}/items/{line}", status=404)
    assert sandbox.call("DELETE", f"{board}/connectors/{line}").status_code == 204
    sandbox.refused("DELETE", f"{board}/connectors/{line}", status=404)


def test_the_list_is_cursor_paged(sandbox: Sandbox, board: str, ends: tuple[str, str]) -> None:
    ids = [sandbox.ok("POST", f"{board}/connectors", body(ends))["id"] for _ in range(12)]

    first = sandbox.ok("GET", f"{board}/connectors")
    second = sandbox.ok("GET", f"{board}/connectors?cursor={first['cursor']}")

    assert [c["id"] for c in first["data"] + second["data"]] == ids
    assert first["total"] == 12
    assert "cursor" not in second
    assert list(sandbox.fields("GET", f"{board}/connectors?limit=5")) == ["limit"]


def test_a_patch_merges(sandbox: Sandbox, board: str, ends: tuple[str, str]) -> None:
    line = sandbox.ok("POST", f"{board}/connectors", body(ends, captions=[{"content": "x"}]))
    third = sandbox.note(board)
    change = {"endItem": {"id": third}, "style": {"strokeStyle": "dashed"}}

    changed = sandbox.ok("PATCH", f"{board}/connectors/{line['id']}", change)

    assert changed["endItem"]["id"] == third
    assert changed["startItem"] == line["startItem"]
    assert changed["captions"] == line["captions"]
    assert changed["style"] == {**line["style"], "strokeStyle": "dashed"}


def test_a_deleted_end_leaves_the_connector_loose(
    sandbox: Sandbox, board: str, ends: tuple[str, str]
) -> None:
    line = sandbox.ok("POST", f"{board}/connectors", body(ends))["id"]
    sandbox.ok("DELETE", f"{board}/items/{ends[1]}")

    left = sandbox.ok("GET", f"{board}/connectors/{line}")

    assert "endItem" not in left
    assert left["startItem"]["id"] == ends[0]
