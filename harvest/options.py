"""What whoever harvests decides, and the facts a pure reading can't find out by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from harvest.summary import Lang, Names


@dataclass(frozen=True, kw_only=True)
class HarvestOptions:
    """How to harvest.

    `lang` is the language of the report's labels and signals. `harvested_at` is an aware instant.
    `session_date` is when the workshop took place (else the brief's, else the day of the harvest).
    `salt` is new for each harvest; author ids are hashed with it. `member_names` maps person ids
    to names, `pseudonyms` names to the pseudonyms already used in the programme. `known_names` are
    of people whom texts may speak of; they serve to leave them out and stand nowhere.
    """

    lang: Lang
    harvested_at: datetime
    names: Names = "tasks"
    attended: int | None = None
    session_date: date | None = None
    facilitator_ids: frozenset[str] = frozenset()
    salt: bytes = b""
    member_names: Mapping[str, str] = field(default_factory=dict)
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    known_names: tuple[str, ...] = ()
