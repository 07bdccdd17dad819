"""From (status, headers, body) to data or the right error."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client import operations
from miro_client.answers import Answer, Lost, json_object, read, settled
from miro_client.calls import Call, call_of
from miro_client.errors import (
    Conflict,
    InvalidRequest,
    MiroError,
    NotAllowed,
    NotFound,
    NotSent,
    NotSignedIn,
    OutcomeUnknown,
    Refused,
    ServerTrouble,
    TooLarge,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from miro_client.models.items import Item
from miro_client.redaction import redactor
from tests.miro_client.bodies_of_miro import INVALID, STICKY
from tests.miro_client.world import NOW, TOKEN

GET = call_of(operations.GET_ITEM, {"board_id": "b", "item_id": "1"})
PATCH = call_of(operations.MOVE_ITEM, {"board_id": "b", "item_id": "1"}, body={})
DELETE = call_of(operations.DELETE_ITEM, {"board_id": "b", "item_id": "1"})
POST = call_of(operations.STICKY_NOTES.create, {"board_id": "b"}, body={})
BULK = call_of(operations.CREATE_ITEMS, {"board_id": "b"}, body=[])
COPY = call_of(operations.COPY_BOARD, {"board_id": "b"}, body={})
REPEATABLE = [GET, PATCH, DELETE]
ONCE = [POST, BULK, COPY]


def answer(status: int, body: object = b"", **headers: str) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, content, NOW)


def error_of(call: Call, outcome: Answer | Lost, *, doubt: bool = False) -> MiroError:
    with pytest.raises(MiroError) as caught:
        settled(call, outcome, doubt=doubt)
    return caught.value


@pytest.mark.parametrize("call", [*REPEATABLE, *ONCE], ids=lambda call: call.operation.name)
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, InvalidRequest),
        (401, NotSignedIn),
        (403, NotAllowed),
        (404, NotFound),
        (405, Refused),
        (409, Conflict),
        (413, TooLarge),
        (418, Refused),
        (422, InvalidRequest),
        (429, TooManyRequests),
    ],
)
def test_a_refusal_means_the_same_for_every_call(
    call: Call, status: int, kind: type[MiroError]
) -> None:
    assert type(error_of(call, answer(status, INVALID))) is kind


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 599])
def test_a_failure_is_trouble_where_a_repeat_is_safe_and_unknown_elsewhere(status: int) -> None:
    assert {type(error_of(call, answer(status))) for call in REPEATABLE} == {ServerTrouble}
    assert {type(error_of(call, answer(status))) for call in ONCE} == {OutcomeUnknown}


@pytest.mark.parametrize("status", [100, 199, 301, 302, 307, 399])
def test_a_redirect_is_not_an_answer_of_the_api(status: int) -> None:
    assert {type(error_of(call, answer(status))) for call in REPEATABLE} == {UnreadableAnswer}
    assert {type(error_of(call, answer(status))) for call in ONCE} == {OutcomeUnknown}


def test_a_lost_answer() -> None:
    lost = Lost("ReadTimeout: slow", sent=True)
    assert {type(error_of(call, lost)) for call in REPEATABLE} == {Unreachable}
    assert {type(error_of(call, lost)) for call in ONCE} == {OutcomeUnknown}


@pytest.mark.parametrize("call", [*REPEATABLE, *ONCE], ids=lambda call: call.operation.name)
def test_a_call_that_never_left_is_never_in_doubt(call: Call) -> None:
    assert type(error_of(call, Lost("ConnectTimeout", sent=False))) is NotSent


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_every_2xx_is_fine(status: int) -> None:
    assert settled(POST, answer(status), doubt=False).status == status


def test_a_delete_repeated_after_doubt_is_done_when_the_thing_is_gone() -> None:
    assert settled(DELETE, answer(404), doubt=True).status == 204
    assert type(error_of(DELETE, answer(404))) is NotFound
    assert type(error_of(GET, answer(404), doubt=True)) is NotFound


def test_miros_words_are_carried() -> None:
    error = error_of(POST, answer(400, INVALID, x_request_id="r-1"))
    assert error.code == "2.0703"
    assert error.message == "Invalid parameters"
    assert [str(field) for field in error.fields] == ["metadata: Field [metadata] is not supported"]
    assert error.request_id == "r-1"
    assert error.facts.path == "/v2/boards/b/sticky_notes"


def test_the_live_way_of_printing_json_is_read() -> None:
    body = b"""{ "type" : "error", "code" : "2.0703",
      "context" : { "fields" : [ { "field" : "", "message" : "Unexpected type of value" } ] },
      "message" : "Invalid parameters", "status" : 400 }"""
    assert str(error_of(BULK, answer(400, body)).fields[0]) == "Unexpected type of value"


def test_an_error_page_is_described_and_never_quoted() -> None:
    page = answer(502, b"<html>secret</html>", content_type="text/html; charset=x")
    error = error_of(GET, page)
    assert error.message == "19 bytes of text/html"


def test_tokens_in_miros_words_are_hidden() -> None:
    body = {
        "message": f"token {TOKEN} expired",
        "code": TOKEN,
        "context": {"fields": [{"field": TOKEN, "message": f"Bearer {TOKEN}"}]},
    }
    with pytest.raises(NotSignedIn) as caught:
        settled(GET, answer(401, body), redactor(TOKEN), doubt=False)
    assert TOKEN not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"null",
        b"[]",
        b'"x"',
        b'{"id":',
        b"\xff\xfe",
        b'{"id": null}',
        b'{"id": 1.5}',
        b'{"type": "x"}',
        b"1" * 5000,
        b'{"a":' * 100_000,
        b"[" * 100_000,
    ],
)
def test_a_2xx_that_cannot_be_read(body: bytes) -> None:
    with pytest.raises(UnreadableAnswer):
        read(GET, answer(200, body), Item)
    with pytest.raises(OutcomeUnknown) as caught:
        read(POST, answer(201, body), Item)
    assert caught.value.__context__ is None


def test_a_lone_surrogate_in_a_note_does_not_make_the_page_unreadable() -> None:
    body = rb'{"id": "1", "data": {"content": "a\ud83d b", "\udc00": ["\ud83d\ude00"]}}'
    item = read(GET, answer(200, body), Item)
    assert item.data is not None
    assert item.data.content == "a\ufffd b"
    assert "\U0001f600" in str(item.raw)


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": "1", "data": {"content": "a\xed\xa0\xbd b"}}',
        '{"id": "1", "data": {"content": "a\\uD83D b"}}'.encode("utf-16"),
    ],
)
def test_a_lone_surrogate_is_found_however_it_is_written(body: bytes) -> None:
    item = read(GET, answer(200, body), Item)
    assert item.data is not None
    assert item.data.content == "a\ufffd b"


def test_a_good_answer_is_read_as_it_is() -> None:
    assert json_object(GET, answer(200, STICKY)) == STICKY
    assert read(GET, answer(200, STICKY), Item).raw == STICKY


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(
    call=st.sampled_from([*REPEATABLE, *ONCE]),
    status=st.integers(0, 1000),
    body=st.binary() | JSON.map(lambda value: json.dumps(value).encode()),
    headers=st.dictionaries(
        st.sampled_from(["retry-after", "content-type", "x-request-id"]), st.text()
    ),
    doubt=st.booleans(),
)
def test_no_answer_ends_in_anything_but_data_or_a_named_error(
    call: Call, status: int, body: bytes, headers: dict[str, str], *, doubt: bool
) -> None:
    came = Answer(status, headers, body, NOW)
    try:
        came_of_it: Item | MiroError = read(call, settled(call, came, doubt=doubt), Item)
    except MiroError as error:
        came_of_it = error
    assert str(came_of_it)
