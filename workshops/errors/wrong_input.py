"""The input is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

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
class FaultyRule(InputFaults):
    """A rule of a method of people's own that its board can't meet; its author must act.

    `place` is the file, with the line where it is known; `rule` the path in it. `reason` is said
    in each language, for an error may be read later and by others.
    """

    code: ClassVar[str] = "faulty_rule"
    sentence: ClassVar[str] = N_(
        "The method “{method}” cannot sum up this board: {place}, {rule}: {reason}. Correct the "
        "method; `koosloome methods check {folder}` tells whether it is right. The board is "
        "untouched: collect the results again with: {command}"
    )
    method: str
    place: str
    rule: str
    reason: Mapping[str, str]
    folder: str
    command: str

    @property
    def facts(self) -> dict[str, Any]:
        """The facts, the reason in every language."""
        return {**super().facts, "reason": dict(self.reason)}

    def __str__(self) -> str:
        """Build the English sentence."""
        return self.sentence.format_map({**self.facts, "reason": self.reason["en"]})


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
