"""Members: inviting, listing, changing, removing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.miro_sandbox.conftest import Sandbox


def test_an_invitation_tells_who_was_added_and_who_not(sandbox: Sandbox, board: str) -> None:
    answer = sandbox.ok("POST", f"{board}/members", {"emails": ["mari@example.org", "nobody"]})

    mari = sandbox.ok("GET", "/v1/oauth-token", who="mari")["user"]["id"]
    assert answer == {
        "successful": [int(mari)],
        "failed": [{"email": "nobody", "reason": "INVITATION_FAILED"}],
    }
    member = sandbox.ok("GET", f"{board}/members/{mari}")
    assert (member["role"], member["type"]) == ("commenter", "board_member")
    assert "links" in member


def test_bodies_are_checked(sandbox: Sandbox, board: str) -> None:
    path = f"{board}/members"

    assert sandbox.fields("POST", path, {}) == {
        "emails": "Field [emails] of type [Array] is required"
    }
    assert list(sandbox.fields("POST", path, {"emails": []})) == ["emails"]
    assert list(sandbox.fields("POST", path, {"emails": ["a@b.ee"] * 21})) == ["emails"]
    assert list(sandbox.fields("POST", path, {"emails": ["a@b.ee"], "role": "boss"})) == ["role"]
    assert list(sandbox.fields("POST", path, {"emails": [1]})) == ["emails[0]"]


def test_somebody_who_writes_by_the_access_of_the_team_is_listed(
    sandbox: Sandbox, board: str
) -> None:
    sandbox.ok("POST", f"{board}/sticky_notes", {"data": {"content": "Vald"}}, who="mari")

    listed = sandbox.ok("GET", f"{board}/members")
    mari = next(member for member in listed["data"] if member["name"] == "mari")
    assert (mari["role"], listed["total"]) == ("editor", 2)
    assert sandbox.ok("GET", f"{board}/members/{mari['id']}")["name"] == "mari"


def test_members_are_listed_by_offset_with_small_limits(sandbox: Sandbox, board: str) -> None:
    emails = [f"p{i}@example.org" for i in range(3)]
    sandbox.ok("POST", f"{board}/members", {"emails": emails, "role": "editor"})

    page = sandbox.ok("GET", f"{board}/members?limit=2&offset=1")

    assert (page["total"], page["size"], page["type"]) == (4, 2, "list")
    assert [m["role"] for m in page["data"]] == ["editor", "editor"]
    assert all(set(m) == {"id", "name", "role", "type"} for m in page["data"])


def test_roles_change_and_an_owner_is_granted_as_coowner(sandbox: Sandbox, board: str) -> None:
    invited = sandbox.ok("POST", f"{board}/members", {"emails": ["m@e.ee"], "role": "owner"})
    member = f"{board}/members/{invited['successful'][0]}"

    assert sandbox.ok("GET", member)["role"] == "coowner"
    assert sandbox.ok("PATCH", member, {"role": "viewer"})["role"] == "viewer"
    assert sandbox.call("DELETE", member).status_code == 204
    sandbox.refused("GET", member, status=404)


def test_the_owner_stays(sandbox: Sandbox, board: str) -> None:
    owner = sandbox.ok("GET", board)["owner"]["id"]

    sandbox.refused("DELETE", f"{board}/members/{owner}", status=403)
    sandbox.refused("PATCH", f"{board}/members/{owner}", {"role": "viewer"}, status=403)
