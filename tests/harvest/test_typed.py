"""Text added to a shape."""

from __future__ import annotations

import pytest

from harvest.typed import planned_lines_of, typed_among, typed_into, without_first

PLANNED = ("Ühe lausega", "Meie järeldus on …", "In one sentence", "Our conclusion is …")


@pytest.mark.parametrize(
    ("now", "added"),
    [
        ("Ühe lausega\nMeie järeldus on …", ""),
        ("ühe  lausega\nMEIE järeldus on …", ""),
        ("In one sentence\nOur conclusion is …", ""),
        ("Ühe lausega", ""),
        ("Ühe lausega\nMeie järeldus on …\nProovime kevadel", "Proovime kevadel"),
        ("Ühe lausega\nMeie järeldus on, et proovime", "Meie järeldus on, et proovime"),
        ("Ühe lausega: proovime\nMeie järeldus on …", "proovime"),
        ("Ühe lausega\nÜhe lausega on raske\nMeie järeldus on …", "Ühe lausega on raske"),
        ("Ühe lausegagi", "Ühe lausegagi"),
        ("kõik muu\n\nkaks rida", "kõik muu\n\nkaks rida"),
        ("", ""),
    ],
)
def test_only_what_was_added_is_kept(now: str, added: str) -> None:
    assert typed_into(now, PLANNED) == added


@pytest.mark.parametrize(
    ("now", "added"),
    [
        ("Muutus\nMida näeme perioodi lõpus (18 kuud)?", ""),
        ("Muutus\nMida näeme perioodi lõpus (…)?\nRohkem sõite", "Rohkem sõite"),
        ("Mida näeme hommikul (18 kuud)?", "Mida näeme hommikul (18 kuud)?"),
        ("Meie järeldus on, et proovime", "Meie järeldus on, et proovime"),
    ],
)
def test_what_a_footer_does_not_know_inside_a_line_was_not_added(now: str, added: str) -> None:
    planned = ("Muutus", "Mida näeme perioodi lõpus (…)?", "Meie järeldus on …")
    assert typed_into(now, planned, roughly=True) == added


def test_a_plan_that_knows_every_word_takes_none_for_another() -> None:
    assert typed_into("Kes Mari meist?", ("Kes … meist?",)) == "Kes Mari meist?"


AGENDA = ("Kava", "8 min Avame teema ja lepime kokku", "14 min Kirjutame vaikselt", "…")


@pytest.mark.parametrize(
    ("now", "unknown", "added"),
    [
        ("Kava\n09:30 Avame teema ja lepime kokku\n20 min Kirjutame vaikselt", 0, ""),
        ("Kava\n10 min Paus\n14 min Kirjutame vaikselt", 0, ""),
        ("Kava\nKuidas jagada ruumiandmeid?", 1, ""),
        (
            "Kava\nKuidas jagada ruumiandmeid?\nKes toob kohvi ja saia?",
            1,
            "Kes toob kohvi ja saia?",
        ),
        ("Kava\nKes toob kohvi ja saia?", 0, "Kes toob kohvi ja saia?"),
    ],
)
def test_a_plan_that_knows_little_still_tells_what_was_added(
    now: str, unknown: int, added: str
) -> None:
    assert typed_among(now, AGENDA, unknown) == added


def test_what_stays_when_the_rest_is_cut_are_the_planned_lines() -> None:
    text = "Ühe lausega\nsaladus\nmeie järeldus ON …"
    assert planned_lines_of(text, PLANNED) == ("Ühe lausega", "meie järeldus ON …")


def test_first_lines_can_be_left_out() -> None:
    assert without_first("üks\nkaks\nkolm", 2) == "kolm"
    assert without_first("üks", 3) == ""
