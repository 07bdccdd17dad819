"""What the network does becomes an answer or a loss, never an exception."""

from __future__ import annotations

import json
import socket
import ssl

import pytest
import requests
import responses

from miro_client import operations
from miro_client.answers import Answer, Lost
from miro_client.calls import Part, call_of
from miro_client.redaction import Secret
from miro_client.sending import Timeout, pooled_sessions, send
from tests.miro_client.world import API, BOARD_PATH, NOW, TOKEN, FakeClock, Wire, reply, sessions

BODY = {"data": {"content": "õ"}}
POST = call_of(operations.STICKY_NOTES.create, {"board_id": "uXjVAAAAAAA="}, body=BODY)


def sent(wire: Wire, call: object = POST, token: str | None = TOKEN) -> Answer | Lost:
    return send(
        sessions(wire)(),
        API,
        call,  # type: ignore[arg-type]
        token=None if token is None else Secret(token),
        timeout=Timeout(1, 2),
        clock=FakeClock(),
    )


def test_an_answer_comes_with_lower_case_headers_and_its_time() -> None:
    outcome = sent(Wire([reply({"id": "1"}, 201, X_RateLimit_Remaining="5")]))
    assert isinstance(outcome, Answer)
    assert (outcome.status, outcome.received_at) == (201, NOW)
    assert json.loads(outcome.body) == {"id": "1"}
    assert outcome.headers["x-ratelimit-remaining"] == "5"


def test_the_call_goes_out_as_it_is() -> None:
    wire = Wire([reply({}, 201)])
    sent(wire)
    request = wire.requests[0]
    assert wire.urls == [f"POST {BOARD_PATH}/sticky_notes"]
    assert request.headers["Authorization"] == f"Bearer {TOKEN}"
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["Accept"] == "application/json"
    assert wire.sent() == BODY
    assert wire.timeouts == [(1, 2)]


def test_without_a_token_no_header_is_sent() -> None:
    wire = Wire([reply({}, 201)])
    sent(wire, token=None)
    assert "Authorization" not in wire.requests[0].headers


def test_a_netrc_of_the_machine_does_not_replace_the_token(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w", encoding="utf-8") as file:  # noqa: PTH123  # a string path
        file.write("machine miro.test login someone password else\n")
    monkeypatch.setenv("NETRC", netrc)
    wire = Wire([reply({}, 201)])
    session = sessions(wire)()
    session.trust_env = True
    for token in (Secret(TOKEN), None):
        send(session, API, POST, token=token, timeout=Timeout(), clock=FakeClock())
    assert [one.headers.get("Authorization") for one in wire.requests] == [
        f"Bearer {TOKEN}",
        None,
    ]


def test_parts_go_out_as_multipart() -> None:
    parts = [
        Part("data", b"{}", "application/json"),
        Part("resource", b"PNG", "image/png", "a.png"),
    ]
    wire = Wire([reply({}, 201)])
    sent(wire, call_of(operations.IMAGES.create, {"board_id": "b"}, parts=parts))
    request = wire.requests[0]
    body = request.body
    assert isinstance(body, bytes)
    assert request.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'name="data"\r\nContent-Type: application/json\r\n\r\n{}' in body
    assert b'name="resource"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nPNG' in body


def test_a_redirect_is_not_followed() -> None:
    wire = Wire([reply(None, 302, Location="http://elsewhere.test/")])
    outcome = sent(wire)
    assert isinstance(outcome, Answer)
    assert outcome.status == 302
    assert len(wire.requests) == 1


@pytest.mark.parametrize("address", ["http://[", "http://", "//", "x:y", "http://a%zz", "\xff"])
def test_a_redirect_to_nowhere_is_no_fault_of_ours(address: str) -> None:
    outcome = sent(Wire([reply(None, 302, Location=address)]))
    assert isinstance(outcome, Answer) or outcome.sent


def chained(outer: Exception, inner: BaseException) -> Exception:
    outer.__context__ = inner
    return outer


@pytest.mark.parametrize(
    "error",
    [
        requests.exceptions.ConnectTimeout(),
        requests.exceptions.InvalidProxyURL(),
        requests.exceptions.ConnectionError(ConnectionRefusedError(111, "refused")),
        chained(requests.exceptions.ConnectionError(), socket.gaierror(-2, "unknown")),
        chained(requests.exceptions.SSLError(), ssl.SSLCertVerificationError(1, "self-signed")),
    ],
    ids=repr,
)
def test_what_certainly_happened_before_sending(error: Exception) -> None:
    outcome = sent(Wire([error]))
    assert isinstance(outcome, Lost)
    assert outcome.sent is False


@pytest.mark.parametrize(
    "error",
    [
        requests.exceptions.ReadTimeout(),
        requests.exceptions.ConnectionError(),
        requests.exceptions.ConnectionError(ConnectionResetError(104, "reset")),
        requests.exceptions.SSLError("broken read"),
        requests.exceptions.ChunkedEncodingError(),
        requests.exceptions.ContentDecodingError(),
        requests.exceptions.BaseHTTPError("urllib3"),  # type: ignore[attr-defined]
        requests.exceptions.InvalidHeader("Content-Length contained multiple values"),
        requests.exceptions.InvalidURL("of a redirect"),
        ValueError("Invalid IPv6 URL"),
        OSError("pipe"),
    ],
    ids=repr,
)
def test_what_may_have_happened_after_sending(error: Exception) -> None:
    outcome = sent(Wire([error]))
    assert isinstance(outcome, Lost)
    assert outcome.sent is True
    assert type(error).__name__ in outcome.reason


def test_a_loss_holds_words_without_the_token() -> None:
    outcome = sent(Wire([requests.exceptions.ConnectionError(f"{{'Authorization': '{TOKEN}'}}")]))
    assert isinstance(outcome, Lost)
    assert TOKEN not in repr(outcome)


def test_causes_that_lead_in_a_circle_end() -> None:
    one, other = OSError("one"), OSError("other")
    one.__context__, other.__context__ = other, one
    assert sent(Wire([one])) == Lost("OSError: one", sent=True)


@responses.activate
def test_it_works_with_requests_own_adapter() -> None:
    responses.post(f"https://api.miro.com{BOARD_PATH}/sticky_notes", json={"id": "1"}, status=201)
    outcome = send(
        pooled_sessions()(),
        "https://api.miro.com",
        POST,
        token=Secret(TOKEN),
        timeout=Timeout(),
        clock=FakeClock(),
    )
    assert isinstance(outcome, Answer)
    assert outcome.status == 201


def test_pooled_sessions_are_different_and_share_one_pool() -> None:
    new = pooled_sessions()
    first, second = new(), new()
    assert first is not second
    assert first.get_adapter("https://x") is second.get_adapter("https://x")
