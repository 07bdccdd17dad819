"""The verbs of a person's sign-in with Miro: by a token, through Miro's consent page, and out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.sign_in import TokenPair
from miro_client.oauth import MiroOAuth
from miro_client.redaction import Secret
from workshops.errors import InputFaults, KoosloomeError, NotSignedIn, SandboxTokenElsewhere
from workshops.faults import N_, InputFault
from workshops.marks import new_id
from workshops.miro_errors import meant
from workshops.people import LOGIN, PERSON, account_of, is_login
from workshops.ports import Chance, Store
from workshops.records import AccountRecord
from workshops.secrets_at_rest import Vault
from workshops.settings import Settings
from workshops.sign_in_answers import SignedIn, SignedOut, SignInPage
from workshops.whose_token import missing_scopes, whose
from workshops.worlds import MIRO_API, World, is_miro_itself, is_sandbox_token

LONGEST_NAME = 200

DECLINED = N_("Permission was not given in Miro.")
STRANGE = N_("The answer belongs to another sign-in; begin again.")
NOBODY = N_("Miro does not say whose token it is.")


@dataclass(frozen=True, kw_only=True)
class Ports:
    """How Miro is reached for a sign-in.

    `visit` opens a client for a token that is not stored; `oauth` is the app's own sign-in with
    an address to come back to; `access` is the stored account's token, renewed where needed.
    """

    visit: Callable[[str], MiroClient]
    oauth: Callable[[str], MiroOAuth]
    access: Callable[[AccountRecord], str]


class SignIn:
    """Signs people in and out. A token is stored only after Miro said whose it is."""

    def __init__(
        self,
        *,
        settings: Settings,
        store: Store,
        vault: Callable[[], Vault],
        ports: Ports,
        chance: Chance,
    ) -> None:
        self._settings = settings
        self._store = store
        self._vault = vault
        self._ports = ports
        self._chance = chance

    @property
    def _server(self) -> str:
        return self._settings.api_url or MIRO_API

    def with_token(self, token: str) -> SignedIn:
        """Store the token of this machine's person.

        Raises `InputFaults` for what cannot be a token, `NotSignedIn` when Miro does not accept it,
        `SandboxTokenElsewhere`, `MiroUnreachable`.
        """
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            sentence = N_("an access token is one word without spaces")
            raise InputFaults(faults=(InputFault(field="token", code="token", sentence=sentence),))
        if is_sandbox_token(token) and is_miro_itself(self._settings.api_url):
            raise SandboxTokenElsewhere
        pair = TokenPair(
            access_token=Secret(token),
            refresh_token=None,
            expires_at=None,
            scope=(),
            user_id=None,
            team_id=None,
        )
        return self._kept(pair, machine=True)

    def page(self, redirect_uri: str) -> SignInPage:
        """Return Miro's consent page and the word that proves the answer is to it.

        Raises `InputFaults` when no app is set up.
        """
        oauth = self._ports.oauth(redirect_uri)
        state = oauth.new_state()
        return SignInPage(address=oauth.authorise_address(state), state=state)

    def back(
        self, redirected: str, *, state: str, redirect_uri: str, machine: bool = False
    ) -> SignedIn:
        """Finish the sign-in with the address Miro sent the person back to, and store it.

        `machine` makes it the sign-in of this machine's person, in the place of any other.
        Raises `NotSignedIn` when permission was not given or the answer is not to this `state`.
        """
        oauth = self._ports.oauth(redirect_uri)
        try:
            code = oauth.code_from(redirected, state=state)
        except miro.StateMismatch:
            raise NotSignedIn(reason=STRANGE) from None
        except miro.SignInDeclined:
            raise NotSignedIn(reason=DECLINED) from None
        with meant():
            pair = oauth.exchange(code)
        return self._kept(pair, machine=machine)

    def out(self) -> SignedOut | None:
        """Sign this machine's person out; null when nobody is signed in.

        The token is ended at Miro where an app is set up, and removed here in any case.
        """
        logins = [login for login in self._logins() if login.server == self._server]
        if not logins:
            return None
        revoked = [self._revoked(login) for login in logins]
        for login in logins:
            self._store.accounts.keep_secret(login.id, None, None)
        return SignedOut(
            account=account_of(logins[0]),
            revoked=all(revoked),
            workshops=sum(len(self._store.workshops.of([login.id])) for login in logins),
            environment=self._settings.token is not None,
        )

    def _kept(self, pair: TokenPair, *, machine: bool) -> SignedIn:
        access = pair.access_token.reveal()
        with self._ports.visit(access) as client:
            context = whose(client)
        user = context.user or context.created_by
        if user is None or user.id is None:
            raise NotSignedIn(reason=NOBODY)
        refresh = pair.refresh_token.reveal() if pair.refresh_token else None
        fresh = AccountRecord(
            id=new_id("a", self._chance),
            world=World.MIRO,
            key=sign_in_key(self._server, user.id, machine=machine),
            server=self._server,
            name=(user.name or "Miro")[:LONGEST_NAME],
            miro_user=user.id,
            team=context.team.id if context.team else pair.team_id,
            secret=self._vault().close(access, refresh),
            expires_at=pair.expires_at,
        )
        kept = self._store.accounts.keep_sign_in(fresh)
        if machine:
            self._only(kept)
        return SignedIn(
            account=account_of(kept),
            team=context.team.name if context.team else None,
            missing_scopes=missing_scopes(context),
            outranked=machine and self._settings.token is not None,
        )

    def _only(self, kept: AccountRecord) -> None:
        """Remove what else was signed in on this machine at the same server."""
        for other in self._logins():
            if other.id != kept.id and other.server == kept.server:
                self._store.accounts.keep_secret(other.id, None, None)

    def _logins(self) -> list[AccountRecord]:
        return [kept for kept in self._store.accounts.signed_in(World.MIRO) if is_login(kept)]

    def _revoked(self, login: AccountRecord) -> bool:
        """End a token at Miro; tell whether that is certain."""
        if self._settings.client_id is None or self._settings.client_secret is None:
            return False
        try:
            access = self._ports.access(login)
            self._ports.oauth("").revoke(access)
        except (miro.MiroError, KoosloomeError):
            return False
        return True


def sign_in_key(server: str, user: str, *, machine: bool) -> str:
    """Return what finds a person's sign-in again, apart on this machine and in the service."""
    found = hashlib.sha256(f"{server}\0{user}".encode()).hexdigest()[:40]
    return f"{LOGIN if machine else PERSON}{found}"
