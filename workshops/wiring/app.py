"""Our app in Miro: its sign-in, renewals, and a look at whose a token is."""

from __future__ import annotations

from miro_client.client import MiroClient
from miro_client.oauth import MIRO_CONSENT, MiroOAuth
from miro_client.retrying import RetryPolicy
from miro_client.sending import Timeout
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.ports import Clock, Sleep
from workshops.settings import Settings
from workshops.token_sources import Refresh
from workshops.worlds import MIRO_API, is_miro_itself

# A renewal holds the account's row, in SQLite the whole file; others wait for it at most 30 s.
RENEWAL = Timeout(5.0, 15.0)
ONCE = RetryPolicy(attempts=1, attempts_when_limited=1)
VISIT = Timeout(10.0, 30.0)
FEW = RetryPolicy(attempts=2, attempts_when_limited=2)


class App:
    """The app that the settings name."""

    def __init__(self, settings: Settings, clock: Clock, sleep: Sleep) -> None:
        self._settings = settings
        self._clock = clock
        self._sleep = sleep

    @property
    def _server(self) -> str:
        return self._settings.api_url or MIRO_API

    @property
    def consent_page(self) -> str:
        """Where people give permission: Miro's page, elsewhere the same path at the API."""
        api_url = self._settings.api_url
        return MIRO_CONSENT if is_miro_itself(api_url) else f"{api_url}/oauth/authorize"

    def oauth(self, redirect_uri: str) -> MiroOAuth:
        """Return the app's sign-in.

        Raises `InputFaults` that name what is not set.
        """
        settings = self._settings
        if settings.client_id is None or settings.client_secret is None:
            raise InputFaults(faults=tuple(self._missing()))
        return MiroOAuth(
            settings.client_id,
            settings.client_secret.get_secret_value(),
            redirect_uri,
            api_url=self._server,
            consent_url=self.consent_page,
            clock=self._clock,
            sleep=self._sleep,
            timeout=RENEWAL,
            policy=ONCE,
        )

    @property
    def refresh(self) -> Refresh | None:
        """Return what trades a refresh token, null where no app is set up."""
        if self._settings.client_id is None or self._settings.client_secret is None:
            return None
        return self.oauth("").refresh

    def visit(self, token: str) -> MiroClient:
        """Return a client for a token that nobody stored."""
        return MiroClient.connect(
            token=token,
            base_url=self._server,
            clock=self._clock,
            sleep=self._sleep,
            timeout=VISIT,
            policy=FEW,
        )

    def _missing(self) -> list[InputFault]:
        given = {
            "MIRO_CLIENT_ID": self._settings.client_id,
            "MIRO_CLIENT_SECRET": self._settings.client_secret,
        }
        sentence = N_("signing in through Miro's page needs the app's id and secret: set it")
        return [
            InputFault(field=name, code="app", sentence=sentence)
            for name, value in given.items()
            if value is None
        ]
