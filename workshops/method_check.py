"""What checking a method folder answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class MethodFault:
    """One thing wrong with a method folder, and what to do."""

    file: str
    line: int | None
    what: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class MethodCheck:
    """The verdict on a method folder."""

    id: str | None
    faults: tuple[MethodFault, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults
