"""Sign-in with Miro."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import responses
from hypothesis import given
from hypothesis import strategies as st

from miro_client.errors import (
    InvalidArgument,
    MiroError,
    NotFound,
    NotSent,
    OutcomeUnknown,
    SandboxTokenRefused,
    ServerTrouble,
    SignInDeclined,
    SignInRefused,
    StateMismatch,
    TooManyRequests,
)
from miro_client.models.sign_in import TokenPair
from miro_client.oauth import MiroOAuth
from miro_client.redaction import Secret
from tests.miro_client.world import (
    API,
    NOW,
    FakeClock,
    Reply,
    Step,
    Wire,
    refusal,
    reply,
    sessions,
)

SECRET = "client-secret-value"
ACCESS, REFRESH, CODE = "eyJtaXJv_access-token", "refresh-token-value", "code-value"
BACK = "https://koosloome.example/miro/callback"
PAIR = {
    "token_type": "bearer",
    "team_id": 3458764500000000001,
    "access_token": ACCESS,
    "refresh_token": REFRESH,
    "scope": "boards:read boards:write",
    "expires_in": 3599,
    "user_id": 3458764500000000002,
}


def oauth(*script: Step, api_url: str = API) -> tuple[MiroOAuth, Wire]:
    wire, clock = Wire(script), FakeClock()
    one = MiroOAuth(
        "client-1",
        SECRET,
        BACK,
        api_url=api_url,
        session_factory=sessions(wire),
        clock=clock,
        sleep=clock.sleep,
        random=lambda: 0.0,
    )
    return one, wire


def form(wire: Wire, number: int = 0) -> dict[str, str]:
    body = wire.requests[number].body
    text = body.decode() if isinstance(body, bytes) else str(body)
    return {name: values[0] for name, values in parse_qs(text).items()}


def exchange(one: MiroOAuth) -> TokenPair:
    return one.exchange(CODE)


def refresh(one: MiroOAuth) -> TokenPair:
    return one.refresh(Secret(REFRESH))


BOTH = pytest.mark.parametrize("ask", [exchange, refresh])
Ask = Callable[[MiroOAuth], TokenPair]


def test_the_address_asks_for_a_code_and_carries_the_state() -> None:
    one, _ = oauth()
    parts = urlsplit(one.authorise_address("the-state"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://miro.com/oauth/authorize"
    assert parse_qs(parts.query) == {
        "response_type": ["code"],
        "client_id": ["client-1"],
        "redirect_uri": [BACK],
        "state": ["the-state"],
    }


def test_a_team_can_be_chosen_beforehand() -> None:
    one, _ = oauth()
    assert "team_id=77" in one.authorise_address("s", team_id="77")


def test_states_cannot_be_guessed() -> None:
    one, _ = oauth()
    states = {one.new_state() for _ in range(50)}
    assert len(states) == 50
    assert min(map(len, states)) >= 40


def test_the_code_is_taken_from_the_redirect() -> None:
    one, _ = oauth()
    assert one.code_from(f"{BACK}?code=abc&state=s&team_id=1", state="s") == "abc"


@pytest.mark.parametrize("query", ["code=abc&state=other", "code=abc", "code=abc&state="])
def test_a_redirect_of_another_sign_in_is_refused(query: str) -> None:
    one, _ = oauth()
    with pytest.raises(StateMismatch):
        one.code_from(f"{BACK}?{query}", state="s")


@pytest.mark.parametrize(
    ("query", "reason"),
    [("error=access_denied&state=s", "access_denied"), ("state=s", "no code"), ("", "no code")],
)
def test_a_person_may_decline(query: str, reason: str) -> None:
    one, _ = oauth()
    with pytest.raises(SignInDeclined, match=reason):
        one.code_from(f"{BACK}?{query}", state="s")


def test_an_address_that_is_none_is_a_refusal() -> None:
    one, _ = oauth()
    with pytest.raises(SignInDeclined, match="no code"):
        one.code_from("http://[", state="s")


def test_without_a_state_nothing_is_begun_or_finished() -> None:
    one, _ = oauth()
    with pytest.raises(InvalidArgument):
        one.authorise_address("")
    with pytest.raises(InvalidArgument):
        one.code_from(f"{BACK}?code=abc", state="")


@given(st.text())
def test_any_redirect_gives_a_code_or_a_named_error(redirected: str) -> None:
    one, _ = oauth()
    try:
        came_of_it: str | MiroError = one.code_from(redirected, state="s")
    except MiroError as error:
        came_of_it = error
    assert str(came_of_it)


def test_a_code_is_exchanged_in_a_form_with_id_and_secret() -> None:
    one, wire = oauth(reply(PAIR))
    pair = one.exchange(CODE)
    assert wire.urls == ["POST /v1/oauth/token"]
    assert wire.requests[0].headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in wire.requests[0].headers
    assert form(wire) == {
        "grant_type": "authorization_code",
        "client_id": "client-1",
        "client_secret": SECRET,
        "code": CODE,
        "redirect_uri": BACK,
    }
    assert pair.access_token == Secret(ACCESS)
    assert pair.refresh_token == Secret(REFRESH)
    assert pair.expires_at == NOW + 3599
    assert (pair.user_id, pair.team_id) == ("3458764500000000002", "3458764500000000001")


def test_a_pair_is_renewed() -> None:
    one, wire = oauth(reply(PAIR))
    assert one.refresh(REFRESH).access_token.reveal() == ACCESS
    assert form(wire) == {
        "grant_type": "refresh_token",
        "client_id": "client-1",
        "client_secret": SECRET,
        "refresh_token": REFRESH,
    }


@BOTH
@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_the_oauth_way_of_saying_no(ask: Ask, status: int) -> None:
    body = {"error": "invalid_grant", "error_description": f"{CODE} or {REFRESH} was used"}
    one, _ = oauth(reply(body, status))
    with pytest.raises(SignInRefused) as caught:
        ask(one)
    assert caught.value.code == "invalid_grant"
    assert "was used" in str(caught.value)


@BOTH
def test_miros_way_of_saying_no(ask: Ask) -> None:
    one, _ = oauth(refusal(400, "Invalid code", code="oauth"))
    with pytest.raises(SignInRefused, match="Invalid code"):
        ask(one)


@BOTH
@pytest.mark.parametrize(
    "step",
    [
        refusal(500),
        requests.exceptions.ReadTimeout(),
        reply({"token_type": "bearer"}),
        Reply(200, b"<html>"),
        Reply(302, b"", {"Location": "https://x"}),
    ],
    ids=repr,
)
def test_a_lost_pair_is_never_asked_for_again(ask: Ask, step: Step) -> None:
    one, wire = oauth(step)
    with pytest.raises(OutcomeUnknown):
        ask(one)
    assert len(wire.requests) == 1


@BOTH
def test_what_never_left_is_sent_again(ask: Ask) -> None:
    one, wire = oauth(requests.exceptions.ConnectTimeout(), refusal(429), reply(PAIR))
    assert ask(one).access_token.reveal() == ACCESS
    assert len(wire.requests) == 3


@BOTH
def test_but_not_without_end(ask: Ask) -> None:
    for step, kind in (
        (requests.exceptions.ConnectTimeout(), NotSent),
        (refusal(429), TooManyRequests),
    ):
        one, _ = oauth(step)
        with pytest.raises(kind):
            ask(one)


def test_revoking_sends_json_to_v2() -> None:
    one, wire = oauth(reply(None, 204))
    one.revoke(Secret(ACCESS))
    assert wire.urls == ["POST /v2/oauth/revoke"]
    assert wire.sent() == {
        "accessToken": ACCESS,
        "clientId": "client-1",
        "clientSecret": SECRET,
    }


def test_revoking_may_be_repeated() -> None:
    one, wire = oauth(refusal(503), refusal(404))
    one.revoke(ACCESS)
    assert len(wire.requests) == 2


def test_revoking_what_miro_does_not_know() -> None:
    one, _ = oauth(refusal(404))
    with pytest.raises(NotFound):
        one.revoke(ACCESS)
    one, _ = oauth(refusal(500))
    with pytest.raises(ServerTrouble):
        one.revoke(ACCESS)


def test_a_sandbox_token_is_not_sent_to_miro_to_be_revoked() -> None:
    one, wire = oauth(reply(None, 204), api_url="https://api.miro.com")
    with pytest.raises(SandboxTokenRefused):
        one.revoke("sandbox-me")
    assert wire.requests == []


@pytest.mark.parametrize("bad", ["", "a\nb", "õ"])
def test_unfit_words_are_refused_before_sending(bad: str) -> None:
    one, wire = oauth(reply(PAIR))
    for ask in (one.exchange, one.refresh, one.revoke):
        with pytest.raises(InvalidArgument):
            ask(bad)
    assert wire.requests == []


STEPS: list[Step] = [
    refusal(400, f"{SECRET} {ACCESS} {REFRESH} {CODE}", code=SECRET),
    reply({"error": SECRET, "error_description": f"{SECRET} {ACCESS} {REFRESH} {CODE}"}, 400),
    refusal(500, f"{SECRET} {ACCESS} {REFRESH} {CODE}"),
    reply({"access_token": [ACCESS], "refresh_token": REFRESH, "x": SECRET}),
    requests.exceptions.ConnectionError(f"{SECRET} {ACCESS} {REFRESH} {CODE}"),
]


@pytest.mark.parametrize("step", STEPS, ids=range(len(STEPS)))
def test_no_error_shows_what_was_sent_or_came(step: Step) -> None:
    calls: list[tuple[Any, str]] = [(exchange, CODE), (refresh, REFRESH)]
    calls.append((lambda one: one.revoke(ACCESS), ACCESS))
    for ask, own in calls:
        one, _ = oauth(step)
        try:
            ask(one)
        except MiroError as error:
            _assert_hidden(error, own)
        assert SECRET not in repr(one)


def _assert_hidden(error: BaseException | None, own: str) -> None:
    while error is not None:
        shown = str(error) + repr(error)
        assert SECRET not in shown
        assert own not in shown
        error = error.__cause__ or error.__context__


@given(status=st.integers(100, 999), body=st.binary(max_size=40))
def test_no_answer_ends_in_anything_but_a_pair_or_a_named_error(status: int, body: bytes) -> None:
    for ask in (exchange, refresh):
        one, _ = oauth(Reply(status, body))
        with pytest.raises(MiroError):
            ask(one)


@responses.activate
def test_it_works_with_requests_own_adapter() -> None:
    responses.post("https://api.miro.com/v1/oauth/token", json=PAIR)
    pair = MiroOAuth("client-1", SECRET, BACK).exchange(CODE)
    assert pair.access_token.reveal() == ACCESS
