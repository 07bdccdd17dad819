"""From what came back to data or the right error: pure functions, no I/O."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TypeVar

from pydantic import ValidationError

from miro_client.calls import Call
from miro_client.errors import (
    Conflict,
    ErrorFacts,
    FieldFault,
    GarbledAnswer,
    InvalidRequest,
    MiroError,
    NotAllowed,
    NotFound,
    NotSent,
    NotSignedIn,
    OutcomeUnknown,
    Refused,
    ServerTrouble,
    TooLarge,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from miro_client.limits import RateFacts, rate_facts
from miro_client.losses import Loss
from miro_client.models.base import WireModel, without_surrogates
from miro_client.operations import Repeat

JsonObject = dict[str, object]
Redact = Callable[[str], str]
Model = TypeVar("Model", bound=WireModel)

# A table over statuses, since a client can't branch on Miro's codes: two families of them exist.
# Source: Miro's OpenAPI document, Error400 … Error429, and recorded answers with dotted codes.
REFUSALS: Mapping[int, type[Refused]] = {
    400: InvalidRequest,
    401: NotSignedIn,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    413: TooLarge,
    422: InvalidRequest,
    429: TooManyRequests,
}

UNAUTHORISED = 401
NOT_FOUND = 404
_REQUEST_TIMEOUT = 408

_REQUEST_ID_HEADERS = ("x-request-id", "x-miro-request-id", "x-trace-id", "x-correlation-id")
_LONGEST_MESSAGE = 500
_MOST_FIELDS = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names are in lower case, `received_at` is in epoch seconds."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    received_at: float

    @property
    def fine(self) -> bool:
        """Whether the call was carried out (2xx)."""
        return 200 <= self.status < 300  # noqa: PLR2004  # that is what 2xx means

    @property
    def rate(self) -> RateFacts:
        """What it says about the budget."""
        return rate_facts(self.headers, status=self.status, now=self.received_at)

    @property
    def server_time(self) -> float | None:
        """The server's clock when it answered, in epoch seconds, to the second."""
        try:
            return parsedate_to_datetime(self.headers.get("date", "")).timestamp()
        except ValueError:
            return None

    @property
    def request_id(self) -> str | None:
        """Miro's name of the request, if it gave one."""
        found = (self.headers.get(name) for name in _REQUEST_ID_HEADERS)
        return next((value[:100] for value in found if value), None)


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer came; `sent` is False when the call certainly never left."""

    reason: str
    sent: bool
    loss: Loss = Loss.OTHER


def settled(call: Call, outcome: Answer | Lost, redact: Redact = str, *, doubt: bool) -> Answer:
    """Gives the answer of a call that was carried out.

    Args:
        call: what was asked.
        outcome: what came of it.
        redact: takes tokens out of texts.
        doubt: whether an earlier try of the same call may have been carried out.

    Raises:
        MiroError: the one that fits what came back.
    """
    if isinstance(outcome, Lost):
        raise _loss(call, outcome, redact)
    if outcome.fine:
        return outcome
    if doubt and outcome.status == NOT_FOUND and call.operation.gone_is_done:
        return Answer(204, outcome.headers, b"", outcome.received_at)
    raise refusal(call, outcome, redact)


def refusal(call: Call, answer: Answer, redact: Redact = str) -> MiroError:
    """The error that an answer without success means for this call."""
    return _refusal_class(call, answer.status)(_facts_of(call, answer, redact))


def read(call: Call, answer: Answer, model: type[Model]) -> Model:
    """The body of a 2xx as a model.

    Raises:
        UnreadableAnswer: the body isn't what it should be.
        OutcomeUnknown: the same, of a call that a repeat would double.
    """
    body = json_object(call, answer)
    try:
        return model.read(body)
    except ValidationError as exc:
        problem = _first_fault(exc)
    # Raised here, so that the error doesn't drag along pydantic's, which holds the whole body.
    raise unreadable(call, answer, problem)


def json_object(call: Call, answer: Answer) -> JsonObject:
    """The body of a 2xx as a JSON object.

    Raises:
        UnreadableAnswer: it isn't one.
        OutcomeUnknown: the same, of a call that a repeat would double.
    """
    parsed = _parsed(answer.body)
    if parsed is None:
        raise unreadable(call, answer, _description(answer))
    return parsed


def unreadable(call: Call, answer: Answer, problem: str) -> MiroError:
    """The error of a 2xx whose body can't be used: a create may have been carried out."""
    facts = _facts(call, answer, problem)
    if call.operation.repeat is Repeat.NEVER:
        return OutcomeUnknown(facts)
    return (GarbledAnswer if _is_garbled(answer) else UnreadableAnswer)(facts)


