"""Errors say what was asked, what happened and what to do."""

from __future__ import annotations

import pickle

import pytest

from miro_client import errors
from miro_client.errors import (
    ErrorFacts,
    FieldFault,
    InvalidArgument,
    InvalidRequest,
    MiroError,
    NotSent,
    Refused,
    SandboxTokenRefused,
    SignInDeclined,
    StateMismatch,
    Unreachable,
)
from miro_client.limits import RateFacts

FACTS = ErrorFacts(
    operation="create_items",
    method="POST",
    path="/v2/boards/uX%3D/items/bulk",
    status=400,
    code="2.0703",
    message="Invalid parameters",
    fields=(FieldFault("[3].style.fillColor", "Unexpected value [pinkish]"),),
    request_id="req-1",
    rate=RateFacts(limit=10),
)

BY_FACTS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type)
    and issubclass(kind, MiroError)
    and not issubclass(kind, errors.InvalidArgument | errors.SignInInterrupted)
]


def test_the_sentence_holds_everything_a_person_needs() -> None:
    text = str(InvalidRequest(FACTS))
    for part in (
        "create_items",
        "POST /v2/boards/uX%3D/items/bulk",
        "Invalid parameters",
        "[3].style.fillColor: Unexpected value [pinkish]",
        "status 400",
        "code 2.0703",
        "request req-1",
        "correct the fields",
    ):
        assert part in text


@pytest.mark.parametrize("kind", BY_FACTS)
def test_every_error_carries_its_facts_and_says_a_remedy(kind: type[MiroError]) -> None:
    error = kind(FACTS)
    assert (error.status, error.code, error.message) == (400, "2.0703", "Invalid parameters")
    assert (error.operation, error.request_id) == ("create_items", "req-1")
    assert (error.fields, error.rate.limit) == (FACTS.fields, 10)
    assert str(error).endswith(f"{kind.remedy}")
    assert kind.remedy.endswith(".")


@pytest.mark.parametrize(
    "error",
    [
        *[kind(FACTS) for kind in BY_FACTS],
        InvalidArgument("tag_id", "it is empty"),
        SandboxTokenRefused("api.miro.com"),
        StateMismatch(),
        SignInDeclined("access_denied"),
    ],
)
def test_every_error_survives_a_process_border(error: MiroError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # its own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)


def test_families() -> None:
    assert issubclass(InvalidRequest, Refused)
    assert issubclass(NotSent, Unreachable)
    assert issubclass(InvalidArgument, ValueError)
    assert not issubclass(errors.OutcomeUnknown, Refused | Unreachable)


def test_an_error_without_an_answer_names_no_status() -> None:
    assert "status" not in str(MiroError(ErrorFacts("get_board", "GET", "/v2/boards/x")))
