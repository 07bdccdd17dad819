"""What can be wrong with a method folder or a brief: one tree, each error with its facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from board_templates.sentences import Sentence, printable


class BoardTemplatesError(Exception):
    """Anything this room refuses."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a method folder: where it stands, what is wrong, what mends it.

    `line` counts from 1; it is None when the fault concerns a file as a whole.
    """

    file: str
    line: int | None
    wrong: Sentence
    cure: Sentence

    @property
    def what(self) -> str:
        """What is wrong, in English."""
        return str(self.wrong)

    @property
    def remedy(self) -> str:
        """What mends it, in English."""
        return str(self.cure)

    def __str__(self) -> str:
        """Return place, fault and remedy in one line."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.what} {self.remedy}".rstrip()


class FaultyMethod(BoardTemplatesError):  # noqa: N818  # says what happened
    """A method folder that can't be used, with everything that is wrong with it."""

    def __init__(self, folder: Path, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.folder = folder
        self.faults = tuple(faults)

    @property
    def place(self) -> str:
        """Where the folder is, as it can be said."""
        return printable(str(self.folder))


class UnknownMethod(BoardTemplatesError):  # noqa: N818  # says what happened
    """There is no method of this name; `near` are those it may have meant."""

    def __init__(self, method_id: str, near: Sequence[str]) -> None:
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"There is no method “{method_id}”.{hint}")
        self.method_id = method_id
        self.near = tuple(near)


@dataclass(frozen=True, slots=True)
class BriefFault:
    """One wrong field of a brief: the field, what is wrong, what is allowed instead.

    `code` is neutral; `reason` and `allowed` are sentences in the language asked for. `position`
    counts from 1 and names the entry of a list that is meant, `part` the field of that entry.
    """

    field: str
    code: str
    reason: str
    allowed: str
    position: int | None = None
    part: str | None = None

    @property
    def place(self) -> str:
        """Where it is: `title`, `sectors[2]` or `agenda[2].aim`."""
        entry = "" if self.position is None else f"[{self.position}]"
        return f"{self.field}{entry}" if self.part is None else f"{self.field}{entry}.{self.part}"

    def __str__(self) -> str:
        """Return field, reason and what is allowed in one line."""
        return f"{self.place}: {self.reason} {self.allowed}".rstrip()


class FaultyBrief(BoardTemplatesError):  # noqa: N818  # says what happened
    """A brief that can't be used, with every field that is wrong."""

    def __init__(self, faults: Sequence[BriefFault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class UnreadableFooter(BoardTemplatesError):  # noqa: N818  # says what happened
    """The compact form in a footer isn't one of ours, or is damaged."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The footer can't be read: {reason}.")
        self.reason = reason
