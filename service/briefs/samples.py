"""Values that stand in for what nobody has filled in yet, so that a picture can be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from board_templates.method import Parameter


def completed(
    parameters: Iterable[Parameter], values: Mapping[str, Any], example: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the values with every required one that is missing taken from the example."""
    missing = [p.name for p in parameters if p.required and values.get(p.name) in (None, "", [])]
    return {**values, **{name: example[name] for name in missing if name in example}}
