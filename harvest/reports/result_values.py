"""Single values of a result as people read them: codes, numbers, days, actions, clusters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from board_templates.dates import time_text
from board_templates.result_spec import NoteNumbers
from harvest.reports.blocks import Bullet
from harvest.reports.labels import Labels, Path
from harvest.reports.note_texts import NoteTexts
from harvest.reports.words import number, short_date, translations

ACTION = {"text", "owner", "due", "due_text", "zone", "source", "done", "from"}
TEXT = {"text", "from"}
_CLOCK: Final = re.compile(r"\d\d:\d\d")
CLUSTER = {"no", "name", "from", "notes", "size", "votes"}


@dataclass(frozen=True)
class Values:
    """Says what a value is, in the language of the report."""

    labels: Labels
    notes: NoteTexts

    def scalar(self, path: Path, value: Any) -> str:  # noqa: ANN401  # any scalar of a result
        """Return a text, a number, a day, a time or a code; nothing for null and false."""
        code = self.labels.code(path, value) if isinstance(value, str | bool) else None
        if code is not None:
            return code
        if isinstance(value, bool):
            return translations(self.labels.lang).gettext("yes") if value else ""
        if isinstance(value, int | float):
            return number(value, self.labels.lang)
        return self._dated(value) if isinstance(value, str) else ""

    def lines(self, path: Path, value: Any, node: Any) -> Sequence[str]:  # noqa: ANN401  # any part of a result
        """Return a scalar or a list of scalars line by line, numbers of notes by their texts.

        Plain numbers stand on one line.
        """
        if not isinstance(value, list):
            return [said] if (said := self.scalar(path, value)) else []
        if isinstance(node, NoteNumbers):
            return [bullet.text for bullet in self.notes.bullets(value)]
        hidden = self.notes.nameless() if "" in value else ""
        texts = [hidden if inner == "" else self.scalar(path, inner) for inner in value]
        return [", ".join(texts)] if all(isinstance(inner, int) for inner in value) else texts

    def action(self, action: Mapping[str, Any]) -> Bullet:
        """Return an action on one line: what, who, by when."""
        parts = [action["text"], self.owner(action["owner"]), self.due(action)]
        return Bullet(" · ".join(part for part in parts if part))

    def owner(self, owner: str | bool | None) -> str:  # noqa: FBT001  # as in the envelope
        """Return who took an action on, as far as it may be told."""
        words = translations(self.labels.lang)
        return words.gettext("has an owner") if owner is True else str(owner or "")

    def due(self, action: Mapping[str, Any]) -> str:
        """Return the day an action is due."""
        return short_date(action["due"], self.labels.lang) if action["due"] else ""

    def cluster(self, cluster: Mapping[str, Any]) -> Bullet:
        """Return a cluster by its title, its notes below."""
        words = translations(self.labels.lang)
        name = cluster["name"] or words.gettext("Without a title")
        return Bullet(
            self.notes.with_votes(name, cluster["votes"]),
            children=tuple(self.notes.bullets(cluster["notes"])),
        )

    def _dated(self, value: str) -> str:
        try:
            return short_date(date.fromisoformat(value), self.labels.lang)
        except ValueError:
            return time_text(value, self.labels.lang) if _CLOCK.fullmatch(value) else value


def is_nothing(value: Any) -> bool:  # noqa: ANN401  # any part of a result
    """Tell whether there is nothing to show: a nought is something, but not noughts alone."""
    if isinstance(value, Mapping):
        said = [inner for name, inner in value.items() if name not in PLUMBING]
        return all(is_nothing(inner) or inner == 0 for inner in said)
    return value is None or (isinstance(value, str | list) and not value)


PLUMBING = frozenset({"from", "no"})
"""Fields that hold a result together; people are not shown them."""
