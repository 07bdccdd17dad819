"""Sign-in with Miro: the authorisation code flow of OAuth 2.0."""

from __future__ import annotations

import random as random_numbers
import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from authlib.common.security import (  # type: ignore[import-untyped]  # ships no types
    generate_token,
)
from authlib.oauth2.auth import ClientAuth  # type: ignore[import-untyped]  # ships no types
from authlib.oauth2.rfc6749 import (  # type: ignore[import-untyped]  # ships no types
    MismatchingStateException,
    OAuth2Error,
)
from authlib.oauth2.rfc6749.parameters import (  # type: ignore[import-untyped]  # ships no types
    parse_authorization_code_response,
    prepare_grant_uri,
    prepare_token_request,
)

from miro_client import operations
from miro_client.addresses import MIRO_API, checked_address, checked_token
from miro_client.answers import Answer, JsonObject, Lost, Redact, error_body, read, settled
from miro_client.calls import FORM_TYPE, Call, call_of
from miro_client.clocks import SystemClock
from miro_client.errors import (
    ErrorFacts,
    InvalidArgument,
    Refused,
    SignInDeclined,
    SignInRefused,
    StateMismatch,
    TooManyRequests,
)
from miro_client.models.sign_in import TokenAnswer, TokenPair
from miro_client.operations import Operation
from miro_client.ports import Clock, Sleep
from miro_client.redaction import Secret, redactor
from miro_client.retrying import RetryPolicy, Try, repeatedly
from miro_client.sending import SessionFactory, Timeout, pooled_sessions, send

MIRO_CONSENT = "https://miro.com/oauth/authorize"
"""Where people give permission. Source: https://developers.miro.com/docs/getting-started-with-oauth."""

_STATE_LENGTH = 48


