"""Whose token this is, and what it may do."""

from __future__ import annotations

from miro_client.models.base import Part, Text, Texts, WireModel
from miro_client.models.items import Ref


class TokenContext(WireModel):
    """The person, team and organisation behind a token; `organization` may be missing."""

    type: Text = None
    user: Part[Ref] = None
    team: Part[Ref] = None
    organization: Part[Ref] = None
    created_by: Part[Ref] = None
    scopes: Texts = ()
