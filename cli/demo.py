"""`koosloome demo`: the main job, end to end, with files to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.harvesting import tell_summary
from cli.options import everywhere
from cli.progress import progress_on
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.requests_answers import DemoAnswer


def demo_command(texts: Texts) -> click.Command:
    """Build `demo`."""

    @click.command(
        help=texts.gettext(
            "Make a stakeholder map on a sandbox of its own, let twelve simulated people write, "
            "and read it back. Needs no Miro account."
        )
    )
    @click.option(
        "-o",
        "output",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("koosloome-demo"),
        help=texts.gettext("The folder for the files. Default: koosloome-demo."),
    )
    @everywhere(texts)
    def demo(*, output: Path, lang: str | None, world: str | None) -> None:
        here = surroundings()
        here.print(here.texts.gettext("Koosloome: a workshop in fast motion"))
        here.print()
        with koosloome("sandbox") as product, progress_on(here) as progress:
            answer = product.demo(here.lang, output, progress=progress)
        _tell(answer, here)

    return demo


def _tell(answer: DemoAnswer, here: Surroundings) -> None:
    t = here.texts
    here.print(
        t.gettext("Made: the board “{name}”, {created} of {planned} planned items.").format(
            name=answer.board.name, created=answer.created, planned=answer.planned
        )
    )
    here.print(
        t.gettext("Wrote: {people} people, {calls} calls over the REST API.").format(
            people=answer.people, calls=answer.calls
        )
    )
    tell_summary(answer.summary, here)
    here.print()
    here.print(t.gettext("The files are in {folder}:").format(folder=answer.folder))
    for path in answer.files:
        here.print(f"  {path.name}")
    here.print()
    here.print(t.gettext("Try next:"))
    here.print(f"  {here.called} methods show stakeholder-map")
    here.print(f"  {here.called} serve")
