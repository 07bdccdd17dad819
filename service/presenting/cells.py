"""One value of a result as the lines that stand in a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from harvest.summary import Action, Summary
from service.formats import Formats
from service.presenting.labels import Labels
from service.texts import texts_in

Cell = tuple[str, ...]
"""The lines of a cell; none when there is nothing to show."""

ACTION_FIELDS = frozenset({"text", "owner", "due", "due_text", "done"})
CLUSTER_FIELDS = frozenset({"no", "name", "from", "notes", "size", "votes"})
TEXT_FIELDS = frozenset({"text", "from"})


@dataclass(frozen=True, kw_only=True)
class Cells:
    """Turns values into lines: notes by their texts, codes by their labels."""

    summary: Summary
    labels: Labels
    formats: Formats

    @property
    def yes(self) -> Cell:
        """What stands for a plain truth."""
        return (texts_in(self.formats.lang).gettext("yes"),)

    @cached_property
    def _written(self) -> frozenset[str]:
        """What people wrote is never taken for a code."""
        return frozenset(note.text for note in self.summary.notes if note.text)

    def is_single(self, value: object) -> bool:
        """Tell whether a mapping is one thing to people: a text with its source, an action."""
        return isinstance(value, Mapping) and (
            set(value) == TEXT_FIELDS or set(value) >= ACTION_FIELDS
        )

    def of(self, path: str, value: object) -> Cell:
        """Return the lines of a value; `path` says which field it is of."""
        if value is None or value in ("", [], {}):
            return ()
        if isinstance(value, bool):
            return self._truth(path, yes=value)
        if isinstance(value, int | float):
            return (self.formats.number(value),)
        if isinstance(value, str):
            return (self._text(path, value),)
        if isinstance(value, list):
            return self._list(path, value)
        return self._mapping(path, value) if isinstance(value, Mapping) else (str(value),)

    def action(self, action: Action) -> Cell:
        """Return an action as a line: what, who, by when."""
        return self._action(action.model_dump(mode="json", by_alias=True))

    def _truth(self, path: str, *, yes: bool) -> Cell:
        if not yes:
            return ()
        label = self.labels.code(path, "true")
        return (label,) if label else self.yes

    def _text(self, path: str, value: str) -> str:
        label = self.labels.code(path, value)
        if label is not None and value not in self._written:
            return label
        try:
            return self.formats.day(date.fromisoformat(value))
        except ValueError:
            return value

    def _list(self, path: str, value: list[Any]) -> Cell:
        if all(isinstance(entry, int) and not isinstance(entry, bool) for entry in value):
            return tuple(self.note(entry) for entry in value)
        return tuple(line for entry in value if (line := self._line(path, entry)))

    def _line(self, path: str, entry: object) -> str:
        """Return one entry of a list as one line, however many parts it has."""
        return " · ".join(self.of(path, entry))

    def _mapping(self, path: str, value: Mapping[str, Any]) -> Cell:
        if set(value) == TEXT_FIELDS:
            return self.of(path, value["text"])
        if set(value) >= ACTION_FIELDS:
            return self._action(value)
        if set(value) == CLUSTER_FIELDS:
            return (self._cluster(value),)
        lines = []
        for name, part in value.items():
            said = self.labels.field(f"{path}.{name}") or self.labels.sign(name)
            if said and (cell := self.of(f"{path}.{name}", part)) and cell != ("0",):
                lines.append(said if cell == self.yes else _said(said, ", ".join(cell)))
        counts = all(isinstance(part, int) for part in value.values())
        return (", ".join(lines),) if counts and lines else tuple(lines)

    def _cluster(self, value: Mapping[str, Any]) -> str:
        texts = texts_in(self.formats.lang)
        name = value["name"] or texts.gettext("Without a title")
        line = _said(str(name), "; ".join(self.note(number) for number in value["notes"]))
        if not value["votes"]:
            return line
        votes = texts.ngettext("%(num)s vote", "%(num)s votes", value["votes"])
        return f"{line} ({votes % {'num': value['votes']}})"

    def _action(self, value: Mapping[str, Any]) -> Cell:
        owner = value["owner"]
        due = date.fromisoformat(value["due"]) if value["due"] else None
        parts = [
            str(value["text"]),
            f"@{owner}" if isinstance(owner, str) else "",
            self.formats.day(due) if due else value["due_text"] or "",
        ]
        return (", ".join(part for part in parts if part),)

    def note(self, number: int) -> str:
        """Return the text of a note by its number."""
        _ = texts_in(self.formats.lang).gettext
        if not 1 <= number <= len(self.summary.notes):
            return f"{number}"
        return self.summary.notes[number - 1].text or _("(private)")


def _said(label: str, text: str) -> str:
    """Put a label before a text; a question needs no colon."""
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"
