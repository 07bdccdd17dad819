"""The switches of the sandbox, one for every reading of Miro that nobody has confirmed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ALL_SCOPES = ("boards:read", "boards:write")


def _random_text() -> str:
    return secrets.token_urlsafe(24)


@dataclass(frozen=True)
class App:
    """An OAuth app known to the sandbox; scopes belong to the app, as in Miro's settings."""

    client_id: str
    client_secret: str
    redirect_uris: tuple[str, ...]
    name: str = "Workshop tool"
    scopes: tuple[str, ...] = ALL_SCOPES
    expiring: bool = True


@dataclass(frozen=True)
class Config:
    """How strict the sandbox is, and how it reads what Miro leaves open; every field has a default.

    `secret` makes codes and tokens. `credits_per_minute` counts per token's person and app.
    `links_base` replaces the called address in `links`; `view_link` is the template of a board's
    `viewLink`, after the called address when it begins with a slash. `refusal_form` is whose error
    body the token endpoint speaks. Times are in seconds.
    """

    credits_per_minute: int = 100_000
    window_seconds: int = 60
    refused_calls_cost: bool = False
    retry_after: bool = False

    links_base: str | None = None
    view_link: str = "https://miro.com/app/board/{id}"

    team_access: Literal["private", "view", "comment", "edit"] = "edit"
    link_access: Literal["as_asked", "refused"] = "as_asked"
    board_limit: int | None = None
    refusal_form: Literal["oauth", "miro"] = "oauth"
    secret: Callable[[], str] = _random_text
    scopes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apps: tuple[App, ...] = ()

    connector_created: Literal[200, 201] = 200
    duplicate_tag: Literal[400, 409] = 400
    tags_per_board: int | None = None
    trim_tag_titles: bool = False
    whole_box_in_frame: bool = True
    shrink_over_children: Literal["refuse", "allow"] = "refuse"
    newline: Literal["keep", "br"] = "keep"
    bare_entities: Literal["keep", "encode"] = "keep"
    wrap_content: bool = False
    content_limit: int = 6000
    numeric_style: Literal["refuse", "accept"] = "refuse"
    sticky_digits: int | None = 3
    bulk_field: str = "{index}.{field}"
    list_lag: float = 0.0
    board_list_lag: float = 0.0
    board_total_cap: int = 10_000
    delay: float = 0.0
