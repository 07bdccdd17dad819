"""How far a job is, as one bar and one sentence."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from service.texts import texts_in
from workshops.messages import progress_text
from workshops.requests_answers import JobView, WorkshopView

UNDER_WAY = frozenset({"waiting", "running"})


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A bar from 0 to `total`, unknown when `total` is 0, and the sentence beside it."""

    state: str
    done: int
    total: int
    text: str

    def as_json(self) -> dict[str, Any]:
        """Give it as the script of the page reads it."""
        return asdict(self)


def is_under_way(job: JobView) -> bool:
    """Tell whether a job waits or runs."""
    return job.state in UNDER_WAY


def progress_of(view: WorkshopView, job: JobView | None, lang: str) -> Progress:
    """Return how far the work on a workshop is.

    While a board is made the bar is the board as a whole, not one phase of it.
    """
    if job is not None and job.kind == "harvest":
        return progress_of_job(job, lang)
    state = view.state if job is None else job.state
    return Progress(
        state=state, done=view.created, total=view.planned, text=_sentence(state, job, lang)
    )


def progress_of_job(job: JobView, lang: str) -> Progress:
    """Return how far a job is by its own phases."""
    done, total = (job.step.done, job.step.total) if job.step else (0, 0)
    return Progress(state=job.state, done=done, total=total, text=_sentence(job.state, job, lang))


def _sentence(state: str, job: JobView | None, lang: str) -> str:
    _ = texts_in(lang).gettext
    if job is None:
        return _("The board is being made …") if state == "making" else ""
    if job.state == "waiting" and job.error is not None:
        return _("Miro does not answer as it should. Koosloome tries again by itself …")
    if job.state == "waiting":
        return _("Waiting for its turn …")
    if job.step is None:
        return _("Beginning …")
    return progress_text(job.step, lang)
