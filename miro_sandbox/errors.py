"""Everything the sandbox refuses, each with the status and body Miro answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class FieldFault:
    """One field that is wrong: its dotted path and Miro's text about it."""

    field: str
    message: str

    def under(self, prefix: str) -> FieldFault:
        """Give the same fault one level further out."""
        return FieldFault(f"{prefix}.{self.field}" if self.field else prefix, self.message)


class SandboxError(Exception):
    """A call that Miro would refuse, with the status, code, message and context."""

    status = 500
    code = "3.0000"

    def __init__(self, message: str, context: Body | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.context = context

    def body(self) -> Body:
        """Give the JSON body: type, code, context when there is one, message, status."""
        known = {"context": self.context} if self.context is not None else {}
        return {
            "type": "error",
            "code": self.code,
            **known,
            "message": self.message,
            "status": self.status,
        }


class InvalidParametersError(SandboxError):
    """Faulty fields; Miro answers 400 with code 2.0703 and names every one."""

    status = 400
    code = "2.0703"

    def __init__(self, faults: list[FieldFault], message: str = "Invalid parameters") -> None:
        self.faults = faults
        super().__init__(
            message, {"fields": [{"field": f.field, "message": f.message} for f in faults]}
        )

    @classmethod
    def one(cls, field: str, message: str) -> InvalidParametersError:
        """Give the refusal of a single field."""
        return cls([FieldFault(field, message)])


class OutsideParentError(InvalidParametersError):
    """A child outside its frame; the text was seen live, probably as the top message."""

    TEXT = "new position is outside of parent boundaries"

    def __init__(self, field: str = "position") -> None:
        super().__init__([FieldFault(field, self.TEXT)], self.TEXT)


class BadRequestError(SandboxError):
    """A request that cannot be read, such as broken JSON; Miro's body is not confirmed."""

    status = 400
    code = "invalidParameters"


class NoTokenError(SandboxError):
    """No bearer token, or one the sandbox never issued; Miro names the code tokenNotProvided."""

    status = 401
    code = "tokenNotProvided"


class ScopeMissingError(SandboxError):
    """The token lacks a scope; text as recorded from Miro."""

    status = 403
    code = "insufficientPermissions"

    def __init__(self, scope: str) -> None:
        super().__init__(f"Required scopes: {scope}")


class BoardHiddenError(SandboxError):
    """The board is private to others; code and text as recorded from Miro."""

    status = 403
    code = "6.0108"

    def __init__(self) -> None:
        super().__init__("User is not allowed to view board.")


class ForbiddenError(SandboxError):
    """The person may see the board but not do this to it."""

    status = 403
    code = "forbiddenAccess"

    def __init__(self, deed: str) -> None:
        super().__init__(f"User is not allowed to {deed}.")


class ItemNotFoundError(SandboxError):
    """No such item on the board; body as recorded live, also on a second delete."""

    status = 404
    code = "3.0201"

    def __init__(self, board_id: str, what: str = "Item") -> None:
        super().__init__(f"{what} not found", {"boardId": {"value": board_id}})


class NotFoundError(SandboxError):
    """No such board, member or route; Miro's code for these is a word in its published document."""

    status = 404
    code = "notFound"


class MethodNotSupportedError(SandboxError):
    """The path exists, the method does not."""

    status = 405
    code = "methodNotSupported"


class ConflictError(SandboxError):
    """The change collides with what is there."""

    status = 409
    code = "conflict"


class TooManyRequestsError(SandboxError):
    """The minute's credits are used up; body as Miro documents it."""

    status = 429
    code = "tooManyRequests"

    def __init__(self, retry_after: int) -> None:
        super().__init__("Request rate limit exceed")
        self.retry_after = retry_after

    def body(self) -> Body:
        """Give the documented body, in which `context` is null rather than absent."""
        return {**super().body(), "context": None}


class InternalFaultError(SandboxError):
    """The 500 Miro was seen to answer now and then; only a fault rule raises it here."""

    def __init__(self) -> None:
        super().__init__("Internal error")


class NotEmulatedError(SandboxError):
    """An endpoint that Miro has and the sandbox does not; said by name rather than faked."""

    status = 501
    code = "notEmulated"

    def __init__(self, operation: str) -> None:
        super().__init__(f"The sandbox does not emulate the operation {operation}.")


class StateError(Exception):
    """The sandbox's file cannot be used."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        super().__init__(
            f"The sandbox file {path} cannot be used: {reason}. Name another file or delete it."
        )
