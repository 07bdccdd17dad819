"""What can go wrong, by meaning and by who must act; each error carries facts and one sentence.

The doors map the branches to exit codes and HTTP statuses in a table of their own:
`InputFaults` 2, `NeedsSignIn` 3, `NotFound` 4, `Unfinished` 5, `OurFault` 1. The English sentence
of a class is the key of its translation (`messages`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from workshops import faults as input_faults
from workshops.faults import N_

InputFault = input_faults.InputFault


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
class Interrupts:
    """What an error adds that stopped a board halfway: how far it is, and what goes on.

    `resume` is null when nothing was under way.
    """

    made: int = 0
    planned: int = 0
    resume: str | None = None


@dataclass(eq=False, kw_only=True)
class NoPlan(InputFaults):
    """A board that was not made here, so there is nothing to hold it against."""

    code: ClassVar[str] = "no_plan"
    sentence: ClassVar[str] = N_(
        "The board of {ref} was not made by Koosloome here, so there is no plan of it. It can be "
        "harvested: koosloome harvest {ref}"
    )
    ref: str


@dataclass(eq=False, kw_only=True)
class NeedsSignIn(Interrupts, KoosloomeError):  # noqa: N818  # named by what happened
    """The person must sign in, or ask for a right."""

    code: ClassVar[str] = "needs_sign_in"


@dataclass(eq=False, kw_only=True)
class NotSignedIn(NeedsSignIn):
    """There is no account to act for, or Miro does not accept its token."""

    code: ClassVar[str] = "not_signed_in"
    sentence: ClassVar[str] = N_(
        "Miro does not accept this sign-in. Set MIRO_ACCESS_TOKEN to a valid token, or sign in "
        "again. {reason}"
    )
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class NobodySignedIn(NotSignedIn):
    """Miro is meant, and there is neither a sign-in nor a token."""

    code: ClassVar[str] = "nobody_signed_in"
    sentence: ClassVar[str] = N_(
        "Nobody is signed in with Miro, and no token is set. `koosloome login` signs you in; or "
        "set MIRO_ACCESS_TOKEN."
    )


@dataclass(eq=False, kw_only=True)
class NotAllowed(NeedsSignIn):
    """The person is signed in but may not do this."""

    code: ClassVar[str] = "not_allowed"
    sentence: ClassVar[str] = N_(
        "Your account may not do this in Miro: {reason} Ask the owner of the board or team."
    )
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class SandboxTokenElsewhere(NeedsSignIn):
    """A token of the sandbox was about to leave for Miro."""

    code: ClassVar[str] = "sandbox_token_elsewhere"
    sentence: ClassVar[str] = N_(
        "A sandbox token is never sent to Miro. Set MIRO_ACCESS_TOKEN to a token of Miro, or use "
        "--world sandbox."
    )


@dataclass(eq=False, kw_only=True)
class NotFound(KoosloomeError):  # noqa: N818  # named by what happened
    """There is no such thing, or it is not this person's."""

    code: ClassVar[str] = "not_found"
    sentence: ClassVar[str] = N_("There is no such thing.")


@dataclass(eq=False, kw_only=True)
class UnknownMethod(NotFound):
    """No method of this id."""

    code: ClassVar[str] = "unknown_method"
    sentence: ClassVar[str] = N_(
        "There is no method “{method}”. Near to it: {near}. `koosloome methods list` names all."
    )
    method: str
    near: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class WorkshopNotFound(NotFound):
    """No workshop of this account answers to the reference."""

    code: ClassVar[str] = "workshop_not_found"
    sentence: ClassVar[str] = N_(
        "There is no workshop or board “{ref}”. `koosloome board list` names yours."
    )
    ref: str


@dataclass(eq=False, kw_only=True)
class BoardNotFound(Interrupts, NotFound):
    """Miro knows no such board, or this person does not see it."""

    code: ClassVar[str] = "board_not_found"
    sentence: ClassVar[str] = N_("The board {ref} is not there (any more), or you do not see it.")
    ref: str


@dataclass(eq=False, kw_only=True)
class JobNotFound(NotFound):
    """No job of this account has the id."""

    code: ClassVar[str] = "job_not_found"
    sentence: ClassVar[str] = N_("There is no such job: {job}.")
    job: str


@dataclass(eq=False, kw_only=True)
class CheckpointNotFound(NotFound):
    """No checkpoint of this workshop has the id."""

    code: ClassVar[str] = "checkpoint_not_found"
    sentence: ClassVar[str] = N_(
        "There is no checkpoint “{checkpoint}” of {workshop}. There are: {known}. "
        "`koosloome checkpoint` takes one."
    )
    checkpoint: str
    workshop: str
    known: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class LinkNotFound(NotFound):
    """A template link or file that is not there."""

    code: ClassVar[str] = "link_not_found"
    sentence: ClassVar[str] = N_("There is no such link or file: {ref}.")
    ref: str


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
class OurFault(KoosloomeError):  # noqa: N818  # named by what happened
    """A fault of this product."""

    code: ClassVar[str] = "our_fault"
    sentence: ClassVar[str] = N_("This is a fault of Koosloome: {reason}")
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class MiroRefused(Interrupts, OurFault):
    """Miro refused a call that should have been right."""

    code: ClassVar[str] = "miro_refused"
    sentence: ClassVar[str] = N_("Miro refused a call of ours ({operation}, {status}): {reason}")
    operation: str = ""
    status: int | None = None


@dataclass(eq=False, kw_only=True)
class BrokenAccounting(OurFault):
    """A harvest whose sums do not agree; nothing of it is given out."""

    code: ClassVar[str] = "broken_accounting"
    sentence: ClassVar[str] = N_("The sums of the harvest do not agree: {reason}")
