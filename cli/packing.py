"""`koosloome board pack REF`: what a facilitator prints or opens in the hour before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import everywhere, json_option
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.requests_answers import PackAnswer


def pack_command(texts: Texts) -> click.Command:
    """Build `board pack REF`."""

    @click.command(
        help=texts.gettext(
            "Write the facilitator's pack of the board REF: run sheet, links for the chat, "
            "invitation with a calendar file, check lists. A page to print and the same as "
            "Markdown."
        )
    )
    @click.argument("ref")
    @click.option(
        "-o",
        "output",
        type=click.Path(path_type=Path, file_okay=False),
        help=texts.gettext("The folder. Default: ./koosloome-WORKSHOP."),
    )
    @click.option("--place", default="", help=texts.gettext("Where people meet."))
    @click.option(
        "--contact", default="", help=texts.gettext("Whom to ask, and who deletes data on request.")
    )
    @click.option(
        "--delete-on",
        metavar="DATE",
        help=texts.gettext(
            "When the summary will be deleted. Default: five years after the workshop."
        ),
    )
    @click.option(
        "--timezone",
        default="Europe/Tallinn",
        metavar="ZONE",
        help=texts.gettext("Where the start time is meant. Default: Europe/Tallinn."),
    )
    @json_option(texts)
    @everywhere(texts)
    def pack(
        *,
        ref: str,
        output: Path | None,
        place: str,
        contact: str,
        delete_on: str | None,
        timezone: str,
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        from workshops.requests_answers import PackRequest

        here = surroundings()
        request = PackRequest(
            lang=lang, place=place, contact=contact, delete_on=delete_on, timezone=timezone
        )
        with koosloome(world, name_world=True) as product:
            answer = product.pack(product.account(), ref, request)
        written = _write(answer, output)
        _tell(answer, written, here, as_json=as_json)

    return pack


def _write(answer: PackAnswer, output: Path | None) -> list[Path]:
    folder = output or Path(f"koosloome-{answer.workshop}")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file in answer.files:
        path = folder / file.name
        path.write_bytes(file.content)
        written.append(path)
    return written


def _tell(answer: PackAnswer, written: list[Path], here: Surroundings, *, as_json: bool) -> None:
    if as_json:
        here.print_json(
            {
                "workshop": answer.workshop,
                "files": [str(path) for path in written],
                "left_out": list(answer.left_out),
            }
        )
        return
    for path in written:
        here.print(str(path))
    if answer.left_out:
        names = _names(here.texts)
        missing = ", ".join(names[name] for name in answer.left_out)
        here.say(here.texts.gettext("The invitation does without: {names}").format(names=missing))


def _names(texts: Texts) -> dict[str, str]:
    return {
        "date": texts.gettext("date (session_date in the brief)"),
        "time": texts.gettext("time (start_time in the brief)"),
        "place": texts.gettext("place (--place)"),
        "link": texts.gettext("link of the board (it is not made yet)"),
        "delete_on": texts.gettext("day of deletion (--delete-on)"),
        "contact": texts.gettext("contact (--contact)"),
        "facilitator": texts.gettext("facilitator (in the brief)"),
    }
