"""Sticky notes: colours, shapes, sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miro_sandbox.colours import STICKY
from miro_sandbox.config import Config
from miro_sandbox.validation import BAD_COLOUR

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Json, Sandbox


def made(sandbox: Sandbox, board: str, body: object) -> Json:
    return sandbox.ok("POST", f"{board}/sticky_notes", body)


def test_an_empty_body_makes_an_empty_yellow_square(sandbox: Sandbox, board: str) -> None:
    response = sandbox.call("POST", f"{board}/sticky_notes", {})

    assert response.status_code == 201
    note = response.json()
    assert note["data"] == {"content": "", "shape": "square"}
    assert note["style"]["fillColor"] == "light_yellow"
    assert note["position"]["relativeTo"] == "canvas_center"
    assert "parent" not in note


def test_there_are_sixteen_colours(sandbox: Sandbox, board: str) -> None:
    assert len(STICKY) == 16
    for colour in STICKY:
        note = made(sandbox, board, {"style": {"fillColor": colour}})
        assert note["style"]["fillColor"] == colour


@pytest.mark.parametrize("colour", ["#ffffff", "magenta", "Yellow", ""])
def test_other_colours_are_refused(sandbox: Sandbox, board: str, colour: str) -> None:
    faults = sandbox.fields("POST", f"{board}/sticky_notes", {"style": {"fillColor": colour}})

    assert faults["style.fillColor"].startswith(
        f"Unexpected value [{colour}], expected one of: [gray, light_yellow,"
    )
    assert BAD_COLOUR not in faults.values()


@pytest.mark.parametrize(
    ("shape", "side", "size"),
    [
        ("square", {}, (199.0, 228.0)),
        ("rectangle", {}, (350.0, 228.0)),
        ("square", {"width": 811.077}, (811.077, 929.274)),
        ("square", {"height": 929.274}, (811.077, 929.274)),
        ("rectangle", {"width": 1900}, (1900.0, 1237.714)),
        ("rectangle", {"height": 114}, (175.0, 114.0)),
    ],
)
def test_one_side_decides_the_other(
    sandbox: Sandbox, board: str, shape: str, side: dict[str, float], size: tuple[float, float]
) -> None:
    note = made(sandbox, board, {"data": {"shape": shape}, "geometry": side})

    geometry = note["geometry"]
    assert (geometry["width"], geometry["height"]) == pytest.approx(size, abs=0.001)


def test_both_sides_are_refused(sandbox: Sandbox, board: str) -> None:
    faults = sandbox.fields(
        "POST", f"{board}/sticky_notes", {"geometry": {"width": 199, "height": 228}}
    )

    assert faults == {
        "geometry": "Only height or width should be passed for widgets with fixed aspect ratio"
    }


def test_heights_may_come_unrounded(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(sticky_digits=None))

    note = made(sandbox, sandbox.board(), {"geometry": {"width": 100}})

    assert note["geometry"]["height"] == pytest.approx(100 * 228 / 199, abs=1e-9)


@pytest.mark.parametrize(
    ("body", "field", "text"),
    [
        ({"metadata": {}}, "metadata", "Field [metadata] is not supported"),
        ({"tags": []}, "tags", "Field [tags] is not supported"),
        ({"type": "sticky_note"}, "type", "Field [type] is not supported"),
        (
            {"style": {"fontSize": "14"}},
            "style.fontSize",
            "Field [style.fontSize] is not supported",
        ),
        (
            {"geometry": {"rotation": 1}},
            "geometry.rotation",
            "Field [geometry.rotation] is not supported",
        ),
        (
            {"position": {"relativeTo": "canvas_center"}},
            "position.relativeTo",
            "Field [position.relativeTo] is not supported",
        ),
        ({"parent": {"links": {}}}, "parent.links", "Field [parent.links] is not supported"),
        ({"data": "x"}, "data", "Unexpected type of value, expected of type [Object]"),
        (
            {"data": {"content": 1}},
            "data.content",
            "Unexpected type of value, expected of type [String]",
        ),
        (
            {"position": {"x": True}},
            "position.x",
            "Unexpected type of value, expected of type [Double]",
        ),
        ([], "", "Unexpected type of value, expected of type [Object]"),
    ],
)
def test_faulty_bodies_get_miros_texts(
    sandbox: Sandbox, board: str, body: object, field: str, text: str
) -> None:
    assert sandbox.fields("POST", f"{board}/sticky_notes", body) == {field: text}


def test_every_fault_of_a_body_is_named(sandbox: Sandbox, board: str) -> None:
    body = {"a": 1, "style": {"textAlign": "up"}, "position": {"y": "0"}}

    assert set(sandbox.fields("POST", f"{board}/sticky_notes", body)) == {
        "a",
        "style.textAlign",
        "position.y",
    }


def test_a_patch_keeps_what_it_does_not_name(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board, "one", style={"fillColor": "cyan"}, geometry={"width": 398})

    changed = sandbox.ok("PATCH", f"{board}/sticky_notes/{note}", {"data": {"content": "two"}})

    assert changed["data"] == {"content": "two", "shape": "square"}
    assert changed["style"]["fillColor"] == "cyan"
    assert changed["geometry"] == {"width": 398.0, "height": 456.0}


def test_changing_the_shape_keeps_the_height(sandbox: Sandbox, board: str) -> None:
    note = sandbox.note(board)

    changed = sandbox.ok("PATCH", f"{board}/sticky_notes/{note}", {"data": {"shape": "rectangle"}})

    assert changed["geometry"] == {"width": 350.0, "height": 228.0}


@pytest.mark.parametrize(
    ("config", "sent", "kept"),
    [
        (Config(), "a & b\n< c", "a & b\n< c"),
        (Config(bare_entities="encode"), "a & b &amp; < c", "a &amp; b &amp; &lt; c"),
        (Config(newline="br"), "a\nb", "a<br>b"),
        (Config(wrap_content=True), "a", "<p>a</p>"),
        (Config(wrap_content=True), "<p>a</p>", "<p>a</p>"),
    ],
)
def test_unconfirmed_readings_of_content_are_switches(
    sandbox_with: Callable[[Config], Sandbox], config: Config, sent: str, kept: str
) -> None:
    sandbox = sandbox_with(config)

    note = made(sandbox, sandbox.board(), {"data": {"content": sent}})

    assert note["data"]["content"] == kept


def test_very_long_content_is_refused(sandbox: Sandbox, board: str) -> None:
    assert list(
        sandbox.fields("POST", f"{board}/sticky_notes", {"data": {"content": "x" * 6001}})
    ) == ["data.content"]
