"""What a list tells of each method, taken from its parsed form: nothing is built to list methods.

A parsed form was checked before it was kept, so its values are taken as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from board_templates.phases import PHASES
from board_templates.plain import Plain

if TYPE_CHECKING:  # the models of a whole method are heavy
    from board_templates.method import Method

LAST = 1000
"""The place in the catalogue of a method that names none (`Identity.order`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A method in a list: `names` and `purposes` by language, lengths in minutes.

    `status` tells how far a method of people's own has come; others have none.
    """

    id: str
    version: int
    status: str | None
    phase: str
    order: int
    minutes: Mapping[str, int]
    people: Mapping[str, int]
    names: Mapping[str, str]
    purposes: Mapping[str, str]

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it stands among others: by phase, then in the order of the catalogue."""
        return PHASES.index(self.phase), self.order, self.id


def parsed_entry(raw: Mapping[str, Plain]) -> Entry:
    """Return the entry of a method's parsed form."""
    identity, texts = raw["identity"], raw["texts"]
    return Entry(
        id=identity["id"],
        version=identity["version"],
        status=identity.get("status"),
        phase=identity["phase"],
        order=identity.get("order", LAST),
        minutes={key: identity["minutes"][key] for key in ("default", "min", "max")},
        people={key: identity["people"][key] for key in ("min", "max")},
        names={lang: words["name"] for lang, words in texts.items()},
        purposes={lang: words["purpose"] for lang, words in texts.items()},
    )


def entry_of(method: Method) -> Entry:
    """Return the entry of a method that was built."""
    return parsed_entry(method.model_dump(include={"identity", "texts"}))
