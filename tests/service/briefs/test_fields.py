"""Every type of parameter has its field, filled with what was typed or with its default."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.library import Library
from board_templates.method import Method, Parameter, ParameterText, Span
from service.briefs.fields import FormField, Wording, form_fields

LIBRARY = Library(())


@pytest.fixture
def method() -> Method:
    found = LIBRARY.get("stakeholder-map")
    texts = found.texts["et"].model_copy(
        update={
            "parameters": {"agenda": ParameterText(label="Päevakord", help="Kuni 12 teemat.")},
            "choices": {"hats": {"blue": "sinine müts"}},
        }
    )
    return found.model_copy(update={"texts": {**found.texts, "et": texts}})


def field(method: Method, parameter: Parameter, **values: Any) -> FormField:  # noqa: ANN401  # any value
    faults = values.pop("faults", {})
    wording = Wording(method=method, shared=LIBRARY.shared, lang="et")
    return form_fields(wording, [parameter], values, faults)[0]


def test_a_list_with_choices_has_empty_inputs_to_spare(method: Method) -> None:
    hats = Parameter(
        name="hats", type="list[choice]", choices=("blue", "red"), items=Span(min="3", max="9")
    )
    shown = field(method, hats, hats=["blue"])
    assert (shown.kind, shown.value) == ("many", ["blue", "", "", ""])
    assert [option.label for option in shown.options] == ["sinine müts", "red"]


def test_no_more_inputs_than_the_list_may_hold(method: Method) -> None:
    times = Parameter(name="slots", type="list[time]", items=Span(max="2"))
    assert field(method, times, slots=["10:00"]).value == ["10:00", ""]


def test_rows_show_what_was_typed_in_each_part(method: Method) -> None:
    parts = (Parameter(name="topic", type="text"), Parameter(name="minutes", type="int"))
    agenda = Parameter(name="agenda", type="list[object]", fields=parts, items=Span(max="12"))
    shown = field(method, agenda, agenda=[{"topic": "Avamine", "minutes": "palju"}])
    assert shown.label == "Päevakord"
    assert [[part.value for part in row] for row in shown.value[:2]] == [
        ["Avamine", "palju"],
        ["", ""],
    ]


def test_a_fault_in_a_part_stands_with_its_field(method: Method) -> None:
    agenda = Parameter(name="agenda", type="list[object]")
    shown = field(method, agenda, faults={"agenda[2]": ("vale",), "agendas": ("teine",)})
    assert shown.faults == ("vale",)


@pytest.mark.parametrize(("typed", "ticked"), [("true", True), ("jah", True), ("false", False)])
def test_a_box_is_ticked_by_any_word_for_yes(method: Method, typed: str, *, ticked: bool) -> None:
    stance = Parameter(name="stance", type="bool", default=False)
    assert field(method, stance, stance=typed).value is ticked


def test_limits_that_depend_on_other_values_are_not_told(method: Method) -> None:
    number = Parameter(name="rounds", type="int", min="1", max="tables - 1")
    assert (field(method, number).limits.least, field(method, number).limits.most) == (1, None)


def test_the_default_is_in_the_language(method: Method) -> None:
    title = Parameter(name="title", type="text")
    assert field(method, title).value == "Osapoolte kaart"
