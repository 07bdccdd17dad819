"""The board page: what it shows, and that hostile text stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import flask
import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_sandbox.pages import make_board_pages
from miro_sandbox.pages.writing import Line, fitted, paragraphs, wrapped

if TYPE_CHECKING:
    from miro_sandbox.state import State
    from tests.miro_sandbox.conftest import Sandbox

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\x01&lt;b&gt;'


class Elements(HTMLParser):
    """Collects elements and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def page_path(board: str) -> str:
    return board.replace("/v2/boards/", "/sandbox/board/")


def test_everything_on_the_board_is_drawn(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board)
    note = sandbox.note(
        board, "<p>Ship weekly</p>", parent={"id": frame}, position={"x": 200, "y": 200}
    )
    other = sandbox.note(board, "Other", position={"x": 900, "y": 0}, style={"fillColor": "pink"})
    sandbox.ok("POST", f"{board}/shapes", {"data": {"shape": "circle", "content": "+"}})
    sandbox.ok("POST", f"{board}/shapes", {"data": {"shape": "star"}, "geometry": {"rotation": 30}})
    sandbox.ok("POST", f"{board}/texts", {"data": {"content": "Footer"}})
    sandbox.ok(
        "POST", f"{board}/cards", {"data": {"title": "Call", "dueDate": "2026-06-01T00:00:00Z"}}
    )
    tag = sandbox.ok("POST", f"{board}/tags", {"title": "risk", "fillColor": "violet"})["id"]
    sandbox.ok("POST", f"{board}/items/{note}?tag_id={tag}")
    ends = {"startItem": {"id": note}, "endItem": {"id": other}, "captions": [{"content": "so"}]}
    sandbox.ok("POST", f"{board}/connectors", ends)

    response = sandbox.call("GET", page_path(board), who=None)

    assert response.ok
    page = Elements(response.text)
    for words in (
        "Retro 14",
        "Frame",
        "Ship",
        "weekly",
        "Other",
        "Footer",
        "Call",
        "2026-06-01",
        "risk",
        "so",
    ):
        assert words in page.text
    assert {"svg", "rect", "ellipse", "polygon", "line", "tspan"} <= page.tags
    for colour in ("#fff9b1", "#ea94bb", "#652cb3"):
        assert colour in response.text


def test_a_frame_can_be_looked_at_closely(sandbox: Sandbox, board: str) -> None:
    frame = sandbox.frame(board, 1000, 800, x=5000, y=0)
    sandbox.note(board)

    whole = sandbox.call("GET", page_path(board), who=None).text
    close = sandbox.call("GET", f"{page_path(board)}?frame={frame}", who=None).text

    assert f'href="?frame={frame}"' in whole
    assert 'viewBox="4380 -520 1240 1040"' in close
    assert 'viewBox="4380 -520 1240 1040"' not in whole
    assert 'aria-current="true"' in close
    assert sandbox.call("GET", f"{page_path(board)}?frame=x", who=None).text == whole


def test_the_page_allows_nothing_but_its_stylesheet(sandbox: Sandbox, board: str) -> None:
    response = sandbox.call("GET", page_path(board), who=None)

    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    href = re.search(r'href="([^"]+)"', response.text)
    assert href is not None
    sheet = sandbox.session.get(urljoin(response.url, href[1]))
    assert sheet.headers["Content-Type"].startswith("text/css")


def test_a_name_is_shown_as_it_was_typed(sandbox: Sandbox) -> None:
    board = sandbox.board(name="Retro & <b>", description="1 < 2 &amp; 3 > 2")

    response = sandbox.call("GET", page_path(board), who=None)

    assert "<title>Retro &amp; &lt;b&gt;</title>" in response.text
    assert "<h1>Retro &amp; &lt;b&gt;</h1>" in response.text
    assert "<p>1 &lt; 2 &amp;amp; 3 &gt; 2</p>" in response.text


def test_hostile_text_stays_text(sandbox: Sandbox) -> None:
    board = sandbox.board(name=HOSTILE[:60], description=HOSTILE)
    sandbox.ok("POST", f"{board}/frames", {"data": {"title": HOSTILE}})
    sandbox.note(board, HOSTILE)
    sandbox.ok("POST", f"{board}/cards", {"data": {"title": HOSTILE, "description": HOSTILE}})
    board_id = sandbox.ok("GET", board)["id"]
    seed = {
        "type": 'x" onload="alert(1)',
        "data": {"title": HOSTILE},
        "style": {"fillColor": HOSTILE},
        "geometry": {"width": 100, "height": 100},
    }
    sandbox.ok("POST", f"/_sandbox/boards/{board_id}/items", seed)

    response = sandbox.call("GET", page_path(board), who=None)

    page = Elements(response.text)
    assert not {"img", "b", "style"} & page.tags
    assert re.findall(r"<script[^>]*>", response.text) == [
        '<script type="module" src="../static/board.js">'
    ]
    assert (
        not {name for name in page.attributes if name.startswith("on")}
        | {"style"} & page.attributes
    )
    assert "\x01" not in response.text


def test_missing_boards_are_missing(sandbox: Sandbox) -> None:
    assert sandbox.call("GET", "/sandbox/board/uXjVAAAAAAA=", who=None).status_code == 404


def test_an_empty_board_has_a_picture(sandbox: Sandbox, board: str) -> None:
    assert "<svg" in sandbox.call("GET", page_path(board), who=None).text


@pytest.mark.parametrize(
    ("person", "status"), [("me", 200), ("mari", 404), ("new", 404), (None, 404)]
)
def test_another_service_may_say_who_is_looking(
    sandbox: Sandbox, state: State, person: str | None, status: int
) -> None:
    sandbox.ok("GET", "/v1/oauth-token", who="mari")
    board = sandbox.board(policy={"sharingPolicy": {"teamAccess": "private"}})
    app = flask.Flask("service")
    app.register_blueprint(make_board_pages(state, viewer=lambda: person))

    answer = app.test_client().get(page_path(board))
    assert answer.status_code == status
    assert "<script" not in answer.text


words = st.text(st.characters(codec="utf-8"), max_size=60)


@given(words, st.floats(10, 400), st.floats(5, 60))
def test_wrapping_loses_no_letter(text: str, width: float, font: float) -> None:
    broken = wrapped([Line(text)], width, font)

    assert "".join("".join(line.text.split()) for line in broken) == "".join(text.split())


def test_text_shrinks_until_it_fits() -> None:
    lines, font = fitted(paragraphs("word " * 60), 160, 160, 50, 8)

    assert 8 <= font < 50
    assert len(lines) * font * 1.3 <= 160


def test_paragraphs_keep_what_is_bold() -> None:
    assert paragraphs("<p><strong>Label</strong></p><p>a&amp;b <b>c</b></p>") == [
        Line("Label", bold=True),
        Line("a&b c"),
    ]
