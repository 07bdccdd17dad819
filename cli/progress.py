"""Progress on the side: bars on a terminal, a line a phase elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.surroundings import Surroundings

if TYPE_CHECKING:
    from rich.progress import TaskID

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
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    from workshops.messages import progress_text

    columns = (TextColumn("{task.description:<32}"), BarColumn(bar_width=28))
    with Bars(*columns, console=here.messages) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: ProgressStep) -> None:
            text = progress_text(step, here.lang)  # with its numbers, where there are any
            if step.phase not in tasks:
                tasks[step.phase] = bars.add_task(text)
            task = tasks[step.phase]
            bars.update(task, description=text, completed=step.done, total=step.total)

        yield tell
