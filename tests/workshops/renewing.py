"""Run as a process of its own: renews a stored token when it is told to, and says which it got."""

from __future__ import annotations

import hashlib
import secrets
import sys
import time

from workshops.clocks import WallClock
from workshops.settings import load_settings
from workshops.wiring.wires import Wires


def main() -> None:
    """Argument: the account. Says `ready`, waits for a line, renews."""
    wires = Wires(
        load_settings(),
        clock=WallClock(),
        sleep=time.sleep,
        chance=secrets.token_bytes,
        on_call=None,
    )
    account = wires.people.get(sys.argv[1])
    source = wires.clients.stored_tokens(account)
    stale = source.token()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    token = source.renewed(after=stale)
    assert token is not None  # the parent reads the failure
    sys.stdout.write(hashlib.sha256(token.encode()).hexdigest() + "\n")
    wires.close()


if __name__ == "__main__":
    main()
