"""What every page and call needs at hand, kept with the application."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from board_templates.plan import Plan
from service.briefs.samples import Examples
from service.config import ServiceConfig
from service.kept import Kept
from workshops.koosloome import Koosloome
from workshops.ports import Clock
from workshops.worlds import World

EXTENSION = "koosloome"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What the product does, and what this service was told.

    `destinations` are the pages people come back to after signing in, by the state of the sign-in:
    a form filled in is longer than a cookie may be.
    """

    k: Koosloome
    config: ServiceConfig
    clock: Clock
    pictures: Kept[bytes]
    plans: Kept[Plan | None]
    examples: Examples
    destinations: Kept[str]

    @property
    def in_sandbox(self) -> bool:
        """Tell whether boards are made in the sandbox; where people sign in they never are."""
        return not self.config.sign_in and self.k.world() is World.SANDBOX


def desk() -> Desk:
    """Return the desk of the application that answers."""
    found: Desk = current_app.extensions[EXTENSION]
    return found
