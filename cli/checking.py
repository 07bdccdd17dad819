"""`koosloome board check REF`: a live board against its plan."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.exits import Exit
from cli.options import everywhere, json_option
from cli.pictures import picture_kind
from cli.progress import progress_on
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.check_answers import CheckAnswer


def check_command(texts: Texts) -> click.Command:
    """Build `board check REF`."""

    @click.command(
        help=texts.gettext(
            "Hold the board REF against its plan. Ends with 0 when it is as planned, with 6 when "
            "something differs."
        )
    )
    @click.argument("ref")
    @click.option(
        "--repair",
        is_flag=True,
        help=texts.gettext("Put back what is missing; what people wrote is not touched."),
    )
    @click.option(
        "--picture",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=texts.gettext("Draw the board with everything marked that differs: .svg or .png."),
    )
    @json_option(texts)
    @everywhere(texts)
    def check(
        *,
        ref: str,
        repair: bool,
        picture: Path | None,
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        kind = picture_kind(picture, "--picture", here.texts) if picture else None
        with koosloome(world, name_world=True) as product:
            with progress_on(here) as progress:
                answer = product.check(product.account(), ref, repair=repair, progress=progress)
            if picture is not None and kind is not None:
                picture.parent.mkdir(parents=True, exist_ok=True)
                picture.write_bytes(product.check_picture(answer, here.lang, kind=kind))
                here.say(here.texts.gettext("Written: {path}").format(path=picture))
        _tell(answer, here, as_json=as_json)
        if not answer.clean:
            raise click.exceptions.Exit(Exit.DIFFERS)

    return check


def _tell(answer: CheckAnswer, here: Surroundings, *, as_json: bool) -> None:
    from workshops.check_texts import check_summary, state_text

    if as_json:
        here.print_json(answer.as_json())
        return
    if first := state_text(answer.state, answer.workshop, here.lang):
        here.print(first)
    here.print(check_summary(answer, here.lang))
    if answer.repaired:
        here.print(
            here.texts.gettext("Put back: {count} pieces.").format(count=len(answer.repaired))
        )
    _tell_findings(answer, here)
    missing = any(finding.kind == "missing" for finding in answer.findings)
    if missing and answer.state == "ready":
        here.say(
            here.texts.gettext(
                "To put back what is missing: koosloome board check {ref} --repair"
            ).format(ref=answer.workshop)
        )


def _tell_findings(answer: CheckAnswer, here: Surroundings) -> None:
    """Tell each kind with its findings; those that read the same are one line with a number."""
    from workshops.check_texts import finding_text, finding_word

    lines = Counter(
        (one.kind, finding_text(one, here.lang))
        for one in sorted(answer.findings, key=lambda one: one.kind)
    )
    told = ""
    for (kind, text), count in lines.items():
        word = finding_word(kind, here.lang)
        if word != told:
            here.print(f"{word}:")
            told = word
        here.print(f"  · {count} × {text}" if count > 1 else f"  · {text}")
