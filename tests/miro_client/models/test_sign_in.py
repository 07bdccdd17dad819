"""Tokens are read tolerantly and shown to nobody."""

from __future__ import annotations

import pytest

from miro_client.models.sign_in import TokenAnswer
from tests.miro_client.world import TOKEN


@pytest.mark.parametrize("number", [int, str])
def test_ids_come_as_numbers_or_as_text(number: type) -> None:
    answer = TokenAnswer.read(
        {
            "token_type": "bearer",
            "team_id": number(3458764500000000001),
            "user_id": number(3458764500000000002),
            "access_token": TOKEN,
            "refresh_token": "CCC_ddd",
            "scope": "boards:read boards:write",
            "expires_in": number(3599),
        }
    )
    pair = answer.pair(1000.0)
    assert pair.access_token.reveal() == TOKEN
    assert pair.refresh_token is not None
    assert pair.refresh_token.reveal() == "CCC_ddd"
    assert (pair.team_id, pair.user_id) == ("3458764500000000001", "3458764500000000002")
    assert (pair.expires_at, pair.scope) == (4599.0, ("boards:read", "boards:write"))


def test_a_token_that_does_not_expire() -> None:
    pair = TokenAnswer.read({"access_token": TOKEN, "expires_in": None}).pair(1000.0)
    assert (pair.expires_at, pair.refresh_token, pair.scope) == (None, None, ())


def test_nothing_is_shown() -> None:
    answer = TokenAnswer.read({"access_token": TOKEN, "refresh_token": "CCC_ddd"})
    for shown in (repr(answer), str(answer), f"{answer}", repr(answer.pair(0.0))):
        assert TOKEN not in shown
        assert "CCC_ddd" not in shown
