"""Runs a witness's script against a sandbox on a port and gathers what it says."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass

from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.server import Server
from miro_sandbox.state import open_state

PATIENCE = 120


@dataclass(frozen=True)
class Step:
    """What came of one step; `around` names what of the vendor's client had to be gone round."""

    name: str
    ok: bool
    detail: str
    around: tuple[str, ...]


def walk(command: list[str]) -> dict[str, Step]:
    """Give the steps a script took, by name, in order; it gets the sandbox's address last."""
    state = open_state(None)
    try:
        # Which status a second tag of one title gets is not confirmed; 409 is the one to see here.
        with Server(create_app(state, config=Config(duplicate_tag=409))) as server:
            said = subprocess.run(  # noqa: S603  # our own script
                [*command, server.url], capture_output=True, text=True, timeout=PATIENCE, check=True
            )
    finally:
        state.close()
    steps = [json.loads(line) for line in said.stdout.splitlines()]
    return {step["name"]: Step(**{**step, "around": tuple(step["around"])}) for step in steps}
