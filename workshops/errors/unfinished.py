"""Miro did not finish; what was made is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workshops.errors.meaning import KoosloomeError
from workshops.faults import N_


@dataclass(eq=False, kw_only=True)
class Unfinished(KoosloomeError):  # noqa: N818  # named by what happened
    """Miro did not finish; what was made is kept, and `command` goes on from there."""

    code: ClassVar[str] = "unfinished"
    sentence: ClassVar[str] = N_(
        "This was not finished. What was made is kept. Go on with: {command}"
    )
    workshop: str | None = None
    command: str | None = None


@dataclass(eq=False, kw_only=True)
class BoardUnfinished(Unfinished):
    """A board that is not complete yet."""

    code: ClassVar[str] = "board_unfinished"
    sentence: ClassVar[str] = N_(
        "Miro did not finish the board ({made} of {planned} made): {reason} What was made is kept. "
        "Go on with: {command}"
    )
    made: int = 0
    planned: int = 0
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class AlreadyUnfinished(Unfinished):
    """The same method and brief have an unfinished workshop already."""

    code: ClassVar[str] = "already_unfinished"
    sentence: ClassVar[str] = N_(
        "A board of the same method and brief is unfinished ({workshop}). Finish it with: "
        "{command} – or make another with --new."
    )


@dataclass(eq=False, kw_only=True)
class BeingMade(Unfinished):
    """Somebody else works on the workshop right now."""

    code: ClassVar[str] = "being_made"
    sentence: ClassVar[str] = N_(
        "The workshop {workshop} is being worked on by another process. Wait for it; should it "
        "have stopped, try again in a minute: {command}"
    )


@dataclass(eq=False, kw_only=True)
class HarvestIncomplete(Unfinished):
    """A board that could not be read whole; what was read is kept."""

    code: ClassVar[str] = "harvest_incomplete"
    sentence: ClassVar[str] = N_(
        "The board could not be read whole: {read} of {total} items. What was read is kept as a "
        "partial snapshot, nothing was summed up. {reason} Try again with: {command}"
    )
    read: int = 0
    total: int | None = None
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class BoardUnread(Unfinished):
    """A board that could not be read whole, so nothing can be said of it."""

    code: ClassVar[str] = "board_unread"
    sentence: ClassVar[str] = N_(
        "The board could not be read whole: {read} of {total} items. {reason} Try again with: "
        "{command}"
    )
    read: int = 0
    total: int | None = None
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class MiroUnreachable(Unfinished):
    """Miro did not answer, and nothing of ours is half done."""

    code: ClassVar[str] = "miro_unreachable"
    sentence: ClassVar[str] = N_("Miro did not answer: {reason} Nothing was changed. Try again.")
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class Cancelled(Unfinished):
    """Somebody stopped the job."""

    code: ClassVar[str] = "cancelled"
    sentence: ClassVar[str] = N_(
        "The job was stopped. What was made is kept. Go on with: {command}"
    )


@dataclass(eq=False, kw_only=True)
class DatabaseAway(Unfinished):
    """The database of the product could not be read or written in the middle of something."""

    code: ClassVar[str] = "database_away"
    sentence: ClassVar[str] = N_(
        "The database {database} could not be used: {reason}. What was made before is kept. Once "
        "it works again, `{command}` shows what is unfinished, and `koosloome board resume` "
        "finishes it."
    )
    command: str | None = "koosloome board list"
    database: str = ""
    reason: str = ""
