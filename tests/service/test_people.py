"""Where people sign in, nobody acts as the person of the machine."""

from __future__ import annotations

from datetime import UTC

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import ServiceConfig
from service.people import SESSION_ACCOUNT
from tests.service.at_work import METHOD
from tests.service.conftest import StillClock
from workshops.koosloome import Koosloome

PUBLIC = "https://koosloome.example.ee"


@pytest.fixture
def public(k: Koosloome) -> FlaskClient:
    config = ServiceConfig(public_url=PUBLIC, secret_key="k" * 40, sign_in=True, zone=UTC)
    app = create_app(k, clock=StillClock(), config=config)
    app.testing = True
    return app.test_client()


def test_a_stranger_sees_the_library_and_nothing_of_anybody(public: FlaskClient) -> None:
    at = {"base_url": PUBLIC}
    assert public.get("/", **at).status_code == 200
    assert public.get(f"/methods/{METHOD}", **at).status_code == 200
    for path in ("/workshops", "/workshops/w-1", "/api/workshops", "/api/jobs/j-1"):
        assert public.get(path, **at).status_code == 401
    assert public.get("/sandbox/board/b", **at).status_code == 404


def test_a_program_brings_the_token_too(public: FlaskClient) -> None:
    answer = public.post("/api/workshops", json={"method": METHOD}, base_url=PUBLIC)
    assert answer.status_code == 403


def test_an_account_that_is_gone_is_nobody(public: FlaskClient) -> None:
    with public.session_transaction(base_url=PUBLIC) as session:
        session[SESSION_ACCOUNT] = "a-nobody"
    assert public.get("/workshops", base_url=PUBLIC).status_code == 401


def test_over_https_cookies_are_secure_and_browsers_stay_there(public: FlaskClient) -> None:
    answer = public.get(f"/methods/{METHOD}?lang=en", base_url=PUBLIC)
    assert all("Secure" in cookie for cookie in answer.headers.getlist("Set-Cookie"))
    assert "max-age" in answer.headers["Strict-Transport-Security"]
