"""Who works on a job: a process of a machine, so that one that died is known for dead."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path

from workshops.ports import Chance

ZOMBIE = "Z"


@dataclass(frozen=True, slots=True)
class Owner:
    """A worker: machine, process, and a random part that tells apart workers of one process."""

    host: str
    process: int
    nonce: str

    def __str__(self) -> str:
        """Give the owner as a job keeps it."""
        return f"{self.host}/{self.process}/{self.nonce}"


def this_process(chance: Chance) -> Owner:
    """Return a new owner in this process."""
    return Owner(socket.gethostname(), os.getpid(), chance(4).hex())


def is_dead(owner: str) -> bool:
    """Tell whether an owner is certainly gone: a process of this machine that runs no more.

    Of owners elsewhere only their heartbeat tells.
    """
    host, _, rest = owner.rpartition("/")[0].rpartition("/")
    if host != socket.gethostname() or not rest.isdecimal():
        return False
    return not _runs(int(rest))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(process)


def _is_zombie(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[:1] == [ZOMBIE]
