"""The input is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workshops.errors.meaning import KoosloomeError
from workshops.faults import N_, InputFault


@dataclass(eq=False, kw_only=True)
class InputFaults(KoosloomeError):  # noqa: N818  # named by what happened
    """The input is wrong; every fault is named, with its field."""

    code: ClassVar[str] = "input"
    sentence: ClassVar[str] = N_("The input is wrong.")
    faults: tuple[InputFault, ...] = ()

    def __str__(self) -> str:
        """List the faults, one a line."""
        return "\n".join([self.sentence.format_map(self.facts), *map(str, self.faults)])


@dataclass(eq=False, kw_only=True)
class AmbiguousRef(InputFaults):
    """A board that carries several workshops was named where one is meant."""

    code: ClassVar[str] = "ambiguous_ref"
    sentence: ClassVar[str] = N_(
        "Several workshops stand on the board {ref}: {workshops}. Name one of them."
    )
    ref: str
    workshops: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class FaultyShare(InputFaults):
    """A template link or file that cannot be read."""

    code: ClassVar[str] = "faulty_share"
    sentence: ClassVar[str] = N_("This is not a template link or file of Koosloome: {reason}.")
    reason: str


@dataclass(eq=False, kw_only=True)
class UnknownFormat(InputFaults):
    """A report format nobody makes."""

    code: ClassVar[str] = "unknown_format"
    sentence: ClassVar[str] = N_("There is no format “{format}”. There are: {known}.")
    format: str
    known: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class NoPlan(InputFaults):
    """A board that was not made here, so there is nothing to hold it against."""

    code: ClassVar[str] = "no_plan"
    sentence: ClassVar[str] = N_(
        "The board of {ref} was not made by Koosloome here, so there is no plan of it. It can be "
        "harvested: koosloome harvest {ref}"
    )
    ref: str
