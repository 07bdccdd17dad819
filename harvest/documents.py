"""The documents made out of the code: the readings and the schema of the envelope."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from harvest.cells import POLICIES
from harvest.readings import READINGS
from harvest.readings.base import Reading
from harvest.summary import envelope_schema

_TITLE = """# Readings

What `lists` in a method's harvest.yaml may ask for. Written by
`python -m harvest.documents docs`; do not edit.

A list is `name: {reading: {arguments}}`. Its rows are plain values: numbers, texts, lists, maps.
In expressions a list goes by its name; beside the lists there are `brief`, `people` (who came,
else who was expected), `attended`, `today`, `labels` (zone id → label in the language of the
report) and `planned` (a sentence when people were counted as planned). Zones are named by their
neutral ids, `*` stands for any letters.
"""


def documents() -> Mapping[str, str]:
    """Return the text of each document by its file name."""
    schema = json.dumps(envelope_schema(), ensure_ascii=False, indent=2) + "\n"
    return {"readings.md": readings_document(), "envelope.schema.json": schema}


def readings_document() -> str:
    """Return all readings as Markdown: what each gives, its arguments, its fields."""
    parts = [_TITLE, *(_reading(reading) for reading in READINGS.values()), _policies()]
    return "\n".join(parts)


def _reading(reading: Reading[Any]) -> str:
    lines = [f"## `{reading.name}`", "", reading.about, ""]
    if reading.order:
        lines += [f"Order: {reading.order}.", ""]
    lines += ["| argument | kind | default |", "|---|---|---|", *_arguments(reading.arguments), ""]
    lines += ["| field | what |", "|---|---|"]
    lines += [f"| `{name}` | {what} |" for name, what in reading.gives.items()]
    return "\n".join([*lines, ""])


def _arguments(model: type[BaseModel]) -> Iterator[str]:
    properties = model.model_json_schema(by_alias=True)["properties"]
    for name, field in model.model_fields.items():
        said = field.alias or name
        kind = field.description or _kind(properties[said])
        default = "–" if field.is_required() else f"`{_default(field.default)}`"
        yield f"| `{said}` | {kind} | {default} |"


def _kind(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " / ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        kinds = (_kind(option) for option in schema["anyOf"] if option.get("type") != "null")
        return " or ".join(kinds)
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    if schema.get("type") == "object":
        return "a policy for each column or zone"
    return str(schema.get("description") or schema.get("type") or "value")


def _default(value: object) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, default=str)


def _policies() -> str:
    lines = ["## Cell policies", "", "How `rows` and `frames` read a column or a zone.", ""]
    lines += ["| policy | what it gives |", "|---|---|"]
    lines += [f"| `{name}` | {what} |" for name, what in POLICIES.items()]
    return "\n".join([*lines, ""])


def write_documents(folder: Path) -> None:
    """Write every document into a folder."""
    for name, text in documents().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_documents(Path(sys.argv[1]))
