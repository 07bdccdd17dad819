"""Calls about members."""

from __future__ import annotations

import pytest

from miro_client.errors import InvalidArgument, OutcomeUnknown
from tests.miro_client.bodies_of_miro import MEMBER, offset_list
from tests.miro_client.world import BOARD, BOARD_PATH, refusal, reply, world


def test_an_invitation_says_who_failed() -> None:
    failed = [{"email": "b@example.org", "reason": "INVITATION_FAILED"}]
    here = world(reply({"successful": [3458764500000000010], "failed": failed}, 201))
    invitation = here.client.members.invite(
        BOARD, ["a@example.org", "b@example.org"], role="editor", message="Tere!"
    )
    assert here.wire.urls == [f"POST {BOARD_PATH}/members"]
    assert here.wire.sent() == {
        "emails": ["a@example.org", "b@example.org"],
        "role": "editor",
        "message": "Tere!",
    }
    assert invitation.successful == ("3458764500000000010",)
    assert [(one.email, one.reason) for one in invitation.failed] == [
        ("b@example.org", "INVITATION_FAILED")
    ]


def test_only_what_is_set_goes_out() -> None:
    here = world(reply({}, 201))
    invitation = here.client.members.invite(BOARD, ["a@example.org"])
    assert here.wire.sent() == {"emails": ["a@example.org"]}
    assert (invitation.successful, invitation.failed) == ((), ())


def test_people_are_not_written_to_twice() -> None:
    here = world(refusal(503))
    with pytest.raises(OutcomeUnknown):
        here.client.members.invite(BOARD, ["a@example.org"])
    assert len(here.wire.requests) == 1


@pytest.mark.parametrize("count", [0, 21])
def test_a_wrong_number_of_addresses_is_refused(count: int) -> None:
    here = world(reply({}, 201))
    with pytest.raises(InvalidArgument, match="1 to 20"):
        here.client.members.invite(BOARD, ["a@example.org"] * count)
    assert here.wire.requests == []


def test_members_have_names_and_roles() -> None:
    here = world(reply(offset_list(MEMBER)))
    assert [(one.name, one.role) for one in here.client.members.iterate(BOARD)] == [
        ("Ada Example", "owner")
    ]
    assert here.wire.urls == [f"GET {BOARD_PATH}/members?limit=50&offset=0"]
