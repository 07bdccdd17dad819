"""A signal before it has words: what stands out, where, and with which values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that stands out; its labels come when it is worded, in the reader's language."""

    code: str
    zone: str | None = None
    values: Mapping[str, str | int | float] = field(default_factory=dict)
