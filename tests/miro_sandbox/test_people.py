"""Scripts performed by simulated people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from miro_sandbox.mirror import ScriptError
from miro_sandbox.people import Performance, perform, typed
from miro_sandbox.script import (
    Beside,
    Connect,
    CopyItem,
    Delete,
    EditText,
    Existing,
    Group,
    Label,
    Leave,
    Move,
    PlaceDot,
    Recolour,
    Reshape,
    Rich,
    Spot,
    Step,
    TagNote,
    TypeInto,
    UntagNote,
    WriteCard,
    WriteNote,
    WriteText,
    WriteTogether,
)

if TYPE_CHECKING:
    from tests.miro_sandbox.conftest import Clock, Json, Sandbox


def play(sandbox: Sandbox, board: str, *steps: Step, **more: Json) -> Performance:
    def send(person: str, method: str, path: str, body: dict[str, Any] | None) -> Json:
        return sandbox.ok(method, path, body, who=person)

    return perform(steps, sandbox.ok("GET", board)["id"], send, **more)


@pytest.fixture
def frame(sandbox: Sandbox, board: str) -> str:
    body = {
        "data": {"title": "1. Ideas"},
        "geometry": {"width": 1000, "height": 800},
        "position": {"x": 5000, "y": 100},
    }
    return str(sandbox.ok("POST", f"{board}/frames", body)["id"])


def item(sandbox: Sandbox, board: str, played: Performance, label: str) -> Json:
    return sandbox.ok("GET", f"{board}/items/{played.ids[label]}")


def test_a_note_is_written_as_the_interface_writes_it(
    sandbox: Sandbox, board: str, frame: str
) -> None:
    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", "Üks < kaks\nja & kolm", Spot(300, 300, "1. Ideas"), "cyan"),
    )

    note = item(sandbox, board, played, "n")
    assert note["data"]["content"] == "<p>Üks &lt; kaks</p><p>ja &amp; kolm</p>"
    assert note["style"]["fillColor"] == "cyan"
    assert note["parent"]["id"] == frame
    assert note["position"]["x"] == 300.0
    mari = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]["id"]
    assert note["createdBy"]["id"] == mari


@pytest.mark.parametrize(
    ("spot", "inside", "place"),
    [
        (Spot(4800, 100), True, (300.0, 400.0)),
        (Spot(0, 0), False, (0.0, 0.0)),
        (Spot(4510, 100), False, (4510.0, 100.0)),
        (Spot(-50, 9000, "1. Ideas"), True, (99.5, 686.0)),
    ],
)
def test_a_frame_adopts_what_lies_wholly_on_it(  # noqa: PLR0917  # cases and fixtures
    sandbox: Sandbox,
    board: str,
    frame: str,
    spot: Spot,
    inside: bool,  # noqa: FBT001  # a case's outcome
    place: tuple[float, float],
) -> None:
    played = play(sandbox, board, WriteNote("mari", 0, "n", "x", spot))

    note = item(sandbox, board, played, "n")
    assert (note.get("parent", {}).get("id") == frame) == inside
    assert (note["position"]["x"], note["position"]["y"]) == place


def test_steps_are_performed_by_time(sandbox: Sandbox, board: str, clock: Clock) -> None:
    start = clock.now

    def wait(seconds: float) -> None:
        clock.now = start + seconds

    played = play(
        sandbox,
        board,
        Move("jaan", 60, Label("n"), Spot(700, 0)),
        WriteNote("mari", 30, "n", "x", Spot(0, 0)),
        at=wait,
    )

    note = item(sandbox, board, played, "n")
    assert note["createdAt"] == "2026-05-20T06:38:50Z"
    assert note["modifiedAt"] == "2026-05-20T06:39:20Z"
    assert note["createdBy"] != note["modifiedBy"]


@pytest.mark.usefixtures("frame")
def test_dots_go_on_notes_and_move_from_trays(sandbox: Sandbox, board: str) -> None:
    dot = {"data": {"shape": "circle"}, "geometry": {"width": 40, "height": 40}}
    tray = sandbox.ok("POST", f"{board}/shapes", {**dot, "position": {"x": 4600, "y": -200}})["id"]

    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", "x", Spot(300, 300, "1. Ideas")),
        PlaceDot("jaan", 1, "d", Beside(Label("n"), 40, 60), sign="+"),
        Move("jaan", 2, Existing("", shape="circle"), Beside(Label("n"), -40)),
    )

    placed = item(sandbox, board, played, "d")
    assert placed["data"] == {"shape": "circle", "content": "<p>+</p>"}
    assert placed["geometry"] == {"width": 40.0, "height": 40.0}
    assert (placed["position"]["x"], placed["position"]["y"]) == (340.0, 360.0)
    moved = sandbox.ok("GET", f"{board}/items/{tray}")
    assert moved["parent"]["id"] == placed["parent"]["id"]
    assert moved["position"]["x"] == 260.0


@pytest.mark.usefixtures("frame")
def test_moving_out_of_a_frame_leaves_it(sandbox: Sandbox, board: str) -> None:
    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", "x", Spot(300, 300, "1. Ideas")),
        Move("mari", 1, Label("n"), Spot(0, 0)),
    )

    assert "parent" not in item(sandbox, board, played, "n")


def test_tags_are_made_once_and_taken_off(sandbox: Sandbox, board: str) -> None:
    sandbox.ok("POST", f"{board}/tags", {"title": "risk", "fillColor": "blue"})

    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", "x", Spot(0, 0)),
        WriteCard("mari", 0, "c", "y", Spot(900, 0), "more", "2026-06-01T00:00:00Z"),
        TagNote("mari", 1, Label("n"), "risk"),
        TagNote("mari", 1, Label("c"), "new", "green"),
        TagNote("mari", 1, Label("n"), "new"),
        UntagNote("jaan", 2, Label("n"), "risk"),
    )

    def titles(label: str) -> list[str]:
        tags = sandbox.ok("GET", f"{board}/items/{played.ids[label]}/tags")["tags"]
        return [tag["title"] for tag in tags]

    assert titles("n") == titles("c") == ["new"]
    assert sandbox.ok("GET", f"{board}/tags")["total"] == 2
    card = item(sandbox, board, played, "c")
    assert card["data"] == {
        "title": "<p>y</p>",
        "description": "<p>more</p>",
        "dueDate": "2026-06-01T00:00:00Z",
    }


def test_copies_carry_text_colour_and_tags(sandbox: Sandbox, board: str) -> None:
    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", "x", Spot(0, 0), "pink", "rectangle", 400),
        TagNote("mari", 1, Label("n"), "risk"),
        CopyItem("jaan", 2, Label("n"), "copy", Spot(0, 500)),
    )

    note, copy = item(sandbox, board, played, "n"), item(sandbox, board, played, "copy")
    for field in ("data", "style", "geometry"):
        assert copy[field] == note[field]
    assert copy["createdBy"] != note["createdBy"]
    assert sandbox.ok("GET", f"{board}/items/{copy['id']}/tags")["tags"][0]["title"] == "risk"


def test_text_is_edited_and_typed_into_zones(sandbox: Sandbox, board: str, frame: str) -> None:
    zone = {
        "data": {"content": "<p><strong>Resources</strong></p><p>What helps?</p>"},
        "parent": {"id": frame},
        "position": {"x": 300, "y": 300},
    }
    shape = sandbox.ok("POST", f"{board}/shapes", zone)["id"]
    wanted = Existing("Resources\nWhat helps?", frame="1. Ideas", type="shape")

    played = play(
        sandbox,
        board,
        TypeInto("mari", 0, wanted, "time\nmoney"),
        WriteNote("mari", 1, "n", "x", Spot(0, 0)),
        EditText("jaan", 2, Label("n"), "y"),
    )

    assert sandbox.ok("GET", f"{board}/items/{shape}")["data"]["content"] == (
        "<p><strong>Resources</strong></p><p>What helps?</p><p>time</p><p>money</p>"
    )
    assert item(sandbox, board, played, "n")["data"]["content"] == "<p>y</p>"


def test_lines_colours_and_deletions(sandbox: Sandbox, board: str) -> None:
    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "a", "a", Spot(0, 0)),
        WriteNote("mari", 0, "b", "b", Spot(500, 0)),
        WriteCard("mari", 0, "c", "c", Spot(0, 600)),
        Connect("mari", 1, Label("a"), Label("b"), "line", "leads to"),
        Connect("mari", 1, Label("b"), Label("a"), "gone"),
        Recolour("mari", 2, Label("a"), "red"),
        Recolour("mari", 2, Label("c"), "#ff0000"),
        Delete("mari", 3, Label("gone")),
        Delete("mari", 3, Label("c")),
    )

    lines = sandbox.ok("GET", f"{board}/connectors")["data"]
    assert [line["id"] for line in lines] == [played.ids["line"]]
    assert lines[0]["captions"][0]["content"] == "leads to"
    assert item(sandbox, board, played, "a")["style"]["fillColor"] == "red"
    assert sandbox.ok("GET", f"{board}/items")["total"] == 2


def test_items_are_found_on_boards_of_several_pages(sandbox: Sandbox, board: str) -> None:
    for start in range(0, 120, 20):
        body = [
            {"type": "sticky_note", "data": {"content": f"n{i}"}} for i in range(start, start + 20)
        ]
        sandbox.ok("POST", f"{board}/items/bulk", body)

    play(sandbox, board, EditText("mari", 0, Existing("n117"), "found"))

    last = sandbox.ok("GET", f"{board}/items?limit=50")["cursor"]
    assert last
    texts = []
    cursor: str | None = ""
    while cursor is not None:
        page = sandbox.ok("GET", f"{board}/items?limit=50&cursor={cursor}")
        texts += [i["data"]["content"] for i in page["data"]]
        cursor = page.get("cursor")
    assert texts[117] == "<p>found</p>"


@pytest.mark.parametrize(
    "step",
    [
        Move("mari", 0, Label("nobody"), Spot(0, 0)),
        EditText("mari", 0, Existing("nothing"), "x"),
        WriteNote("mari", 0, "n", "x", Spot(0, 0, "No such frame")),
        EditText("mari", 0, Existing("x", frame="No such frame"), "y"),
    ],
)
def test_what_is_not_there_is_said(sandbox: Sandbox, board: str, step: Step) -> None:
    with pytest.raises(ScriptError, match="not on the board"):
        play(sandbox, board, step)


def test_rich_text_stays_as_the_interface_stores_it(sandbox: Sandbox, board: str) -> None:
    html = '<p><strong>Üks</strong> <a href="https://example.org/?a=1&amp;b=2">link</a> 🚌</p>'
    listed = "<ul><li>a</li><li>b</li></ul>"

    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", Rich(html), Spot(0, 0)),
        WriteText("mari", 1, "t", Rich(listed), Spot(900, 0), 240),
        WriteCard("mari", 2, "c", "do", Spot(0, 600), Rich(listed), assignee="jaan"),
        TypeInto("jaan", 3, Label("n"), Rich("<p><em>kaks</em></p>")),
    )

    assert item(sandbox, board, played, "n")["data"]["content"] == html + "<p><em>kaks</em></p>"
    assert item(sandbox, board, played, "t")["data"]["content"] == listed
    card = item(sandbox, board, played, "c")["data"]
    jaan = sandbox.ok("GET", "/v1/oauth-token", who="jaan")["user"]["id"]
    assert (card["description"], card["assigneeId"]) == (listed, jaan)


@pytest.mark.parametrize(("x", "parent"), [(4800, True), (4560, False)])
def test_a_note_turned_rectangle_leaves_a_frame_it_does_not_fit(
    sandbox: Sandbox,
    board: str,
    frame: str,
    x: float,
    parent: bool,  # noqa: FBT001  # a case's outcome
) -> None:
    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "n", "x", Spot(x, 100), width=100),
        Reshape("jaan", 1, Label("n"), "rectangle"),
    )

    note = item(sandbox, board, played, "n")
    assert note["data"]["shape"] == "rectangle"
    assert note["geometry"]["width"] == pytest.approx(100 * 350 / 199, abs=0.01)
    assert (note.get("parent", {}).get("id") == frame) == parent
    assert note["position"]["x"] == (x - 4500 if parent else x)


def test_many_notes_at_once_take_few_calls(sandbox: Sandbox, board: str) -> None:
    notes = tuple(WriteNote("mari", 0, f"n{i}", f"t{i}", Spot(i, 0)) for i in range(45))

    played = play(sandbox, board, WriteTogether("mari", 0, notes))

    assert played.calls == 1 + 3
    for number in (0, 19, 20, 44):
        note = item(sandbox, board, played, f"n{number}")
        assert note["data"]["content"] == f"<p>t{number}</p>"


@pytest.mark.usefixtures("frame")
def test_a_full_frame_adopts_nothing_more(sandbox: Sandbox, board: str) -> None:
    def note(label: str, x: float, at: float = 0) -> WriteNote:
        return WriteNote("mari", at, label, "x", Spot(x, 100), width=40)

    played = play(
        sandbox,
        board,
        *(
            WriteTogether(
                f"p{person}",
                0,
                tuple(note(f"n{i}", 4600 + i % 700) for i in range(person, 1001, 3)),
            )
            for person in range(3)
        ),
        Delete("mari", 1, Label("n0")),
        note("after", 5000, at=2),
    )

    assert "parent" in item(sandbox, board, played, "n1000")
    assert "parent" not in item(sandbox, board, played, "n998")
    assert "parent" in item(sandbox, board, played, "after")


def test_what_only_the_interface_makes_is_left_on_the_board(sandbox: Sandbox, board: str) -> None:
    played = play(sandbox, board, Leave("mari", 0, "drawing", Spot(10, 20)))

    drawing = item(sandbox, board, played, "drawing")
    assert drawing["isSupported"] is False
    assert "data" not in drawing
    mari = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]["id"]
    assert drawing["createdBy"]["id"] == mari


def test_things_are_grouped(sandbox: Sandbox, board: str) -> None:
    played = play(
        sandbox,
        board,
        WriteNote("mari", 0, "a", "a", Spot(0, 0)),
        WriteNote("mari", 0, "b", "b", Spot(500, 0)),
        Group("jaan", 1, (Label("a"), Label("b")), "both"),
    )

    [group] = sandbox.ok("GET", f"{board}/groups")["data"]
    assert group["id"] == played.ids["both"]
    assert set(group["data"]["items"]) == {played.ids["a"], played.ids["b"]}


def test_items_known_by_their_id_need_no_text(sandbox: Sandbox, board: str) -> None:
    blanks = [sandbox.note(board, "") for _ in range(3)]

    play(sandbox, board, EditText("mari", 0, Label("mine"), "x"), known={"mine": blanks[1]})

    texts = [sandbox.ok("GET", f"{board}/items/{blank}")["data"]["content"] for blank in blanks]
    assert texts == ["", "<p>x</p>", ""]


def test_an_empty_script_does_nothing(sandbox: Sandbox, board: str) -> None:
    assert play(sandbox, board) == Performance({}, 0)


def test_the_same_script_does_the_same(sandbox: Sandbox) -> None:
    steps = (
        WriteNote("mari", 0, "a", "a", Spot(0, 0)),
        WriteNote("jaan", 0, "b", "b", Spot(500, 0)),
        TagNote("jaan", 1, Label("a"), "t"),
    )

    first, second = (play(sandbox, sandbox.board(), *steps) for _ in range(2))

    assert first.calls == second.calls == 6
    assert list(first.ids) == list(second.ids) == ["a", "b"]


def test_typed_text_keeps_empty_lines() -> None:
    assert typed("a\n\n<b>") == "<p>a</p><p></p><p>&lt;b&gt;</p>"


def test_items_that_say_the_same_are_told_apart_by_their_place(
    sandbox: Sandbox, board: str
) -> None:
    for x in (0, 500):
        body = {"data": {"content": "same"}, "position": {"x": x, "y": 0}}
        sandbox.ok("POST", f"{board}/sticky_notes", body)

    play(sandbox, board, EditText("mari", 0, Existing("same", near=(480.0, 30.0)), "found"))

    notes = sandbox.ok("GET", f"{board}/items")["data"]
    assert {note["position"]["x"]: note["data"]["content"] for note in notes} == {
        0: "same",
        500: "<p>found</p>",
    }
