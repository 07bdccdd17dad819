"""Where a client gets its token from when a person signed in: the stored pair, renewed in time."""

from __future__ import annotations

from collections.abc import Callable

from miro_client import errors as miro
from miro_client.models.sign_in import TokenPair
from workshops.errors import NotSignedIn
from workshops.faults import N_
from workshops.miro_errors import meaning
from workshops.ports import AccountStore, Clock
from workshops.records import AccountRecord
from workshops.secrets_at_rest import Vault

SPARE_SECONDS = 30.0
NEVER_RENEWED = frozenset({"invalid_client", "unauthorized_client"})

CONNECT_AGAIN = N_("The stored sign-in has ended; connect again.")
OUTCOME_UNKNOWN = N_(
    "Miro's answer to the renewal of the sign-in was lost, so the stored one can't be trusted; "
    "connect again."
)
UNREADABLE = N_("The stored token cannot be read with this key.")
NO_APP = N_("The sign-in has to be renewed, and MIRO_CLIENT_ID and MIRO_CLIENT_SECRET are not set.")

Refresh = Callable[[str], TokenPair]
"""Trade a refresh token for a new pair, once; raises the client's errors."""


class StoredTokens:
    """The client's token source over an account's encrypted token pair.

    Threads and processes that find the token ended at the same time use one renewal: the account's
    row is locked, read again, and a pair that somebody else fetched meanwhile is taken. The new
    pair is committed before anybody uses it. `refresh` is null where no app is set up.
    """

    def __init__(
        self,
        account: str,
        accounts: AccountStore,
        vault: Vault,
        *,
        refresh: Refresh | None,
        clock: Clock,
    ) -> None:
        self._account = account
        self._accounts = accounts
        self._vault = vault
        self._refresh = refresh
        self._clock = clock

    def token(self) -> str:
        """Return the access token, renewed when it is about to end.

        Raises `NotSignedIn` when there is none, or the person must connect again.
        """
        kept = self._accounts.get(self._account)
        access, refresh = self._pair(kept)
        if refresh is None or kept is None or not self._ends(kept):
            return access
        return self.renewed(after=access) or access

    def renewed(self, *, after: str) -> str | None:
        """Return a token that replaced `after`; null when it cannot be renewed at all.

        Raises `NotSignedIn` when the person must connect again, and the client's errors when
        nothing came of it and it may be tried again.
        """
        with self._accounts.locked(self._account) as held:
            access, refresh = self._pair(held.record if held else None)
            if held is None or access != after or refresh is None:
                return access if access != after else None
            fresh = self._fresh(refresh)
            if isinstance(fresh, TokenPair):
                held.keep_secret(self._closed(fresh), fresh.expires_at)
            else:
                held.connect_again()
        if isinstance(fresh, TokenPair):
            return fresh.access_token.reveal()
        raise NotSignedIn(reason=fresh)

    def _fresh(self, refresh: str) -> TokenPair | str:
        """Return the new pair, or why the person must connect again."""
        if self._refresh is None:
            raise NotSignedIn(reason=NO_APP)
        try:
            return self._refresh(refresh)
        except miro.OutcomeUnknown:
            return OUTCOME_UNKNOWN
        except miro.SignInRefused as refused:
            if refused.code in NEVER_RENEWED:
                raise meaning(refused) from refused
            return CONNECT_AGAIN

    def _pair(self, kept: AccountRecord | None) -> tuple[str, str | None]:
        if kept is None or kept.secret is None:
            raise NotSignedIn
        if kept.connect_again:
            raise NotSignedIn(reason=CONNECT_AGAIN)
        pair = self._vault.open(kept.secret)
        if pair is None:
            raise NotSignedIn(reason=UNREADABLE)
        return pair

    def _closed(self, pair: TokenPair) -> bytes:
        refresh = pair.refresh_token.reveal() if pair.refresh_token else None
        return self._vault.close(pair.access_token.reveal(), refresh)

    def _ends(self, kept: AccountRecord) -> bool:
        return kept.expires_at is not None and kept.expires_at - self._clock.now() < SPARE_SECONDS