class MiroOAuth:
    """The sign-in of one app: its id and secret, and where Miro sends people back.

    Scopes are set with the app in Miro, not asked for here.

    Args:
        client_id: of the app.
        client_secret: of the app; goes out in the form, never in an address.
        redirect_uri: must be one of those set with the app.
        api_url: where the API is.
        consent_url: where people give permission.
        session_factory: makes a session; an in-process adapter can be mounted there.
        clock: epoch seconds.
        sleep: lets time pass between tries.
        random: between 0 and 1, for the jitter of waits.
        timeout: on every try.
        policy: what is sent again; an exchange or a renewal whose answer is lost never is.

    Raises:
        InvalidArgument: `api_url` isn't an http(s) address.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str | Secret,
        redirect_uri: str,
        *,
        api_url: str = MIRO_API,
        consent_url: str = MIRO_CONSENT,
        session_factory: SessionFactory | None = None,
        clock: Clock | None = None,
        sleep: Sleep = time.sleep,
        random: Callable[[], float] = random_numbers.random,
        timeout: Timeout = Timeout(),  # noqa: B008  # immutable
        policy: RetryPolicy = RetryPolicy(),  # noqa: B008  # immutable
    ) -> None:
        self._client_id = client_id
        self._client_secret = (
            client_secret if isinstance(client_secret, Secret) else Secret(client_secret)
        )
        self._redirect_uri = redirect_uri
        self._api_url, self._host = checked_address(api_url)
        self._consent_url = consent_url
        self._session_factory = session_factory or pooled_sessions()
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._random = random
        self._timeout = timeout
        self._policy = policy

    def new_state(self) -> str:
        """A word nobody can guess; keep it with the browser, and give it to `code_from`."""
        state: str = generate_token(_STATE_LENGTH)
        return state

    def authorise_address(self, state: str, *, team_id: str | None = None) -> str:
        """Where to send the person; `team_id` chooses a team beforehand.

        Raises:
            InvalidArgument: the state is empty.
        """
        address: str = prepare_grant_uri(
            self._consent_url,
            self._client_id,
            "code",
            redirect_uri=self._redirect_uri,
            state=_given("state", state),
            team_id=team_id,
        )
        return address

    def code_from(self, redirected: str, *, state: str) -> str:
        """The code in the address Miro sent the person back to.

        Args:
            redirected: the whole address, or its path and query.
            state: the one this sign-in began with.

        Raises:
            InvalidArgument: the state is empty.
            StateMismatch: the answer belongs to another sign-in.
            SignInDeclined: the person said no, or there is no code.
        """
        expected = _given("state", state)
        try:
            found = parse_authorization_code_response(redirected, expected)
        except MismatchingStateException:
            raise StateMismatch from None
        except (OAuth2Error, ValueError):
            raise SignInDeclined(_reason_in(redirected)) from None
        code: str = found["code"]
        return code

    def exchange(self, code: str) -> TokenPair:
        """Gives the tokens for a code; a code works once, for ten minutes.

        Raises:
            SignInRefused: the code, the app's id or its secret isn't accepted.
            OutcomeUnknown: the answer was lost; start the sign-in again.
            MiroError: any other.
        """
        form: str = prepare_token_request(
            "authorization_code", redirect_uri=self._redirect_uri, code=_given("code", code)
        )
        return self._tokens(operations.EXCHANGE_CODE, form, secrets=(code,))

    def refresh(self, refresh_token: str | Secret) -> TokenPair:
        """Gives a new pair; the old access token and refresh token stop working at once.

        Source: https://developers.miro.com/reference/oauth-20-authorization-v2.

        Raises:
            SignInRefused: the refresh token isn't accepted; the account must be connected again.
            OutcomeUnknown: the answer was lost, and with it perhaps the new pair.
            MiroError: any other.
        """
        old = _given("refresh_token", _revealed(refresh_token))
        form: str = prepare_token_request("refresh_token", refresh_token=old)
        return self._tokens(operations.REFRESH_TOKEN, form, secrets=(old,))

    def revoke(self, access_token: str | Secret) -> None:
        """Ends a pair of tokens; the app stays installed.

        Raises:
            NotFound: Miro doesn't know the token.
            SandboxTokenRefused: a sandbox token towards Miro's own host.
            MiroError: any other.
        """
        token = checked_token(_revealed(access_token), self._host).reveal()
        secret = self._client_secret.reveal()
        body = {"accessToken": token, "clientId": self._client_id, "clientSecret": secret}
        self._sent(call_of(operations.REVOKE_TOKEN, body=body), (token, secret))

    def _tokens(self, operation: Operation, form: str, *, secrets: tuple[str, ...]) -> TokenPair:
        call = self._signed(operation, form)
        answer = self._sent(call, (*secrets, self._client_secret.reveal()))
        return read(call, answer, TokenAnswer).pair(answer.received_at)

    def _signed(self, operation: Operation, form: str) -> Call:
        """Adds id and secret to the form, where Miro's documents want them."""
        auth = ClientAuth(self._client_id, self._client_secret.reveal(), "client_secret_post")
        _, _, body = auth.prepare(operation.method, operation.path, {}, form)
        return Call(
            operation=operation,
            path=operation.path,
            credits=0,
            content=body.encode(),
            content_type=FORM_TYPE,
        )

    def _sent(self, call: Call, secrets: tuple[str, ...]) -> Answer:
        redact = redactor(*secrets)

        def attempt(this: Try) -> Answer:
            with self._session_factory() as session:
                outcome = send(
                    session,
                    self._api_url,
                    call,
                    token=None,
                    timeout=self._timeout,
                    clock=self._clock,
                )
            return _settled_sign_in(call, outcome, redact, this)

        return repeatedly(
            attempt,
            policy=self._policy,
            clock=self._clock,
            sleep=self._sleep,
            random=self._random,
        )


def _settled_sign_in(call: Call, outcome: Answer | Lost, redact: Redact, this: Try) -> Answer:
    try:
        return settled(call, outcome, redact, doubt=this.doubt)
    except TooManyRequests:
        raise
    except Refused as refused:
        body = error_body(outcome) if isinstance(outcome, Answer) else {}
        facts = _oauth_facts(refused.facts, body, redact)
        if call.operation is operations.REVOKE_TOKEN:
            raise
    raise SignInRefused(facts)


def _oauth_facts(facts: ErrorFacts, body: JsonObject, redact: Redact) -> ErrorFacts:
    """Reads an OAuth error body (RFC 6749 5.2); a body of Miro's own kind is already read."""
    error, description = body.get("error"), body.get("error_description")
    return replace(
        facts,
        code=redact(error)[:100] if isinstance(error, str) else facts.code,
        message=redact(description)[:500] if isinstance(description, str) else facts.message,
    )


def _given(name: str, value: str) -> str:
    if not value or not value.isascii() or not value.isprintable():
        raise InvalidArgument(name, "it is empty or holds characters no token has")
    return value


def _revealed(token: str | Secret) -> str:
    return token.reveal() if isinstance(token, Secret) else token


def _reason_in(redirected: str) -> str:
    """Miro's word for why there is no code, cut short: it comes from an address."""
    try:
        reasons = parse_qs(urlsplit(redirected).query).get("error", [])
    except ValueError:
        reasons = []
    return reasons[0][:80] if reasons else "no code in its answer"
