"""What the verbs need to speak to Miro: a client for an account, told of every call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # whoever only lists what is kept opens no client
    from miro_client.client import MiroClient
    from workshops.metering import Meter
    from workshops.records import AccountRecord


class Connect(Protocol):
    """Opens a client for an account; close it after use."""

    def __call__(self, account: AccountRecord, meter: Meter | None = None, /) -> MiroClient:
        """Return a client, not connected yet.

        Raises `NotSignedIn` when there is no token for the account.
        """
        ...
