"""What the doors are told of a sign-in."""

from __future__ import annotations

from dataclasses import dataclass, field

from workshops.requests_answers import Account


@dataclass(frozen=True, kw_only=True)
class SignInPage:
    """Where to send a person, and the word that their answer must carry; keep it from others."""

    address: str = field(repr=False)
    state: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Who signed in. `team` is its name.

    `missing_scopes` is what the token may not do although it is needed; `outranked` tells that a
    token of the environment goes before this sign-in.
    """

    account: Account
    team: str | None
    missing_scopes: tuple[str, ...] = ()
    outranked: bool = False

    def as_json(self) -> dict[str, object]:
        """Give it for programs."""
        return {
            "account": self.account.id,
            "name": self.account.name,
            "team": {"id": self.account.team, "name": self.team},
            "world": self.account.world.value,
            "missing_scopes": list(self.missing_scopes),
        }


@dataclass(frozen=True, kw_only=True)
class SignedOut:
    """Who signed out, and what stays.

    `revoked` tells that Miro ended the token; `workshops` are still kept here; `environment` tells
    that a token of the environment still signs in.
    """

    account: Account
    revoked: bool
    workshops: int
    environment: bool

    def as_json(self) -> dict[str, object]:
        """Give it for programs."""
        return {
            "account": self.account.id,
            "name": self.account.name,
            "revoked": self.revoked,
            "workshops": self.workshops,
            "environment": self.environment,
        }
