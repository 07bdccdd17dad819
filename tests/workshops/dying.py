"""Run as a process of its own: makes a board and dies without a word at the call it is told."""

from __future__ import annotations

import os
import secrets
import signal
import sys
import time

from miro_client.ports import CallFacts
from tests.workshops.conftest import sandbox_read_as
from tests.workshops.readings import READINGS
from workshops.clocks import WallClock
from workshops.koosloome import Koosloome
from workshops.requests_answers import CreateRequest
from workshops.settings import load_settings
from workshops.wiring.wires import Wires


def main() -> None:
    """Arguments: the reading, the operation and which of its answers is the last that happens."""
    reading, operation, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
    seen = 0

    def die(facts: CallFacts) -> None:
        nonlocal seen
        seen += facts.operation == operation
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)

    values = {"issue": "Kuidas parandada kaasamist?"}
    wires = Wires(
        load_settings(),
        clock=WallClock(),
        sleep=time.sleep,
        chance=secrets.token_bytes,
        on_call=die,
    )
    wires.sandbox = sandbox_read_as(READINGS[reading], wires)
    with Koosloome(wires) as product:
        product.create(product.account(), CreateRequest(method="stakeholder-map", values=values))


if __name__ == "__main__":
    main()
