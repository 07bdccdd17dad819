"""`koosloome doctor`: what is set up, what is missing, how to get it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.exits import Exit
from cli.options import everywhere, json_option
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.requests_answers import DoctorLine

MARKS = {"ok": "✓", "warning": "!", "missing": "✗"}
ROOMS = ("harvest", "workshops", "service", "cli")
PACKAGES = Path(__file__).parent.parent


def doctor_command(texts: Texts) -> click.Command:
    """Build `doctor`."""

    @click.command(help=texts.gettext("Tell what is set up, what is missing and how to get it."))
    @json_option(texts)
    @everywhere(texts)
    def doctor(*, as_json: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world) as product:
            lines = (_catalogs(), *product.doctor())
        _tell(lines, here, as_json=as_json)
        if ended := _exit(lines):
            raise click.exceptions.Exit(ended)

    return doctor


def _catalogs() -> DoctorLine:
    from workshops.checkups import catalogs

    return catalogs(PACKAGES / room / "locales" for room in ROOMS)


def _tell(lines: Iterable[DoctorLine], here: Surroundings, *, as_json: bool) -> None:
    from workshops.messages import doctor_text

    told = [(line, *doctor_text(line, here.lang)) for line in lines]
    if as_json:
        checks = [
            {"check": line.key, "state": line.state, "text": text, "remedy": remedy}
            for line, text, remedy in told
        ]
        here.print_json({"checks": checks})
        return
    for line, text, remedy in told:
        here.print(f"{MARKS[line.state]} {text}")
        if remedy:
            here.print(f"  → {remedy}")


def _exit(lines: Iterable[DoctorLine]) -> Exit:
    """Return 3 when the token is bad or missing where Miro is meant, 1 for anything else."""
    missing = {line.key for line in lines if line.state == "missing"}
    if "token" in missing:
        return Exit.NOT_ALLOWED
    return Exit.OUR_FAULT if missing else Exit.DONE
