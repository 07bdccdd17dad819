"""A signal before it has words: what stands out, where, and with which values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that stands out.

    `planned` tells that people were counted as planned, not as they came; the text then says so.
    """

    code: str
    zone: str | None = None
    values: Mapping[str, str | int | float] = field(default_factory=dict)
    planned: bool = False
