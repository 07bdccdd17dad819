"""What is wrong with a brief, beside the fields of its form."""

from __future__ import annotations

from service.briefs.form import faults_of
from workshops.errors import InputFaults
from workshops.faults import InputFault

CHOICES = {
    "way": ("kiire", "aeglane"),
    "agenda[].aim": ("info", "otsus"),
    "agenda[].place": ("saalis", "veebis"),
}


def _told(field: str, code: str = "choice") -> str:
    fault = InputFault(field=field, code=code, sentence="see on vale")
    (sentence,) = faults_of(InputFaults(faults=(fault,)), "et", CHOICES)[field]
    return sentence


def test_a_wrong_choice_lists_the_labels_of_the_right_part_of_an_entry() -> None:
    assert _told("agenda[1].aim") == "1. väärtus: Valige üks neist: info, otsus."
    assert _told("agenda[2].place") == "2. väärtus: Valige üks neist: saalis, veebis."
    assert _told("way") == "Valige üks neist: kiire, aeglane."
    assert _told("way[3]") == "3. väärtus: Valige üks neist: kiire, aeglane."


def test_of_what_is_no_choice_no_labels_are_told() -> None:
    assert _told("agenda[1].topic") == "1. väärtus: see on vale"
    assert _told("agenda[1].aim", "too_long") == "1. väärtus: see on vale"
    assert _told("title[1]", "choice") == "1. väärtus: see on vale"
