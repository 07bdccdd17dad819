"""What every error is: facts and one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from workshops.faults import N_

NOTHING = "–"  # an empty list among the facts


@dataclass(eq=False, kw_only=True)
class KoosloomeError(Exception):
    """Anything this product tells a person about; `code` is stable."""

    code: ClassVar[str] = "fault"
    sentence: ClassVar[str] = N_("Something went wrong.")
    bare: ClassVar[str] = ""  # said instead where a list among the facts is empty

    @property
    def facts(self) -> dict[str, Any]:
        """The facts of the error by name, JSON-ready."""
        return {entry.name: _plain(getattr(self, entry.name)) for entry in fields(self)}

    @classmethod
    def said_of(cls, facts: Mapping[str, Any]) -> str:
        """Return the sentence that fits the facts."""
        return cls.bare if cls.bare and NOTHING in facts.values() else cls.sentence

    def __str__(self) -> str:
        """Build the English sentence."""
        facts = self.facts
        return self.said_of(facts).format_map(facts)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value) or NOTHING
    return value


@dataclass(eq=False, kw_only=True)
class Interrupts:
    """What an error adds that stopped a board halfway: how far it is, and what goes on.

    `resume` is null when nothing was under way.
    """

    made: int = 0
    planned: int = 0
    resume: str | None = None
