"""Other people's clients at work on the stand-in, each in an environment of its own."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.standing import Measured, StandIn
from tests.witness.places import PYTHON, Place
from tests.witness.setting_up import ensure, make_python

HERE = Path(__file__).parent / "peers"
BOARD_PLACE = Place(HERE / "requirements.lock", Path(__file__).parents[2] / ".venv-bench")
PATIENCE = 900


@dataclass(frozen=True)
class Peer:
    """A client that others wrote, as of this version; `reads` are its ways to read a board."""

    name: str
    place: Place
    script: str
    reads: tuple[str, ...]

    @property
    def here(self) -> bool:
        """Tell whether its environment could be made."""
        return self.place.ready()


OFFICIAL = Peer("`miro-api` 2.2.4", PYTHON, "official.py", ("read", "read-sliced"))
MIRO_BOARD = Peer("`miro-board` 0.3.1", BOARD_PLACE, "miro_board.py", ("read-sliced",))
PEERS = (OFFICIAL, MIRO_BOARD)


def set_up() -> None:
    """Make the environments; what cannot be made is told on stderr, and its rows say so."""
    for peer in PEERS:
        ensure(peer.name, peer.place, make_python)


def at_work(stand: StandIn, peer: Peer, what: str, given: object) -> tuple[int, Measured]:
    """Let a peer do something; its time counts from its first call, not from its start."""
    python = str(peer.place.folder / "bin" / "python")
    # Isolated (-I), since a peer's modules are called as ours are.
    command = [python, "-I", str(HERE / peer.script), stand.url, what, str(given)]
    with stand.counting() as found:
        said = subprocess.run(  # noqa: S603  # our own script
            command, capture_output=True, text=True, timeout=PATIENCE, check=True
        )
    told = json.loads(said.stdout)
    return told["items"], Measured(found[0].calls, found[0].most, told["seconds"])
