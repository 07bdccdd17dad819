"""OAuth: consent, codes, tokens, rotation, revocation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from miro_sandbox.config import App, Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.miro_sandbox.conftest import Clock, Json, Sandbox

BACK = "https://tool.example/callback"
APP = App("client", "secret", (BACK,), scopes=("boards:read",))
KEYS = {"client_id": "client", "client_secret": "secret"}
ASKED = {"response_type": "code", "client_id": "client", "redirect_uri": BACK, "state": "s&1"}


@pytest.fixture
def oauth(sandbox_with: Callable[[Config], Sandbox]) -> Sandbox:
    return sandbox_with(Config(apps=(APP, App("forever", "secret", (BACK,), expiring=False))))


def agreed(oauth: Sandbox, **more: str) -> str:
    form = {**ASKED, "name": "mari", "decision": "allow", **more}
    response = oauth.call("POST", "/oauth/authorize", who=None, data=form, allow_redirects=False)
    assert response.status_code == 302
    return response.headers["Location"]


def code(oauth: Sandbox, **more: str) -> str:
    return parse_qs(urlsplit(agreed(oauth, **more)).query)["code"][0]


def token(oauth: Sandbox, status: int = 200, /, **form: str) -> Json:
    response = oauth.call("POST", "/v1/oauth/token", who=None, data={**KEYS, **form})
    assert response.status_code == status, response.text
    return response.json()


def pair(oauth: Sandbox) -> Json:
    return token(oauth, grant_type="authorization_code", code=code(oauth), redirect_uri=BACK)


def status(oauth: Sandbox, access: str, path: str = "/v2/boards") -> int:
    headers = {"Authorization": f"Bearer {access}"}
    return oauth.call("GET", path, who=None, headers=headers).status_code


def test_the_page_asks_and_carries_the_state_on(oauth: Sandbox) -> None:
    response = oauth.call("GET", f"/oauth/authorize?{urlencode(ASKED)}", who=None)

    assert response.ok
    assert 'value="s&amp;1"' in response.text
    policy = response.headers["Content-Security-Policy"]
    assert "form-action 'self' https://tool.example;" in policy
    query = parse_qs(urlsplit(agreed(oauth)).query)
    assert query["state"] == ["s&1"]
    assert agreed(oauth).startswith(f"{BACK}?code=")


def test_a_refusal_goes_back_without_a_code(oauth: Sandbox) -> None:
    query = parse_qs(urlsplit(agreed(oauth, decision="deny")).query)

    assert query == {"error": ["access_denied"], "state": ["s&1"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "nobody"},
        {"redirect_uri": "https://evil.example/"},
        {"response_type": "token"},
    ],
)
def test_nobody_is_redirected_on_a_wrong_request(oauth: Sandbox, wrong: dict[str, str]) -> None:
    asked = {**ASKED, **wrong}

    for response in (
        oauth.call("GET", f"/oauth/authorize?{urlencode(asked)}", who=None),
        oauth.call("POST", "/oauth/authorize", who=None, data={**asked, "decision": "allow"}),
    ):
        assert response.status_code == 400
        assert "Location" not in response.headers


@pytest.mark.parametrize("by", ["data", "params"])
def test_a_code_is_exchanged_by_form_or_query(oauth: Sandbox, by: str) -> None:
    sent = {"grant_type": "authorization_code", "code": code(oauth), "redirect_uri": BACK, **KEYS}
    more: Json = {by: sent}

    answer = oauth.call("POST", "/v1/oauth/token", who=None, **more).json()

    assert answer["token_type"] == "bearer"
    assert answer["expires_in"] == 3599
    assert answer["scope"] == "boards:read"
    assert isinstance(answer["user_id"], int)
    headers = {"Authorization": f"Bearer {answer['access_token']}"}
    context = oauth.call("GET", "/v1/oauth-token", who=None, headers=headers).json()
    assert context["user"] == {"type": "user", "name": "mari", "id": str(answer["user_id"])}
    assert context["scopes"] == ["boards:read"]


def test_tokens_have_the_apps_scopes_and_a_budget_of_their_own(oauth: Sandbox) -> None:
    headers = {"Authorization": f"Bearer {pair(oauth)['access_token']}"}

    oauth.ok("GET", "/v2/boards", who="mari")
    first = oauth.call("GET", "/v2/boards", who=None, headers=headers)
    refused = oauth.call("POST", "/v2/boards", {}, who=None, headers=headers)

    assert first.headers["X-RateLimit-Remaining"] == "99950"
    assert refused.status_code == 403


def test_a_code_works_once(oauth: Sandbox) -> None:
    once = code(oauth)
    sent = {"grant_type": "authorization_code", "code": once, "redirect_uri": BACK}
    token(oauth, **sent)

    assert token(oauth, 400, **sent)["error"] == "invalid_grant"


@pytest.mark.parametrize(("seconds", "answer"), [(599, 200), (600, 400)])
def test_a_code_lives_ten_minutes(oauth: Sandbox, clock: Clock, seconds: int, answer: int) -> None:
    fresh = code(oauth)
    clock.now += seconds

    token(oauth, answer, grant_type="authorization_code", code=fresh, redirect_uri=BACK)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"client_secret": "x"}, "invalid_client"),
        ({"redirect_uri": "https://other.example"}, "invalid_grant"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"code": "x"}, "invalid_grant"),
    ],
)
def test_wrong_exchanges(oauth: Sandbox, wrong: dict[str, str], error: str) -> None:
    sent = {"grant_type": "authorization_code", "code": code(oauth), "redirect_uri": BACK, **wrong}

    assert token(oauth, 400, **sent)["error"] == error


def test_a_refresh_gives_a_new_pair_and_ends_the_old(oauth: Sandbox, clock: Clock) -> None:
    old = pair(oauth)
    clock.now += 3599
    assert status(oauth, old["access_token"]) == 401

    new = token(oauth, grant_type="refresh_token", refresh_token=old["refresh_token"])

    assert status(oauth, new["access_token"]) == 200
    refused = token(oauth, 400, grant_type="refresh_token", refresh_token=old["refresh_token"])
    assert refused["error"] == "invalid_grant"


def test_a_refresh_ends_a_living_access_token(oauth: Sandbox) -> None:
    old = pair(oauth)
    token(oauth, grant_type="refresh_token", refresh_token=old["refresh_token"])

    assert status(oauth, old["access_token"]) == 401


def test_a_refresh_token_lives_sixty_days(oauth: Sandbox, clock: Clock) -> None:
    old = pair(oauth)
    clock.now += 60 * 24 * 3600

    token(oauth, 400, grant_type="refresh_token", refresh_token=old["refresh_token"])


def test_tokens_that_do_not_expire_have_no_refresh(oauth: Sandbox, clock: Clock) -> None:
    fresh = code(oauth, client_id="forever")
    sent = {"client_id": "forever", "grant_type": "authorization_code", "code": fresh}

    answer = token(oauth, **sent, redirect_uri=BACK)

    assert not {"refresh_token", "expires_in"} & answer.keys()
    clock.now += 10**8
    assert status(oauth, answer["access_token"]) == 200


def test_revoking_ends_both_tokens(oauth: Sandbox) -> None:
    old = pair(oauth)
    body = {"accessToken": old["access_token"], "clientId": "client", "clientSecret": "secret"}

    wrong = oauth.call("POST", "/v2/oauth/revoke", {**body, "clientSecret": "x"}, who=None)
    assert wrong.status_code == 404
    assert oauth.call("POST", "/v2/oauth/revoke", body, who=None).status_code == 204
    assert status(oauth, old["access_token"]) == 401
    token(oauth, 400, grant_type="refresh_token", refresh_token=old["refresh_token"])
    assert oauth.call("POST", "/v2/oauth/revoke", body, who=None).status_code == 404
    assert list(oauth.fields("POST", "/v2/oauth/revoke", {"clientId": "x"})) == [
        "accessToken",
        "clientSecret",
    ]


def test_the_old_way_to_revoke(oauth: Sandbox) -> None:
    path = f"/v1/oauth/revoke?access_token={pair(oauth)['access_token']}"

    assert oauth.call("POST", path, who=None).status_code == 204
    assert oauth.call("POST", path, who=None).status_code == 400


def test_the_token_error_may_have_miros_form(
    sandbox_with: Callable[[Config], Sandbox],
) -> None:
    oauth = sandbox_with(Config(apps=(APP,), refusal_form="miro"))

    assert token(oauth, 400)["type"] == "error"
