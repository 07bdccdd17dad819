"""Dotted paths into rows: `who.text`, `bindings.time`, `parts.0.rest`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import StringConstraints

_NAME = r"[a-z][a-z0-9_]*"
Path = Annotated[str, StringConstraints(pattern=rf"^{_NAME}(\.({_NAME}|\d{{1,3}})){{0,4}}$")]


def at_path(row: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401  # whatever a row holds there
    """Return what stands at a path, or None where it leads nowhere."""
    value: Any = row
    for name in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value
