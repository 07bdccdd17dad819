"""Declarative checks of bodies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from miro_sandbox.validation import (
    BOOLEAN,
    HEX,
    NUMBER,
    PERCENTAGE,
    TEXT,
    Schema,
    array,
    enum,
    faults_of,
    nested,
    number_text,
)

SCHEMA = Schema(
    {
        "name": TEXT.must(),
        "open": BOOLEAN,
        "size": NUMBER,
        "look": nested({"colour": HEX, "font": number_text(10, 288), "kind": enum("a", "b")}),
        "list": array(nested({"at": PERCENTAGE.must()})),
    }
)


def texts(body: object) -> dict[str, str]:
    return {fault.field: fault.message for fault in faults_of(SCHEMA, body)}


def test_a_right_body_has_no_faults() -> None:
    body = {
        "name": "",
        "open": False,
        "size": -1.5,
        "look": {"colour": "#abc", "font": "288", "kind": "b"},
        "list": [{"at": "50%"}, {"at": "-12.5%"}],
    }

    assert texts(body) == {}


def test_faults_are_named_by_their_path() -> None:
    body = {
        "open": "yes",
        "size": None,
        "look": {"colour": "blue", "font": "9", "kind": "c", "x": 1},
        "list": [{"at": "50%"}, {}, {"at": "half"}, 7],
        "extra": [],
    }

    assert texts(body) == {
        "extra": "Field [extra] is not supported",
        "name": "Field [name] of type [String] is required",
        "open": "Unexpected type of value, expected of type [Boolean]",
        "size": "Unexpected type of value, expected of type [Double]",
        "look.x": "Field [look.x] is not supported",
        "look.colour": (
            "Color value has invalid hex string, only css compatible hex strings are allowed"
        ),
        "look.font": "Value must be between 10 and 288",
        "look.kind": "Unexpected value [c], expected one of: [a, b]",
        "list[1].at": "Field [list[1].at] of type [Percentage] is required",
        "list[2].at": "Unexpected value, expected a percentage such as 50%",
        "list[3]": "Unexpected type of value, expected of type [Object]",
    }


def test_a_patch_requires_nothing_at_any_depth() -> None:
    schema = Schema({"data": nested({"content": TEXT.must()}, required=True)})

    assert [f.field for f in faults_of(schema, {})] == ["data"]
    assert [f.field for f in faults_of(schema, {"data": {}})] == ["data.content"]
    assert faults_of(schema.optional(), {}) == []
    assert faults_of(schema.optional(), {"data": {}}) == []
    assert [f.field for f in faults_of(schema.optional(), {"date": 1})] == ["date"]


json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "open", "size", "look", "list", "at", "font", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json)
def test_any_json_is_judged_without_a_crash(body: object) -> None:
    for fault in faults_of(SCHEMA, body):
        assert fault.message
    if not isinstance(body, dict) or "name" not in body:
        assert faults_of(SCHEMA, body)
