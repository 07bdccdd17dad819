"""What every error is: facts and one sentence."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from workshops.faults import N_


@dataclass(eq=False, kw_only=True)
class KoosloomeError(Exception):
    """Anything this product tells a person about; `code` is stable."""

    code: ClassVar[str] = "fault"
    sentence: ClassVar[str] = N_("Something went wrong.")

    @property
    def facts(self) -> dict[str, Any]:
        """The facts of the error by name, JSON-ready."""
        return {entry.name: _plain(getattr(self, entry.name)) for entry in fields(self)}

    def __str__(self) -> str:
        """Build the English sentence."""
        return self.sentence.format_map(self.facts)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value) or "–"
    return value


@dataclass(eq=False, kw_only=True)
class Interrupts:
    """What an error adds that stopped a board halfway: how far it is, and what goes on.

    `resume` is null when nothing was under way.
    """

    made: int = 0
    planned: int = 0
    resume: str | None = None
