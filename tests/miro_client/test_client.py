"""The client as a whole: every call over every kind of answer."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
import requests
import responses
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from miro_client.client import MiroClient
from miro_client.errors import MiroError, NotSignedIn
from miro_client.operations import OPERATIONS
from tests.miro_client.bodies_of_miro import (
    BOARD as BOARD_BODY,
)
from tests.miro_client.bodies_of_miro import (
    CONNECTOR,
    GROUP,
    MEMBER,
    SHAPE,
    STICKY,
    TAG,
    TOKEN_CONTEXT,
    cursor_list,
    offset_list,
)
from tests.miro_client.every_call import CALLS, EveryCall
from tests.miro_client.world import TOKEN, Reply, Step, refusal, reply, world

OAUTH = {"exchange_code", "refresh_token", "revoke_token"}

FAULTS: list[Exception] = [
    requests.exceptions.ReadTimeout(),
    requests.exceptions.ConnectTimeout(),
    requests.exceptions.ConnectionError(ConnectionResetError()),
    requests.exceptions.ChunkedEncodingError(),
    requests.exceptions.ContentDecodingError(),
    requests.exceptions.SSLError(),
    requests.exceptions.ProxyError(),
    requests.exceptions.TooManyRedirects(),
    OSError("network"),
    UnicodeError("label too long"),
]

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
GOOD = [BOARD_BODY, MEMBER, STICKY, SHAPE, CONNECTOR, TAG, GROUP, TOKEN_CONTEXT]
PAGES = [cursor_list(*GOOD, cursor="c"), offset_list(*GOOD), {"data": GOOD}, {"tags": [TAG]}]


@st.composite
def bent(draw: st.DrawFn) -> bytes:
    """A good answer with some of its fields replaced by anything."""
    whole = json.loads(json.dumps(draw(st.sampled_from([*GOOD, *PAGES]))))
    node = whole
    for _ in range(draw(st.integers(1, 4))):
        inner = node if isinstance(node, dict) else dict(enumerate(node))
        if not inner:
            break
        name = draw(st.sampled_from(list(inner)))
        if isinstance(inner[name], dict | list) and draw(st.booleans()):
            node = inner[name]
            continue
        node[name] = draw(ANYTHING)
    return json.dumps(whole).encode()


HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "Retry-After",
            "X-RateLimit-Reset",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "Location",
        ]
    ),
    st.text(max_size=12)
    | st.sampled_from(["http://[", "http://x", "//", "/v2"])
    | st.integers().map(str)
    | st.floats().map(str),
)
REPLIES = st.builds(
    Reply,
    st.sampled_from([200, 201, 204, 400, 401, 429, 500]) | st.integers(100, 999),
    st.binary(max_size=60) | bent() | ANYTHING.map(lambda value: json.dumps(value).encode()),
    HEADERS,
)


@given(
    call=st.sampled_from(CALLS),
    steps=st.lists(REPLIES | st.sampled_from(FAULTS), min_size=1, max_size=4),
)
def test_no_answer_however_broken_ends_in_anything_but_data_or_a_named_error(
    call: EveryCall, steps: list[Step]
) -> None:
    here = world(*steps)
    try:
        came_of_it = call.make(here.client)
    except MiroError as error:
        came_of_it = error
    assert came_of_it is None or isinstance(came_of_it, MiroError | BaseModel | list | tuple)
    assert TOKEN not in str(came_of_it)
    assert all(0 <= pause <= 61 for pause in here.clock.slept)


def test_every_operation_has_a_call() -> None:
    assert {call.name for call in CALLS} | OAUTH == {operation.name for operation in OPERATIONS}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_a_call_is_the_operation_it_says(call: EveryCall) -> None:
    here = world(refusal(400))
    with pytest.raises(MiroError) as caught:
        call.make(here.client)
    assert caught.value.operation == call.name == here.seen[0].operation


@responses.activate
def test_a_client_needs_nothing_but_a_token() -> None:
    responses.get("https://api.miro.com/v1/oauth-token", json=TOKEN_CONTEXT)
    with MiroClient.connect(token=TOKEN) as client:
        assert client.token.context().scopes == ("boards:read", "boards:write")
    assert responses.calls[0].request.headers["Authorization"] == f"Bearer {TOKEN}"


@responses.activate
def test_by_default_it_has_a_timeout() -> None:
    responses.get("https://api.miro.com/v1/oauth-token", status=401)
    with MiroClient.connect(token=TOKEN) as client, pytest.raises(NotSignedIn):
        client.token.context()
    assert responses.calls[0].request.req_kwargs["timeout"] == (10.0, 30.0)  # type: ignore[attr-defined]


def test_times_are_utc() -> None:
    item = world(reply(STICKY)).client.items.get("b", "1")
    assert item.created_at == datetime(2026, 5, 20, 6, 38, 21, tzinfo=UTC)
