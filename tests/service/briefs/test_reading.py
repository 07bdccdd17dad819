"""What a form sends and what an address carries are read by the same rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from board_templates.method import Parameter
from service.briefs.reading import as_arguments, read_values, unknown_names

ISSUE = Parameter(name="issue", type="text", required=True)
SECTORS = Parameter(name="sectors", type="list[text]")
STANCE = Parameter(name="stance", type="bool")
ROWS = Parameter(name="rows", type="int")
LEADER = Parameter(name="facilitator", type="text", personal=True)
HATS = Parameter(name="hats", type="list[choice]", choices=("blue", "white"))
PROGRAMME = Parameter(name="programme", type="ref", ref="programme")
AGENDA = Parameter(
    name="agenda",
    type="list[object]",
    fields=(Parameter(name="topic", type="text"), Parameter(name="minutes", type="int")),
)
EVERY = (ISSUE, SECTORS, STANCE, ROWS, LEADER, HATS, PROGRAMME, AGENDA)


def sent(*pairs: tuple[str, str]) -> MultiDict[str, str]:
    return MultiDict(pairs)


def test_a_list_comes_one_per_line() -> None:
    assert read_values(EVERY, sent(("sectors", "Riik\r\n  Ettevõtted \n\n"))) == {
        "sectors": ["Riik", "Ettevõtted"]
    }


def test_a_list_comes_as_a_repeated_name() -> None:
    assert read_values(EVERY, sent(("sectors", "a"), ("sectors", "b"))) == {"sectors": ["a", "b"]}


def test_empty_inputs_to_spare_are_no_entries() -> None:
    found = read_values(EVERY, sent(("hats", "blue"), ("hats", ""), ("hats", "white")))
    assert found == {"hats": ["blue", "white"]}


def test_a_list_sent_empty_is_an_empty_list() -> None:
    assert read_values(EVERY, sent(("sectors", ""))) == {"sectors": []}


@pytest.mark.parametrize(
    ("pairs", "value"),
    [((("stance", "false"), ("stance", "true")), "true"), ((("stance", "false"),), "false")],
)
def test_the_box_ticked_comes_after_the_box_unticked(
    pairs: tuple[tuple[str, str], ...], value: str
) -> None:
    assert read_values(EVERY, sent(*pairs)) == {"stance": value}


def test_a_field_left_empty_is_left_out() -> None:
    assert read_values(EVERY, sent(("issue", "  "), ("rows", ""))) == {}


def test_what_cannot_be_understood_stays_as_typed() -> None:
    assert read_values(EVERY, sent(("rows", "palju"))) == {"rows": "palju"}


def test_rows_are_gathered_by_their_number() -> None:
    pairs = (
        ("agenda-1-topic", "Teine"),
        ("agenda-0-topic", "Esimene"),
        ("agenda-0-minutes", "20"),
        ("agenda-2-topic", ""),
        ("agenda-3-colour", "red"),
    )
    assert read_values(EVERY, sent(*pairs)) == {
        "agenda": [{"topic": "Esimene", "minutes": "20"}, {"topic": "Teine"}]
    }


def test_links_to_other_workshops_are_not_asked() -> None:
    assert read_values(EVERY, sent(("programme", "p-1"))) == {}


def test_names_of_no_parameter_are_told_once_each() -> None:
    names = ["issue", "colour", "agenda-0-topic", "programme", "colour"]
    assert unknown_names(EVERY, names) == ("colour", "programme")


def test_an_address_carries_no_names_of_people_unless_asked() -> None:
    values = {"issue": "Teema", "facilitator": "Mari Maasikas"}
    assert as_arguments(EVERY, values) == {"issue": ["Teema"]}
    assert "facilitator" in as_arguments(EVERY, values, personal=True)


LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=20
)


@given(
    issue=LINES,
    sectors=st.lists(LINES, max_size=5),
    stance=st.sampled_from(["true", "false"]),
    agenda=st.lists(st.fixed_dictionaries({"topic": LINES}), max_size=3),
)
def test_what_an_address_carries_is_read_back_the_same(
    issue: str, sectors: list[str], stance: str, agenda: list[dict[str, str]]
) -> None:
    values = {"issue": issue, "sectors": sectors, "stance": stance, "agenda": agenda}
    arguments = as_arguments(EVERY, values)
    read = read_values(EVERY, MultiDict([(n, v) for n, vs in arguments.items() for v in vs]))
    assert {"sectors": [], "agenda": [], **read} == values
