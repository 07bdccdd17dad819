"""`koosloome serve` and `koosloome sandbox serve`."""

from __future__ import annotations

import click

from cli.commands import Entry, LazyGroup
from cli.logs import log_option, logged
from cli.options import everywhere
from cli.surroundings import koosloome, surroundings
from cli.texts import Texts
from workshops.errors import InputFaults
from workshops.faults import Fact, InputFault
from workshops.reasons import os_reason


def _(text: str) -> str:
    return text


SANDBOX = {
    "serve": Entry("cli.serving", "sandbox_serve_command", _("The local Miro on a port.")),
}


def serve_command(texts: Texts) -> click.Command:
    """Build `serve`."""

    @click.command(help=texts.gettext("Open the web service."))
    @click.option("--host", default="127.0.0.1", help=texts.gettext("The address to listen on."))
    @click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=8000,
        help=texts.gettext("The port. Default: 8000."),
    )
    @log_option(texts)
    @everywhere(texts)
    def serve(
        *, host: str, port: int, log_kind: str | None, lang: str | None, world: str | None
    ) -> None:
        from service.serving import serve as serve_pages

        here = surroundings()

        def ready(opened: int) -> None:
            told = here.texts.gettext("Open http://{host}:{port} – stop with Ctrl + C.")
            here.say(told.format(host=host, port=opened))

        with koosloome(world, name_world=True, public_url=_own_address(host, port)) as product:
            try:
                with logged(product, here, log_kind):
                    serve_pages(product, host, port, lang=here.lang, ready=ready)
            except OSError as error:
                raise _taken(host, port, error, here.texts) from error

    return serve


def _own_address(host: str, port: int) -> str | None:
    """Return the address people on this machine reach; None where others reach it differently."""
    return f"http://{host}:{port}" if port and host in {"127.0.0.1", "localhost"} else None


def _taken(host: str, port: int, error: OSError, texts: Texts) -> InputFaults:
    sentence = texts.gettext(
        "{host}:{port} cannot be listened on ({reason}). Choose another with --port."
    )
    values: dict[str, Fact] = {"host": host, "port": port, "reason": os_reason(error)}
    fault = InputFault(field="--port", code="port", sentence=sentence, values=values)
    return InputFaults(faults=(fault,))


def sandbox_group(texts: Texts) -> click.Group:
    """Build `sandbox`."""
    return LazyGroup(SANDBOX, texts, help_text=texts.gettext("The local Miro, to try things out."))


def sandbox_serve_command(texts: Texts) -> click.Command:
    """Build `sandbox serve`."""

    @click.command(
        help=texts.gettext(
            "Answer as Miro's REST API would, on this machine. Any token sandbox-NAME is a person."
        )
    )
    @click.option("--host", default="127.0.0.1", help=texts.gettext("The address to listen on."))
    @click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=8765,
        help=texts.gettext("The port. Default: 8765."),
    )
    @click.option(
        "--fault",
        "faults",
        multiple=True,
        metavar="RULE",
        help=texts.gettext("A fault on demand, as in “POST /v2/boards#1=500”; repeat it for more."),
    )
    @click.option(
        "--app",
        "apps",
        multiple=True,
        metavar="ID:SECRET:REDIRECT",
        help=texts.gettext("An app that people can sign in to at /oauth/authorize; repeat it."),
    )
    @click.option(
        "--switch",
        "switches",
        multiple=True,
        metavar="NAME=VALUE",
        help=texts.gettext("How to read what Miro leaves open (docs/sandbox.md); repeat it."),
    )
    @everywhere(texts)
    def serve(
        *,
        host: str,
        port: int,
        faults: tuple[str, ...],
        apps: tuple[str, ...],
        switches: tuple[str, ...],
        lang: str | None,
        world: str | None,
    ) -> None:
        from workshops.sandbox_wish import SandboxWish

        here = surroundings()

        def ready(address: str) -> None:
            told = here.texts.gettext(
                "MIRO_API_URL={address} MIRO_ACCESS_TOKEN=sandbox-me – stop with Ctrl + C."
            )
            here.say(told.format(address=address))

        with koosloome("sandbox") as product:
            try:
                product.serve_sandbox(host, port, SandboxWish(faults, apps, switches), ready)
            except OSError as error:
                raise _taken(host, port, error, here.texts) from error

    return serve
