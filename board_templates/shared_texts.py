"""The texts and rules that all methods share: fields of every brief, intro frame, tags, signals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from board_templates.board_spec import FrameSpec, Name, Spec, ZoneSpec
from board_templates.method import FrameText, Lang, Parameter, ParameterText, ZoneText

Severity = Literal["info", "warn"]
Use = Literal["practice", "private", "parking"]
"""How what lies in a zone of the intro frame is read."""


def _label(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


class CommonTag(Spec):
    """A tag known everywhere; `always` ones are on every board."""

    id: Name
    colour: str
    always: bool = False


class FaultText(Spec):
    """What a form says of a wrong field, and what would be right."""

    reason: str
    allowed: str = ""


class IntroZone(ZoneSpec):
    """A zone of the intro frame; `use` where what lies in it is not read as elsewhere."""

    use: Use | None = None


class IntroFrame(FrameSpec):
    """The frame every board starts with."""

    zones: tuple[IntroZone, ...] = Field(default=(), max_length=60)


class Common(Spec):
    """What is the same in every language."""

    parameters: tuple[Parameter, ...]
    tags: tuple[CommonTag, ...]
    warnings: frozenset[str]
    voice_signals: frozenset[str]
    dot_colours: dict[str, str]


class CommonTexts(Spec):
    """The shared texts of one language. `openings` are by the kind of a step.

    `result` are labels of fields that the results of many methods have.
    """

    language: str
    parameters: dict[str, Annotated[ParameterText, BeforeValidator(_label)]]
    choices: dict[str, dict[str, str]]
    colours: dict[str, str]
    tags: dict[str, str]
    signs: dict[str, str]
    signals: dict[str, str]
    severities: dict[Severity, str]
    phases: dict[str, str]
    statuses: dict[str, str]
    openings: dict[str, str]
    frames: dict[str, FrameText]
    zones: dict[str, Annotated[ZoneText, BeforeValidator(_label)]]
    words: dict[str, str]
    faults: dict[str, FaultText]
    result: dict[str, str] = Field(default_factory=dict)


class SharedTexts(Spec):
    """Everything shared, in both languages."""

    common: Common
    intro: IntroFrame
    texts: dict[Lang, CommonTexts]
    digest: str = Field(default="")

    @property
    def uses(self) -> dict[str, Use]:
        """The zones that are not read as others are, by their ids (`F0.stays`)."""
        named = {f"{self.intro.id}.{zone.name}": zone.use for zone in self.intro.zones}
        return {zone_id: use for zone_id, use in named.items() if use is not None}

    def severity(self, code: str) -> Severity:
        """Return how much attention a signal needs; for information unless said otherwise."""
        return "warn" if code in self.common.warnings else "info"

    def tag_titles(self, tag_id: str) -> dict[Lang, str]:
        """Return the titles of a common tag in each language; the group's holds `{{ g }}`."""
        return {lang: texts.tags[tag_id] for lang, texts in self.texts.items()}

    def choice_label(self, key: str, code: str, lang: Lang) -> str | None:
        """Return how people read a code, or None when it isn't a shared one."""
        return self.texts[lang].choices.get(key, {}).get(code)
