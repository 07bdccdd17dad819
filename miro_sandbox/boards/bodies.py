"""What a board's body may say, and its defaults, as Miro documents them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from miro_sandbox.validation import Field, Schema, enum, length, nested

if TYPE_CHECKING:
    from miro_sandbox.config import Config

PERMISSIONS = {
    "collaborationToolsStartAccess": enum("all_editors", "board_owners_and_coowners"),
    "copyAccess": enum("anyone", "team_members", "team_editors", "board_owner"),
    "sharingAccess": enum("team_members_with_editing_rights", "owner_and_coowners"),
}
SHARING = {
    "access": enum("private", "view", "edit", "comment"),
    "inviteToAccountAndBoardLinkAccess": enum("viewer", "commenter", "editor", "no_access"),
    "organizationAccess": enum("private", "view", "comment", "edit"),
    "teamAccess": enum("private", "view", "comment", "edit"),
}
_COPY = {
    "name": Field("String", length(1, 60)),
    "description": Field("String", length(0, 300)),
    "teamId": Field("String"),
    "policy": nested({"permissionsPolicy": nested(PERMISSIONS), "sharingPolicy": nested(SHARING)}),
}
COPY = Schema(_COPY)
CREATE = Schema({**_COPY, "projectId": Field("String")})


def defaults(config: Config) -> dict[str, Any]:
    """Give the body of a board about which nothing was said."""
    return {
        "name": "Untitled",
        "description": "",
        "project": None,
        "permissionsPolicy": {
            "collaborationToolsStartAccess": "all_editors",
            "copyAccess": "anyone",
            "sharingAccess": "team_members_with_editing_rights",
        },
        "sharingPolicy": {
            "access": "private",
            "inviteToAccountAndBoardLinkAccess": "no_access",
            "organizationAccess": "private",
            "teamAccess": config.team_access,
        },
    }


def merged(stored: dict[str, Any], sent: dict[str, Any], config: Config) -> dict[str, Any]:
    """Give a board's body with what was sent put over it.

    Plan or organisation may keep a board from being opened by link; whether Miro then refuses the
    call or, as here with `link_access` "refused", leaves the board private, is not confirmed.
    """
    policy = sent.get("policy", {})
    plain: dict[str, Any] = {name: sent[name] for name in ("name", "description") if name in sent}
    project = {"project": sent["projectId"]} if "projectId" in sent else {}
    return {
        **stored,
        **plain,
        **project,
        "permissionsPolicy": {
            **stored["permissionsPolicy"],
            **policy.get("permissionsPolicy", {}),
        },
        "sharingPolicy": {
            **stored["sharingPolicy"],
            **policy.get("sharingPolicy", {}),
            **({"access": "private"} if config.link_access == "refused" else {}),
        },
    }
