"""The whole sign-in against the sandbox: consent, exchange, calls, renewal, revocation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import requests

from miro_client.client import MiroClient
from miro_client.errors import (
    NotFound,
    NotSignedIn,
    SignInDeclined,
    SignInRefused,
)
from miro_client.models.sign_in import TokenPair
from miro_client.oauth import MiroOAuth
from miro_sandbox.adapter import WsgiAdapter
from miro_sandbox.app import create_app
from miro_sandbox.config import App, Config
from miro_sandbox.state import open_state
from tests.miro_client.world import NOW, FakeClock

SANDBOX = "http://sandbox.test"
BACK = "https://koosloome.example/miro/callback"


@dataclass
class SignIn:
    """An app of the sandbox, and what it takes to sign in with it."""

    oauth: MiroOAuth
    sessions: Callable[[], requests.Session]
    clock: FakeClock

    def answer(self, state: str, decision: str = "allow") -> str:
        """Where the consent page sends the person back to."""
        address = self.oauth.authorise_address(state)
        with self.sessions() as session:
            assert session.get(address).status_code == 200
            form = {
                "response_type": "code",
                "client_id": "client-1",
                "redirect_uri": BACK,
                "state": state,
                "name": "ada",
                "decision": decision,
            }
            answer = session.post(f"{SANDBOX}/oauth/authorize", data=form, allow_redirects=False)
        return answer.headers["Location"]

    def pair(self) -> TokenPair:
        """The tokens of a new sign-in."""
        state = self.oauth.new_state()
        return self.oauth.exchange(self.oauth.code_from(self.answer(state), state=state))

    def client(self, token: str) -> MiroClient:
        """A client with this token."""
        return MiroClient.connect(token=token, base_url=SANDBOX, session_factory=self.sessions)


@pytest.fixture
def sign_in() -> Iterator[SignIn]:
    """A sandbox that knows one app."""
    clock = FakeClock(NOW)
    state = open_state(None, clock=clock.now)
    config = Config(apps=(App("client-1", "secret-1", (BACK,)),))
    app = create_app(state, config=config, sleep=clock.sleep)

    def sessions() -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.mount(SANDBOX, WsgiAdapter(app, sleep=clock.sleep))
        return session

    oauth = MiroOAuth(
        "client-1",
        "secret-1",
        BACK,
        api_url=SANDBOX,
        consent_url=f"{SANDBOX}/oauth/authorize",
        session_factory=sessions,
        clock=clock,
        sleep=clock.sleep,
    )
    yield SignIn(oauth, sessions, clock)
    state.close()


def test_a_person_signs_in_and_the_token_is_theirs(sign_in: SignIn) -> None:
    pair = sign_in.pair()
    context = sign_in.client(pair.access_token.reveal()).token.context()
    assert context.user is not None
    assert context.user.id == pair.user_id
    assert pair.expires_at is not None
    assert 3_500 < pair.expires_at - NOW <= 3_600


def test_a_person_declines(sign_in: SignIn) -> None:
    with pytest.raises(SignInDeclined, match="access_denied"):
        sign_in.oauth.code_from(sign_in.answer("s", "deny"), state="s")


def test_a_code_works_once(sign_in: SignIn) -> None:
    code = sign_in.oauth.code_from(sign_in.answer("s"), state="s")
    sign_in.oauth.exchange(code)
    with pytest.raises(SignInRefused):
        sign_in.oauth.exchange(code)


def test_a_renewal_ends_the_old_pair(sign_in: SignIn) -> None:
    old = sign_in.pair()
    assert old.refresh_token is not None
    new = sign_in.oauth.refresh(old.refresh_token)
    sign_in.client(new.access_token.reveal()).boards.page()
    with pytest.raises(NotSignedIn):
        sign_in.client(old.access_token.reveal()).boards.page()
    with pytest.raises(SignInRefused):
        sign_in.oauth.refresh(old.refresh_token)


def test_an_expired_token_is_not_signed_in(sign_in: SignIn) -> None:
    pair = sign_in.pair()
    sign_in.clock.sleep(3_601)
    with pytest.raises(NotSignedIn):
        sign_in.client(pair.access_token.reveal()).boards.page()


def test_a_revoked_pair_is_dead_and_unknown(sign_in: SignIn) -> None:
    pair = sign_in.pair()
    sign_in.oauth.revoke(pair.access_token)
    with pytest.raises(NotSignedIn):
        sign_in.client(pair.access_token.reveal()).boards.page()
    with pytest.raises(NotFound):
        sign_in.oauth.revoke(pair.access_token)
