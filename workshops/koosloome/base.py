# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""What every part of the product's face stands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from board_templates.library import Library
    from board_templates.shared_texts import SharedTexts
    from miro_sandbox.state import State
    from workshops.requests_answers import Account
    from workshops.sandbox_wish import SandboxWish
    from workshops.settings import Settings
    from workshops.wiring.sandbox import Sandbox
    from workshops.wiring.wires import Wires
    from workshops.worlds import World


class Face:
    """The wires, and who acts."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires

    @property
    def settings(self) -> Settings:
        """What was set from outside."""
        return self._wires.settings

    @property
    def library(self) -> Library:
        """The methods there are."""
        return self._wires.library

    @property
    def shared(self) -> SharedTexts:
        """The texts and rules all methods share."""
        return self._wires.library.shared

    def secret_key(self) -> str:
        """Return the key of cookies and links; made and kept on a machine of one person."""
        return self._wires.key

    def sandbox_state(self) -> State:
        """Return the state of our local Miro, for those who show its boards."""
        return self._wires.sandbox.state

    def serve_sandbox(
        self, host: str, port: int, wish: SandboxWish, ready: Callable[[str], None]
    ) -> None:
        """Answer as Miro would on a port, until interrupted; `ready` is told the open address.

        Boards are linked to the public address that was set, else to where they were called.
        Raises `InputFaults` for a wish that cannot be read, and `OSError` when the port is not to
        be had.
        """
        public_url = self.settings.public_url if self.settings.public_is_given else ""
        self._wires.sandbox.serve(host, port, wish, public_url=public_url, ready=ready)

    def sandbox(self) -> Sandbox:
        """Return our local Miro: its `state` and its WSGI `app`, for those who show or serve it."""
        return self._wires.sandbox

    def world(self) -> World:
        """Return the world that commands mean."""
        return self._wires.people.world()

    def account(self) -> Account:
        """Return the person of this machine. Raises `NeedsSignIn`."""
        from workshops.people import account_of

        return account_of(self._wires.people.me())

    def account_by_id(self, account_id: str) -> Account:
        """Return an account. Raises `NotSignedIn` when there is none."""
        from workshops.people import account_of

        return account_of(self._wires.people.get(account_id))

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._wires.clock.now(), UTC)
