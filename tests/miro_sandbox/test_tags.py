"""Tags of boards and items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miro_sandbox.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Sandbox


def tag(sandbox: Sandbox, board: str, title: str = "risk", colour: str = "blue") -> str:
    body = {"title": title, "fillColor": colour}
    return str(sandbox.ok("POST", f"{board}/tags", body)["id"])


def test_a_tag_answers_with_its_link(sandbox: Sandbox, board: str) -> None:
    response = sandbox.call("POST", f"{board}/tags", {"title": "risk"})

    assert response.status_code == 201
    made = response.json()
    assert made == {
        "id": made["id"],
        "type": "tag",
        "title": "risk",
        "fillColor": "red",
        "links": {"self": f"https://api.miro.example{board}/tags/{made['id']}"},
    }


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"title": ""}, "title"),
        ({"title": "x", "fillColor": "orange"}, "fillColor"),
        ({"title": "x", "fillColor": "#ff0000"}, "fillColor"),
        ({"title": "x", "colour": "red"}, "colour"),
    ],
)
def test_faulty_bodies(sandbox: Sandbox, board: str, body: object, field: str) -> None:
    assert list(sandbox.fields("POST", f"{board}/tags", body)) == [field]


def test_titles_are_unique_and_case_counts(sandbox: Sandbox, board: str) -> None:
    tag(sandbox, board, "risk")
    tag(sandbox, board, "Risk")

    assert list(sandbox.fields("POST", f"{board}/tags", {"title": "risk"})) == ["title"]
    assert tag(sandbox, sandbox.board(), "risk")


def test_a_duplicate_may_be_a_conflict(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(duplicate_tag=409))
    board = sandbox.board()
    tag(sandbox, board)

    refused = sandbox.refused("POST", f"{board}/tags", {"title": "risk"}, status=409)

    assert refused["code"] == "conflict"


def test_titles_may_be_trimmed(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(trim_tag_titles=True))

    made = sandbox.ok("POST", f"{sandbox.board()}/tags", {"title": " risk "})

    assert made["title"] == "risk"


def test_tags_go_on_notes_and_cards_only(sandbox: Sandbox, board: str) -> None:
    mark = tag(sandbox, board)
    note = sandbox.note(board)
    card = sandbox.ok("POST", f"{board}/cards", {})["id"]
    shape = sandbox.ok("POST", f"{board}/shapes", {})["id"]

    for item in (note, card):
        response = sandbox.call("POST", f"{board}/items/{item}?tag_id={mark}")
        assert (response.status_code, response.content) == (204, b"")
        carried = sandbox.ok("GET", f"{board}/items/{item}/tags")
        assert carried == {
            "tags": [{"id": mark, "type": "tag", "title": "risk", "fillColor": "blue"}]
        }
    sandbox.refused("POST", f"{board}/items/{shape}?tag_id={mark}")
    assert "tags" not in sandbox.ok("GET", f"{board}/items/{note}")


def test_an_item_carries_eight_tags(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board)
    marks = [tag(sandbox, board, f"t{i}") for i in range(9)]
    for mark in [*marks[:8], marks[0]]:
        sandbox.ok("POST", f"{board}/items/{note}?tag_id={mark}")

    sandbox.refused("POST", f"{board}/items/{note}?tag_id={marks[8]}")


def test_detaching_leaves_the_item(sandbox: Sandbox, board: str) -> None:
    note, mark = sandbox.note(board), tag(sandbox, board)
    sandbox.ok("POST", f"{board}/items/{note}?tag_id={mark}")

    assert sandbox.call("DELETE", f"{board}/items/{note}?tag_id={mark}").status_code == 204

    assert sandbox.ok("GET", f"{board}/items/{note}/tags") == {"tags": []}
    sandbox.refused("DELETE", f"{board}/items/{note}?tag_id={mark}", status=404)
    sandbox.ok("DELETE", f"{board}/items/{note}")


def test_an_empty_tag_id_does_not_delete_the_item(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board)

    assert list(sandbox.fields("DELETE", f"{board}/items/{note}?tag_id=")) == ["tag_id"]
    sandbox.ok("GET", f"{board}/items/{note}")


def test_items_by_tag_are_paged_by_offset(sandbox: Sandbox, board: str) -> None:
    mark = tag(sandbox, board)
    notes = [sandbox.note(board, str(i)) for i in range(3)]
    for note in notes:
        sandbox.ok("POST", f"{board}/items/{note}?tag_id={mark}")

    first = sandbox.ok("GET", f"{board}/items?tag_id={mark}&limit=2")
    second = sandbox.ok("GET", f"{board}/items?tag_id={mark}&limit=2&offset=2")

    assert [i["id"] for i in first["data"] + second["data"]] == notes
    assert (first["type"], first["total"], first["size"]) == ("list", 3, 2)
    assert first["data"][0] == sandbox.ok("GET", f"{board}/items/{notes[0]}")
    assert f"tag_id={mark}" in first["links"]["next"]
    sandbox.refused("GET", f"{board}/items?tag_id=3458764500000009999", status=404)


def test_a_deleted_tag_leaves_every_item(sandbox: Sandbox, board: str) -> None:
    note, mark = sandbox.note(board), tag(sandbox, board)
    sandbox.ok("POST", f"{board}/items/{note}?tag_id={mark}")

    sandbox.ok("DELETE", f"{board}/tags/{mark}")

    assert sandbox.ok("GET", f"{board}/items/{note}/tags") == {"tags": []}
    sandbox.refused("GET", f"{board}/tags/{mark}", status=404)
    assert sandbox.ok("GET", f"{board}/tags")["total"] == 0


def test_a_tag_changes_its_title_and_colour(sandbox: Sandbox, board: str) -> None:
    mark = tag(sandbox, board)
    tag(sandbox, board, "taken")

    changed = sandbox.ok("PATCH", f"{board}/tags/{mark}", {"fillColor": "dark_gray"})

    assert (changed["title"], changed["fillColor"]) == ("risk", "dark_gray")
    assert list(sandbox.fields("PATCH", f"{board}/tags/{mark}", {"title": "taken"})) == ["title"]
    assert sandbox.ok("PATCH", f"{board}/tags/{mark}", {"title": "risk"})["title"] == "risk"


def test_the_list_of_tags(sandbox: Sandbox, board: str) -> None:
    marks = [tag(sandbox, board, f"t{i}") for i in range(3)]

    page = sandbox.ok("GET", f"{board}/tags?limit=1&offset=1")

    assert page["data"] == [{"id": marks[1], "type": "tag", "title": "t1", "fillColor": "blue"}]
    assert (page["total"], page["limit"], page["offset"]) == (3, 1, 1)


def test_reading_one_tag_needs_the_write_scope(
    sandbox_with: Callable[[Config], Sandbox],
) -> None:
    sandbox = sandbox_with(Config(scopes={"reader": ("boards:read",)}))
    board = sandbox.board()
    mark = tag(sandbox, board)

    refused = sandbox.refused("GET", f"{board}/tags/{mark}", who="reader", status=403)

    assert refused["message"] == "Required scopes: boards:write"
    assert sandbox.ok("GET", f"{board}/tags", who="reader")["total"] == 1
