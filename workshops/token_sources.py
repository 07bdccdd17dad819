"""Where a client gets its token from: the environment, the sandbox's persons, stored accounts."""

from __future__ import annotations

from workshops.errors import NotSignedIn
from workshops.faults import N_
from workshops.ports import AccountStore
from workshops.secrets_at_rest import Vault


class StoredTokens:
    """The client's token source over an account's encrypted token pair.

    A pair that another process has renewed meanwhile is used; renewing one here comes with
    signing in.
    """

    def __init__(self, account: str, accounts: AccountStore, vault: Vault) -> None:
        self._account = account
        self._accounts = accounts
        self._vault = vault

    def token(self) -> str:
        """Return the access token.

        Raises `NotSignedIn` when there is none, or the person must connect again.
        """
        kept = self._accounts.get(self._account)
        if kept is None or kept.secret is None or kept.connect_again:
            raise NotSignedIn
        pair = self._vault.open(kept.secret)
        if pair is None:
            raise NotSignedIn(reason=N_("The stored token cannot be read with this key."))
        return pair[0]

    def renewed(self, *, after: str) -> str | None:
        """Return a token that replaced `after`, null if none did."""
        present = self.token()
        return present if present != after else None
