"""The tokens of a sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ConfigDict

from miro_client.models.base import Id, Number, Text, Texts, WireModel
from miro_client.redaction import Secret


@dataclass(frozen=True, slots=True)
class TokenPair:
    """An access token and what renews it.

    Attributes:
        access_token: what calls are signed with.
        refresh_token: renews the pair, once; None for apps whose tokens don't expire.
        expires_at: epoch seconds; None when Miro doesn't say.
        scope: what the token may do.
        user_id: whose it is.
        team_id: where the app was installed.
    """

    access_token: Secret
    refresh_token: Secret | None
    expires_at: float | None
    scope: tuple[str, ...]
    user_id: str | None
    team_id: str | None


class TokenAnswer(WireModel):
    """What the token endpoint gives; ids and numbers come as numbers or as text.

    Its fields are in snake case on the wire, unlike all other answers.
    Source: https://developers.miro.com/reference/get-new-access-token-using-refresh-token.
    """

    model_config = ConfigDict(alias_generator=None)

    access_token: Id
    refresh_token: Text = None
    expires_in: Number = None
    scope: Texts = ()
    user_id: Text = None
    team_id: Text = None

    def __repr__(self) -> str:
        """Hides the tokens."""
        return "TokenAnswer([hidden])"

    __str__ = __repr__

    def pair(self, received_at: float) -> TokenPair:
        """The tokens, hidden from print, with the time they expire."""
        return TokenPair(
            access_token=Secret(self.access_token),
            refresh_token=Secret(self.refresh_token) if self.refresh_token else None,
            expires_at=None if self.expires_in is None else received_at + self.expires_in,
            scope=self.scope,
            user_id=self.user_id,
            team_id=self.team_id,
        )
