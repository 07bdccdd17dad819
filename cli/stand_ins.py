"""Tells that the product's own method stands in for a faulty folder of the same id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.surroundings import Surroundings

if TYPE_CHECKING:
    from board_templates.errors import FaultyMethod
    from workshops.koosloome import Koosloome


def tell_stand_in(product: Koosloome, method: str, here: Surroundings) -> None:
    """Say so on stderr, with the folder and what to do; nothing when the folder is used."""
    fault = product.library.stand_in(method)
    if fault is not None:
        here.say(stand_in_text(fault, here))


def stand_in_text(fault: FaultyMethod, here: Surroundings) -> str:
    """Return the sentence."""
    sentence = here.texts.gettext(
        "The folder {folder} has faults, so Koosloome's own method {method} is used. "
        "`koosloome methods check {folder}` names them; mend them or give the method an id of "
        "its own (x-…)."
    )
    return sentence.format(method=fault.place.rpartition("/")[2], folder=fault.place)
