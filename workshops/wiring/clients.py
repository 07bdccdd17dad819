"""Clients for accounts: which server, which token, one budget, and who is told of the calls."""

from __future__ import annotations

from collections.abc import Callable

from miro_client.client import MiroClient
from miro_client.ports import CallFacts, TokenSource
from miro_client.retrying import RetryPolicy
from miro_client.sending import SessionFactory, Timeout, pooled_sessions
from miro_client.token_sources import BearerToken
from workshops.errors import NotSignedIn, SandboxTokenElsewhere
from workshops.metering import Meter
from workshops.pacing import SharedPacer
from workshops.people import token_key
from workshops.ports import Clock, Sleep, Store
from workshops.records import AccountRecord
from workshops.secrets_at_rest import Vault
from workshops.settings import Settings
from workshops.token_sources import StoredTokens
from workshops.wiring.app import App
from workshops.wiring.sandbox import ADDRESS
from workshops.workbench import TIME_OUT
from workshops.worlds import SANDBOX_TOKEN, World, is_miro_itself, is_sandbox_token

CONNECT_SECONDS = 10.0

OnCall = Callable[[CallFacts], None]


class Clients:
    """Opens clients; `sessions` and `vault` are asked for only where they are needed."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        sessions: Callable[[], SessionFactory],
        vault: Callable[[], Vault],
        clock: Clock,
        sleep: Sleep,
        on_call: OnCall | None,
        app: App,
    ) -> None:
        self._settings = settings
        self._store = store
        self._sessions = sessions
        self._vault = vault
        self._clock = clock
        self._sleep = sleep
        self._on_call = on_call
        self._app = app

    def connect(
        self,
        account: AccountRecord,
        meter: Meter | None = None,
        /,
        *,
        policy: RetryPolicy = RetryPolicy(),  # noqa: B008  # immutable
    ) -> MiroClient:
        """Return a client for an account.

        Raises `NotSignedIn` or `SandboxTokenElsewhere`.
        """
        sandbox = account.world is World.SANDBOX
        return MiroClient.connect(
            token=self._tokens(account),
            base_url=ADDRESS if sandbox else account.server,
            session_factory=self._sessions() if sandbox else pooled_sessions(),
            pacer=SharedPacer(
                account.id,
                self._store.budgets,
                self._clock,
                self._sleep,
                meter.listen if meter else None,
            ),
            clock=self._clock,
            sleep=self._sleep,
            timeout=Timeout(CONNECT_SECONDS, TIME_OUT),
            policy=policy,
            on_call=self._observer(meter),
        )

    def _tokens(self, account: AccountRecord) -> TokenSource:
        if account.world is World.SANDBOX:
            return BearerToken(f"{SANDBOX_TOKEN}{account.name}")
        if account.secret is not None:
            return self.stored_tokens(account)
        return BearerToken(self._token_of(account))

    def stored_tokens(self, account: AccountRecord) -> StoredTokens:
        """Return the tokens of a person who signed in, renewed by the app that is set up."""
        return StoredTokens(
            account.id,
            self._store.accounts,
            self._vault(),
            refresh=self._app.refresh,
            clock=self._clock,
        )

    def _token_of(self, account: AccountRecord) -> str:
        """Return the token of the environment, if it is this account's, or this person's."""
        token = self._settings.token
        if token is None:
            raise NotSignedIn
        if is_sandbox_token(token) and is_miro_itself(account.server):
            raise SandboxTokenElsewhere
        if token_key(account.server, token) == account.key:
            return token
        present = self._store.accounts.by_key(World.MIRO, token_key(account.server, token))
        if present is None or present.miro_user is None or present.miro_user != account.miro_user:
            raise NotSignedIn
        return token

    def _observer(self, meter: Meter | None) -> OnCall:
        def tell(facts: CallFacts) -> None:
            if meter is not None:
                meter.count(facts)
            if self._on_call is not None:
                self._on_call(facts)

        return tell
