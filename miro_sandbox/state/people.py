"""The simulated people, made the first time their token is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miro_sandbox.state.database import Tx

TEAM_ID = 3_074_457_300_000_000_001
TEAM_NAME = "Sandbox team"
ORGANISATION_ID = 3_074_457_300_000_000_002
ORGANISATION_NAME = "Sandbox"


@dataclass(frozen=True)
class Person:
    """Somebody with a token: numeric id and name."""

    id: int
    name: str


def person_named(tx: Tx, name: str) -> Person | None:
    """Give the person with this name, or None."""
    row = tx.row("SELECT id, name FROM people WHERE name = ?", name)
    return Person(*row) if row else None


def met(tx: Tx, name: str) -> Person:
    """Give the person with this name, made now when new; needs a writing transaction."""
    known = person_named(tx, name)
    if known is not None:
        return known
    person = Person(tx.next_ids()[0], name)
    tx.run("INSERT INTO people VALUES (?, ?)", person.id, person.name)
    return person


def person(tx: Tx, person_id: int) -> Person | None:
    """Give the person with this id, or None."""
    row = tx.row("SELECT id, name FROM people WHERE id = ?", person_id)
    return Person(*row) if row else None
