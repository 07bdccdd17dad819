"""Who acts: the person of this machine, stored accounts, and which workshops are theirs."""

from __future__ import annotations

import hashlib

from workshops.connecting import Connect
from workshops.errors import NobodySignedIn, NotSignedIn, SandboxTokenElsewhere
from workshops.marks import new_id
from workshops.ports import AccountStore, Chance
from workshops.records import AccountRecord
from workshops.requests_answers import Account
from workshops.settings import Settings
from workshops.worlds import (
    MIRO_API,
    SANDBOX_TOKEN,
    World,
    decide_world,
    is_miro_itself,
    is_sandbox_token,
)

SANDBOX_SERVER = "sandbox"
NOBODY_NAMED = "me"
LOGIN = "login:"  # begins the key of a sign-in of this machine's person
PERSON = "person:"  # begins the key of a person who signed in to the service


class People:
    """Accounts by what the settings and the store say."""

    def __init__(
        self, settings: Settings, accounts: AccountStore, chance: Chance, connect: Connect
    ) -> None:
        self._settings = settings
        self._accounts = accounts
        self._chance = chance
        self._connect = connect

    def world(self) -> World:
        """Return the world that commands mean."""
        settings = self._settings
        return decide_world(
            wish=settings.world,
            token=settings.token,
            api_url=settings.api_url,
            signed_in=bool(self._logins_here()),
        )

    def me(self) -> AccountRecord:
        """Return the person of this machine in that world.

        Raises `NobodySignedIn` without a token or a login, `SandboxTokenElsewhere` when the token
        is the sandbox's and the address Miro's.
        """
        return self._sandbox_person() if self.world() is World.SANDBOX else self._miro_person()

    def get(self, account: str) -> AccountRecord:
        """Return an account.

        Raises `NotSignedIn` when there is no such account.
        """
        kept = self._accounts.get(account)
        if kept is None:
            raise NotSignedIn
        return kept

    def acting_for(self, account: Account, *, ask_miro: bool = False) -> tuple[str, ...]:
        """Return the accounts whose workshops are this person's.

        The same person in Miro under another token is the same person; with `ask_miro` Miro is
        asked who a token is, unless that is known. The person of this machine has accounts in both
        worlds; people who signed in to the service have none of them.
        """
        kept = self.get(account.id)
        own = {kept.id, *self._same_person(kept)}
        if not kept.key.startswith(PERSON):
            machine = self._of_machine(ask_miro=ask_miro)
            own |= {entry for other in machine for entry in self._same_person(other)}
        return tuple(sorted(own))

    def _same_person(self, kept: AccountRecord) -> set[str]:
        if kept.world is World.SANDBOX or kept.miro_user is None:
            return {kept.id}
        return {kept.id} | {
            other.id for other in self._accounts.of_user(kept.server, kept.miro_user)
        }

    def identified(self, account: str) -> AccountRecord:
        """Return an account with its person in Miro; Miro is asked when that is not known yet.

        A person is known from the first board they make; on boards of others nobody said it.
        Raises `NotSignedIn` and what reaching Miro raises.
        """
        return self._identified(self.get(account))

    def _of_machine(self, *, ask_miro: bool) -> list[AccountRecord]:
        machine = [self._sandbox_person()]
        token = self._settings.token
        if token is not None and not self._in_process(token):
            person = self._token_person(token)
            asked = ask_miro and not self._leaks(token)
            machine.append(self._identified(person) if asked else person)
        return machine + self._logins()

    def _identified(self, kept: AccountRecord) -> AccountRecord:
        if kept.miro_user is not None:
            return kept
        from workshops.miro_errors import meant  # noqa: PLC0415  # heavy, only where Miro is asked

        with meant(), self._connect(kept) as client:
            context = client.token.context()
        self._accounts.learn(
            kept.id,
            miro_user=context.user.id if context.user else None,
            team=context.team.id if context.team else None,
        )
        return self.get(kept.id)

    def _sandbox_person(self) -> AccountRecord:
        token = self._settings.token
        mine = token is not None and self._in_process(token)
        name = str(token).removeprefix(SANDBOX_TOKEN) if mine else NOBODY_NAMED
        return self._ensure(World.SANDBOX, key=name, server=SANDBOX_SERVER, name=name)

    def _in_process(self, token: str) -> bool:
        return is_sandbox_token(token) and self._settings.api_url is None

    def _miro_person(self) -> AccountRecord:
        token = self._settings.token
        if token is not None:
            if self._leaks(token):
                raise SandboxTokenElsewhere
            return self._token_person(token)
        stored = self._logins_here()
        if not stored:
            raise NobodySignedIn
        return stored[0]

    def _logins(self) -> list[AccountRecord]:
        return [kept for kept in self._accounts.signed_in(World.MIRO) if is_login(kept)]

    def _logins_here(self) -> list[AccountRecord]:
        """Return the sign-ins at the server of the settings; a token goes to no other server."""
        server = self._settings.api_url or MIRO_API
        return [kept for kept in self._logins() if kept.server == server]

    def _leaks(self, token: str) -> bool:
        return is_sandbox_token(token) and is_miro_itself(self._settings.api_url)

    def _token_person(self, token: str) -> AccountRecord:
        server = self._settings.api_url or MIRO_API
        name = token.removeprefix(SANDBOX_TOKEN) if is_sandbox_token(token) else "Miro"
        return self._ensure(World.MIRO, key=token_key(server, token), server=server, name=name)

    def _ensure(self, world: World, *, key: str, server: str, name: str) -> AccountRecord:
        fresh = AccountRecord(
            id=new_id("a", self._chance), world=world, key=key, server=server, name=name
        )
        return self._accounts.ensure(fresh)


def token_key(server: str, token: str) -> str:
    """Return what finds the account of an access token again, and tells nothing of the token."""
    return "token:" + hashlib.sha256(f"{server}\0{token}".encode()).hexdigest()[:40]


def is_login(record: AccountRecord) -> bool:
    """Tell whether an account is a sign-in of this machine's person, by `koosloome login`.

    People who signed in to the service are others: no command acts for them.
    """
    return record.key.startswith(LOGIN)


def account_of(record: AccountRecord) -> Account:
    """Return an account as the doors see it."""
    return Account(
        id=record.id,
        world=record.world,
        name=record.name,
        miro_user=record.miro_user,
        team=record.team,
    )
