"""Moments as Miro writes them: UTC with whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(moment: float) -> str:
    """Give an epoch moment as `2026-05-20T06:38:21Z`; seconds are cut, as live answers show."""
    return datetime.fromtimestamp(int(moment), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
