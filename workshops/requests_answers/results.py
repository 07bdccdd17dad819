"""What is read from boards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from workshops.requests_answers.boards import WorkshopState

if TYPE_CHECKING:
    from harvest.summary import Summary

NamesMode = Literal["tasks", "none", "pseudonym", "full"]


@dataclass(frozen=True, kw_only=True)
class HarvestRequest:
    """How a board is to be read; `lang` is the report's, the board's own when null."""

    lang: str | None = None
    names: NamesMode = "tasks"
    attended: int | None = None


@dataclass(frozen=True, kw_only=True)
class HarvestAnswer:
    """A summary and what reading the board took; `state` is that of the board when it was read."""

    workshop: str
    summary: Summary
    requests: int
    credits: int
    seconds: float
    state: WorkshopState = "ready"


@dataclass(frozen=True, kw_only=True)
class SummaryView:
    """A stored summary as lists show it."""

    id: str
    at: datetime
    matched_by: str
    read: int
    counted: int


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file made of a summary."""

    name: str
    media_type: str
    content: bytes
