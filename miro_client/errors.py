"""Everything that can go wrong with a call, named by what it means for the caller."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from miro_client.limits import RateFacts
from miro_client.losses import Loss


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One field Miro found fault with; `field` is its dotted path, in bulk with an index."""

    field: str
    message: str

    def __str__(self) -> str:
        """Field and fault in one line."""
        return f"{self.field}: {self.message}" if self.field else self.message


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """What is known about a call that didn't end well; never holds a token.

    Attributes:
        operation: name in `miro_client.operations`.
        method: HTTP method.
        path: as sent, without the host.
        status: of the answer; None when none came.
        code: Miro's code; two families exist, so branch on the error's class instead.
        message: Miro's message, or why no answer came.
        fields: the fields Miro named.
        request_id: Miro's name of the request, for its support.
        rate: what the answer said about the budget.
        loss: why no answer came; None when one did.
    """

    operation: str = ""
    method: str = ""
    path: str = ""
    status: int | None = None
    code: str | None = None
    message: str | None = None
    fields: tuple[FieldFault, ...] = ()
    request_id: str | None = None
    rate: RateFacts = field(default_factory=RateFacts)
    loss: Loss | None = None


class MiroError(Exception):
    """Base of all errors of this client."""

    happened: ClassVar[str] = "Miro's answer can't be used"
    remedy: ClassVar[str] = "See the cause."

    def __init__(self, facts: ErrorFacts) -> None:
        super().__init__(facts)
        self.facts = facts

    @property
    def operation(self) -> str:
        """Name of the operation that failed."""
        return self.facts.operation

    @property
    def status(self) -> int | None:
        """HTTP status, or None when no answer came."""
        return self.facts.status

    @property
    def code(self) -> str | None:
        """Miro's own code."""
        return self.facts.code

    @property
    def message(self) -> str | None:
        """Miro's own message, or why no answer came."""
        return self.facts.message

    @property
    def fields(self) -> tuple[FieldFault, ...]:
        """The fields Miro named."""
        return self.facts.fields

    @property
    def request_id(self) -> str | None:
        """Miro's name of the request."""
        return self.facts.request_id

    @property
    def rate(self) -> RateFacts:
        """What the answer said about the budget."""
        return self.facts.rate

    def __str__(self) -> str:
        """What was asked, what happened, what to do."""
        return f"{self._thing()}: {self.happened}{self._reason()}. {self.remedy}"

    def _thing(self) -> str:
        return f"{self.facts.operation} ({self.facts.method} {self.facts.path})"

    def _reason(self) -> str:
        facts = self.facts
        said = "; ".join([*filter(None, [facts.message]), *map(str, facts.fields)])
        numbers = ", ".join(
            [
                *([f"status {facts.status}"] if facts.status is not None else []),
                *([f"code {facts.code}"] if facts.code else []),
                *([f"request {facts.request_id}"] if facts.request_id else []),
            ]
        )
        return (f": {said}" if said else "") + (f" [{numbers}]" if numbers else "")


class Refused(MiroError):  # noqa: N818  # named by meaning
    """Miro understood the call and did nothing (4xx)."""

    happened = "Miro refused the call"
    remedy = "Nothing was changed; correct the call before sending it again."


class InvalidRequest(Refused):
    """A field is missing, unknown or has an unfit value (400, 422)."""

    happened = "Miro found the request invalid"
    remedy = "Nothing was changed; correct the fields named and send it again."


class NotSignedIn(Refused):
    """The token is missing, unknown or has expired and couldn't be renewed (401)."""

    happened = "Miro doesn't accept the token"
    remedy = "Sign in to Miro again, or set a valid access token."


class NotAllowed(Refused):
    """The account may not do this, or the app lacks a scope (403)."""

    happened = "This Miro account isn't allowed to do this"
    remedy = "Ask the board's owner for access, or give the app the scope named."


class NotFound(Refused):
    """There is no such board or item, or the account can't see it (404)."""

    happened = "Miro finds no such thing"
    remedy = "Check the id; it may have been deleted, or belong to another account."


