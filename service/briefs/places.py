"""Where a board goes: onto one that is there already, into which team, and who is invited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from service.briefs.reading import Sent

NAMES = frozenset({"on", "team", "invite"})
BETWEEN = re.compile(r"[\s,;]*[\n,;][\s,;]*")


@dataclass(frozen=True, kw_only=True)
class Place:
    """What was filled in; `on` is a reference to a board, empty for a board of its own.

    Neither goes into a template link: a colleague has boards, teams and people of their own.
    """

    on: str = ""
    team: str = ""
    invite: str = ""
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def invited(self) -> tuple[str, ...]:
        """The e-mail addresses, each once."""
        return tuple(dict.fromkeys(filter(None, BETWEEN.split(self.invite.strip()))))


def read_place(sent: Sent) -> Place:
    """Read where a board is to go."""
    on, team, invite = (sent.get(name, "").strip() for name in ("on", "team", "invite"))
    return Place(on=on, team=team, invite=invite)
