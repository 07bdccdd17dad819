"""Whose token it is."""

from __future__ import annotations

import pytest

from miro_client.errors import InvalidRequest
from tests.miro_client.bodies_of_miro import TOKEN_CONTEXT
from tests.miro_client.world import refusal, reply, world


def test_the_context_names_person_team_and_scopes() -> None:
    here = world(reply(TOKEN_CONTEXT))
    context = here.client.token.context()
    assert here.wire.urls == ["GET /v1/oauth-token"]
    assert context.user is not None
    assert context.team is not None
    assert (context.user.name, context.team.id) == ("Ada Example", "3458764500000000001")
    assert context.organization is None
    assert context.scopes == ("boards:read", "boards:write")


@pytest.mark.parametrize("scopes", ["boards:read boards:write", ["boards:read", "boards:write"]])
def test_scopes_come_as_a_list_or_as_words(scopes: object) -> None:
    context = world(reply({"scopes": scopes})).client.token.context()
    assert context.scopes == ("boards:read", "boards:write")


def test_an_invalid_token_may_be_a_400() -> None:
    with pytest.raises(InvalidRequest):
        world(refusal(400)).client.token.context()
