"""A summary's second wording is what a harvest in that language says, from the same reading."""

from __future__ import annotations

from functools import cache

import pytest

from board_templates.method import Lang
from harvest.retold import Retold
from harvest.summary import Names
from tests.harvest.boards import LIBRARY
from tests.harvest.comparing import yaml_of
from tests.harvest.performing import Performance


@cache
def _performed(method: str) -> Performance:
    return Performance(LIBRARY, method, "et", yaml_of(LIBRARY.folder(method) / "example.yaml"))


@pytest.mark.parametrize("names", ["tasks", "pseudonym"])
@pytest.mark.parametrize("method", LIBRARY.ids())
def test_the_second_wording_is_what_a_harvest_in_that_language_says(
    method: str, names: Names
) -> None:
    performance = _performed(method)
    told = performance.told("en", lang="et", names=names)
    assert told.summary == performance.summary(lang="et", names=names)
    assert told.retold is not None
    assert told.retold.of(told.summary) == performance.summary(lang="en", names=names)


def test_some_results_do_differ_by_language() -> None:
    told = [
        _performed(method).told("en", lang="et") for method in ("consensus-board", "open-space")
    ]
    assert any(one.retold and one.retold.result != one.summary.result for one in told)


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize(
    ("method", "rows"),
    [("consensus-board", "preconditions"), ("engagement-plan", "good_practice")],
)
def test_rows_that_the_method_wrote_are_told_in_the_language_of_the_report(
    method: str, rows: str, lang: Lang
) -> None:
    performance = _performed(method)
    told = performance.summary(lang=lang).result[rows]
    plan = performance.plan if lang == "et" else performance.twin
    written = [zone.prefilled for zone in plan.zones if zone.id.endswith(".item")]
    assert written
    assert [row["text"] for row in told] == written


@pytest.mark.parametrize("names", ["none", "pseudonym"])
def test_who_is_left_out_of_one_wording_is_left_out_of_the_other(names: Names) -> None:
    performance = _performed("network-commitments")
    named = performance.summary().actions
    people = {part for one in named if isinstance(one.owner, str) for part in one.owner.split(", ")}
    assert people
    told = performance.told("en", names=names)
    assert told.retold is not None
    assert not [who for who in people if who in told.retold.to_json()]


def test_a_method_that_cannot_be_told_in_the_other_language_is_told_in_its_own() -> None:
    performance = Performance(
        LIBRARY, "world-cafe", "et", yaml_of(LIBRARY.folder("world-cafe") / "example.yaml")
    )
    method = performance.method
    en = method.texts["en"].model_copy(update={"signals": {}, "phrases": {}})
    broken = method.model_copy(update={"texts": {**method.texts, "en": en}})
    expected = performance.summary()
    performance.method = broken
    told = performance.told("en")
    assert told.summary == expected
    assert told.retold is None


@pytest.mark.parametrize("lang", ["et", "en"])
def test_a_second_wording_outlives_its_storing(lang: Lang) -> None:
    retold = _performed("consensus-board").told(lang).retold
    assert retold is not None
    assert Retold.from_json(retold.to_json()) == retold
