"""What the sandbox remembers, one module a noun."""

from __future__ import annotations

from miro_sandbox.state.database import State, Tx, open_state

__all__ = ["State", "Tx", "open_state"]
