"""The verb: make the folder of a method of one's own out of a card."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from board_templates.cards.card_checks import check_card
from board_templates.cards.card_form import read_card_form
from board_templates.cards.folder_of_card import folder_of_card
from board_templates.yaml_reading import Document, read_yaml
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.method_check import MethodFault
from workshops.methods import check_method

if TYPE_CHECKING:
    from board_templates.library import Library
    from workshops.briefs import Lang
    from workshops.method_check import MethodCheck

OWN_ID = re.compile(r"x(-[a-z0-9]+)+")
LONGEST_ID = 60
CARD = "card.yaml"


def new_method(
    library: Library, method_id: str, card: str, place: Path, lang: Lang, *, file: str = CARD
) -> MethodCheck:
    """Write the folder of a card into `place` and return the verdict on it.

    Raises `InputFaults` that name every fault of the card; nothing is written then.
    """
    document = _checked(card, file, lang)
    faults = [*_id_faults(library, method_id, place), *map(_as_input, _said(document, lang))]
    if faults:
        raise InputFaults(faults=tuple(faults))
    folder = place / method_id
    for name, content in folder_of_card(read_card_form(), method_id, document.value).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return check_method(library, folder, lang)


def check_new_id(library: Library, method_id: str, place: Path) -> None:
    """Raise `InputFaults` when no method of one's own can be made under this id at this place."""
    faults = _id_faults(library, method_id, place)
    if faults:
        raise InputFaults(faults=tuple(faults))


def _checked(text: str, file: str, lang: Lang) -> Document:
    document = read_yaml(text, file)
    check_card(read_card_form(), document, lang)
    return document


def _said(document: Document, lang: Lang) -> tuple[MethodFault, ...]:
    return tuple(
        MethodFault(
            file=fault.file,
            line=fault.line,
            what=fault.wrong.said(lang),
            remedy=fault.cure.said(lang),
        )
        for fault in sorted(document.faults, key=lambda fault: fault.line or 0)
    )


def _as_input(fault: MethodFault) -> InputFault:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    values = {"what": fault.what, "remedy": fault.remedy}
    return InputFault(field=place, code="card", sentence="{what} {remedy}", values=values)


def _id_faults(library: Library, method_id: str, place: Path) -> list[InputFault]:
    values = {"id": method_id, "place": str(place / method_id)}
    sentence = None
    if len(method_id) > LONGEST_ID or not OWN_ID.fullmatch(method_id):
        sentence = N_(
            "“{id}” is no id of a method of one's own: x-, then small letters, digits and -"
        )
    elif (place / method_id).exists() or method_id in library.ids():
        sentence = N_("“{id}” is there already; choose another id")
    if sentence is None:
        return []
    return [InputFault(field="id", code="id", sentence=sentence, values=values)]
