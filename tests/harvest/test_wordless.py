"""What says the same in every language is told from what may not."""

from __future__ import annotations

from board_templates.harvest_spec import HarvestSpec
from harvest.wordless import IN_WORDS, asks, without_words
from tests.harvest.boards import board
from tests.harvest.readings.reading import lists

_WORDLESS: dict[str, object] = {
    "a field": "[zone.text]",
    "a name that only sounds so": {"each": "rows", "as": "labels", "fields": {"a": "1"}},
}
_WORDED: dict[str, object] = {
    "labels": "labels['F2.monitor']",
    "within rows": {"each": "rows", "fields": {"a": {"b": "it.a if planned else none"}}},
    "a phrase": {"each": "rows", "fields": {"a": {"say": "'line'"}}},
    "one of several": {"choose": "it", "of": {"a": "kinds|length"}},
}


def test_a_node_that_names_nothing_in_words_says_the_same_in_every_language() -> None:
    spec = HarvestSpec.model_validate({"result": _named(_WORDLESS) | _named(_WORDED)})
    assert without_words(spec.result, IN_WORDS | {"kinds"}) == _named(_WORDLESS).keys()


def _named(nodes: dict[str, object]) -> dict[str, object]:
    return {name.replace(" ", "_"): node for name, node in nodes.items()}


def test_what_draws_on_words_has_words() -> None:
    spec = HarvestSpec.model_validate(
        {"let": {"a": "1", "b": "labels.x", "c": "b ~ a", "d": "a"}, "result": {}}
    )
    assert without_words(spec.let, IN_WORDS) == {"a", "d"}
    assert without_words(spec.let, IN_WORDS, whole="result") == {"a", "c", "d"}
    assert asks({"of": ["a", {"by": "after(c, 'x')"}]}, {"c"})
    assert not asks({"c": ["a.cc"]}, {"c"})


def test_a_list_knows_whether_its_rows_hold_words() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F1.public")
    made = lists(
        fake,
        written={"notes": {"zones": ["F1.*"]}},
        areas={"zones": {"zones": ["F1.*"]}},
        same={"group_by": {"list": "written"}},
        sorted={"kinds": {"list": "same", "zones": ["F1.*"]}},
        again={"group_by": {"list": "sorted"}},
    )
    assert {name for name, listed in made.items() if listed.worded} == {"areas", "sorted", "again"}
