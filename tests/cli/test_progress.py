"""Progress of long work on a terminal: one line a phase, with its own numbers."""

from __future__ import annotations

import re
from io import StringIO

from cli.progress import progress_on
from cli.surroundings import Surroundings
from workshops.progress import Phase, ProgressStep

CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal(StringIO):
    """A screen that keeps what was written on it."""

    def isatty(self) -> bool:
        return True


def shown(*steps: ProgressStep) -> list[str]:
    """Return the lines that are left on the screen."""
    screen = Terminal()
    here = Surroundings({}, StringIO(), StringIO(), screen, "en")
    with progress_on(here) as tell:
        for step in steps:
            tell(step)
    left = CONTROL.sub("", screen.getvalue()).replace("\r", "\n").splitlines()
    return [line.rstrip() for line in left if line.strip()][-len({s.phase for s in steps}) :]


def test_a_phase_tells_how_far_it_is_now() -> None:
    [line] = shown(*(ProgressStep(Phase.READING, done, 166) for done in (50, 100, 166)))
    assert "166 of 166" in line
    assert "50" not in line
    assert "/" not in line


def test_what_is_not_counted_shows_no_numbers() -> None:
    lines = shown(
        ProgressStep(Phase.READING, 3, 3),
        ProgressStep(Phase.PLACING, 0, 1),
        ProgressStep(Phase.PLACING, 1, 1),
    )
    assert [line.split("━")[0].strip() for line in lines] == [
        "Reading: 3 of 3",
        "Placing the notes",
    ]
