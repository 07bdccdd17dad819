"""Dotted paths into rows: `who.text`, `bindings.time`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import StringConstraints

Path = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){0,4}$")]


def at_path(row: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401  # whatever a row holds there
    """Return what stands at a path, or None where it leads nowhere."""
    value: Any = row
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value
