"""Working on the board in the browser: what each deed does, and who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flask
import pytest

from miro_sandbox.colours import STICKY
from miro_sandbox.pages import make_board_pages
from miro_sandbox.pages.page import PALETTE
from miro_sandbox.pages.routes import STATIC

if TYPE_CHECKING:
    from miro_sandbox.state import State
    from tests.miro_sandbox.conftest import Json, Sandbox

GUARD = {"X-Sandbox-Board": "1"}


def act(sandbox: Sandbox, board: str, status: int = 200, /, **deed: Json) -> Json:
    path = board.replace("/v2/boards/", "/sandbox/board/")
    response = sandbox.call("POST", f"{path}/deeds", deed, who=None, headers=GUARD)
    assert response.status_code == status, response.text
    return response.json()


def test_a_note_is_written_into_the_frame_under_it(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board, x=1000, y=1000)

    note = act(sandbox, board, do="write", x=1000, y=1000, text="a < b\nc", colour="orange")

    assert note["data"]["content"] == "<p>a &lt; b</p><p>c</p>"
    assert note["style"]["fillColor"] == "orange"
    assert note["parent"]["id"] == frame
    assert (note["position"]["x"], note["position"]["y"]) == (500.0, 400.0)
    me = sandbox.ok("GET", "/v1/oauth-token")["user"]["id"]
    assert note["createdBy"]["id"] == me


def test_the_address_says_who_acts(sandbox: Sandbox, board: str) -> None:
    note = act(sandbox, board, **{"do": "write", "text": "x", "as": "mari"})

    mari = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]["id"]
    assert note["createdBy"]["id"] == mari


def test_items_are_dragged_into_frames_and_out(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    note = sandbox.note(board, position={"x": 3000, "y": 0})

    inside = act(sandbox, board, do="move", id=note, x=10, y=20)
    assert inside["parent"]["id"] == frame
    assert inside["position"]["x"] == 510.0
    outside = act(sandbox, board, do="move", id=note, x=3000, y=5)
    assert "parent" not in outside
    assert outside["position"]["y"] == 5.0


@pytest.mark.parametrize(
    ("noun", "body"),
    [
        ("sticky_notes", {"data": {"content": "x"}, "style": {"fillColor": "red"}}),
        ("shapes", {"data": {"shape": "circle"}, "geometry": {"width": 40, "height": 40}}),
        ("texts", {"data": {"content": "x"}}),
        ("cards", {"data": {"title": "x"}}),
    ],
)
def test_copies_look_the_same(sandbox: Sandbox, board: str, noun: str, body: Json) -> None:
    item = sandbox.ok("POST", f"{board}/{noun}", body)

    copy = act(sandbox, board, do="copy", id=item["id"], x=700, y=0)

    assert copy["id"] != item["id"]
    for field in ("data", "style", "geometry"):
        assert copy[field] == item[field]
    assert copy["position"]["x"] == 700.0


def test_rewriting_keeps_what_stands_above(sandbox: Sandbox, board: str) -> None:
    content = "<p><strong>Label</strong></p><p>prompt</p>"
    shape = sandbox.ok("POST", f"{board}/shapes", {"data": {"content": content}})["id"]

    added = act(sandbox, board, do="rewrite", id=shape, text="Label\nprompt\nmine")
    assert added["data"]["content"] == f"{content}<p>mine</p>"
    replaced = act(sandbox, board, do="rewrite", id=shape, text="other")
    assert replaced["data"]["content"] == "<p>other</p>"


def test_notes_are_recoloured_and_deleted(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board)

    assert act(sandbox, board, do="recolour", id=note, colour="red")["style"]["fillColor"] == "red"
    act(sandbox, board, 400, do="recolour", id=note, colour="#ff0000")
    assert act(sandbox, board, do="delete", id=note) == {}
    act(sandbox, board, 404, do="delete", id=note)


@pytest.mark.parametrize(
    "deed", [{}, {"do": "explode"}, {"do": "write", "x": "1"}, {"do": "move", "id": "x"}]
)
def test_nonsense_is_refused(sandbox: Sandbox, board: str, deed: Json) -> None:
    act(sandbox, board, 400, **deed)


def test_another_site_cannot_act(sandbox: Sandbox, board: str) -> None:
    path = board.replace("/v2/boards/", "/sandbox/board/")

    response = sandbox.call("POST", f"{path}/deeds", {"do": "write"}, who=None)

    assert response.status_code == 403
    assert sandbox.ok("GET", f"{board}/items")["total"] == 0


@pytest.mark.parametrize(
    ("person", "writes", "status"),
    [("me", True, 200), ("mari", True, 403), (None, True, 401), ("me", False, 403)],
)
def test_a_service_says_who_acts_and_whether(
    sandbox: Sandbox,
    state: State,
    person: str | None,
    writes: bool,  # noqa: FBT001  # a case
    status: int,
) -> None:
    board = sandbox.board(policy={"sharingPolicy": {"teamAccess": "view"}})
    app = flask.Flask("service")
    app.register_blueprint(make_board_pages(state, viewer=lambda: person, writes=writes))
    path = board.replace("/v2/boards/", "/sandbox/board/")

    answer = app.test_client().post(
        f"{path}/deeds", json={"do": "write", "text": "x", "as": "somebody"}, headers=GUARD
    )

    assert answer.status_code == status
    if status == 200:
        me = sandbox.ok("GET", "/v1/oauth-token")["user"]["id"]
        assert answer.json is not None
        assert answer.json["createdBy"]["id"] == me


def test_the_palette_shows_miros_colours() -> None:
    sheet = (STATIC / "board.css").read_text(encoding="utf-8")

    for name in PALETTE:
        assert f".palette .{name} {{ background: {STICKY[name]}; }}" in sheet
