"""docs/benchmarks.md from what one run found: ratios first, the machine described."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from tests.bench.run import OURS, Figures, Row

INTRO = """# How fast it is

Written by `make bench`; do not edit. All figures come from one run on one machine:

> {machine}

When the run began, the load of its cores by other work was {load:.1f}; much above 0, read the
seconds and the own work as too high.

The stand-in for Miro is our sandbox in a process of its own, on a socket, {delay:.0f} ms away
(`delay` in [sandbox.md](sandbox.md)): each call is answered that long after it came, the sandbox's
own work included, so the stand-in is not the bottleneck. Its credit budget is lifted; on Miro, a
budget of 100,000 credits a minute bounds very large boards. Seconds depend on machine and distance;
ratios much less.

“In flight” is the most calls under way at once, counted at the stand-in. “Chain” is the time of the
calls that have to wait for each other: the calls of a phase, eight at a time. “Formula” is how many
calls there are by design.

The others are Miro's own Python client (`miro-api`) and `miro-board`, each as installed from its
package, in an environment of its own, timed from its first call. `miro-board` has Miro's address
built in; the bench sets that one constant and changes nothing else. It offers no call that makes a
board, so that one goes through its raw request. Neither sends calls side by side.
"""

METHODS = "The example of each method, for so many people."
READING = """The notes lie in ten frames, which Koosloome reads side by side. Where notes beyond the
first page lie outside of any frame, it reads page by page as the others do, since Miro cannot list
these alone. The formula is the most calls allowed: one and a half for each fifty items, one for
each frame, four besides, and one each for the empty listings of lines and groups."""
STARTING = """
From start to end, the best of a few, with modules compiled as an installer leaves them. Commands
that need no network aim at less than 0.4 s on a core of its own.
`doctor` asks Miro, on a lone machine the local one, and is not among them.
"""
OWN = """What Koosloome takes for itself: everything from the snapshot to the summary, without
reports. The boards are the examples of the methods, their notes written again and again with slips
of the pen, as close together as they were. “Growth” is how many times longer ten times the notes
take; 10 is in proportion."""


def document(figures: Figures, load: float) -> str:
    """Return the page; `load` is the machine's load average when the run began."""
    parts = [
        INTRO.format(machine=machine(), load=load, delay=figures.size.delay * 1000),
        "## A board with notes",
        compared(figures.making),
        "## Boards of the methods",
        METHODS,
        own_calls(figures.methods),
        "## A board is read",
        READING,
        compared(figures.reading),
        "## Own work",
        OWN,
        own_work(figures),
        "Plans of the examples for forty people, or as many as a method is for; the largest first.",
        planning(figures),
        "## Commands",
        STARTING,
        commands(figures),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def machine() -> str:
    """Describe this machine."""
    python = f"Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, {python}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def compared(rows: Sequence[Row]) -> str:
    """Return a table of ours and the others', with how many times longer the others take."""
    ours = {row.what: row.measured.seconds for row in rows if row.who == OURS and row.measured}
    head = ("what", "who", "× ours", "calls", "formula", "in flight", "seconds", "chain", "÷ chain")
    return table(head, [_compared(row, ours) for row in rows])


def _compared(row: Row, ours: dict[str, float]) -> tuple[str, ...]:
    if row.measured is None:
        return row.what, row.who, "not installed", *["–"] * 6
    times = row.measured.seconds / ours[row.what]
    return (row.what, row.who, f"{times:.1f}", *_figures(row))


def own_calls(rows: Sequence[Row]) -> str:
    """Return a table of ours alone."""
    head = ("what", "calls", "formula", "in flight", "seconds", "chain", "÷ chain")
    return table(head, [(row.what, *_figures(row)) for row in rows])


def _figures(row: Row) -> tuple[str, ...]:
    found, chain = row.measured, row.chain
    if found is None:
        return ("–",) * 6
    said = (f"{chain:.2f}", f"{found.seconds / chain:.2f}") if chain else ("–", "–")
    formula = str(row.formula) if row.formula is not None else "–"
    return str(found.calls), formula, str(found.most), f"{found.seconds:.2f}", *said


def own_work(figures: Figures) -> str:
    """Return a table of harvests."""
    sizes = sorted({size for one in figures.own for size in one.seconds})
    head = ("method", *(f"{size:,} notes, s" for size in sizes), "growth")
    rows = []
    for one in figures.own:
        known = [one.seconds[size] for size in sizes if size in one.seconds]
        growth = ", ".join(f"{b / a:.1f}" for a, b in pairwise(known))
        cells = [f"{one.seconds[size]:.2f}" if size in one.seconds else "–" for size in sizes]
        rows.append((one.method, *cells, growth))
    return table(head, rows)


def planning(figures: Figures) -> str:
    """Return a table of plans."""
    found = sorted(figures.plans, key=lambda one: -one.items)
    rows = [(one.method, str(one.items), f"{one.seconds * 1000:.0f}") for one in found]
    return table(("method", "items", "ms"), rows)


def commands(figures: Figures) -> str:
    """Return a table of start-up times."""
    rows = [(f"`{one.command}`", f"{one.seconds:.2f}") for one in figures.starts]
    return table(("command", "seconds"), rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    head = tuple(head)
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
