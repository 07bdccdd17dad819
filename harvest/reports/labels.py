"""What fields, codes, zones and frames are called, out of the texts of method and plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from board_templates.plan import Plan, PlannedZone
from harvest.reports.report import ReportContext
from harvest.summary import Lang

Path = tuple[str, ...]

_NEUTRAL = re.compile(r"[a-z][a-z0-9_]*")
_COPY_OR_ROW = re.compile(r"[#@]\d+")
_FILLED_LATER = re.compile(r"\{\{.*?\}\}\.?\s*|\{%.*?%\}")


@dataclass(frozen=True)
class Labels:
    """Answers by path; a field whose label is empty is not shown to people.

    `written` holds what participants wrote: it is never taken for a code, whatever it says.
    """

    context: ReportContext
    written: frozenset[str] = frozenset()

    @property
    def lang(self) -> Lang:
        """The language of the report."""
        return self.context.lang

    def field(self, path: Path) -> str:
        """Return what a field is called: by its whole path, else by its name.

        Without any label a code is read out, and the name itself is made readable.
        """
        for key in (".".join(path), path[-1]):
            if key in self._said:
                return self._said[key]
        return self.code(path[:-1], path[-1]) or path[-1].replace("_", " ").capitalize()

    def key(self, path: Path, name: str) -> str:
        """Return what an entry of a map is called whose names come from the board."""
        return self.code(path, name) or name

    def numbered(self, path: Path, no: int | str) -> str:
        """Return what a row is called that goes by its number: `Voor 2`, where `no` has a label."""
        return f"{self._said.get('.'.join((*path, 'no')), '')} {no}".strip()

    def code(self, path: Path, value: Any) -> str | None:  # noqa: ANN401  # any scalar of a result
        """Return how people read a code of a field, or None when it is no code.

        A code is known by the field's name or by that of a field around it, or it names a zone.
        """
        key = str(value).lower() if isinstance(value, bool) else str(value)
        own = self._choices(path[-1]).get(key) if path else None
        if own or not _NEUTRAL.fullmatch(key) or key in self.written:
            return own
        around = (said for name in reversed(path[:-1]) if (said := self._choices(name).get(key)))
        return next(around, None) or self._zone_names.get(key)

    def order(self, path: Path) -> Sequence[str]:
        """Return the codes a field may have, in the order people know them by."""
        return (*self._choices(path[-1]), *self._zone_names)

    def zone(self, key: str | None) -> str:
        """Return what a zone is called; the cell of a table with its row."""
        key = key or ""
        row = key.partition("@")[2]
        label = self._label(key, self._planned.get(key))
        return f"{label} · {row}" if row and label != key else label

    def zone_alone(self, key: str) -> str:
        """Return what a zone is called; the cell of a table as its column, without the row."""
        return self._label(key, self._planned.get(key))

    def column(self, zone: PlannedZone) -> str:
        """Return what the column of a table is called."""
        return self._label(zone.key, zone)

    def frame(self, key: str | None) -> str:
        """Return the title of a frame."""
        key = key or ""
        frames = self._plan.frames if self._plan else ()
        planned = next((frame.title for frame in frames if frame.key == key), None)
        if planned and self._plan and self._plan.lang == self.lang:
            return planned
        title = self._frame_titles.get(_COPY_OR_ROW.sub("", key))
        return planned or _FILLED_LATER.sub("", title or "").strip() or key

    @property
    def _plan(self) -> Plan | None:
        return self.context.plan

    @cached_property
    def _planned(self) -> Mapping[str, PlannedZone]:
        return {zone.key: zone for zone in self._plan.zones} if self._plan else {}

    def _label(self, key: str, planned: PlannedZone | None) -> str:
        """Return the planned label, but the method's own text where it is in another language."""
        own = self._zone_texts.get(planned.id if planned else _COPY_OR_ROW.sub("", key), "")
        label = planned.label if planned else ""
        if label and self._plan and self._plan.lang == self.lang:
            return label
        return (own if "{" not in own else "") or label or _FILLED_LATER.sub("", own).strip() or key

    @cached_property
    def _zone_texts(self) -> Mapping[str, str]:
        own = self.context.method.texts[self.lang].zones if self.context.method else {}
        every = {**self.context.shared.texts[self.lang].zones, **own}
        return {zone_id: text.label for zone_id, text in every.items()}

    @cached_property
    def _frame_titles(self) -> Mapping[str, str]:
        own = self.context.method.texts[self.lang].frames if self.context.method else {}
        every = {**self.context.shared.texts[self.lang].frames, **own}
        return {frame_id: text.title for frame_id, text in every.items()}

    @cached_property
    def _zone_names(self) -> Mapping[str, str]:
        """The labels of zones by their own names, where one name has one label."""
        found: dict[str, str] = {}
        for name, label in self._named_zones():
            found[name] = "" if found.get(name, label) != label else label
        return {name: label for name, label in found.items() if label}

    def _named_zones(self) -> Iterator[tuple[str, str]]:
        for zone in self._planned.values():
            yield zone.id.partition(".")[2], self._label(zone.key, zone)
        planned = {zone.id for zone in self._planned.values()}
        for zone_id, label in self._zone_texts.items():
            if zone_id not in planned and "{" not in label:
                yield zone_id.partition(".")[2], label

    @cached_property
    def _said(self) -> Mapping[str, str]:
        own = self.context.method.texts[self.lang].result if self.context.method else {}
        return {**self.context.shared.texts[self.lang].result, **own}

    def _choices(self, name: str) -> Mapping[str, str]:
        own = self.context.method.texts[self.lang].choices if self.context.method else {}
        return {**self.context.shared.texts[self.lang].choices.get(name, {}), **own.get(name, {})}
