"""`koosloome worker`: does the jobs of the service in a process of its own."""

from __future__ import annotations

import click

from cli.logs import log_option, logged
from cli.options import everywhere
from cli.surroundings import koosloome, surroundings
from cli.texts import Texts


def worker_command(texts: Texts) -> click.Command:
    """Build `worker`."""

    @click.command(
        help=texts.gettext(
            "Do the jobs of the web service in a process of its own. Needs the same database and, "
            "where people sign in with Miro, the same KOOSLOOME_SECRET_KEY."
        )
    )
    @click.option(
        "--threads",
        type=click.IntRange(1, 32),
        default=2,
        help=texts.gettext("How many jobs at the same time. Default: 2."),
    )
    @log_option(texts)
    @everywhere(texts)
    def worker(*, threads: int, log_kind: str | None, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world) as product, logged(product, here, log_kind):
            product.delete_due()
            here.say(here.texts.gettext("Working – stop with Ctrl + C."))
            product.run_worker(threads)

    return worker
