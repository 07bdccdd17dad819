"""Boards and the people on them."""

from __future__ import annotations

from miro_client.models.base import Id, Part, Parts, Text, Texts, Time, Truth, WireModel
from miro_client.models.items import Ref
from miro_client.models.pages import OffsetPage


class SharingPolicy(WireModel):
    """Who may open the board, and how."""

    access: Text = None
    invite_to_account_and_board_link_access: Text = None
    organization_access: Text = None
    team_access: Text = None
    access_password_required: Truth = None


class PermissionsPolicy(WireModel):
    """Who may copy and share the board."""

    collaboration_tools_start_access: Text = None
    copy_access: Text = None
    sharing_access: Text = None


class Policy(WireModel):
    """Both policies together."""

    sharing_policy: Part[SharingPolicy] = None
    permissions_policy: Part[PermissionsPolicy] = None


class Membership(WireModel):
    """The signed-in person's own place on the board."""

    id: Text = None
    name: Text = None
    role: Text = None


class Board(WireModel):
    """One board; `view_link` is the address people open."""

    id: Id
    name: Text = None
    description: Text = None
    view_link: Text = None
    policy: Part[Policy] = None
    team: Part[Ref] = None
    project: Part[Ref] = None
    owner: Part[Ref] = None
    current_user_membership: Part[Membership] = None
    created_at: Time = None
    created_by: Part[Ref] = None
    modified_at: Time = None
    modified_by: Part[Ref] = None
    last_opened_at: Time = None


class Member(WireModel):
    """A person on a board; Miro never gives an e-mail address."""

    id: Id
    name: Text = None
    role: Text = None


class FailedInvitation(WireModel):
    """An address that couldn't be invited, and why."""

    email: Text = None
    reason: Text = None


class Invitation(WireModel):
    """What became of an invitation: ids of those invited, and the addresses that failed."""

    successful: Texts = ()
    failed: Parts[FailedInvitation] = ()


BoardPage = OffsetPage[Board]
MemberPage = OffsetPage[Member]
