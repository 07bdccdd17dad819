"""Work that outlives a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from workshops.progress import ProgressStep
from workshops.stored_error import StoredError

JobState = Literal["waiting", "running", "done", "failed", "cancelled"]
JobKind = Literal["create", "resume", "harvest"]


@dataclass(frozen=True, kw_only=True)
class JobView:
    """A job as its page shows it."""

    id: str
    kind: JobKind
    workshop: str | None
    state: JobState
    step: ProgressStep | None
    error: StoredError | None
    created_at: datetime
    changed_at: datetime
