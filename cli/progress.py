"""Progress on the side: bars on a terminal, a line a phase elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.surroundings import Surroundings

if TYPE_CHECKING:
    from workshops.progress import Progress, ProgressStep


@contextmanager
def progress_on(here: Surroundings) -> Iterator[Progress]:
    """Give the place where long work tells how far it is."""
    if here.messages.is_terminal:
        with _bars(here) as tell:
            yield tell
    else:
        yield _lines(here)


def _lines(here: Surroundings) -> Progress:
    from workshops.messages import progress_text

    told: set[str] = set()

    def tell(step: ProgressStep) -> None:
        if step.done >= step.total and step.phase not in told:
            told.add(step.phase)
            here.say(f"  {progress_text(step, here.lang)}")

    return tell


@contextmanager
def _bars(here: Surroundings) -> Iterator[Progress]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    from workshops.messages import progress_text

    columns = (TextColumn("{task.description:<32}"), BarColumn(bar_width=28), MofNCompleteColumn())
    with Bars(*columns, console=here.messages) as bars:
        tasks: dict[str, int] = {}

        def tell(step: ProgressStep) -> None:
            if step.phase not in tasks:
                text = progress_text(step, here.lang)
                tasks[step.phase] = bars.add_task(text, total=step.total)
            bars.update(tasks[step.phase], completed=step.done, total=step.total)  # type: ignore[arg-type]

        yield tell
