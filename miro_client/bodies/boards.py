"""Bodies of boards."""

from __future__ import annotations

from dataclasses import dataclass

from miro_client.bodies.wire import JsonObject, Style, given


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingPolicy(Style):
    """Who may open the board: private, view, comment or edit.

    `invite_to_account_and_board_link_access` is viewer, commenter, editor or no_access.
    """

    access: str | None = None
    invite_to_account_and_board_link_access: str | None = None
    organization_access: str | None = None
    team_access: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionsPolicy(Style):
    """Who may copy the board: anyone, team_members, team_editors or board_owner.

    The other two fields can be changed only through Miro's support.
    """

    copy_access: str | None = None
    sharing_access: str | None = None
    collaboration_tools_start_access: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardBody:
    """A board: name of 1 to 60 characters, description of at most 300."""

    name: str | None = None
    description: str | None = None
    team_id: str | None = None
    project_id: str | None = None
    sharing: SharingPolicy | None = None
    permissions: PermissionsPolicy | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        policy = {
            "sharingPolicy": self.sharing.wire() if self.sharing else None,
            "permissionsPolicy": self.permissions.wire() if self.permissions else None,
        }
        return given(
            {
                "name": self.name,
                "description": self.description,
                "teamId": self.team_id,
                "projectId": self.project_id,
                "policy": given(policy),
            }
        )
