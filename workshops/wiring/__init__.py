"""The one place that constructs things."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from workshops.clocks import WallClock
from workshops.koosloome import Koosloome
from workshops.wiring.wires import Wires

if TYPE_CHECKING:
    from workshops.ports import Chance, Clock, Sleep
    from workshops.settings import Settings
    from workshops.wiring.clients import OnCall


def open_koosloome(
    settings: Settings,
    *,
    clock: Clock | None = None,
    sleep: Sleep = time.sleep,
    random: Chance = secrets.token_bytes,
    on_call: OnCall | None = None,
) -> Koosloome:
    """Return the product, wired for these settings; a context manager. Nothing is opened yet."""
    wires = Wires(settings, clock=clock or WallClock(), sleep=sleep, chance=random, on_call=on_call)
    return Koosloome(wires)
