"""Whatever is sent, the sandbox answers; it never breaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miro_sandbox.app import create_app
from miro_sandbox.catalogue import OPERATIONS
from miro_sandbox.config import Config
from miro_sandbox.items.kinds import KINDS
from miro_sandbox.state import open_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from miro_sandbox.items.kinds.kind import Kind
    from miro_sandbox.operations import Operation

ME = {"Authorization": "Bearer sandbox-me"}
NAMES = [
    *("data", "style", "position", "geometry", "parent", "id", "x", "y", "width", "height"),
    *("content", "title", "shape", "fillColor", "fontSize", "rotation", "url", "type", "items"),
    *("startItem", "endItem", "captions", "snapTo", "emails", "role", "policy", "name", "fields"),
    *("sharingPolicy", "teamId", "contentType", "dueDate", "locked"),
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["square", "#fff", "50%", "14", "cyan", "text", "frame", "https://e.ee", "1"])
    | st.text(max_size=6)
)
BODIES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=15,
)
WRITING = [operation for operation in OPERATIONS if operation.method in {"POST", "PUT", "PATCH"}]


@pytest.fixture(scope="module")
def client() -> Iterator[FlaskClient]:
    state = open_state(None)
    app = create_app(state, config=Config(credits_per_minute=10**12))
    app.testing = True  # a fault of ours is raised, not answered
    yield app.test_client()
    state.close()


@pytest.fixture(scope="module")
def ids(client: FlaskClient) -> dict[str, str]:
    """Give a board with one of everything, by the names paths use."""

    def made(path: str, body: object) -> str:
        answer = client.post(path, json=body, headers=ME)
        assert answer.json is not None
        return str(answer.json["id"])

    board = made("/v2/boards", {})
    path = f"/v2/boards/{board}"
    notes = [made(f"{path}/sticky_notes", {}) for _ in range(2)]
    ends = {"startItem": {"id": notes[0]}, "endItem": {"id": notes[1]}}
    return {
        "board_id": board,
        "item_id": notes[0],
        "connector_id": made(f"{path}/connectors", ends),
        "tag_id": made(f"{path}/tags", {"title": "t"}),
        "group_id": made(f"{path}/groups", {"data": {"items": notes}}),
        "board_member_id": "1",
    }


@settings(max_examples=150, deadline=None)
@given(operation=st.sampled_from(WRITING), body=BODIES)
def test_any_json_gets_an_answer(
    client: FlaskClient, ids: dict[str, str], operation: Operation, body: object
) -> None:
    path = operation.path
    for name, value in ids.items():
        path = path.replace(f"<{name}>", value)

    answer = client.open(
        path,
        method=operation.method,
        data=json.dumps(body),
        headers=ME,
    )

    assert answer.status_code < 500


@settings(max_examples=100, deadline=None)
@given(
    kind=st.sampled_from([kind for kind in KINDS.values() if kind.bulk]),
    parts=st.dictionaries(
        st.sampled_from(["data", "style", "position", "geometry", "parent"]), BODIES, max_size=5
    ),
)
def test_any_bulk_element_gets_an_answer(
    client: FlaskClient, ids: dict[str, str], kind: Kind, parts: dict[str, object]
) -> None:
    body = [{"type": kind.type, **parts}]

    answer = client.post(
        f"/v2/boards/{ids['board_id']}/items/bulk", data=json.dumps(body), headers=ME
    )

    assert answer.status_code in {201, 400, 404}
