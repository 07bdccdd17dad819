"""Run as a process of its own: makes a board and dies without a word at the call it is told."""

from __future__ import annotations

import os
import signal
import sys
import time

from miro_client.ports import CallFacts
from workshops.requests_answers import CreateRequest
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


def main() -> None:
    """Arguments: the operation and which of its answers is the last thing that happens."""
    operation, number = sys.argv[1], int(sys.argv[2])
    seen = 0

    def die(facts: CallFacts) -> None:
        nonlocal seen
        seen += facts.operation == operation
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)

    values = {"issue": "Kuidas parandada kaasamist?"}
    with open_koosloome(load_settings(), on_call=die) as product:
        product.create(product.account(), CreateRequest(method="stakeholder-map", values=values))


if __name__ == "__main__":
    main()
