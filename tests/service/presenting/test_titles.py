"""What workshops are called, so that two of one method are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.presenting.titles import LONGEST, title_of
from tests.service.at_work import Bench
from workshops.requests_answers import WorkshopView

ABOUT = "Kuidas korraldada maapiirkondade bussiliiklus 2027. aastast?"


@pytest.fixture
def view(finished: Bench) -> WorkshopView:
    return finished.k.workshop(finished.k.account(), finished.workshop)


def test_a_title_that_people_chose_stays(finished: Bench, view: WorkshopView) -> None:
    chosen = replace(view, title="Bussid maal")
    told = title_of(chosen, finished.k.library, "en")
    assert (told.title, told.method, told.about) == ("Bussid maal", "Stakeholder map", ABOUT)


def test_the_day_of_the_session_is_told(finished: Bench, view: WorkshopView) -> None:
    dated = replace(view, values={**view.values, "session_date": "2026-03-02"})
    assert title_of(dated, finished.k.library, "et").day == date(2026, 3, 2)


@pytest.mark.parametrize("issue", ["", None, "…"])
def test_what_nobody_knows_is_not_told(
    finished: Bench, view: WorkshopView, issue: str | None
) -> None:
    told = title_of(replace(view, values={"issue": issue}), finished.k.library, "et")
    assert told.about == ""


def test_long_words_are_shortened(finished: Bench, view: WorkshopView) -> None:
    told = title_of(replace(view, values={"issue": "sõna\n" * 99}), finished.k.library, "et")
    assert len(told.about) <= LONGEST
    assert told.about.endswith("…")
    assert "\n" not in told.about


def test_a_method_nobody_has_any_more_is_told_by_its_id(
    finished: Bench, view: WorkshopView
) -> None:
    told = title_of(replace(view, method="x-gone"), finished.k.library, "et")
    assert (told.title, told.method) == (view.title, "x-gone")