class Conflict(Refused):
    """Somebody else changed the same thing, or it already exists (409)."""

    happened = "The call conflicts with what is on the board"
    remedy = "Read the thing again and decide anew."


class TooLarge(Refused):
    """The request is larger than Miro takes (413)."""

    happened = "The request is too large"
    remedy = "Send less in one call."


class TooManyRequests(Refused):
    """The budget is spent, and waiting as often as the policy allows didn't help (429)."""

    happened = "Miro's budget of calls is spent"
    remedy = "Nothing was changed; wait a minute and send it again."


class SignInRefused(Refused):
    """The token endpoint said no; `code` holds the OAuth error, such as `invalid_grant`."""

    happened = "Miro refused the sign-in"
    remedy = "Start the sign-in again; if that fails, check the client id and secret."


class ServerTrouble(MiroError):  # noqa: N818  # named by meaning
    """Miro failed (5xx) at a call that a repeat can't double, as often as the policy allows."""

    happened = "Miro failed on its side"
    remedy = "Try again later."


class Unreachable(MiroError):  # noqa: N818  # named by meaning
    """The connection failed during a call that a repeat can't double."""

    happened = "Miro can't be reached"
    remedy = "Check the network and try again."


class NotSent(Unreachable):
    """The call certainly never left: unknown host, refused connection, unfit certificate."""

    happened = "Miro can't be reached, and the call wasn't sent"
    remedy = "Nothing was changed; check the network and the address, then try again."


class OutcomeUnknown(MiroError):  # noqa: N818  # named by meaning
    """A call that a repeat would double may have been carried out, or not."""

    happened = "It isn't known whether Miro carried this out"
    remedy = "Look at what is there before sending it again, so that nothing is doubled."


class UnreadableAnswer(MiroError):  # noqa: N818  # named by meaning
    """The answer isn't what Miro's document describes."""

    happened = "Miro's answer can't be read"
    remedy = "Check that the address is Miro's API and that no proxy answers in its place."


class GarbledAnswer(UnreadableAnswer):
    """The answer calls itself JSON and is not: broken on its way, so that a repeat may mend it."""


class StuckPaging(MiroError):  # noqa: N818  # named by meaning
    """A listing gives a cursor that doesn't lead on."""

    happened = "The listing doesn't end"
    remedy = "Read it again; if it happens again, report it to Miro."


class InvalidArgument(MiroError, ValueError):  # noqa: N818  # named by meaning
    """The caller gave something that is refused before anything is sent.

    Attributes:
        argument: name of the argument.
        problem: what is wrong with it, with the remedy.
    """

    def __init__(self, argument: str, problem: str) -> None:
        super().__init__(ErrorFacts(message=f"{argument}: {problem}"))
        self.args = (argument, problem)
        self.argument = argument
        self.problem = problem

    def __str__(self) -> str:
        """What was asked, what happened, what to do."""
        return f"{self.argument}: {self.problem}"


class SandboxTokenRefused(InvalidArgument):
    """A token of the sandbox was about to be sent to Miro's own host."""

    def __init__(self, host: str) -> None:
        super().__init__(
            "token",
            f"it is a sandbox token and isn't sent to {host}. "
            "Use an access token of Miro, or the sandbox's address.",
        )
        self.args = (host,)
        self.host = host


class SignInInterrupted(MiroError):  # noqa: N818  # named by meaning
    """The redirect back from Miro's consent page doesn't finish a sign-in."""

    def __init__(self, problem: str) -> None:
        super().__init__(ErrorFacts(operation="sign_in", message=problem))
        self.args = (problem,)
        self.problem = problem

    def __str__(self) -> str:
        """What was asked, what happened, what to do."""
        return f"Sign-in with Miro: {self.problem}. Start the sign-in again."


class StateMismatch(SignInInterrupted):
    """The redirect doesn't belong to the sign-in this browser began."""

    def __init__(self) -> None:
        super().__init__("the answer doesn't belong to the sign-in that was begun")
        self.args = ()


class SignInDeclined(SignInInterrupted):
    """The person declined, or Miro gave no code; `reason` is Miro's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Miro gave no permission ({reason})")
        self.args = (reason,)
        self.reason = reason
