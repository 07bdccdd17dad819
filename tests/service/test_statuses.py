"""Every error of the product has its status and its words."""

from __future__ import annotations

import pytest

from service.refusals import SENTENCES, refusal_of
from service.statuses import status_for
from service.texts import LANGUAGES
from workshops.errors import (
    AlreadyUnfinished,
    BoardUnfinished,
    InputFaults,
    KoosloomeError,
    NotAllowed,
    NotSignedIn,
    OurFault,
    UnknownMethod,
    WorkshopNotFound,
)
from workshops.stored_error import StoredError, every_error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InputFaults(), 422),
        (NotSignedIn(), 401),
        (NotAllowed(), 403),
        (UnknownMethod(method="x"), 404),
        (WorkshopNotFound(ref="w"), 404),
        (AlreadyUnfinished(), 409),
        (BoardUnfinished(), 503),
        (OurFault(), 500),
        (KoosloomeError(), 500),
    ],
)
def test_the_branch_decides_the_status(error: KoosloomeError, status: int) -> None:
    assert status_for(error) == status


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(every_error()))
def test_every_error_can_be_told_on_a_page(code: str, lang: str) -> None:
    facts = {"made": 3, "planned": 9, "read": 4, "method": "x", "total": 5, "near": ""}
    kept = StoredError(code=code, facts=facts)
    refusal = refusal_of(kept, lang)
    assert refusal.title
    assert refusal.why
    assert refusal.remedy
    assert "%(" not in refusal.title + refusal.why + refusal.remedy


def test_no_words_are_kept_for_errors_that_are_gone() -> None:
    assert set(SENTENCES) <= set(every_error())
