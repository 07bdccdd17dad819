"""How somebody wants the local Miro served, in the words of the command line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SandboxWish:
    """Rules of faults, OAuth apps (`ID:SECRET:REDIRECT`) and switches (`name=value`)."""

    faults: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    switches: tuple[str, ...] = ()
