"""COVERAGE.md, and what is not emulated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miro_sandbox.absent import absent
from miro_sandbox.coverage import PAGE, emulated, page, unlisted
from miro_sandbox.partly import PARTLY
from tests.openapi.document import ABSENT, find

if TYPE_CHECKING:
    from tests.miro_sandbox.conftest import Sandbox


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m miro_sandbox.coverage"


def test_every_documented_operation_is_listed() -> None:
    document = find()
    if document is None:
        pytest.skip(ABSENT)

    assert unlisted(document) == []


def test_nothing_is_on_both_lists() -> None:
    assert not {name for name, _, _ in emulated()} & {name for name, _, _ in absent()}


def test_what_is_emulated_partly_is_emulated_and_told_with_its_reason() -> None:
    names = {name for name, _, _ in emulated()}
    written = page().partition("## Partly")[2].partition("## Not emulated")[0]
    for one in PARTLY:
        assert one.operations
        assert set(one.operations) <= names
        assert f"| {one.what} |" in written
        assert f"| {one.here} | {one.why} |" in written
    assert len({one.what for one in PARTLY}) == len(PARTLY)


def test_the_differences_told_are_those_there_are(sandbox: Sandbox, board: str) -> None:
    long = {"title": "sõna " * 100}
    frame = {"type": "frame", "data": {"title": "Raam"}, "geometry": {"width": 300, "height": 200}}
    address = {"data": {"url": "https://e.ee/a.png"}}

    card = sandbox.ok("POST", f"{board}/cards", {"data": long})
    (made,) = sandbox.ok("POST", f"{board}/items/bulk", [frame])["data"]
    image = sandbox.ok("POST", f"{board}/images", address)
    embed = sandbox.ok("POST", f"{board}/embeds", address)

    assert (card["geometry"]["width"], card["geometry"]["height"]) == (320, 60)
    assert made["data"]["title"] == "Raam"
    assert (image["geometry"]["width"], image["geometry"]["height"]) == (400, 300)
    assert (embed["data"]["title"], embed["data"]["html"]) == ("", "")


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/v2-experimental/boards/x/mindmap_nodes", "get-mindmap-nodes-experimental"),
        ("POST", "/v2/orgs/1/boards/export/jobs", "enterprise-create-board-export"),
        ("GET", "/v2/orgs/1/teams/2/projects/3", "enterprise-get-project"),
    ],
)
def test_what_is_not_emulated_says_its_name(
    sandbox: Sandbox, method: str, path: str, name: str
) -> None:
    refused = sandbox.refused(method, path, {} if method == "POST" else None, status=501)

    assert refused["message"] == f"The sandbox does not emulate the operation {name}."


def test_files_sent_where_only_json_is_emulated_are_not_ignored(
    sandbox: Sandbox, board: str
) -> None:
    files = {"resource": ("a", b"x"), "data": ("d", "{}")}
    image = sandbox.ok("POST", f"{board}/images", {"data": {"url": "https://e.ee/a.png"}})["id"]
    doc = {"data": {"contentType": "markdown", "content": "x"}}
    made = sandbox.ok("POST", f"{board}/docs", doc)["id"]

    assert sandbox.call("POST", f"{board}/items/bulk", files=files).status_code == 501
    assert sandbox.call("PATCH", f"{board}/images/{image}", files=files).status_code == 501
    assert sandbox.call("POST", f"{board}/sticky_notes", files=files).status_code == 400
    assert sandbox.call("GET", f"{board}/docs/{made}?textContentType=html").status_code == 501
