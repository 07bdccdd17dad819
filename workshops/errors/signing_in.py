"""The person must sign in, or ask for a right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workshops.errors.meaning import Interrupts, KoosloomeError
from workshops.faults import N_


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
