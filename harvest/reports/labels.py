"""What fields, codes, zones and frames are called, out of the texts of method and plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from harvest.reports.report import ReportContext
from harvest.summary import Lang

Path = tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """Answers by path; a field whose label is empty is not shown to people."""

    context: ReportContext
    _zones: dict[str, str] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)
    _frames: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:  # noqa: D105  # gathers what the plan says
        plan = self.context.plan
        if plan is None:
            return
        self._frames.update({frame.key: frame.title for frame in plan.frames})
        for zone in plan.zones:
            row = f" · {zone.row}" if zone.row is not None else ""
            self._zones[zone.key] = zone.label + row
            name = zone.id.partition(".")[2]
            doubtful = self._codes.get(name, zone.label) != zone.label
            self._codes[name] = "" if doubtful else zone.label

    @property
    def lang(self) -> Lang:
        """The language of the report."""
        return self.context.lang

    def field(self, path: Path) -> str:
        """Return what a field is called: by its whole path, else by its name.

        Without any label the name itself is made readable.
        """
        said = self._said
        for key in (".".join(path), path[-1]):
            if key in said:
                return said[key]
        return path[-1].replace("_", " ").capitalize()

    @property
    def _said(self) -> Mapping[str, str]:
        own: Mapping[str, str] = {}
        if self.context.method is not None:
            own = self.context.method.texts[self.lang].result
        return {**self.context.shared.texts[self.lang].result, **own}

    def code(self, path: Path, value: Any) -> str | None:  # noqa: ANN401  # any scalar of a result
        """Return how people read a code of a field, or None when it is no code.

        A code is known by the field's name or by that of a field around it, or it names a zone.
        """
        key = str(value).lower() if isinstance(value, bool) else str(value)
        named = (said for name in reversed(path) if (said := self._choice(name, key)))
        return next(named, None) or self._codes.get(key) or None

    def _choice(self, name: str, key: str) -> str | None:
        method = self.context.method
        own = method.texts[self.lang].choices.get(name, {}) if method is not None else {}
        return own.get(key) or self.context.shared.choice_label(name, key, self.lang)

    def zone(self, key: str | None) -> str:
        """Return what a zone is called."""
        return self._zones.get(key or "", key or "")

    def frame(self, key: str | None) -> str:
        """Return the title of a frame."""
        return self._frames.get(key or "", key or "")
