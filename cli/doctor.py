"""`koosloome doctor`: what is set up, what is missing, how to get it."""

from __future__ import annotations

import click

from cli.exits import Exit
from cli.options import everywhere, json_option
from cli.surroundings import koosloome, surroundings
from cli.texts import Texts

MARKS = {"ok": "✓", "warning": "!", "missing": "✗"}


def doctor_command(texts: Texts) -> click.Command:
    """Build `doctor`."""

    @click.command(help=texts.gettext("Tell what is set up, what is missing and how to get it."))
    @json_option(texts)
    @everywhere(texts)
    def doctor(*, as_json: bool, lang: str | None, world: str | None) -> None:
        from workshops.messages import doctor_text

        here = surroundings()
        with koosloome(world) as product:
            lines = product.doctor()
        told = [(line, *doctor_text(line, here.lang)) for line in lines]
        if as_json:
            here.print_json(
                {
                    "checks": [
                        {"check": line.key, "state": line.state, "text": text, "remedy": remedy}
                        for line, text, remedy in told
                    ]
                }
            )
        else:
            for line, text, remedy in told:
                here.print(f"{MARKS[line.state]} {text}")
                if remedy:
                    here.print(f"  → {remedy}")
        if any(line.state == "missing" for line in lines):
            raise click.exceptions.Exit(
                Exit.NOT_ALLOWED if _token_missing(lines) else Exit.OUR_FAULT
            )

    return doctor


def _token_missing(lines: object) -> bool:
    return any(
        getattr(line, "key", "").startswith("token") and getattr(line, "state", "") == "missing"
        for line in lines  # type: ignore[attr-defined]
    )
