"""What a token stands for: the person, team, organisation and scopes."""

from __future__ import annotations

from typing import Any

from miro_sandbox.operations import Answer, Call, Operation
from miro_sandbox.state import people


def token_context(call: Call) -> Answer:
    """Give the token's context; `oAuthToken` as type comes from recorded fixtures."""
    me = call.caller.person
    user = _named("user", me.name, me.id)
    return Answer(
        200,
        {
            "type": "oAuthToken",
            "user": user,
            "team": _named("team", people.TEAM_NAME, people.TEAM_ID),
            "organization": _named(
                "organization", people.ORGANISATION_NAME, people.ORGANISATION_ID
            ),
            "createdBy": user,
            "scopes": list(call.caller.scopes),
        },
    )


def _named(type_: str, name: str, id_: int) -> dict[str, Any]:
    return {"type": type_, "name": name, "id": str(id_)}


OPERATIONS = (
    Operation("token-info", "GET", "/v1/oauth-token", 1, None, token_context, query_token=True),
)
