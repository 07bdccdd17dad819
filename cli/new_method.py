"""`koosloome methods new x-ID`: a method of one's own, from a card or from questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import everywhere, json_option
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts
from workshops.errors import InputFault, InputFaults

if TYPE_CHECKING:
    from workshops.koosloome import Koosloome
    from workshops.method_check import MethodCheck

MOST_BYTES = 256 * 1024


def new_command(texts: Texts) -> click.Command:
    """Build `methods new`."""

    @click.command(
        help=texts.gettext(
            "Make the folder of a method of your own, ID, from a method card: a file, or answers "
            "to questions. Ids begin with x-."
        )
    )
    @click.argument("method_id", metavar="ID")
    @click.option(
        "--card",
        "card_file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE.yaml",
        help=texts.gettext("The card; docs/methods.md tells what stands in it."),
    )
    @click.option(
        "-o",
        "--output",
        "place",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help=texts.gettext("Where the folder goes: by default the first of KOOSLOOME_METHODS."),
    )
    @json_option(texts)
    @everywhere(texts)
    def new(
        *,
        method_id: str,
        card_file: Path | None,
        place: Path | None,
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        with koosloome(world) as product:
            known = product.settings.methods
            where = place or (known[0] if known else Path())
            verdict = _made(product, method_id, card_file, where, here)
        _tell(verdict, where, here, known=where in known, as_json=as_json)

    return new


def _made(
    product: Koosloome, method_id: str, card_file: Path | None, place: Path, here: Surroundings
) -> MethodCheck:
    if card_file is not None:
        card = _read(card_file, here.texts)
        return product.new_method(method_id, card, place, here.lang, file=card_file.name)
    if not here.stdin.isatty():
        raise _refused("--card", here.texts.gettext("name a card; nobody is here to be asked"))
    from cli.card_questions import CardQuestions

    product.check_new_id(method_id, place)
    kept = place / f"{method_id}.card.yaml"
    questions = CardQuestions(here)
    try:
        questions.ask()
        return product.new_method(method_id, questions.card(), place, here.lang, file=kept.name)
    except (InputFaults, click.Abort, KeyboardInterrupt):
        if questions.answers and not kept.exists():
            place.mkdir(parents=True, exist_ok=True)
            kept.write_text(questions.card() + "\n", encoding="utf-8")
            told = here.texts.gettext("Your answers are kept in {path}; mend them and use --card.")
            here.say("\n" + told.format(path=kept))
        raise


def _read(file: Path, texts: Texts) -> str:
    from workshops.reasons import os_reason

    try:
        content = file.read_bytes()
        if len(content) > MOST_BYTES:
            raise _refused("--card", texts.gettext("the file is over 256 kB"))
        return content.decode("utf-8")
    except OSError as error:
        told = texts.gettext("the file cannot be read ({reason})").format(reason=os_reason(error))
        raise _refused("--card", f"{file}: {told}") from error
    except UnicodeDecodeError as error:
        raise _refused("--card", texts.gettext("the file is not UTF-8 text")) from error


def _refused(field: str, told: str) -> InputFaults:
    fault = InputFault(field=field, code="card", sentence="{told}", values={"told": told})
    return InputFaults(faults=(fault,))


def _tell(
    verdict: MethodCheck, place: Path, here: Surroundings, *, known: bool, as_json: bool
) -> None:
    folder = place / (verdict.id or "")
    if as_json:
        here.print_json({"id": verdict.id, "ok": verdict.ok, "folder": str(folder)})
        return
    t = here.texts
    here.print(t.gettext("{id} stands in {folder}.").format(id=verdict.id, folder=folder))
    if not known:
        told = t.gettext("To have it everywhere: export KOOSLOOME_METHODS={place}")
        here.print(told.format(place=place.resolve()))
    here.print(f"koosloome board create {verdict.id} --set topic=…")