def _is_garbled(answer: Answer) -> bool:
    """Whether it calls itself JSON and is not; a page of a proxy, say, would come again."""
    if "json" not in answer.headers.get("content-type", ""):
        return False
    try:
        json.loads(answer.body)
    except ValueError:
        return True
    except RecursionError:
        return False
    return False


def error_body(answer: Answer) -> JsonObject:
    """The body of a refusal as a JSON object; empty when it isn't one."""
    return _parsed(answer.body) or {}


def _first_fault(exc: ValidationError) -> str:
    fault = exc.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(map(str, fault["loc"]))
    return f"{where or 'body'}: {fault['msg']}"


def _refusal_class(call: Call, status: int) -> type[MiroError]:
    if status in REFUSALS:
        return REFUSALS[status]
    if 400 <= status < 500 and status != _REQUEST_TIMEOUT:  # noqa: PLR2004  # that is what 4xx means
        return Refused
    if call.operation.repeat is Repeat.NEVER:
        return OutcomeUnknown
    server_failed = status == _REQUEST_TIMEOUT or status >= 500  # noqa: PLR2004  # 5xx
    return ServerTrouble if server_failed else UnreadableAnswer


def _loss(call: Call, lost: Lost, redact: Redact) -> MiroError:
    facts = ErrorFacts(
        operation=call.operation.name,
        method=call.operation.method,
        path=call.path,
        message=redact(lost.reason)[:_LONGEST_MESSAGE],
        loss=lost.loss,
    )
    if not lost.sent:
        return NotSent(facts)
    return (OutcomeUnknown if call.operation.repeat is Repeat.NEVER else Unreachable)(facts)


def _facts_of(call: Call, answer: Answer, redact: Redact) -> ErrorFacts:
    body = error_body(answer)
    code = body.get("code")
    return ErrorFacts(
        operation=call.operation.name,
        method=call.operation.method,
        path=call.path,
        status=answer.status,
        code=redact(str(code))[:100] if isinstance(code, str | int) else None,
        message=_message(body, answer, redact),
        fields=_fields(body.get("context"), redact),
        request_id=answer.request_id,
        rate=answer.rate,
    )


def _facts(call: Call, answer: Answer, problem: str) -> ErrorFacts:
    return ErrorFacts(
        operation=call.operation.name,
        method=call.operation.method,
        path=call.path,
        status=answer.status,
        message=problem,
        request_id=answer.request_id,
        rate=answer.rate,
    )


def _message(body: JsonObject, answer: Answer, redact: Redact) -> str:
    message = body.get("message")
    if isinstance(message, str) and message:
        return redact(message)[:_LONGEST_MESSAGE]
    return _description(answer)


def _fields(context: object, redact: Redact) -> tuple[FieldFault, ...]:
    rows = context.get("fields") if isinstance(context, dict) else None
    if not isinstance(rows, list):
        return ()
    return tuple(
        FieldFault(
            field=redact(str(row.get("field") or ""))[:_LONGEST_MESSAGE],
            message=redact(str(row.get("message") or ""))[:_LONGEST_MESSAGE],
        )
        for row in rows[:_MOST_FIELDS]
        if isinstance(row, dict)
    )


def _parsed(body: bytes) -> JsonObject | None:
    try:
        parsed = json.loads(body)
        return without_surrogates(parsed, body) if isinstance(parsed, dict) else None
    except (ValueError, RecursionError):
        return None


def _description(answer: Answer) -> str:
    """Says what came instead of JSON; never quotes it, since it might hold a token."""
    kind = answer.headers.get("content-type", "no content type").partition(";")[0][:80]
    return f"{len(answer.body)} bytes of {kind}"
