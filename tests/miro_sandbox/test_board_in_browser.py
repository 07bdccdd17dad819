"""The board page in a real browser: a note is dragged, one is written, a zone is typed into."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from miro_sandbox.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Playwright

    from tests.miro_sandbox.conftest import Sandbox

pytestmark = pytest.mark.browser


@pytest.fixture
def window(playwright: Playwright) -> Iterator[Page]:
    """Open a page; the run has one playwright, since two cannot live in one process."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium here")
    browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
    yield browser.new_page(viewport={"width": 1400, "height": 900})
    browser.close()


def test_a_person_works_on_the_board(sandbox: Sandbox, board: str, window: Page) -> None:
    frame = sandbox.frame(board, 1600, 900)
    zone_body = {
        "data": {"content": "<p><strong>Zone</strong></p><p>prompt</p>"},
        "geometry": {"width": 700, "height": 700},
        "parent": {"id": frame},
        "position": {"x": 400, "y": 450},
    }
    zone = sandbox.ok("POST", f"{board}/shapes", zone_body)["id"]
    note = sandbox.note(board, parent={"id": frame}, position={"x": 1200, "y": 300})
    faults: list[str] = []
    window.on("pageerror", lambda error: faults.append(str(error)))
    window.on("console", lambda message: faults.append(message.text))

    with Server(sandbox.app) as server:
        path = board.replace("/v2/boards/", "/sandbox/board/")
        window.goto(f"{server.url}{path}?as=mari")
        drag(window, note, -200, 100)
        window.get_by_label("light_blue").click()
        box = window.locator(f'g[data-id="{zone}"]').bounding_box()
        assert box is not None
        window.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        typed(window, "Siia")
        window.locator(f'g[data-id="{zone}"]').dblclick(position={"x": 30, "y": 30})
        typed(window, "Zone\nprompt\nmine")

    assert faults == []
    moved = sandbox.ok("GET", f"{board}/items/{note}")
    assert moved["position"]["x"] < 1200
    assert moved["position"]["y"] > 300
    assert sandbox.ok("GET", f"{board}/items/{zone}")["data"]["content"] == (
        "<p><strong>Zone</strong></p><p>prompt</p><p>mine</p>"
    )
    written = sandbox.ok("GET", f"{board}/items?type=sticky_note")["data"][-1]
    mari = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]["id"]
    assert written["data"]["content"] == "<p>Siia</p>"
    assert written["style"]["fillColor"] == "light_blue"
    assert written["createdBy"]["id"] == moved["modifiedBy"]["id"] == mari


def drag(window: Page, item: str, dx: float, dy: float) -> None:
    box = window.locator(f'g[data-id="{item}"]').bounding_box()
    assert box is not None
    window.mouse.move(box["x"] + 10, box["y"] + 10)
    window.mouse.down()
    window.mouse.move(box["x"] + 10 + dx, box["y"] + 10 + dy, steps=5)
    before = window.locator("main svg").element_handle()
    window.mouse.up()
    redrawn(window, before)


def typed(window: Page, text: str) -> None:
    window.locator("textarea").fill(text)
    before = window.locator("main svg").element_handle()
    window.keyboard.press("Enter")
    redrawn(window, before)


def redrawn(window: Page, before: object) -> None:
    """Wait until the page has taken the server's new picture."""
    window.wait_for_function("old => !old.isConnected", arg=before)
