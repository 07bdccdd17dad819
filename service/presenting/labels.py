"""Names of zones, frames, fields and codes as people read them, from the method's own texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from board_templates.method import Lang, Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts

COPY = re.compile(r"#\d+")
ROW = re.compile(r"@\d+$")
MARKUP = re.compile(r"\*\*|\{\{.*?\}\}\.?\s*|\{%.*?%\}")
NEUTRAL = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, kw_only=True)
class Labels:
    """The words of one method in one language; `method` is null for a board of others."""

    method: Method | None
    shared: SharedTexts
    lang: Lang
    plan: Plan | None = None

    def zone(self, key: str) -> str:
        """Return the label of a zone by its key (`F1#2.public`), the key when it has none."""
        for zone in self.plan.zones if self.plan else ():
            if zone.key == key and self.plan is not None and self.plan.lang == self.lang:
                return zone.label
        label = self._zone_texts().get(ROW.sub("", COPY.sub("", key)))
        return label or self._planned(key) or key

    def frame(self, key: str) -> str:
        """Return the title of a frame by its key."""
        frames = self.plan.frames if self.plan else ()
        title = next((frame.title for frame in frames if frame.key == key), None)
        return title or self._frame_text(COPY.sub("", key)) or key

    def field(self, path: str) -> str | None:
        """Return the label of a field of the result (`stakeholders.sector`).

        Empty for a field that people are not shown, null when nobody named it.
        """
        own = self._result_texts()
        name = path.rpartition(".")[2]
        for key in (path, name):
            if key in own:
                return own[key]
        return self.zone_named(name)

    def code(self, path: str, code: str) -> str | None:
        """Return how people read a code in a field, or null when it isn't one.

        The choices are those of the field, else of what it lies in (`salience.class`).
        """
        if not NEUTRAL.fullmatch(code):
            return None
        choices = self.method.texts[self.lang].choices if self.method else {}
        for name in reversed(path.split(".")):
            own = choices.get(name, {}).get(code)
            found = own or self.shared.choice_label(name, code, self.lang)
            if found:
                return found
        return self.zone_named(code)

    def zone_named(self, name: str) -> str | None:
        """Return the label of the zone of this name (`engage_closely`), whichever its frame."""
        texts = self._zone_texts().items()
        found = {label for key, label in texts if label and key.rpartition(".")[2] == name}
        if not found and self.plan is not None and self.plan.lang == self.lang:
            zones = self.plan.zones
            found = {zone.label for zone in zones if zone.id.rpartition(".")[2] == name}
        return found.pop() if len(found) == 1 else None

    def sign(self, name: str) -> str | None:
        """Return what a dot of this name says (`supports`)."""
        return self.shared.texts[self.lang].signs.get(_SIGNS.get(name, ""))

    def _result_texts(self) -> Mapping[str, str]:
        own = self.method.texts[self.lang].result if self.method else {}
        return {**self.shared.texts[self.lang].result, **own}

    def _zone_texts(self) -> dict[str, str]:
        own = self.method.texts[self.lang].zones if self.method else {}
        every = {**self.shared.texts[self.lang].zones, **own}
        return {key: MARKUP.sub("", text.label).strip() for key, text in every.items()}

    def _planned(self, key: str) -> str | None:
        zones = self.plan.zones if self.plan else ()
        return next((zone.label for zone in zones if zone.key == key), None)

    def _frame_text(self, frame_id: str) -> str | None:
        own = self.method.texts[self.lang].frames if self.method else {}
        text = own.get(frame_id) or self.shared.texts[self.lang].frames.get(frame_id)
        return MARKUP.sub("", text.title).strip() if text else None

    def parameter(self, name: str) -> str | None:
        """Return what the brief calls a value."""
        own = self.method.texts[self.lang].parameters if self.method else {}
        text = own.get(name) or self.shared.texts[self.lang].parameters.get(name)
        return text.label if text else None


_SIGNS: Mapping[str, str] = {"supports": "+", "unsure": "?", "opposes": "×", "affected": "!"}
