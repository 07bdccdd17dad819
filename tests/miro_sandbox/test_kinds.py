"""Shapes, texts, cards, app cards, images, documents, embeds and docs; and what all kinds share."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from miro_sandbox.config import Config
from miro_sandbox.items.kinds import KINDS
from miro_sandbox.validation import BAD_COLOUR

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Sandbox

URL = "https://example.org/a.png"
BODIES: dict[str, dict[str, Any]] = {
    "text": {"data": {"content": "text"}},
    "frame": {"data": {}},
    "image": {"data": {"url": URL}},
    "document": {"data": {"url": URL}},
    "embed": {"data": {"url": URL}},
    "doc_format": {"data": {"contentType": "markdown", "content": "# Hi"}},
}


@pytest.mark.parametrize("type_", KINDS)
def test_every_kind_is_made_read_and_deleted(sandbox: Sandbox, board: str, type_: str) -> None:
    path = f"{board}/{KINDS[type_].path}"
    body = {**BODIES.get(type_, {}), "position": {"x": 10, "y": 20}}
    response = sandbox.call("POST", path, body)
    assert response.status_code == 201
    item = response.json()

    assert item["type"] == type_
    assert (item["position"]["x"], item["position"]["y"]) == (10.0, 20.0)
    assert item["links"]["self"] == f"https://api.miro.example{path}/{item['id']}"
    assert sandbox.ok("GET", f"{path}/{item['id']}") == item
    assert sandbox.ok("GET", f"{board}/items/{item['id']}") == item
    assert sandbox.ok("GET", f"{board}/items?type={type_}")["data"] == [item]
    assert sandbox.call("DELETE", f"{path}/{item['id']}").status_code == 204
    sandbox.refused("GET", f"{path}/{item['id']}", status=404)


@pytest.mark.parametrize("type_", [t for t in KINDS if KINDS[t].changes])
def test_every_kind_refuses_unknown_fields(sandbox: Sandbox, board: str, type_: str) -> None:
    path = f"{board}/{KINDS[type_].path}"
    body = BODIES.get(type_, {})
    item = sandbox.ok("POST", path, body)["id"]

    for method, where in (("POST", path), ("PATCH", f"{path}/{item}")):
        sent = {**body, "zIndex": 1} if method == "POST" else {"zIndex": 1}
        assert sandbox.fields(method, where, sent) == {"zIndex": "Field [zIndex] is not supported"}


@pytest.mark.parametrize("type_", [t for t in KINDS if KINDS[t].data_required])
def test_kinds_that_need_data_say_so(sandbox: Sandbox, board: str, type_: str) -> None:
    assert sandbox.fields("POST", f"{board}/{KINDS[type_].path}", {}) == {
        "data": "Field [data] of type [Object] is required"
    }


def test_a_doc_has_no_size(sandbox: Sandbox, board: str) -> None:
    assert "geometry" not in sandbox.ok("POST", f"{board}/docs", BODIES["doc_format"])


def test_docs_have_no_patch(sandbox: Sandbox, board: str) -> None:
    doc = sandbox.ok("POST", f"{board}/docs", BODIES["doc_format"])["id"]

    assert sandbox.refused("PATCH", f"{board}/docs/{doc}", {}, status=405)["code"] == (
        "methodNotSupported"
    )


def test_a_shape_gets_the_defaults_seen_live(sandbox: Sandbox, board: str) -> None:
    shape = sandbox.ok("POST", f"{board}/shapes", {"style": {"fillColor": "#abcdef"}})

    assert shape["geometry"] == {"width": 100.0, "height": 100.0}
    assert shape["data"] == {"content": "", "shape": "rectangle"}
    assert shape["style"] == {
        "fillColor": "#abcdef",
        "fillOpacity": "1.0",
        "borderColor": "#1a1a1a",
        "borderOpacity": "0.0",
        "borderStyle": "normal",
        "borderWidth": "2.0",
        "color": "#1a1a1a",
        "fontFamily": "open_sans",
        "fontSize": "14",
        "textAlign": "left",
        "textAlignVertical": "top",
    }


def test_a_shape_without_fill_is_transparent_white(sandbox: Sandbox, board: str) -> None:
    style = sandbox.ok("POST", f"{board}/shapes", {})["style"]

    assert (style["fillColor"], style["fillOpacity"]) == ("#ffffff", "0.0")


def test_style_numbers_come_back_as_miro_writes_them(sandbox: Sandbox, board: str) -> None:
    sent = {"fontSize": "24.0", "borderWidth": "4", "borderOpacity": "1", "fillOpacity": ".5"}

    style = sandbox.ok("POST", f"{board}/shapes", {"style": sent})["style"]

    assert {name: style[name] for name in sent} == {
        "fontSize": "24",
        "borderWidth": "4.0",
        "borderOpacity": "1.0",
        "fillOpacity": "0.5",
    }


@pytest.mark.parametrize(
    ("style", "field"),
    [
        ({"fillColor": "red"}, "fillColor"),
        ({"fillColor": "transparent"}, "fillColor"),
        ({"fillColor": "#12345"}, "fillColor"),
        ({"fontSize": "9"}, "fontSize"),
        ({"fontSize": "289"}, "fontSize"),
        ({"fontSize": 14}, "fontSize"),
        ({"fontSize": "big"}, "fontSize"),
        ({"fillOpacity": "1.1"}, "fillOpacity"),
        ({"borderWidth": "0"}, "borderWidth"),
        ({"fontFamily": "comic_sans"}, "fontFamily"),
        ({"textColor": "#000000"}, "textColor"),
    ],
)
def test_faulty_shape_styles(
    sandbox: Sandbox, board: str, style: dict[str, Any], field: str
) -> None:
    faults = sandbox.fields("POST", f"{board}/shapes", {"style": style})

    assert list(faults) == [f"style.{field}"]
    if field == "fillColor":
        assert faults["style.fillColor"] == BAD_COLOUR


@pytest.mark.undocumented(
    r"create-shape-item body: style\.fontSize", "whether Miro takes numbers here is not confirmed"
)
def test_numeric_styles_may_be_accepted(sandbox_with: Callable[[Config], Sandbox]) -> None:
    sandbox = sandbox_with(Config(numeric_style="accept"))

    shape = sandbox.ok("POST", f"{sandbox.board()}/shapes", {"style": {"fontSize": 20}})

    assert shape["style"]["fontSize"] == "20"


def test_a_shape_is_at_least_eight_by_eight(sandbox: Sandbox, board: str) -> None:
    assert list(sandbox.fields("POST", f"{board}/shapes", {"geometry": {"height": 7}})) == [
        "geometry.height"
    ]
    sandbox.ok("POST", f"{board}/shapes", {"geometry": {"height": 8, "width": 8}})


def test_infinite_places_are_refused(sandbox: Sandbox, board: str) -> None:
    raw = '{"position": {"x": 1e999}}'
    response = sandbox.call(
        "POST", f"{board}/shapes", data=raw, headers={"Content-Type": "application/json"}
    )

    assert response.status_code == 400


def test_a_texts_height_follows_its_content(sandbox: Sandbox, board: str) -> None:
    def height(content: str, width: int) -> float:
        body = {"data": {"content": content}, "geometry": {"width": width}}
        return float(sandbox.ok("POST", f"{board}/texts", body)["geometry"]["height"])

    assert height("one", 300) < height("one<br>two", 300) == height("<p>one</p><p>two</p>", 300)
    assert height("word " * 40, 300) > height("word " * 40, 600)


def test_a_text_has_no_height_and_a_least_width(sandbox: Sandbox, board: str) -> None:
    content = {"data": {"content": "x"}}

    for geometry, field in (({"height": 5}, "height"), ({"width": 22}, "width")):
        body = {**content, "geometry": geometry}
        assert list(sandbox.fields("POST", f"{board}/texts", body)) == [f"geometry.{field}"]
    assert sandbox.ok("POST", f"{board}/texts", {**content, "geometry": {"width": 24}})
    assert sandbox.fields("POST", f"{board}/texts", {"data": {}}) == {
        "data.content": "Field [data.content] of type [String] is required"
    }


def test_changed_text_changes_its_height(sandbox: Sandbox, board: str) -> None:
    text = sandbox.ok("POST", f"{board}/texts", {"data": {"content": "x"}})
    change = {"data": {"content": "<p>x</p><p>y</p>"}}

    changed = sandbox.ok("PATCH", f"{board}/texts/{text['id']}", change)

    assert changed["geometry"]["height"] == 2 * text["geometry"]["height"]
    assert changed["geometry"]["width"] == text["geometry"]["width"]


def test_cards(sandbox: Sandbox, board: str) -> None:
    body = {
        "data": {
            "title": "<p>Do <b>it</b></p>",
            "description": "<b>now</b><s>x</s>",
            "dueDate": "2026-06-01T00:00:00Z",
            "assigneeId": "3458764500000000002",
        }
    }
    card = sandbox.ok("POST", f"{board}/cards", body)

    assert card["geometry"] == {"width": 320.0, "height": 60.0}
    assert card["style"] == {"cardTheme": "#2d9bf0"}
    assert card["data"]["title"] == "<p>Do it</p>"
    assert card["data"]["description"] == "<b>now</b>x"
    for field, value in (("dueDate", "tomorrow"), ("assigneeId", "mari"), ("status", "done")):
        assert list(sandbox.fields("POST", f"{board}/cards", {"data": {field: value}})) == [
            f"data.{field}"
        ]


@pytest.mark.parametrize(
    "moment", ["2026-06-01T00:00Z", "2026-13-01T00:00:00Z", "2026-06-01", "2026-06-01T00:00:00+02"]
)
def test_a_due_date_is_a_whole_and_real_moment(sandbox: Sandbox, board: str, moment: str) -> None:
    sent = {"data": {"dueDate": moment}}

    assert list(sandbox.fields("POST", f"{board}/cards", sent)) == ["data.dueDate"]


def test_app_cards_carry_fields(sandbox: Sandbox, board: str) -> None:
    body = {"data": {"fields": [{"value": "v", "iconShape": "square"}], "status": "connected"}}
    card = sandbox.ok("POST", f"{board}/app_cards", body)

    assert card["data"]["title"] == "sample app card item"
    assert card["data"]["fields"] == body["data"]["fields"]
    bad = {"data": {"fields": [{"value": "v"}, {"shade": 1}]}}
    assert list(sandbox.fields("POST", f"{board}/app_cards", bad)) == ["data.fields[1].shade"]


def test_an_image_is_sent_by_url_and_fetched_in_two_steps(sandbox: Sandbox, board: str) -> None:
    image = sandbox.ok(
        "POST", f"{board}/images", {"data": {"url": URL, "title": "a"}, "geometry": {"width": 200}}
    )

    assert image["geometry"] == {"width": 200.0, "height": 150.0}
    assert set(image["data"]) == {"imageUrl", "title"}
    assert "/resources/images/" in image["data"]["imageUrl"]
    assert image["data"]["imageUrl"].endswith("?format=preview&redirect=false")
    path = image["data"]["imageUrl"].removeprefix("https://api.miro.example")
    where = sandbox.ok("GET", path)
    assert where["type"] == "image/png"
    found = sandbox.session.get(where["url"])
    assert found.content.startswith(b"\x89PNG")
    sandbox.clock.now += 61
    assert sandbox.session.get(where["url"]).status_code == 404


def test_a_redirect_leads_to_the_file(sandbox: Sandbox, board: str) -> None:
    image = sandbox.ok("POST", f"{board}/images", {"data": {"url": URL}})
    path = image["data"]["imageUrl"].removeprefix("https://api.miro.example")

    response = sandbox.call(
        "GET", path.replace("redirect=false", "redirect=true"), allow_redirects=False
    )

    assert response.status_code == 307
    assert sandbox.session.get(response.headers["Location"]).ok


def test_resource_zero_is_refused_as_seen_live(sandbox: Sandbox, board: str) -> None:
    assert sandbox.fields("GET", f"{board}/resources/images/0") == {
        "file_id": "Has illegal integer number value"
    }


def test_images_are_uploaded_in_two_parts(sandbox: Sandbox, board: str) -> None:
    files = {
        "resource": ("plan.svg", b"<svg/>", "image/svg+xml"),
        "data": (
            "data.json",
            json.dumps({"title": "Plan", "altText": "A plan", "position": {"x": 5}}),
            "application/json",
        ),
    }
    response = sandbox.call("POST", f"{board}/images", files=files)

    assert response.status_code == 201, response.text
    image = response.json()
    assert image["data"].keys() == {"title", "imageUrl"}
    assert image["data"]["title"] == "Plan"
    assert image["position"]["x"] == 5.0
    path = image["data"]["imageUrl"].removeprefix("https://api.miro.example")
    where = sandbox.ok("GET", path)
    assert sandbox.session.get(where["url"]).content == b"<svg/>"
    lone = sandbox.call("POST", f"{board}/images", files={"data": ("d", "{}")})
    assert lone.status_code == 400


@pytest.mark.parametrize(
    ("noun", "body", "field"),
    [
        ("images", {"data": {"url": "/a.png"}}, "data.url"),
        ("images", {"data": {}}, "data.url"),
        ("images", {"data": {"url": URL}, "geometry": {"width": 1, "height": 1}}, "geometry"),
        ("embeds", {"data": {"url": URL}, "geometry": {"width": 1, "height": 1}}, "geometry"),
        ("embeds", {"data": {"url": URL, "mode": "popup"}}, "data.mode"),
        ("documents", {"data": {"url": URL}, "geometry": {"width": 1}}, "geometry"),
        ("docs", {"data": {"contentType": "html", "content": "x"}}, "data.contentType"),
    ],
)
def test_faulty_media(sandbox: Sandbox, board: str, noun: str, body: object, field: str) -> None:
    assert list(sandbox.fields("POST", f"{board}/{noun}", body)) == [field]


def test_rotation_is_absent_when_there_is_none(sandbox: Sandbox, board: str) -> None:
    shape = sandbox.ok("POST", f"{board}/shapes", {"geometry": {"rotation": 45}})
    assert shape["geometry"]["rotation"] == 45.0

    straight = sandbox.ok("PATCH", f"{board}/shapes/{shape['id']}", {"geometry": {"rotation": 0}})

    assert "rotation" not in straight["geometry"]
