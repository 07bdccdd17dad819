"""Workshops that nobody thought up: whatever a crowd does, the harvest finds what is there."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from board_templates.library import Library
from board_templates.plan import Plan
from miro_client.bodies.boards import BoardBody
from tests.workshops.conftest import FakeClock
from tests.workshops.gatherings import assert_truth, harvested, hold, product_at
from tests.workshops.readings import READINGS, STRICT
from workshops import rehearsal
from workshops.briefs import LANGS, prepare
from workshops.crowd.gathering import Gathering, gather
from workshops.errors import InputFaults
from workshops.koosloome import Koosloome
from workshops.pace import in_time

METHOD = "stakeholder-map"


@cache
def library() -> Library:
    return Library()


def methods() -> list[str]:
    return [name for name in library().ids() if library().get(name).example]


@st.composite
def workshops(draw: st.DrawFn, notes: int) -> dict[str, Any]:
    """Give a method, a language, a brief, people, and how Miro is to be read."""
    name = draw(st.sampled_from(methods()))
    lang = draw(st.sampled_from(LANGS))
    method = library().get(name)
    people = method.identity.people
    values = {
        **method.example["brief"][lang],
        "participants": draw(st.integers(max(2, people.min), min(people.max, 60))),
        "warm_up": draw(st.booleans()),
        "examples": draw(st.booleans()),
    }
    with_rules_of_the_method(name, values, lang)
    return {
        "method": name,
        "lang": lang,
        "values": values,
        "people": draw(st.integers(1, 30)),
        "notes": draw(st.integers(0, notes)),
        "seed": draw(st.integers(0, 2**32)),
        "reading": draw(st.sampled_from(["strict", "otherwise"])),
    }


def with_rules_of_the_method(name: str, values: Mapping[str, Any], lang: str) -> None:
    """Leave out a brief whose values do not go together in this method."""
    try:
        prepare(library(), name, values, lang)
    except InputFaults:
        assume(False)  # noqa: FBT003  # hypothesis has it so


def check(workshop: Mapping[str, Any]) -> None:
    """Hold a workshop and compare the harvest with what is there; then that of a copied board."""
    arranged = dict(workshop)
    reading = READINGS[arranged.pop("reading")]
    clock = FakeClock()
    with (
        tempfile.TemporaryDirectory() as home,
        product_at(Path(home), clock, reading) as wires,
    ):
        held = hold(wires, clock, **arranged)
        assert_truth(held)
        with wires.connect(wires.people.me()) as client:
            copy = client.boards.copy(held.board, BoardBody(name="Koopia"))
        product = Koosloome(wires)
        copied = harvested(product, product.account(), copy.id)
        assert copied.accounting.read == held.truth.read
        assert copied.matched_by == "footer"


quietly = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@settings(quietly, max_examples=6)
@given(workshop=workshops(notes=90))
def test_a_harvest_finds_what_is_there(workshop: dict[str, Any]) -> None:
    check(workshop)


@pytest.mark.full
@settings(quietly, max_examples=60)
@given(workshop=workshops(notes=200))
def test_a_harvest_finds_what_is_there_in_many_workshops(workshop: dict[str, Any]) -> None:
    check(workshop)


@pytest.mark.full
@pytest.mark.parametrize("method", methods())
def test_ten_thousand_notes_are_all_found(method: str, tmp_path: Path) -> None:
    clock = FakeClock()
    with product_at(tmp_path, clock, STRICT) as wires:
        held = hold(
            wires,
            clock,
            method=method,
            values=library().get(method).example["brief"]["et"],
            lang="et",
            seed=7,
            people=40,
            notes=10_000,
            pasted=9_500,
        )
    assert held.summary.accounting.counted > 9_000
    assert_truth(held)


def plan_of(method: str = METHOD) -> Plan:
    return prepare(library(), method, library().get(method).example["brief"]["et"], "et").plan


def gathered(seed: int = 1, *, notes: int = 60, **more: int) -> Gathering:
    return gather(
        library().get(METHOD),
        library().shared,
        plan_of(),
        people=9,
        notes=notes,
        chance=Random(seed),  # noqa: S311  # nothing secret hangs on it
        **more,
    )


def test_the_same_chance_gives_the_same_workshop() -> None:
    assert gathered(1) == gathered(1)
    assert gathered(1) != gathered(2)


def test_people_do_whatever_people_do() -> None:
    steps = [step for seed in range(4) for step in gathered(seed, notes=200).steps]
    kinds = {type(step) for step in steps}
    assert kinds == set(rehearsal.Step.__args__) - {rehearsal.WritesTogether}
    html = [
        step.text.html
        for step in steps
        if isinstance(step, rehearsal.Writes) and isinstance(step.text, rehearsal.Rich)
    ]
    for mark in ("<strong>", "<a href=", "<br", "</p><p>", "&lt;", "&nbsp;", "🚌"):
        assert any(mark in said for said in html)


def test_steps_follow_each_other_within_the_time() -> None:
    moments = [step.at for step in gathered(3).steps]
    assert moments == sorted(moments)
    assert moments[0] == 0.0
    assert moments[-1] < 3600.0


def test_of_very_many_notes_most_are_pasted() -> None:
    gathering = gathered(5, notes=1_000, pasted=900)
    pasted = [step for step in gathering.steps if isinstance(step, rehearsal.WritesTogether)]
    assert sum(len(step.notes) for step in pasted) == 900
    assert len(gathering.steps) < 400
    assert gathering.truth.read > 1_000


def test_what_is_deleted_is_in_no_record() -> None:
    gathering = gathered(6, notes=200)
    deleted = {
        step.what.name
        for step in gathering.steps
        if isinstance(step, rehearsal.Deletes) and isinstance(step.what, rehearsal.Named)
    }
    assert deleted
    assert deleted.isdisjoint(gathering.truth.counted.keys() | gathering.truth.aside.keys())


def test_a_harvest_that_is_wrong_is_found_out(tmp_path: Path) -> None:
    clock = FakeClock()
    with product_at(tmp_path, clock, STRICT) as wires:
        values = library().get(METHOD).example["brief"]["en"]
        held = hold(
            wires, clock, method=METHOD, values=values, lang="en", seed=3, people=5, notes=30
        )
    assert_truth(held)
    summary = held.summary
    moved = summary.notes[0].model_copy(update={"zone": "F9.nowhere"})
    lost = summary.model_copy(update={"notes": summary.notes[1:]})
    wrong = summary.model_copy(update={"notes": (moved, *summary.notes[1:])})
    aside = summary.accounting.set_aside.model_copy(update={"dot": 0})
    fewer = summary.accounting.model_copy(update={"set_aside": aside})
    for other, told in (
        (lost, "not counted"),
        (wrong, "F9.nowhere"),
        (summary.model_copy(update={"accounting": fewer}), "dot"),
    ):
        with pytest.raises(AssertionError, match=told):
            assert_truth(replace(held, summary=other))


def test_a_workshop_takes_its_time_at_any_pace() -> None:
    slept: list[float] = []
    pace = in_time(slept.append, speed=10.0)
    for moment in (0.0, 20.0, 20.0, 50.0):
        pace(moment)
    assert slept == [2.0, 3.0]
