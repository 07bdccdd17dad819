"""A method's example: a believable brief, and what believable people did on its board."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from board_templates.method import Method
from board_templates.yaml_reading import read_yaml
from workshops.briefs import Lang
from workshops.errors import OurFault
from workshops.fillers import filled

FILE = "example.yaml"
Act = Mapping[str, Any]


class Example(BaseModel):
    """The file as it is; an act has `who`, one verb, and the verb's details."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    brief: dict[Lang, dict[str, Any]]
    people: int = 12
    attended: int | None = None
    acts: tuple[dict[str, Any], ...] = Field(default=())


def shown_brief(method: Method, lang: Lang) -> Mapping[str, Any]:
    """Return values to show a method with: its example's, else the least its fields take."""
    try:
        example = Example.model_validate(method.example)
    except ValidationError:
        return filled(method)
    return {**filled(method), **example.brief.get(lang, {})}


def read_example(folder: Path) -> Example:
    """Return the example of a method folder.

    Raises `OurFault` when it has none that can be used.
    """
    file = folder / FILE
    try:
        document = read_yaml(file.read_text(encoding="utf-8"), FILE)
        if document.faults:
            raise OurFault(reason="; ".join(str(fault) for fault in document.faults))
        return Example.model_validate(document.value)
    except (OSError, ValidationError) as error:
        raise OurFault(reason=f"{file.parent.name}/{FILE}: {error}") from error
